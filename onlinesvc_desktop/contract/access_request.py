# SPDX-License-Identifier: MIT
"""Asking for an access code (P4), with the checks that form and server share, and what an administrator decides of it."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Language
from onlinesvc_desktop.contract.contact import country_of, parse_postal_code
from onlinesvc_desktop.contract.decisions import (
    Acknowledgement,
    Decision,
    Granted,
    Reason,
    RequestQuery,
    RequestState,
    Resemblance,
)
from onlinesvc_desktop.contract.fields import (
    AccessCode,
    CustomerNumber,
    Email,
    Instant,
    LongText,
    PostalCode,
    Province,
    ShortText,
    Telephone,
)
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.problem import FieldProblem


class AccessRequest(msgspec.Struct, frozen=True):
    """A personal access request; members without a default wear an asterisk in the form."""

    company: ShortText
    first_name: ShortText
    last_name: ShortText
    email: Email
    telephone: Telephone
    language: Language
    address1: ShortText
    city: ShortText
    province: Province
    postal_code: PostalCode
    customer_number: CustomerNumber = ""
    reason: LongText = ""

    @staticmethod
    def across(values: Mapping[str, Any]) -> Iterator[FieldProblem]:
        """Find a postal code of the other country than the province's."""
        postal_code, country = parse_postal_code(values["postal_code"]), country_of(values["province"])
        if postal_code is not None and country is not None and postal_code[1] is not country:
            yield FieldProblem("/postal_code", FieldCode.OTHER_COUNTRY)


class AccessRequestItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One personal access request."""

    id: int
    reference: str
    state: RequestState
    submitted_at: Instant
    company: str
    first_name: str
    last_name: str
    email: str
    telephone: str
    language: Language
    address1: str
    city: str
    province: str
    postal_code: str
    customer_number: str = ""
    reason: str = ""
    decision: Decision | UnsetType = UNSET
    resembles: Resemblance | UnsetType = UNSET
    """Only of a request that waits for a decision."""


class NewCustomer(msgspec.Struct, frozen=True):
    """A customer that an approval creates; without a name it takes the request's."""

    number: Annotated[str, Meta(min_length=1, max_length=limits.MAX_CUSTOMER_NUMBER_LENGTH)]
    name: ShortText = ""


class Approval(msgspec.Struct, frozen=True, omit_defaults=True):
    """Grant an access code to an existing customer or to a new one; without a code one is generated."""

    customer_number: ShortText | UnsetType = UNSET
    new_customer: NewCustomer | UnsetType = UNSET
    access_code: AccessCode | UnsetType = UNSET


REQUEST_ACCESS = Operation(
    "requestAccess",
    "POST",
    "/v1/access-requests",
    "Ask for an access code",
    Acknowledgement,
    body=AccessRequest,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.TOO_MANY_REQUESTS,),
    creates=True,
    queued="access_request",
)

LIST_ACCESS_REQUESTS = Operation(
    "listAccessRequests",
    "GET",
    "/v1/admin/access-requests",
    "The queue of personal access requests",
    Page[AccessRequestItem],
    access=Access.ADMINISTRATOR,
    query=RequestQuery,
)

APPROVE_ACCESS_REQUEST = Operation(
    "approveAccessRequest",
    "POST",
    "/v1/admin/access-requests/{id}/approval",
    "Grant an access code",
    Granted,
    access=Access.ADMINISTRATOR,
    body=Approval,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.ALREADY_DECIDED),
    path_patterns={"id": limits.ROW_PATTERN},
    creates=True,
)

REFUSE_ACCESS_REQUEST = Operation(
    "refuseAccessRequest",
    "POST",
    "/v1/admin/access-requests/{id}/refusal",
    "Refuse a personal access request",
    AccessRequestItem,
    access=Access.ADMINISTRATOR,
    body=Reason,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.ALREADY_DECIDED),
    path_patterns={"id": limits.ROW_PATTERN},
)
