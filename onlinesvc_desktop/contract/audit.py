# SPDX-License-Identifier: MIT
"""The audit log: who did what, when and from where."""

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import OpenEnum
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery


class AuditAction(OpenEnum, unknown="OTHER"):
    """What the audit log notes."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGN_IN_REFUSED = "sign_in_refused"
    """The password was right, but the access code is locked, closed or its temporary password over."""
    SIGNED_OUT = "signed_out"
    ACCESS_REFUSED = "access_refused"
    REPORT_SENT = "report_sent"
    BUNDLE_WRITTEN = "bundle_written"
    ADMINISTRATOR_CREATED = "administrator_created"
    SHIPMENT_VIEWED = "shipment_viewed"
    ACCESS_REQUEST_APPROVED = "access_request_approved"
    ACCESS_REQUEST_REFUSED = "access_request_refused"
    PASSWORD_HELP_ANSWERED = "password_help_answered"
    PASSWORD_HELP_REFUSED = "password_help_refused"
    PASSWORD_RESET = "password_reset"
    PASSWORD_CHANGED = "password_changed"
    ACCESS_CODE_LOCKED = "access_code_locked"
    ACCESS_CODE_UNLOCKED = "access_code_unlocked"
    ACCESS_CODE_CLOSED = "access_code_closed"
    RIGHTS_CHANGED = "rights_changed"
    CLOSED_FOR_INACTIVITY = "closed_for_inactivity"
    SESSION_ENDED = "session_ended"
    MAIL_RETRIED = "mail_retried"
    MAIL_SAVED = "mail_saved"
    COMPANY_KEY_ISSUED = "company_key_issued"
    COMPANY_KEY_CHANGED = "company_key_changed"
    COMPANY_KEY_REVOKED = "company_key_revoked"
    NUMBER_RANGE_ADDED = "number_range_added"
    FILE_TAKEN_IN = "file_taken_in"
    TABLE_MAPPING_CHANGED = "table_mapping_changed"
    SET_ASIDE_SETTLED = "set_aside_settled"
    PARTNER_CHANGED = "partner_changed"
    PICKUP_MOVED = "pickup_moved"
    AUDIT_EXPORTED = "audit_exported"
    CLAIM_FILED = "claim_filed"
    CLAIM_CHANGED = "claim_changed"
    CLAIM_FILE_ADDED = "claim_file_added"
    CLAIM_WITHDRAWN = "claim_withdrawn"
    CLAIM_ACCEPTED = "claim_accepted"
    CLAIM_MOVED = "claim_moved"
    INVOICE_DISPUTED = "invoice_disputed"
    DISPUTE_WITHDRAWN = "dispute_withdrawn"
    DISPUTE_DECIDED = "dispute_decided"
    DISPUTE_FILE_ADDED = "dispute_file_added"
    INVOICES_IMPORTED = "invoices_imported"
    DOCUMENT_ADDED = "document_added"
    DOCUMENT_REMOVED = "document_removed"
    NOTICES_CHOSEN = "notices_chosen"
    """Where notices by e-mail go to."""
    NOTICES_ENDED = "notices_ended"
    STATEMENTS_CHOSEN = "statements_chosen"
    """Where statements by e-mail go to."""
    STATEMENTS_ENDED = "statements_ended"
    OTHER = "other"
    """One that this version does not know."""


class AuditQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Filter of the audit log."""

    action: AuditAction | UnsetType = UNSET


class AuditItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the audit log; without an access code it was the system itself."""

    id: int
    at: Instant
    action: AuditAction
    subject: str
    access_code: str = ""
    address: str = ""


LIST_AUDIT = Operation(
    "listAudit",
    "GET",
    "/v1/admin/audit",
    "Who did what, when and from where",
    Page[AuditItem],
    access=Access.ADMINISTRATOR,
    query=AuditQuery,
)


class AuditExport(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What of the audit log goes into a file; with a cursor, the lines after those that came already."""

    search: Annotated[str, Meta(max_length=limits.MAX_SEARCH_LENGTH)] = ""
    action: AuditAction | UnsetType = UNSET
    cursor: Annotated[str, Meta(pattern=r"^[0-9]{1,18}\Z")] | UnsetType = UNSET


EXPORT_AUDIT = Operation(
    "exportAudit",
    "POST",
    "/v1/admin/audit/exports",
    "Lines of the audit log for a file, a thousand at a time; that they were taken is noted",
    Page[AuditItem],
    access=Access.ADMINISTRATOR,
    body=AuditExport,
)
