# SPDX-License-Identifier: MIT
"""A carrier's tariff as it comes in; it is checked as a whole and never changes afterwards."""

from datetime import date
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.fields import Instant, ShortText
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery

Amount = Annotated[str, Meta(pattern=r"^[0-9]{1,9}(\.[0-9]{1,6})?\Z")]
Pounds = Annotated[int, Meta(ge=0, le=999_999)]
Code = Annotated[str, Meta(pattern=r"^[A-Z0-9_]{1,12}\Z")]


class Zone(msgspec.Struct, frozen=True):
    """Places rated alike, by the beginnings of their postal codes; the longest beginning wins."""

    code: Code
    prefixes: tuple[ShortText, ...]


class Break(msgspec.Struct, frozen=True):
    """From a weight on, dollars for a hundred pounds."""

    from_lb: Pounds
    per_cwt: Amount


class Lane(msgspec.Struct, frozen=True):
    """The rates from one zone to another, in this direction."""

    origin: Code
    destination: Code
    breaks: tuple[Break, ...]
    minimum: Amount = "0"


class FuelBreak(msgspec.Struct, frozen=True):
    """From a weight on, a percentage of the net freight."""

    from_lb: Pounds
    percent: Amount


class FuelRow(msgspec.Struct, frozen=True, rename={"effective_on": "from"}):
    """The fuel surcharge from a day on."""

    effective_on: date
    breaks: tuple[FuelBreak, ...]


class AccessorialShape(StrEnum):
    """How the price of an additional service is found."""

    FLAT = "flat"
    PER_CWT = "per_cwt"
    PERCENT = "percent"
    THRESHOLD = "threshold"
    """Percent of the declared value above ``above`` dollars a pound of actual weight."""


class Accessorial(msgspec.Struct, frozen=True, omit_defaults=True):
    """The price of an additional service."""

    code: Code
    shape: AccessorialShape
    amount: Amount
    minimum: Amount | UnsetType = UNSET
    maximum: Amount | UnsetType = UNSET
    above: Amount | UnsetType = UNSET


class ServiceLevel(StrEnum):
    """When on the delivery day the goods are there."""

    STANDARD = "standard"
    BY_9 = "by_9"
    BY_NOON = "by_noon"
    BY_17 = "by_17"


class Guaranteed(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a guaranteed delivery adds: a percentage of the net freight or a flat amount."""

    service_level: ServiceLevel
    percent: Amount | UnsetType = UNSET
    flat: Amount | UnsetType = UNSET
    minimum: Amount | UnsetType = UNSET


class TariffCustomer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was agreed with a customer; their minimum stands instead of the lane's."""

    customer_number: ShortText
    discount_percent: Amount
    minimum: Amount | UnsetType = UNSET


class Tariff(msgspec.Struct, frozen=True):
    """Zones, lanes, fuel, additional services and what was agreed with whom, in force from a day on."""

    name: ShortText
    effective_on: date
    currency: Annotated[str, Meta(pattern=r"^(CAD|USD)\Z")]
    zones: tuple[Zone, ...]
    lanes: tuple[Lane, ...]
    fuel: tuple[FuelRow, ...]
    cube_factor_lb_ft3: Amount = "10"
    quote_valid_days: Annotated[int, Meta(ge=1, le=366)] = 30
    accessorials: tuple[Accessorial, ...] = ()
    guaranteed: tuple[Guaranteed, ...] = ()
    customers: tuple[TariffCustomer, ...] = ()


class TariffFault(StrEnum):
    """What is wrong with a tariff, at a place in it."""

    MALFORMED = "malformed"
    EMPTY = "empty"
    TAKEN = "taken"
    """Said twice, or a place claimed by two."""
    UNKNOWN_ZONE = "unknown_zone"
    NO_FIRST_BREAK = "no_first_break"
    """Rates that do not begin at 0 pounds."""
    NOT_ASCENDING = "not_ascending"
    NOT_IN_FORCE = "not_in_force"
    """No fuel surcharge on the day the tariff takes over."""
    MINIMUM_ABOVE_MAXIMUM = "minimum_above_maximum"
    OVER_100_PERCENT = "over_100_percent"
    ONE_OF_TWO = "one_of_two"
    """Neither or both of a percentage and a flat amount."""
    MISSING_ABOVE = "missing_above"
    NO_LANE = "no_lane"
    """No lane from one zone to another."""


class TariffProblem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One fault: a JSON pointer into the tariff, with the line of a CSV file; ``about`` names what it is about."""

    pointer: str
    fault: TariffFault
    line: int | UnsetType = UNSET
    about: str = ""


class TariffItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """A tariff in a list. ``in_force``: it prices what is ready today; ``taken_by`` is an access code."""

    id: int
    name: str
    effective_on: date
    currency: str
    zones: int
    lanes: int
    fuel_rows: int
    accessorials: int
    customers: int
    taken_at: Instant
    in_force: bool
    taken_by: str = ""
    until: date | UnsetType = UNSET
    """The last day before another one takes over."""


class TariffFile(msgspec.Struct, frozen=True):
    """A tariff as a file, JSON or CSV; ``preview`` only says what is wrong with it."""

    content: Annotated[bytes, Meta(max_length=limits.MAX_UPLOAD_BYTES)]
    preview: bool = False


class TariffResult(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a tariff holds, and every fault in it; nothing is taken while there is one."""

    taken: bool
    problems: tuple[TariffProblem, ...] = ()
    name: str = ""
    effective_on: date | UnsetType = UNSET
    zones: int = 0
    lanes: int = 0
    fuel_rows: int = 0
    accessorials: int = 0
    customers: int = 0
    warnings: tuple[TariffProblem, ...] = ()
    """What may be meant so: pairs of zones without a lane."""


LIST_TARIFFS = Operation(
    "listTariffs",
    "GET",
    "/v1/admin/tariffs",
    "Tariffs and when each is in force",
    Page[TariffItem],
    access=Access.ADMINISTRATOR,
    query=PageQuery,
)

ADD_TARIFF = Operation(
    "addTariff",
    "POST",
    "/v1/admin/tariffs",
    "Take in a tariff; it takes over on its date and never changes",
    TariffResult,
    access=Access.ADMINISTRATOR,
    body=Tariff,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.INVALID_FIELDS, ErrorCode.IDEMPOTENCY_KEY_REUSED),
    creates=True,
)

IMPORT_TARIFF = Operation(
    "importTariff",
    "POST",
    "/v1/admin/tariffs/file",
    "Take in a tariff from a file, or say what is wrong with it",
    TariffResult,
    access=Access.ADMINISTRATOR,
    body=TariffFile,
    errors=(ErrorCode.INVALID_FIELDS, ErrorCode.IDEMPOTENCY_KEY_REUSED),
    creates=True,
)

GET_TARIFF = Operation(
    "getTariff",
    "GET",
    "/v1/admin/tariffs/{id}",
    "A tariff as it was taken in",
    Tariff,
    access=Access.ADMINISTRATOR,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN},
)
