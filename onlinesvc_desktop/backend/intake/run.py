# SPDX-License-Identifier: MIT
"""Take a file in: once, in batches, stopped and resumed at any instant, whatever its format.

Batches and how far the file has come are one transaction, so a crash costs the batches under way and nothing else.
"""

import gc
import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from msgspec import structs
from sqlalchemy import Connection
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

from onlinesvc_desktop.backend.clock import Clock
from onlinesvc_desktop.backend.failures import note_failure
from onlinesvc_desktop.backend.intake.partners import Partners, known_partners
from onlinesvc_desktop.backend.intake.records import Part, QuarantineError
from onlinesvc_desktop.backend.intake.tables.headings import HeadingsError
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping, written
from onlinesvc_desktop.backend.intake.tables.read import read_table
from onlinesvc_desktop.backend.intake.tables.rows import WORKBOOK_BEGINNINGS, TableError
from onlinesvc_desktop.backend.intake.x12.acknowledge import Acknowledgements
from onlinesvc_desktop.backend.intake.x12.parts import read_parts
from onlinesvc_desktop.backend.intake.x12.segments import BEGINNING, NotX12Error, x12_begins_at
from onlinesvc_desktop.backend.store.bill_replies import take_replies
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.intake import IntakeStore, as_only_writer
from onlinesvc_desktop.backend.store.intake_files import IntakeFile, add_file, advance, as_it_stands, find_file, finish
from onlinesvc_desktop.backend.store.partners import note_strangers
from onlinesvc_desktop.contract.intake import IntakeKind, IntakeState, QuarantineReason

log = logging.getLogger(__name__)

