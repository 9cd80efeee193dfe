# SPDX-License-Identifier: MIT
"""What every service of the carrier XML has in common: the company key, the login, exact names, one shape of refusal."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape

import anyio
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
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
from onlinesvc_desktop.backend.store.accounts import Account, OpenSession
from onlinesvc_desktop.backend.store.customers import customer_of_key
from onlinesvc_desktop.backend.xml.request import MAX_XML_BYTES, XmlRequestError
from onlinesvc_desktop.backend.xml.response import ENCODING
from onlinesvc_desktop.contract.codes import ErrorCode, Right
from onlinesvc_desktop.contract.customers import CompanyKey

log = logging.getLogger(__name__)

_OFF_LINE = "The site is currently off-line. Le site est actuellement hors service (off-line).\n"
_COST = 10
"""A request that writes counts as so many traced numbers."""

Written = Callable[[Call, Element], str]
"""Answers a request with what stands inside the root of the answer."""


class XmlRefusalError(Exception):
    """A request that was understood and cannot be done; ``code`` is ours, as in ``E409``."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class XmlService:
    """One address of the carrier XML: the roots of its request and its answer, the right it needs, and what answers."""

    path: str
    request: str
    results: str
    right: Right
    answer: Written


def element(name: str, text: str) -> str:
    """Return one element."""
    clean = "".join(" " if ord(c) < 32 else c for c in text)
    return f"<{name}>{escape(clean)}</{name}>"


def text_of(parent: Element | None, name: str, longest: int = 120, required: bool = False) -> str:
    """Return the text of a child.

    Raises:
        XmlRequestError: it is missing, or too long.
    """
    found = None if parent is None else parent.find(name)
    text = "" if found is None else (found.text or "").strip()
    if required and not text:
        raise XmlRequestError(name, "is required; names are case-sensitive")
    if len(text) > longest:
        raise XmlRequestError(name, f"at most {longest} characters")
    return text


def xml_endpoint(
    service: XmlService, context: Context, threads: anyio.CapacityLimiter
) -> Callable[[Request], Awaitable[Response]]:
    """Return the ASGI endpoint of a service."""

    async def answer(request: Request) -> Response:
        try:
            body = await read_body(request, MAX_XML_BYTES)
        except ApiError:
            refused = _refusal(service, "E413", f"{service.request}: at most {MAX_XML_BYTES} bytes")
            return _xml(refused, 413, {"Connection": "close"})
        except ClientDisconnect:
            return Response(status_code=400)
        work = partial(_answer, service, context, body, address_of(request))
        return await anyio.to_thread.run_sync(work, limiter=threads)

    return answer


def _answer(service: XmlService, context: Context, body: bytes, address: str) -> Response:
    try:
        root = _root(service, body)
        call = _call(service, context, root, address)
        return _xml(_document(service, service.answer(call, root)))
    except XmlRequestError as error:
        return _xml(_refusal(service, "E400", str(error)))
    except XmlRefusalError as error:
        return _xml(_refusal(service, error.code, str(error)))
    except PermissionError as error:
        return _xml(_refusal(service, "E401", str(error)))
    except ApiError as error:
        return _xml(_refusal(service, "E429", "too many requests"), 429, {"Retry-After": str(error.retry_after_seconds)})
    except Exception as error:  # noqa: BLE001 - a database away, a disk full: known clients look for this word
        note_failure(log, f"XML {service.request} failed", error)
        return Response(_OFF_LINE, 503, HEADERS, "text/plain; charset=utf-8")


def _xml(content: bytes, status: int = 200, more: Mapping[str, str] = MappingProxyType({})) -> Response:
    return Response(content, status, {**HEADERS, **more}, f"text/xml; charset={ENCODING}")


def _document(service: XmlService, content: str) -> bytes:
    text = f'<?xml version="1.0" encoding="{ENCODING}"?>\n<{service.results}>{content}</{service.results}>\n'
    return text.encode(ENCODING, "xmlcharrefreplace")


def _refusal(service: XmlService, code: str, message: str) -> bytes:
    return _document(service, element("errorcode", code) + element("errormsg", message))


def _root(service: XmlService, body: bytes) -> Element:
    try:
        declared = body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml")
        root: Element = fromstring(body.strip() if declared else body.decode("iso-8859-1"), forbid_dtd=True)
    except DefusedXmlException as error:
        raise XmlRequestError(service.request, "document types and entities are refused") from error
    except (ParseError, ValueError, LookupError) as error:
        raise XmlRequestError(service.request, "this is not well-formed XML") from error
    if root.tag != service.request:
        raise XmlRequestError(service.request, "the root element must have this name")
    return root


def _call(service: XmlService, context: Context, root: Element, address: str) -> Call:
    """Return the request as the login's own call: key and login go together, and the login may act and has the right.

    Raises:
        PermissionError: they do not, it may not, or it has not.
    """
    now = context.clock()
    key = CompanyKey(text_of(root, "requestor", 6, required=True), text_of(root, "authorization", 60, required=True))
    with context.database.read() as connection:
        customer = customer_of_key(connection, key)
    if customer is None:
        wait_first(context.sign_ins_per_address.take(address, 1, now))
        raise PermissionError("requestor and authorization do not go together")
    account = _account(context, root, address)
    if account.customer_id != customer.id:
        raise PermissionError("login and passwd do not go together")
    if standing_of(context, account, now) is not Standing.MAY_ACT or service.right not in account.rights:
        raise PermissionError("this login may not be used for this: sign in to Online Services to see why")
    wait_first(context.company_traces.take(key.requestor, _COST, now))
    return Call(context, now, address, {}, OpenSession(0, now, now, account))


def _account(context: Context, root: Element, address: str) -> Account:
    login, password = text_of(root, "login", 32, required=True), text_of(root, "passwd", 128, required=True)
    try:
        return account_of(context, login, password, address, context.clock())
    except ApiError as error:
        if error.code is ErrorCode.SIGN_IN_FAILED:
            raise PermissionError("login and passwd do not go together") from error
        raise
