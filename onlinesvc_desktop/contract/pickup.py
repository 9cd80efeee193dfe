# SPDX-License-Identifier: MIT
"""Messages of pickups: asking for one, changing and cancelling it, its states, and the carrier's side that moves them.

Rules that need no service table are here, for form and server alike; cut-offs and closed days are the server's
(``backend.rules.pickup``). Sources: shipping.md 4.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from http import HTTPStatus
from typing import Annotated, Any, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.address import Address
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, OpenEnum, Right
from onlinesvc_desktop.contract.contact import country_of, parse_postal_code
from onlinesvc_desktop.contract.fields import Email, Instant, LongText, PostalCode, ShortText, Telephone
from onlinesvc_desktop.contract.freight import PositiveDecimal, WeightUnit
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.transit_times import Terminal

SHORTEST_WINDOW_HOURS: Final = 2
"""Between ready and closing time (shipping.md 4)."""
MOST_ITEMS: Final = 500
MOST_DAYS_AHEAD: Final = 366
CONFIRMATION_PATTERN: Final = r"^P[0-9]{11}\Z"
TIME_PATTERN: Final = r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z"

WallTime = Annotated[str, Meta(pattern=TIME_PATTERN, max_length=5)]
"""HH:MM by the clock of the pickup place."""
Number = Annotated[str, Meta(max_length=limits.MAX_REFERENCE_LENGTH)]


class PickupState(OpenEnum, unknown="OTHER"):
    """Where a pickup stands."""

    REQUESTED = "requested"
    """Has its number; dispatch has not looked at it yet."""
    CONFIRMED = "confirmed"
    ASSIGNED = "assigned"
    """A driver has it; from here on changes go by telephone."""
    EN_ROUTE = "en_route"
    PICKED_UP = "picked_up"
    MISSED = "missed"
    """The driver was there, or could not be, and left without the goods."""
    CANCELLED = "cancelled"
    OTHER = "other"
    """One that this version does not know."""


class MissedReason(OpenEnum, unknown="OTHER"):
    """Why a driver left without the goods (NMFTA pickup reasons 700 to 1600, domain.md 2.2)."""

    OUTSIDE_WINDOW = "outside_window"
    NO_FREIGHT_RETRY = "no_freight_retry"
    NO_FREIGHT = "no_freight"
    NOT_READY = "not_ready"
    PACKAGING = "packaging"
    CLOSED = "closed"
    OTHER = "other"


NEXT_STATES: Final[Mapping[PickupState, tuple[PickupState, ...]]] = {
    PickupState.REQUESTED: (PickupState.CONFIRMED, PickupState.ASSIGNED, PickupState.MISSED, PickupState.CANCELLED),
    PickupState.CONFIRMED: (PickupState.ASSIGNED, PickupState.MISSED, PickupState.CANCELLED),
    PickupState.ASSIGNED: (
        *(PickupState.EN_ROUTE, PickupState.PICKED_UP, PickupState.MISSED),
        *(PickupState.CONFIRMED, PickupState.CANCELLED),
    ),
    PickupState.EN_ROUTE: (PickupState.PICKED_UP, PickupState.MISSED, PickupState.ASSIGNED, PickupState.CANCELLED),
    PickupState.MISSED: (PickupState.CONFIRMED, PickupState.CANCELLED),
}
"""Which states dispatch may move a pickup to; what stands here under no state is final."""
CHANGEABLE: Final = frozenset({PickupState.REQUESTED, PickupState.CONFIRMED, PickupState.MISSED})
"""States in which whoever asked may still change or cancel it."""


class Destination(msgspec.Struct, frozen=True):
    """Where goods go, as far as dispatch needs it."""

    postal_code: PostalCode


class PickupItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """Goods for one destination; ``weight`` is that of the whole line, the numbers are those of their bill."""

    destination: Destination
    count: Annotated[int, Meta(ge=1, le=999)]
    type: ShortText
    weight: PositiveDecimal
    weight_unit: WeightUnit = WeightUnit.POUND
    bol_number: Number | UnsetType = UNSET
    autopro_number: Number | UnsetType = UNSET


class PickupContact(msgspec.Struct, frozen=True, omit_defaults=True):
    """Whom the driver asks for."""

    name: ShortText
    telephone: Telephone


class PickupDetails(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What one pickup and a recurring one have in common. Times are those of the place's own zone."""

    place: Address
    ready_time: WallTime
    close_time: WallTime
    items: Annotated[tuple[PickupItem, ...], Meta(min_length=1, max_length=MOST_ITEMS)]
    contact: PickupContact
    accessorials: Annotated[tuple[ShortText, ...], Meta(max_length=30)] = ()
    instructions: LongText = ""
    confirmation_email: Email | UnsetType = UNSET
    """Where a confirmation goes, if one is wanted."""

    @staticmethod
    def across(values: Mapping[str, Any]) -> Iterator[FieldProblem]:
        """Find a place that is none, a window that is too short or goes over midnight, and goods without weight."""
        yield from _place_problems(values.get("place"))
        ready, close = minutes_of(values.get("ready_time")), minutes_of(values.get("close_time"))
        if ready is not None and close is not None and close - ready < SHORTEST_WINDOW_HOURS * 60:
            yield FieldProblem("/close_time", FieldCode.WINDOW_TOO_SHORT, {"minimum": SHORTEST_WINDOW_HOURS})
        for index, item in enumerate(values.get("items") or ()):
            weight = item.get("weight") if isinstance(item, Mapping) else None
            if isinstance(weight, str) and weight and not _is_above_zero(weight):
                yield FieldProblem(f"/items/{index}/weight", FieldCode.MALFORMED)


class PickupRequest(PickupDetails, frozen=True, omit_defaults=True, kw_only=True):
    """A pickup on one day."""

    pickup_date: date


