# SPDX-License-Identifier: MIT
"""Notices of shipments by e-mail: chosen, told as things happen or once a day, ended with or without signing in."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.notices.api import ROUTES
from onlinesvc_desktop.backend.services.notices.tell import forget_old, tell_due

SERVICE = Service("notices", ROUTES, rounds=(tell_due,), forget=(forget_old,))
