# SPDX-License-Identifier: MIT
"""The addresses of the standard: key and login in headers, JSON in and out, and an answer in its form whatever happens."""

import base64
import binascii
import logging
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from http import HTTPStatus
from typing import Final

import anyio
import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from onlinesvc_desktop.backend.api.authenticate import authenticate
from onlinesvc_desktop.backend.api.dispatch import address_of, media_type_of, read_body
from onlinesvc_desktop.backend.api.problems import HEADERS, ApiError, wait_first
from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.failures import note_failure
from onlinesvc_desktop.backend.services.electronic_bill.api import Asked, Done
from onlinesvc_desktop.backend.services.electronic_bill.faults import CORRECT, FailedError, failure_of, refused
from onlinesvc_desktop.backend.services.electronic_bill.reader import Remark
from onlinesvc_desktop.backend.store.engine import is_away
from onlinesvc_desktop.backend.xml.company import COST, call_of_customer
from onlinesvc_desktop.backend.xml.door import customer_of
from onlinesvc_desktop.contract.bill_of_lading import ISSUE_BILL
from onlinesvc_desktop.contract.codes import Right
from onlinesvc_desktop.contract.customers import CompanyKey
from onlinesvc_desktop.contract.electronic_bill import (
    AUTHORIZATION_HEADER,
    REQUESTOR_HEADER,
    VERSION,
    ElectronicBillAnswer,
    Information,
    MessageStatus,
    Outcome,
    StatusCode,
)
from onlinesvc_desktop.contract.limits import (
    AUTHORIZATION_LENGTH,
    AUTOPRO_PATTERN,
    IDEMPOTENCY_KEY_PATTERN,
    MAX_ACCESS_CODE_LENGTH,
    MAX_BODY_BYTES,
    MAX_PASSWORD_LENGTH,
    REQUESTOR_LENGTH,
)
from onlinesvc_desktop.contract.operation import IDEMPOTENCY_KEY_HEADER

log = logging.getLogger(__name__)

Handle = Callable[[Asked], Done]
_ENCODER = msgspec.json.Encoder()
_NOT_DONE: Final = StatusCode.UNKNOWN
_HOW: Final = "Authorization must be Basic with an access code and its password, or Bearer with the token of a session"
_BACK_SECONDS: Final = 2
_SCAC_QUALIFIER: Final = "02:"
_KINDS: Final = {StatusCode.INFORMATION: "Informational", StatusCode.WARNING: "Warning"}
_MOST_REMARKS: Final = 200


class DoorApp:
    """What answers at an address; ``handlers`` are by method."""

    def __init__(self, path: str, handlers: Mapping[str, Handle], context: Context, threads: anyio.CapacityLimiter) -> None:
        self._path, self._handlers, self._context, self._threads = path, handlers, context, threads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        scope["operation"] = self._path
        response = await _answered(self._handlers, self._context, self._threads, Request(scope, receive))
        await response(scope, receive, send)


