# SPDX-License-Identifier: MIT
"""Answer an interchange by 997: how many transaction sets of each group were taken, and which were not."""

from dataclasses import dataclass, field
from datetime import datetime

from onlinesvc_desktop.backend.intake.x12.sets import Envelope, TransactionSet

_MOST_NAMED = 1_000
_REJECTED = "R"


@dataclass(slots=True)
class _Group:
    envelope: Envelope
    received: int = 0
    accepted: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


class Acknowledgements:
    """Count as sets go by; refused ones are named, the first thousand of a group."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, str], _Group] = {}

    def note(self, found: TransactionSet, accepted: bool) -> None:
        """Count one transaction set; what stands outside a group is nobody's to acknowledge."""
        envelope = found.envelope
        if not found.kind or found.kind == "997" or not envelope.group:
            return
        group = self._groups.setdefault((envelope.interchange, envelope.group), _Group(envelope))
        group.received += 1
        if accepted:
            group.accepted += 1
        elif len(group.refused) < _MOST_NAMED:
            group.refused.append((found.kind, found.control))

    def written(self, now: datetime, number: int) -> str:
        """Return an interchange with a 997 for each group, under a control number of ours; nothing when there was none."""
        if not self._groups:
            return ""
        first = next(iter(self._groups.values())).envelope
        day, time = now.strftime("%Y%m%d"), now.strftime("%H%M")
        isa = ["ISA", "00", " " * 10, "00", " " * 10, "ZZ", f"{first.receiver:<15.15}", "ZZ", f"{first.sender:<15.15}"]
        isa += [day[2:], time, "U", "00401", f"{number % 10**9:09}", "0", "P", ">"]
        segments = ["*".join(isa), f"GS*FA*{first.receiver}*{first.sender}*{day}*{time}*{number}*X*004010"]
        for ordinal, group in enumerate(self._groups.values(), start=1):
            segments += _acknowledgement(group, f"{ordinal:04}")
        segments += [f"GE*{len(self._groups)}*{number}", f"IEA*1*{number % 10**9:09}"]
        return "~\n".join(segments) + "~\n"


def _acknowledgement(group: _Group, control: str) -> list[str]:
    verdict = "A" if group.accepted == group.received else "P" if group.accepted else _REJECTED
    body = [f"ST*997*{control}", f"AK1*{group.envelope.functional}*{group.envelope.group}"]
    for kind, number in group.refused:
        body += [f"AK2*{kind}*{number}", f"AK5*{_REJECTED}"]
    body.append(f"AK9*{verdict}*{group.received}*{group.received}*{group.accepted}")
    return [*body, f"SE*{len(body) + 1}*{control}"]
