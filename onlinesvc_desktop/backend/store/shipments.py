# SPDX-License-Identifier: MIT
"""Queries on shipments, their events, parties and references."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from msgspec import UNSET
from sqlalchemy import Connection, Select, and_, bindparam, or_, select

from onlinesvc_desktop.backend.store.prepared import Prepared, Row
from onlinesvc_desktop.backend.store.tables.accounts import customers
from onlinesvc_desktop.backend.store.tables.shipments import (
    customer_shipments,
    events,
    parties,
    places,
    shipment_references,
    shipments,
)
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.limits import MAX_MATCHES_PER_REFERENCE
from onlinesvc_desktop.contract.shipment import Charges, Event, Party, Place, Reference, ReferenceType, Shipment
from onlinesvc_desktop.contract.shipment_report import ReportFilter
from onlinesvc_desktop.contract.status import STAGE_OF_STATUS, Stage

Value = TypeVar("Value")

_NO_ROW_BEFORE = 2**62
_DAY_SECONDS = 86_400
_PARTIES_OF_A_SHIPMENT = 3
_CHUNK = 500
"""Values per IN list: one prepared statement serves most batches and stays below every engine's limit."""


@dataclass(frozen=True, slots=True)
class ShipmentRow:
    """A shipment with its latest status and the customers of its parties, before anyone's sight is applied.

    Zero pieces or grams are what nobody told: no freight weighs nothing.
    """

    id: int
    autopro_number: str
    status: Event
    origin: Place
    destination: Place
    pieces: int
    weight_g: int
    estimated_delivery: date | None
    signed_by: str | None
    charges: Charges | None
    shipper_id: int
    consignee_id: int
    bill_to_id: int
    shipper_customer: int | None
    consignee_customer: int | None
    bill_to_customer: int | None


def public_facts(row: ShipmentRow) -> Shipment:
    """Return what anyone with a number sees of a shipment (design section 6)."""
    return Shipment(
        autopro_number=row.autopro_number,
        status=row.status,
        origin=row.origin,
        destination=row.destination,
        pieces=row.pieces or UNSET,
        weight_kg=kilograms(row.weight_g) if row.weight_g else UNSET,
        estimated_delivery=UNSET if row.estimated_delivery is None else row.estimated_delivery,
    )


_origin = places.alias("origin")
_destination = places.alias("destination")
_event_place = places.alias("event_place")
SHIPPER = parties.alias("shipper")
CONSIGNEE = parties.alias("consignee")
BILL_TO = parties.alias("bill_to")

