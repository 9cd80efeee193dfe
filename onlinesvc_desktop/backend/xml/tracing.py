# SPDX-License-Identifier: MIT
"""``POST /xml/tracing``: a customer's own program traces up to ten numbers with its company key (domain.md 1.2, 1.13)."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from types import MappingProxyType

import anyio
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from onlinesvc_desktop.backend.api.authenticate import account_of
from onlinesvc_desktop.backend.api.dispatch import address_of, read_body
from onlinesvc_desktop.backend.api.problems import HEADERS, ApiError, wait_first
from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.closing import standing_of
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.failures import note_failure
from onlinesvc_desktop.backend.rules.access import Standing
from onlinesvc_desktop.backend.shipments import matches_of, normalised
from onlinesvc_desktop.backend.store.accounts import Account, OpenSession
from onlinesvc_desktop.backend.store.customers import customer_of_key, reads_twelve_hours
from onlinesvc_desktop.backend.store.shipments import delivered_at
from onlinesvc_desktop.backend.xml.request import MAX_XML_BYTES, XmlRequestError, XmlTracingRequest, read_request
from onlinesvc_desktop.backend.xml.response import ENCODING, XmlTrace, refusal, results
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.customers import CompanyKey, CustomerItem

log = logging.getLogger(__name__)

PATH = "/xml/tracing"

_OFF_LINE = "The site is currently off-line. Le site est actuellement hors service (off-line).\n"
_BAD_KEY = "requestor and authorization do not go together"
_BAD_LOGIN = "login and passwd do not go together"
_MAY_NOT_ACT = "this login may not be used at present: sign in to Online Services to see why"


def tracing_endpoint(context: Context, threads: anyio.CapacityLimiter) -> Callable[[Request], Awaitable[Response]]:
    """Return the ASGI endpoint."""

    async def answer(request: Request) -> Response:
        try:
            body = await read_body(request, MAX_XML_BYTES)
        except ApiError:
            return _xml(refusal("E413", f"tracingrequest: at most {MAX_XML_BYTES} bytes"), 413, {"Connection": "close"})
        except ClientDisconnect:
            return Response(status_code=400)
        work = partial(_answer, context, body, address_of(request))
        return await anyio.to_thread.run_sync(work, limiter=threads)

    return answer


def _answer(context: Context, body: bytes, address: str) -> Response:
    try:
        return _xml(_trace(context, read_request(body), address))
    except XmlRequestError as error:
        return _xml(refusal("E400", str(error)))
    except PermissionError as error:
        return _xml(refusal("E401", str(error)))
    except ApiError as error:
        return _xml(refusal("E429", "too many requests"), 429, {"Retry-After": str(error.retry_after_seconds)})
    except Exception as error:  # noqa: BLE001 - a database away, a disk full: known clients look for this word
        note_failure(log, "XML tracing failed", error)
        return Response(_OFF_LINE, 503, HEADERS, "text/plain; charset=utf-8")


def _xml(content: bytes, status: int = 200, more: Mapping[str, str] = MappingProxyType({})) -> Response:
    return Response(content, status, {**HEADERS, **more}, f"text/xml; charset={ENCODING}")


def _trace(context: Context, request: XmlTracingRequest, address: str) -> bytes:
    now = context.clock()
    customer = _customer(context, request, address)
    account = _account(context, request, customer, address)
    wait_first(context.company_traces.take(request.requestor, len(request.items), now))
    call = Call(context, now, address, {}, None if account is None else OpenSession(0, now, now, account))
    stored = [normalised(request.kind, item) for item in request.items]
    with context.database.read() as connection:
        matches = matches_of(call, connection, request.kind, sorted({one for one in stored if one is not None}))
        found = {shipment.autopro_number for shipments in matches.values() for shipment in shipments}
        deliveries = delivered_at(connection, sorted(found))
        twelve_hours = reads_twelve_hours(connection, request.requestor)
    traces = [
        XmlTrace(item, shipment, None if shipment is None else deliveries.get(shipment.autopro_number))
        for item, value in zip(request.items, stored, strict=True)
        for shipment in matches.get(value or "", (None,))
    ]
    return results(traces, request.language or customer.language, twelve_hours)


def _customer(context: Context, request: XmlTracingRequest, address: str) -> CustomerItem:
    with context.database.read() as connection:
        customer = customer_of_key(connection, CompanyKey(request.requestor, request.authorization))
    if customer is None:
        wait_first(context.sign_ins_per_address.take(address, 1, context.clock()))
        raise PermissionError(_BAD_KEY)
    return customer


def _account(context: Context, request: XmlTracingRequest, customer: CustomerItem, address: str) -> Account | None:
    """Return whose facts may be added: a login of the key's own customer; without one only what anyone may see."""
    if not request.login and not request.password:
        return None
    try:
        account = account_of(context, request.login, request.password, address, context.clock())
    except ApiError as error:
        if error.code is ErrorCode.SIGN_IN_FAILED:
            raise PermissionError(_BAD_LOGIN) from error
        raise
    if account.customer_id != customer.id:
        raise PermissionError(_BAD_LOGIN)
    if standing_of(context, account, context.clock()) is not Standing.MAY_ACT:
        raise PermissionError(_MAY_NOT_ACT)
    return account
