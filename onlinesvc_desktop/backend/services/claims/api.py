# SPDX-License-Identifier: MIT
"""An enterprise's claims: what a shipment means for one, file it, look, change, withdraw."""

from collections.abc import Iterator
from typing import TypeVar

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.services.claims.due import notices_due
from onlinesvc_desktop.backend.services.claims.outlook import outlook_of, own_shipment
from onlinesvc_desktop.backend.services.claims.post import tell_moved, tell_received
from onlinesvc_desktop.backend.services.claims.rules import CHANGEABLE, is_late, kind_of, merged
from onlinesvc_desktop.backend.services.claims.store import (
    ClaimOwner,
    Move,
    StoredClaim,
    add_claim,
    change_claim,
    count_due,
    find_claim,
    list_claims,
    move_claim,
)
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.checks import check
from onlinesvc_desktop.contract.claim_rules import today_for
from onlinesvc_desktop.contract.claim_terms import OPEN_STATES, ClaimState
from onlinesvc_desktop.contract.claims import (
    ACCEPT_OFFER,
    CHANGE_CLAIM,
    FILE_CLAIM,
    GET_CLAIM,
    GET_OUTLOOK,
    LIST_CLAIMS,
    LIST_NOTICES_DUE,
    WITHDRAW_CLAIM,
    Claim,
    ClaimChange,
    ClaimDetails,
    ClaimQuery,
    ClaimReceived,
    ClaimRequest,
    ClaimVersion,
    NoticesDue,
    Outlook,
    OutlookQuery,
)
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Role
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.today import TodayCount

Details = TypeVar("Details", bound=ClaimDetails)


def owner_of(call: Call) -> ClaimOwner:
    """Return whose claims the caller files."""
    account = call.own_session.account
    return ClaimOwner(account.customer_id, account.id)


def seen_by(call: Call) -> ClaimOwner | None:
    """Return whose claims the caller sees: those of the own enterprise, an administrator every one."""
    return None if call.own_session.account.role is Role.ADMINISTRATOR else owner_of(call)


def count_today(call: Call, connection: Connection) -> Iterator[TodayCount]:
    """Count the open notices whose claim has its last day within a week, and the shipments whose notice has."""
    yield TodayCount("claims", count_due(connection, owner_of(call), call.now))
    yield TodayCount("notices", len(_due(call, connection)))


def list_due(call: Call, _: None) -> NoticesDue:
    """Return the shipments whose notice of claim has its last day within a week."""
    with call.context.database.read() as connection:
        return NoticesDue(_due(call, connection))


def _due(call: Call, connection: Connection) -> tuple[Outlook, ...]:
    customer_id = call.own_session.account.customer_id
    return () if customer_id is None else notices_due(connection, customer_id, call.now)


def outlook(call: Call, query: OutlookQuery) -> Outlook:
    """Return what a shipment means for a claim.

    Raises:
        ApiError: there is none, or it is somebody else's.
    """
    with call.context.database.read() as connection:
        row = own_shipment(call, connection, query.autopro_number)
        if row is None:
            raise ApiError(ErrorCode.SHIPMENT_NOT_FOUND)
        return outlook_of(connection, row)


def file_claim(call: Call, request: ClaimRequest) -> ClaimReceived:
    """File a notice, a claim or an inspection request, or go on from one.

    Raises:
        ApiError: wrong fields, a number that is not the caller's, or a claim that can no longer be changed.
    """
    kept = _checked(request)

    def create(connection: Connection) -> ClaimReceived:
        row = own_shipment(call, connection, kept.autopro_number)
        if row is None:
            raise field_error("/autopro_number", FieldCode.UNKNOWN)
        found = outlook_of(connection, row)
        details = _details(kept, found)
        late = is_late(details.door, found.deadlines, today_for(found, call.now))
        account = call.own_session.account
        if kept.claim_number is UNSET:
            owner = owner_of(call)
            number = add_claim(connection, owner, row.id, details, found, late, account.language, call.now)
            action = AuditAction.CLAIM_FILED
        else:
            number, action = kept.claim_number, AuditAction.CLAIM_CHANGED
            present = _going_on(call, connection, number, found.autopro_number)
            change_claim(connection, present, details, found, late, account.id, call.now)
        filed = find_claim(connection, owner_of(call), number)
        assert filed is not None
        note(connection, call.now, account.id, action, f"{number} {details.door}", call.address)
        tell_received(connection, filed, call.now)
        claim = filed.claim
        return ClaimReceived(number, claim.state, claim.deadlines, claim.documents_wanted, claim.liability_cap)

    received = answer_once(call, FILE_CLAIM, kept, create)
    call.context.mail_queued.set()
    return received


