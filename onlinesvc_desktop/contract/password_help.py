# SPDX-License-Identifier: MIT
"""Asking for help with a forgotten password (P11), with the checks that form and server share."""

from http import HTTPStatus

import msgspec

from onlinesvc_desktop.contract.access_request import Acknowledgement, Email, LongText, ShortText, email_fault, kept_spelling
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Language
from onlinesvc_desktop.contract.operation import Operation
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
