# SPDX-License-Identifier: MIT
"""Answer interchanges: a 997 (a 999 from 005010 on) for each group, and a TA1 where the sender asks for one.

Each interchange has an answer of its own, addressed back as its ISA was addressed to us: qualifiers, identifications and
usage indicator mirrored, so that a VAN or an AS2 gateway routes it to whoever sent the interchange. Answers are never
answered. Sources: X12 997 and 999, elements 715 to 726, I17, I18; domain.md 3.1.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from onlinesvc_desktop.backend.intake.records import QuarantineError, Remark, Where
from onlinesvc_desktop.backend.intake.x12.read import NOT_ANSWERED
from onlinesvc_desktop.backend.intake.x12.sets import Envelope, Trailer, TransactionSet
from onlinesvc_desktop.contract.intake import QuarantineReason

_MOST_NAMED = 1_000
_FROM_999 = "005010"
_GUIDE_999 = "005010X231A1"
_SET_ERRORS: Final = {
    QuarantineReason.UNKNOWN_SET: "1",
    QuarantineReason.CUT_SHORT: "2",
    QuarantineReason.WRONG_CONTROL: "3",
    QuarantineReason.WRONG_COUNT: "4",
}
"""Element 718; any other fault lies in a segment."""
_SEGMENTS_IN_ERROR = "5"
_ELEMENT_ERRORS: Final = {
    QuarantineReason.BAD_DATE: "8",
    QuarantineReason.BAD_TIME: "9",
    QuarantineReason.BAD_REFERENCE: "5",
}
"""Element 723; an empty element is a mandatory one that is missing, any other is an invalid code value."""
_MISSING, _INVALID = "1", "7"
_MISSING_SEGMENT, _ELEMENTS_IN_ERROR = "3", "8"
_LONGEST_COPY = 99


@dataclass(frozen=True, slots=True)
class _Named:
    """A transaction set the answer speaks of, with the segments and elements at fault."""

    kind: str
    control: str
    verdict: str
    error: str
    lines: tuple[str, ...]


@dataclass(slots=True)
class _Group:
    envelope: Envelope
    received: int = 0
    accepted: int = 0
    named: list[_Named] = field(default_factory=list)
    declared: str = ""
    error: str = "3"
    """Element 716: the group has no trailer, until one is seen."""


@dataclass(slots=True)
class _Interchange:
    envelope: Envelope
    groups: dict[int, _Group] = field(default_factory=dict)
    note: str = "023"
    """Element I18: the interchange has no end, until one is seen."""


class Acknowledgements:
    """Count as sets and trailers go by; refused ones and those with something left out are named, the first thousand."""

    def __init__(self) -> None:
        self._interchanges: dict[int, _Interchange] = {}
        self._envelope = Envelope()
        self._current = _Group(self._envelope)
        """The group of the set before, by its envelope."""

    def note(self, found: TransactionSet, fault: QuarantineError | None, remarks: Sequence[Remark] = ()) -> None:
        """Count one transaction set; what stands outside a group is nobody's to acknowledge."""
        envelope = found.envelope
        if not found.kind or found.kind in NOT_ANSWERED or not envelope.isa or not envelope.group:
            return
        if envelope is not self._envelope:
            self._envelope, self._current = envelope, self._group(envelope)
        group = self._current
        group.received += 1
        group.accepted += fault is None
        if len(group.named) < _MOST_NAMED and (named := _named(found, fault, remarks)) is not None:
            group.named.append(named)

    def _group(self, envelope: Envelope) -> _Group:
        interchange = self._interchanges.get(envelope.start)
        if interchange is None:
            interchange = self._interchanges[envelope.start] = _Interchange(envelope)
        group = interchange.groups.get(envelope.group_start)
        if group is None:
            group = interchange.groups[envelope.group_start] = _Group(envelope)
        return group

    def note_trailer(self, trailer: Trailer) -> None:
        """Hold a GE or IEA against what went by."""
        interchange = self._interchanges.get(trailer.envelope.start)
        if interchange is None:
            return
        if trailer.tag == "IEA":
            interchange.note = "001" if not trailer.is_control_right else "000" if trailer.is_count_right else "021"
        elif (group := interchange.groups.get(trailer.envelope.group_start)) is not None:
            group.declared = trailer.count
            group.error = "4" if not trailer.is_control_right else "" if trailer.is_count_right else "5"

    def written(self, now: datetime, number: int) -> tuple[str, ...]:
        """Return an interchange of ours for each of theirs; ``number`` is that of the file, for our control numbers."""
        return tuple(
            _answer(interchange, now, (number * 1_000 + ordinal) % 10**9)
            for ordinal, interchange in enumerate(self._interchanges.values())
        )


