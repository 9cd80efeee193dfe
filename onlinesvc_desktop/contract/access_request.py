# SPDX-License-Identifier: MIT
"""Asking for an access code (P4), with the checks that form and server share, and what an administrator decides of it."""

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Language
from onlinesvc_desktop.contract.contact import country_of, parse_email, parse_postal_code, parse_telephone
from onlinesvc_desktop.contract.decisions import (
    Acknowledgement,
    Decision,
    Granted,
    Reason,
    RequestQuery,
    RequestState,
    Resemblance,
)
from onlinesvc_desktop.contract.fields import AccessCode, Email, Instant, LongText, ShortText, tidy, tidy_lines
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.problem import FieldProblem

_CUSTOMER_NUMBER = re.compile(limits.CUSTOMER_NUMBER_PATTERN)


class AccessRequest(msgspec.Struct, frozen=True):
    """A personal access request; ``REQUIRED_OF_ACCESS_REQUEST`` wear an asterisk in the form."""

    company: ShortText
    first_name: ShortText
    last_name: ShortText
    email: Email
    telephone: ShortText
    language: Language
    address1: ShortText
    city: ShortText
    province: ShortText
    postal_code: ShortText
    customer_number: ShortText = ""
    reason: LongText = ""


REQUIRED_OF_ACCESS_REQUEST = (
    *("company", "first_name", "last_name", "email", "telephone", "address1", "city", "province", "postal_code"),
)


def _blank_faults(values: dict[str, str], required: tuple[str, ...]) -> list[FieldProblem]:
    return [FieldProblem(f"/{name}", FieldCode.REQUIRED) for name in required if not values[name]]


def email_fault(text: str) -> FieldCode | None:
    """Return what is wrong with an e-mail address."""
    return None if parse_email(text) else FieldCode.MALFORMED


def telephone_fault(text: str) -> FieldCode | None:
    """Return what is wrong with a telephone number."""
    return None if parse_telephone(text) else FieldCode.MALFORMED


def postal_code_fault(text: str) -> FieldCode | None:
    """Return what is wrong with a postal code."""
    return None if parse_postal_code(text) else FieldCode.MALFORMED


def customer_number_fault(text: str) -> FieldCode | None:
    """Return what is wrong with a customer number."""
    return None if _CUSTOMER_NUMBER.match(text) else FieldCode.MALFORMED


FIELD_FAULTS: dict[str, Callable[[str], FieldCode | None]] = {
    "email": email_fault,
    "telephone": telephone_fault,
    "postal_code": postal_code_fault,
    "customer_number": customer_number_fault,
    "province": lambda text: None if country_of(text) else FieldCode.MALFORMED,
}
"""Checks of a filled-in field by its name on the wire."""


def kept_spelling(name: str, text: str) -> str:
    """Return how a right value of a field is kept; a wrong one comes back as it is."""
    match name:
        case "email":
            return parse_email(text) or text
        case "telephone":
            return parse_telephone(text) or text
        case "postal_code":
            postal_code = parse_postal_code(text)
            return text if postal_code is None else postal_code[0]
        case "reason":
            return tidy_lines(text)
        case _:
            return tidy(text)


def check_access_request(request: AccessRequest) -> tuple[AccessRequest, tuple[FieldProblem, ...]]:
    """Return the request in its kept spelling, and every wrong field in the order of the form."""
    texts = {name: value for name, value in msgspec.structs.asdict(request).items() if name != "language"}
    values = {name: kept_spelling(name, tidy_lines(text)) for name, text in texts.items()}
    problems = _blank_faults(values, REQUIRED_OF_ACCESS_REQUEST)
    for name, fault_of in FIELD_FAULTS.items():
        if values[name] and (fault := fault_of(values[name])):
            problems.append(FieldProblem(f"/{name}", fault))
    postal_code = parse_postal_code(values["postal_code"])
    country = country_of(values["province"])
    if postal_code is not None and country is not None and postal_code[1] is not country:
        problems.append(FieldProblem("/postal_code", FieldCode.OTHER_COUNTRY))
    order = [f"/{name}" for name in AccessRequest.__struct_fields__]
    problems.sort(key=lambda problem: order.index(problem.pointer))
    return msgspec.structs.replace(request, **values), tuple(problems)


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
