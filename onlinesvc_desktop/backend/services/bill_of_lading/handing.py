# SPDX-License-Identifier: MIT
"""Bills handed to the carrier who takes the goods over: as a file for a clerk, and each once into a folder."""

from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.services.bill_of_lading import store
from onlinesvc_desktop.backend.services.bill_of_lading.x12 import Identity, bill_211, identity_of
from onlinesvc_desktop.backend.store.bill_replies import note_handed
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


def paper_of(connection: Connection, row: Row[Any], sides: tuple[Identity, Identity], now: datetime) -> Paper:
    """Return a bill as a file."""
    return Paper(handed(connection, row, sides, now).encode(), _MEDIA_TYPE, f"{row.bol_number}.x12")


def write_bills_out(context: Context, now: datetime) -> None:
    """Write each bill that stands and was not picked up into the folder, once.

    The file is whole before it is kept that it was written; a crash in between writes the same characters under the same
    name and control number again.

    Raises:
        OSError: the folder cannot be written to; the next round tries again.
    """
    folder, sides = context.config.outgoing_folder, sides_of(context.config)
    if not folder or sides is None:
        return
    receiver = str(sides[1])
    with context.database.read() as connection:
        if not store.not_yet_written(connection, receiver, 1):
            return
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    for _ in range(_AT_ONCE):
        with context.database.write() as connection:
            as_only_writer(connection)
            waiting = store.not_yet_written(connection, receiver, 1)
            if not waiting:
                return
            text = handed(connection, waiting[0], sides, now, written_at=now)
            write_whole(place / f"{waiting[0].autopro_number}.211", text.encode())
