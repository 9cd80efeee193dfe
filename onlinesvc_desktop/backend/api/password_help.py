# SPDX-License-Identifier: MIT
"""Help with a forgotten password: anybody may ask; nobody looks at access codes, so the answer tells nothing (P11)."""

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, wait_first
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.store.password_help import add_help_request
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.decisions import Acknowledgement
from onlinesvc_desktop.contract.password_help import ASK_PASSWORD_HELP, PasswordHelpRequest, check_password_help


def submit(call: Call, request: PasswordHelpRequest) -> Acknowledgement:
    """Take a request into the administrator's queue, once for each idempotency key.

    Raises:
        ApiError: too many from one address, or every wrong field at once.
    """
    wait_first(call.context.anonymous_requests.take(call.address, 1, call.now))
    kept, problems = check_password_help(request)
    if problems:
        raise ApiError(ErrorCode.INVALID_FIELDS, problems)

    def create(connection: Connection) -> Acknowledgement:
        return Acknowledgement(add_help_request(connection, kept, call.now))

    return answer_once(call, ASK_PASSWORD_HELP, kept, create)


ROUTES = (Route(ASK_PASSWORD_HELP, submit),)
