# SPDX-License-Identifier: MIT
"""Put what files say into the store, a batch at a time: repeated, late and mixed-up reports change nothing twice.

An event is the same as one we have when code, reason, moment and place are the same; the first report of it is kept.
Events are numbered by when they happened, so a late report of an early event never becomes the latest status.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, text

from onlinesvc_desktop.backend.intake.records import (
    EventRecord,
    PartyRecord,
    PartyRole,
    PlaceRecord,
    ShipmentRecord,
)
from onlinesvc_desktop.backend.store.bulk import insert_rows, next_ids
from onlinesvc_desktop.backend.store.intake_rows import COLUMN_AT, SHIPMENT_COLUMNS, Event, Held, load, write
from onlinesvc_desktop.backend.store.invoices_told import put_told_invoices
from onlinesvc_desktop.backend.store.tables.accounts import customers
from onlinesvc_desktop.backend.store.tables.shipments import parties, places, shipments
from onlinesvc_desktop.backend.store.times import to_seconds

_WRITER_LOCK = 7_214_210
_PARTY_COLUMNS = [column.name for column in parties.columns]
_PARTY_AT = {role: COLUMN_AT[f"{role.value}_id"] for role in PartyRole}
_END_AT = {PartyRole.SHIPPER: COLUMN_AT["origin_id"], PartyRole.CONSIGNEE: COLUMN_AT["destination_id"]}
_SHIPPER, _BILL_TO = _PARTY_AT[PartyRole.SHIPPER], _PARTY_AT[PartyRole.BILL_TO]
_PIECES, _WEIGHT, _DELIVERY, _SIGNED_BY = (
    COLUMN_AT[name] for name in ("pieces", "weight_g", "estimated_delivery", "signed_by")
)
_CURRENCY, _TAX = COLUMN_AT["currency"], COLUMN_AT["tax_cents"]
_MOST_CACHED = 50_000
_MOST_CLOCKS = 10_000
_LONGEST_EVENTS = 5_000
_NOBODY: frozenset[int] = frozenset()

_PLACE = select(places.c.id).where(
    places.c.city == bindparam("city"), places.c.province == bindparam("province"), places.c.country == bindparam("country")
)


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
        self._told_parties: dict[PartyRecord, int] = {}
        self._customers: dict[str, int | None] = {}
        self._clocks: dict[int, tuple[datetime, int, int]] = {}
        """Moments by what they are, not what they say, with seconds and offset: files repeat the very objects."""

    def forget(self) -> None:
        """Remember nothing; what a transaction that failed had written is not there."""
        self._parties, self._told_parties, self._places, self._customers = {}, {}, {}, {}

    def take(self, connection: Connection, records: Sequence[ShipmentRecord], now: datetime) -> list[bool | None]:
        """Take records in; tell of each whether it changed something, or None when its shipment is unknown and stays so."""
        held = load(connection, {record.autopro_number for record in records})
        next_shipment, self._next_party = next_ids(connection, shipments, parties)
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
        insert_rows(connection, parties, _PARTY_COLUMNS, self._new_parties)
        write(connection, [one for one in held.values() if one.is_changed], now)
        invoiced = [one for one in records if one.invoice and one.autopro_number in held]
        told = [(dict(zip(SHIPMENT_COLUMNS, held[one.autopro_number].row, strict=True)), one) for one in invoiced]
        put_told_invoices(connection, told, now)
        if max(len(self._parties), len(self._told_parties), len(self._places), len(self._customers)) > _MOST_CACHED:
            self.forget()
        if len(self._clocks) > _MOST_CLOCKS:
            self._clocks = {}
        return outcomes

    def _create(self, connection: Connection, record: ShipmentRecord, row_id: int) -> Held:
        first = record.events[0].place
        shipper = record.parties.get(PartyRole.SHIPPER)
        consignee = record.parties.get(PartyRole.CONSIGNEE)
        origin = shipper.place if shipper is not None and shipper.place is not None else first
        destination = consignee.place if consignee is not None and consignee.place is not None else origin
        shipper_id = self._party(connection, shipper, origin)
        origin_id, destination_id = self._place(connection, origin), self._place(connection, destination)
        consignee_id = self._party(connection, consignee, destination)
        ends = [origin_id, destination_id, shipper_id, consignee_id, shipper_id]
        # Neither pieces, nor weight, nor estimate; the first status; nobody signed, nothing to pay.
        row = [row_id, record.autopro_number, *ends, 0, 0, None, 1, None, None, None, None, None, None]
        return Held(row, is_new=True, is_changed=True)

    def _apply(self, connection: Connection, one: Held, record: ShipmentRecord) -> bool:
        is_changed = False
        for event in record.events:
            is_changed |= self._add_event(connection, one, event)
        references = record.references - one.references if one.references else record.references
        owners = self._owners(connection, record) - one.owners if record.parties else _NOBODY
        is_changed = is_changed or bool(references or owners)
        row = one.row
        before = None if is_changed else row.copy()
        if record.pieces is not None:
            row[_PIECES] = record.pieces
        if record.weight_g is not None:
            row[_WEIGHT] = record.weight_g
        if record.estimated_delivery is not None:
            row[_DELIVERY] = record.estimated_delivery
        if record.signed_by is not None:
            row[_SIGNED_BY] = record.signed_by
        if (told := record.charges) is not None:
            row[_CURRENCY : _TAX + 1] = told.currency, told.freight, told.fuel, told.accessorials, told.taxes
        if one.is_new or owners or record.replaces_parties:
            self._set_parties(connection, one, record)
        is_changed = is_changed or row != before
        one.is_changed = one.is_changed or is_changed
        if references:
            one.references |= references
        if owners:
            one.owners |= owners
        return is_changed

    def _owners(self, connection: Connection, record: ShipmentRecord) -> frozenset[int]:
        named = [party for party in record.parties.values() if party.customer_number]
        return (
            frozenset(owner for party in named if (owner := self._customer(connection, party)) is not None)
            if named
            else _NOBODY
        )

    def _set_parties(self, connection: Connection, one: Held, record: ShipmentRecord) -> None:
        for role, party in record.parties.items():
            if party.place is not None:
                one.row[_PARTY_AT[role]] = self._party(connection, party, party.place)
                end = _END_AT.get(role)
                if end is not None and record.replaces_parties:
                    one.row[end] = self._place(connection, party.place)
        if one.is_new and PartyRole.BILL_TO not in record.parties:
            one.row[_BILL_TO] = one.row[_SHIPPER]

    def _add_event(self, connection: Connection, one: Held, record: EventRecord) -> bool:
        place = self._places.get(record.place) or self._place(connection, record.place)
        occurred, offset = self._clock(record.occurred_at)
        key = (record.code, record.reason, occurred, place)
        if key in one.known:
            return False
        told = one.events
        event: Event = (record.code, record.reason, occurred, offset, *self._clock(record.reported_at), place, None)
        if self._corrects and (at := _told_otherwise(told, event)) is not None:
            told[at] = event
            one.know()
            one.in_order = False
            return True
        if len(told) >= _LONGEST_EVENTS:
            return False
        if told and occurred < told[-1][2]:
            one.in_order = False
        told.append(event)
        one.known.add(key)
        return True

    def _clock(self, moment: datetime) -> tuple[int, int]:
        """Return a moment in seconds and its offset in minutes."""
        kept = self._clocks.get(id(moment))
        if kept is None:
            kept = self._clocks[id(moment)] = (moment, to_seconds(moment), _offset(moment))
        return kept[1], kept[2]

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
        if party is None or party.place is None:
            named = party or PartyRecord("", "", place, "")
            return self._party_at(connection, named, place)
        found = self._told_parties.get(party)
        if found is None:
            found = self._told_parties[party] = self._party_at(connection, party, party.place)
        return found

    def _party_at(self, connection: Connection, party: PartyRecord, place: PlaceRecord) -> int:
        where = self._place(connection, place)
        key = (self._customer(connection, party), party.name, party.address1, where, party.postal_code)
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


def _told_otherwise(stored: Sequence[Event], event: Event) -> int | None:
    """Return where the one stored event of the same code, reason and wall clock stands; None for none or several."""
    clock = event[2] + 60 * event[3]
    found = [at for at, one in enumerate(stored) if one[:2] == event[:2] and one[2] + 60 * one[3] == clock]
    return found[0] if len(found) == 1 else None


def _offset(moment: datetime) -> int:
    offset = moment.utcoffset()
    return 0 if offset is None else round(offset.total_seconds() / 60)
