# SPDX-License-Identifier: MIT
"""Status events out of the rows of a table: one row for each event, under our headings or others by a mapping."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache, partial
from typing import BinaryIO

from msgspec.structs import replace

from onlinesvc_desktop.backend.intake.attempt import attempt
from onlinesvc_desktop.backend.intake.profile import STRANGER, Profile
from onlinesvc_desktop.backend.intake.records import (
    EventRecord,
    Part,
    PartyRecord,
    PartyRole,
    PlaceRecord,
    QuarantineError,
    Said,
    ShipmentRecord,
)
from onlinesvc_desktop.backend.intake.tables.delimited import LONGEST_CELL
from onlinesvc_desktop.backend.intake.tables.files import rows_of
from onlinesvc_desktop.backend.intake.tables.headings import find_layout
from onlinesvc_desktop.backend.intake.tables.mapping import PARTY_FIELDS, REFERENCES, TableMapping, word_of
from onlinesvc_desktop.backend.intake.tables.moments import day_of, moment_of
from onlinesvc_desktop.backend.intake.tables.values import country_of, number_text, place_of, province_code
from onlinesvc_desktop.backend.intake.values import (
    grams,
    pieces,
    plain_text,
    reference,
    refuse_other_ages,
    shipment_number,
    status_code,
)
from onlinesvc_desktop.backend.rules.zones import local_time
from onlinesvc_desktop.contract.intake import QuarantineReason
from onlinesvc_desktop.contract.status import Stage, stage_of
from onlinesvc_desktop.contract.table_mapping import DateOrder

_LONGEST_POSTAL_CODE = 16
_LONGEST_CUSTOMER_NUMBER = 16
_PARTY_COLUMNS = {role: {name: f"{role.value}_{name}" for name in (*PARTY_FIELDS, "place")} for role in PartyRole}
_EVERY_PARTY_COLUMN = frozenset(column for columns in _PARTY_COLUMNS.values() for column in columns.values())
_BESIDE_THE_EVENT = frozenset({*REFERENCES, "pieces", "weight_kg", "weight_lb", "estimated_delivery", "signed_by"})
_LONGEST_KEPT = 60
_LONGEST_KEPT_CELL = 1_000
_ENDS = frozenset({Stage.DELIVERED, Stage.DELIVERY_ATTEMPTED, Stage.OUT_FOR_DELIVERY})


def read_table(stream: BinaryIO, mapping: TableMapping, now: datetime, profile: Profile = STRANGER) -> Iterator[Part]:
    """Yield the rows of a table, each with what it says or why it is set aside.

    Raises:
        TableError: the file holds no table.
        HeadingsError: needed headings are missing.
    """
    rows = rows_of(stream)
    layout, ahead = find_layout(rows, mapping)
    values_of = layout.reader()
    for source in (ahead, rows):
        for row in source:
            values = values_of(row.cells)
            if not any(values.values()) or layout.is_headings(row.cells):
                continue
            raw, number = row.text.encode(), str(row.line)
            if row.is_too_long:
                fault = QuarantineError(QuarantineReason.TOO_LONG, str(LONGEST_CELL))
                values = {name: value[:_LONGEST_KEPT_CELL] for name, value in values.items()}
                yield Part(row.start, row.end, number, raw, fault=fault, sender=profile.name, cells=values)
                continue
            said, why = attempt(partial(_said, values, mapping, profile, now))
            yield Part(row.start, row.end, number, raw, said.records, why, sender=profile.name, cells=values)


def _said(values: Mapping[str, str], mapping: TableMapping, profile: Profile, now: datetime) -> Said:
    return Said((record_of(values, mapping, now, profile),))


def record_of(
    values: Mapping[str, str], mapping: TableMapping, now: datetime, profile: Profile = STRANGER
) -> ShipmentRecord:
    """Return what one row says.

    Args:
        values: the cells of the row under our headings.
        mapping: how its words, dates and numbers are to be read.
        now: when it is read; the moment of the report unless the row names one.
        profile: how its sender writes. A stranger's column of customers counts: it has our heading or was mapped by hand.

    Raises:
        QuarantineError: it cannot be taken in, and why.
    """
    record = ShipmentRecord(shipment_number(values.get("autopro_number", ""), profile))
    code = _status(values, mapping, profile)
    if not _EVERY_PARTY_COLUMN.isdisjoint(values):
        for role in PartyRole:
            party = _party(values, role, profile)
            if party is not None:
                record.parties[role] = party
    place = _in_country(_place(values, mapping, record, code), profile)
    zone = profile.zone or "LT"
    occurred = _moment(values.get("occurred_at", ""), values.get("occurred_time", ""), mapping, place, zone)
    reported = _moment(values["reported_at"], "", mapping, place, zone) if values.get("reported_at") else now
    record.events.append(EventRecord(code, status_code(values.get("reason") or "NS"), occurred, reported, place))
    if not _BESIDE_THE_EVENT.isdisjoint(values):
        _read_facts(record, values, mapping)
    return record


def _read_facts(record: ShipmentRecord, values: Mapping[str, str], mapping: TableMapping) -> None:
    """Read what a row says of the shipment beside the event."""
    for name, kind in REFERENCES.items():
        if values.get(name):
            record.references.add((kind, reference(values[name])))
    if values.get("pieces"):
        record.pieces = pieces(number_text(values["pieces"], mapping.decimal)) or None
    for name, unit in (("weight_kg", "K"), ("weight_lb", "L")):
        if values.get(name):
            record.weight_g = grams(number_text(values[name], mapping.decimal), unit) or None
    if values.get("estimated_delivery"):
        record.estimated_delivery = _day(values["estimated_delivery"], mapping)
    record.signed_by = plain_text(values.get("signed_by", "")) or None


def _status(values: Mapping[str, str], mapping: TableMapping, profile: Profile) -> str:
    word = values.get("status") or mapping.defaults.get("status", "")
    if not (mapping.statuses or profile.statuses):
        return status_code(word)
    told = mapping.statuses.get(word_of(word)) or profile.statuses.get(word.strip().upper())
    return status_code(told or word)


def _in_country(place: PlaceRecord, profile: Profile) -> PlaceRecord:
    """Return a place; a country that neither the row nor its province tells is the sender's."""
    return replace(place, country=profile.country) if profile.country and not place.country else place