BATCH = 400
"""Parts whose shipments are looked up and written together."""
MOST_PARTS, _MOST_BYTES = 5 * BATCH, 4 << 20
"""What is read between two transactions: as much as saves waiting for the disk, little enough to hold."""
_HASHED_AT_ONCE = 1 << 20
_USUAL = gc.get_threshold()
"""Of the process, not of the moment: two files under way at once must not leave each other's behind."""
_LOOKED_OVER = 10 * MOST_PARTS
"""New objects after which the collector of cycles looks them over: more than a transaction holds, and none of it a cycle."""
Progress = Callable[[IntakeFile, int], None]


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """How it went; ``known`` for a file that was taken in before, which changes nothing."""

    file: IntakeFile
    kind: IntakeKind
    known: bool = False
    reason: str = ""
    answers: tuple[str, ...] = ()
    """What to send back: an interchange of ours for each of theirs."""

    @property
    def answer(self) -> str:
        """All that is to be sent back, in one text."""
        return "".join(self.answers)

    def answer_names(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield the name of a file beside ``name`` for each answer, with the answer."""
        for ordinal, answer in enumerate(self.answers, start=1):
            yield f"{name}.997" if ordinal == 1 else f"{name}.{ordinal}.997", answer


class Intake:
    """Takes files into one database; ``partners`` is a folder of profiles beside its own; both are read for each file."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        is_stopped: Callable[[], bool] = lambda: False,
        partners: Path | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._is_stopped = is_stopped
        self._partners = partners

    def take(
        self, path: Path, name: str, mapping: TableMapping, progress: Progress = lambda _file, _size: None
    ) -> IntakeReport:
        """Take a file in, or go on with it where it was left.

        Raises:
            OSError: it cannot be read.
        """
        with path.open("rb") as stream:
            sha256, size = _hashed(stream)
            kind = kind_of(stream)
            with self._database.write() as connection:
                file = find_file(connection, sha256)
                if file is not None and file.state is IntakeState.DONE:
                    return IntakeReport(file, kind, known=True)
                file = file or add_file(connection, name, sha256, kind, size, self._clock(), _kept(kind, mapping))
            acknowledgements, partners = Acknowledgements(), known_partners(self._database, self._partners)
            try:
                parts = parts_of(stream, name, kind, mapping, partners, self._clock(), acknowledgements)
                with _collecting_seldom():
                    file = self._take_parts(parts, file, size, progress)
                state, reason = (IntakeState.STOPPED if self._is_stopped() else IntakeState.DONE), ""
            except NotX12Error:
                state, reason = IntakeState.REJECTED, "not_readable"
            except HeadingsError as error:
                state, reason = IntakeState.REJECTED, f"headings: {error}"
            except TableError as error:
                state, reason = IntakeState.REJECTED, error.fault.value
            except (OSError, SQLAlchemyError):
                raise
            except Exception as error:  # noqa: BLE001 - a defect of the reading costs the file that shows it, not the next
                note_failure(log, f"file {file.id} cannot be taken in", error)
                state, reason = IntakeState.REJECTED, f"not_readable: {type(error).__name__}"
        now = self._clock()
        answers = acknowledgements.written(now, file.id) if state is IntakeState.DONE else ()
        with self._database.write() as connection:
            finish(connection, file.id, state, now, reason, "".join(answers))
        return IntakeReport(replace(file, state=state), kind, reason=reason, answers=answers)

    def _take_parts(self, parts: Iterator[Part], file: IntakeFile, size: int, progress: Progress) -> IntakeFile:
        store, batch = IntakeStore(), list[Part]()
        for part in parts:
            if part.end <= file.position:
                continue
            batch.append(part)
            if len(batch) % BATCH == 0 and (len(batch) == MOST_PARTS or part.end - file.position > _MOST_BYTES):
                file = self._write_what_goes(store, batch, file)
                batch = []
                progress(file, size)
                if self._is_stopped():
                    return file
        if batch:
            file = self._write_what_goes(store, batch, file)
            progress(file, size)
        return file

    def _write_what_goes(self, store: IntakeStore, batch: list[Part], file: IntakeFile) -> IntakeFile:
        """Write a batch; one that the database refuses is halved until only the part it refuses is set aside."""
        try:
            return self._write(store, batch, file)
        except (DataError, IntegrityError, OverflowError, UnicodeError) as error:
            refusal = error
        store.forget()
        if len(batch) == 1:
            note_failure(log, "the database refuses a part of a file; it is set aside", refusal)
            return self._write(store, [_set_aside(batch[0], QuarantineReason.NOT_READABLE)], file)
        middle = len(batch) // 2
        for half in (batch[:middle], batch[middle:]):
            file = self._write_what_goes(store, half, file)
        return file

    def _write(self, store: IntakeStore, batch: list[Part], file: IntakeFile) -> IntakeFile:
        with self._database.write() as connection:
            as_only_writer(connection)
            # Another worker may have the same file under way; what it took in since is not taken in or counted again.
            file = as_it_stands(connection, file.id)
            batch = [part for part in batch if part.end > file.position]
            if not batch:
                return file
            outcomes: list[bool | None] = []
            faulty: list[Part] = []
            for first in range(0, len(batch), BATCH):
                told, wrong = self._take(store, connection, batch[first : first + BATCH])
                outcomes += told
                faulty += wrong
            changed = sum(outcome is True for outcome in outcomes)
            file = replace(
                file,
                position=batch[-1].end,
                changed=file.changed + changed,
                unchanged=file.unchanged + sum(outcome is False for outcome in outcomes),
                quarantined=file.quarantined + len(faulty),
            ).with_remarks(batch)
            advance(connection, file, faulty)
            note_strangers(connection, {part.stranger for part in batch if part.stranger}, file.id, self._clock())
        return file

    def _take(
        self, store: IntakeStore, connection: Connection, parts: Sequence[Part]
    ) -> tuple[list[bool | None], list[Part]]:
        """Take parts in; return what became of each record and reply, and the parts that are to be set aside."""
        records = [(at, record) for at, part in enumerate(parts) for record in part.records]
        outcomes = store.take(connection, [record for _, record in records], self._clock())
        faulty = {at: part for at, part in enumerate(parts) if part.fault is not None}
        for (at, _), outcome in zip(records, outcomes, strict=True):
            if outcome is None:
                faulty[at] = _set_aside(parts[at], QuarantineReason.UNKNOWN_SHIPMENT)
        for at, part in [(at, part) for at, part in enumerate(parts) if part.replies]:
            try:
                outcomes += take_replies(connection, part.replies, part.sender, self._clock())
            except QuarantineError as fault:
                faulty[at] = structs.replace(part, fault=fault)
        return outcomes, [faulty[at] for at in sorted(faulty)]


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Spare the collector of cycles the records of a batch, which end by themselves; it took a fifth of the time."""
    gc.set_threshold(_LOOKED_OVER, *_USUAL[1:])
    try:
        yield
    finally:
        gc.set_threshold(*_USUAL)


def _kept(kind: IntakeKind, mapping: TableMapping) -> str | None:
    """Return how a table is read, to read what is set aside of it again."""
    return None if kind is IntakeKind.X12 else written(mapping)


def _set_aside(part: Part, reason: QuarantineReason) -> Part:
    return structs.replace(part, records=(), fault=QuarantineError(reason))


def _hashed(stream: BinaryIO) -> tuple[bytes, int]:
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(_HASHED_AT_ONCE):
        digest.update(chunk)
        size += len(chunk)
    stream.seek(0)
    return digest.digest(), size


def kind_of(stream: BinaryIO) -> IntakeKind:
    """Tell what a file is by how it begins, whatever its name."""
    begin = stream.read(BEGINNING)
    stream.seek(0)
    if x12_begins_at(begin) is not None:
        return IntakeKind.X12
    if begin.startswith(WORKBOOK_BEGINNINGS):
        return IntakeKind.WORKBOOK
    return IntakeKind.CSV if begin.strip() else IntakeKind.UNKNOWN


def parts_of(
    stream: BinaryIO,
    name: str,
    kind: IntakeKind,
    mapping: TableMapping,
    partners: Partners,
    now: datetime,
    acknowledgements: Acknowledgements,
) -> Iterator[Part]:
    """Yield the parts of a file, each with what it says or why it is set aside.

    Raises:
        NotX12Error, TableError, HeadingsError: the file as a whole cannot be read.
    """
    match kind:
        case IntakeKind.X12:
            yield from read_parts(stream, partners, now, acknowledgements)
        case IntakeKind.CSV | IntakeKind.WORKBOOK:
            yield from read_table(stream, mapping, now, partners.of_file(name))
        case IntakeKind.UNKNOWN:
            raise NotX12Error
