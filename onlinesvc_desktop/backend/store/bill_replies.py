# SPDX-License-Identifier: MIT
"""Bills handed to carriers as X12 211, and their replies, matched by number and by who may reply."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, insert, or_, select, update

from onlinesvc_desktop.backend.intake.records import QuarantineError, ReplyRecord
from onlinesvc_desktop.backend.store.tables.bill_replies import bill_replies, handed_bills
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.backend.store.upsert import upsert
from onlinesvc_desktop.contract.bill_reply import CarrierReply, ReplyKind, ReplyOutcome, ReplyReason
from onlinesvc_desktop.contract.intake import QuarantineReason
from onlinesvc_desktop.contract.limits import AUTOPRO_DIGITS
from onlinesvc_desktop.contract.messages import from_json

_WEIGHTS: Final = {ReplyKind.ACKNOWLEDGEMENT: 0, ReplyKind.ADVICE: 1, ReplyKind.RESPONSE: 1}


def note_handed(
    connection: Connection,
    bill_id: int,
    numbers: tuple[str, str],
    receiver: str,
    now: datetime,
    written_at: datetime | None = None,
) -> None:
    """Keep that a bill was handed out for a receiver; the first time counts.

    ``numbers`` are those of the bill: its own, then the autopro number. With ``written_at`` it went into the folder of
    outgoing bills.
    """
    values = {
        "bill_id": bill_id,
        "receiver": receiver,
        "bol_number": numbers[0],
        "autopro_number": numbers[1],
        "handed_at": to_seconds(now),
        "written_at": None if written_at is None else to_seconds(written_at),
    }
    row = upsert(handed_bills, connection.dialect.name).values(**values)
    if written_at is None:
        connection.execute(row.on_conflict_do_nothing())
        return
    key = ["bill_id", "receiver"]
    connection.execute(row.on_conflict_do_update(index_elements=key, set_={"written_at": values["written_at"]}))


class Cancellation(msgspec.Struct, frozen=True):
    """What calls a handed bill off: for whom, under which control number (empty until it has one), and whether it is out."""

    receiver: str
    control: str
    is_written: bool


def cancellation_of(connection: Connection, bill_id: int, receiver: str) -> Cancellation | None:
    """Return what calls off a bill that was handed to a receiver, None if it never was."""
    own = handed_bills.c.bill_id == bill_id, handed_bills.c.receiver == receiver
    row = connection.execute(select(handed_bills).where(*own)).first()
    return None if row is None else Cancellation(row.receiver, row.cancel_control or "", row.called_off_at is not None)


def note_control(connection: Connection, bill_id: int, receiver: str, control: str) -> None:
    """Keep the control number of what calls a bill off."""
    own = handed_bills.c.bill_id == bill_id, handed_bills.c.receiver == receiver
    connection.execute(update(handed_bills).where(*own).values(cancel_control=control))


def note_called_off(connection: Connection, bill_id: int, receiver: str, at: datetime) -> None:
    """Keep that what calls a bill off was put into the folder of outgoing bills."""
    own = handed_bills.c.bill_id == bill_id, handed_bills.c.receiver == receiver
    connection.execute(update(handed_bills).where(*own).values(called_off_at=to_seconds(at)))


def handed_at(connection: Connection, bill_id: int) -> datetime | None:
    """Return when a bill was first handed out."""
    statement = select(handed_bills.c.handed_at).where(handed_bills.c.bill_id == bill_id).order_by(handed_bills.c.handed_at)
    found = connection.execute(statement.limit(1)).scalar()
    return None if found is None else from_seconds(found)


def bill_of_reply(connection: Connection, reply: ReplyRecord, sender: str) -> int:
    """Return which bill a reply is about.

    Args:
        connection: to the database.
        reply: as it was read.
        sender: who replies: ISA qualifier and identification.

    Raises:
        QuarantineError: no bill of that number was handed out, or none to the sender, or several were.
    """
    found = _numbered(connection, reply.number)
    if not found:
        raise QuarantineError(QuarantineReason.UNKNOWN_BILL, reply.number)
    own = [row for row in found if row.receiver == sender]
    if not own:
        raise QuarantineError(QuarantineReason.OTHER_RECEIVER, f"{reply.number} {sender}")
    if len(own) > 1:
        hinted = {_padded(one) for one in reply.others}
        own = [row for row in own if row.autopro_number in hinted]
    if len(own) != 1:
        raise QuarantineError(QuarantineReason.AMBIGUOUS_BILL, reply.number)
    return int(own[0].bill_id)


def take_replies(connection: Connection, replies: Sequence[ReplyRecord], sender: str, now: datetime) -> list[bool]:
    """Keep replies, all or none; tell of each whether it says anything that the last one of its kind did not.

    Raises:
        QuarantineError: one is about no bill that the sender may reply to.
    """
    bills = [bill_of_reply(connection, reply, sender) for reply in replies]
    return [_take(connection, bill_id, reply, now) for bill_id, reply in zip(bills, replies, strict=True)]


def _take(connection: Connection, bill_id: int, reply: ReplyRecord, now: datetime) -> bool:
    reasons = msgspec.json.encode(reply.reasons)
    same_kind = bill_replies.c.bill_id == bill_id, bill_replies.c.kind == reply.kind.value
    last = connection.execute(select(bill_replies).where(*same_kind).order_by(bill_replies.c.id.desc()).limit(1)).first()
    if last is not None and (last.outcome, bytes(last.reasons)) == (reply.outcome.value, reasons):
        return False
    connection.execute(
        insert(bill_replies).values(
            bill_id=bill_id,
            weight=_WEIGHTS[reply.kind],
            kind=reply.kind.value,
            outcome=reply.outcome.value,
            reasons=reasons,
            received_at=to_seconds(now),
        )
    )
    return True


def replies_of(connection: Connection, bill_id: int) -> tuple[CarrierReply, ...]:
    """Return the replies to a bill, the one that counts first."""
    statement = select(bill_replies).where(bill_replies.c.bill_id == bill_id)
    rows = connection.execute(statement.order_by(bill_replies.c.weight.desc(), bill_replies.c.id.desc()))
    return tuple(
        CarrierReply(
            ReplyKind(row.kind),
            ReplyOutcome(row.outcome),
            from_seconds(row.received_at),
            from_json(row.reasons, tuple[ReplyReason, ...]),
        )
        for row in rows
    )


def last_outcome(bill_id: ColumnElement[int]) -> Any:
    """Return the query for the outcome of the reply that counts, of the bill in a row of another query."""
    statement = select(bill_replies.c.outcome).where(bill_replies.c.bill_id == bill_id)
    return statement.order_by(bill_replies.c.weight.desc(), bill_replies.c.id.desc()).limit(1).scalar_subquery()


def _numbered(connection: Connection, number: str) -> Sequence[Row[Any]]:
    """Return where bills were handed that have a number as their own, as their autopro number or to call them off."""
    padded = _padded(number)
    columns = handed_bills.c.bol_number == number, handed_bills.c.autopro_number == padded
    is_it = or_(*columns, handed_bills.c.cancel_control == padded)
    return connection.execute(select(handed_bills).where(is_it)).all()


def _padded(number: str) -> str:
    """Return a control number as the autopro number it was made of, whatever zeros it lost or gained on the way."""
    return number.lstrip("0").zfill(AUTOPRO_DIGITS) if number.isascii() and number.isdigit() else number