def _going_on(call: Call, connection: Connection, number: str, autopro: str) -> Claim:
    found = find_claim(connection, owner_of(call), number, hold=True)
    if found is None or found.claim.outlook.autopro_number != autopro:
        raise field_error("/claim_number", FieldCode.UNKNOWN)
    if found.claim.state not in CHANGEABLE:
        raise ApiError(ErrorCode.WRONG_STATE)
    return found.claim


def _checked(request: Details) -> Details:
    """Return a claim in the spelling that is kept.

    Raises:
        ApiError: ``invalid_fields``.
    """
    kept, problems = check(type(request), msgspec.to_builtins(request))
    if problems:
        raise ApiError(ErrorCode.INVALID_FIELDS, problems)
    return from_values(kept, type(request))


def _details(request: ClaimDetails, found: Outlook) -> ClaimDetails:
    members = {name: getattr(request, name) for name in ClaimDetails.__struct_fields__}
    return ClaimDetails(**members | {"kind": kind_of(request.kind, found.delivered_on is not UNSET)})


def list_own(call: Call, query: ClaimQuery) -> Page[Claim]:
    """Return a page of the enterprise's claims."""
    with call.context.database.read() as connection:
        items = list_claims(connection, owner_of(call), query.state, search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


def own_claim(call: Call, connection: Connection, hold: bool = False) -> StoredClaim:
    """Return the claim that the path names, if the caller sees it.

    Raises:
        ApiError: not found.
    """
    found = find_claim(connection, seen_by(call), call.path["claim_number"], hold)
    if found is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    return found


def show(call: Call, _: None) -> Claim:
    """Return one claim with its steps.

    Raises:
        ApiError: not found.
    """
    with call.context.database.read() as connection:
        return own_claim(call, connection).claim


def change(call: Call, request: ClaimChange) -> Claim:
    """Write a part of a claim anew under its number.

    Raises:
        ApiError: not found, offered or over already, somebody changed it meanwhile, or wrong fields.
    """
    account = call.own_session.account
    with call.context.database.write() as connection:
        present = _filed_by_caller(call, connection, request.version, CHANGEABLE).claim
        members = {name: getattr(present, name) for name in ClaimDetails.__struct_fields__}
        details = _checked(merged(ClaimDetails(**members), request))
        row = own_shipment(call, connection, present.outlook.autopro_number)
        found = present.outlook if row is None else outlook_of(connection, row)
        late = is_late(details.door, found.deadlines, today_for(found, call.now))
        change_claim(connection, present, details, found, late, account.id, call.now)
        note(connection, call.now, account.id, AuditAction.CLAIM_CHANGED, present.claim_number, call.address)
        return own_claim(call, connection).claim


def withdraw(call: Call, request: ClaimVersion) -> Claim:
    """Withdraw a claim.

    Raises:
        ApiError: not found, over already, or somebody changed it meanwhile.
    """
    return _settle(call, request, OPEN_STATES, ClaimState.WITHDRAWN, AuditAction.CLAIM_WITHDRAWN)


def accept(call: Call, request: ClaimVersion) -> Claim:
    """Accept the offer of the version that the caller saw.

    Raises:
        ApiError: not found, nothing is offered, or the offer is another one meanwhile.
    """
    return _settle(call, request, (ClaimState.OFFERED,), ClaimState.ACCEPTED, AuditAction.CLAIM_ACCEPTED)


def _settle(
    call: Call, request: ClaimVersion, states: tuple[ClaimState, ...], into: ClaimState, action: AuditAction
) -> Claim:
    account = call.own_session.account
    with call.context.database.write() as connection:
        present = _filed_by_caller(call, connection, request.version, states).claim
        move_claim(connection, present, Move(into), account.id, call.now)
        note(connection, call.now, account.id, action, present.claim_number, call.address)
        settled = own_claim(call, connection)
        tell_moved(connection, settled, call.now)
    call.context.mail_queued.set()
    return settled.claim


def _filed_by_caller(
    call: Call, connection: Connection, version: int, states: tuple[ClaimState, ...] | frozenset[ClaimState]
) -> StoredClaim:
    found = find_claim(connection, owner_of(call), call.path["claim_number"], hold=True)
    if found is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    if found.claim.state not in states:
        raise ApiError(ErrorCode.WRONG_STATE)
    if found.claim.version != version:
        raise ApiError(ErrorCode.CHANGED_MEANWHILE, current=found.claim)
    return found


ROUTES = (
    Route(GET_OUTLOOK, outlook),
    Route(FILE_CLAIM, file_claim),
    Route(LIST_CLAIMS, list_own),
    Route(LIST_NOTICES_DUE, list_due),
    Route(GET_CLAIM, show),
    Route(CHANGE_CLAIM, change),
    Route(WITHDRAW_CLAIM, withdraw),
    Route(ACCEPT_OFFER, accept),
)
