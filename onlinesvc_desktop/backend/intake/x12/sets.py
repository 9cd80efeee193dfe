# SPDX-License-Identifier: MIT
"""Gather segments into transaction sets, and tell those that are whole from those that are not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from onlinesvc_desktop.backend.intake.records import QuarantineError
from onlinesvc_desktop.backend.intake.x12.segments import Segment
from onlinesvc_desktop.contract.intake import QuarantineReason

_MOST_SEGMENTS = 5_000
_BEGINS_ANOTHER = frozenset({"ISA", "GS", "ST", "GE", "IEA"})
_ENDS_OR_BEGINS = _BEGINS_ANOTHER | {"SE"}
ISA_ELEMENTS = 17


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sent it, to whom, when, under which control numbers.

    ``isa`` holds the elements of the interchange by their numbers, none where there is no whole one. ``start`` and
    ``group_start`` are the byte positions of ISA and GS: control numbers may come twice in a file, positions never do.
    """

    isa: tuple[str, ...] = ()
    start: int = -1
    group_start: int = -1
    functional: str = ""
    sender: str = ""
    receiver: str = ""
    date: str = ""
    time: str = ""
    group: str = ""
    version: str = ""

    @property
    def identity(self) -> str:
        """Who sent the interchange: ISA qualifier and identification, as in ``02:KWAY``; empty without an ISA."""
        return f"{self.isa[5]}:{self.isa[6]}" if self.isa else ""


@dataclass(frozen=True, slots=True)
class Trailer:
    """A GE or IEA, held against what went before it; ``count`` is what it says, ``end`` where it ends in the file."""

    envelope: Envelope
    tag: str
    count: str
    is_count_right: bool
    is_control_right: bool
    end: int


class TransactionSet(msgspec.Struct):
    """The segments between ST and SE, both included."""

    envelope: Envelope
    kind: str
    control: str
    segments: list[Segment] = msgspec.field(default_factory=list)
    fault: QuarantineError | None = None
    by_tag: dict[str, list[Segment]] | None = None

    @property
    def start(self) -> int:
        """Where it begins in the file."""
        return self.segments[0].start

    @property
    def end(self) -> int:
        """Where it ends in the file."""
        return self.segments[-1].end

    @property
    def raw(self) -> bytes:
        """Its original bytes."""
        return b"".join([segment.raw for segment in self.segments])

    def of(self, tag: str) -> Sequence[Segment]:
        """Return the segments of a name, in their order; the first call sorts them all."""
        if self.by_tag is None:
            self.by_tag = {}
            for segment in self.segments:
                if segment.tag in self.by_tag:
                    self.by_tag[segment.tag].append(segment)
                else:
                    self.by_tag[segment.tag] = [segment]
        return self.by_tag.get(tag, ())

    def first(self, tag: str) -> Segment | None:
        """Return the first segment of a name."""
        found = self.of(tag)
        return found[0] if found else None


def read_sets(segments: Iterator[Segment]) -> Iterator[TransactionSet | Trailer]:
    """Yield transaction sets, one that is cut, miscounted or astray with its fault, and the trailers between them.

    A TA1 is read and left alone: it answers an interchange of ours.
    """
    around = _Around()
    current: TransactionSet | None = None
    gathered: list[Segment] = []
    for segment in segments:
        if current is not None and segment.tag not in _ENDS_OR_BEGINS and len(gathered) < _MOST_SEGMENTS:
            gathered.append(segment)
            continue
        if segment.tag in _BEGINS_ANOTHER and current is not None:
            yield _broken_off(current, segment.tag)
            current = None
        if segment.tag == "ST":
            around.sets += 1
            gathered = [segment]
            current = TransactionSet(around.envelope, segment.values[1], segment.values[2], gathered)
        elif segment.tag in _BEGINS_ANOTHER:
            found = around.entered(segment)
            if found is not None:
                yield found
        elif segment.tag != "TA1" or current is not None:
            current = current or TransactionSet(around.envelope, "", "")
            gathered = current.segments
            gathered.append(segment)
            if _is_ended(current, segment):
                yield current
                current = None
    if current is not None:
        yield _broken_off(current, "end of file")


@dataclass(slots=True)
class _Around:
    """The envelope the reader is in, and what it has counted there."""

    envelope: Envelope = Envelope()
    sets: int = 0
    groups: int = 0

    def entered(self, segment: Segment) -> TransactionSet | Trailer | None:
        """Take an ISA, GS, GE or IEA; return what there is to say of it."""
        match segment.tag:
            case "ISA":
                self.envelope, self.groups = _opened(segment), 0
                if not self.envelope.isa:
                    return _faulty(TransactionSet(self.envelope, "", "", [segment]), QuarantineReason.NOT_READABLE, "ISA")
            case "GS":
                self.envelope, self.groups, self.sets = _grouped(self.envelope, segment), self.groups + 1, 0
            case tag:
                return _trailer(self.envelope, segment, self.sets if tag == "GE" else self.groups)
        return None


def _opened(segment: Segment) -> Envelope:
    if len(segment.elements) != ISA_ELEMENTS:
        return Envelope(start=segment.start)
    return Envelope(tuple(segment.element(number) for number in range(ISA_ELEMENTS)), segment.start)


def _grouped(envelope: Envelope, segment: Segment) -> Envelope:
    isa = envelope.isa or ("",) * ISA_ELEMENTS
    return replace(
        envelope,
        group_start=segment.start,
        functional=segment.element(1),
        sender=segment.element(2) or isa[6],
        receiver=segment.element(3) or isa[8],
        date=segment.element(4),
        time=segment.element(5),
        group=segment.element(6),
        version=segment.element(8),
    )


def _is_same(control: str, other: str) -> bool:
    """Tell whether two control numbers are one, padded with zeros or not."""
    return control == other or (control.lstrip("0") == other.lstrip("0") and control.isascii() and control.isdigit())


def _trailer(envelope: Envelope, segment: Segment, seen: int) -> Trailer:
    control = envelope.group if segment.tag == "GE" else envelope.isa[13] if envelope.isa else ""
    count = segment.element(1)
    is_count_right = count.isascii() and count.isdigit() and count.lstrip("0") == str(seen).lstrip("0")
    return Trailer(envelope, segment.tag, count, is_count_right, _is_same(segment.element(2), control), segment.end)


def _broken_off(found: TransactionSet, at: str) -> TransactionSet:
    """Say that a set has no end, or that segments stand where no set was opened."""
    return _faulty(found, QuarantineReason.CUT_SHORT if found.kind else QuarantineReason.OUTSIDE, at)


def _is_ended(found: TransactionSet, segment: Segment) -> bool:
    if segment.tag == "SE" and found.kind:
        _check(found, segment)
        return True
    if len(found.segments) > _MOST_SEGMENTS:
        _faulty(found, QuarantineReason.TOO_LONG, str(_MOST_SEGMENTS))
        return True
    return False


def _check(found: TransactionSet, end: Segment) -> None:
    if end.element(1) != str(len(found.segments)) and end.element(1).lstrip("0") != str(len(found.segments)):
        _faulty(found, QuarantineReason.WRONG_COUNT, f"SE01 {end.element(1)}, {len(found.segments)}")
    elif end.element(2) != found.control:
        _faulty(found, QuarantineReason.WRONG_CONTROL, f"{found.control} {end.element(2)}")


def _faulty(found: TransactionSet, reason: QuarantineReason, detail: str) -> TransactionSet:
    found.fault = QuarantineError(reason, detail)
    return found