_EVENT_COLUMNS = (
    events.c.sequence,
    events.c.code,
    events.c.reason,
    events.c.occurred_at,
    events.c.occurred_offset,
    events.c.reported_at,
    events.c.reported_offset,
    _event_place.c.city,
    _event_place.c.province,
    _event_place.c.country,
    events.c.terminal,
)
SHIPMENT_COLUMNS = (
    shipments.c.id,
    shipments.c.autopro_number,
    _origin.c.city,
    _origin.c.province,
    _origin.c.country,
    _destination.c.city,
    _destination.c.province,
    _destination.c.country,
    shipments.c.pieces,
    shipments.c.weight_g,
    shipments.c.estimated_delivery,
    shipments.c.signed_by,
    shipments.c.currency,
    shipments.c.freight_cents,
    shipments.c.fuel_cents,
    shipments.c.accessorial_cents,
    shipments.c.tax_cents,
    shipments.c.shipper_id,
    shipments.c.consignee_id,
    shipments.c.bill_to_id,
    SHIPPER.c.customer_id,
    CONSIGNEE.c.customer_id,
    BILL_TO.c.customer_id,
)
SHIPMENT_TABLES = (
    shipments.join(_origin, shipments.c.origin_id == _origin.c.id)
    .join(_destination, shipments.c.destination_id == _destination.c.id)
    .join(SHIPPER, shipments.c.shipper_id == SHIPPER.c.id)
    .join(CONSIGNEE, shipments.c.consignee_id == CONSIGNEE.c.id)
    .join(BILL_TO, shipments.c.bill_to_id == BILL_TO.c.id)
)
_SHIPMENT_WITH_STATUS: Select[Any] = select(*SHIPMENT_COLUMNS, *_EVENT_COLUMNS).select_from(
    SHIPMENT_TABLES.join(
        events, and_(events.c.shipment_id == shipments.c.id, events.c.sequence == shipments.c.status_sequence)
    ).join(_event_place, events.c.place_id == _event_place.c.id)
)
_BY_AUTOPRO = Prepared(_SHIPMENT_WITH_STATUS.where(shipments.c.autopro_number == bindparam("autopro")))
_BY_IDS = _SHIPMENT_WITH_STATUS.where(shipments.c.id.in_(bindparam("ids", expanding=True)))
EVENTS: Select[Any] = select(*_EVENT_COLUMNS).join_from(events, _event_place, events.c.place_id == _event_place.c.id)
_EVENTS = Prepared(EVENTS.where(events.c.shipment_id == bindparam("shipment")).order_by(events.c.sequence))
_DELIVERIES = (
    select(shipments.c.autopro_number, events.c.occurred_at, events.c.occurred_offset)
    .join_from(shipments, events, events.c.shipment_id == shipments.c.id)
    .where(shipments.c.autopro_number.in_(bindparam("numbers", expanding=True)), events.c.code == "D1")
    .order_by(events.c.sequence)
)
_PARTY = select(
    parties.c.id,
    parties.c.name,
    parties.c.address1,
    places.c.city,
    places.c.province,
    parties.c.postal_code,
    places.c.country,
    customers.c.number,
).select_from(parties.join(places).outerjoin(customers))
_PARTIES = _PARTY.where(parties.c.id.in_(bindparam("ids", expanding=True)))
_PARTIES_OF_ONE = Prepared(_PARTY.where(parties.c.id.in_([bindparam(name) for name in ("first", "second", "third")])))
_REFERENCE = select(shipment_references.c.shipment_id, shipment_references.c.type, shipment_references.c.value)
_REFERENCES = _REFERENCE.where(shipment_references.c.shipment_id.in_(bindparam("ids", expanding=True)))
_REFERENCES_OF_ONE = Prepared(_REFERENCE.where(shipment_references.c.shipment_id == bindparam("shipment")))
_AUTOPRO_IDS = select(shipments.c.autopro_number, shipments.c.id).where(
    shipments.c.autopro_number.in_(bindparam("values", expanding=True))
)
_REFERENCE_IDS = select(shipment_references.c.value, shipment_references.c.shipment_id, shipment_references.c.type).where(
    shipment_references.c.value.in_(bindparam("values", expanding=True))
)
_first = events.alias("first")
_status = events.alias("status")
_OWN = (
    select(shipments.c.id, _first.c.occurred_at, _first.c.occurred_offset)
    .select_from(
        customer_shipments.join(shipments, shipments.c.id == customer_shipments.c.shipment_id)
        .join(_first, and_(_first.c.shipment_id == shipments.c.id, _first.c.sequence == 1))
        .join(_status, and_(_status.c.shipment_id == shipments.c.id, _status.c.sequence == shipments.c.status_sequence))
        .join(_origin, shipments.c.origin_id == _origin.c.id)
        .join(_destination, shipments.c.destination_id == _destination.c.id)
    )
    .where(customer_shipments.c.customer_id == bindparam("customer"))
    .where(customer_shipments.c.shipment_id < bindparam("before"))
    .order_by(customer_shipments.c.shipment_id.desc())
    .limit(bindparam("limit"))
)


def kilograms(grams: int) -> str:
    """Return a weight as decimal text with one digit after the point."""
    tenths = (grams + 50) // 100
    return f"{tenths // 10}.{tenths % 10}"


def _money(cents: int) -> str:
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def event_of(row: Sequence[Any]) -> Event:
    """Return the event of a row of ``EVENTS``."""
    sequence, code, reason, occurred, occurred_offset, reported, reported_offset, city, province, country, terminal = row
    return Event(
        sequence,
        code,
        reason,
        from_seconds(occurred, occurred_offset),
        from_seconds(reported, reported_offset),
        city,
        province,
        country,
        UNSET if terminal is None else terminal,
    )


def _charges(currency: str | None, freight: int, fuel: int, accessorials: int, taxes: int) -> Charges | None:
    if currency is None:
        return None
    total = freight + fuel + accessorials + taxes
    return Charges(currency, *(_money(cents) for cents in (freight, fuel, accessorials, taxes, total)))


