# SPDX-License-Identifier: MIT
"""Rate quotes, and the tariffs behind them for administrators."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.rate_quote.admin import ADMIN_ROUTES
from onlinesvc_desktop.backend.services.rate_quote.api import ROUTES
from onlinesvc_desktop.backend.services.rate_quote.carrier_xml import RATE_XML

SERVICE = Service("rate_quote", (*ROUTES, *ADMIN_ROUTES), xml=(RATE_XML,))
