# SPDX-License-Identifier: MIT
"""Statements by e-mail: what each access code wants, and whose turn it is."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.backend.store.tables.statement_schedules import statement_schedules
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.outbox import MailKind, MailState
from onlinesvc_desktop.contract.statement_mail import StatementMail, StatementSchedule

_SECRET_BYTES: Final = 32
_DUE: Final = (
    select(statement_schedules)
    .where(statement_schedules.c.next_at <= bindparam("now"))
    .order_by(statement_schedules.c.next_at)
)


@dataclass(frozen=True, slots=True)
class KeptSchedule:
    """What one access code wants, and when it is due."""

    access_code_id: int
    schedule: StatementSchedule
    secret: str
    next_at: datetime

    @property
    def email(self) -> str:
        """Where the statement goes."""
        return self.schedule.email


def schedule_of(connection: Connection, access_code_id: int) -> KeptSchedule | None:
    """Return what an access code wants, None for nothing."""
    found = select(statement_schedules).where(statement_schedules.c.access_code_id == access_code_id)
    row = connection.execute(found).first()
    return None if row is None else _kept(row)


def statement_mail_of(connection: Connection, access_code_id: int) -> StatementMail:
    """Return the same as the program shows it."""
    found = schedule_of(connection, access_code_id)
    return StatementMail() if found is None else StatementMail(found.schedule, found.next_at)


def keep_schedule(connection: Connection, access_code_id: int, schedule: StatementSchedule, next_at: datetime) -> None:
    """Keep what an access code wants in place of what it wanted before."""
    connection.execute(select(access_codes.c.id).where(access_codes.c.id == access_code_id).with_for_update())
    values = {"request": msgspec.json.encode(schedule).decode(), "next_at": to_seconds(next_at)}
    of_code = statement_schedules.c.access_code_id == access_code_id
    if not connection.execute(update(statement_schedules).where(of_code).values(**values)).rowcount:
        begun = {"access_code_id": access_code_id, "secret": secrets.token_hex(_SECRET_BYTES)}
        connection.execute(insert(statement_schedules).values(**begun, **values))


def end_schedule(connection: Connection, access_code_id: int) -> bool:
    """Send an access code no more statements; return whether it was sent any."""
    of_code = statement_schedules.c.access_code_id == access_code_id
    return connection.execute(delete(statement_schedules).where(of_code)).rowcount == 1


def due_schedules(connection: Connection, now: datetime) -> list[KeptSchedule]:
    """Return what is due, the longest due first."""
    return [_kept(row) for row in connection.execute(_DUE, {"now": to_seconds(now)})]


def take_turn(connection: Connection, found: KeptSchedule, next_at: datetime) -> bool:
    """Set when it goes out next; exactly one of several workers gets True."""
    same = (
        statement_schedules.c.access_code_id == found.access_code_id,
        statement_schedules.c.next_at == to_seconds(found.next_at),
    )
    taken = connection.execute(update(statement_schedules).where(*same).values(next_at=to_seconds(next_at)))
    return taken.rowcount == 1


def drop_older(connection: Connection, access_code_id: int, now: datetime) -> None:
    """Forget statements of an access code that wait for the mail server: a newer one takes their place."""
    waiting = (outbox.c.kind == MailKind.STATEMENT.value, outbox.c.state == MailState.WAITING.value)
    free = outbox.c.claimed_until <= to_seconds(now)
    connection.execute(delete(outbox).where(outbox.c.access_code_id == access_code_id, *waiting, free))


def _kept(row: Row[Any]) -> KeptSchedule:
    schedule = from_json(row.request, StatementSchedule)
    return KeptSchedule(row.access_code_id, schedule, row.secret, from_seconds(row.next_at))
