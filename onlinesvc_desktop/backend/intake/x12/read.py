# SPDX-License-Identifier: MIT
"""Understand transaction sets: 214 status, 211 bill of lading, 210 invoice (domain.md 3.2 to 3.5).

Pure: the moment of the report is an argument. A set that cannot be understood is refused whole, with its reason.
"""

from datetime import UTC, date, datetime

from onlinesvc_desktop.backend.intake.records import (
    ChargesRecord,
    EventRecord,
    PartyRecord,
    PartyRole,
    PlaceRecord,
    QuarantineError,
    ShipmentRecord,
)
from onlinesvc_desktop.backend.intake.values import (
    autopro,
    cents,
    country,
    grams,
    instant,
    pieces,
    plain_text,
    province,
    reference,
    status_code,
)
from onlinesvc_desktop.backend.intake.x12.segments import Segment
from onlinesvc_desktop.backend.intake.x12.sets import TransactionSet
from onlinesvc_desktop.contract.intake import QuarantineReason
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.contract.status import Stage, stage_of

_ROLES = {
    "SH": PartyRole.SHIPPER, "SF": PartyRole.SHIPPER, "CN": PartyRole.CONSIGNEE, "ST": PartyRole.CONSIGNEE,
    "BT": PartyRole.BILL_TO,
}  # fmt: skip
_REFERENCES = {
    "BM": ReferenceType.BILL_OF_LADING, "PO": ReferenceType.PURCHASE_ORDER, "CR": ReferenceType.CARRIER_REFERENCE,
    "SI": ReferenceType.CARRIER_REFERENCE, "2I": ReferenceType.CARRIER_REFERENCE, "P8": ReferenceType.PICKUP,
}  # fmt: skip
_FUEL = frozenset({"FUE", "FSC", "FS", "405"})
_TAXES = frozenset({"HST", "GST", "QST", "PST", "RST", "TAX", "CTX"})
_CUSTOMER_NUMBER = frozenset({"25", "91", "93", "ZZ"})
_DELIVERY_DATES = frozenset({"17", "02", "69"})


def understand(found: TransactionSet, reported_at: datetime) -> tuple[ShipmentRecord, ...]:
    """Return what a transaction set says.

    Raises:
        QuarantineError: it is damaged, or says something that cannot be.
    """
    if found.fault is not None:
        raise found.fault
    match found.kind:
        case "214":
            record = _status(found, reported_at)
        case "211":
            record = _bill_of_lading(found, reported_at)
        case "210":
            record = _invoice(found)
        case "997":
            return ()
        case other:
            raise QuarantineError(QuarantineReason.UNKNOWN_SET, other)
    return (record,)


def _status(found: TransactionSet, reported_at: datetime) -> ShipmentRecord:
    heading = _only(found, "B10")
    record = ShipmentRecord(autopro(heading.element(1) or _identifier(found, "CN")))
    _add_reference(record, ReferenceType.BILL_OF_LADING, heading.element(2))
    _common(found, record)
    reported = _group_time(found) or reported_at
    place = None
    pending: Segment | None = None
    for segment in found.segments:
        if segment.tag == "AT7":
            _add_event(record, pending, place, reported)
            pending = segment if segment.element(1) else None
        elif segment.tag == "MS1" and segment.element(1):
            place = _place(segment, 1)
            _add_event(record, pending, place, reported)
            pending = None
        elif segment.tag == "LX":
            _add_event(record, pending, place, reported)
            pending = None
        elif segment.tag == "AT8":
            _weigh(record, segment.element(2), segment.element(3), segment.element(4))
    _add_event(record, pending, place, reported)
    if not record.events:
        raise QuarantineError(QuarantineReason.NO_STATUS)
    return record


def _add_event(record: ShipmentRecord, status: Segment | None, place: PlaceRecord | None, reported_at: datetime) -> None:
    if status is None:
        return
    where = place or _party_place(record)
    if where is None:
        raise QuarantineError(QuarantineReason.NO_PLACE, status.element(1))
    code = status_code(status.element(1))
    occurred = instant(status.element(5), status.element(6), status.element(7), where.province)
    if stage_of(code) is Stage.ESTIMATE:
        record.estimated_delivery = occurred.date()
    record.events.append(EventRecord(code, status_code(status.element(2) or "NS"), occurred, reported_at, where))


def _bill_of_lading(found: TransactionSet, reported_at: datetime) -> ShipmentRecord:
    heading = _only(found, "BOL")
    record = ShipmentRecord(autopro(_identifier(found, "CN")))
    _add_reference(record, ReferenceType.BILL_OF_LADING, heading.element(3))
    _common(found, record)
    for segment in found.segments:
        if segment.tag == "AT2":
            _weigh(record, segment.element(4), segment.element(5), segment.element(1), add=True)
        elif segment.tag == "G62" and segment.element(1) in _DELIVERY_DATES:
            record.estimated_delivery = instant(segment.element(2), "", "", "").date()
    shipper = record.parties.get(PartyRole.SHIPPER)
    if shipper is None or shipper.place is None:
        raise QuarantineError(QuarantineReason.NO_PLACE, "N4")
    booked = instant(heading.element(4), heading.element(5), "", shipper.place.province)
    record.events.append(EventRecord("XB", "NS", booked, reported_at, shipper.place))
    return record


