# SPDX-License-Identifier: MIT
"""Messages about shipments. A member the asker may not see is absent, never null (design section 4)."""

from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, ReferenceType, TraceOutcome
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.status import Stage

Instant = Annotated[datetime, Meta(tz=True)]
DecimalText = Annotated[str, Meta(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]


class Place(msgspec.Struct, frozen=True):
    """A city; ``province`` is the two-letter province or state, ``country`` ISO 3166 alpha-2."""

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
    """A shipment as far as the asker may see it (design section 6)."""

    autopro_number: str
    status: Event
    origin: Place
    destination: Place
    pieces: int
    weight_kg: DecimalText
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


class ShipmentPage(msgspec.Struct, frozen=True, omit_defaults=True):
    """Own shipments, newest first; ``cursor`` is absent on the last page."""

    items: tuple[Shipment, ...]
    cursor: str | UnsetType = UNSET


TracedReference = Annotated[str, Meta(max_length=limits.MAX_REFERENCE_LENGTH)]


class TraceRequest(msgspec.Struct, frozen=True):
    """Trace many numbers of one kind in one go."""

    reference_type: ReferenceType
    references: Annotated[tuple[TracedReference, ...], Meta(min_length=1, max_length=limits.MAX_REFERENCES_PER_TRACE)]


class Trace(msgspec.Struct, frozen=True):
    """What became of one reference.

    ``suggestions`` are numbers of the asker's own shipments that he may have meant; a stranger gets none, so that walking
    through numbers tells him nothing. ``other_types`` are the kinds under which a number exists that was asked as another.
    """

    reference: str
    outcome: TraceOutcome
    matches: tuple[Shipment, ...] = ()
    suggestions: tuple[str, ...] = ()
    other_types: tuple[ReferenceType, ...] = ()


def public_trace(trace: Trace) -> Trace:
    """Return what anyone may see of an answer; suggestions name the asker's own shipments."""
    return msgspec.structs.replace(
        trace, matches=tuple(without_private_facts(shipment) for shipment in trace.matches), suggestions=()
    )


class Traces(msgspec.Struct, frozen=True):
    """Answers in the order asked."""

    items: tuple[Trace, ...]


class ReportFilter(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which of the own shipments: booked from one day to another (UTC, both included), state, lane, a number."""

    since: date | UnsetType = UNSET
    until: date | UnsetType = UNSET
    stage: Stage | UnsetType = UNSET
    origin: Annotated[str, Meta(pattern=r"^[A-Z]{2}$")] | UnsetType = UNSET
    destination: Annotated[str, Meta(pattern=r"^[A-Z]{2}$")] | UnsetType = UNSET
    reference: Annotated[str, Meta(max_length=limits.MAX_REFERENCE_LENGTH)] = ""


class ShipmentQuery(ReportFilter, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which page of the own shipments; ``cursor`` comes from the page before."""

    cursor: Annotated[str, Meta(pattern=r"^[0-9]{1,18}$")] | UnsetType = UNSET
    limit: Annotated[int, Meta(ge=1, le=limits.MAX_PAGE_SIZE)] = limits.DEFAULT_PAGE_SIZE


LIST_OWN_SHIPMENTS = Operation(
    "listOwnShipments",
    "GET",
    "/v1/shipments",
    "Own shipments, newest first",
    ShipmentPage,
    access=Access.SIGNED_IN,
    query=ShipmentQuery,
)

GET_SHIPMENT = Operation(
    "getShipment",
    "GET",
    "/v1/shipments/{autopro}",
    "One shipment with its history, as far as the asker may see it",
    Shipment,
    errors=(ErrorCode.SHIPMENT_NOT_FOUND, ErrorCode.INVALID_FIELDS, ErrorCode.TOO_MANY_REQUESTS),
    path_patterns={"autopro": limits.AUTOPRO_PATTERN},
    short_read=True,
)

TRACE = Operation(
    "trace",
    "POST",
    "/v1/traces",
    "Trace up to 1,000 references of one kind",
    Traces,
    body=TraceRequest,
    errors=(ErrorCode.TOO_MANY_REQUESTS,),
)
