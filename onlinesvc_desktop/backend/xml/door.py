# SPDX-License-Identifier: MIT
"""What every address of the carrier XML has in common: its documents, its refusals, its key and login."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final
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
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.failures import note_failure
from onlinesvc_desktop.backend.store.accounts import Account
from onlinesvc_desktop.backend.store.customers import customer_of_key
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.customers import CompanyKey, CustomerItem

log = logging.getLogger(__name__)

MAX_XML_BYTES: Final = 65_536
ENCODING: Final = "ISO-8859-1"
_OFF_LINE = "The site is currently off-line. Le site est actuellement hors service (off-line).\n"
_BAD_LOGIN = "login and passwd do not go together"

Respond = Callable[[Context, bytes, str], bytes]
"""Answers a body that came from an address with a whole document."""


class XmlRequestError(Exception):
    """A request that cannot be answered; ``element`` is the one that is wrong."""

    def __init__(self, element: str, why: str) -> None:
        super().__init__(f"{element}: {why}")


class XmlRefusalError(Exception):
    """A request that was understood and cannot be done; ``code`` is ours, as in ``E409``."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Door:
    """One address, and the roots of its request and its answer."""

    path: str
    request: str
    results: str


def element(name: str, text: str) -> str:
    """Return one element."""
    clean = "".join(" " if ord(c) < 32 else c for c in text)
    return f"<{name}>{escape(clean)}</{name}>"


def document(results: str, content: str) -> bytes:
    """Return an answer under its root."""
    text = f'<?xml version="1.0" encoding="{ENCODING}"?>\n<{results}>{content}</{results}>\n'
    return text.encode(ENCODING, "xmlcharrefreplace")


def refusal(results: str, code: str, message: str) -> bytes:
    """Return the answer to a request that is not done."""
    return document(results, element("errorcode", code) + element("errormsg", message))


def root_of(body: bytes, request: str) -> Element:
    """Return the root of a request.

    Raises:
        XmlRequestError: it is no XML that is read here, or has another root.
    """
    try:
        declared = body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml")
        root: Element = fromstring(body.strip() if declared else body.decode("iso-8859-1"), forbid_dtd=True)
    except DefusedXmlException as error:
        raise XmlRequestError(request, "document types and entities are refused") from error
    except (ParseError, ValueError, LookupError) as error:
        raise XmlRequestError(request, "this is not well-formed XML") from error
    if root.tag != request:
        raise XmlRequestError(request, "the root element must have this name")
    return root


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


def endpoint(
    door: Door, respond: Respond, context: Context, threads: anyio.CapacityLimiter
) -> Callable[[Request], Awaitable[Response]]:
    """Return the ASGI endpoint of a door; whatever happens behind it has an answer that known clients read."""

    async def answer(request: Request) -> Response:
        try:
            body = await read_body(request, MAX_XML_BYTES)
        except ApiError:
            refused = refusal(door.results, "E413", f"{door.request}: at most {MAX_XML_BYTES} bytes")
            return _xml(refused, 413, {"Connection": "close"})
        except ClientDisconnect:
            return Response(status_code=400)
        work = partial(_answer, door, respond, context, body, address_of(request))
        return await anyio.to_thread.run_sync(work, limiter=threads)

    return answer


def customer_of(context: Context, key: CompanyKey, address: str) -> CustomerItem:
    """Return the customer of a company key.

    Raises:
        PermissionError: there is no such pair.
        ApiError: the address tried too often.
    """
    with context.database.read() as connection:
        customer = customer_of_key(connection, key)
    if customer is None:
        wait_first(context.sign_ins_per_address.take(address, 1, context.clock()))
        raise PermissionError("requestor and authorization do not go together")
    return customer


def account_of_customer(context: Context, customer: CustomerItem, login: str, password: str, address: str) -> Account:
    """Return the account of a login, which is one of the key's own customer; whether it may act is the caller's to ask.

    Raises:
        PermissionError: it is not, or the password is another.
        ApiError: it was tried too often.
    """
    try:
        account = account_of(context, login, password, address, context.clock())
    except ApiError as error:
        if error.code is ErrorCode.SIGN_IN_FAILED:
            raise PermissionError(_BAD_LOGIN) from error
        raise
    if account.customer_id != customer.id:
        raise PermissionError(_BAD_LOGIN)
    return account


def _answer(door: Door, respond: Respond, context: Context, body: bytes, address: str) -> Response:
    try:
        return _xml(respond(context, body, address))
    except XmlRequestError as error:
        return _xml(refusal(door.results, "E400", str(error)))
    except XmlRefusalError as error:
        return _xml(refusal(door.results, error.code, str(error)))
    except PermissionError as error:
        return _xml(refusal(door.results, "E401", str(error)))
    except ApiError as error:
        refused = refusal(door.results, "E429", "too many requests")
        return _xml(refused, 429, {"Retry-After": str(error.retry_after_seconds)})
    except Exception as error:  # noqa: BLE001 - a database away, a disk full: known clients look for this word
        note_failure(log, f"{door.path} failed", error)
        return Response(_OFF_LINE, 503, HEADERS, "text/plain; charset=utf-8")


def _xml(content: bytes, status: int = 200, more: Mapping[str, str] = MappingProxyType({})) -> Response:
    return Response(content, status, {**HEADERS, **more}, f"text/xml; charset={ENCODING}")
