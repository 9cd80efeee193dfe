# SPDX-License-Identifier: MIT
"""Gather segments into transaction sets, and tell those that are whole from those that are not."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from onlinesvc_desktop.backend.intake.records import QuarantineError
from onlinesvc_desktop.backend.intake.x12.segments import Segment
from onlinesvc_desktop.contract.intake import QuarantineReason

_MOST_SEGMENTS = 5_000
_BEGINS_ANOTHER = frozenset({"ISA", "GS", "ST", "GE", "IEA"})


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sent it, to whom, when, under which control numbers."""

    sender: str = ""
    receiver: str = ""
    interchange: str = ""
    group: str = ""
    functional: str = ""
    date: str = ""
    time: str = ""


@dataclass(slots=True)
class TransactionSet:
    """The segments between ST and SE, both included."""

    envelope: Envelope
    kind: str
    control: str
    segments: list[Segment] = field(default_factory=list)
    fault: QuarantineError | None = None

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
        return b"".join(segment.raw for segment in self.segments)


def read_sets(segments: Iterator[Segment]) -> Iterator[TransactionSet]:
    """Yield transaction sets; one that is cut, miscounted or astray carries its fault."""
    envelope = Envelope()
    current: TransactionSet | None = None
    for segment in segments:
        if segment.tag in _BEGINS_ANOTHER and current is not None:
            yield _broken_off(current, segment.tag)
            current = None
        if segment.tag in ("ISA", "GS"):
            envelope = _opened(envelope, segment)
        elif segment.tag == "ST":
            current = TransactionSet(envelope, segment.element(1), segment.element(2), [segment])
        elif segment.tag not in _BEGINS_ANOTHER:
            if current is None:
                current = TransactionSet(envelope, "", "")
            current.segments.append(segment)
            if segment.tag == "SE" and current.kind:
                yield _checked(current, segment)
                current = None
            elif len(current.segments) > _MOST_SEGMENTS:
                yield _faulty(current, QuarantineReason.TOO_LONG, str(_MOST_SEGMENTS))
                current = None
    if current is not None:
        yield _broken_off(current, "end of file")


def _opened(envelope: Envelope, segment: Segment) -> Envelope:
    if segment.tag == "ISA":
        return Envelope(segment.element(6), segment.element(8), segment.element(13))
    return replace(
        envelope,
        sender=segment.element(2) or envelope.sender,
        receiver=segment.element(3) or envelope.receiver,
        group=segment.element(6),
        functional=segment.element(1),
        date=segment.element(4),
        time=segment.element(5),
    )


def _broken_off(found: TransactionSet, at: str) -> TransactionSet:
    """Say that a set has no end, or that segments stand where no set was opened."""
    return _faulty(found, QuarantineReason.CUT_SHORT if found.kind else QuarantineReason.OUTSIDE, at)


def _checked(found: TransactionSet, end: Segment) -> TransactionSet:
    if end.element(1) != str(len(found.segments)) and end.element(1).lstrip("0") != str(len(found.segments)):
        return _faulty(found, QuarantineReason.WRONG_COUNT, f"SE01 {end.element(1)}, {len(found.segments)}")
    if end.element(2) != found.control:
        return _faulty(found, QuarantineReason.WRONG_CONTROL, f"{found.control} {end.element(2)}")
    return found


def _faulty(found: TransactionSet, reason: QuarantineReason, detail: str) -> TransactionSet:
    found.fault = QuarantineError(reason, detail)
    return found
