# SPDX-License-Identifier: MIT
"""The address book: private entries, and those that a customer's access codes share."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.addresses.api import ROUTES

SERVICE = Service("addresses", ROUTES)
