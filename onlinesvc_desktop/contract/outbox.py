# SPDX-License-Identifier: MIT
"""E-mails: what they are about, and what became of each."""

from enum import StrEnum

import msgspec
from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, Language, OpenEnum
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery


class MailState(StrEnum):
    """What became of an e-mail of the outbox."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    SAVED = "saved"


class MailKind(OpenEnum, unknown="OTHER"):
    """What an e-mail is about; one template each, in both languages."""

    ACCESS_REQUESTED = "access_requested"
    ACCESS_GRANTED = "access_granted"
    ACCESS_REFUSED = "access_refused"
    PASSWORD_RESET = "password_reset"
    HELP_REFUSED = "help_refused"
    PASSWORD_CHANGED = "password_changed"
    EMAIL_CHANGED = "email_changed"
    ACCOUNT_LOCKED = "account_locked"
    CLOSING_SOON = "closing_soon"
    ACCOUNT_CLOSED = "account_closed"
    SHIPMENT_REPORT = "shipment_report"
    SHIPMENT_NOTICE = "shipment_notice"
    PICKUP_CONFIRMED = "pickup_confirmed"
    CLAIM_RECEIVED = "claim_received"
    CLAIM_MOVED = "claim_moved"
    DISPUTE_RECEIVED = "dispute_received"
    DISPUTE_DECIDED = "dispute_decided"
    STATEMENT = "statement"
    OTHER = "other"
    """One that this version does not know."""


class MailFault(StrEnum):
    """Why an e-mail is not on its way, where the mail server said nothing itself."""

    EXPIRED = "expired"
    NO_TLS = "no_tls"
    NO_CONNECTION = "no_connection"
    NO_ADDRESS_SUPPORT = "no_address_support"
    CANNOT_BE_WRITTEN = "cannot_be_written"
    """No message can be made of the address or the text."""


class OutboxQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Filter of the outbox."""

    state: MailState | UnsetType = UNSET


class OutboxItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One e-mail. ``error`` is the mail server's own reason or a ``MailFault``."""

    id: int
    kind: MailKind
    state: MailState
    recipient: str
    language: Language
    created_at: Instant
    attempts: int
    access_code: str = ""
    error: str = ""
    next_attempt_at: Instant | UnsetType = UNSET
    sent_at: Instant | UnsetType = UNSET


class OutboxPage(Page[OutboxItem], frozen=True, omit_defaults=True, kw_only=True):
    """A page of the outbox; ``mail_server`` is false while none is configured and everything waits."""

    mail_server: bool


class MailFile(msgspec.Struct, frozen=True):
    """An e-mail as a file that any mail program opens."""

    file_name: str
    content: bytes


LIST_OUTBOX = Operation(
    "listOutbox",
    "GET",
    "/v1/admin/outbox",
    "E-mails that wait, went or failed",
    OutboxPage,
    access=Access.ADMINISTRATOR,
    query=OutboxQuery,
)

RETRY_MAIL = Operation(
    "retryMail",
    "POST",
    "/v1/admin/outbox/{id}/retry",
    "Try an e-mail again at once",
    OutboxItem,
    access=Access.ADMINISTRATOR,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN},
)

SAVE_MAIL = Operation(
    "saveMail",
    "POST",
    "/v1/admin/outbox/{id}/message",
    "An e-mail as a file, to be sent by other means",
    MailFile,
    access=Access.ADMINISTRATOR,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN},
)
