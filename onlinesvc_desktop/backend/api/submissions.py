# SPDX-License-Identifier: MIT
"""Requests that anybody may send: checked, written into a queue, acknowledged under a reference."""

from typing import Any

from sqlalchemy import Connection

from onlinesvc_desktop.backend.account_mail import Telling
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, wait_first
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.store.requests import RequestTable
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.decisions import Acknowledgement
from onlinesvc_desktop.contract.operation import Operation
from onlinesvc_desktop.contract.outbox import MailKind


def receive(
    operation: Operation[Acknowledgement], requests: RequestTable[Any, Any], receipt: MailKind | None = None
) -> Route:
    """Return the route that takes a request into a queue, once for each idempotency key, with a ``receipt`` by e-mail.

    It refuses too many from one address, and names every wrong field at the same time.
    """

    def submit(call: Call, request: Any) -> Acknowledgement:
        wait_first(call.context.anonymous_requests.take(call.address, 1, call.now))
        kept, problems = requests.checked(request)
        if problems:
            raise ApiError(ErrorCode.INVALID_FIELDS, problems)

        def create(connection: Connection) -> Acknowledgement:
            reference = requests.add(connection, kept, call.now)
            if receipt is not None:
                Telling(call.context, connection, call.now).received(receipt, kept, reference)
            return Acknowledgement(reference)

        acknowledged = answer_once(call, operation, kept, create)
        call.context.mail_queued.set()
        return acknowledged

    return Route(operation, submit)
