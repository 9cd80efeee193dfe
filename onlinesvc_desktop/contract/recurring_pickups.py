# SPDX-License-Identifier: MIT
"""Messages of recurring pickups: the same goods at the same hours, on days of the week, made a day ahead by the server."""

from datetime import date
from http import HTTPStatus
from typing import Annotated, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, OpenEnum, Right
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.operation import NOTHING, Access, Operation
from onlinesvc_desktop.contract.pickup import PickupDetails
from onlinesvc_desktop.contract.transit_times import Weekday

MOST_RECURRING: Final = 100
MOST_SKIPPED: Final = 100


class OnClosedDay(OpenEnum, unknown="SKIP"):
    """What becomes of a pickup that falls on a holiday."""

    SKIP = "skip"
    BEFORE = "before"
    """On the open day before, unless another one stands there."""
    AFTER = "after"


class Outcome(OpenEnum, unknown="OTHER"):
    """What became of a day of a recurring pickup."""

    MADE = "made"
    HOLIDAY = "holiday"
    """Nothing is picked up on that day, and no other day was wanted."""
    SKIPPED = "skipped"
    """Its author had taken the day out."""
    NOT_SERVED = "not_served"
    TOO_LATE = "too_late"
    """Nobody made it in time: the server was off. It is never made afterwards."""
    NOT_ALLOWED = "not_allowed"
    """The access code could not act on that day."""
    OTHER = "other"
    """One that this version does not know."""


class RecurringRequest(PickupDetails, frozen=True, omit_defaults=True, kw_only=True):
    """On which days of the week, from when, until when, and which days are left out."""

    weekdays: Annotated[tuple[Weekday, ...], Meta(min_length=1, max_length=5)]
    starts_on: date
    ends_on: date | UnsetType = UNSET
    on_closed_day: OnClosedDay = OnClosedDay.SKIP
    skipped_days: Annotated[tuple[date, ...], Meta(max_length=MOST_SKIPPED)] = ()


class RecurringChange(RecurringRequest, frozen=True, omit_defaults=True, kw_only=True):
    """A recurring pickup as it shall be, made on the version that its author saw."""

    version: int


class RecurringDay(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of one day; ``pickup_date`` differs when the pickup was moved to an open day."""

    day: date
    outcome: Outcome
    confirmation_number: str = ""
    pickup_date: date | UnsetType = UNSET


class RecurringPickup(RecurringRequest, frozen=True, omit_defaults=True, kw_only=True):
    """A recurring pickup; without ``next_day`` it is over. ``days`` are the last ones that were dealt with."""

    id: int
    version: int
    created_at: Instant
    requested_by: str = ""
    next_day: date | UnsetType = UNSET
    days: tuple[RecurringDay, ...] = ()


class RecurringPickups(msgspec.Struct, frozen=True):
    """Every recurring pickup of an enterprise, the newest first."""

    items: tuple[RecurringPickup, ...]


_ROW: Final = {"id": limits.ROW_PATTERN}

LIST_RECURRING = Operation(
    "listRecurringPickups",
    "GET",
    "/v1/recurring-pickups",
    "Recurring pickups",
    RecurringPickups,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
)

ADD_RECURRING = Operation(
    "addRecurringPickup",
    "POST",
    "/v1/recurring-pickups",
    "Begin a recurring pickup",
    RecurringPickup,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=RecurringRequest,
    status=HTTPStatus.CREATED,
    creates=True,
)

CHANGE_RECURRING = Operation(
    "changeRecurringPickup",
    "PUT",
    "/v1/recurring-pickups/{id}",
    "Change a recurring pickup",
    RecurringPickup,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=RecurringChange,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.CHANGED_MEANWHILE),
    path_patterns=_ROW,
)

END_RECURRING = Operation(
    "endRecurringPickup",
    "DELETE",
    "/v1/recurring-pickups/{id}",
    "End a recurring pickup; what it made stands",
    NOTHING,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    status=HTTPStatus.NO_CONTENT,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns=_ROW,
)
