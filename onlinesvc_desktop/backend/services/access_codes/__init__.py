# SPDX-License-Identifier: MIT
"""The administrator's access codes."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.access_codes.api import ROUTES

SERVICE = Service("access_codes", ROUTES)
