# SPDX-License-Identifier: MIT
"""Tracing by number, one or many (P2)."""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.operation import Operation
from onlinesvc_desktop.contract.shipment import ReferenceType, Shipment, without_private_facts


class TraceOutcome(StrEnum):
    """What became of one traced reference."""

    FOUND = "found"
    SEVERAL = "several"
    NOT_FOUND = "not_found"
    MALFORMED = "malformed"


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


GET_SHIPMENT = Operation(
    "getShipment",
    "GET",
    "/v1/shipments/{autopro}",
    "One shipment with its history, as far as the asker may see it",
    Shipment,
    errors=(ErrorCode.SHIPMENT_NOT_FOUND, ErrorCode.INVALID_FIELDS, ErrorCode.TOO_MANY_REQUESTS),
    path_patterns={"autopro": limits.SHIPMENT_NUMBER_PATTERN},
    short_read=True,
    may_be_older=True,
)

TRACE = Operation(
    "trace",
    "POST",
    "/v1/traces",
    "Trace up to 1,000 references of one kind",
    Traces,
    body=TraceRequest,
    errors=(ErrorCode.TOO_MANY_REQUESTS,),
    may_be_older=True,
)
