# SPDX-License-Identifier: MIT
"""Rate quotes: a price for what is asked, kept under a number, or a refusal with its code."""

from decimal import Decimal
from zoneinfo import ZoneInfo

from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error, problem_of
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.points.find import ServiceTable, postal_text
from onlinesvc_desktop.backend.points.store import TableReader
from onlinesvc_desktop.backend.rules.transit import EARLIEST, LATEST, ServedPoint, transit_time
from onlinesvc_desktop.backend.services.rate_quote.rules import RatedPlace, RefusedQuoteError, Shipment, price
from onlinesvc_desktop.backend.services.rate_quote.store import KnownTariff, TariffReader
from onlinesvc_desktop.backend.store.quotes import QuoteOwner, add_quote, find_quote, list_quotes, new_quote_number
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Role
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.rate_quote import (
    GET_RATE_QUOTE,
    LIST_OFFERED_SERVICES,
    LIST_RATE_QUOTES,
    REQUEST_RATE_QUOTE,
    REQUEST_RATE_QUOTES,
    OfferedQuery,
    OfferedServices,
    QuotedList,
    QuotedPlace,
    QuotedPoint,
    QuoteItem,
    QuoteOutcome,
    QuoteOutcomes,
    QuoteRefusal,
    RateQuote,
    RateQuoteRequest,
    check_rate_quote,
)
from onlinesvc_desktop.contract.tariff import AccessorialShape
from onlinesvc_desktop.contract.transit_times import ServiceKind

_POINTS = TableReader()
_TARIFFS = TariffReader()


def request_quote(call: Call, request: RateQuoteRequest) -> RateQuote:
    """Price a shipment and keep the quote.

    Raises:
        ApiError: fields are wrong, a place is not known, or the tariff has no price; never a price of nothing.
    """
    return answer_once(call, REQUEST_RATE_QUOTE, request, lambda connection: make_quote(call, connection, request))


def request_quotes(call: Call, asked: QuotedList) -> QuoteOutcomes:
    """Price several shipments in one transaction."""

    def create(connection: Connection) -> QuoteOutcomes:
        return QuoteOutcomes(tuple(_outcome(call, connection, request) for request in asked.requests))

    return answer_once(call, REQUEST_RATE_QUOTES, asked, create)


def _outcome(call: Call, connection: Connection, request: RateQuoteRequest) -> QuoteOutcome:
    try:
        return QuoteOutcome(quote=make_quote(call, connection, request))
    except ApiError as error:
        return QuoteOutcome(problem=problem_of(error))


def make_quote(call: Call, connection: Connection, request: RateQuoteRequest, *, keep: bool = True) -> RateQuote:
    """Return the price of a shipment, inside the caller's transaction; unless told otherwise it is kept under its number.

    Raises:
        ApiError: fields are wrong, a place is not known, or the tariff has no price.
    """
    problems = check_rate_quote(request)
    if problems:
        raise ApiError(ErrorCode.INVALID_FIELDS, problems)
    if not EARLIEST <= request.ship_date <= LATEST:
        raise field_error("/ship_date", FieldCode.MALFORMED)
    table = _POINTS.newest(connection)
    origin = _served(table, "/origin", request.origin)
    destination = _served(table, "/destination", request.destination)
    known = _TARIFFS.of_day(connection, request.ship_date)
    if known is None:
        raise ApiError(ErrorCode.NO_TARIFF)
    transit = transit_time(origin, destination, table.days_between(origin, destination), request.ship_date, call.now)
    account = call.own_session.account
    ends = (_place(request.origin, origin), _place(request.destination, destination))
    shipment = Shipment(
        origin=RatedPlace(ends[0].postal_code, ends[0].province),
        destination=RatedPlace(ends[1].postal_code, ends[1].province),
        ship_date=request.ship_date,
        units=request.handling_units,
        accessorials=request.accessorials,
        declared_value=None if request.declared_value is UNSET else Decimal(request.declared_value),
        tax_exempt=request.tax_exempt,
        customer_number=account.customer_number or "",
        delivery_date=transit.delivery_date,
        guarantees_offered=transit.service is ServiceKind.DIRECT,
    )
    today = call.now.astimezone(ZoneInfo(transit.time_zone)).date()
    try:
        priced = price(known.tariff, shipment, today)
    except RefusedQuoteError as refusal:
        raise _refused(refusal, request) from refusal
    quote = RateQuote(
        **{name: getattr(priced, name) for name in priced.__struct_fields__},
        number=new_quote_number(connection),
        made_at=call.now,
        made_by=account.code,
        origin=ends[0],
        destination=ends[1],
        pickup_date=transit.pickup_date,
        service_days=transit.service_days,
        request=request,
    )
    if keep:
        add_quote(connection, quote, _owner(call), known.id, call.now)
    return quote


