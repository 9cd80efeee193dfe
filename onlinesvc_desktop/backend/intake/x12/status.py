# SPDX-License-Identifier: MIT
"""The 214: what happened to a shipment, where and when (domain.md 3.2, 3.3)."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache

from onlinesvc_desktop.backend.intake.records import (
    NO_PLACE,
    EventRecord,
    PartyRole,
    PlaceRecord,
    QuarantineError,
    ShipmentRecord,
)
from onlinesvc_desktop.backend.intake.values import NOON, calendar_day, minutes_of_day, moment, plain_text, status_code
from onlinesvc_desktop.backend.intake.x12.reading import LONGEST_KEPT, Reading, required
from onlinesvc_desktop.backend.intake.x12.segments import Segment
from onlinesvc_desktop.contract.intake import QuarantineReason
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.contract.status import Stage, stage_of

_AT_SHIPPER = frozenset({"XB", "X3", "X8", "CP", "AM", "AF", "BA"})
_AT_CONSIGNEE = frozenset({"D1", "CD", "CB", "X1", "X5", "S1", "AH", "AP", "AG", "X2"})
"""Codes whose place is known when none is told: the party's."""
_OF_EVENTS = frozenset({"AT7", "MS1", "LX"})
_SIGNED = re.compile(
    r"^\W*(?:POD\W+)?(?:SIGNED(?:\s+FOR)?\s+BY|SIGNED\s*:|RECEIVED\s+BY|SIGNÉ\s+PAR|REÇU\s+PAR)\W+(\w.*)\Z", re.IGNORECASE
)
_DEGREES = re.compile(r"^(\d{2,3})(\d{2})(\d{2})\Z")


def read_status(reading: Reading) -> tuple[ShipmentRecord, ...]:
    """Return the events of a 214; one that only makes an appointment says nothing of the shipment itself.

    Raises:
        QuarantineError: the number, or every status or date, is missing or malformed.
    """
    heading = reading.heading("B10")
    record = ShipmentRecord(reading.number("B10-01", "L11*CN"))
    reading.references(record, heading, 2, ReferenceType.BILL_OF_LADING)
    reading.common(record)
    for segment in reading.found.of("AT8"):
        reading.weigh(record, segment, 2, 3, 4)
    record.signed_by = _signature(reading)
    first: QuarantineError | None = None
    for status, place in _with_places(reading, record):
        try:
            _add_event(reading, record, status, place)
        except QuarantineError as fault:
            first = first or fault
            reading.leave_out(fault)
    if record.events:
        return (record,)
    if first is not None:
        reading.remarks.clear()
        raise first
    if any(segment.element(3) for segment in reading.found.of("AT7")):
        return ()
    raise QuarantineError(QuarantineReason.NO_STATUS)


def _with_places(reading: Reading, record: ShipmentRecord) -> Iterator[tuple[Segment, PlaceRecord]]:
    """Yield each status with its place: the next MS1 of its LX, the party its code speaks of, the MS1 before it."""
    waiting: list[Segment] = []
    before = NO_PLACE
    for segment in reading.found.segments:
        tag = segment.tag
        if tag not in _OF_EVENTS:
            continue
        if tag == "AT7":
            if segment.values[1]:
                waiting.append(segment)
        elif tag == "MS1":
            place = _place(reading, segment)
            if place != NO_PLACE:
                before = place
                for status in waiting:
                    yield status, place
                waiting = []
        else:
            if waiting:
                yield from _unplaced(record, waiting, before)
                waiting = []
            before = NO_PLACE
    if waiting:
        yield from _unplaced(record, waiting, before)


def _unplaced(
    record: ShipmentRecord, waiting: Iterable[Segment], before: PlaceRecord
) -> Iterator[tuple[Segment, PlaceRecord]]:
    for status in waiting:
        code = status.element(1).upper()
        role = PartyRole.CONSIGNEE if code in _AT_CONSIGNEE else PartyRole.SHIPPER if code in _AT_SHIPPER else None
        party = None if role is None else record.parties.get(role)
        yield status, before if party is None or party.place is None else party.place


def _place(reading: Reading, segment: Segment) -> PlaceRecord:
    if segment.values[1]:
        return reading.place(segment, 1, 2, 3)
    longitude = _degrees(segment.element(4), segment.element(6) == "W")
    latitude = _degrees(segment.element(5), segment.element(7) == "S")
    return NO_PLACE if longitude is None or latitude is None else PlaceRecord(f"{latitude:.4f}, {longitude:.4f}", "", "")


def _degrees(text: str, is_negative: bool) -> float | None:
    """Return decimal degrees from DDDMMSS, or from a decimal number as some write."""
    parts = _DEGREES.match(text)
    if parts is not None:
        whole, minutes, seconds = (int(part) for part in parts.groups())
        degrees = whole + minutes / 60 + seconds / 3600
    else:
        try:
            degrees = float(text)
        except ValueError:
            return None
    return None if not -180 <= degrees <= 180 else -abs(degrees) if is_negative else degrees


def _add_event(reading: Reading, record: ShipmentRecord, status: Segment, place: PlaceRecord) -> None:
    if len(status.raw) <= LONGEST_KEPT and not reading.profile.statuses:
        try:
            code, reason, occurred, is_estimate = _whole(status.values, reading.profile.zone, place.province)
        except QuarantineError:
            pass  # Which of the elements it is, and what goes in without it, is told below.
        else:
            if is_estimate:
                record.estimated_delivery = occurred.date()
            record.events.append(EventRecord(code, reason, occurred, reading.reported_at, place))
            return
    code = required(status, 1, reading.status_code)
    day = required(status, 5, calendar_day)
    minutes = reading.optional(status, 6, minutes_of_day)
    zone = status.values[7] or reading.profile.zone
    occurred = moment(day, NOON if minutes is None else minutes, zone, place.province)
    if stage_of(code) is Stage.ESTIMATE:
        record.estimated_delivery = occurred.date()
    told = reading.optional(status, 2, status_code) if status.values[2] else None
    record.events.append(EventRecord(code, told or "NS", occurred, reading.reported_at, place))


@lru_cache(maxsize=8_192)
def _whole(told: tuple[str, ...], usual_zone: str, province: str) -> tuple[str, str, datetime, bool]:
    """Return code, reason, moment and whether it is an estimate; statuses of a file are much like those before.

    Raises:
        QuarantineError: an element is malformed.
    """
    code = status_code(told[1])
    occurred = moment(calendar_day(told[5]), minutes_of_day(told[6]), told[7] or usual_zone, province)
    return code, status_code(told[2]) if told[2] else "NS", occurred, stage_of(code) is Stage.ESTIMATE


def _signature(reading: Reading) -> str | None:
    """Return who signed: where the profile says, else a remark that says so itself."""
    tag, _, qualifier = reading.profile.signature.partition("*")
    for segment in reading.found.of(tag or "K1"):
        if tag:
            if (not qualifier or segment.element(2) == qualifier) and segment.element(1):
                said = _SIGNED.match(segment.element(1))
                return plain_text(segment.element(1) if said is None else said.group(1))
        else:
            said = _SIGNED.match(f"{segment.element(1)} {segment.element(2)}".strip())
            if said is not None:
                return plain_text(said.group(1))
    return None
