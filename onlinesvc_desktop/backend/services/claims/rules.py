# SPDX-License-Identifier: MIT
"""What holds for a claim: its kind, what is still wanted, whether it is late, and what a move of the carrier must bring."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, timedelta

import msgspec
from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract.claim_moves import ClaimMove
from onlinesvc_desktop.contract.claim_rules import NOTICE_DAYS, days_left, last_day, papers_for
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
from onlinesvc_desktop.contract.today import DUE_WITHIN_DAYS

_NINE_MONTHS = 273, 276
"""The fewest and the most days in them."""
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


def delivered_between(now: datetime) -> tuple[tuple[datetime, datetime], ...]:
    """Return from when until when goods came whose notice may have its last day within seven days, wherever they came.

    60 days after delivery from Canada, nine months from the United States (``deadlines_of``); two days more at each end
    for the clocks of the places.
    """
    about = timedelta(days=2)
    canadian = timedelta(days=NOTICE_DAYS)
    shortest, longest = (timedelta(days=days) for days in _NINE_MONTHS)
    week = timedelta(days=DUE_WITHIN_DAYS)
    return (
        (now - canadian - about, now - canadian + week + about),
        (now - longest - about, now - shortest + week + about),
    )


def keeps_the_right(door: ClaimDoor, state: ClaimState) -> bool:
    """Tell whether something that was filed stands for a notice: an inspection does not, nor what was withdrawn."""
    return door is not ClaimDoor.INSPECTION and state is not ClaimState.WITHDRAWN


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
