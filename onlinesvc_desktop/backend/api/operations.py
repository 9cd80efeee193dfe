# SPDX-License-Identifier: MIT
"""The table of operations: one line for each resource module."""

from onlinesvc_desktop.backend.api import (
    about,
    access_requests,
    admin_audit,
    admin_codes,
    admin_customers,
    admin_help,
    admin_intake,
    admin_outbox,
    admin_requests,
    password_help,
    profile,
    reports,
    sessions,
    shipments,
    watches,
)
from onlinesvc_desktop.backend.api.operation import Operation

OPERATIONS: tuple[Operation, ...] = (
    *about.OPERATIONS,
    *sessions.OPERATIONS,
    *profile.OPERATIONS,
    *shipments.OPERATIONS,
    *watches.OPERATIONS,
    *reports.OPERATIONS,
    *access_requests.OPERATIONS,
    *admin_requests.OPERATIONS,
    *password_help.OPERATIONS,
    *admin_help.OPERATIONS,
    *admin_codes.OPERATIONS,
    *admin_customers.OPERATIONS,
    *admin_outbox.OPERATIONS,
    *admin_intake.OPERATIONS,
    *admin_audit.OPERATIONS,
)
