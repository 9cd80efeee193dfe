# SPDX-License-Identifier: MIT
"""One transaction set while it is understood: values by element, and what of it is left out and why."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache, partial
from typing import TypeVar

from onlinesvc_desktop.backend.intake.profile import STRANGER, Profile
from onlinesvc_desktop.backend.intake.records import (
    NO_PLACE,
    PartyRecord,
    PartyRole,
    PlaceRecord,
    QuarantineError,
    Remark,
    ShipmentRecord,
    Where,
)
from onlinesvc_desktop.backend.intake.values import (
    country,
    grams,
    pieces,
    plain_text,
    province,
    reference,
    shipment_number,
    status_code,
)
from onlinesvc_desktop.backend.intake.x12.segments import LEAST_VALUES, Segment
from onlinesvc_desktop.backend.intake.x12.sets import TransactionSet
from onlinesvc_desktop.backend.rules.regions import country_of_province
from onlinesvc_desktop.contract.intake import IntakeRemark, QuarantineReason
from onlinesvc_desktop.contract.shipment import ReferenceType

Value = TypeVar("Value")

ROLES = {
    "SH": PartyRole.SHIPPER, "SF": PartyRole.SHIPPER, "CN": PartyRole.CONSIGNEE, "ST": PartyRole.CONSIGNEE,
    "BT": PartyRole.BILL_TO,
}  # fmt: skip
_REFERENCES = {
    "BM": ReferenceType.BILL_OF_LADING, "PO": ReferenceType.PURCHASE_ORDER, "CR": ReferenceType.CARRIER_REFERENCE,
    "SI": ReferenceType.CARRIER_REFERENCE, "2I": ReferenceType.CARRIER_REFERENCE, "P8": ReferenceType.PICKUP,
}  # fmt: skip
_OF_PARTIES = frozenset({"N1", "N3", "N4", "LX", "AT7"})
_AFTER_PARTIES = frozenset({"LX", "AT7"})
_LONGEST_KEPT = 120
_CUSTOMER_NUMBER = frozenset({"25", "91", "93", "ZZ"})


def required(segment: Segment, number: int, parse: Callable[[str], Value]) -> Value:
    """Return an element's value.

    Raises:
        QuarantineError: it is malformed; the fault names the element.
    """
    try:
        return parse(segment.values[number] if number < LEAST_VALUES else segment.element(number))
    except QuarantineError as fault:
        raise fault.at(Where(segment.tag, segment.start, number, segment.element(number))) from None


@dataclass(slots=True)
class Reading:
    """A transaction set with the profile of its sender."""

    found: TransactionSet
    profile: Profile
    reported_at: datetime
    remarks: list[Remark] = field(default_factory=list)

    def optional(self, segment: Segment, number: int, parse: Callable[[str], Value]) -> Value | None:
        """Return an element's value, or None with a remark when it is malformed: the rest of the set goes in without it."""
        try:
            return parse(segment.values[number] if number < LEAST_VALUES else segment.element(number))
        except QuarantineError as fault:
            self.leave_out(fault.at(Where(segment.tag, segment.start, number, segment.element(number))))
            return None

    def status_code(self, text: str) -> str:
        """Return ours of a status code of the sender's."""
        return status_code(self.profile.statuses.get(text.upper(), text) if self.profile.statuses else text)

    def leave_out(self, fault: QuarantineError) -> None:
        """Note what is left out."""
        self.remarks.append(Remark(IntakeRemark.LEFT_OUT, fault.detail, fault.reason, fault.where))

    def heading(self, tag: str) -> Segment:
        """Return the segment a set must have.

        Raises:
            QuarantineError: it is missing.
        """
        segment = self.found.first(tag)
        if segment is None:
            raise QuarantineError(QuarantineReason.NO_HEADING, tag)
        return segment

    def number(self, *usual: str) -> str:
        """Return the number a shipment is traced by, from where the profile says or from the usual places.

        A place is an element as ``B10-01`` or a qualified one as ``L11*CN``; ``/`` after a place keeps it to segments
        before the first LX, whose lines have numbers of their own.

        Raises:
            QuarantineError: no place holds such a number; the fault is that of the first place that holds anything.
        """
        first: QuarantineError | None = None
        for place in self.profile.number_in or usual:
            segment, element = self._place(place)
            if segment is None or not segment.element(element):
                continue
            try:
                return required(segment, element, partial(shipment_number, profile=self.profile))
            except QuarantineError as fault:
                first = first or fault
        raise first or QuarantineError(QuarantineReason.BAD_AUTOPRO)

    def _place(self, place: str) -> tuple[Segment | None, int]:
        tag, element, qualifier, wanted, heading_only = _parsed_place(place)
        if not qualifier:
            return self.found.first(tag), element
        line = self.found.first("LX") if heading_only else None
        for one in self.found.of(tag):
            if line is not None and one.start > line.start:
                break
            if one.values[qualifier] == wanted:
                return one, element
        return None, element

    def references(self, record: ShipmentRecord, segment: Segment, number: int, kind: ReferenceType) -> None:
        """Add another number, when there is one."""
        if segment.element(number) and (value := self.optional(segment, number, reference)) is not None:
            record.references.add((kind, value))

    def common(self, record: ShipmentRecord) -> None:
        """Read references and parties, which 211 and 214 write alike."""
        for segment in self.found.of("L11"):
            kind = _REFERENCES.get(segment.values[2])
            if kind is not None:
                self.references(record, segment, 1, kind)
        if self.found.of("N1"):
            for party, segments in self._lines_of_parties().items():
                record.parties[party] = self._party(segments)

    def _lines_of_parties(self) -> dict[PartyRole, list[Segment]]:
        role: PartyRole | None = None
        lines: dict[PartyRole, list[Segment]] = {}
        for segment in self.found.segments:
            tag = segment.tag
            if tag not in _OF_PARTIES:
                continue
            if tag == "N1":
                role = ROLES.get(segment.values[1])
                if role is not None:
                    lines[role] = [segment]
            elif tag in _AFTER_PARTIES:
                role = None
            elif role is not None:
                lines[role].append(segment)
        return lines

    def _party(self, segments: list[Segment]) -> PartyRecord:
        name, street, town = segments[0].values, None, None
        for one in segments[1:]:
            if one.tag == "N3":
                street = street or one
            elif one.values[1]:
                town = town or one
        code = name[4] if name[3] in _CUSTOMER_NUMBER else ""
        if code and self.profile is STRANGER:
            self.remarks.append(Remark(IntakeRemark.UNKNOWN_SENDER, self.found.envelope.identity))
        return PartyRecord(
            plain_text(name[2]),
            "" if street is None else plain_text(street.values[1]),
            None if town is None else self.place(town, 1, 2, 4),
            "" if town is None else plain_text(town.values[3])[:16],
            code if self.profile.names_customers else "",
        )

    def place(self, segment: Segment, city: int, region: int, land: int) -> PlaceRecord:
        """Return the place at three elements; a country that is not told is that of the province, else the profile's."""
        told = segment.values
        if len(segment.raw) <= _LONGEST_KEPT:
            try:
                return _place(told[city], told[region], told[land], self.profile.country)
            except QuarantineError:
                pass  # Which of the elements it is, and what goes in without it, is told below.
        code = self.optional(segment, region, province) if told[region] else ""
        where = self.optional(segment, land, country) if told[land] else ""
        return _placed(told[city], code or "", where or "", self.profile.country)

    def weigh(self, record: ShipmentRecord, segment: Segment, unit: int, weight: int, count: int, add: bool = False) -> None:
        """Read weight and pieces; a zero says nothing, for nothing weighs nothing."""
        if segment.element(weight):
            told = self.optional(segment, weight, partial(grams, unit=segment.element(unit)))
            if told:
                record.weight_g = told + ((record.weight_g or 0) if add else 0)
        if segment.element(count):
            number = self.optional(segment, count, pieces)
            if number:
                record.pieces = number + ((record.pieces or 0) if add else 0)


@lru_cache(maxsize=256)
def _parsed_place(place: str) -> tuple[str, int, int, str, bool]:
    """Return segment, element, the element of its qualifier or 0, that qualifier, and whether it stands in the heading."""
    tag, mark, rest = place.rstrip("/").partition("*")
    if not mark:
        tag, _, number = place.partition("-")
        return tag, int(number), 0, "", False
    element, qualifier = (2, 1) if tag == "N9" else (1, 2)
    return tag, element, qualifier, rest, place.endswith("/")


@lru_cache(maxsize=4_096)
def _place(city: str, region: str, land: str, usual_country: str) -> PlaceRecord:
    return _placed(city, province(region) if region else "", country(land) if land else "", usual_country)


def _placed(city: str, code: str, told: str, usual_country: str) -> PlaceRecord:
    place = PlaceRecord(plain_text(city), code, told or country_of_province(code) or usual_country)
    return place if place.city else NO_PLACE
