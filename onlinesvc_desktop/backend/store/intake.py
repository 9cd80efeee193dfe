# SPDX-License-Identifier: MIT
"""Put what files say into the store, a batch at a time: repeated, late and mixed-up reports change nothing twice.

An event is the same as one we have when code, reason, moment and place are the same; the first report of it is kept.
Events are numbered by when they happened, so a late report of an early event never becomes the latest status.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update

from onlinesvc_desktop.backend.intake.records import (
    EventRecord,
    PartyRecord,
    PartyRole,
    PlaceRecord,
    ShipmentRecord,
)
from onlinesvc_desktop.backend.rules.status import status_index
from onlinesvc_desktop.backend.store.bulk import insert_rows, rows_where
from onlinesvc_desktop.backend.store.invoices_told import put_told_invoices
from onlinesvc_desktop.backend.store.tables.accounts import customers
from onlinesvc_desktop.backend.store.tables.shipments import (
    changes,
    customer_shipments,
    events,
    parties,
    places,
    shipment_references,
    shipments,
)
from onlinesvc_desktop.backend.store.times import to_seconds
from onlinesvc_desktop.contract.shipment import ReferenceType

_WRITER_LOCK = 7_214_210
_SHIPMENT_COLUMNS = [column.name for column in shipments.columns]
_DELIVERY_AT = _SHIPMENT_COLUMNS.index("estimated_delivery")
_NEW_ROW: dict[str, Any] = dict.fromkeys(_SHIPMENT_COLUMNS) | {"pieces": 0, "weight_g": 0, "status_sequence": 1}
_EVENT_COLUMNS = [column.name for column in events.columns]
_PARTY_OF = {role: f"{role.value}_id" for role in PartyRole}
_END_OF = {PartyRole.SHIPPER: "origin_id", PartyRole.CONSIGNEE: "destination_id"}
_MOST_CACHED = 50_000
_LONGEST_EVENTS = 5_000

_PLACE = select(places.c.id).where(
    places.c.city == bindparam("city"), places.c.province == bindparam("province"), places.c.country == bindparam("country")
)
_UPDATE = (
    update(shipments)
    .where(shipments.c.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}") for name in _SHIPMENT_COLUMNS if name != "id"})
)

Event = tuple[str, str, int, int, int, int, int, str | None]
"""Code, reason, occurred with offset, reported with offset, place, terminal."""


@dataclass(slots=True)
class _Held:
    """A shipment while a batch changes it."""

    row: dict[str, Any]
    is_new: bool
    events: list[Event] = field(default_factory=list)
    known: set[tuple[str, str, int, int]] = field(default_factory=set)
    """Code, reason, moment and place of each event."""
    stored_events: int = 0
    in_order: bool = True
    references: set[tuple[ReferenceType, str]] = field(default_factory=set)
    new_references: set[tuple[ReferenceType, str]] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)
    new_owners: set[int] = field(default_factory=set)
    changed: bool = False


def as_only_writer(connection: Connection) -> None:
    """Wait until no other worker takes a file in; changes are then numbered in the order of commits."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})


