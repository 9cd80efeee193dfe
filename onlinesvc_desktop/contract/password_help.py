# SPDX-License-Identifier: MIT
"""Asking for help with a forgotten password (P11), with the checks that form and server share, and its answer."""

from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, Language
from onlinesvc_desktop.contract.decisions import (
    Acknowledgement,
    Decision,
    Granted,
    Reason,
    RequestQuery,
    RequestState,
    Resemblance,
)
from onlinesvc_desktop.contract.fields import Email, Instant, LongText, ShortText
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page


class PasswordHelpRequest(msgspec.Struct, frozen=True):
    """Who asks, and whatever helps the administrator to make sure of it; ``message`` may be left empty."""

    name: ShortText
    company: ShortText
    email: Email
    message: LongText = ""
    language: Language = Language.ENGLISH


class PasswordHelpItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One request for help with a forgotten password."""

    id: int
    reference: str
    state: RequestState
    submitted_at: Instant
    name: str
    company: str
    email: str
    language: Language
    message: str = ""
    decision: Decision | UnsetType = UNSET
    resembles: Resemblance | UnsetType = UNSET
    """Only of a request that waits for a decision."""


class HelpAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """Send a temporary password for an access code: to its own e-mail, or to the one who asked."""

    access_code: Annotated[str, Meta(min_length=1, max_length=limits.MAX_ACCESS_CODE_LENGTH)]
    to_asker: bool = False


ASK_PASSWORD_HELP = Operation(
    "askPasswordHelp",
    "POST",
    "/v1/password-help-requests",
    "Ask for help with a forgotten password",
    Acknowledgement,
    body=PasswordHelpRequest,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.TOO_MANY_REQUESTS,),
    creates=True,
    queued="password_help",
)

LIST_PASSWORD_HELP = Operation(
    "listPasswordHelp",
    "GET",
    "/v1/admin/password-help-requests",
    "The queue of forgotten passwords",
    Page[PasswordHelpItem],
    access=Access.ADMINISTRATOR,
    query=RequestQuery,
)

ANSWER_PASSWORD_HELP = Operation(
    "answerPasswordHelp",
    "POST",
    "/v1/admin/password-help-requests/{id}/approval",
    "Answer a forgotten password with a temporary one",
    Granted,
    access=Access.ADMINISTRATOR,
    body=HelpAnswer,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.ALREADY_DECIDED),
    path_patterns={"id": limits.ROW_PATTERN},
    creates=True,
)

REFUSE_PASSWORD_HELP = Operation(
    "refusePasswordHelp",
    "POST",
    "/v1/admin/password-help-requests/{id}/refusal",
    "Refuse a request about a forgotten password",
    PasswordHelpItem,
    access=Access.ADMINISTRATOR,
    body=Reason,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.ALREADY_DECIDED),
    path_patterns={"id": limits.ROW_PATTERN},
)
