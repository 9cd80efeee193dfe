# SPDX-License-Identifier: MIT
"""The administrator's customers and their company keys."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.customers.api import ROUTES

SERVICE = Service("customers", ROUTES)
