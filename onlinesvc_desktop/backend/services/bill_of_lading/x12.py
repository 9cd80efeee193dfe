# SPDX-License-Identifier: MIT
"""A bill of lading as an X12 211 for a carrier who takes the goods over (domain.md 3.2, version 004010)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

import msgspec
from msgspec import UNSET

from onlinesvc_desktop.backend.config import X12_SIDE
from onlinesvc_desktop.contract.address import Address
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading, BillUnit
from onlinesvc_desktop.contract.freight import WeightUnit
from onlinesvc_desktop.contract.rate_quote import Terms
from onlinesvc_desktop.contract.shipment import ReferenceType

_TERMS: Final = {Terms.PREPAID: "PP", Terms.COLLECT: "CC", Terms.THIRD_PARTY: "TP"}
_REFERENCES: Final = {ReferenceType.PURCHASE_ORDER: "PO", ReferenceType.CARRIER_REFERENCE: "CR"}
_ORIGINAL, _CANCELLATION = "00", "01"
"""Element 353, the purpose of a transaction set, in B2A-01."""
_NAME, _STREET, _CITY, _TEXT = 60, 55, 30, 30
"""Longest values of elements 93, 166, 19 and 127. A city that is longer is written again, whole, as a remark."""


class Identity(msgspec.Struct, frozen=True):
    """A side of an interchange: qualifier and identification, as in ``02:KWAY``."""

    qualifier: str
    code: str

    def __str__(self) -> str:
        """Return it as a reply's own ISA names it."""
        return f"{_plain(self.qualifier):.2}:{_plain(self.code):.15}"


def identity_of(text: str) -> Identity | None:
    """Return a side written as ``02:KWAY``, None for what is none."""
    return Identity(text[:2], text[3:]) if X12_SIDE.match(text) else None


def bill_211(
    bill: BillOfLading,
    sender: Identity,
    receiver: Identity,
    issued_at: datetime,
    number: int,
    cancelled_at: datetime | None = None,
) -> str:
    """Return an issued bill, or its cancellation, as an interchange with one 211.

    Args:
        bill: with its numbers.
        sender: who writes.
        receiver: for whom.
        issued_at: goes into the envelope, in UTC.
        number: the control number of interchange and group, 0 to 999,999,999. An autopro number is never given twice,
            and replies name the group alone.
        cancelled_at: the set says that the bill is cancelled, and this goes into the envelope instead.
    """
    now = issued_at if cancelled_at is None else cancelled_at
    day, time = f"{now:%Y%m%d}", f"{now:%H%M}"
    purpose = _ORIGINAL if cancelled_at is None else _CANCELLATION
    body = ["ST*211*0001", *_set(bill, sender, issued_at, purpose)]
    ends = f"{_plain(sender.qualifier):<2.2}*{_plain(sender.code):<15.15}*{_plain(receiver.qualifier):<2.2}"
    head = (
        f"ISA*00*{' ' * 10}*00*{' ' * 10}*{ends}*{_plain(receiver.code):<15.15}*{day[2:]}*{time}*U*00401*{number:09}*0*P*>"
    )
    group = f"GS*BL*{_plain(sender.code)}*{_plain(receiver.code)}*{day}*{time}*{number}*X*004010"
    segments = [head, group, *body, f"SE*{len(body) + 1}*0001", f"GE*1*{number}", f"IEA*1*{number:09}"]
    return "~\n".join(segments) + "~\n"


def _set(bill: BillOfLading, sender: Identity, issued_at: datetime, purpose: str) -> Iterator[str]:
    autopro = str(bill.autopro_number)
    when = f"{bill.ship_date:%Y%m%d}*{issued_at:%H%M}"
    yield f"BOL*{_plain(sender.code)[:4]}*{_TERMS[bill.terms]}*{bill.bol_number}*{when}*{autopro}"
    yield f"B2A*{purpose}"
    yield f"L11*{autopro}*CN"
    for one in bill.references:
        if one.type in _REFERENCES:
            yield f"L11*{_plain(one.value)[:_TEXT]}*{_REFERENCES[one.type]}"
    parties = (("SH", bill.shipper), ("CN", bill.consignee), ("BT", bill.bill_to))
    for role, party in parties:
        if isinstance(party, Address):
            yield from _party(role, party)
    for city in (party.city for _, party in parties if isinstance(party, Address) and len(party.city) > _CITY):
        yield f"K1*{_plain(city)[:_TEXT]}*{_plain(city)[_TEXT : 2 * _TEXT]}"
    for at, unit in enumerate(bill.handling_units, start=1):
        yield from _unit(at, unit)


def _party(role: str, party: Address) -> Iterator[str]:
    yield f"N1*{role}*{_plain(party.name)[:_NAME]}"
    more = "" if party.address2 is UNSET else f"*{_plain(party.address2)[:_STREET]}"
    yield f"N3*{_plain(party.address1)[:_STREET]}{more}"
    postal_code = party.postal_code.replace(" ", "")
    yield f"N4*{_plain(party.city)[:_CITY]}*{party.province}*{postal_code}*{party.country}"


def _unit(at: int, unit: BillUnit) -> Iterator[str]:
    yield f"AT1*{at}"
    measure = "K" if unit.weight_unit is WeightUnit.KILOGRAM else "L"
    yield f"AT2*{sum(line.pieces for line in unit.lines)}*PCS**{measure}*{unit.weight}"
    for line in unit.lines:
        yield f"AT4*{_plain(line.description)[:50]}"


def _plain(text: str) -> str:
    """Return a text without the delimiters of the interchange; accents stay, the interchange is UTF-8."""
    return "".join(" " if c in "*~>" or not c.isprintable() else c for c in text).strip()
