# SPDX-License-Identifier: MIT
"""Bills and their cancellations for the carrier who takes the goods over: as a file for a clerk, once into a folder."""

from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.services.bill_of_lading import store
from onlinesvc_desktop.backend.services.bill_of_lading.x12 import Identity, bill_211, identity_of
from onlinesvc_desktop.backend.store import bill_replies
from onlinesvc_desktop.backend.store.bill_replies import Cancellation, note_handed
from onlinesvc_desktop.backend.store.intake import as_only_writer
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.paper import Paper
from onlinesvc_desktop.whole_file import write_whole

_AT_ONCE = 50
_MEDIA_TYPE = "application/edi-x12"


def sides_of(config: BackendConfig) -> tuple[Identity, Identity] | None:
    """Return who writes and for whom, None where a setting is no side of an interchange."""
    sender, receiver = identity_of(config.x12_sender), identity_of(config.x12_receiver)
    return None if sender is None or receiver is None else (sender, receiver)


def handed(
    connection: Connection,
    row: Row[Any],
    sides: tuple[Identity, Identity],
    now: datetime,
    written_at: datetime | None = None,
) -> str:
    """Return a bill as X12 211, and keep that it was handed out; the characters are the same each time."""
    bill = store.content_of(connection, row.id)
    text = bill_211(bill, *sides, from_seconds(row.issued_at), int(row.autopro_number))
    note_handed(connection, row.id, (row.bol_number, row.autopro_number), str(sides[1]), now, written_at)
    return text


def cancellation_of(context: Context, connection: Connection, row: Row[Any], receiver: str) -> Cancellation | None:
    """Return the cancellation of a bill for a receiver that the bill was handed to, None where there is nothing to call off.

    Its control number is an autopro number of its own, so that no other interchange has the same.

    Raises:
        NoNumbersError: no number is left.
        OSError: the mark of the numbers cannot be kept.
    """
    found = bill_replies.cancellation_of(connection, row.id, receiver)
    if found is None or row.cancelled_at is None:
        return None
    if found.control:
        return found
    control = context.numbers.take(connection)
    bill_replies.note_control(connection, row.id, receiver, control)
    return msgspec.structs.replace(found, control=control)


def called_off(connection: Connection, row: Row[Any], sender: Identity, cancellation: Cancellation) -> str:
    """Return the cancellation of a bill as X12 211; the characters are the same each time."""
    bill, receiver = store.content_of(connection, row.id), identity_of(cancellation.receiver)
    assert receiver is not None
    times = from_seconds(row.issued_at), from_seconds(row.cancelled_at)
    return bill_211(bill, sender, receiver, times[0], int(cancellation.control), times[1])


def paper_of(connection: Connection, row: Row[Any], sides: tuple[Identity, Identity], now: datetime) -> Paper:
    """Return a bill as a file."""
    return Paper(handed(connection, row, sides, now).encode(), _MEDIA_TYPE, f"{row.bol_number}.x12")


def cancellation_paper_of(
    context: Context, connection: Connection, row: Row[Any], sides: tuple[Identity, Identity]
) -> Paper | None:
    """Return the cancellation of a bill as a file, None for a bill that was not cancelled here or never handed out.

    Raises:
        NoNumbersError: no number is left.
        OSError: the mark of the numbers cannot be kept.
    """
    cancellation = cancellation_of(context, connection, row, str(sides[1]))
    if cancellation is None:
        return None
    content = called_off(connection, row, sides[0], cancellation).encode()
    return Paper(content, _MEDIA_TYPE, f"{row.bol_number}-cancelled.x12")


def write_bills_out(context: Context, now: datetime) -> None:
    """Write into the folder, once each: the bills that stand and were not picked up, then what calls off a written one.

    A file is whole before it is kept that it was written; a crash in between writes the same characters under the same
    name and control number again.

    Raises:
        NoNumbersError: no number is left for a cancellation.
        OSError: the folder cannot be written to, or the mark of the numbers; the next round tries again.
    """
    folder, sides = context.config.outgoing_folder, sides_of(context.config)
    if not folder or sides is None:
        return
    receiver = str(sides[1])
    with context.database.read() as connection:
        is_bill = bool(store.not_yet_written(connection, receiver, 1))
        is_cancellation = bool(store.not_yet_called_off(connection, 1))
    place = Path(folder)
    if is_bill or is_cancellation:
        place.mkdir(parents=True, exist_ok=True)
    if is_bill:
        _write_bills(context, place, sides, now)
    if is_cancellation:
        _write_cancellations(context, place, sides[0], now)


def _write_bills(context: Context, place: Path, sides: tuple[Identity, Identity], now: datetime) -> None:
    for _ in range(_AT_ONCE):
        with context.database.write() as connection:
            as_only_writer(connection)
            waiting = store.not_yet_written(connection, str(sides[1]), 1)
            if not waiting:
                return
            text = handed(connection, waiting[0], sides, now, written_at=now)
            write_whole(place / f"{waiting[0].autopro_number}.211", text.encode())


def _write_cancellations(context: Context, place: Path, sender: Identity, now: datetime) -> None:
    """Call off written bills, each with the receiver it was written for; the control number is kept before it is used."""
    for _ in range(_AT_ONCE):
        with context.database.write() as connection:
            as_only_writer(connection)
            waiting = store.not_yet_called_off(connection, 1)
            if not waiting:
                return
            row = waiting[0]
            cancellation_of(context, connection, row, row.receiver)
        with context.database.write() as connection:
            as_only_writer(connection)
            cancellation = cancellation_of(context, connection, row, row.receiver)
            if cancellation is None or cancellation.is_written:
                continue
            text = called_off(connection, row, sender, cancellation)
            bill_replies.note_called_off(connection, row.id, row.receiver, now)
            write_whole(place / f"{row.autopro_number}-cancelled.211", text.encode())
