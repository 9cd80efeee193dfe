# SPDX-License-Identifier: MIT
"""What an administrator does with a queue of requests: list it, find the one to decide, refuse it."""

from typing import Any, TypeVar

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.backend.store.requests import RequestItem, RequestTable
from onlinesvc_desktop.backend.store.resemblance import Asker, Resemblances
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.decisions import Reason, RequestQuery, RequestState
from onlinesvc_desktop.contract.fields import tidy_lines
from onlinesvc_desktop.contract.operation import Operation
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.paging import Page

Item = TypeVar("Item", bound=RequestItem)


def queue(operation: Operation[Page[Any]], requests: RequestTable[Any, Any]) -> Route:
    """Return the route that lists a queue; a request that waits comes with what resembles it."""

    def show(call: Call, query: RequestQuery) -> Page[Any]:
        state = None if query.state is UNSET else query.state
        with call.context.database.read() as connection:
            items = requests.list(connection, state, search_of(query))
            if any(item.state is RequestState.PENDING for item in items):
                known = Resemblances(connection)
                items = [_with_resemblance(item, requests, known) for item in items]
        return Page(tuple(items), cursor_after(items, query.limit))

    return Route(operation, show)


def find_pending(call: Call, connection: Connection, requests: RequestTable[Any, Item]) -> Item:
    """Return the request of the path.

    Raises:
        ApiError: there is none, or it is decided.
    """
    request = requests.find(connection, int(call.path["id"]))
    if request is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    if request.state is not RequestState.PENDING:
        raise ApiError(ErrorCode.ALREADY_DECIDED)
    return request


def approve(
    call: Call, connection: Connection, requests: RequestTable[Any, Item], request: Item, access_code_id: int
) -> None:
    """Note that the request was granted to an access code.

    Raises:
        ApiError: somebody decided it meanwhile.
    """
    administrator = call.own_session.account.id
    state = RequestState.APPROVED
    if not requests.decide(connection, request.id, state, administrator, call.now, access_code_id=access_code_id):
        raise ApiError(ErrorCode.ALREADY_DECIDED)


def refusal(operation: Operation[Any], requests: RequestTable[Any, Any], kind: MailKind, action: AuditAction) -> Route:
    """Return the route that refuses a request and writes the e-mail that says why."""

    def refuse(call: Call, reason: Reason) -> Any:
        words = tidy_lines(reason.reason)
        if not words:
            raise field_error("/reason", FieldCode.REQUIRED)
        administrator = call.own_session.account.id
        with call.context.database.write() as connection:
            request = find_pending(call, connection, requests)
            if not requests.decide(connection, request.id, RequestState.REFUSED, administrator, call.now, reason=words):
                raise ApiError(ErrorCode.ALREADY_DECIDED)
            facts = {"name": requests.name_of(request), "reason": words, "reference": request.reference}
            queue_mail(connection, NewMail(kind, request.email, request.language, facts), call.now)
            note(connection, call.now, administrator, action, request.reference, call.address)
            refused = requests.find(connection, request.id)
        call.context.mail_queued.set()
        return refused

    return Route(operation, refuse)


def _with_resemblance(item: Any, requests: RequestTable[Any, Any], known: Resemblances) -> Any:
    if item.state is not RequestState.PENDING:
        return item
    asker = Asker(
        item.reference,
        requests.name_of(item),
        item.company,
        item.email,
        getattr(item, "customer_number", ""),
        getattr(item, "postal_code", ""),
    )
    return msgspec.structs.replace(item, resembles=known.of(asker))
