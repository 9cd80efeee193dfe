# SPDX-License-Identifier: MIT
"""Which files were taken in, how far, and what of them was set aside."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection, Row, and_, func, or_, select, update

from onlinesvc_desktop.backend.intake.records import Part
from onlinesvc_desktop.backend.store.bulk import insert_rows
from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.tables.intake import intake_files, intake_quarantine
from onlinesvc_desktop.backend.store.tables.shipments import shipments
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.backend.store.upsert import upsert
from onlinesvc_desktop.contract.intake import (
    IntakeFileItem,
    IntakeKind,
    IntakeState,
    QuarantineItem,
    QuarantineReason,
    ReasonCount,
    RemarkItem,
)
from onlinesvc_desktop.contract.messages import from_json

_MOST_CONTENT = 65_536
_MOST_REMARKS = 100


@dataclass(frozen=True, slots=True)
class IntakeFile:
    """A file as far as it was taken in."""

    id: int
    state: IntakeState
    position: int
    changed: int
    unchanged: int
    quarantined: int
    remarked: int = 0
    remarks: tuple[RemarkItem, ...] = ()

    def with_remarks(self, parts: Iterable[Part]) -> "IntakeFile":
        """Return the file with what was noticed in more of its parts; the first hundred are kept in words."""
        more = [RemarkItem(one.code, one.detail, part.control) for part in parts for one in part.remarks]
        return replace(self, remarked=self.remarked + len(more), remarks=(*self.remarks, *more)[:_MOST_REMARKS])


def find_file(connection: Connection, sha256: bytes) -> IntakeFile | None:
    """Return a file by its content."""
    row = connection.execute(select(intake_files).where(intake_files.c.sha256 == sha256)).first()
    return None if row is None else _file(row)


def _file(row: Row[Any]) -> IntakeFile:
    return IntakeFile(
        row.id,
        IntakeState(row.state),
        row.position,
        row.changed,
        row.unchanged,
        row.quarantined,
        row.remarked,
        _remarks(row),
    )


def known_numbers(connection: Connection, numbers: set[str]) -> set[str]:
    """Return those of some autopro numbers under which there is a shipment."""
    wanted = shipments.c.autopro_number.in_(sorted(numbers))
    return set(connection.execute(select(shipments.c.autopro_number).where(wanted)).scalars())


def add_file(
    connection: Connection, name: str, sha256: bytes, kind: IntakeKind, size: int, at: datetime, mapping: str | None = None
) -> IntakeFile:
    """Note that a file is being taken in; return it as another worker left it, who noted it meanwhile."""
    values = {
        "name": _storable(name),
        "sha256": sha256,
        "kind": kind.value,
        "state": IntakeState.RUNNING.value,
        "size": size,
        "position": 0,
        "changed": 0,
        "unchanged": 0,
        "quarantined": 0,
        "reason": "",
        "answer": "",
        "received_at": to_seconds(at),
        "mapping": None if mapping is None else _storable(mapping),
    }
    row = upsert(intake_files, connection.dialect.name).values(**values).on_conflict_do_nothing()
    row_id = connection.execute(row.returning(intake_files.c.id)).scalar()
    if row_id is None:
        return _file(connection.execute(select(intake_files).where(intake_files.c.sha256 == sha256)).one())
    return IntakeFile(row_id, IntakeState.RUNNING, 0, 0, 0, 0)


def as_it_stands(connection: Connection, file_id: int) -> IntakeFile:
    """Return a file by its row, as far as any worker took it in."""
    return _file(connection.execute(select(intake_files).where(intake_files.c.id == file_id)).one())


def advance(connection: Connection, file: IntakeFile, faulty: Sequence[Part]) -> None:
    """Keep how far a file has come, and what of it was set aside, in the transaction that took the rest in."""
    connection.execute(
        update(intake_files)
        .where(intake_files.c.id == file.id)
        .values(
            state=IntakeState.RUNNING.value,
            position=file.position,
            changed=file.changed,
            unchanged=file.unchanged,
            quarantined=file.quarantined,
            remarked=file.remarked,
            remarks=_storable(msgspec.json.encode(file.remarks).decode()),
        )
    )
    rows = [
        (
            *(file.id, part.position, _storable(part.control), part.fault.reason.value),
            *(_storable(part.fault.detail), part.content[:_MOST_CONTENT], _storable(part.sender)),
            _storable(msgspec.json.encode(dict(part.cells)).decode()) if part.cells else None,
        )
        for part in faulty
        if part.fault is not None
    ]
    columns = ("file_id", "position", "control", "reason", "detail", "content", "sender", "cells")
    insert_rows(connection, intake_quarantine, columns, rows)


def finish(
    connection: Connection, file_id: int, state: IntakeState, at: datetime, reason: str = "", answer: str = ""
) -> None:
    """Note how it ended; a file that another worker took in to its end stays so."""
    connection.execute(
        update(intake_files)
        .where(intake_files.c.id == file_id, intake_files.c.state != IntakeState.DONE.value)
        .values(state=state.value, finished_at=to_seconds(at), reason=reason, answer=_storable(answer))
    )


def _storable(text: str) -> str:
    """Return a text of a file as every database takes it: PostgreSQL has no NUL, and neither knows half a character."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\N{REPLACEMENT CHARACTER}")


