# SPDX-License-Identifier: MIT
"""The queue of personal access requests."""

from onlinesvc_desktop.backend.store.requests import RequestTable
from onlinesvc_desktop.backend.store.tables.requests import access_requests
from onlinesvc_desktop.contract.access_request import AccessRequest, AccessRequestItem

ACCESS_REQUESTS = RequestTable(
    "access_request",
    access_requests,
    "AR",
    AccessRequest,
    AccessRequestItem,
    lambda item: f"{item.first_name} {item.last_name}",
    ("company", "first_name", "last_name", "email", "telephone", "city", "customer_number"),
)
