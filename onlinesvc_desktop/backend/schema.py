# SPDX-License-Identifier: MIT
"""The whole schema: whoever imports ``metadata`` from here finds every table in it."""

from onlinesvc_desktop.backend import services
from onlinesvc_desktop.backend.store.tables import (
    accounts,
    bill_replies,
    exchange,
    intake,
    invoices,
    kept,
    mail,
    notices,
    numbers,
    pickups,
    points,
    rates,
    requests,
    shipments,
    statement_schedules,
)
from onlinesvc_desktop.backend.store.tables.metadata import metadata

__all__ = [
    "accounts",
    "bill_replies",
    "exchange",
    "intake",
    "invoices",
    "kept",
    "mail",
    "metadata",
    "notices",
    "numbers",
    "pickups",
    "points",
    "rates",
    "requests",
    "services",
    "shipments",
    "statement_schedules",
]
