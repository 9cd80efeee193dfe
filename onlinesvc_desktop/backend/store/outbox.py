# SPDX-License-Identifier: MIT
"""The outbox: e-mails written in the transaction of what caused them, delivered later by one worker each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, or_, select, update

from onlinesvc_desktop.backend.store.accounts import extend_temporary_password
from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.sent_reports import let_go
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.limits import TEMPORARY_PASSWORD_HOURS
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.outbox import MailFault, MailKind, MailState

CLAIM = timedelta(minutes=10)
"""How long a worker keeps a message to itself; one killed while sending leaves it to another after that."""
_ATTACHED = (MailKind.SHIPMENT_REPORT.value, MailKind.STATEMENT.value)
"""Worth little without what is attached."""


@dataclass(frozen=True, slots=True)
class MailQueue:
    """How many e-mails wait and how many were given up; ``oldest`` is when the oldest that waits was written."""

    waiting: int
    failed: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class NewMail:
    """A message to be sent; ``secret`` is a temporary password and is wiped once the message has gone."""

    kind: MailKind
    recipient: str
    language: Language
    facts: dict[str, str] = field(default_factory=dict)
    access_code_id: int | None = None
    secret: str | None = None
    report_id: int | None = None


@dataclass(frozen=True, slots=True)
class StoredMail:
    """A message of the outbox."""

    id: int
    kind: MailKind
    state: MailState
    recipient: str
    language: Language
    facts: dict[str, str]
    access_code_id: int | None
    secret: str | None
    message_id: str
    created_at: datetime
    attempts: int
    next_attempt_at: datetime
    error: str
    sent_at: datetime | None


_COLUMNS = (
    *(outbox.c.id, outbox.c.kind, outbox.c.state, outbox.c.recipient, outbox.c.language, outbox.c.facts),
    *(outbox.c.access_code_id, outbox.c.secret, outbox.c.message_id, outbox.c.created_at, outbox.c.attempts),
    *(outbox.c.next_attempt_at, outbox.c.error, outbox.c.sent_at),
)


def _mail(row: Sequence[Any]) -> StoredMail:
    return StoredMail(
        id=row[0],
        kind=MailKind(row[1]),
        state=MailState(row[2]),
        recipient=row[3],
        language=Language(row[4]),
        facts=from_json(row[5], dict[str, str]),
        access_code_id=row[6],
        secret=row[7],
        message_id=row[8],
        created_at=from_seconds(row[9]),
        attempts=row[10],
        next_attempt_at=from_seconds(row[11]),
        error=row[12],
        sent_at=None if row[13] is None else from_seconds(row[13]),
    )


def queue_mail(connection: Connection, mail: NewMail, now: datetime) -> int:
    """Write a message in the caller's transaction and return its row."""
    written = connection.execute(
        insert(outbox).values(
            kind=mail.kind.value,
            state=MailState.WAITING.value,
            recipient=mail.recipient,
            language=mail.language.value,
            facts=msgspec.json.encode(mail.facts).decode(),
            access_code_id=mail.access_code_id,
            secret=mail.secret,
            report_id=mail.report_id,
            message_id=uuid4().hex,
            created_at=to_seconds(now),
            attempts=0,
            next_attempt_at=to_seconds(now),
            claimed_until=0,
            error="",
        )
    )
    assert written.inserted_primary_key is not None
    return int(written.inserted_primary_key[0])


def count_written(
    connection: Connection,
    kind: MailKind,
    since: datetime,
    *,
    recipient: str | None = None,
    access_code_id: int | None = None,
) -> int:
    """Return how many messages of a kind were written since, to an address or about an access code."""
    whose = outbox.c.access_code_id == access_code_id if recipient is None else outbox.c.recipient == recipient
    lately = (outbox.c.kind == kind.value, outbox.c.created_at >= to_seconds(since), whose)
    return int(connection.execute(select(func.count()).select_from(outbox).where(*lately)).scalar_one())


def count_mail_left(connection: Connection, has_server: bool) -> int:
    """Return how many messages failed, wait after a failed attempt, or wait with no mail server to take them."""
    waits = outbox.c.state == MailState.WAITING.value
    if has_server:
        waits = and_(waits, outbox.c.attempts > 0)
    left = or_(outbox.c.state == MailState.FAILED.value, waits)
    return int(connection.execute(select(func.count()).select_from(outbox).where(left)).scalar_one())


def mail_queue(connection: Connection) -> MailQueue:
    """Return how much mail waits and failed, and since when the oldest waits."""
    rows = connection.execute(
        select(outbox.c.state, func.count(), func.min(outbox.c.created_at))
        .where(outbox.c.state.in_([MailState.WAITING.value, MailState.FAILED.value]))
        .group_by(outbox.c.state)
    ).all()
    counts = {state: (count, oldest) for state, count, oldest in rows}
    waiting, oldest = counts.get(MailState.WAITING.value, (0, None))
    failed, _ = counts.get(MailState.FAILED.value, (0, None))
    return MailQueue(waiting, failed, None if oldest is None else from_seconds(oldest))


