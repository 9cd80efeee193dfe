# SPDX-License-Identifier: MIT
"""Asking for help with a forgotten password (P11), with the checks that form and server share, and its answer."""

from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.access_request import email_fault, kept_spelling
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Language
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
from onlinesvc_desktop.contract.problem import FieldProblem


class PasswordHelpRequest(msgspec.Struct, frozen=True):
    """Who asks, and whatever helps the administrator to make sure of it; ``message`` may be left empty."""

    name: ShortText
    company: ShortText
    email: Email
    message: LongText = ""
    language: Language = Language.ENGLISH


REQUIRED_OF_PASSWORD_HELP = ("name", "company", "email")


def check_password_help(request: PasswordHelpRequest) -> tuple[PasswordHelpRequest, tuple[FieldProblem, ...]]:
    """Return the request in its kept spelling, and every wrong field in the order of the form."""
    message = kept_spelling("reason", request.message)
    values = {name: kept_spelling(name, getattr(request, name)) for name in REQUIRED_OF_PASSWORD_HELP}
    problems = [FieldProblem(f"/{name}", FieldCode.REQUIRED) for name, value in values.items() if not value]
    if values["email"] and (fault := email_fault(values["email"])):
        problems.append(FieldProblem("/email", fault))
    return msgspec.structs.replace(request, **values, message=message), tuple(problems)


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
