# SPDX-License-Identifier: MIT
"""Asking for help with a forgotten password (P11)."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.password_help.api import ROUTES
from onlinesvc_desktop.backend.services.password_help.store import PASSWORD_HELP

SERVICE = Service("password_help", ROUTES, requests=PASSWORD_HELP)
