# SPDX-License-Identifier: MIT
"""Files that came in."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.intake import api, mappings, preview, set_aside

SERVICE = Service("intake", (*api.ROUTES, *mappings.ROUTES, *preview.ROUTES, *set_aside.ROUTES), open_work=api.count_faulty)
