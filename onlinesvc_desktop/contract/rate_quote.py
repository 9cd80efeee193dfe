# SPDX-License-Identifier: MIT
"""Messages of rate quotes."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from http import HTTPStatus
from re import fullmatch
from typing import Annotated, Final
from zoneinfo import ZoneInfo

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, OpenEnum, Right
from onlinesvc_desktop.contract.fields import DecimalText, Instant, ShortText
from onlinesvc_desktop.contract.freight import FREIGHT_CLASSES, MOST_UNITS, HandlingUnit, PositiveDecimal
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.problem import FieldProblem, Problem
from onlinesvc_desktop.contract.tariff import ServiceLevel
from onlinesvc_desktop.contract.zones import zone_of

MOST_AT_ONCE: Final = 50
"""Shipments that one request prices."""
QUOTE_PATTERN: Final = r"^Q[0-9]{9}\Z"
"""The number of a quote; with the letter of an option behind it, it names one price."""


class Terms(StrEnum):
    """Who pays the freight."""

    PREPAID = "prepaid"
    COLLECT = "collect"
    THIRD_PARTY = "third_party"


class QuotedPlace(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place by its postal code, or by its city; the province is needed where several cities have that name."""

    postal_code: ShortText | UnsetType = UNSET
    city: ShortText | UnsetType = UNSET
    province: ShortText | UnsetType = UNSET


class RateQuoteRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is asked: two places, a day, the goods and the services wanted with them."""

    origin: QuotedPlace
    destination: QuotedPlace
    ship_date: date
    handling_units: Annotated[tuple[HandlingUnit, ...], Meta(min_length=1, max_length=MOST_UNITS)]
    terms: Terms = Terms.PREPAID
    accessorials: Annotated[tuple[ShortText, ...], Meta(max_length=30)] = ()
    declared_value: PositiveDecimal | UnsetType = UNSET
    tax_exempt: bool = False


class QuoteRefusal(OpenEnum, unknown="OTHER"):
    """Why there is no price; a refusal is never a price of 0."""

    NO_TARIFF = "no_tariff"
    UNKNOWN_ORIGIN = "unknown_origin"
    UNKNOWN_DESTINATION = "unknown_destination"
    NO_LANE = "no_lane"
    NO_FUEL = "no_fuel"
    UNKNOWN_ACCESSORIAL = "unknown_accessorial"
    NO_DECLARED_VALUE = "no_declared_value"
    TOO_HEAVY = "too_heavy"
    OTHER = "other"
    """One that this version does not know."""


class QuoteLine(msgspec.Struct, frozen=True):
    """One amount and how it came about.

    ``basis``: ``1333 lb @ 80.00/cwt >= 1000 lb`` (the break begins at 1,000), ``30 %``, ``29.80 % 2026-11-23`` (the fuel
    row's day), ``4.65/cwt``, ``flat``; figures in plain decimal text, for the program to word.
    """

    code: str
    basis: str
    amount: DecimalText


class QuoteTax(msgspec.Struct, frozen=True):
    """A tax on the subtotal; ``rate`` in percent."""

    code: str
    rate: DecimalText
    amount: DecimalText


class QuoteOption(msgspec.Struct, frozen=True, omit_defaults=True):
    """One service level under the quote's number and a letter; ``total`` is after tax."""

    letter: str
    service_level: ServiceLevel
    total: DecimalText
    delivery_date: date | UnsetType = UNSET


class QuotedTariff(msgspec.Struct, frozen=True):
    """Which tariff a quote was made of."""

    name: str
    effective_on: date


class PricedQuote(msgspec.Struct, frozen=True, omit_defaults=True):
    """Every line of a price, before the quote has a number.

    Amounts in ``currency``; ``measured`` is false when a unit has no size, which then adds no volume.
    """

    currency: str
    actual_weight_lb: DecimalText
    cubed_weight_lb: DecimalText
    rated_weight_lb: DecimalText
    deficit: bool
    volume_ft3: DecimalText
    measured: bool
    lines: tuple[QuoteLine, ...]
    subtotal: DecimalText
    taxes: tuple[QuoteTax, ...]
    total: DecimalText
    options: tuple[QuoteOption, ...]
    tariff: QuotedTariff
    valid_until: date
    density_lb_ft3: DecimalText | UnsetType = UNSET
    freight_class: str | UnsetType = UNSET


class QuotedPoint(msgspec.Struct, frozen=True):
    """A place as it was priced: the point that serves it, and the postal code or the beginning of one."""

    city: str
    province: str
    postal_code: str


class RateQuote(PricedQuote, frozen=True, kw_only=True, omit_defaults=True):
    """A price under its number, with what was asked; it keeps the lines it was made of."""

    number: str
    made_at: Instant
    made_by: str
    origin: QuotedPoint
    destination: QuotedPoint
    pickup_date: date
    service_days: int
    request: RateQuoteRequest


class QuoteItem(msgspec.Struct, frozen=True):
    """A quote in a list; ``total`` is that of the standard service, after tax."""

    id: int
    number: str
    made_at: Instant
    made_by: str
    valid_until: date
    origin: QuotedPoint
    destination: QuotedPoint
    ship_date: date
    rated_weight_lb: DecimalText
    total: DecimalText
    currency: str


class QuotedList(msgspec.Struct, frozen=True):
    """Several shipments to be priced at once."""

    requests: Annotated[tuple[RateQuoteRequest, ...], Meta(min_length=1, max_length=MOST_AT_ONCE)]


class QuoteOutcome(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of one of several: a quote, or why there is none."""

    quote: RateQuote | UnsetType = UNSET
    problem: Problem | UnsetType = UNSET


class QuoteOutcomes(msgspec.Struct, frozen=True):
    """One outcome for each request, in their order."""

    items: tuple[QuoteOutcome, ...]


class OfferedQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """On which day."""

    ship_date: date


class OfferedServices(msgspec.Struct, frozen=True):
    """Codes of the additional services that the tariff of a day has a price for; ``declared`` need a declared value."""

    accessorials: tuple[str, ...]
    declared: tuple[str, ...]


def is_over(valid_until: date, province: str, now: datetime) -> bool:
    """Tell whether the last day of a quote has passed where its goods are picked up."""
    return now.astimezone(ZoneInfo(zone_of(province))).date() > valid_until


def number_and_letter(text: str) -> tuple[str, str] | None:
    """Return number and letter of a quote as a bill names it, the letter empty without one; None for another spelling."""
    found = fullmatch(r"(Q[0-9]{9})[ -]?([A-Z]?)", text.strip().upper())
    return None if found is None else (found[1], found[2])


def check_rate_quote(request: RateQuoteRequest) -> tuple[FieldProblem, ...]:
    """Return every wrong member that the shape of the message does not catch already."""
    problems = []
    for end, place in (("origin", request.origin), ("destination", request.destination)):
        if place.postal_code is UNSET and place.city is UNSET:
            problems.append(FieldProblem(f"/{end}/postal_code", FieldCode.REQUIRED))
    for index, unit in enumerate(request.handling_units):
        where = f"/handling_units/{index}"
        sizes = {"length": unit.length, "width": unit.width, "height": unit.height}
        given = {name: size for name, size in sizes.items() if size is not UNSET}
        problems += [
            FieldProblem(f"{where}/{name}", FieldCode.MALFORMED)
            for name, text in {"weight": unit.weight, **given}.items()
            if Decimal(text) <= 0
        ]
        if given:
            problems += [FieldProblem(f"{where}/{name}", FieldCode.REQUIRED) for name in sizes if name not in given]
        if unit.freight_class is not UNSET and unit.freight_class not in FREIGHT_CLASSES:
            problems.append(FieldProblem(f"{where}/freight_class", FieldCode.UNKNOWN))
    return tuple(problems)


REFUSALS: Final = (ErrorCode.NO_TARIFF, ErrorCode.NO_ZONE, ErrorCode.NO_LANE, ErrorCode.NO_FUEL, ErrorCode.TOO_HEAVY)
"""Why there is no price for what is asked rightly."""

REQUEST_RATE_QUOTE = Operation(
    "requestRateQuote",
    "POST",
    "/v1/rate-quotes",
    "Price a shipment",
    RateQuote,
    access=Access.SIGNED_IN,
    right=Right.RATE,
    body=RateQuoteRequest,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.INVALID_FIELDS, ErrorCode.UNKNOWN_POINT, ErrorCode.IDEMPOTENCY_KEY_REUSED, *REFUSALS),
    creates=True,
)

REQUEST_RATE_QUOTES = Operation(
    "requestRateQuotes",
    "POST",
    "/v1/rate-quotes/list",
    "Price several shipments; what has a price gets a quote, what has none a problem",
    QuoteOutcomes,
    access=Access.SIGNED_IN,
    right=Right.RATE,
    body=QuotedList,
    errors=(ErrorCode.INVALID_FIELDS, ErrorCode.IDEMPOTENCY_KEY_REUSED),
    creates=True,
)

LIST_RATE_QUOTES = Operation(
    "listRateQuotes",
    "GET",
    "/v1/rate-quotes",
    "Quotes of the enterprise, the newest first",
    Page[QuoteItem],
    access=Access.SIGNED_IN,
    right=Right.RATE,
    query=PageQuery,
)

GET_RATE_QUOTE = Operation(
    "getRateQuote",
    "GET",
    "/v1/rate-quotes/{number}",
    "A quote as it was made",
    RateQuote,
    access=Access.SIGNED_IN,
    right=Right.RATE,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={"number": QUOTE_PATTERN},
)

LIST_OFFERED_SERVICES = Operation(
    "listOfferedServices",
    "GET",
    "/v1/accessorials",
    "Additional services that have a price on a day",
    OfferedServices,
    access=Access.SIGNED_IN,
    query=OfferedQuery,
)
