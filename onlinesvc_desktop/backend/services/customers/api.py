# SPDX-License-Identifier: MIT
"""The administrator's customers, and the company keys that their own programs sign the carrier XML with (domain.md 1.2)."""

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.passwords import random_letters
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.customers import (
    change_company_key,
    find_customer,
    issue_company_key,
    list_customers,
    revoke_company_key,
)
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.customers import (
    CHANGE_COMPANY_KEY,
    ISSUE_COMPANY_KEY,
    LIST_CUSTOMERS,
    REVOKE_COMPANY_KEY,
    CompanyKey,
    CompanyKeyChange,
    CustomerItem,
)
from onlinesvc_desktop.contract.limits import AUTHORIZATION_LENGTH, REQUESTOR_LENGTH
from onlinesvc_desktop.contract.paging import Page, PageQuery


def show(call: Call, query: PageQuery) -> Page[CustomerItem]:
    """Return a page of customers."""
    with call.context.database.read() as connection:
        items = list_customers(connection, search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


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


def change(call: Call, message: CompanyKeyChange) -> None:
    """Keep how the program of a company key reads times.

    Raises:
        ApiError: the customer has no such key, or it was revoked.
    """
    requestor = call.path["requestor"]
    with call.context.database.write() as connection:
        customer = find_customer(connection, int(call.path["id"]))
        if customer is None or not change_company_key(connection, customer.id, requestor, message.twelve_hours):
            raise ApiError(ErrorCode.NOT_FOUND)
        note(
            connection,
            call.now,
            call.own_session.account.id,
            AuditAction.COMPANY_KEY_CHANGED,
            f"{customer.number} {requestor}",
            call.address,
        )


def revoke(call: Call, _: None) -> None:
    """Make a company key worthless, for good.

    Raises:
        ApiError: the customer has no such key, or it was revoked before.
    """
    requestor = call.path["requestor"]
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


ROUTES = (
    Route(LIST_CUSTOMERS, show),
    Route(ISSUE_COMPANY_KEY, issue),
    Route(CHANGE_COMPANY_KEY, change),
    Route(REVOKE_COMPANY_KEY, revoke),
)
