# SPDX-License-Identifier: MIT
"""What an intake file says, whatever its format: records to put into the store, or the reason to set them aside."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from onlinesvc_desktop.contract.intake import QuarantineReason
from onlinesvc_desktop.contract.shipment import ReferenceType


class PartyRole(StrEnum):
    """The three parties of a shipment."""

    SHIPPER = "shipper"
    CONSIGNEE = "consignee"
    BILL_TO = "bill_to"


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A city, its province or state, and ISO 3166 alpha-2 country."""

    city: str
    province: str
    country: str


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """A party; ``customer_number`` ties it to a customer we know."""

    name: str
    address1: str
    place: PlaceRecord | None
    postal_code: str
    customer_number: str = ""


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One status, X12 1650 with 1651; times carry the offset of the place."""

    code: str
    reason: str
    occurred_at: datetime
    reported_at: datetime
    place: PlaceRecord


@dataclass(frozen=True, slots=True)
class ChargesRecord:
    """What the payer pays, in cents."""

    currency: str
    freight: int
    fuel: int
    accessorials: int
    taxes: int


@dataclass(slots=True)
class ShipmentRecord:
    """Everything one transaction set or row says of one shipment; what is None it does not say."""

    autopro_number: str
    references: set[tuple[ReferenceType, str]] = field(default_factory=set)
    parties: dict[PartyRole, PartyRecord] = field(default_factory=dict)
    events: list[EventRecord] = field(default_factory=list)
    pieces: int | None = None
    weight_g: int | None = None
    estimated_delivery: date | None = None
    signed_by: str | None = None
    charges: ChargesRecord | None = None
    may_create: bool = True
    """Whether an unknown shipment comes into being; an invoice alone makes none."""


class QuarantineError(Exception):
    """This part of a file cannot be taken in; the rest can."""

    def __init__(self, reason: QuarantineReason, detail: str = "") -> None:
        super().__init__(f"{reason} {detail}")
        self.reason = reason
        self.detail = detail[:200]


@dataclass(frozen=True, slots=True)
class Part:
    """One transaction set or row: where it began in the file, its number, its bytes, and what it says."""

    position: int
    end: int
    control: str
    content: bytes
    records: tuple[ShipmentRecord, ...] = ()
    fault: QuarantineError | None = None
