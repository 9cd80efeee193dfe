# SPDX-License-Identifier: MIT
"""Personal access requests: anybody may send one (P4)."""

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, wait_first
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.store.access_requests import add_request
from onlinesvc_desktop.contract.access_request import REQUEST_ACCESS, AccessRequest, check_access_request
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.decisions import Acknowledgement


def submit(call: Call, request: AccessRequest) -> Acknowledgement:
    """Take a request into the administrator's queue, once for each idempotency key.

    Raises:
        ApiError: too many from one address, or every wrong field at once.
    """
    wait_first(call.context.anonymous_requests.take(call.address, 1, call.now))
    kept, problems = check_access_request(request)
    if problems:
        raise ApiError(ErrorCode.INVALID_FIELDS, problems)

    def create(connection: Connection) -> Acknowledgement:
        return Acknowledgement(add_request(connection, kept, call.now))

    return answer_once(call, REQUEST_ACCESS, kept, create)


ROUTES = (Route(REQUEST_ACCESS, submit),)
