# SPDX-License-Identifier: MIT
"""The services, one package each; none knows another. A new one is one line here."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services import (
    access_codes,
    access_request,
    addresses,
    audit,
    bill_of_lading,
    claims,
    customers,
    documents,
    electronic_bill,
    intake,
    invoices,
    notices,
    outbox,
    partners,
    password_help,
    pickup,
    rate_quote,
    shipment_report,
    templates,
    tracing,
    transit_times,
    user_profile,
    watch_list,
)

_KEEPERS: tuple[Service, ...] = (
    tracing.SERVICE,
    transit_times.SERVICE,
    bill_of_lading.SERVICE,
    shipment_report.SERVICE,
    watch_list.SERVICE,
    access_request.SERVICE,
    password_help.SERVICE,
    user_profile.SERVICE,
    addresses.SERVICE,
    templates.SERVICE,
    access_codes.SERVICE,
    customers.SERVICE,
    outbox.SERVICE,
    audit.SERVICE,
    intake.SERVICE,
    partners.SERVICE,
    pickup.SERVICE,
    rate_quote.SERVICE,
    claims.SERVICE,
    invoices.SERVICE,
    notices.SERVICE,
    electronic_bill.service_with(bill_of_lading.DESK),
)

SERVICES: tuple[Service, ...] = (*_KEEPERS, documents.service_with([source for one in _KEEPERS for source in one.documents]))
