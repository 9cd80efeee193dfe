# SPDX-License-Identifier: MIT
"""Messages about shipments. A member the asker may not see is absent, never null (design section 4)."""

from datetime import date
from enum import StrEnum

import msgspec
from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract.fields import DecimalText, Instant


class ReferenceType(StrEnum):
    """Kinds of number a shipment can be traced by (domain.md 1.3, 1.11)."""

    ANY = "any"
    AUTOPRO = "autopro"
    BILL_OF_LADING = "bill_of_lading"
    PURCHASE_ORDER = "purchase_order"
    CARRIER_REFERENCE = "carrier_reference"
    PICKUP = "pickup"


class Place(msgspec.Struct, frozen=True):
    """A city; ``province`` is the province or state, ``country`` ISO 3166 alpha-2; what nobody told is empty.

    A position without a town has decimal latitude and longitude as its city, and no province.
    """

    city: str
    province: str
    country: str


class Event(msgspec.Struct, frozen=True, omit_defaults=True):
    """One status: X12 1650 ``code`` with 1651 ``reason``, where and when it happened and when we heard of it."""

    sequence: int
    code: str
    reason: str
    occurred_at: Instant
    reported_at: Instant
    city: str
    province: str
    country: str
    terminal: str | UnsetType = UNSET


class Party(msgspec.Struct, frozen=True, omit_defaults=True):
    """Shipper, consignee or bill-to."""

    name: str
    address1: str
    city: str
    province: str
    postal_code: str
    country: str
    customer_number: str | UnsetType = UNSET


def reference_spelling(text: str) -> str:
    """Return another number than an autopro number as it is kept: in upper case, which may be longer (``ß`` is ``SS``)."""
    return text.strip().upper()


class Reference(msgspec.Struct, frozen=True):
    """Another number of the shipment."""

    type: ReferenceType
    value: str


class Charges(msgspec.Struct, frozen=True):
    """What the payer pays; decimal text in ``currency``."""

    currency: str
    freight: DecimalText
    fuel: DecimalText
    accessorials: DecimalText
    taxes: DecimalText
    total: DecimalText


class Shipment(msgspec.Struct, frozen=True, omit_defaults=True):
    """A shipment as far as the asker may see it (design section 6); what nobody told of it is absent."""

    autopro_number: str
    status: Event
    origin: Place
    destination: Place
    pieces: int | UnsetType = UNSET
    weight_kg: DecimalText | UnsetType = UNSET
    estimated_delivery: date | UnsetType = UNSET
    events: tuple[Event, ...] | UnsetType = UNSET
    references: tuple[Reference, ...] | UnsetType = UNSET
    shipper: Party | UnsetType = UNSET
    consignee: Party | UnsetType = UNSET
    bill_to: Party | UnsetType = UNSET
    signed_by: str | UnsetType = UNSET
    charges: Charges | UnsetType = UNSET
    booked_at: Instant | UnsetType = UNSET
    """When its first event happened; in lists of own shipments only."""
    known_until: Instant | UnsetType = UNSET
    """Up to when everything is in this answer, where a standby of the database gave it; absent otherwise."""


def without_private_facts(shipment: Shipment) -> Shipment:
    """Return what anyone may see of a shipment (design section 6)."""
    return msgspec.structs.replace(
        shipment,
        references=UNSET,
        shipper=UNSET,
        consignee=UNSET,
        bill_to=UNSET,
        signed_by=UNSET,
        charges=UNSET,
        booked_at=UNSET,
    )