async def _answered(
    handlers: Mapping[str, Handle], context: Context, threads: anyio.CapacityLimiter, request: Request
) -> Response:
    handler = handlers.get(request.method)
    if handler is None:
        allowed = ", ".join(sorted(handlers))
        failed = refused(_NOT_DONE, "method not allowed", f"Use {allowed}.", HTTPStatus.METHOD_NOT_ALLOWED)
        return _failure(context, failed, {"Allow": allowed})
    try:
        raw = await read_body(request, MAX_BODY_BYTES)
    except ApiError:
        said = f"at most {MAX_BODY_BYTES} bytes"
        failed = refused(StatusCode.FORMAT, said, "Send less.", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return _failure(context, failed, {"Connection": "close"})
    except ClientDisconnect:
        return Response(status_code=HTTPStatus.BAD_REQUEST)
    return await anyio.to_thread.run_sync(partial(_work, handler, context, request, raw), limiter=threads)


def _work(handler: Handle, context: Context, request: Request, raw: bytes) -> Response:
    try:
        return _success(context, handler(_asked(context, request, raw)))
    except FailedError as error:
        return _failure(context, error)
    except ApiError as error:
        return _failure(context, failure_of(error, {}))
    except PermissionError as error:
        failed = refused(
            StatusCode.DATA, str(error), "Use a company key with a login of its customer.", HTTPStatus.UNAUTHORIZED
        )
        return _failure(context, failed, {"WWW-Authenticate": 'Basic realm="Online Services"'})
    except Exception as error:  # noqa: BLE001 - a program reads the form of the standard whatever happens
        note_failure(log, f"{request.method} {request.scope['operation']} failed", error)
        if is_away(error):
            remark = Remark(_NOT_DONE, "", "the service is off-line")
            again = f"Send it again in {_BACK_SECONDS} seconds."
            return _failure(context, FailedError([remark], again, HTTPStatus.SERVICE_UNAVAILABLE, _BACK_SECONDS))
        failed = refused(
            _NOT_DONE, "the service failed", "Send it again, or call the carrier.", HTTPStatus.INTERNAL_SERVER_ERROR
        )
        return _failure(context, failed)


def _asked(context: Context, request: Request, raw: bytes) -> Asked:
    """Return a request with the call that it is.

    Raises:
        PermissionError: key and login are missing, wrong, or may not do this.
        FailedError: its headers or its address are wrong.
        ApiError: it was asked too often.
    """
    requestor, authorization = (request.headers.get(name, "") for name in (REQUESTOR_HEADER, AUTHORIZATION_HEADER))
    if not (0 < len(requestor) <= REQUESTOR_LENGTH and 0 < len(authorization) <= AUTHORIZATION_LENGTH):
        raise PermissionError(f"the headers {REQUESTOR_HEADER} and {AUTHORIZATION_HEADER} are required")
    call = _call(
        context, CompanyKey(requestor, authorization), request.headers.get("authorization", ""), address_of(request)
    )
    if request.method in ("POST", "PUT") and media_type_of(request) != "application/json":
        raise refused(StatusCode.FORMAT, "Content-Type must be application/json", CORRECT)
    idempotency_key = request.headers.get(IDEMPOTENCY_KEY_HEADER)
    if idempotency_key is not None and not re.match(IDEMPOTENCY_KEY_PATTERN, idempotency_key):
        raise refused(StatusCode.FORMAT, f"{IDEMPOTENCY_KEY_HEADER} must be 16 to 64 letters, digits, _ and -", CORRECT)
    pro = str(request.path_params.get("pro", ""))
    return Asked(call, pro if re.match(AUTOPRO_PATTERN, pro) else "", raw, idempotency_key)


def _call(context: Context, key: CompanyKey, header: str, address: str) -> Call:
    """Return the call of a login: one with its password, as in the carrier XML, or one that has signed in."""
    customer = customer_of(context, key, address)
    if not header.casefold().startswith("bearer "):
        return call_of_customer(context, customer, key, _login(header), Right.SHIP, address)
    now = context.clock()
    session = authenticate(context, header, ISSUE_BILL, address, now)
    if session is None or session.account.customer_id != customer.id:
        raise PermissionError("key and session do not go together")
    wait_first(context.company_traces.take(key.requestor, COST, now))
    return Call(context, now, address, {}, session)


def _login(header: str) -> tuple[str, str]:
    scheme, _, text = header.partition(" ")
    try:
        code, _, password = base64.b64decode(text.strip(), validate=True).decode().partition(":")
    except (binascii.Error, ValueError) as error:
        raise PermissionError(_HOW) from error
    is_written = code.isprintable() and password.isprintable() and code and password
    if scheme.casefold() != "basic" or not is_written:
        raise PermissionError(_HOW)
    if len(code) > MAX_ACCESS_CODE_LENGTH or len(password) > MAX_PASSWORD_LENGTH:
        raise PermissionError("login and password do not go together")
    return code, password


def _success(context: Context, done: Done) -> Response:
    serious = [one.code for one in done.remarks if one.code is not StatusCode.INFORMATION]
    status = MessageStatus(
        Outcome.WARNING if serious else Outcome.PASS,
        serious[0] if serious else StatusCode.INFORMATION,
        done.message,
        "Read the information: something of the request was not done." if serious else "",
        _information(done.remarks),
    )
    answer = ElectronicBillAnswer(
        VERSION, _moment(context.clock()), status, done.numbers, _scac(context), done.images, done.bill
    )
    return Response(_ENCODER.encode(answer), HTTPStatus.OK, HEADERS, "application/json")


def _failure(context: Context, failed: FailedError, more: Mapping[str, str] | None = None) -> Response:
    first = failed.remarks[0]
    status = MessageStatus(Outcome.FAIL, first.code, _sentence(first), failed.resolution, _information(failed.remarks))
    answer = ElectronicBillAnswer(VERSION, _moment(context.clock()), status, scac=_scac(context))
    headers = {**HEADERS, **(more or {})}
    if failed.retry_after_seconds is not None:
        headers["Retry-After"] = str(failed.retry_after_seconds)
    return Response(_ENCODER.encode(answer), failed.status, headers, "application/json")


def _information(remarks: tuple[Remark, ...]) -> tuple[Information, ...]:
    return tuple(Information(one.code, _KINDS.get(one.code, "Failure"), _sentence(one)) for one in remarks[:_MOST_REMARKS])


def _sentence(remark: Remark) -> str:
    return f"{remark.at}: {remark.message}" if remark.at else remark.message


def _moment(now: datetime) -> str:
    return now.strftime("%Y-%m-%dT%H:%M:%S.") + f"{now.microsecond // 1000:03d}"


def _scac(context: Context) -> str:
    """Return the carrier's SCAC, where the setting that says who writes X12 holds one."""
    sender = context.config.x12_sender
    return sender.removeprefix(_SCAC_QUALIFIER) if sender.startswith(_SCAC_QUALIFIER) else ""
