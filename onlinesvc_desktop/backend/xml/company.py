# SPDX-License-Identifier: MIT
"""Services of the carrier XML that act for a login: key, login and right go together."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import anyio
from starlette.requests import Request
from starlette.responses import Response

from onlinesvc_desktop.backend.api.problems import wait_first
from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.closing import standing_of
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.rules.access import Standing
from onlinesvc_desktop.backend.store.accounts import OpenSession
from onlinesvc_desktop.backend.xml.door import Door, account_of_customer, customer_of, document, endpoint, root_of, text_of
from onlinesvc_desktop.contract.codes import Right
from onlinesvc_desktop.contract.customers import CompanyKey, CustomerItem

COST = 10
"""A request that writes counts as so many traced numbers."""

Written = Callable[[Call, Element], str]
"""Answers a request with what stands inside the root of the answer."""


@dataclass(frozen=True, slots=True)
class XmlService(Door):
    """A door with the right it needs, if it needs one, and what answers."""

    right: Right | None
    answer: Written


def xml_endpoint(
    service: XmlService, context: Context, threads: anyio.CapacityLimiter
) -> Callable[[Request], Awaitable[Response]]:
    """Return the ASGI endpoint of a service."""

    def respond(context: Context, body: bytes, address: str) -> bytes:
        root = root_of(body, service.request)
        return document(service.results, service.answer(_call(service, context, root, address), root))

    return endpoint(service, respond, context, threads)


def _call(service: XmlService, context: Context, root: Element, address: str) -> Call:
    key = CompanyKey(text_of(root, "requestor", 6, required=True), text_of(root, "authorization", 60, required=True))
    customer = customer_of(context, key, address)
    login, password = text_of(root, "login", 32, required=True), text_of(root, "passwd", 128, required=True)
    return call_of_customer(context, customer, key, (login, password), service.right, address)


def call_of_customer(
    context: Context, customer: CustomerItem, key: CompanyKey, login: tuple[str, str], right: Right | None, address: str
) -> Call:
    """Return a request as the login's own call; ``login`` is an access code of the key's customer and its password.

    Raises:
        PermissionError: key and login do not go together, or the login may not act or has not the right.
        ApiError: it was asked too often.
    """
    now = context.clock()
    account = account_of_customer(context, customer, *login, address)
    has_right = right is None or right in account.rights
    if standing_of(context, account, now) is not Standing.MAY_ACT or not has_right:
        raise PermissionError("this login may not be used for this: sign in to Online Services to see why")
    wait_first(context.company_traces.take(key.requestor, COST, now))
    return Call(context, now, address, {}, OpenSession(0, now, now, account))