def shipment_of(row: Sequence[Any], status: Event) -> ShipmentRow:
    """Return the shipment of a row of ``SHIPMENT_COLUMNS``."""
    return ShipmentRow(
        id=row[0],
        autopro_number=row[1],
        origin=Place(row[2], row[3], row[4]),
        destination=Place(row[5], row[6], row[7]),
        pieces=row[8],
        weight_g=row[9],
        estimated_delivery=row[10],
        signed_by=row[11],
        charges=_charges(row[12], row[13], row[14], row[15], row[16]),
        shipper_id=row[17],
        consignee_id=row[18],
        bill_to_id=row[19],
        shipper_customer=row[20],
        consignee_customer=row[21],
        bill_to_customer=row[22],
        status=status,
    )


def _with_status(row: Sequence[Any]) -> ShipmentRow:
    return shipment_of(row, event_of(row[len(SHIPMENT_COLUMNS) :]))


def find_shipment(connection: Connection, autopro: str) -> ShipmentRow | None:
    """Return the shipment of nine digits."""
    row = _BY_AUTOPRO.first(connection, autopro=autopro)
    return None if row is None else _with_status(row)


def find_events(connection: Connection, shipment_id: int) -> tuple[Event, ...]:
    """Return a shipment's events, oldest first."""
    return tuple(event_of(row) for row in _EVENTS.rows(connection, shipment=shipment_id))


def delivered_at(connection: Connection, numbers: Sequence[str]) -> dict[str, datetime]:
    """Return when each shipment was delivered: its latest D1, whatever was reported after it."""
    found = {}
    for chunk in _chunks(sorted(numbers)):
        for number, at, offset in connection.execute(_DELIVERIES, {"numbers": chunk}):
            found[number] = from_seconds(at, offset)
    return found


def find_parties(connection: Connection, rows: Iterable[ShipmentRow]) -> dict[int, Party]:
    """Return the parties of shipments by their row id."""
    ids = sorted({party for row in rows for party in (row.shipper_id, row.consignee_id, row.bill_to_id)})
    return {row[0]: party_of(row[1:]) for row in _rows_of_parties(connection, ids)}


def party_of(row: Sequence[Any]) -> Party:
    """Return the party of a name, a street, a place and, if it is one, a customer."""
    name, address1, city, province, postal_code, country, number = row
    return Party(name, address1, city, province, postal_code, country, UNSET if number is None else number)


def _rows_of_parties(connection: Connection, ids: Sequence[int]) -> Iterable[Row]:
    if 0 < len(ids) <= _PARTIES_OF_A_SHIPMENT:
        first, second, third = (*ids, *[ids[0]] * (_PARTIES_OF_A_SHIPMENT - len(ids)))
        yield from _PARTIES_OF_ONE.rows(connection, first=first, second=second, third=third)
        return
    for chunk in _chunks(ids):
        yield from connection.execute(_PARTIES, {"ids": chunk})


def find_references(connection: Connection, shipment_ids: Iterable[int]) -> dict[int, tuple[Reference, ...]]:
    """Return the other numbers of shipments."""
    found: defaultdict[int, list[Reference]] = defaultdict(list)
    for shipment_id, kind, value in _rows_of_references(connection, sorted(shipment_ids)):
        found[shipment_id].append(Reference(ReferenceType(kind), value))
    return {key: in_order(refs) for key, refs in found.items()}