def _named(found: TransactionSet, fault: QuarantineError | None, remarks: Sequence[Remark]) -> _Named | None:
    if fault is None and not remarks:
        return None
    places = [(one.reason, one.where) for one in remarks if one.reason is not None and one.where is not None]
    if fault is None and not places:
        return None
    error = _SEGMENTS_IN_ERROR if fault is None else _SET_ERRORS.get(fault.reason, _SEGMENTS_IN_ERROR)
    if fault is not None:
        places = [] if fault.where is None else [(fault.reason, fault.where)]
    lines = [line for reason, where in places for line in _lines(found, reason, where)]
    if fault is not None and fault.reason is QuarantineReason.NO_HEADING:
        lines.append(f"3*{fault.detail}*2**{_MISSING_SEGMENT}")
    return _Named(found.kind, found.control, "E" if fault is None else "R", error, tuple(lines))


def _lines(found: TransactionSet, reason: QuarantineReason, where: Where) -> Iterator[str]:
    ordinal = next((at for at, one in enumerate(found.segments, start=1) if one.start == where.start), 0)
    if ordinal:
        code = _ELEMENT_ERRORS.get(reason, _INVALID) if where.value else _MISSING
        yield f"3*{where.tag}*{ordinal}**{_ELEMENTS_IN_ERROR}"
        yield f"4*{where.element}**{code}*{_plain(where.value)[:_LONGEST_COPY].strip()}".rstrip("*")


def _answer(interchange: _Interchange, now: datetime, number: int) -> str:
    isa = interchange.envelope.isa
    day, time = now.strftime("%Y%m%d"), now.strftime("%H%M")
    version = isa[12] if len(isa[12]) == 5 and isa[12].isdigit() else "00401"
    head = ["ISA", "00", " " * 10, "00", " " * 10, f"{_plain(isa[7]):<2.2}", f"{_plain(isa[8]):<15.15}"]
    head += [f"{_plain(isa[5]):<2.2}", f"{_plain(isa[6]):<15.15}", day[2:], time, "^" if version >= "00501" else "U"]
    head += [version, f"{number:09}", "0", isa[15] if isa[15] in ("P", "T", "I") else "P", ">"]
    segments = ["*".join(head)]
    if isa[14] == "1":
        verdict = "A" if interchange.note == "000" else "E"
        segments.append(f"TA1*{isa[13]}*{isa[9]}*{isa[10]}*{verdict}*{interchange.note}")
    groups: dict[tuple[str, str, str], list[_Group]] = {}
    for group in interchange.groups.values():
        key = _plain(group.envelope.receiver), _plain(group.envelope.sender), _release(group.envelope)
        groups.setdefault(key, []).append(group)
    for ordinal, ((ours, theirs, release), answered) in enumerate(groups.items(), start=1):
        guide = _GUIDE_999 if release >= _FROM_999 else release
        segments.append(f"GS*FA*{ours}*{theirs}*{day}*{time}*{ordinal}*X*{guide}")
        for at, group in enumerate(answered, start=1):
            segments += _acknowledgement(group, f"{at:04}", is_999=release >= _FROM_999)
        segments.append(f"GE*{len(answered)}*{ordinal}")
    segments.append(f"IEA*{len(groups)}*{number:09}")
    return "~\n".join(segments) + "~\n"


def _acknowledgement(group: _Group, control: str, is_999: bool) -> list[str]:
    envelope, letters = group.envelope, "IK" if is_999 else "AK"
    accepted = "E" if group.named or group.error else "A"
    verdict = accepted if group.accepted == group.received else "P" if group.accepted else "R"
    told = f"*{envelope.version}" if is_999 and envelope.version else ""
    body = [f"ST*{'999' if is_999 else '997'}*{control}" + (f"*{_GUIDE_999}" if is_999 else "")]
    body.append(f"AK1*{_plain(envelope.functional)}*{_plain(envelope.group)}{_plain(told, keep='*')}")
    for one in group.named:
        body.append(f"AK2*{_plain(one.kind)}*{_plain(one.control)}")
        body += [f"{letters}{line}" for line in one.lines]
        body.append(f"{letters}5*{one.verdict}*{one.error}")
    declared = group.declared if group.declared.isdigit() and len(group.declared) <= 6 else str(group.received)
    body.append(f"AK9*{verdict}*{declared}*{group.received}*{group.accepted}*{group.error}".rstrip("*"))
    return [*body, f"SE*{len(body) + 1}*{control}"]


def _release(envelope: Envelope) -> str:
    """Return version and release of a group, 004010 when it tells none."""
    release = envelope.version[:6]
    return release if len(release) == 6 and release.isdigit() else "004010"


def _plain(text: str, keep: str = "") -> str:
    """Return a text without our own delimiters, for a partner's may differ."""
    return "".join(" " if (c in "*~>^" and c not in keep) or not c.isprintable() else c for c in text)
