# SPDX-License-Identifier: MIT
"""Status events out of CSV: one row for each event, under our headings or others by a mapping file."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from onlinesvc_desktop.backend.intake.attempt import attempt
from onlinesvc_desktop.backend.intake.records import (
    EventRecord,
    Part,
    PartyRecord,
    PartyRole,
    PlaceRecord,
    QuarantineError,
    ShipmentRecord,
)
from onlinesvc_desktop.backend.intake.values import (
    autopro,
    country,
    grams,
    pieces,
    plain_text,
    province,
    reference,
    refuse_other_ages,
    status_code,
)
from onlinesvc_desktop.backend.rules.zones import local_time
from onlinesvc_desktop.contract.codes import QuarantineReason, ReferenceType

REQUIRED = ("autopro_number", "status", "occurred_at", "city", "province")
_PARTY_FIELDS = ("name", "address1", "city", "province", "postal_code", "country", "customer")
_REFERENCES = {kind.value: kind for kind in ReferenceType if kind not in (ReferenceType.ANY, ReferenceType.AUTOPRO)}
HEADINGS = (
    *REQUIRED,
    *("country", "reason", "reported_at", "pieces", "weight_kg", "weight_lb", "estimated_delivery", "signed_by"),
    *_REFERENCES,
    *(f"{role.value}_{name}" for role in PartyRole for name in _PARTY_FIELDS),
)
_LONGEST_LINE = 65_536


class MappingError(Exception):
    """A mapping file cannot be used; the text says why."""


class HeadingsError(Exception):
    """A CSV file lacks required headings; carries those missing."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Headings:
    """Whose headings and status words mean which of ours."""

    columns: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)


def load_mapping(file: Path) -> Headings:
    """Read a mapping: a table ``[columns]`` with our heading = "theirs", and ``[statuses]`` with "their word" = code.

    Raises:
        MappingError: it is no TOML, or names a heading we do not know.
    """
    try:
        found = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise MappingError(f"{file}: {error}") from error
    columns, statuses = found.get("columns", {}), found.get("statuses", {})
    unknown = [name for name in columns if name not in HEADINGS]
    if unknown or not all(isinstance(one, str) for one in (*columns.values(), *statuses.values())):
        raise MappingError(f"{file}: unknown heading {', '.join(unknown) or 'or value'}")
    return Headings(columns, {key.casefold(): value for key, value in statuses.items()})


def read_rows(stream: BinaryIO, mapping: Headings, now: datetime) -> Iterator[Part]:
    """Yield the rows of a file, each with what it says or why it is set aside.

    Raises:
        HeadingsError: required headings are missing.
    """
    lines = _lines(stream)
    first = next(lines, None)
    if first is None:
        raise HeadingsError(REQUIRED)
    delimiter = max((",", ";", "\t", "|"), key=first[2].count)
    headings = [heading.strip().casefold() for heading in next(csv.reader([first[2]], delimiter=delimiter))]
    theirs = {ours: mapping.columns.get(ours, ours).strip().casefold() for ours in HEADINGS}
    at = {ours: headings.index(name) for ours, name in theirs.items() if name in headings}
    missing = tuple(name for name in REQUIRED if name not in at)
    if missing:
        raise HeadingsError(missing)
    for number, (start, end, text) in enumerate(lines, start=2):
        if not text.strip():
            continue
        cells = next(csv.reader([text], delimiter=delimiter), [])
        values = {ours: cells[column].strip() for ours, column in at.items() if column < len(cells)}
        raw = text.encode()
        records, fault = attempt(partial(_records, values, mapping, now))
        yield Part(start, end, str(number), raw, records, fault)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, int, str]]:
    """Yield each line with where it begins and ends; a row is a line, so a stray quote costs one row only."""
    position = 0
    while raw := stream.readline(_LONGEST_LINE):
        start, position = position, position + len(raw)
        try:
            text = raw.decode("utf-8-sig" if start == 0 else "utf-8")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
        yield start, position, text.rstrip("\r\n").replace("\0", "").replace("\r", " ")


def _records(values: Mapping[str, str], mapping: Headings, now: datetime) -> tuple[ShipmentRecord, ...]:
    record = ShipmentRecord(autopro(values.get("autopro_number", "")))
    word = values.get("status", "")
    code = status_code(mapping.statuses.get(word.casefold(), word))
    place = PlaceRecord(
        plain_text(values.get("city", "")), province(values.get("province", "")), country(values.get("country", ""))
    )
    if not place.city:
        raise QuarantineError(QuarantineReason.NO_PLACE)
    occurred = _moment(values.get("occurred_at", ""), place.province)
    reported = _moment(values["reported_at"], place.province) if values.get("reported_at") else now
    record.events.append(EventRecord(code, status_code(values.get("reason") or "NS"), occurred, reported, place))
    for name, kind in _REFERENCES.items():
        if values.get(name):
            record.references.add((kind, reference(values[name])))
    for role in PartyRole:
        party = _party(values, role)
        if party is not None:
            record.parties[role] = party
    if values.get("pieces"):
        record.pieces = pieces(values["pieces"])
    for name, unit in (("weight_kg", "K"), ("weight_lb", "L")):
        if values.get(name):
            record.weight_g = grams(values[name], unit)
    if values.get("estimated_delivery"):
        record.estimated_delivery = _day(values["estimated_delivery"])
    record.signed_by = plain_text(values.get("signed_by", "")) or None
    return (record,)


def _party(values: Mapping[str, str], role: PartyRole) -> PartyRecord | None:
    cells = {name: values.get(f"{role.value}_{name}", "") for name in _PARTY_FIELDS}
    if not any(cells.values()):
        return None
    place = None
    if cells["city"]:
        place = PlaceRecord(plain_text(cells["city"]), province(cells["province"]), country(cells["country"]))
    return PartyRecord(
        plain_text(cells["name"]), plain_text(cells["address1"]), place, cells["postal_code"][:16], cells["customer"]
    )


def _moment(text: str, place: str) -> datetime:
    """Return an ISO 8601 moment; without an offset it is the wall clock of the place."""
    try:
        moment = datetime.fromisoformat(text)
        refuse_other_ages(moment)
        return moment if moment.tzinfo is not None else local_time(moment, "LT", place)
    except (ValueError, OverflowError) as error:
        raise QuarantineError(QuarantineReason.BAD_DATE, text) from error


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise QuarantineError(QuarantineReason.BAD_DATE, text) from error
    refuse_other_ages(day)
    return day
