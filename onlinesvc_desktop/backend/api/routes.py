# SPDX-License-Identifier: MIT
"""The table of routes: one line for each resource module."""

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
    admin_tables,
    password_help,
    profile,
    reports,
    sessions,
    shipments,
    watches,
)
from onlinesvc_desktop.backend.api.route import Route
from onlinesvc_desktop.backend.services import transit_times

ROUTES: tuple[Route, ...] = (
    *about.ROUTES,
    *sessions.ROUTES,
    *profile.ROUTES,
    *shipments.ROUTES,
    *watches.ROUTES,
    *reports.ROUTES,
    *access_requests.ROUTES,
    *admin_requests.ROUTES,
    *password_help.ROUTES,
    *admin_help.ROUTES,
    *admin_codes.ROUTES,
    *admin_customers.ROUTES,
    *admin_outbox.ROUTES,
    *admin_intake.ROUTES,
    *admin_tables.ROUTES,
    *admin_audit.ROUTES,
    *transit_times.ROUTES,
)