def in_order(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return the numbers of a shipment in the order in which they are told."""
    return tuple(sorted(references, key=lambda one: (one.type, one.value)))


def _rows_of_references(connection: Connection, ids: Sequence[int]) -> Iterable[Row]:
    if len(ids) == 1:
        yield from _REFERENCES_OF_ONE.rows(connection, shipment=ids[0])
        return
    for chunk in _chunks(ids):
        yield from connection.execute(_REFERENCES, {"ids": chunk})


def find_by_ids(connection: Connection, shipment_ids: Iterable[int]) -> dict[int, ShipmentRow]:
    """Return shipments by row id."""
    found = {}
    for chunk in _chunks(sorted(shipment_ids)):
        for row in connection.execute(_BY_IDS, {"ids": chunk}):
            found[row[0]] = _with_status(row)
    return found


def match_references(connection: Connection, kind: ReferenceType, values: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Return the row ids of the shipments each value stands for, at most 50 a value, newest first."""
    matches: defaultdict[str, set[int]] = defaultdict(set)
    for chunk in _chunks(values):
        if kind in (ReferenceType.AUTOPRO, ReferenceType.ANY):
            for value, shipment_id in connection.execute(_AUTOPRO_IDS, {"values": chunk}):
                matches[value].add(shipment_id)
        if kind is not ReferenceType.AUTOPRO:
            for value, shipment_id, stored_kind in connection.execute(_REFERENCE_IDS, {"values": chunk}):
                if kind in (ReferenceType.ANY, stored_kind):
                    matches[value].add(shipment_id)
    return {value: tuple(sorted(ids, reverse=True)[:MAX_MATCHES_PER_REFERENCE]) for value, ids in matches.items()}


def kinds_of_references(connection: Connection, values: Sequence[str]) -> dict[str, tuple[ReferenceType, ...]]:
    """Return under which kinds each value exists."""
    kinds: defaultdict[str, set[ReferenceType]] = defaultdict(set)
    for chunk in _chunks(values):
        for value, _ in connection.execute(_AUTOPRO_IDS, {"values": chunk}):
            kinds[value].add(ReferenceType.AUTOPRO)
        for value, _, kind in connection.execute(_REFERENCE_IDS, {"values": chunk}):
            kinds[value].add(ReferenceType(kind))
    return {value: tuple(sorted(found)) for value, found in kinds.items()}


def known_to(connection: Connection, customer_id: int | None, values: Sequence[str]) -> set[str]:
    """Return which numbers belong to shipments of a customer; of anyone, for None."""
    of_customer = shipments.c.id.in_(
        select(customer_shipments.c.shipment_id).where(
            customer_shipments.c.customer_id == customer_id, customer_shipments.c.shipment_id == shipments.c.id
        )
    )
    by_autopro = select(shipments.c.autopro_number).where(shipments.c.autopro_number.in_(values))
    by_reference = (
        select(shipment_references.c.value)
        .join(shipments, shipments.c.id == shipment_references.c.shipment_id)
        .where(shipment_references.c.value.in_(values))
    )
    found: set[str] = set()
    for statement in (by_autopro, by_reference):
        owned = statement if customer_id is None else statement.where(of_customer)
        found.update(connection.execute(owned).scalars())
    return found


def own_shipments(
    connection: Connection,
    customer_id: int,
    wanted: ReportFilter,
    limit: int,
    before: int = _NO_ROW_BEFORE,
    among: Sequence[int] | None = None,
) -> list[tuple[int, datetime]]:
    """Return row ids of a customer's shipments below ``before``, newest first, each with when it was booked.

    ``among`` leaves only rows of that list.
    """
    statement = _OWN if among is None else _OWN.where(shipments.c.id.in_(among))
    if wanted.since is not UNSET:
        statement = statement.where(_first.c.occurred_at >= _midnight(wanted.since))
    if wanted.until is not UNSET:
        statement = statement.where(_first.c.occurred_at < _midnight(wanted.until) + _DAY_SECONDS)
    if wanted.stage is not UNSET:
        codes = [code for code, stage in STAGE_OF_STATUS.items() if stage is wanted.stage]
        known = _status.c.code.in_(codes)
        is_private = _status.c.code.not_in(STAGE_OF_STATUS)
        statement = statement.where(or_(known, is_private) if wanted.stage is Stage.IN_TRANSIT else known)
    for place, province in ((_origin, wanted.origin), (_destination, wanted.destination)):
        if province is not UNSET:
            statement = statement.where(place.c.province == province)
    if wanted.reference:
        value = wanted.reference.strip().upper()
        named = select(shipment_references.c.shipment_id).where(shipment_references.c.value == value)
        digits = value.replace(" ", "").replace("-", "")
        statement = statement.where(or_(shipments.c.id.in_(named), shipments.c.autopro_number == digits))
    keys = {"customer": customer_id, "before": before, "limit": limit}
    rows = connection.execute(statement, keys)
    return [(row_id, from_seconds(at, offset)) for row_id, at, offset in rows]


def _midnight(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _chunks(values: Sequence[Value]) -> Iterable[Sequence[Value]]:
    return (values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK))
