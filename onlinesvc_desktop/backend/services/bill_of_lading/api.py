# SPDX-License-Identifier: MIT
"""Issue bills of lading, list, print and cancel them: each customer his own."""

from typing import Any

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection, Row

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.numbers import NoNumbersError
from onlinesvc_desktop.backend.services.bill_of_lading import store
from onlinesvc_desktop.backend.services.bill_of_lading.handing import cancellation_paper_of, paper_of, sides_of
from onlinesvc_desktop.backend.services.bill_of_lading.issuing import NOBODY, cancel_in, checked_bill, customer_of, issue_in
from onlinesvc_desktop.backend.services.bill_of_lading.papers import document, labels
from onlinesvc_desktop.backend.services.bill_of_lading.rules import (
    told_when,
)
from onlinesvc_desktop.backend.services.bill_of_lading.x12 import Identity
from onlinesvc_desktop.backend.store.bill_replies import handed_at, replies_of
from onlinesvc_desktop.backend.store.intake import as_only_writer
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.bill_of_lading import (
    CANCEL_BILL,
    GET_BILL,
    GET_BILL_DOCUMENT,
    GET_BILL_LABELS,
    GET_BILL_X12,
    ISSUE_BILL,
    LIST_BILLS,
    NOTE_BILL_PRINT,
    Bill,
    BillItem,
    BillOfLading,
    BillQuery,
    BillState,
    CancelBill,
    DocumentQuery,
    IssuedBill,
    LabelQuery,
    PrintNote,
)
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.paper import Paper


def _reader_of(call: Call) -> int:
    """Return whose bills the asker may read: his customer's; an administrator has none, and so sees none."""
    return call.own_session.account.customer_id or NOBODY


def issue(call: Call, request: BillOfLading) -> IssuedBill:
    """Issue a bill, with its shipment, in one transaction.

    Raises:
        ApiError: a field is wrong, a number is taken or was never lent, or no number is left.
    """
    customer_of(call)
    bill = checked_bill(msgspec.to_builtins(request), call.now)
    return answer_once(call, ISSUE_BILL, request, lambda connection: issue_in(call, connection, bill))


def list_own(call: Call, query: BillQuery) -> Page[BillItem]:
    """Return a page of the customer's bills."""
    with call.context.database.read() as connection:
        items = store.list_bills(connection, _reader_of(call), query, search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


def show(call: Call, _: None) -> Bill:
    """Return one bill with the history of its prints."""
    with call.context.database.read() as connection:
        return _bill(connection, _own(call, connection))


def show_document(call: Call, query: DocumentQuery) -> Paper:
    """Return the paper of a bill."""
    with call.context.database.read() as connection:
        row = _own(call, connection)
    return document(call.context, row.id, row.bol_number, row.carrier, query.copies)


def show_labels(call: Call, query: LabelQuery) -> Paper:
    """Return labels of the units from one to another.

    Raises:
        ApiError: the bill has not so many units, or the range is empty.
    """
    with call.context.database.read() as connection:
        row = _own(call, connection)
        bill = store.content_of(connection, row.id)
    last = row.units if query.last is UNSET else query.last
    if last > row.units:
        raise field_error("/to", FieldCode.TOO_MANY, maximum=row.units)
    if query.first > last:
        raise field_error("/from", FieldCode.TOO_MANY, maximum=last)
    return labels(bill, row.carrier, query)


def show_x12(call: Call, _: None) -> Paper:
    """Return a bill as X12 211, from then on its receiver may reply to it; or what calls off one that was handed out.

    Raises:
        ApiError: it was cancelled before it was handed out, the settings do not say who writes to whom, no number is left.
    """
    sides = sides_of(call.context.config)
    with call.context.database.write() as connection:
        as_only_writer(connection)
        row = _own(call, connection)
        paper = None
        if sides is not None and store.item_of(row).state is BillState.CANCELLED:
            paper = _cancellation(call, connection, row, sides)
        elif sides is not None:
            paper = paper_of(connection, row, sides, call.now)
    if paper is None:
        raise ApiError(ErrorCode.WRONG_STATE)
    return paper


def _cancellation(call: Call, connection: Connection, row: Row[Any], sides: tuple[Identity, Identity]) -> Paper | None:
    try:
        return cancellation_paper_of(call.context, connection, row, sides)
    except NoNumbersError as error:
        raise ApiError(ErrorCode.NO_NUMBERS_LEFT) from error


def cancel(call: Call, request: CancelBill) -> BillItem:
    """Cancel a bill whose goods were not picked up.

    Raises:
        ApiError: they were, or it was cancelled before.
    """

    def end(connection: Connection) -> BillItem:
        cancel_in(call, connection, call.path["bol_number"])
        return store.item_of(_own(call, connection))

    return answer_once(call, CANCEL_BILL, request, end)


def note_print(call: Call, request: PrintNote) -> Bill:
    """Keep in the history that a paper was printed."""

    def keep(connection: Connection) -> Bill:
        row = _own(call, connection)
        at = told_when(None if request.printed_at is UNSET else request.printed_at, call.now)
        store.add_print(connection, row.id, request, call.own_session.account.id, at)
        return _bill(connection, _own(call, connection))

    return answer_once(call, NOTE_BILL_PRINT, request, keep)


def _own(call: Call, connection: Connection) -> Row[Any]:
    row = store.find_bill(connection, _reader_of(call), call.path["bol_number"])
    if row is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    return row


def _bill(connection: Connection, row: Row[Any]) -> Bill:
    handed = handed_at(connection, row.id)
    return Bill(
        store.item_of(row),
        store.content_of(connection, row.id),
        store.prints_of(connection, row.id),
        UNSET if handed is None else handed,
        replies_of(connection, row.id),
        UNSET if row.cancelled_at is None else from_seconds(row.cancelled_at),
    )


ROUTES = (
    Route(ISSUE_BILL, issue),
    Route(LIST_BILLS, list_own),
    Route(GET_BILL, show),
    Route(GET_BILL_DOCUMENT, show_document),
    Route(GET_BILL_LABELS, show_labels),
    Route(GET_BILL_X12, show_x12),
    Route(CANCEL_BILL, cancel),
    Route(NOTE_BILL_PRINT, note_print),
)
