# SPDX-License-Identifier: MIT
"""One shape for every failure on every route."""

from collections.abc import Iterable
from http import HTTPStatus
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from starlette.responses import Response

from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.problem import MEDIA_TYPE, FieldProblem, Problem

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
"""On every answer: nothing of it is kept on the way, or taken for something else by a browser."""
STATUS_OF: dict[ErrorCode, HTTPStatus] = {
    ErrorCode.MALFORMED_REQUEST: HTTPStatus.BAD_REQUEST,
    ErrorCode.SIGN_IN_REQUIRED: HTTPStatus.UNAUTHORIZED,
    ErrorCode.SIGN_IN_FAILED: HTTPStatus.UNAUTHORIZED,
    ErrorCode.ACCOUNT_CLOSED: HTTPStatus.FORBIDDEN,
    ErrorCode.ACCOUNT_LOCKED: HTTPStatus.FORBIDDEN,
    ErrorCode.TEMPORARY_PASSWORD_EXPIRED: HTTPStatus.FORBIDDEN,
    ErrorCode.ALREADY_DECIDED: HTTPStatus.CONFLICT,
    ErrorCode.WRONG_STATE: HTTPStatus.CONFLICT,
    ErrorCode.CHANGED_MEANWHILE: HTTPStatus.CONFLICT,
    ErrorCode.LAST_ADMINISTRATOR: HTTPStatus.CONFLICT,
    ErrorCode.NO_NUMBERS_LEFT: HTTPStatus.CONFLICT,
    ErrorCode.NO_TARIFF: HTTPStatus.CONFLICT,
    ErrorCode.NO_ZONE: HTTPStatus.CONFLICT,
    ErrorCode.NO_LANE: HTTPStatus.CONFLICT,
    ErrorCode.NO_FUEL: HTTPStatus.CONFLICT,
    ErrorCode.TOO_HEAVY: HTTPStatus.CONFLICT,
    ErrorCode.IDEMPOTENCY_KEY_REUSED: HTTPStatus.CONFLICT,
    ErrorCode.SESSION_EXPIRED: HTTPStatus.UNAUTHORIZED,
    ErrorCode.PASSWORD_CHANGE_REQUIRED: HTTPStatus.FORBIDDEN,
    ErrorCode.FORBIDDEN: HTTPStatus.FORBIDDEN,
    ErrorCode.RIGHT_MISSING: HTTPStatus.FORBIDDEN,
    ErrorCode.START_SECRET_REQUIRED: HTTPStatus.FORBIDDEN,
    ErrorCode.NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorCode.SHIPMENT_NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorCode.UNKNOWN_POINT: HTTPStatus.NOT_FOUND,
    ErrorCode.METHOD_NOT_ALLOWED: HTTPStatus.METHOD_NOT_ALLOWED,
    ErrorCode.BODY_TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    ErrorCode.INVALID_FIELDS: HTTPStatus.UNPROCESSABLE_ENTITY,
    ErrorCode.TOO_MANY_REQUESTS: HTTPStatus.TOO_MANY_REQUESTS,
    ErrorCode.SERVER_ERROR: HTTPStatus.INTERNAL_SERVER_ERROR,
    ErrorCode.UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
    ErrorCode.RANGE_NOT_SATISFIABLE: HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
}


class ApiError(Exception):
    """A request cannot be answered; becomes the problem document of its code."""

    def __init__(
        self,
        code: ErrorCode,
        errors: Iterable[FieldProblem] = (),
        retry_after_seconds: int | None = None,
        suggestions: tuple[str, ...] = (),
        current: msgspec.Struct | None = None,
    ) -> None:
        super().__init__(code.value)
        self.suggestions = suggestions
        self.current = current
        self.code = code
        self.errors = tuple(errors)
        self.retry_after_seconds = retry_after_seconds


def field_error(pointer: str, code: FieldCode, **params: int | str) -> ApiError:
    """Return the error of one wrong field."""
    return ApiError(ErrorCode.INVALID_FIELDS, [FieldProblem(pointer, code, params)])


def chosen_zone(name: str) -> ZoneInfo:
    """Return the time zone that a message names in its member ``time_zone``.

    Raises:
        ApiError: there is none of this name.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise field_error("/time_zone", FieldCode.UNKNOWN) from error


def wait_first(seconds: int) -> None:
    """Turn a request away that comes too soon; 0 lets it pass.

    Raises:
        ApiError: ``too_many_requests``.
    """
    if seconds:
        raise ApiError(ErrorCode.TOO_MANY_REQUESTS, retry_after_seconds=seconds)


def problem_of(error: ApiError) -> Problem:
    """Return the problem document of an error."""
    status = STATUS_OF[error.code]
    return Problem(
        type=f"urn:onlinesvc:problem:{error.code}",
        title=status.phrase,
        status=status.value,
        code=error.code,
        errors=error.errors,
        suggestions=error.suggestions,
        current=msgspec.UNSET if error.current is None else msgspec.Raw(msgspec.json.encode(error.current)),
        retry_after_seconds=msgspec.UNSET if error.retry_after_seconds is None else error.retry_after_seconds,
    )


def problem_response(error: ApiError, allow: str | None = None) -> Response:
    """Return the HTTP answer of an error; ``allow`` names the methods of a 405."""
    problem = problem_of(error)
    headers = {**HEADERS}
    if problem.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    if error.retry_after_seconds is not None:
        headers["Retry-After"] = str(error.retry_after_seconds)
    if error.code is ErrorCode.BODY_TOO_LARGE:
        headers["Connection"] = "close"
    if allow is not None:
        headers["Allow"] = allow
    return Response(msgspec.json.encode(problem), problem.status, headers, MEDIA_TYPE)