class IntakeStore:
    """Takes batches in, remembering places and parties between them; a transaction that fails needs ``forget``."""

    def __init__(self, corrects: bool = False) -> None:
        self._corrects = corrects
        """Whether an event takes the place of one with the same code, reason and wall clock that was told otherwise."""
        self._places: dict[PlaceRecord, int] = {}
        self._parties: dict[tuple[int | None, str, str, int, str], int] = {}
        self._customers: dict[str, int | None] = {}
        self._reported_at: datetime | None = None
        self._reported = (0, 0)

    def forget(self) -> None:
        """Remember nothing; what a transaction that failed had written is not there."""
        self._parties, self._places, self._customers = {}, {}, {}

    def take(self, connection: Connection, records: Sequence[ShipmentRecord], now: datetime) -> list[bool | None]:
        """Take records in; tell of each whether it changed something, or None when its shipment is unknown and stays so."""
        held = _load(connection, {record.autopro_number for record in records})
        next_shipment = _next(connection, shipments)
        self._next_party = _next(connection, parties)
        self._new_parties: list[tuple[Any, ...]] = []
        outcomes: list[bool | None] = []
        for record in records:
            one = held.get(record.autopro_number)
            if one is None:
                if not record.begins_shipment:
                    outcomes.append(None)
                    continue
                one = held[record.autopro_number] = self._create(connection, record, next_shipment)
                next_shipment += 1
            outcomes.append(self._apply(connection, one, record))
        insert_rows(connection, parties, [column.name for column in parties.columns], self._new_parties)
        _write(connection, [one for one in held.values() if one.changed], now)
        told = [(held[one.autopro_number].row, one) for one in records if one.invoice and one.autopro_number in held]
        put_told_invoices(connection, told, now)
        if max(len(self._parties), len(self._places), len(self._customers)) > _MOST_CACHED:
            self.forget()
        return outcomes

    def _create(self, connection: Connection, record: ShipmentRecord, row_id: int) -> _Held:
        first = record.events[0].place
        shipper = record.parties.get(PartyRole.SHIPPER)
        consignee = record.parties.get(PartyRole.CONSIGNEE)
        origin = shipper.place if shipper is not None and shipper.place is not None else first
        destination = consignee.place if consignee is not None and consignee.place is not None else origin
        shipper_id = self._party(connection, shipper, origin)
        row = _NEW_ROW | {
            "id": row_id,
            "autopro_number": record.autopro_number,
            "origin_id": self._place(connection, origin),
            "destination_id": self._place(connection, destination),
            "shipper_id": shipper_id,
            "consignee_id": self._party(connection, consignee, destination),
            "bill_to_id": shipper_id,
        }
        return _Held(row, is_new=True, changed=True)

    def _apply(self, connection: Connection, one: _Held, record: ShipmentRecord) -> bool:
        is_changed = False
        for event in record.events:
            is_changed |= self._add_event(connection, one, event)
        references = record.references - one.references
        owners = self._owners(connection, record) - one.owners if record.parties else set[int]()
        before = one.row.copy()
        for name, value in (
            ("pieces", record.pieces),
            ("weight_g", record.weight_g),
            ("estimated_delivery", record.estimated_delivery),
            ("signed_by", record.signed_by),
        ):
            if value is not None:
                one.row[name] = value
        if record.charges is not None:
            charges = record.charges
            one.row |= {
                "currency": charges.currency,
                "freight_cents": charges.freight,
                "fuel_cents": charges.fuel,
                "accessorial_cents": charges.accessorials,
                "tax_cents": charges.taxes,
            }
        if one.is_new or owners or record.replaces_parties:
            self._set_parties(connection, one, record)
        is_changed = is_changed or one.row != before or bool(references or owners)
        one.changed = one.changed or is_changed
        one.new_references |= references
        one.references |= references
        one.new_owners |= owners
        one.owners |= owners
        return is_changed

    def _owners(self, connection: Connection, record: ShipmentRecord) -> set[int]:
        found = (self._customer(connection, party) for party in record.parties.values())
        return {one for one in found if one is not None}

    def _set_parties(self, connection: Connection, one: _Held, record: ShipmentRecord) -> None:
        for role, party in record.parties.items():
            if party.place is not None:
                one.row[_PARTY_OF[role]] = self._party(connection, party, party.place)
                end = _END_OF.get(role)
                if end is not None and record.replaces_parties:
                    one.row[end] = self._place(connection, party.place)
        if PartyRole.BILL_TO not in record.parties and one.is_new:
            one.row["bill_to_id"] = one.row["shipper_id"]

    def _add_event(self, connection: Connection, one: _Held, record: EventRecord) -> bool:
        place = self._place(connection, record.place)
        occurred = to_seconds(record.occurred_at)
        key = (record.code, record.reason, occurred, place)
        if key in one.known:
            return False
        if record.reported_at is not self._reported_at:
            # One moment for a group or table: mostly the very object that came with the event before.
            self._reported_at = record.reported_at
            self._reported = (to_seconds(record.reported_at), _offset(record.reported_at))
        event: Event = (record.code, record.reason, occurred, _offset(record.occurred_at), *self._reported, place, None)
        if self._corrects and (at := _told_otherwise(one.events, event)) is not None:
            one.events[at] = event
            one.known = _known(one.events)
            one.in_order = False
            return True
        if len(one.events) >= _LONGEST_EVENTS:
            return False
        if one.events and occurred < one.events[-1][2]:
            one.in_order = False
        one.events.append(event)
        one.known.add(key)
        return True

    def _place(self, connection: Connection, place: PlaceRecord) -> int:
        found = self._places.get(place)
        if found is None:
            key = {"city": place.city, "province": place.province, "country": place.country}
            found = connection.execute(_PLACE, key).scalar()
            if found is None:
                found = connection.execute(insert(places).values(**key).returning(places.c.id)).scalar_one()
            self._places[place] = found
        return found

    def _party(self, connection: Connection, party: PartyRecord | None, place: PlaceRecord) -> int:
        """Return a party's row; one we were not told of has a place and no name."""
        named = party or PartyRecord("", "", place, "")
        where = self._place(connection, named.place or place)
        key = (self._customer(connection, named), named.name, named.address1, where, named.postal_code)
        found = self._parties.get(key)
        if found is None:
            found = self._parties[key] = self._next_party
            self._new_parties.append((found, *key))
            self._next_party += 1
        return found

    def _customer(self, connection: Connection, party: PartyRecord) -> int | None:
        number = party.customer_number
        if not number:
            return None
        if number not in self._customers:
            self._customers[number] = connection.execute(select(customers.c.id).where(customers.c.number == number)).scalar()
        return self._customers[number]


