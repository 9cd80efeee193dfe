# SPDX-License-Identifier: MIT
"""Asking for an access code (P4)."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.access_request.api import ROUTES
from onlinesvc_desktop.backend.services.access_request.store import ACCESS_REQUESTS

SERVICE = Service("access_request", ROUTES, requests=ACCESS_REQUESTS)
