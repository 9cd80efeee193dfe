# SPDX-License-Identifier: MIT
"""The carrier's side: documents added by hand, listed, and taken back; how the drop folder stands."""

from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.papers.faults import MOST_PAGES, RefusedFileError
from onlinesvc_desktop.backend.papers.inspect import inspect_file
from onlinesvc_desktop.backend.services.documents.dropped import folder_state
from onlinesvc_desktop.backend.services.documents.store import (
    DocumentFacts,
    add_document,
    list_added,
    remove_document,
)
from onlinesvc_desktop.backend.shipments import normalised
from onlinesvc_desktop.backend.store import shipments as shipment_store
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.documents import (
    ADD_DOCUMENT,
    GET_DOCUMENT_FOLDER,
    LIST_ADDED_DOCUMENTS,
    MAX_UPLOAD_BYTES,
    WITHDRAW_DOCUMENT,
    AddedDocument,
    AddedQuery,
    DocumentFolder,
    DocumentKind,
    DocumentWithdrawal,
    NewDocument,
)
from onlinesvc_desktop.contract.fields import tidy
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.shipment import ReferenceType

_FIRST_YEAR = 1970
"""Of a moment at which a paper was captured; before it are only slips, and years that no clock of a place has."""


def add(call: Call, request: NewDocument) -> AddedDocument:
    """Add a document to a shipment.

    Raises:
        ApiError: no such shipment or kind, or a file that is refused.
    """
    number = normalised(ReferenceType.AUTOPRO, request.autopro_number)
    if number is None:
        raise field_error("/autopro_number", FieldCode.MALFORMED)
    if request.kind is DocumentKind.OTHER:
        raise field_error("/kind", FieldCode.UNKNOWN)
    name = tidy(request.name)
    if not name:
        raise field_error("/name", FieldCode.REQUIRED)
    try:
        found = inspect_file(request.content, MAX_UPLOAD_BYTES)
    except RefusedFileError as error:
        raise field_error("/content", error.code, maximum=MOST_PAGES) from error
    captured_at = None if request.captured_at is UNSET else request.captured_at
    if captured_at is not None and not (captured_at.year >= _FIRST_YEAR and captured_at <= call.now):
        raise field_error("/captured_at", FieldCode.MALFORMED)
    facts = DocumentFacts(request.kind, name, found.media_type, found.pages, captured_at)
    account = call.own_session.account

    def create(connection: Connection) -> AddedDocument:
        row = shipment_store.find_shipment(connection, number)
        if row is None:
            raise field_error("/autopro_number", FieldCode.UNKNOWN)
        added, is_new = add_document(connection, row, facts, request.content, account.id, call.now)
        if is_new:
            subject = f"{added.document.autopro_number} {added.document.kind} {added.id}"
            note(connection, call.now, account.id, AuditAction.DOCUMENT_ADDED, subject, call.address)
        return added

    return answer_once(call, ADD_DOCUMENT, request, create)


def list_all(call: Call, query: AddedQuery) -> Page[AddedDocument]:
    """Return a page of the documents that were added."""
    with call.context.database.read() as connection:
        items = list_added(connection, query.kind, search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


def withdraw(call: Call, request: DocumentWithdrawal) -> None:
    """Take a document back.

    Raises:
        ApiError: there is none, or nobody says why.
    """
    reason = tidy(request.reason)
    if not reason:
        raise field_error("/reason", FieldCode.REQUIRED)
    with call.context.database.write() as connection:
        removed = remove_document(connection, int(call.path["id"]))
        if removed is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        subject = f"{removed.document.autopro_number} {removed.document.kind} {removed.id}: {reason}"
        note(connection, call.now, call.own_session.account.id, AuditAction.DOCUMENT_REMOVED, subject, call.address)


def folder(call: Call, _: None) -> DocumentFolder:
    """Return how the drop folder stands."""
    return folder_state(call.context)


ADDING_ROUTES = (
    Route(LIST_ADDED_DOCUMENTS, list_all),
    Route(ADD_DOCUMENT, add),
    Route(WITHDRAW_DOCUMENT, withdraw),
    Route(GET_DOCUMENT_FOLDER, folder),
)