def _known(stored: Iterable[Event]) -> set[tuple[str, str, int, int]]:
    return {(*event[:3], event[6]) for event in stored}


def _told_otherwise(stored: Sequence[Event], event: Event) -> int | None:
    """Return where the one stored event of the same code, reason and wall clock stands; None for none or several."""
    clock = event[2] + 60 * event[3]
    found = [at for at, one in enumerate(stored) if one[:2] == event[:2] and one[2] + 60 * one[3] == clock]
    return found[0] if len(found) == 1 else None


def _next(connection: Connection, table: Any) -> int:
    return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()) + 1


def _offset(moment: datetime) -> int:
    offset = moment.utcoffset()
    return 0 if offset is None else round(offset.total_seconds() / 60)


def _load(connection: Connection, numbers: set[str]) -> dict[str, _Held]:
    found: dict[int, _Held] = {}
    for values in rows_where(connection, shipments, "autopro_number", sorted(numbers)):
        row = dict(zip(_SHIPMENT_COLUMNS, values, strict=True))
        if isinstance(row["estimated_delivery"], str):
            row["estimated_delivery"] = date.fromisoformat(row["estimated_delivery"])
        found[row["id"]] = _Held(row, is_new=False)
    ids = sorted(found)
    for shipment_id, _, *event in rows_where(connection, events, "shipment_id", ids, order="shipment_id, sequence"):
        found[shipment_id].events.append(tuple(event))
    for one in found.values():
        one.stored_events = len(one.events)
        one.known = _known(one.events)
    columns = ("shipment_id", "type", "value")
    for shipment_id, kind, value in rows_where(connection, shipment_references, "shipment_id", ids, columns):
        found[shipment_id].references.add((ReferenceType(kind), value))
    for shipment_id, owner in rows_where(connection, customer_shipments, "shipment_id", ids, ("shipment_id", "customer_id")):
        found[shipment_id].owners.add(owner)
    return {one.row["autopro_number"]: one for one in found.values()}


def _write(connection: Connection, changed: Iterable[_Held], now: datetime) -> None:
    new_rows: list[dict[str, Any]] = []
    old_rows: list[dict[str, Any]] = []
    event_rows, mixed_up, reference_rows, owner_rows, change_rows = [], [], [], [], []
    for one in changed:
        row_id = one.row["id"]
        first = one.stored_events
        if not one.in_order:
            one.events.sort(key=lambda event: (event[2], event[4]))
            first = 0
            if one.stored_events:
                mixed_up.append(row_id)
        one.row["status_sequence"] = status_index([event[0] for event in one.events]) + 1
        event_rows += [(row_id, first + at + 1, *event) for at, event in enumerate(one.events[first:])]
        (new_rows if one.is_new else old_rows).append(one.row)
        reference_rows += [(value, kind.value, row_id) for kind, value in one.new_references]
        owner_rows += [(owner, row_id) for owner in one.new_owners]
        change_rows.append((row_id, to_seconds(now)))
    if mixed_up:
        connection.execute(delete(events).where(events.c.shipment_id.in_(mixed_up)))
    insert_rows(connection, shipments, _SHIPMENT_COLUMNS, [_plain(row) for row in new_rows])
    if old_rows:
        connection.execute(
            _UPDATE, [{"row": row["id"], **{f"new_{name}": row[name] for name in row if name != "id"}} for row in old_rows]
        )
    insert_rows(connection, events, _EVENT_COLUMNS, event_rows)
    insert_rows(connection, shipment_references, ("value", "type", "shipment_id"), reference_rows)
    insert_rows(connection, customer_shipments, ("customer_id", "shipment_id"), owner_rows)
    insert_rows(connection, changes, ("shipment_id", "at"), change_rows)


def _plain(row: dict[str, Any]) -> list[Any]:
    """Return the values of a row, whose names stand in the order of the columns, as every driver takes them."""
    values = list(row.values())
    if values[_DELIVERY_AT] is not None:
        values[_DELIVERY_AT] = values[_DELIVERY_AT].isoformat()
    return values
