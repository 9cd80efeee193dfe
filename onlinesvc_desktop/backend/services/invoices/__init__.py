# SPDX-License-Identifier: MIT
"""Invoices and statements: seen by the payer, disputed, decided by an administrator; in by X12 210 and CSV."""

from collections.abc import Iterator

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.rules.invoice import office_day
from onlinesvc_desktop.backend.service import Service, TodaySource
from onlinesvc_desktop.backend.services.invoices.api import ROUTES, payer_of
from onlinesvc_desktop.backend.services.invoices.by_mail import MAIL_ROUTES
from onlinesvc_desktop.backend.services.invoices.desk import DESK_ROUTES
from onlinesvc_desktop.backend.services.invoices.disputes import count_open_disputes
from onlinesvc_desktop.backend.services.invoices.files import FILE_ROUTES
from onlinesvc_desktop.backend.services.invoices.papers import PAPER_ROUTES
from onlinesvc_desktop.backend.services.invoices.send import send_due_statements
from onlinesvc_desktop.backend.services.invoices.shelf import INVOICE_PAPERS
from onlinesvc_desktop.backend.services.invoices.store import count_past_due
from onlinesvc_desktop.contract.codes import Right
from onlinesvc_desktop.contract.today import TodayCount


def _waiting(_: Context, connection: Connection) -> int:
    return count_open_disputes(connection)


def _today(call: Call, connection: Connection) -> Iterator[TodayCount]:
    yield TodayCount("invoices", count_past_due(connection, payer_of(call), office_day(call.now)))


SERVICE = Service(
    "invoices",
    (*ROUTES, *PAPER_ROUTES, *FILE_ROUTES, *MAIL_ROUTES, *DESK_ROUTES),
    rounds=(send_due_statements,),
    open_work=_waiting,
    today=TodaySource(_today, Right.INVOICES),
    documents=(INVOICE_PAPERS,),
)