def _party(values: Mapping[str, str], role: PartyRole, profile: Profile) -> PartyRecord | None:
    columns = _PARTY_COLUMNS[role]
    if not any(values.get(column) for column in columns.values()):
        return None
    cells = {name: values.get(column, "") for name, column in columns.items()}
    whole = cells["place"]
    names_customers = profile is STRANGER or profile.names_customers
    place = None
    if cells["city"]:
        code = province_code(cells["province"])
        place = PlaceRecord(plain_text(cells["city"]), code, country_of(cells["country"], code))
    elif whole:
        place = place_of(whole)
    return PartyRecord(
        plain_text(cells["name"]),
        plain_text(cells["address1"]),
        place,
        plain_text(cells["postal_code"])[:_LONGEST_POSTAL_CODE],
        plain_text(cells["customer"])[:_LONGEST_CUSTOMER_NUMBER] if names_customers else "",
    )


def _place(values: Mapping[str, str], mapping: TableMapping, record: ShipmentRecord, code: str) -> PlaceRecord:
    """Return where it happened: the row's own place, else the mapping's, else the party's at that end of the way."""
    city, defaults = plain_text(values.get("city", "")), mapping.defaults
    if not city and values.get("place"):
        return place_of(values["place"])
    if city:
        region = values.get("province") or defaults.get("province", "")
        country = values.get("country") or defaults.get("country", "")
        is_kept = len(region) + len(country) <= _LONGEST_KEPT
        return (_kept_place if is_kept else _place_in)(city, region, country)
    if defaults.get("city"):
        at = province_code(defaults.get("province", ""))
        return PlaceRecord(plain_text(defaults["city"]), at, country_of(defaults.get("country", ""), at))
    if defaults.get("place"):
        return place_of(defaults["place"])
    party = record.parties.get(PartyRole.CONSIGNEE if stage_of(code) in _ENDS else PartyRole.SHIPPER)
    if party is None or party.place is None:
        raise QuarantineError(QuarantineReason.NO_PLACE)
    return party.place


def _place_in(city: str, region: str, country: str) -> PlaceRecord:
    code = province_code(region)
    return PlaceRecord(city, code, country_of(country, code))


_kept_place = lru_cache(maxsize=4_096)(_place_in)


def _moment(text: str, clock: str, mapping: TableMapping, place: PlaceRecord, zone: str) -> datetime:
    """Return a moment; without an offset it is the wall clock of the place, or of the zone the sender writes in."""
    is_kept = len(text) + len(clock) <= _LONGEST_KEPT
    return (_kept_moment if is_kept else _moment_in)(text, clock, mapping.date_order, place.province, zone)


def _moment_in(text: str, clock: str, order: DateOrder, region: str, zone: str) -> datetime:
    try:
        moment = moment_of(text, clock, order)
        refuse_other_ages(moment)
        return moment if moment.tzinfo is not None else local_time(moment, zone, region)
    except (ValueError, OverflowError) as error:
        raise QuarantineError(QuarantineReason.BAD_DATE, f"{text} {clock}".strip()) from error


_kept_moment = lru_cache(maxsize=16_384)(_moment_in)


def _day(text: str, mapping: TableMapping) -> date:
    try:
        day = day_of(text, mapping.date_order)
    except ValueError as error:
        raise QuarantineError(QuarantineReason.BAD_DATE, text) from error
    refuse_other_ages(day)
    return day