def claim_mail(connection: Connection, now: datetime) -> StoredMail | None:
    """Take the oldest message that is due, for this worker alone."""
    at = to_seconds(now)
    due = (
        select(outbox.c.id)
        .where(outbox.c.state == MailState.WAITING.value, outbox.c.next_attempt_at <= at, outbox.c.claimed_until <= at)
        .order_by(outbox.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = connection.execute(
        update(outbox)
        .where(outbox.c.id == due.scalar_subquery())
        .values(claimed_until=to_seconds(now + CLAIM), attempts=outbox.c.attempts + 1)
        .returning(*_COLUMNS)
    ).first()
    return None if row is None else _mail(row)


def note_gone(connection: Connection, mail: StoredMail, state: MailState, now: datetime) -> None:
    """Note that a message was sent or saved; the hours of the temporary password it carries count from now.

    A sent message forgets its secret and lets go of its report; a saved one keeps both for a while, so that it can be saved
    again.
    """
    values: dict[str, Any] = {"state": state.value, "sent_at": to_seconds(now), "error": "", "claimed_until": 0}
    if state is MailState.SENT:
        values["secret"] = None
    connection.execute(update(outbox).where(outbox.c.id == mail.id).values(**values))
    if state is MailState.SENT:
        let_go(connection, mail.id)
    if mail.secret is not None and mail.access_code_id is not None:
        extend_temporary_password(connection, mail.access_code_id, now + timedelta(hours=TEMPORARY_PASSWORD_HOURS))


def note_failure(connection: Connection, mail_id: int, error: str, again_at: datetime | None) -> None:
    """Note why a message did not go, and when to try again; None gives it up."""
    values: dict[str, Any] = {"error": error, "claimed_until": 0}
    if again_at is None:
        values["state"] = MailState.FAILED.value
    else:
        values["next_attempt_at"] = to_seconds(again_at)
    connection.execute(update(outbox).where(outbox.c.id == mail_id).values(**values))


def drop_mail(connection: Connection, mail_id: int) -> None:
    """Forget a message that nobody is to get any longer."""
    connection.execute(delete(outbox).where(outbox.c.id == mail_id))


def retry_mail(connection: Connection, mail_id: int, now: datetime) -> bool:
    """Let a failed or waiting message be tried at once; False when there is none such."""
    again = connection.execute(
        update(outbox)
        .where(outbox.c.id == mail_id, outbox.c.state.in_([MailState.FAILED.value, MailState.WAITING.value]))
        .where(or_(outbox.c.error != MailFault.EXPIRED.value, outbox.c.state == MailState.WAITING.value))
        .where(or_(outbox.c.kind.not_in(_ATTACHED), outbox.c.report_id.is_not(None)))
        .values(state=MailState.WAITING.value, next_attempt_at=to_seconds(now), attempts=0)
    )
    return again.rowcount == 1


def expire_secrets(connection: Connection, now: datetime) -> None:
    """Forget temporary passwords that were replaced or whose hours are over; a message not yet gone is given up."""
    over = select(access_codes.c.id).where(
        or_(access_codes.c.temporary_until <= to_seconds(now), access_codes.c.password_temporary.is_(False))
    )
    _wipe(connection, outbox.c.access_code_id.in_(over))


def withdraw_secrets(connection: Connection, access_code_id: int) -> None:
    """Forget the temporary passwords of an access code, because a newer one takes their place or it is closed."""
    _wipe(connection, outbox.c.access_code_id == access_code_id)


def _wipe(connection: Connection, whose: ColumnElement[bool]) -> None:
    carrying = (outbox.c.secret.is_not(None), whose)
    given_up = {"state": MailState.FAILED.value, "error": MailFault.EXPIRED.value, "secret": None}
    connection.execute(update(outbox).where(outbox.c.state != MailState.SAVED.value, *carrying).values(**given_up))
    connection.execute(update(outbox).where(*carrying).values(secret=None))


def find_mail(connection: Connection, mail_id: int) -> StoredMail | None:
    """Return one message."""
    row = connection.execute(select(*_COLUMNS).where(outbox.c.id == mail_id)).first()
    return None if row is None else _mail(row)


def list_mail(connection: Connection, state: MailState | None, search: Search) -> list[StoredMail]:
    """Return messages that contain every word, the newest first."""
    statement = select(*_COLUMNS) if state is None else select(*_COLUMNS).where(outbox.c.state == state.value)
    rows = search_rows(connection, statement, outbox.c.id, lambda row: f"{row.recipient} {row.facts} {row.error}", search)
    return [_mail(row) for row in rows]
