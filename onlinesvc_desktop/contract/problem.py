# SPDX-License-Identifier: MIT
"""The one error body of every route: RFC 9457 ``application/problem+json`` with our code and fields."""

import msgspec

from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode

MEDIA_TYPE = "application/problem+json"


class FieldProblem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One wrong field: JSON pointer into the request body, code, and figures for its sentence."""

    pointer: str
    code: FieldCode
    params: dict[str, int | str] = {}


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why a request failed.

    ``retry_after_seconds`` stands with ``too_many_requests`` and ``unavailable``; ``suggestions`` are texts that would have
    been understood where the one that ``errors`` points at was not, the likeliest first.
    """

    type: str
    title: str
    status: int
    code: ErrorCode
    errors: tuple[FieldProblem, ...] = ()
    suggestions: tuple[str, ...] = ()
    current: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    """What stands now, with ``changed_meanwhile``."""
    retry_after_seconds: int | msgspec.UnsetType = msgspec.UNSET
