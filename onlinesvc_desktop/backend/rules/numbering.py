# SPDX-License-Identifier: MIT
"""Which numbers a range may still give, whatever state of it was put back (ADR 0014).

A database that is older than its mark was restored: everything up to the mark may stand on paper, and so may every number
that came back since.
"""

from dataclasses import dataclass, replace

_CHUNK = 1_000
_SHARE = 100
LOST_MARK_GAP = 10_000
"""Numbers left out when a range was used and nobody can say how far: more than a carrier gives out between two copies."""


@dataclass(frozen=True, slots=True)
class RangeState:
    """A range: its ends, the next serial number, and how far it may have come in a later state."""

    first: int
    last: int
    next: int
    reserved: int
    reuses: int

    @property
    def left(self) -> int:
        """How many numbers were never given out."""
        return max(0, self.last + 1 - self.next)


@dataclass(frozen=True, slots=True)
class Aligned:
    """A range brought up to its mark; ``was_restored`` says that numbers which came back must not be trusted."""

    state: RangeState
    was_restored: bool


def aligned(state: RangeState, mark: tuple[int, int] | None) -> Aligned:
    """Return the range as it may go on, given reserved and reuses of its mark, None where the mark does not know it."""
    if mark is None:
        if state.reserved == state.first:
            return Aligned(state, was_restored=False)
        beyond = min(state.last + 1, state.reserved + LOST_MARK_GAP)
        return Aligned(replace(state, next=max(state.next, beyond), reserved=beyond), was_restored=True)
    reserved, reuses = mark
    if reserved <= state.reserved and reuses <= state.reuses:
        return Aligned(state, was_restored=False)
    reserved = min(state.last + 1, max(reserved, state.reserved))
    ahead = replace(state, next=max(state.next, reserved), reserved=reserved, reuses=max(reuses, state.reuses))
    return Aligned(ahead, was_restored=True)


def reserved_for(state: RangeState, end: int) -> int:
    """Return up to where numbers are reserved so that all below ``end`` are; a step at a time, so that few writes do."""
    if end <= state.reserved:
        return state.reserved
    step = max(1, min(_CHUNK, (state.last + 1 - state.first) // _SHARE))
    return min(state.last + 1, max(end, state.reserved + step))
