# SPDX-License-Identifier: MIT
"""Partners who send files."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.partners.api import ROUTES, count_unknown

SERVICE = Service("partners", ROUTES, open_work=count_unknown)
