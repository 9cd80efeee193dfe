# SPDX-License-Identifier: MIT
"""Read again what was set aside, line by line, with a correction or as it came."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from onlinesvc_desktop.backend.intake.attempt import attempt
from onlinesvc_desktop.backend.intake.partners import Partners
from onlinesvc_desktop.backend.intake.profile import Profile
from onlinesvc_desktop.backend.intake.records import QuarantineError, ReplyRecord, Said, ShipmentRecord
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping, parse_mapping
from onlinesvc_desktop.backend.intake.tables.read import record_of
from onlinesvc_desktop.backend.intake.x12.read import understand
from onlinesvc_desktop.backend.intake.x12.segments import NotX12Error, read_segments
from onlinesvc_desktop.backend.intake.x12.sets import TransactionSet, read_sets
from onlinesvc_desktop.backend.store.set_aside import SetAside
from onlinesvc_desktop.contract.intake import IntakeKind, QuarantineReason

_SEPARATOR_AT = 2
_ALWAYS_SHOWN = ("autopro_number", "status", "occurred_at", "city", "province")
_HEADINGS_OF = {
    QuarantineReason.BAD_AUTOPRO: ("autopro_number",),
    QuarantineReason.UNKNOWN_SHIPMENT: ("autopro_number",),
    QuarantineReason.BAD_STATUS: ("status", "reason"),
    QuarantineReason.BAD_DATE: ("occurred_at", "estimated_delivery", "reported_at"),
    QuarantineReason.BAD_TIME: ("occurred_time", "occurred_at"),
    QuarantineReason.NO_PLACE: ("city", "place", "province", "country"),
    QuarantineReason.BAD_WEIGHT: ("weight_kg", "weight_lb"),
    QuarantineReason.BAD_PIECES: ("pieces",),
}
_AT_THE_END = frozenset({QuarantineReason.WRONG_COUNT, QuarantineReason.WRONG_CONTROL, QuarantineReason.CUT_SHORT})


@dataclass(frozen=True, slots=True)
class Line:
    """One segment under its tag, or one cell under our heading."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """What a part says as it reads now; ``wrong`` is the place of the line at fault."""

    lines: tuple[Line, ...]
    records: tuple[ShipmentRecord, ...]
    fault: QuarantineError | None
    wrong: int | None
    replies: tuple[ReplyRecord, ...] = ()


def lines_of(part: SetAside) -> tuple[Line, ...]:
    """Return the lines of a part as it came; none of one that cannot be told into lines."""
    if part.kind is IntakeKind.X12:
        found = _set_of(part.content)
        separator = _separator(part.content)
        return () if found is None else tuple(Line(one.tag, separator.join(one.elements)) for one in found.segments)
    shown = dict.fromkeys(_ALWAYS_SHOWN, "") | dict(part.cells)
    return tuple(Line(name, value) for name, value in shown.items()) if part.cells else ()


def read_again(part: SetAside, values: Sequence[str], partners: Partners, now: datetime) -> ReadAgain:
    """Return what a part says with these lines, or with its own when there are none or not as many."""
    own = lines_of(part)
    fits = len(values) == len(own)
    lines = tuple(Line(line.name, value) for line, value in zip(own, values, strict=True)) if fits else own
    if part.kind is IntakeKind.X12:
        return _read_set(part, lines, partners)
    return _read_row(part, lines, partners.of_file(part.file_name), now)


def changes_between(before: Sequence[Line], after: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Return the lines that a correction changed."""
    return [(old, new) for old, new in zip(before, after, strict=True) if old != new]


def with_the_same_changes(lines: Sequence[Line], changes: Sequence[tuple[Line, Line]], separator: str) -> list[str]:
    """Return the lines of another part in which what a correction changed is changed alike.

    Of a segment each element that the correction changed is replaced where it stands at the same place with the same
    content; of a cell the whole of it.
    """
    return [_changed_alike(line, changes, separator) for line in lines]


def separator_of(part: SetAside) -> str:
    """Return what parts the elements of a part's lines; nothing parts those of a table."""
    return _separator(part.content) if part.kind is IntakeKind.X12 else ""


def _changed_alike(line: Line, changes: Sequence[tuple[Line, Line]], separator: str) -> str:
    for old, new in changes:
        if old.name != line.name:
            continue
        if not separator:
            if line.value == old.value:
                return new.value
            continue
        mine, theirs, ours = (text.split(separator) for text in (line.value, old.value, new.value))
        if len(theirs) != len(ours):
            if line.value == old.value:
                return new.value
            continue
        at = [place for place, (was, now) in enumerate(zip(theirs, ours, strict=True)) if was != now]
        if all(place < len(mine) and mine[place] == theirs[place] for place in at):
            return separator.join(ours[place] if place in at else element for place, element in enumerate(mine))
    return line.value


def _read_set(part: SetAside, lines: tuple[Line, ...], partners: Partners) -> ReadAgain:
    content = _written(part.content, lines) if lines else part.content
    found = _set_of(content)
    if found is None:
        return ReadAgain(lines, (), QuarantineError(part.reason, part.detail), None)
    said, fault = attempt(partial(understand, found, part.received_at, partners.of(part.sender)))
    return ReadAgain(lines, said.records, fault, _wrong_segment(found, fault), said.replies)


def _wrong_segment(found: TransactionSet, fault: QuarantineError | None) -> int | None:
    if fault is None:
        return None
    if fault.where is not None:
        return next((at for at, one in enumerate(found.segments) if one.start == fault.where.start), None)
    return len(found.segments) - 1 if fault.reason in _AT_THE_END else min(1, len(found.segments) - 1)


def _read_row(part: SetAside, lines: tuple[Line, ...], profile: Profile, now: datetime) -> ReadAgain:
    if not lines:
        return ReadAgain(lines, (), QuarantineError(part.reason, part.detail), None)
    values = {line.name: line.value.strip() for line in lines}
    mapping = parse_mapping(part.mapping) if part.mapping else TableMapping()
    said, fault = attempt(partial(_said, values, mapping, profile, now))
    return ReadAgain(lines, said.records, fault, _wrong_cell(lines, fault))


def _said(values: Mapping[str, str], mapping: TableMapping, profile: Profile, now: datetime) -> Said:
    return Said((record_of(values, mapping, now, profile),))


def _wrong_cell(lines: Sequence[Line], fault: QuarantineError | None) -> int | None:
    if fault is None:
        return None
    headings = _HEADINGS_OF.get(fault.reason, ())
    told = [at for at, line in enumerate(lines) if line.name in headings]
    named = (at for at in told if lines[at].value and lines[at].value in fault.detail)
    return next(named, next(iter(told), None))


def _separator(content: bytes) -> str:
    return content.lstrip()[_SEPARATOR_AT : _SEPARATOR_AT + 1].decode("latin-1")


def _set_of(content: bytes) -> TransactionSet | None:
    try:
        found = [one for one in read_sets(read_segments(io.BytesIO(content))) if isinstance(one, TransactionSet)]
    except NotX12Error:
        return None
    return found[0] if len(found) == 1 and found[0].kind else None


def _written(content: bytes, lines: Sequence[Line]) -> bytes:
    """Return lines as segments again, under the terminator of the first."""
    found = _set_of(content)
    assert found is not None
    first = found.segments[0].raw
    end = first.rstrip(b"\r\n")[-1:]
    terminator = b"\n" if end.isalnum() else end
    return b"".join(line.value.encode() + terminator for line in lines)
