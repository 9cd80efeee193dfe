# SPDX-License-Identifier: MIT
"""Who did what, when and from where."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.audit.api import ROUTES

SERVICE = Service("audit", ROUTES)