def _served(table: ServiceTable, pointer: str, place: QuotedPlace) -> ServedPoint:
    named = (place.postal_code,) if place.postal_code is not UNSET else (place.city, place.province)
    text = ", ".join(part for part in named if isinstance(part, str))
    found = table.find(text)
    if found is None:
        meant = tuple(f"{point.city}, {point.province}" for point in table.similar(text))
        raise ApiError(ErrorCode.UNKNOWN_POINT, [FieldProblem(pointer, FieldCode.UNKNOWN)], suggestions=meant)
    return found


def _place(asked: QuotedPlace, served: ServedPoint) -> QuotedPoint:
    """Return a place with the postal code that was given, or the first beginning of those that the point has."""
    given = None if asked.postal_code is UNSET else postal_text(asked.postal_code)
    point = served.point
    return QuotedPoint(point.city, point.province, given or point.postal_prefixes[0])


def _refused(refusal: RefusedQuoteError, request: RateQuoteRequest) -> ApiError:
    """Return the answer to what has no price."""
    match refusal.reason:
        case QuoteRefusal.UNKNOWN_ACCESSORIAL:
            return field_error(f"/accessorials/{request.accessorials.index(refusal.about)}", FieldCode.UNKNOWN)
        case QuoteRefusal.NO_DECLARED_VALUE:
            return field_error("/declared_value", FieldCode.REQUIRED)
        case QuoteRefusal.UNKNOWN_ORIGIN:
            return ApiError(ErrorCode.NO_ZONE, [FieldProblem("/origin", FieldCode.UNKNOWN)])
        case QuoteRefusal.UNKNOWN_DESTINATION:
            return ApiError(ErrorCode.NO_ZONE, [FieldProblem("/destination", FieldCode.UNKNOWN)])
        case reason:
            return ApiError(ErrorCode(reason.value))


def _owner(call: Call) -> QuoteOwner:
    account = call.own_session.account
    return QuoteOwner(account.customer_id, account.id)


def _seen_by(call: Call) -> QuoteOwner | None:
    """Return whose quotes somebody sees: those of the own enterprise, an administrator every one."""
    return None if call.own_session.account.role is Role.ADMINISTRATOR else _owner(call)


def list_own(call: Call, query: PageQuery) -> Page[QuoteItem]:
    """Return a page of quotes."""
    with call.context.database.read() as connection:
        items = list_quotes(connection, _seen_by(call), search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


def show(call: Call, _: None) -> RateQuote:
    """Return a quote as it was made.

    Raises:
        ApiError: ``not_found``, also for somebody else's.
    """
    with call.context.database.read() as connection:
        quote = find_quote(connection, call.path["number"], _seen_by(call))
    if quote is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    return quote


def offered(call: Call, query: OfferedQuery) -> OfferedServices:
    """Return the additional services of the tariff of a day."""
    with call.context.database.read() as connection:
        known: KnownTariff | None = _TARIFFS.of_day(connection, query.ship_date)
    services = () if known is None else known.tariff.accessorials
    declared = tuple(one.code for one in services if one.shape is AccessorialShape.THRESHOLD)
    return OfferedServices(tuple(one.code for one in services), declared)


ROUTES = (
    Route(REQUEST_RATE_QUOTE, request_quote),
    Route(REQUEST_RATE_QUOTES, request_quotes),
    Route(LIST_RATE_QUOTES, list_own),
    Route(GET_RATE_QUOTE, show),
    Route(LIST_OFFERED_SERVICES, offered),
)
