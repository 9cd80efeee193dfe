# SPDX-License-Identifier: MIT
"""Recurring pickups: kept by their enterprise, made by the upkeep a day ahead, each day once by all workers."""

import logging
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.closing import standing_of
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.pickups import READER, PickupRefusedError, checked_details, make_pickup, place_of
from onlinesvc_desktop.backend.rules.access import Standing
from onlinesvc_desktop.backend.rules.pickup import SHORTEST_WINDOW, is_too_far, next_day, today_at
from onlinesvc_desktop.backend.rules.recurring_pickup import due_at, is_too_late, next_falling, plan
from onlinesvc_desktop.backend.services.pickup.api import owner_of
from onlinesvc_desktop.backend.store.accounts import Account, find_account
from onlinesvc_desktop.backend.store.pickups import Owner
from onlinesvc_desktop.backend.store.recurring_pickups import (
    Due,
    add_recurring,
    advance,
    change_recurring,
    count_recurring,
    due_recurring,
    end_recurring,
    find_recurring,
    last_day,
    list_recurring,
    note_day,
)
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.pickup import PickupDetails, PickupRequest
from onlinesvc_desktop.contract.recurring_pickups import (
    ADD_RECURRING,
    CHANGE_RECURRING,
    END_RECURRING,
    LIST_RECURRING,
    MOST_RECURRING,
    Outcome,
    RecurringChange,
    RecurringPickup,
    RecurringPickups,
    RecurringRequest,
)
from onlinesvc_desktop.contract.transit_times import Point

log = logging.getLogger(__name__)

_DAY = timedelta(days=1)
_DETAILS = PickupDetails.__struct_fields__
_MEMBERS = RecurringRequest.__struct_fields__


def show(call: Call, _: None) -> RecurringPickups:
    """Return every recurring pickup of the enterprise."""
    with call.context.database.read() as connection:
        return RecurringPickups(tuple(list_recurring(connection, owner_of(call))))


def add(call: Call, request: RecurringRequest) -> RecurringPickup:
    """Begin a recurring pickup.

    Raises:
        ApiError: wrong fields, a place that is not served, no day that is still to come, or too many of them.
    """

    def create(connection: Connection) -> RecurringPickup:
        owner = owner_of(call)
        if count_recurring(connection, owner) >= MOST_RECURRING:
            raise field_error("/weekdays", FieldCode.TOO_MANY, maximum=MOST_RECURRING)
        kept, point = _checked(call, connection, request, RecurringRequest)
        first = next_falling(kept, _first_possible(kept, point, call.now))
        if first is None:
            raise field_error("/ends_on", FieldCode.MALFORMED)
        row_id = add_recurring(connection, owner, kept, first, _due(kept, first, point), call.now)
        return _own(call, connection, row_id)

    return answer_once(call, ADD_RECURRING, request, create)


def change(call: Call, request: RecurringChange) -> RecurringPickup:
    """Write a recurring pickup anew; days that were dealt with stay as they are.

    Raises:
        ApiError: not found, changed meanwhile, wrong fields.
    """
    row_id = int(call.path["id"])
    with call.context.database.write() as connection:
        present = _own(call, connection, row_id)
        if present.version != request.version:
            raise ApiError(ErrorCode.CHANGED_MEANWHILE, current=present)
        kept, point = _checked(call, connection, request, RecurringChange)
        since = _first_possible(kept, point, call.now)
        last = last_day(connection, row_id)
        first = next_falling(kept, since if last is None else max(since, last + _DAY))
        due = None if first is None else _due(kept, first, point)
        if not change_recurring(connection, row_id, request.version, kept, first, due):
            raise ApiError(ErrorCode.CHANGED_MEANWHILE, current=_own(call, connection, row_id))
        return _own(call, connection, row_id)


def end(call: Call, _: None) -> None:
    """End a recurring pickup; what it made stands.

    Raises:
        ApiError: not found.
    """
    with call.context.database.write() as connection:
        if not end_recurring(connection, owner_of(call), int(call.path["id"]), call.now):
            raise ApiError(ErrorCode.NOT_FOUND)


def _own(call: Call, connection: Connection, row_id: int) -> RecurringPickup:
    found = find_recurring(connection, owner_of(call), row_id)
    if found is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    return found


def _checked(
    call: Call, connection: Connection, request: RecurringRequest, kind: type[RecurringRequest]
) -> tuple[RecurringRequest, Point]:
    try:
        kept = checked_details(kind, request)
    except PickupRefusedError as refused:
        raise ApiError(ErrorCode.INVALID_FIELDS, refused.problems) from refused
    point = place_of(READER.newest(connection), kept)
    if point is None:
        raise field_error("/place/postal_code", FieldCode.NOT_SERVED)
    if is_too_far(request.starts_on, point.time_zone, call.now):
        raise field_error("/starts_on", FieldCode.MALFORMED)
    return RecurringRequest(**{name: getattr(kept, name) for name in _MEMBERS}), point


def _first_possible(request: RecurringRequest, point: Point, now: datetime) -> date:
    return next_day(today_at(point.time_zone, now), request.close_time, point, now)


def _due(request: RecurringRequest, day: date, point: Point) -> datetime:
    return due_at(plan(request, day, point), day, point)


def make_due_pickups(context: Context, now: datetime) -> int:
    """Deal with every day that is due, those that a server missed too; return how many pickups were made.

    A day whose time is over is noted as such and never made afterwards.
    """
    made = 0
    with context.database.read() as connection:
        waiting = due_recurring(connection, now)
    for due in waiting:
        with context.database.read() as connection:
            account = find_account(connection, due.access_code)
        assert account is not None
        may_act = standing_of(context, account, now) is Standing.MAY_ACT
        with context.database.write() as connection:
            made += _deal_with(connection, due, account, may_act, now)
    if made:
        context.mail_queued.set()
    return made


def _deal_with(connection: Connection, due: Due, account: Account, may_act: bool, now: datetime) -> int:
    request, point = due.request, place_of(READER.newest(connection), due.request)
    following = next_falling(request, due.day + _DAY)
    if point is None:
        next_due = None if following is None else now + SHORTEST_WINDOW
        if advance(connection, due, following, next_due):
            note_day(connection, due.id, due.day, Outcome.NOT_SERVED, None)
        return 0
    next_due = None if following is None else _due(request, following, point)
    if not advance(connection, due, following, next_due):
        return 0
    planned = plan(request, due.day, point)
    outcome, pickup_id = planned.outcome, None
    if outcome is Outcome.MADE and not may_act:
        outcome = Outcome.NOT_ALLOWED
    elif outcome is Outcome.MADE and is_too_late(request, planned, point, now):
        outcome = Outcome.TOO_LATE
    elif outcome is Outcome.MADE:
        details = {name: getattr(request, name) for name in _DETAILS}
        wanted = PickupRequest(pickup_date=planned.pickup_date, **details)
        try:
            owner = Owner(account.customer_id, account.id)
            pickup_id = make_pickup(connection, owner, account.language, wanted, now, due.id).id
        except PickupRefusedError as refused:
            log.warning("a recurring pickup cannot be made: %s", refused)
            outcome = Outcome.NOT_SERVED
    note_day(connection, due.id, due.day, outcome, pickup_id)
    return pickup_id is not None


RECURRING_ROUTES = (
    Route(LIST_RECURRING, show),
    Route(ADD_RECURRING, add),
    Route(CHANGE_RECURRING, change),
    Route(END_RECURRING, end),
)
