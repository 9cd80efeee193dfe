# SPDX-License-Identifier: MIT
"""Messages of the administrator's customers and their company keys (domain.md 1.2)."""

from http import HTTPStatus

import msgspec
from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, Language
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.operation import NOTHING, Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery


class CompanyKeyItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One company key as it is listed: never its authorization."""

    requestor: str
    created_at: Instant
    revoked_at: Instant | UnsetType = UNSET
    twelve_hours: bool = False
    """Whether the customer's program reads the time of a delivery as a 12-hour clock."""


class CompanyKeyChange(msgspec.Struct, frozen=True):
    """What an administrator may change of a company key."""

    twelve_hours: bool


class CompanyKey(msgspec.Struct, frozen=True):
    """A company key as it was just issued; the authorization is shown this once."""

    requestor: str
    authorization: str


class CustomerItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One customer, with the access codes that are not closed counted."""

    id: int
    number: str
    name: str
    language: Language
    created_at: Instant
    open_access_codes: int
    address1: str = ""
    city: str = ""
    province: str = ""
    postal_code: str = ""
    company_keys: tuple[CompanyKeyItem, ...] = ()


LIST_CUSTOMERS = Operation(
    "listCustomers",
    "GET",
    "/v1/admin/customers",
    "Customers with their company keys",
    Page[CustomerItem],
    access=Access.ADMINISTRATOR,
    query=PageQuery,
)

ISSUE_COMPANY_KEY = Operation(
    "issueCompanyKey",
    "POST",
    "/v1/admin/customers/{id}/company-keys",
    "Issue a company key; its authorization is shown once",
    CompanyKey,
    access=Access.ADMINISTRATOR,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN},
)

CHANGE_COMPANY_KEY = Operation(
    "changeCompanyKey",
    "PATCH",
    "/v1/admin/customers/{id}/company-keys/{requestor}",
    "Say how the program of a company key reads times",
    NOTHING,
    access=Access.ADMINISTRATOR,
    body=CompanyKeyChange,
    status=HTTPStatus.NO_CONTENT,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN, "requestor": limits.REQUESTOR_PATTERN},
)

REVOKE_COMPANY_KEY = Operation(
    "revokeCompanyKey",
    "DELETE",
    "/v1/admin/customers/{id}/company-keys/{requestor}",
    "Revoke a company key",
    NOTHING,
    access=Access.ADMINISTRATOR,
    status=HTTPStatus.NO_CONTENT,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN, "requestor": limits.REQUESTOR_PATTERN},
)