def _invoice(found: TransactionSet) -> ShipmentRecord:
    heading = _only(found, "B3")
    record = ShipmentRecord(autopro(_identifier(found, "CN", "N9") or heading.element(2)), may_create=False)
    _add_reference(record, ReferenceType.BILL_OF_LADING, heading.element(3))
    currency = next((one.element(1) for one in found.segments if one.tag == "C3"), "CAD")
    sums = {"freight": 0, "fuel": 0, "accessorials": 0, "taxes": 0}
    for segment in found.segments:
        if segment.tag == "L1" and segment.element(4):
            code = segment.element(8)
            kind = "fuel" if code in _FUEL else "taxes" if code in _TAXES else "accessorials" if code else "freight"
            sums["freight" if code == "400" else kind] += cents(segment.element(4))
    if not any(sums.values()):
        sums["freight"] = cents(heading.element(7))
    if len(currency) != 3 or not currency.isalpha():
        raise QuarantineError(QuarantineReason.BAD_AMOUNT, currency)
    record.charges = ChargesRecord(currency.upper(), **sums)
    return record


def _common(found: TransactionSet, record: ShipmentRecord) -> None:
    """Read references and parties, which 211 and 214 write alike."""
    role: PartyRole | None = None
    lines: dict[PartyRole, list[Segment]] = {}
    for segment in found.segments:
        if segment.tag == "L11":
            kind = _REFERENCES.get(segment.element(2))
            if kind is not None:
                _add_reference(record, kind, segment.element(1))
        elif segment.tag == "N1":
            role = _ROLES.get(segment.element(1))
            if role is not None:
                lines[role] = [segment]
        elif segment.tag in ("N3", "N4") and role is not None:
            lines[role].append(segment)
        elif segment.tag in ("LX", "AT7"):
            role = None
    for party, segments in lines.items():
        record.parties[party] = _party(segments)


def _party(segments: list[Segment]) -> PartyRecord:
    name, rest = segments[0], segments[1:]
    street = next((one for one in rest if one.tag == "N3"), None)
    town = next((one for one in rest if one.tag == "N4" and one.element(1)), None)
    return PartyRecord(
        plain_text(name.element(2)),
        "" if street is None else plain_text(street.element(1)),
        None
        if town is None
        else PlaceRecord(plain_text(town.element(1)), province(town.element(2)), country(town.element(4))),
        "" if town is None else plain_text(town.element(3))[:16],
        name.element(4) if name.element(3) in _CUSTOMER_NUMBER else "",
    )


def _place(segment: Segment, first: int) -> PlaceRecord:
    city, state, land = (segment.element(first + at) for at in range(3))
    return PlaceRecord(plain_text(city), province(state), country(land))


def _party_place(record: ShipmentRecord) -> PlaceRecord | None:
    for role in (PartyRole.SHIPPER, PartyRole.CONSIGNEE):
        party = record.parties.get(role)
        if party is not None and party.place is not None:
            return party.place
    return None


def _weigh(record: ShipmentRecord, unit: str, weight: str, count: str, add: bool = False) -> None:
    if weight:
        record.weight_g = grams(weight, unit) + ((record.weight_g or 0) if add else 0)
    if count:
        record.pieces = pieces(count) + ((record.pieces or 0) if add else 0)


def _add_reference(record: ShipmentRecord, kind: ReferenceType, value: str) -> None:
    if value:
        record.references.add((kind, reference(value)))


def _identifier(found: TransactionSet, qualifier: str, tag: str = "L11") -> str:
    """Return a reference number by its qualifier; N9 writes qualifier and number the other way round."""
    number, kind = (2, 1) if tag == "N9" else (1, 2)
    return next((one.element(number) for one in found.segments if one.tag == tag and one.element(kind) == qualifier), "")


def _only(found: TransactionSet, tag: str) -> Segment:
    segment = next((one for one in found.segments if one.tag == tag), None)
    if segment is None:
        raise QuarantineError(QuarantineReason.NO_HEADING, tag)
    return segment


def _group_time(found: TransactionSet) -> datetime | None:
    """Return when the sender wrote the group; that is when it was reported."""
    envelope = found.envelope
    try:
        day = date(int(envelope.date[:4]), int(envelope.date[4:6]), int(envelope.date[6:8]))
        return instant(day.strftime("%Y%m%d"), envelope.time[:4], "", "").astimezone(UTC)
    except (ValueError, QuarantineError):
        return None
