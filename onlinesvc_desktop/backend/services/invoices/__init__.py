# SPDX-License-Identifier: MIT
"""Invoices and statements: seen by the payer, disputed, decided by an administrator; in by X12 210 and CSV."""

from sqlalchemy import Connection

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.invoices.api import ROUTES
from onlinesvc_desktop.backend.services.invoices.desk import DESK_ROUTES
from onlinesvc_desktop.backend.services.invoices.papers import PAPER_ROUTES
from onlinesvc_desktop.backend.services.invoices.store import count_open_disputes


def _waiting(_: Context, connection: Connection) -> int:
    return count_open_disputes(connection)


SERVICE = Service("invoices", (*ROUTES, *PAPER_ROUTES, *DESK_ROUTES), open_work=_waiting)
