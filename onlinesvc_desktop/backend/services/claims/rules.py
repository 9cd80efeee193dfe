# SPDX-License-Identifier: MIT
"""What holds for a claim: its kind, what is still wanted, whether it is late, and what a move of the carrier must bring."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import msgspec
from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract.claim_moves import ClaimMove
from onlinesvc_desktop.contract.claim_rules import days_left, last_day, papers_for
from onlinesvc_desktop.contract.claim_terms import (
    NEXT_STATES,
    ClaimDoor,
    ClaimKind,
    ClaimPaper,
    ClaimState,
)
from onlinesvc_desktop.contract.claims import ClaimChange, ClaimDetails, Deadlines
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.problem import FieldProblem

CHANGEABLE = frozenset({ClaimState.SUBMITTED, ClaimState.ACKNOWLEDGED, ClaimState.DOCUMENTS_NEEDED, ClaimState.UNDER_REVIEW})
"""States in which whoever filed a claim may still change it."""


def kind_of(given: ClaimKind | UnsetType, is_delivered: bool) -> ClaimKind:
    """Return what happened, where nobody says it: damage when the goods came, loss when they did not."""
    if given is not UNSET:
        return given
    return ClaimKind.DAMAGE if is_delivered else ClaimKind.LOSS


def still_wanted(
    door: ClaimDoor, kind: ClaimKind, asked: Collection[ClaimPaper], have: Collection[ClaimPaper]
) -> tuple[ClaimPaper, ...]:
    """Return the papers that are missing: those of the kind that nobody added, and those that the carrier asked for."""
    needed = papers_for(door, kind)
    return tuple(paper for paper in ClaimPaper if paper in asked or (paper in needed and paper not in have))


def is_late(door: ClaimDoor, deadlines: Deadlines, today: date) -> bool:
    """Tell whether a claim comes after its last day; an inspection never does."""
    return door is not ClaimDoor.INSPECTION and days_left(last_day(door, deadlines), today) < 0


def merged(present: ClaimDetails, change: ClaimChange) -> ClaimDetails:
    """Return a claim with what a change says."""
    said = {name: getattr(change, name) for name in ClaimDetails.__struct_fields__}
    taken = {name: UNSET if value is None else value for name, value in said.items() if value is not UNSET}
    return msgspec.structs.replace(present, **taken)


def may_follow(present: ClaimState, wanted: ClaimState) -> bool:
    """Tell whether the carrier may move a claim so."""
    return wanted in NEXT_STATES.get(present, ())


def move_problems(move: ClaimMove, is_amount_known: bool) -> Iterator[FieldProblem]:
    """Find what a move lacks: papers to ask for, an amount, a reason; a payment without one takes that of the offer."""
    match move.state:
        case ClaimState.DOCUMENTS_NEEDED if not move.papers:
            yield FieldProblem("/papers", FieldCode.REQUIRED)
        case ClaimState.OFFERED | ClaimState.PAID if move.amount is UNSET:
            if move.state is ClaimState.OFFERED or not is_amount_known:
                yield FieldProblem("/amount", FieldCode.REQUIRED)
        case ClaimState.OFFERED | ClaimState.PAID if not str(move.amount).strip("0."):
            yield FieldProblem("/amount", FieldCode.MALFORMED)
        case ClaimState.DECLINED if not move.reason.strip():
            yield FieldProblem("/reason", FieldCode.REQUIRED)
        case _:
            pass


def state_after_file(present: ClaimState, wanted: Sequence[ClaimPaper]) -> ClaimState:
    """Return where a claim stands once a paper was added: with the last that was missing it goes back to the carrier."""
    return ClaimState.UNDER_REVIEW if present is ClaimState.DOCUMENTS_NEEDED and not wanted else present
