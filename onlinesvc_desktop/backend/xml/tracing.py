# SPDX-License-Identifier: MIT
"""``POST /xml/tracing``: a customer's own program traces up to ten numbers with its company key (domain.md 1.2, 1.13)."""

import logging
from collections.abc import Awaitable, Callable
from functools import partial

import anyio
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from onlinesvc_desktop.backend.api.operation import Call
from onlinesvc_desktop.backend.api.shipments import messages_of, normalised
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.store import shipments as store
from onlinesvc_desktop.backend.store.accounts import Account, OpenSession, find_account
from onlinesvc_desktop.backend.store.customers import customer_of_key
from onlinesvc_desktop.backend.xml.request import MAX_XML_BYTES, XmlRequestError, XmlTracingRequest, read_request
from onlinesvc_desktop.backend.xml.response import ENCODING, XmlTrace, refusal, results
from onlinesvc_desktop.contract.codes import AccountState, Language, Role
from onlinesvc_desktop.contract.customers import CompanyKey, CustomerItem

log = logging.getLogger(__name__)

_OFF_LINE = "The site is currently off-line. Le site est actuellement hors service (off-line).\n"
_BAD_KEY = "requestor and authorization do not go together"
_BAD_LOGIN = "login and passwd do not go together"
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


class _TooManyError(Exception):
    def __init__(self, seconds: int) -> None:
        super().__init__()
        self.seconds = seconds


def tracing_endpoint(context: Context, threads: anyio.CapacityLimiter) -> Callable[[Request], Awaitable[Response]]:
    """Return the ASGI endpoint."""

    async def answer(request: Request) -> Response:
        body = b""
        try:
            async for chunk in request.stream():
                body += chunk
                if len(body) > MAX_XML_BYTES:
                    return _xml(refusal("E413", f"tracingrequest: at most {MAX_XML_BYTES} bytes"), 413)
        except ClientDisconnect:
            return Response(status_code=400)
        address = "" if request.client is None else request.client.host
        return await anyio.to_thread.run_sync(partial(_answer, context, body, address), limiter=threads)

    return answer


def _answer(context: Context, body: bytes, address: str) -> Response:
    try:
        return _xml(_trace(context, read_request(body), address))
    except XmlRequestError as error:
        return _xml(refusal("E400", str(error)))
    except PermissionError as error:
        return _xml(refusal("E401", str(error)))
    except _TooManyError as error:
        return Response(
            refusal("E429", "too many requests"), 429, {"Retry-After": str(error.seconds)}, f"text/xml; charset={ENCODING}"
        )
    except Exception:
        # A database away, a disk full: known clients look for this word.
        log.exception("XML tracing failed")
        return Response(_OFF_LINE, 503, _HEADERS, "text/plain; charset=utf-8")


def _xml(content: bytes, status: int = 200) -> Response:
    return Response(content, status, _HEADERS, f"text/xml; charset={ENCODING}")


def _trace(context: Context, request: XmlTracingRequest, address: str) -> bytes:
    now = context.clock()
    customer = _customer(context, request, address)
    account = _account(context, request, address)
    wait = context.company_traces.take(request.requestor, len(request.items), now)
    if wait:
        raise _TooManyError(wait)
    session = None if account is None else OpenSession(0, now, now, account)
    call = Call(context, now, address, {}, session)
    stored = [normalised(request.kind, item) for item in request.items]
    with context.database.read() as connection:
        matches = store.match_references(connection, request.kind, sorted({one for one in stored if one is not None}))
        rows = store.find_by_ids(connection, {row_id for ids in matches.values() for row_id in ids})
        messages = messages_of(call, connection, rows.values())
    traces = []
    for item, value in zip(request.items, stored, strict=True):
        found = [messages[row_id] for row_id in matches.get(value or "", ())]
        traces += [
            XmlTrace(item, shipment, shipment.signed_by if isinstance(shipment.signed_by, str) else "") for shipment in found
        ] or [XmlTrace(item, None)]
    return results(traces, request.language or customer.language or Language.ENGLISH)


def _customer(context: Context, request: XmlTracingRequest, address: str) -> CustomerItem:
    with context.database.read() as connection:
        customer = customer_of_key(connection, CompanyKey(request.requestor, request.authorization))
    if customer is None:
        wait = context.sign_ins_per_address.take(address, 1, context.clock())
        if wait:
            raise _TooManyError(wait)
        raise PermissionError(_BAD_KEY)
    return customer


def _account(context: Context, request: XmlTracingRequest, address: str) -> Account | None:
    """Return whose facts may be added; without a login only what anyone may see."""
    if not request.login and not request.password:
        return None
    now = context.clock()
    wait = max(
        context.sign_ins_per_address.take(address, 1, now), context.sign_ins_per_code.take(request.login, address, now)
    )
    if wait:
        raise _TooManyError(wait)
    with context.database.read() as connection:
        account = find_account(connection, request.login)
    right = context.passwords.verify(None if account is None else account.password_hash, request.password)
    usable = account is not None and account.state is AccountState.ACTIVE and account.role is Role.CUSTOMER
    if not (right and usable) or account is None or account.password_temporary:
        context.sign_ins_per_code.failed(request.login, address)
        raise PermissionError(_BAD_LOGIN)
    context.sign_ins_per_code.succeeded(request.login, address)
    return account