class PickupChange(PickupRequest, frozen=True, omit_defaults=True, kw_only=True):
    """A pickup as it shall be, made on the version that its author saw."""

    version: int


class PickupVersion(msgspec.Struct, frozen=True):
    """Which version of a pickup somebody saw who cancels it."""

    version: int


class PickupConfirmation(msgspec.Struct, frozen=True):
    """The number of a pickup, once for ever, and where it stands."""

    confirmation_number: str
    state: PickupState
    pickup_date: date


class PickupStep(msgspec.Struct, frozen=True, omit_defaults=True):
    """When a pickup came into a state."""

    state: PickupState
    at: Instant
    pickup_date: date
    reason: MissedReason | UnsetType = UNSET


class Pickup(PickupRequest, frozen=True, omit_defaults=True, kw_only=True):
    """A pickup as it stands. ``time_zone`` is the place's, ``terminal`` the one that sends the truck.

    ``recurring`` is the row of the recurring pickup that made it.
    """

    id: int
    confirmation_number: str
    state: PickupState
    version: int
    time_zone: str
    terminal: Terminal
    requested_at: Instant
    requested_by: str = ""
    customer: str = ""
    driver: str = ""
    reason: MissedReason | UnsetType = UNSET
    recurring: int | UnsetType = UNSET
    steps: tuple[PickupStep, ...] = ()
    """The oldest first; only where one pickup is asked for."""


class PickupQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which pickups: words, a state, the days of pickup."""

    state: PickupState | UnsetType = UNSET
    since: date | UnsetType = UNSET
    until: date | UnsetType = UNSET


class BoardQuery(PickupQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The dispatcher's choice: also by the terminal that sends the truck."""

    terminal: ShortText = ""


class StateCount(msgspec.Struct, frozen=True):
    """How many pickups of the board stand in a state."""

    state: PickupState
    count: int


class Board(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page of the dispatch board; counts and terminals are those of the days chosen, whatever else is filtered."""

    items: tuple[Pickup, ...]
    counts: tuple[StateCount, ...] = ()
    terminals: tuple[str, ...] = ()
    cursor: str | UnsetType = UNSET


class PickupMove(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where dispatch moves a pickup; a driver goes with ``assigned``, a reason with ``missed``, a day with ``confirmed``."""

    state: PickupState
    version: int
    driver: ShortText = ""
    reason: MissedReason | UnsetType = UNSET
    pickup_date: date | UnsetType = UNSET


def minutes_of(text: object) -> int | None:
    """Return the minutes since midnight of HH:MM; None for anything else."""
    if not isinstance(text, str):
        return None
    hours, mark, minutes = text.partition(":")
    if mark and len(text) == 5 and hours.isdigit() and minutes.isdigit() and int(hours) < 24 and int(minutes) < 60:
        return int(hours) * 60 + int(minutes)
    return None


def _is_above_zero(text: str) -> bool:
    plain = text.replace(".", "", 1)
    return not plain.isdecimal() or Decimal(text) > 0


def _place_problems(place: object) -> Iterator[FieldProblem]:
    given: Mapping[str, Any] = place if isinstance(place, Mapping) else {}
    province, typed = given.get("province", ""), given.get("postal_code", "")
    if province and country_of(province) is None:
        yield FieldProblem("/place/province", FieldCode.MALFORMED)
    if typed:
        postal_code = parse_postal_code(typed)
        if postal_code is None:
            yield FieldProblem("/place/postal_code", FieldCode.MALFORMED)
        elif country_of(province) not in (None, postal_code[1]):
            yield FieldProblem("/place/postal_code", FieldCode.OTHER_COUNTRY)


_NUMBER_IN_PATH: Final = {"confirmation_number": CONFIRMATION_PATTERN}

REQUEST_PICKUP = Operation(
    "requestPickup",
    "POST",
    "/v1/pickups",
    "Ask for a pickup",
    PickupConfirmation,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=PickupRequest,
    status=HTTPStatus.CREATED,
    creates=True,
    queued="pickup",
)

LIST_PICKUPS = Operation(
    "listPickups",
    "GET",
    "/v1/pickups",
    "Pickups of the enterprise",
    Page[Pickup],
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    query=PickupQuery,
)

GET_PICKUP = Operation(
    "getPickup",
    "GET",
    "/v1/pickups/{confirmation_number}",
    "One pickup with its steps",
    Pickup,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns=_NUMBER_IN_PATH,
)

CHANGE_PICKUP = Operation(
    "changePickup",
    "PUT",
    "/v1/pickups/{confirmation_number}",
    "Change a pickup under its number",
    Pickup,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=PickupChange,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.CHANGED_MEANWHILE),
    path_patterns=_NUMBER_IN_PATH,
    creates=True,
    queued="pickup_change",
)

CANCEL_PICKUP = Operation(
    "cancelPickup",
    "POST",
    "/v1/pickups/{confirmation_number}/cancellation",
    "Cancel a pickup",
    Pickup,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=PickupVersion,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.CHANGED_MEANWHILE),
    path_patterns=_NUMBER_IN_PATH,
    creates=True,
    queued="pickup_cancellation",
)

LIST_BOARD = Operation(
    "listBoard",
    "GET",
    "/v1/admin/pickups",
    "The dispatch board",
    Board,
    access=Access.ADMINISTRATOR,
    query=BoardQuery,
)

MOVE_PICKUP = Operation(
    "movePickup",
    "POST",
    "/v1/admin/pickups/{confirmation_number}/moves",
    "Move a pickup to another state",
    Pickup,
    access=Access.ADMINISTRATOR,
    body=PickupMove,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.CHANGED_MEANWHILE),
    path_patterns=_NUMBER_IN_PATH,
)
