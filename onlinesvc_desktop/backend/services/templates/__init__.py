# SPDX-License-Identifier: MIT
"""Goods that are shipped again and again, and templates of whole bills of lading."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.templates.api import ROUTES

SERVICE = Service("templates", ROUTES)
