# SPDX-License-Identifier: MIT
"""One transaction set while it is understood: values by element, and what of it is left out and why."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Concatenate, ParamSpec, TypeVar

import msgspec

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
More = ParamSpec("More")

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
LONGEST_KEPT = 120
"""Bytes of a segment whose meaning is worth remembering."""
_LONGEST_PARTY = 3 * LONGEST_KEPT
_LONGEST_POSTAL_CODE = 16
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


class Reading(msgspec.Struct, gc=False):
    """A transaction set with the profile of its sender."""

    found: TransactionSet
    profile: Profile
    reported_at: datetime
    remarks: list[Remark] = []

    def optional(
        self,
        segment: Segment,
        number: int,
        parse: Callable[Concatenate[str, More], Value],
        *args: More.args,
        **kwargs: More.kwargs,
    ) -> Value | None:
        """Return an element's value, or None with a remark when it is malformed: the rest of the set goes in without it."""
        try:
            return parse(segment.values[number] if number < LEAST_VALUES else segment.element(number), *args, **kwargs)
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
                return shipment_number(segment.element(element), self.profile)
            except QuarantineError as fault:
                first = first or fault.at(Where(segment.tag, segment.start, element, segment.element(element)))
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
        customer = code if self.profile.names_customers else ""
        told = ("", "") if street is None else street.values
        if town is None:
            return PartyRecord(plain_text(name[2]), plain_text(told[1]), None, "", customer)
        if sum(len(one.raw) for one in segments) <= _LONGEST_PARTY:
            try:
                return _party(name, told, town.values, self.profile.country, customer)
            except QuarantineError:
                pass  # What is malformed of its place is told below.
        place = self.place(town, 1, 2, 4)
        return PartyRecord(plain_text(name[2]), plain_text(told[1]), place, _postal_code(town.values), customer)

    def place(self, segment: Segment, city: int, region: int, land: int) -> PlaceRecord:
        """Return the place at three elements; a country that is not told is that of the province, else the profile's."""
        told = segment.values
        if len(segment.raw) <= LONGEST_KEPT:
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
            told = self.optional(segment, weight, grams, segment.element(unit))
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


@lru_cache(maxsize=4_096)
def _party(
    name: tuple[str, ...], street: tuple[str, ...], town: tuple[str, ...], usual_country: str, customer: str
) -> PartyRecord:
    """Return a party whose place is whole; those of a file are much like those before."""
    place = _place(town[1], town[2], town[4], usual_country)
    return PartyRecord(plain_text(name[2]), plain_text(street[1]), place, _postal_code(town), customer)


def _postal_code(town: tuple[str, ...]) -> str:
    return plain_text(town[3])[:_LONGEST_POSTAL_CODE]


def _placed(city: str, code: str, told: str, usual_country: str) -> PlaceRecord:
    place = PlaceRecord(plain_text(city), code, told or country_of_province(code) or usual_country)
    return place if place.city else NO_PLACE
