# SPDX-License-Identifier: MIT
"""Write the statements that are due: the sums in the text, the paper in both languages attached."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from onlinesvc_desktop.backend.closing import standing_of
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.rules.access import Standing
from onlinesvc_desktop.backend.rules.invoice import office_day
from onlinesvc_desktop.backend.services.invoices.papers import drawn_statement
from onlinesvc_desktop.backend.services.invoices.rules import next_statement
from onlinesvc_desktop.backend.services.invoices.store import summary_of
from onlinesvc_desktop.backend.store.accounts import Account, account_of
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.backend.store.sent_reports import add_report
from onlinesvc_desktop.backend.store.statement_schedules import KeptSchedule, drop_older, due_schedules, take_turn
from onlinesvc_desktop.contract.codes import Right
from onlinesvc_desktop.contract.invoices import Statement
from onlinesvc_desktop.contract.outbox import MailKind

_MOST_BYTES: Final = 7_000_000
"""Of an attached paper; mail servers refuse more than some 10 MB, and base64 makes it a third longer."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """What an e-mail says, and its paper as base64, empty where that is too large."""

    facts: dict[str, str]
    paper: str


def send_due_statements(context: Context, now: datetime) -> int:
    """Write what is due now or was earlier; after a long absence each once. Return how many e-mails that made.

    An access code that may not act, or may see no invoices, at that moment is sent nothing; its schedule goes on.
    """
    with context.database.read() as connection:
        due = due_schedules(connection, now)
    return sum(_send(context, found, now) for found in due)


def _send(context: Context, found: KeptSchedule, now: datetime) -> bool:
    """Write one in the transaction that says when the next is due: of several workers one does both."""
    following = next_statement(found.schedule, ZoneInfo(found.schedule.time_zone), now)
    with context.database.read() as connection:
        account = account_of(connection, found.access_code_id)
    letter = None if account is None else _letter(context, account, now)
    with context.database.write() as connection:
        if not take_turn(connection, found, following) or account is None or letter is None:
            return False
        drop_older(connection, account.id, now)
        report = add_report(connection, account.id, letter.paper, now)
        to = found.schedule.email
        mail = NewMail(MailKind.STATEMENT, to, account.language, letter.facts, account.id, report_id=report)
        queue_mail(connection, mail, now)
    return True


def _letter(context: Context, account: Account, now: datetime) -> _Letter | None:
    if account.customer_id is None or Right.INVOICES not in account.rights:
        return None
    if standing_of(context, account, now) is not Standing.MAY_ACT:
        return None
    today = office_day(now)
    with context.database.read() as connection:
        owed = summary_of(connection, account.customer_id, today)
    head = Statement(today, account.customer_name or "", account.customer_number or "", owed, ())
    content = drawn_statement(context, head, account.customer_id)
    is_short = len(content) <= _MOST_BYTES
    facts = {
        "access_code": account.code,
        "customer": head.customer,
        "customer_number": head.customer_number,
        "as_of": today.isoformat(),
        "currencies": msgspec.json.encode(owed.currencies).decode(),
        "too_long": "" if is_short else "yes",
    }
    return _Letter(facts, b64encode(content).decode() if is_short else "")
