# SPDX-License-Identifier: MIT
"""An enterprise's pickups: ask for one, look, change, cancel."""

from collections.abc import Iterator

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.pickups import PickupRefusedError, checked_pickup, make_pickup
from onlinesvc_desktop.backend.store.pickups import (
    Owner,
    as_only_writer,
    change_pickup,
    find_pickup,
    list_pickups,
    move_pickup,
    states_today,
)
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.pickup import (
    CANCEL_PICKUP,
    CHANGE_PICKUP,
    CHANGEABLE,
    GET_PICKUP,
    LIST_PICKUPS,
    REQUEST_PICKUP,
    Pickup,
    PickupChange,
    PickupConfirmation,
    PickupQuery,
    PickupRequest,
    PickupState,
    PickupVersion,
)
from onlinesvc_desktop.contract.today import TodayCount


def owner_of(call: Call) -> Owner:
    """Return whose pickups the caller deals with."""
    account = call.own_session.account
    return Owner(account.customer_id, account.id)


def request_pickup(call: Call, request: PickupRequest) -> PickupConfirmation:
    """Make a pickup.

    Raises:
        ApiError: wrong fields, or a day on which it cannot be made.
    """
    language = call.own_session.account.language

    def create(connection: Connection) -> PickupConfirmation:
        try:
            made = make_pickup(connection, owner_of(call), language, request, call.now)
        except PickupRefusedError as refused:
            raise ApiError(ErrorCode.INVALID_FIELDS, refused.problems) from refused
        return PickupConfirmation(made.confirmation_number, made.state, made.pickup_date)

    confirmation = answer_once(call, REQUEST_PICKUP, request, create)
    if request.confirmation_email:
        call.context.mail_queued.set()
    return confirmation


def list_own(call: Call, query: PickupQuery) -> Page[Pickup]:
    """Return a page of the enterprise's pickups."""
    with call.context.database.read() as connection:
        items = list_pickups(connection, owner_of(call), query, search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


def count_today(call: Call, connection: Connection) -> Iterator[TodayCount]:
    """Count the enterprise's pickups of the day by state; cancelled ones need no look."""
    found = states_today(connection, owner_of(call), call.now)
    yield from (
        TodayCount("pickups", found[state], state.value) for state in PickupState if state is not PickupState.CANCELLED
    )


def count_to_dispatch(context: Context, connection: Connection) -> int:
    """Return how many pickups of the day, at their own places, dispatch has yet to give to a driver."""
    found = states_today(connection, None, context.clock())
    return found[PickupState.REQUESTED] + found[PickupState.CONFIRMED]


def show(call: Call, _: None) -> Pickup:
    """Return one pickup.

    Raises:
        ApiError: not found.
    """
    with call.context.database.read() as connection:
        return own_pickup(call, connection)


def own_pickup(call: Call, connection: Connection) -> Pickup:
    """Return the enterprise's pickup that the path names.

    Raises:
        ApiError: not found.
    """
    found = find_pickup(connection, owner_of(call), call.path["confirmation_number"])
    if found is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    return found


def change(call: Call, request: PickupChange) -> Pickup:
    """Write a pickup anew under its number.

    Raises:
        ApiError: not found, a driver has it, somebody changed it meanwhile, or a day on which it cannot be made.
    """
    by = call.own_session.account.id

    def write(connection: Connection) -> Pickup:
        present = _changeable(call, connection, request.version)
        try:
            kept, point = checked_pickup(connection, request, call.now, PickupChange)
        except PickupRefusedError as refused:
            raise ApiError(ErrorCode.INVALID_FIELDS, refused.problems) from refused
        members = {name: getattr(kept, name) for name in PickupRequest.__struct_fields__}
        change_pickup(connection, present.id, PickupRequest(**members), point.terminal, point.time_zone, by, call.now)
        return own_pickup(call, connection)

    return answer_once(call, CHANGE_PICKUP, request, write)


def cancel(call: Call, request: PickupVersion) -> Pickup:
    """Cancel a pickup.

    Raises:
        ApiError: not found, a driver has it, or somebody changed it meanwhile.
    """

    def write(connection: Connection) -> Pickup:
        present = _changeable(call, connection, request.version)
        move_pickup(connection, present.id, PickupState.CANCELLED, call.own_session.account.id, call.now)
        return own_pickup(call, connection)

    return answer_once(call, CANCEL_PICKUP, request, write)


def _changeable(call: Call, connection: Connection, version: int) -> Pickup:
    as_only_writer(connection)
    present = own_pickup(call, connection)
    if present.state not in CHANGEABLE:
        raise ApiError(ErrorCode.WRONG_STATE)
    if present.version != version:
        raise ApiError(ErrorCode.CHANGED_MEANWHILE, current=present)
    return present


ROUTES = (
    Route(REQUEST_PICKUP, request_pickup),
    Route(LIST_PICKUPS, list_own),
    Route(GET_PICKUP, show),
    Route(CHANGE_PICKUP, change),
    Route(CANCEL_PICKUP, cancel),
)
