# SPDX-License-Identifier: MIT
"""Transit times and points served (public, without a key)."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.transit_times.api import ROUTES

SERVICE = Service("transit_times", ROUTES)
