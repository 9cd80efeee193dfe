# SPDX-License-Identifier: MIT
"""The carrier's side: the day's pickups by terminal, and the moves of dispatch."""

from msgspec import UNSET

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.pickups import (
    as_only_writer,
    counts_of,
    find_pickup,
    list_pickups,
    move_pickup,
    terminals_of,
)
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.fields import tidy
from onlinesvc_desktop.contract.pickup import (
    LIST_BOARD,
    MOVE_PICKUP,
    NEXT_STATES,
    Board,
    BoardQuery,
    MissedReason,
    Pickup,
    PickupMove,
    PickupState,
)


def board(call: Call, query: BoardQuery) -> Board:
    """Return a page of the board, with counts and terminals of the days chosen."""
    with call.context.database.read() as connection:
        items = list_pickups(connection, None, query, search_of(query), query.terminal)
        counts = counts_of(connection, query, query.terminal)
        terminals = terminals_of(connection, query)
    return Board(tuple(items), counts, terminals, cursor_after(items, query.limit))


def move(call: Call, request: PickupMove) -> Pickup:
    """Bring a pickup into another state, and note it in the audit log.

    Raises:
        ApiError: not found, a state that cannot follow, somebody moved it meanwhile; or no driver, reason or day given.
    """
    administrator, number = call.own_session.account.id, call.path["confirmation_number"]
    with call.context.database.write() as connection:
        as_only_writer(connection)
        present = find_pickup(connection, None, number)
        if present is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        if request.state not in NEXT_STATES.get(present.state, ()):
            raise ApiError(ErrorCode.WRONG_STATE)
        if present.version != request.version:
            raise ApiError(ErrorCode.CHANGED_MEANWHILE, current=present)
        _check(present, request)
        move_pickup(
            connection,
            present.id,
            request.state,
            administrator,
            call.now,
            driver=tidy(request.driver),
            reason=_reason(request),
            pickup_date=None if request.pickup_date is UNSET else request.pickup_date,
        )
        subject = f"{number} {present.state} > {request.state}"
        note(connection, call.now, administrator, AuditAction.PICKUP_MOVED, subject, call.address)
        moved = find_pickup(connection, None, number)
    assert moved is not None
    return moved


def _reason(request: PickupMove) -> MissedReason | None:
    return request.reason if request.state is PickupState.MISSED and request.reason is not UNSET else None


def _check(present: Pickup, request: PickupMove) -> None:
    """Refuse a move that lacks what it needs.

    Raises:
        ApiError: ``invalid_fields``.
    """
    if request.state is PickupState.ASSIGNED and not (tidy(request.driver) or present.driver):
        raise field_error("/driver", FieldCode.REQUIRED)
    if request.state is PickupState.MISSED and request.reason is UNSET:
        raise field_error("/reason", FieldCode.REQUIRED)
    if request.pickup_date is not UNSET and request.state is not PickupState.CONFIRMED:
        raise field_error("/pickup_date", FieldCode.MALFORMED)
    if present.state is PickupState.MISSED and request.state is PickupState.CONFIRMED and request.pickup_date is UNSET:
        raise field_error("/pickup_date", FieldCode.REQUIRED)


BOARD_ROUTES = (
    Route(LIST_BOARD, board),
    Route(MOVE_PICKUP, move),
)
