# SPDX-License-Identifier: MIT
"""Statements of account by e-mail: where to, each week or each month on a day, and how it stops."""

from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract.codes import ErrorCode, Right
from onlinesvc_desktop.contract.fields import Email, Instant, ShortText
from onlinesvc_desktop.contract.notices import STOP_TOKEN_PATTERN
from onlinesvc_desktop.contract.operation import NOTHING, Access, Operation
from onlinesvc_desktop.contract.paper import Paper
from onlinesvc_desktop.contract.zones import EASTERN

DEFAULT_AT: Final = "07:00"


class StatementFrequency(StrEnum):
    """How often a statement goes out."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"


class StatementSchedule(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a statement goes and when: on a weekday (1 is Monday) or a day of the month, at a time of day in a zone (IANA).

    A day that a month does not have is its last one. Only the day of its own frequency counts.
    """

    email: Email
    frequency: StatementFrequency
    weekday: Annotated[int, Meta(ge=1, le=7)] = 1
    day: Annotated[int, Meta(ge=1, le=31)] = 1
    at: Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z")] = DEFAULT_AT
    time_zone: ShortText = EASTERN


class StatementMail(msgspec.Struct, frozen=True, omit_defaults=True):
    """The schedule of an access code and when it goes out next; neither while there is none."""

    schedule: StatementSchedule | UnsetType = UNSET
    next_at: Instant | UnsetType = UNSET


GET_STATEMENT_MAIL = Operation(
    "getStatementMail",
    "GET",
    "/v1/statements/schedule",
    "When the statement goes out by e-mail",
    StatementMail,
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
)

SET_STATEMENT_MAIL = Operation(
    "setStatementMail",
    "PUT",
    "/v1/statements/schedule",
    "Have the statement sent by e-mail each week or month",
    StatementMail,
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
    body=StatementSchedule,
    errors=(ErrorCode.WRONG_STATE,),
)

END_STATEMENT_MAIL = Operation(
    "endStatementMail",
    "DELETE",
    "/v1/statements/schedule",
    "Have the statement sent no longer",
    NOTHING,
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
    status=HTTPStatus.NO_CONTENT,
)

SHOW_STOP_STATEMENTS = Operation(
    "showStopStatements",
    "GET",
    "/stop/statements/{token}",
    "The page that the link in a statement's e-mail opens; it changes nothing",
    Paper,
    errors=(ErrorCode.INVALID_FIELDS,),
    path_patterns={"token": STOP_TOKEN_PATTERN},
    media_types=("text/html",),
)

STOP_STATEMENTS = Operation(
    "stopStatements",
    "POST",
    "/stop/statements/{token}",
    "End the statements that a link in one of their e-mails names, without signing in (RFC 8058)",
    Paper,
    errors=(ErrorCode.INVALID_FIELDS,),
    path_patterns={"token": STOP_TOKEN_PATTERN},
    media_types=("text/html",),
)
