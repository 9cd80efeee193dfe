# SPDX-License-Identifier: MIT
"""The carrier's side: every invoice, files of invoices and payments, and the decision of disputes."""

from msgspec import UNSET

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.rules.invoice import office_day
from onlinesvc_desktop.backend.services.invoices.disputes import cents, find_dispute, list_disputes, move_dispute
from onlinesvc_desktop.backend.services.invoices.post import tell_decided
from onlinesvc_desktop.backend.services.invoices.store import held_invoice, list_invoices
from onlinesvc_desktop.backend.services.invoices.take import take_invoices, take_payments
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.customers import customer_id_of
from onlinesvc_desktop.backend.store.invoices import put_payment
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.fields import tidy_lines
from onlinesvc_desktop.contract.invoice_desk import (
    DECIDE_DISPUTE,
    IMPORT_INVOICES,
    IMPORT_PAYMENTS,
    LIST_ALL_INVOICES,
    LIST_DISPUTES,
    CustomerInvoiceQuery,
    DisputeDecision,
    DisputeQuery,
    InvoiceFile,
    InvoiceFileResult,
)
from onlinesvc_desktop.contract.invoices import Dispute, DisputeState, Invoice, InvoiceState
from onlinesvc_desktop.contract.paging import Page

_NOBODY = -1


def list_all(call: Call, query: CustomerInvoiceQuery) -> Page[Invoice]:
    """Return a page of every enterprise's invoices."""
    with call.context.database.read() as connection:
        customer = customer_id_of(connection, query.customer_number) if query.customer_number else None
        if query.customer_number and customer is None:
            customer = _NOBODY
        items = list_invoices(connection, customer, query, search_of(query), office_day(call.now))
    return Page(tuple(items), cursor_after(items, query.limit))


def bring_invoices(call: Call, request: InvoiceFile) -> InvoiceFileResult:
    """Take a file of invoices in: all rows that can be taken, unless it is a preview."""
    result = take_invoices(call.context.database, request.content, request.preview)
    _note(call, request, result)
    return result


def bring_payments(call: Call, request: InvoiceFile) -> InvoiceFileResult:
    """Take a file of payments and credits in."""
    result = take_payments(call.context.database, request.content, request.preview)
    _note(call, request, result)
    return result


def _note(call: Call, request: InvoiceFile, result: InvoiceFileResult) -> None:
    if not request.preview and result.added + result.changed:
        subject, by = f"+{result.added} ~{result.changed} !{result.rejected_count}", call.own_session.account.id
        with call.context.database.write() as connection:
            note(connection, call.now, by, AuditAction.INVOICES_IMPORTED, subject, call.address)


def list_all_disputes(call: Call, query: DisputeQuery) -> Page[Dispute]:
    """Return a page of every enterprise's disputes."""
    with call.context.database.read() as connection:
        items = list_disputes(connection, query.state, search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


def decide(call: Call, request: DisputeDecision) -> Dispute:
    """Accept a dispute, whose amount becomes a credit, or refuse it; tell who disputed.

    Raises:
        ApiError: not found, decided already, somebody changed it meanwhile, more than was disputed, or no reason given.
    """
    administrator = call.own_session.account.id
    with call.context.database.write() as connection:
        found = find_dispute(connection, None, int(call.path["id"]), hold=True)
        if found is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        if found.dispute.state is not DisputeState.SUBMITTED:
            raise ApiError(ErrorCode.WRONG_STATE)
        if found.dispute.version != request.version:
            raise ApiError(ErrorCode.CHANGED_MEANWHILE, current=found.dispute)
        answer, disputed = tidy_lines(request.answer), cents(found.dispute.amount)
        match request.state:
            case DisputeState.ACCEPTED:
                accepted = disputed if request.amount is UNSET else cents(request.amount)
                if not 0 < accepted <= disputed:
                    most, currency = found.dispute.amount, found.dispute.currency
                    raise field_error("/amount", FieldCode.MORE_THAN_OWED, maximum=most, currency=currency)
                if held_invoice(connection, found.dispute.invoice_number).state == InvoiceState.VOID.value:
                    raise ApiError(ErrorCode.WRONG_STATE)
                move_dispute(connection, found, request.state, call.now, answer, accepted)
                credit = f"D{found.dispute.id}"
                put_payment(connection, found.invoice_id, office_day(call.now), accepted, credit, is_credit=True)
            case DisputeState.REFUSED if answer:
                move_dispute(connection, found, request.state, call.now, answer)
            case DisputeState.REFUSED:
                raise field_error("/answer", FieldCode.REQUIRED)
            case _:
                raise field_error("/state", FieldCode.MALFORMED)
        subject = f"{found.dispute.invoice_number} {request.state}"
        note(connection, call.now, administrator, AuditAction.DISPUTE_DECIDED, subject, call.address)
        decided = find_dispute(connection, None, found.dispute.id)
        assert decided is not None
        tell_decided(connection, decided, call.now)
    call.context.mail_queued.set()
    return decided.dispute


DESK_ROUTES = (
    Route(LIST_ALL_INVOICES, list_all),
    Route(IMPORT_INVOICES, bring_invoices),
    Route(IMPORT_PAYMENTS, bring_payments),
    Route(LIST_DISPUTES, list_all_disputes),
    Route(DECIDE_DISPUTE, decide),
)
