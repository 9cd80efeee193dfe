# SPDX-License-Identifier: MIT
"""Run one operation: cap the body, authenticate, decode, call, encode; one thread hop at most."""

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import nullcontext, suppress
from datetime import datetime
from functools import partial
from typing import Any

import anyio
import msgspec
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from onlinesvc_desktop.backend.api.authenticate import authenticate
from onlinesvc_desktop.backend.api.decode import decode_body, decode_query
from onlinesvc_desktop.backend.api.files import streamed_file, whole_file
from onlinesvc_desktop.backend.api.problems import HEADERS, ApiError, field_error, problem_response
from onlinesvc_desktop.backend.api.route import Call, MessageStream, Route
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.failures import note_failure
from onlinesvc_desktop.backend.papers.held import PaperStream
from onlinesvc_desktop.backend.store.engine import UnsureCommitError, WouldWaitError, is_away
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.limits import IDEMPOTENCY_KEY_PATTERN
from onlinesvc_desktop.contract.operation import IDEMPOTENCY_KEY_HEADER, Operation
from onlinesvc_desktop.contract.paper import Paper

log = logging.getLogger(__name__)

_LONGEST_ADDRESS = 64
_KEY = re.compile(IDEMPOTENCY_KEY_PATTERN)
_DATABASE_BACK_SECONDS = 2
_READ_OF_TOO_MUCH = 4
_ENCODER = msgspec.json.Encoder()


def endpoint(route: Route, context: Context, threads: anyio.CapacityLimiter) -> Callable[[Request], Awaitable[Response]]:
    """Return the ASGI endpoint of a route; short reads stay on the event loop as long as nothing has to be written."""
    operation, database = route.operation, context.database
    patterns = {name: re.compile(pattern) for name, pattern in operation.path_patterns.items()}

    async def answer(request: Request) -> Response:
        try:
            raw = await read_body(request, operation.most_bytes) if operation.body is not None else b""
        except ApiError as error:
            return problem_response(error)
        work = partial(_work, route, context, patterns, request, raw)
        if operation.asks_nothing:
            return work()
        if operation.short_read and database.answers_at_once:
            # A session may have to be touched or a look noted: those write, and a write may wait for another one.
            with suppress(WouldWaitError):
                return await database.without_waiting(work)
        return await anyio.to_thread.run_sync(work, limiter=threads)

    return answer


def _refuse_what_a_form_could_send(request: Request) -> None:
    """Let no page of the web act blindly: a browser sends JSON to another site only after asking, and nobody answers that.

    Raises:
        ApiError: ``malformed_request``.
    """
    if media_type_of(request) != "application/json":
        raise ApiError(ErrorCode.MALFORMED_REQUEST)


def media_type_of(request: Request) -> str:
    """Return what a request says its body is, without parameters; empty when it says nothing."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def address_of(request: Request) -> str:
    """Return where a request came from: the other end of the connection, or what a trusted proxy says of it."""
    return "" if request.client is None else request.client.host[:_LONGEST_ADDRESS]


async def read_body(request: Request, most: int) -> bytes:
    """Read a body that is not too large; of one that is, a little more is read and dropped, so that its sender hears why.

    Raises:
        ApiError: ``body_too_large``; the connection ends with the answer.
    """
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= most:
            chunks.append(chunk)
        elif size > _READ_OF_TOO_MUCH * most:
            break
        else:
            chunks.clear()
    if size > most:
        raise ApiError(ErrorCode.BODY_TOO_LARGE)
    return b"".join(chunks)


def _work(route: Route, context: Context, patterns: dict[str, re.Pattern[str]], request: Request, raw: bytes) -> Response:
    operation = route.operation
    try:
        if operation.may_be_older and context.database.has_standby:
            return _answer_anyhow(route, context, patterns, request, raw)
        try:
            return _answer(route, context, patterns, request, raw)
        except DBAPIError as error:
            if not error.connection_invalidated or operation.method != "GET":
                raise
            # The database went and came back; the pool has thrown its old connections away, and nothing was changed.
            return _answer(route, context, patterns, request, raw)
    except ApiError as error:
        return problem_response(error)
    except WouldWaitError:
        raise
    except Exception as error:  # noqa: BLE001 - a defect in any handler must come back in the one error shape
        if is_away(error):
            note_failure(log, f"{operation.name}: the database is away", error)
            return problem_response(ApiError(ErrorCode.UNAVAILABLE, retry_after_seconds=_DATABASE_BACK_SECONDS))
        note_failure(log, f"{operation.name} failed", error)
        return problem_response(ApiError(ErrorCode.SERVER_ERROR))


def _answer_anyhow(
    route: Route, context: Context, patterns: dict[str, re.Pattern[str]], request: Request, raw: bytes
) -> Response:
    """Answer from the primary; from a standby when it is away, and while it is known to be."""
    primary = context.database.primary
    if primary.is_worth_trying():
        try:
            answer = _answer(route, context, patterns, request, raw)
        except (SQLAlchemyError, UnsureCommitError) as error:
            if not is_away(error):
                raise
            primary.failed()
        except ApiError:
            primary.answered()
            raise
        else:
            primary.answered()
            return answer
    with context.database.on_standby() as known_until:
        return _answer(route, context, patterns, request, raw, known_until)


def _answer(
    route: Route,
    context: Context,
    patterns: dict[str, re.Pattern[str]],
    request: Request,
    raw: bytes,
    known_until: datetime | None = None,
) -> Response:
    operation = route.operation
    with context.database.one_reader() if operation.short_read else nullcontext():
        result = _result(route, context, patterns, request, raw, known_until)
    if isinstance(result, PaperStream):
        return streamed_file(result, request.headers)
    if isinstance(result, Paper):
        return whole_file(result, operation.status)
    if isinstance(result, MessageStream):
        return StreamingResponse(result.pieces(), operation.status, HEADERS, "application/json")
    content = b"" if result is None else _ENCODER.encode(result)
    return Response(content, operation.status, HEADERS, None if result is None else "application/json")


def _result(
    route: Route,
    context: Context,
    patterns: dict[str, re.Pattern[str]],
    request: Request,
    raw: bytes,
    known_until: datetime | None,
) -> msgspec.Struct | None:
    operation = route.operation
    now = context.clock()
    address = address_of(request)
    session = authenticate(context, request.headers.get("authorization"), operation, address, now)
    _check_path(patterns, request.path_params)
    message: msgspec.Struct | None = None
    if operation.body is not None:
        _refuse_what_a_form_could_send(request)
        message = decode_body(raw, operation.body)
    elif operation.query is not None:
        message = decode_query(request.query_params, operation.query)
    key = _idempotency_key(operation, request)
    return route.handler(Call(context, now, address, request.path_params, session, key, known_until), message)


def _check_path(patterns: Mapping[str, re.Pattern[str]], parameters: Mapping[str, str]) -> None:
    for name, pattern in patterns.items():
        if not pattern.fullmatch(parameters[name]):
            raise field_error(f"/{name}", FieldCode.MALFORMED)


def _idempotency_key(operation: Operation[Any], request: Request) -> str | None:
    key = request.headers.get(IDEMPOTENCY_KEY_HEADER) if operation.creates else None
    if key is not None and not _KEY.fullmatch(key):
        raise field_error(f"/{IDEMPOTENCY_KEY_HEADER}", FieldCode.MALFORMED)
    return key
