# SPDX-License-Identifier: MIT
"""Requests that anybody may send: checked, written into a queue, acknowledged under a reference."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, wait_first
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.store.outbox import NewMail, count_written, queue_mail
from onlinesvc_desktop.backend.store.requests import RequestTable
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.decisions import Acknowledgement
from onlinesvc_desktop.contract.operation import Operation
from onlinesvc_desktop.contract.outbox import MailKind

_MOST_RECEIPTS_A_DAY: Final = 3


def receive(
    operation: Operation[Acknowledgement], requests: RequestTable[Any, Any], receipt: MailKind | None = None
) -> Route:
    """Return the route that takes a request into a queue, once for each idempotency key, with a ``receipt`` by e-mail.

    It refuses too many from one address, and names every wrong field at the same time. A receipt says nothing that was
    typed, since anybody may type anybody's address; one address gets few of them a day.
    """

    def submit(call: Call, request: Any) -> Acknowledgement:
        wait_first(call.context.anonymous_requests.take(call.address, 1, call.now))
        kept, problems = requests.checked(request)
        if problems:
            raise ApiError(ErrorCode.INVALID_FIELDS, problems)

        def create(connection: Connection) -> Acknowledgement:
            reference = requests.add(connection, kept, call.now)
            if receipt is not None and _may_get_receipt(connection, receipt, kept.email, call.now):
                mail = NewMail(receipt, kept.email, kept.language, {"reference": reference})
                queue_mail(connection, mail, call.now)
            return Acknowledgement(reference)

        acknowledged = answer_once(call, operation, kept, create)
        call.context.mail_queued.set()
        return acknowledged

    return Route(operation, submit)


def _may_get_receipt(connection: Connection, receipt: MailKind, recipient: str, now: datetime) -> bool:
    return count_written(connection, receipt, now - timedelta(days=1), recipient=recipient) < _MOST_RECEIPTS_A_DAY
