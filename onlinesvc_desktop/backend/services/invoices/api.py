# SPDX-License-Identifier: MIT
"""What an enterprise pays: its invoices, what is owed, and disputes."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, MessageStream, Route
from onlinesvc_desktop.backend.rules.invoice import office_day
from onlinesvc_desktop.backend.services.invoices.disputes import add_dispute, cents, find_dispute, money, move_dispute
from onlinesvc_desktop.backend.services.invoices.post import tell_received
from onlinesvc_desktop.backend.services.invoices.store import (
    codes_of,
    find_invoice,
    held_invoice,
    list_invoices,
    open_invoices,
    summary_of,
)
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.checks import check
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.invoices import (
    DISPUTE_INVOICE,
    GET_INVOICE,
    GET_INVOICE_SUMMARY,
    GET_STATEMENT,
    LIST_INVOICES,
    WITHDRAW_DISPUTE,
    Dispute,
    DisputeRequest,
    DisputeState,
    DisputeVersion,
    Invoice,
    InvoiceQuery,
    InvoiceSummary,
    Statement,
)
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.paging import Page

_END = b"]}"
_NOBODY = -1


def payer_of(call: Call) -> int:
    """Return the customer whose invoices the caller sees; a code without one sees none."""
    customer_id = call.own_session.account.customer_id
    return _NOBODY if customer_id is None else customer_id


def list_own(call: Call, query: InvoiceQuery) -> Page[Invoice]:
    """Return a page of the enterprise's invoices."""
    with call.context.database.read() as connection:
        items = list_invoices(connection, payer_of(call), query, search_of(query), office_day(call.now))
    return Page(tuple(items), cursor_after(items, query.limit))


def summary(call: Call, _: None) -> InvoiceSummary:
    """Return what the enterprise owes."""
    with call.context.database.read() as connection:
        return summary_of(connection, payer_of(call), office_day(call.now))


def own_invoice(call: Call) -> Invoice:
    """Return the invoice that the path names.

    Raises:
        ApiError: not found.
    """
    with call.context.database.read() as connection:
        found = find_invoice(connection, payer_of(call), call.path["invoice_number"], office_day(call.now))
    if found is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    return found


def show(call: Call, _: None) -> Invoice:
    """Return one invoice.

    Raises:
        ApiError: not found.
    """
    return own_invoice(call)


def statement_of(call: Call) -> Statement:
    """Return the head of a statement: the day, the payer and the sums."""
    account, today = call.own_session.account, office_day(call.now)
    with call.context.database.read() as connection:
        owed = summary_of(connection, payer_of(call), today)
    return Statement(today, account.customer_name or "", account.customer_number or "", owed, ())


def statement(call: Call, _: None) -> MessageStream:
    """Return everything that is open, however much, piece by piece."""
    head = statement_of(call)

    def pieces() -> Iterator[bytes]:
        yield msgspec.json.encode(head).removesuffix(_END)
        items = open_invoices(call.context.database, payer_of(call), head.as_of)
        for at, item in enumerate(items):
            yield (b"," if at else b"") + msgspec.json.encode(item)
        yield _END

    return MessageStream(pieces)


def dispute(call: Call, request: DisputeRequest) -> Dispute:
    """Dispute an invoice; the rest of it is still due.

    Raises:
        ApiError: not found, no such line, nothing is owed of it, or more is disputed than is owed.
    """
    kept, problems = check(DisputeRequest, msgspec.to_builtins(request))
    if problems:
        raise ApiError(ErrorCode.INVALID_FIELDS, problems)
    request = from_values(kept, DisputeRequest)
    account = call.own_session.account

    def create(connection: Connection) -> Dispute:
        row = held_invoice(connection, call.path["invoice_number"], payer_of(call))
        if row is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        if request.line and request.line not in codes_of(row):
            raise field_error("/line", FieldCode.UNKNOWN)
        left = row.balance_cents - row.disputed_cents
        if row.balance_cents <= 0:
            raise ApiError(ErrorCode.WRONG_STATE)
        if cents(request.amount) > left:
            raise field_error("/amount", FieldCode.MORE_THAN_OWED, maximum=money(left), currency=row.currency)
        made = add_dispute(connection, row.id, request, account.id, account.language, call.now)
        subject = f"{made.dispute.invoice_number} {request.reason} {request.amount}"
        note(connection, call.now, account.id, AuditAction.INVOICE_DISPUTED, subject, call.address)
        tell_received(connection, made, call.now)
        return made.dispute

    made = answer_once(call, DISPUTE_INVOICE, request, create)
    call.context.mail_queued.set()
    return made


def withdraw(call: Call, request: DisputeVersion) -> Dispute:
    """Withdraw a dispute; what was disputed is due again.

    Raises:
        ApiError: not found, decided already, or somebody changed it meanwhile.
    """
    with call.context.database.write() as connection:
        found = find_dispute(connection, payer_of(call), int(call.path["id"]), hold=True)
        if found is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        if found.dispute.state is not DisputeState.SUBMITTED:
            raise ApiError(ErrorCode.WRONG_STATE)
        if found.dispute.version != request.version:
            raise ApiError(ErrorCode.CHANGED_MEANWHILE, current=found.dispute)
        move_dispute(connection, found, DisputeState.WITHDRAWN, call.now)
        subject = f"{found.dispute.invoice_number} {found.dispute.amount}"
        note(connection, call.now, call.own_session.account.id, AuditAction.DISPUTE_WITHDRAWN, subject, call.address)
        now = find_dispute(connection, None, found.dispute.id)
    assert now is not None
    return now.dispute


ROUTES = (
    Route(LIST_INVOICES, list_own),
    Route(GET_INVOICE_SUMMARY, summary),
    Route(GET_INVOICE, show),
    Route(GET_STATEMENT, statement),
    Route(DISPUTE_INVOICE, dispute),
    Route(WITHDRAW_DISPUTE, withdraw),
)