def list_files(connection: Connection, state: IntakeState | None, search: Search) -> list[IntakeFileItem]:
    """Return files whose name contains every word, the newest first."""
    statement = select(intake_files)
    if state is not None:
        statement = statement.where(intake_files.c.state == state.value)
    rows = search_rows(connection, statement, intake_files.c.id, lambda row: str(row.name), search)
    reasons = _reasons_of(connection, [row.id for row in rows])
    return [_item(row, reasons[row.id]) for row in rows]


def count_faulty_files(connection: Connection) -> int:
    """Return how many files were rejected, stopped or not imported whole, and not dealt with since."""
    waiting = select(intake_quarantine.c.file_id).where(intake_quarantine.c.settled_at.is_(None))
    whole = intake_files.c.state.in_((IntakeState.REJECTED.value, IntakeState.STOPPED.value))
    faulty = or_(and_(whole, intake_files.c.settled_at.is_(None)), intake_files.c.id.in_(waiting))
    return int(connection.execute(select(func.count()).select_from(intake_files).where(faulty)).scalar_one())


def _reasons_of(connection: Connection, file_ids: Sequence[int]) -> defaultdict[int, list[ReasonCount]]:
    count = func.count().label("parts")
    columns = intake_quarantine.c.file_id, intake_quarantine.c.reason
    statement = select(*columns, count).where(
        intake_quarantine.c.file_id.in_(file_ids), intake_quarantine.c.settled_at.is_(None)
    )
    found = defaultdict[int, list[ReasonCount]](list)
    for row in connection.execute(statement.group_by(*columns).order_by(count.desc(), intake_quarantine.c.reason)):
        found[row.file_id].append(ReasonCount(QuarantineReason(row.reason), row.parts))
    return found


def find_item(connection: Connection, file_id: int) -> IntakeFileItem:
    """Return one file by its row."""
    row = connection.execute(select(intake_files).where(intake_files.c.id == file_id)).one()
    return _item(row, _reasons_of(connection, [file_id])[file_id])


def list_quarantine(connection: Connection, file_id: int, search: Search) -> list[QuarantineItem]:
    """Return what waits of a file for a hand, the last first."""
    statement = select(intake_quarantine).where(
        intake_quarantine.c.file_id == file_id, intake_quarantine.c.settled_at.is_(None)
    )

    def text_of(row: Row[Any]) -> str:
        return f"{row.control} {row.detail} {bytes(row.content).decode('utf-8', 'replace')}"

    return [
        QuarantineItem(
            row.id,
            row.position,
            row.control,
            QuarantineReason(row.reason),
            row.detail,
            bytes(row.content).decode("utf-8", "replace"),
        )
        for row in search_rows(connection, statement, intake_quarantine.c.id, text_of, search)
    ]


def _item(row: Row[Any], reasons: Sequence[ReasonCount]) -> IntakeFileItem:
    return IntakeFileItem(
        id=row.id,
        name=row.name,
        kind=IntakeKind(row.kind),
        state=IntakeState(row.state),
        size=row.size,
        position=row.position,
        changed=row.changed,
        unchanged=row.unchanged,
        quarantined=row.quarantined,
        received_at=from_seconds(row.received_at),
        finished_at=UNSET if row.finished_at is None else from_seconds(row.finished_at),
        reason=row.reason,
        answer=row.answer,
        remarked=row.remarked,
        remarks=_remarks(row),
        reasons=tuple(reasons),
        left=sum(one.count for one in reasons),
        is_settled=row.settled_at is not None,
    )


def _remarks(row: Row[Any]) -> tuple[RemarkItem, ...]:
    return from_json(row.remarks, tuple[RemarkItem, ...])
