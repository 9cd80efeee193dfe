# SPDX-License-Identifier: MIT
"""Messages of transit times and points served: which places, by which terminal, and how many service days between two."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, OpenEnum
from onlinesvc_desktop.contract.fields import DecimalText, Instant
from onlinesvc_desktop.contract.holiday import Holiday
from onlinesvc_desktop.contract.operation import Access, Operation

Search = Annotated[str, Meta(max_length=limits.MAX_SEARCH_LENGTH)]


class Weekday(StrEnum):
    """Days on which a place is served; nobody works on weekends."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"


class ServiceKind(StrEnum):
    """Whether our own trucks go there, or a partner's from our terminal on."""

    DIRECT = "direct"
    INTERLINE = "interline"


class ClosedReason(OpenEnum, unknown="OTHER"):
    """Why nothing is picked up or delivered on a day."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    NOT_SERVED = "not_served"
    """The place is served on other days of the week."""
    OTHER = "other"
    """One that this version does not know."""


class End(StrEnum):
    """One of the two places of a shipment."""

    ORIGIN = "origin"
    DESTINATION = "destination"


class Terminal(msgspec.Struct, frozen=True):
    """A terminal and how to reach it."""

    code: str
    city: str
    province: str
    telephone: str


class Point(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place served: its postal prefixes, its terminal, its days, and until when a pickup of the same day is taken.

    ``cutoff`` is the wall clock, HH:MM, of ``time_zone``, an IANA zone. ``partner`` is named on interline points.
    ``latitude`` and ``longitude`` are decimal degrees, WGS 84, both or none.
    """

    city: str
    province: str
    country: str
    postal_prefixes: tuple[str, ...]
    terminal: Terminal
    service: ServiceKind
    service_days: tuple[Weekday, ...]
    cutoff: str
    time_zone: str
    partner: str | UnsetType = UNSET
    latitude: DecimalText | UnsetType = UNSET
    longitude: DecimalText | UnsetType = UNSET


class PointQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which points: a city, a city with its province, or a postal code, whole or its beginning; nothing means all."""

    search: Search = ""
    cursor: Annotated[str, Meta(pattern=limits.ROW_PATTERN)] | UnsetType = UNSET
    limit: Annotated[int, Meta(ge=1, le=limits.MAX_PAGE_SIZE)] = limits.DEFAULT_PAGE_SIZE


class Points(msgspec.Struct, frozen=True, omit_defaults=True):
    """Points in alphabetical order; ``similar`` when none fits and these come nearest, the nearest first."""

    items: tuple[Point, ...]
    similar: bool = False
    cursor: str | UnsetType = UNSET


class TransitTimeQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two places, each by postal code or by city and province, and the day the goods are ready."""

    origin: Search
    destination: Search
    ship_date: date


class ClosedDay(msgspec.Struct, frozen=True, omit_defaults=True):
    """A day that does not count, why, and at which end; ``holiday`` stands with that reason."""

    date: date
    reason: ClosedReason
    at: End
    holiday: Holiday | UnsetType = UNSET


class TransitTime(msgspec.Struct, frozen=True, omit_defaults=True):
    """When goods that are ready on ``ship_date`` are picked up and delivered.

    ``cutoff`` and ``time_zone`` are those of the pickup place. ``after_cutoff`` says that the ship date is today there, that
    its cut-off is over, and that ``pickup_date`` is therefore a later day.
    """

    origin: Point
    destination: Point
    service: ServiceKind
    service_days: int
    closed_days: tuple[ClosedDay, ...]
    ship_date: date
    pickup_date: date
    delivery_date: date
    cutoff: str
    time_zone: str
    after_cutoff: bool = False


class PointFile(StrEnum):
    """The three files of a service table."""

    TERMINALS = "terminals"
    POINTS = "points"
    TRANSIT_DAYS = "transit_days"

    @property
    def file_name(self) -> str:
        """What the file is called in a folder."""
        return f"{self.value}.csv"


class PointFault(OpenEnum, unknown="OTHER"):
    """What is wrong with a row of a service table."""

    MISSING_HEADING = "missing_heading"
    NO_ROWS = "no_rows"
    REQUIRED = "required"
    MALFORMED = "malformed"
    TOO_LONG = "too_long"
    TAKEN = "taken"
    UNKNOWN_TERMINAL = "unknown_terminal"
    OTHER_PROVINCE = "other_province"
    """A postal prefix that lies elsewhere."""
    MISSING_PAIR = "missing_pair"
    """Two terminals without days between them."""
    OTHER = "other"
    """One that this version does not know."""


class RejectedRow(msgspec.Struct, frozen=True):
    """One fault: the file, its line (the heading is 1; 0 means the file as a whole), the column and what stands there."""

    file: PointFile
    line: int
    column: str
    fault: PointFault
    text: str


class PointImport(msgspec.Struct, frozen=True):
    """A whole service table as three CSV files, UTF-8 or Windows-1252; ``preview`` only says what it would do."""

    terminals: Annotated[bytes, Meta(max_length=limits.MAX_UPLOAD_BYTES)]
    points: Annotated[bytes, Meta(max_length=limits.MAX_UPLOAD_BYTES)]
    transit_days: Annotated[bytes, Meta(max_length=limits.MAX_UPLOAD_BYTES)]
    preview: bool = False


class PointChangeKind(OpenEnum, unknown="OTHER"):
    """What becomes of a place with another service table."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    OTHER = "other"
    """One that this version does not know."""


class PointChange(msgspec.Struct, frozen=True):
    """A place that another service table adds, serves differently, or no longer has."""

    city: str
    province: str
    country: str
    kind: PointChangeKind


class PointImportResult(msgspec.Struct, frozen=True):
    """What a service table holds and changes; nothing is taken while a row is rejected.

    ``changes`` names the first places of those that ``added``, ``changed`` and ``removed`` count; ``days_changed`` counts
    pairs of terminals, each way by itself, with other service days than before.
    """

    taken: bool
    terminals: int
    points: int
    added: int
    changed: int
    removed: int
    rejected: tuple[RejectedRow, ...] = ()
    days_changed: int = 0
    changes: tuple[PointChange, ...] = ()


class PointFiles(msgspec.Struct, frozen=True, omit_defaults=True):
    """The three files of the service table that stands now, as they were taken in; empty before the first.

    ``taken_by`` is the access code that took them in, empty when a command of the server did.
    """

    terminals: bytes = b""
    points: bytes = b""
    transit_days: bytes = b""
    taken_at: Instant | UnsetType = UNSET
    taken_by: str = ""


LIST_POINTS = Operation(
    "listPoints",
    "GET",
    "/v1/points",
    "Points served",
    Points,
    query=PointQuery,
)

GET_TRANSIT_TIME = Operation(
    "getTransitTime",
    "GET",
    "/v1/transit-times",
    "Pickup and delivery between two places",
    TransitTime,
    query=TransitTimeQuery,
    errors=(ErrorCode.UNKNOWN_POINT, ErrorCode.INVALID_FIELDS),
    short_read=True,
)

GET_POINT_FILES = Operation(
    "getPointFiles",
    "GET",
    "/v1/admin/points",
    "The files of the service table",
    PointFiles,
    access=Access.ADMINISTRATOR,
)

IMPORT_POINTS = Operation(
    "importPoints",
    "POST",
    "/v1/admin/points",
    "Take in a service table, or say what it would change",
    PointImportResult,
    access=Access.ADMINISTRATOR,
    body=PointImport,
)
