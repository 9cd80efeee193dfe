# SPDX-License-Identifier: MIT
"""Parts of files that were set aside: found with all that is needed to read them again, and settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, select, update

from onlinesvc_desktop.backend.store.tables.intake import intake_files, intake_quarantine
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.intake import IntakeKind, QuarantineReason
from onlinesvc_desktop.contract.messages import from_json


class Settlement(StrEnum):
    """What became of a part that was set aside."""

    IMPORTED = "imported"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A part that was set aside, as it came, with how its file was read."""

    id: int
    file_id: int
    file_name: str
    kind: IntakeKind
    content: bytes
    cells: Mapping[str, str]
    mapping: str
    sender: str
    received_at: datetime
    reason: QuarantineReason
    detail: str
    control: str
    is_settled: bool


def find_set_aside(connection: Connection, row_id: int) -> SetAside | None:
    """Return one part."""
    row = connection.execute(_parts().where(intake_quarantine.c.id == row_id)).first()
    return None if row is None else _part(row)


def alike(connection: Connection, part: SetAside) -> list[SetAside]:
    """Return what else waits of the same sender for the same reason, the oldest first.

    A table whose sender has no profile stands for itself.
    """
    statement = (
        _parts()
        .where(
            intake_quarantine.c.settled_at.is_(None),
            intake_quarantine.c.reason == part.reason.value,
            intake_quarantine.c.sender == part.sender,
            intake_quarantine.c.id != part.id,
        )
        .order_by(intake_quarantine.c.id)
    )
    if not part.sender:
        statement = statement.where(intake_quarantine.c.file_id == part.file_id)
    return [_part(row) for row in connection.execute(statement)]


def settle(connection: Connection, parts: Sequence[SetAside], how: Settlement, now: datetime) -> None:
    """Note what became of parts."""
    values = {"settled_at": to_seconds(now), "settlement": how.value}
    rows = [part.id for part in parts]
    connection.execute(update(intake_quarantine).where(intake_quarantine.c.id.in_(rows)).values(values))


def note_taken(connection: Connection, file_id: int, changed: int, unchanged: int) -> None:
    """Count on a file what went in by hand."""
    counts = {"changed": intake_files.c.changed + changed, "unchanged": intake_files.c.unchanged + unchanged}
    connection.execute(update(intake_files).where(intake_files.c.id == file_id).values(counts))


def dismiss_file(connection: Connection, file_id: int, now: datetime) -> bool:
    """Let a file and all that waits of it count no longer; False when there is none."""
    at = to_seconds(now)
    found = connection.execute(update(intake_files).where(intake_files.c.id == file_id).values(settled_at=at))
    waiting = intake_quarantine.c.file_id == file_id, intake_quarantine.c.settled_at.is_(None)
    values = {"settled_at": at, "settlement": Settlement.DISMISSED.value}
    connection.execute(update(intake_quarantine).where(*waiting).values(values))
    return found.rowcount == 1


def _parts() -> Select[Any]:
    file = intake_files.c.name.label("file_name"), intake_files.c.kind, intake_files.c.mapping, intake_files.c.received_at
    return select(intake_quarantine, *file).join(intake_files, intake_quarantine.c.file_id == intake_files.c.id)


def _part(row: Row[Any]) -> SetAside:
    return SetAside(
        id=row.id,
        file_id=row.file_id,
        file_name=row.file_name,
        kind=IntakeKind(row.kind),
        content=bytes(row.content),
        cells=from_json(row.cells, dict[str, str]) if row.cells else {},
        mapping=row.mapping or "",
        sender=row.sender,
        received_at=from_seconds(row.received_at),
        reason=QuarantineReason(row.reason),
        detail=row.detail,
        control=row.control,
        is_settled=row.settled_at is not None,
    )
