# SPDX-License-Identifier: MIT
"""Files of disputes: added by whoever disputes, read back by him and by administrators."""

from sqlalchemy import Connection, insert, select, update

from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.papers.held import PaperStream, kept_stream
from onlinesvc_desktop.backend.services.invoices.api import payer_of
from onlinesvc_desktop.backend.services.invoices.disputes import find_dispute
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.contents import keep_content
from onlinesvc_desktop.backend.store.tables.contents import contents
from onlinesvc_desktop.backend.store.tables.invoices import dispute_files, invoice_disputes
from onlinesvc_desktop.backend.store.times import to_seconds
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Role
from onlinesvc_desktop.contract.dispute_files import (
    ADD_DISPUTE_FILE,
    GET_DISPUTE_FILE,
    MOST_DISPUTE_FILES,
    NewDisputeFile,
)
from onlinesvc_desktop.contract.fields import tidy
from onlinesvc_desktop.contract.file_kinds import EXTENSION_OF, media_type_of
from onlinesvc_desktop.contract.invoices import Dispute, DisputeState


def add(call: Call, request: NewDisputeFile) -> Dispute:
    """Add a file to a dispute that waits; the same content is kept and listed once.

    Raises:
        ApiError: not found, decided already, too many files, or not a file of a kind that is taken.
    """
    media_type, name, by = media_type_of(request.content), tidy(request.name), call.own_session.account.id
    if media_type is None:
        raise field_error("/content", FieldCode.FILE_KIND)
    if not name:
        raise field_error("/name", FieldCode.REQUIRED)

    def create(connection: Connection) -> Dispute:
        found = find_dispute(connection, payer_of(call), int(call.path["id"]), hold=True)
        if found is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        if found.dispute.state is not DisputeState.SUBMITTED:
            raise ApiError(ErrorCode.WRONG_STATE)
        if len(found.dispute.documents) >= MOST_DISPUTE_FILES:
            raise field_error("/content", FieldCode.TOO_MANY, maximum=MOST_DISPUTE_FILES)
        digest, row_id = keep_content(connection, request.content, media_type), found.dispute.id
        same = (dispute_files.c.dispute_id == row_id, dispute_files.c.digest == digest)
        if connection.execute(select(dispute_files.c.id).where(*same)).first() is None:
            values = {"dispute_id": row_id, "digest": digest, "name": name, "added_at": to_seconds(call.now)}
            connection.execute(insert(dispute_files).values(**values, access_code_id=by))
            more = update(invoice_disputes).where(invoice_disputes.c.id == row_id)
            connection.execute(more.values(version=invoice_disputes.c.version + 1))
            subject = f"{found.dispute.invoice_number} {name}"
            note(connection, call.now, by, AuditAction.DISPUTE_FILE_ADDED, subject, call.address)
        now = find_dispute(connection, None, row_id)
        assert now is not None
        return now.dispute

    return answer_once(call, ADD_DISPUTE_FILE, request, create)


def show(call: Call, _: None) -> PaperStream:
    """Return a file as it was added.

    Raises:
        ApiError: not found.
    """
    owner = None if call.own_session.account.role is Role.ADMINISTRATOR else payer_of(call)
    row_id, file_id = int(call.path["id"]), int(call.path["document"])
    statement = (
        select(dispute_files.c.digest, contents.c.media_type, contents.c.size)
        .join(contents, contents.c.digest == dispute_files.c.digest)
        .where(dispute_files.c.id == file_id, dispute_files.c.dispute_id == row_id)
    )
    with call.context.database.read() as connection:
        found = find_dispute(connection, owner, row_id)
        row = None if found is None else connection.execute(statement).first()
    if found is None or row is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    name = f"{found.dispute.invoice_number}_{row_id}_{file_id}.{EXTENSION_OF[row.media_type]}"
    return kept_stream(call.context, row.digest, row.size, row.media_type, name)


FILE_ROUTES = (
    Route(ADD_DISPUTE_FILE, add),
    Route(GET_DISPUTE_FILE, show),
)
