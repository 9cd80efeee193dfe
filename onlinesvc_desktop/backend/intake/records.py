# SPDX-License-Identifier: MIT
"""What an intake file says, whatever its format: records to put into the store, or the reason to set them aside.

What comes by the thousand and is never part of a cycle is kept from the collector of cycles (``gc=False``), which would
take a fifth of the time.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

import msgspec

from onlinesvc_desktop.contract.bill_reply import ReplyKind, ReplyOutcome, ReplyReason
from onlinesvc_desktop.contract.intake import IntakeRemark, QuarantineReason
from onlinesvc_desktop.contract.shipment import ReferenceType


class PartyRole(StrEnum):
    """The three parties of a shipment."""

    SHIPPER = "shipper"
    CONSIGNEE = "consignee"
    BILL_TO = "bill_to"


class PlaceRecord(msgspec.Struct, frozen=True, gc=False):
    """A city, its province or state, and ISO 3166 alpha-2 country; what is not told is empty.

    A position without a town has decimal latitude and longitude as its city, and neither province nor country.
    """

    city: str
    province: str
    country: str


NO_PLACE = PlaceRecord("", "", "")


class PartyRecord(msgspec.Struct, frozen=True, gc=False):
    """A party; ``customer_number`` ties it to a customer we know."""

    name: str
    address1: str
    place: PlaceRecord | None
    postal_code: str
    customer_number: str = ""


class EventRecord(msgspec.Struct, frozen=True, gc=False):
    """One status, X12 1650 with 1651; times carry the offset of the place."""

    code: str
    reason: str
    occurred_at: datetime
    reported_at: datetime
    place: PlaceRecord


class ChargesRecord(msgspec.Struct, frozen=True, gc=False):
    """What the payer pays, in cents."""

    currency: str
    freight: int
    fuel: int
    accessorials: int
    taxes: int


class InvoiceRecord(msgspec.Struct, frozen=True, gc=False):
    """An invoice as a 210 tells it; amounts in cents, by code of the charge or tax."""

    number: str
    invoice_date: date | None
    due_date: date | None
    terms: str
    total: int
    lines: tuple[tuple[str, int], ...]
    taxes: tuple[tuple[str, int], ...]
    currency: str = "CAD"
    is_void: bool = False
    """The carrier takes the invoice back."""


class ShipmentRecord(msgspec.Struct, gc=False):
    """Everything one transaction set or row says of one shipment; what is None it does not say."""

    autopro_number: str
    references: set[tuple[ReferenceType, str]] = msgspec.field(default_factory=set)
    parties: dict[PartyRole, PartyRecord] = msgspec.field(default_factory=dict)
    events: list[EventRecord] = msgspec.field(default_factory=list)
    pieces: int | None = None
    weight_g: int | None = None
    estimated_delivery: date | None = None
    signed_by: str | None = None
    charges: ChargesRecord | None = None
    invoice: InvoiceRecord | None = None
    may_create: bool = True
    """Whether an unknown shipment comes into being; an invoice or a cancellation makes none."""
    replaces_parties: bool = False
    """Whether the parties of a shipment we know are told anew, as a changed bill of lading does."""

    @property
    def begins_shipment(self) -> bool:
        """Whether an unknown shipment comes into being by it: none does without an event."""
        return self.may_create and bool(self.events)


class ReplyRecord(msgspec.Struct, frozen=True):
    """What a carrier replied to a bill of lading that it was handed; ``others`` are further numbers that it names."""

    number: str
    others: frozenset[str]
    kind: ReplyKind
    outcome: ReplyOutcome
    reasons: tuple[ReplyReason, ...] = ()


class Where(msgspec.Struct, frozen=True, gc=False):
    """The element at fault: its segment's name and first byte in the file, its number in the standard, what it says."""

    tag: str
    start: int
    element: int
    value: str

    def words(self, value: str) -> str:
        """Return the element and what is malformed about it, as in ``AT8-03 "1,500 L"``."""
        return f'{self.tag}-{self.element:02} "{value}"'


class QuarantineError(Exception):
    """This part of a file cannot be taken in; the rest can."""

    def __init__(self, reason: QuarantineReason, detail: str = "", where: Where | None = None) -> None:
        super().__init__(f"{reason} {detail}")
        self.reason = reason
        self.detail = detail[:200]
        self.where = where

    def at(self, where: Where) -> "QuarantineError":
        """Return the same fault with the element it lies in."""
        return self if self.where is not None else QuarantineError(self.reason, where.words(self.detail), where)


class Remark(msgspec.Struct, frozen=True, gc=False):
    """What was mended, left out or found odd in a part that went in."""

    code: IntakeRemark
    detail: str = ""
    reason: QuarantineReason | None = None
    where: Where | None = None


class Said(msgspec.Struct, frozen=True, gc=False):
    """What a part says, with what was noticed about it."""

    records: tuple[ShipmentRecord, ...] = ()
    remarks: tuple[Remark, ...] = ()
    replies: tuple[ReplyRecord, ...] = ()


class Misbooked(msgspec.Struct, frozen=True):
    """Charges of an invoice that an earlier version booked on the shipment of its first line; the total in cents."""

    autopro_number: str
    total: int


class Part(msgspec.Struct, frozen=True, gc=False):
    """One transaction set or row: where it began in the file, its number, its bytes, and what it says."""

    position: int
    end: int
    control: str
    content: bytes
    records: tuple[ShipmentRecord, ...] = ()
    fault: QuarantineError | None = None
    remarks: tuple[Remark, ...] = ()
    stranger: str = ""
    """Who sent it, when nobody has said how they write: ISA qualifier and identification."""
    replies: tuple[ReplyRecord, ...] = ()
    sender: str = ""
    """Who sent it: ISA qualifier and identification, or the name of a table's partner."""
    cells: Mapping[str, str] = msgspec.field(default_factory=dict)
    """The cells of a row under our headings."""
    misbooked: Misbooked | None = None
    """Where an earlier version booked it, if not where it belongs."""
