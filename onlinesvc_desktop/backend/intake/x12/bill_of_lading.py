# SPDX-License-Identifier: MIT
"""The 211: a shipment that is expected, changed or called off (domain.md 3.1, 3.2)."""

from onlinesvc_desktop.backend.intake.records import NO_PLACE, EventRecord, PartyRole, QuarantineError, ShipmentRecord
from onlinesvc_desktop.backend.intake.values import calendar_day, minutes_of_day, moment
from onlinesvc_desktop.backend.intake.x12.reading import Reading, required
from onlinesvc_desktop.contract.intake import QuarantineReason
from onlinesvc_desktop.contract.shipment import ReferenceType

_CANCELLED, _CHANGED = "01", frozenset({"04", "05"})
_DELIVERY_DATES = frozenset({"17", "02", "69"})


def read_bill_of_lading(reading: Reading) -> tuple[ShipmentRecord, ...]:
    """Return the expected shipment of a 211; B2A says whether it is new, changed (04, 05) or called off (01).

    Raises:
        QuarantineError: number, shipper's place or date is missing or malformed.
    """
    heading = reading.heading("BOL")
    purpose = next((one.element(1) for one in reading.found.of("B2A")), "")
    record = ShipmentRecord(reading.number("L11*CN", "BOL-06"))
    reading.references(record, heading, 3, ReferenceType.BILL_OF_LADING)
    reading.common(record)
    shipper = record.parties.get(PartyRole.SHIPPER)
    place = None if shipper is None else shipper.place
    if purpose == _CANCELLED:
        record.events.append(EventRecord("CA", "NS", reading.reported_at, reading.reported_at, place or NO_PLACE))
        record.may_create = False
        return (record,)
    if place is None:
        raise QuarantineError(QuarantineReason.NO_PLACE, "N4")
    for segment in reading.found.segments:
        if segment.tag == "AT2":
            reading.weigh(record, segment, 4, 5, 1, add=True)
        elif segment.tag == "G62" and segment.element(1) in _DELIVERY_DATES:
            record.estimated_delivery = reading.optional(segment, 2, calendar_day)
    booked = required(heading, 4, calendar_day)
    minutes = reading.optional(heading, 5, minutes_of_day)
    at = moment(booked, minutes_of_day("") if minutes is None else minutes, reading.profile.zone, place.province)
    record.events.append(EventRecord("XB", "NS", at, reading.reported_at, place))
    record.replaces_parties = purpose in _CHANGED
    return (record,)
