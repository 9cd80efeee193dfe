# SPDX-License-Identifier: MIT
"""The 210: what the payer pays for a shipment (domain.md 3.2)."""

import re
from datetime import date, timedelta
from typing import Final

from onlinesvc_desktop.backend.intake.profile import STRANGER
from onlinesvc_desktop.backend.intake.records import (
    ChargesRecord,
    InvoiceRecord,
    Misbooked,
    QuarantineError,
    Remark,
    ShipmentRecord,
)
from onlinesvc_desktop.backend.intake.values import calendar_day, cents, shipment_number
from onlinesvc_desktop.backend.intake.x12.reading import Reading, required
from onlinesvc_desktop.backend.intake.x12.segments import Segment
from onlinesvc_desktop.backend.intake.x12.sets import TransactionSet
from onlinesvc_desktop.contract.intake import IntakeRemark, QuarantineReason
from onlinesvc_desktop.contract.shipment import ReferenceType

_KIND_OF_CHARGE: Final = {
    code: kind
    for kind, codes in {
        "freight": "400 490 FRT LHS MIN DSC DIS 100 CFR",
        "fuel": "405 FUE FSC FS FUS ENS",
        "taxes": "HST GST QST PST RST TAX CTX 950 CGS",
    }.items()
    for code in codes.split()
}
"""Special charge codes (L1-08, element 150) by the line they belong to; a discount lowers the freight it is given on.
Any other code is an accessorial, no code is freight."""


_TAX: Final = {"GST": "gst", "CGS": "gst", "QST": "qst", "PST": "qst", "HST": "hst"}
_LINE: Final = {"freight": "freight", "fuel": "fuel"}
_TERMS: Final = {"PP": "prepaid", "CC": "collect", "TP": "third_party"}
_TAKEN_BACK: Final = {"CA", "BO"}
"""Correction indicators (B3-08, element 202) of a bill that is cancelled; any other corrects or tells anew."""
_LONGEST_NUMBER: Final = 30
_DIGITS_OF_DAYS: Final = 3


def read_invoice(reading: Reading) -> tuple[ShipmentRecord, ...]:
    """Return the charges of a 210; lines after an LX may have numbers of their own and never name the invoice's shipment.

    Raises:
        QuarantineError: the number or an amount is missing or malformed, or the day of the invoice is.
    """
    heading = reading.heading("B3")
    record = ShipmentRecord(reading.number("N9*CN/", "B3-02"), may_create=False)
    reading.references(record, heading, 3, ReferenceType.BILL_OF_LADING)
    sums = {"freight": 0, "fuel": 0, "accessorials": 0, "taxes": 0}
    for segment in reading.found.segments:
        if segment.tag == "L1" and segment.element(4):
            sums[_kind(segment)] += required(segment, 4, cents)
    total = required(heading, 7, cents) if heading.element(7) else _summary(reading)
    if not any(sums.values()):
        if total is None and not _is_taken_back(heading):
            raise QuarantineError(QuarantineReason.BAD_AMOUNT, "B3-07")
        sums["freight"] = total or 0
    elif total is not None and sum(sums.values()) != total:
        reading.remarks.append(Remark(IntakeRemark.SUM_DIFFERS, f"L1 {sum(sums.values())}, B3-07 {total}"))
    record.invoice = _invoice(reading, heading, sum(sums.values()) if total is None else total)
    if not record.invoice.is_void:
        record.charges = ChargesRecord(record.invoice.currency, **sums)
    return (record,)


def _invoice(reading: Reading, heading: Segment, total: int) -> InvoiceRecord:
    """Return the invoice itself: its number as it may stand in an address, its days, its lines by code."""
    lines, taxes = [], []
    for segment in reading.found.segments:
        if segment.tag == "L1" and segment.element(4):
            code, amount = (segment.element(8) or segment.element(7)).upper(), required(segment, 4, cents)
            kind = _kind(segment)
            if kind == "taxes":
                taxes.append((_TAX.get(code, "hst"), amount))
            else:
                lines.append((_LINE.get(kind, code[:8]), amount))
    if not lines and not taxes:
        lines.append(("freight", total))
    day = required(heading, 6, calendar_day) if heading.element(6) else None
    return InvoiceRecord(
        number=re.sub(r"[^A-Za-z0-9._-]", "-", heading.element(2)).strip("._-")[:_LONGEST_NUMBER],
        invoice_date=day,
        due_date=_due(reading, day),
        terms=_TERMS.get(heading.element(4).upper(), ""),
        total=total,
        lines=tuple(lines),
        taxes=tuple(taxes),
        currency=_currency(reading),
        is_void=_is_taken_back(heading),
    )


def _is_taken_back(heading: Segment) -> bool:
    return heading.element(8).upper() in _TAKEN_BACK


def _due(reading: Reading, day: date | None) -> date | None:
    """Return the net due day of the terms: as a date (ITD-06), or so many days after the invoice (ITD-07)."""
    terms = next((one for one in reading.found.segments if one.tag == "ITD"), None)
    if terms is None:
        return None
    if terms.element(6):
        return reading.optional(terms, 6, calendar_day)
    days = terms.element(7)
    return day + timedelta(days=int(days)) if day is not None and days.isdecimal() and len(days) <= _DIGITS_OF_DAYS else None


def misbooked(found: TransactionSet) -> Misbooked | None:
    """Return where an earlier version booked an invoice whose own number stands elsewhere: on its first line's shipment."""
    at = next((place for place, one in enumerate(found.segments) if one.tag == "LX"), len(found.segments))
    numbers = [
        (place, one.element(2)) for place, one in enumerate(found.segments) if one.tag == "N9" and one.element(1) == "CN"
    ]
    if not numbers or numbers[0][0] < at:
        return None
    try:
        number = shipment_number(numbers[0][1], STRANGER)
        lines = [required(one, 4, cents) for one in found.segments if one.tag == "L1" and one.element(4)]
        heading = next((one for one in found.segments if one.tag == "B3"), None)
        total = sum(lines) or (0 if heading is None else cents(heading.element(7)))
    except QuarantineError:
        return None
    return Misbooked(number, total)


def _kind(segment: Segment) -> str:
    """Return the line a charge belongs to; some write their code one element early, in L1-07."""
    code = segment.element(8) or segment.element(7)
    return _KIND_OF_CHARGE.get(code.upper(), "accessorials") if code else "freight"


def _summary(reading: Reading) -> int | None:
    """Return the total of the weight and charge summary, L3-05."""
    segment = next((one for one in reading.found.segments if one.tag == "L3" and one.element(5)), None)
    return None if segment is None else required(segment, 5, cents)


def _currency(reading: Reading) -> str:
    currency = next((one.element(1) for one in reading.found.segments if one.tag == "C3"), "CAD")
    if len(currency) != 3 or not currency.isalpha():
        raise QuarantineError(QuarantineReason.BAD_AMOUNT, currency)
    return currency.upper()
