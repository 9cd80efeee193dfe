# SPDX-License-Identifier: MIT
"""What a bill comes to, what its shipment says, and whether it may still be cancelled."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from msgspec import UNSET

from onlinesvc_desktop.backend.intake.records import (
    EventRecord,
    PartyRecord,
    PartyRole,
    PlaceRecord,
    ShipmentRecord,
)
from onlinesvc_desktop.backend.rules.zones import moment_at
from onlinesvc_desktop.contract.address import Address
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading, BillState
from onlinesvc_desktop.contract.contact import country_of
from onlinesvc_desktop.contract.freight import WeightUnit
from onlinesvc_desktop.contract.liability import GRAMS_OF, whole_grams
from onlinesvc_desktop.contract.rate_quote import Terms
from onlinesvc_desktop.contract.shipment import ReferenceType, reference_spelling
from onlinesvc_desktop.contract.status import Stage, stage_of

_EARLIEST, _LATEST = timedelta(days=60), timedelta(days=366)
"""A bill that was issued without a link may come late; one for a day beyond a year is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Handling units, pieces on them, and grams."""

    units: int
    pieces: int
    weight_g: int


def totals_of(bill: BillOfLading) -> Totals:
    """Return what a bill comes to; a weight is rounded to the gram once, at the end."""
    return Totals(
        sum(unit.count for unit in bill.handling_units),
        sum(line.pieces for unit in bill.handling_units for line in unit.lines),
        whole_grams((Decimal(unit.weight), unit.weight_unit) for unit in bill.handling_units),
    )


def pounds(weight_g: int) -> str:
    """Return grams as pounds with at most one digit after the point, rounded half up."""
    rounded = (weight_g / GRAMS_OF[WeightUnit.POUND]).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{rounded:f}".removesuffix(".0")


def is_day_possible(day: date, now: datetime) -> bool:
    """Tell whether a bill may be for a day."""
    return now.date() - _EARLIEST <= day <= now.date() + _LATEST


def told_when(told: datetime | None, now: datetime) -> datetime:
    """Return when a bill was issued or printed: when its workstation says, unless that is in the future or too far back."""
    return told if told is not None and now - _EARLIEST <= told <= now else now


def shipment_of(
    bill: BillOfLading, autopro: str, bol_number: str, customer_number: str, issued_at: datetime, now: datetime
) -> ShipmentRecord:
    """Return the shipment that a bill brings into being.

    The shipper is whoever issues it; who pays follows the terms. A party's customer is the issuer's own alone: nobody
    becomes a party of a customer he names.
    """
    shipper = _party(bill.shipper, customer_number)
    consignee = _party(bill.consignee)
    payer = {Terms.PREPAID: shipper, Terms.COLLECT: consignee}.get(bill.terms)
    if payer is None:
        payer = consignee if bill.bill_to is UNSET else _party(bill.bill_to)
    totals = totals_of(bill)
    place = _place(bill.shipper)
    booked = EventRecord("XB", "NS", moment_at(issued_at, place.province), moment_at(now, place.province), place)
    references = {(one.type, reference_spelling(one.value)) for one in bill.references if one.value.strip()}
    return ShipmentRecord(
        autopro,
        references={*references, (ReferenceType.BILL_OF_LADING, bol_number)},
        parties={PartyRole.SHIPPER: shipper, PartyRole.CONSIGNEE: consignee, PartyRole.BILL_TO: payer},
        events=[booked],
        pieces=totals.pieces,
        weight_g=totals.weight_g,
    )


def cancelled_shipment(bill: BillOfLading, autopro: str, now: datetime) -> ShipmentRecord:
    """Return what the cancellation of a bill says of its shipment."""
    place = _place(bill.shipper)
    moment = moment_at(now, place.province)
    return ShipmentRecord(autopro, events=[EventRecord("CA", "NS", moment, moment, place)], may_create=False)


def state_of(cancelled_at: int | None, status: str | None) -> BillState:
    """Return where a bill stands, given the latest status of its shipment; a shipment long forgotten went its way."""
    if cancelled_at is not None:
        return BillState.CANCELLED
    if status is not None and stage_of(status) is Stage.BOOKED:
        return BillState.ISSUED
    return BillState.CANCELLED if status is not None and stage_of(status) is Stage.CANCELLED else BillState.PICKED_UP


def purchase_order_of(bill: BillOfLading) -> str:
    """Return the first purchase order of a bill, empty without one."""
    orders = (one.value.strip() for one in bill.references if one.type is ReferenceType.PURCHASE_ORDER)
    return next(orders, "")


def is_dangerous(bill: BillOfLading) -> bool:
    """Tell whether dangerous goods are on it."""
    return any(line.dangerous_goods is not UNSET for unit in bill.handling_units for line in unit.lines)


def _party(address: Address, customer_number: str = "") -> PartyRecord:
    return PartyRecord(address.name, address.address1, _place(address), address.postal_code, customer_number)


def _place(address: Address) -> PlaceRecord:
    country = country_of(address.province)
    return PlaceRecord(address.city, address.province, address.country if country is None else country.value)
