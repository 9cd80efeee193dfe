# SPDX-License-Identifier: MIT
"""What an access code watches, and what changed of it."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.watch_list.api import ROUTES
from onlinesvc_desktop.backend.services.watch_list.store import forget_changes

SERVICE = Service("watch_list", ROUTES, forget=(forget_changes,))
