# SPDX-License-Identifier: MIT
"""Reports that were written: one table for all e-mails of a report, dropped once the last of them has gone."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.tables.mail import outbox, reports
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.outbox import MailKind, MailState

_COUNTED = timedelta(days=1)
_NEEDED = select(outbox.c.report_id).where(outbox.c.report_id.is_not(None))


def add_report(connection: Connection, access_code_id: int, table: str, now: datetime) -> int:
    """Keep the table of a report and return its row."""
    values = {"access_code_id": access_code_id, "created_at": to_seconds(now), "content": table}
    return int(connection.execute(insert(reports).values(**values).returning(reports.c.id)).scalar_one())


def written_since(connection: Connection, access_code_id: int, since: datetime) -> Sequence[datetime]:
    """Return when an access code wrote reports after an instant; nobody else writes one of it until the transaction ends."""
    connection.execute(select(access_codes.c.id).where(access_codes.c.id == access_code_id).with_for_update())
    own = (reports.c.access_code_id == access_code_id, reports.c.created_at > to_seconds(since))
    return [from_seconds(at) for at in connection.execute(select(reports.c.created_at).where(*own)).scalars()]


def waiting_mails(connection: Connection, access_code_id: int) -> int:
    """Return how many e-mails of reports of an access code are not sent yet."""
    waiting = (outbox.c.kind == MailKind.SHIPMENT_REPORT.value, outbox.c.state == MailState.WAITING.value)
    statement = select(func.count()).select_from(outbox).where(outbox.c.access_code_id == access_code_id, *waiting)
    return int(connection.execute(statement).scalar_one())


def table_of(connection: Connection, mail_id: int) -> str | None:
    """Return the table that goes with a message; lists do not carry it about."""
    statement = select(reports.c.content).join(outbox, outbox.c.report_id == reports.c.id).where(outbox.c.id == mail_id)
    return connection.execute(statement).scalar()


def let_go(connection: Connection, mail_id: int) -> None:
    """Note that a message needs its table no more, and drop the table when no other one does."""
    report = connection.execute(select(outbox.c.report_id).where(outbox.c.id == mail_id)).scalar()
    if report is None:
        return
    connection.execute(update(outbox).where(outbox.c.id == mail_id).values(report_id=None))
    connection.execute(update(reports).where(reports.c.id == report, reports.c.id.not_in(_NEEDED)).values(content=None))


def forget_tables(connection: Connection, now: datetime) -> None:
    """Drop tables that no message needs; how long a message keeps its own ``retention`` says."""
    unneeded = reports.c.id.not_in(_NEEDED)
    connection.execute(update(reports).where(unneeded, reports.c.content.is_not(None)).values(content=None))
    connection.execute(delete(reports).where(unneeded, reports.c.created_at < to_seconds(now - _COUNTED)))
