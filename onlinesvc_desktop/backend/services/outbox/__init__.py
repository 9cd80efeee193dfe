# SPDX-License-Identifier: MIT
"""E-mails that wait, went or failed."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.outbox.api import ROUTES, count_unsent

SERVICE = Service("outbox", ROUTES, open_work=count_unsent)
