# SPDX-License-Identifier: MIT
"""The administrator's customers, and the company keys that their own programs sign the carrier XML with (domain.md 1.2)."""

from http import HTTPStatus

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.operation import Access, Call, Operation
from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.passwords import random_letters
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.customers import (
    find_customer,
    issue_company_key,
    list_customers,
    revoke_company_key,
)
from onlinesvc_desktop.contract import routes
from onlinesvc_desktop.contract.administration import ListQuery
from onlinesvc_desktop.contract.codes import AuditAction, ErrorCode
from onlinesvc_desktop.contract.customers import CompanyKey, CustomerPage
from onlinesvc_desktop.contract.limits import AUTHORIZATION_LENGTH, REQUESTOR_LENGTH, REQUESTOR_PATTERN, ROW_PATTERN


def show(call: Call, query: ListQuery) -> CustomerPage:
    """Return a page of customers."""
    with call.context.database.read() as connection:
        items = list_customers(connection, search_of(query))
    return CustomerPage(tuple(items), cursor_after(items, query.limit))


def issue(call: Call, _: None) -> CompanyKey:
    """Make a new company key; its authorization is in this answer and nowhere else.

    A lost answer is no harm: the key it carried is listed, and can be revoked.
    """
    key = CompanyKey(random_letters(REQUESTOR_LENGTH), random_letters(AUTHORIZATION_LENGTH))
    with call.context.database.write() as connection:
        customer = find_customer(connection, int(call.path["id"]))
        if customer is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        issue_company_key(connection, customer.id, key, call.now)
        note(
            connection,
            call.now,
            call.own_session.account.id,
            AuditAction.COMPANY_KEY_ISSUED,
            f"{customer.number} {key.requestor}",
            call.address,
        )
    return key


def revoke(call: Call, _: None) -> None:
    """Make a company key worthless, for good.

    Raises:
        ApiError: the customer has no such key, or it was revoked before.
    """
    requestor = call.path["key"]
    with call.context.database.write() as connection:
        customer = find_customer(connection, int(call.path["id"]))
        if customer is None or not revoke_company_key(connection, customer.id, requestor, call.now):
            raise ApiError(ErrorCode.NOT_FOUND)
        note(
            connection,
            call.now,
            call.own_session.account.id,
            AuditAction.COMPANY_KEY_REVOKED,
            f"{customer.number} {requestor}",
            call.address,
        )


OPERATIONS = (
    Operation(
        "GET",
        routes.ADMIN_CUSTOMERS,
        "listCustomers",
        "Customers with their company keys",
        show,
        access=Access.ADMINISTRATOR,
        query=ListQuery,
        answer=CustomerPage,
    ),
    Operation(
        "POST",
        routes.ADMIN_COMPANY_KEYS,
        "issueCompanyKey",
        "Issue a company key; its authorization is shown once",
        issue,
        access=Access.ADMINISTRATOR,
        answer=CompanyKey,
        status=HTTPStatus.CREATED,
        errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
        path_patterns={"id": ROW_PATTERN},
    ),
    Operation(
        "DELETE",
        routes.ADMIN_COMPANY_KEY,
        "revokeCompanyKey",
        "Revoke a company key",
        revoke,
        access=Access.ADMINISTRATOR,
        status=HTTPStatus.NO_CONTENT,
        errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
        path_patterns={"id": ROW_PATTERN, "key": REQUESTOR_PATTERN},
    ),
)
