# SPDX-License-Identifier: MIT
"""The user profile: language, e-mail, password, open sessions (P10, P12, P13)."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.user_profile.api import ROUTES

SERVICE = Service("user_profile", ROUTES)
