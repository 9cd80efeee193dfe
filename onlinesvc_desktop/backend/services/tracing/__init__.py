# SPDX-License-Identifier: MIT
"""Trace by number, one or many (P2)."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.tracing.api import ROUTES

SERVICE = Service("tracing", ROUTES)
