# SPDX-License-Identifier: MIT
"""The registry of services: one line each, in the order of the home page. Nothing else imports a service."""

from typing import Final

from onlinesvc_desktop.desktop.entry import ServiceEntry
from onlinesvc_desktop.desktop.services import (
    access_request,
    addresses,
    administration,
    bill_of_lading,
    claims,
    contact,
    documents,
    invoices,
    password_help,
    pickup,
    rate_quote,
    shipment_report,
    tracing,
    transit_times,
    user_profile,
)
from onlinesvc_desktop.desktop.services import (
    help as help_pages,
)

CATALOGUE: Final[tuple[ServiceEntry, ...]] = (
    tracing.ENTRY,
    transit_times.ENTRY,
    documents.ENTRY,
    shipment_report.ENTRY,
    rate_quote.ENTRY,
    bill_of_lading.ENTRY,
    addresses.ENTRY,
    pickup.ENTRY,
    invoices.ENTRY,
    claims.ENTRY,
    user_profile.ENTRY,
    access_request.ENTRY,
    password_help.ENTRY,
    administration.ENTRY,
    help_pages.ENTRY,
    contact.ENTRY,
)
