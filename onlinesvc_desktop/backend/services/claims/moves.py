# SPDX-License-Identifier: MIT
"""The carrier's side: every claim, and the moves to its payment or refusal."""

from decimal import Decimal

from msgspec import UNSET

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.services.claims.post import tell_moved
from onlinesvc_desktop.backend.services.claims.rules import may_follow, move_problems
from onlinesvc_desktop.backend.services.claims.store import Move, find_claim, list_claims, move_claim
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.claim_moves import LIST_ALL_CLAIMS, MOVE_CLAIM, ClaimMove
from onlinesvc_desktop.contract.claim_terms import ClaimState
from onlinesvc_desktop.contract.claims import Claim, ClaimQuery
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.fields import tidy, tidy_lines
from onlinesvc_desktop.contract.paging import Page

_WITH_AMOUNT = (ClaimState.OFFERED, ClaimState.PAID)


def list_all(call: Call, query: ClaimQuery) -> Page[Claim]:
    """Return a page of every enterprise's claims."""
    with call.context.database.read() as connection:
        items = list_claims(connection, None, query.state, search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


def move(call: Call, request: ClaimMove) -> Claim:
    """Bring a claim into another state, tell the claimant, and note it in the audit log.

    Raises:
        ApiError: not found, a state that cannot follow, somebody moved it meanwhile; or no papers, amount or reason given.
    """
    administrator, number = call.own_session.account.id, call.path["claim_number"]
    with call.context.database.write() as connection:
        found = find_claim(connection, None, number, hold=True)
        if found is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        present = found.claim
        if not may_follow(present.state, request.state):
            raise ApiError(ErrorCode.WRONG_STATE)
        if present.version != request.version:
            raise ApiError(ErrorCode.CHANGED_MEANWHILE, current=present)
        problems = tuple(move_problems(request, present.offered is not UNSET))
        if problems:
            raise ApiError(ErrorCode.INVALID_FIELDS, problems)
        to = Move(
            request.state,
            reason=tidy_lines(request.reason),
            asked=request.papers if request.state is ClaimState.DOCUMENTS_NEEDED else (),
            amount=Decimal(request.amount) if request.state in _WITH_AMOUNT and request.amount is not UNSET else None,
            payment_reference=tidy(request.payment_reference),
        )
        move_claim(connection, present, to, administrator, call.now)
        subject = f"{number} {present.state} > {request.state}"
        note(connection, call.now, administrator, AuditAction.CLAIM_MOVED, subject, call.address)
        moved = find_claim(connection, None, number)
        assert moved is not None
        tell_moved(connection, moved, call.now)
    call.context.mail_queued.set()
    return moved.claim


MOVE_ROUTES = (
    Route(LIST_ALL_CLAIMS, list_all),
    Route(MOVE_CLAIM, move),
)
