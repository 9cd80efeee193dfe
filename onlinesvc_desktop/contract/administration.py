# SPDX-License-Identifier: MIT
"""Messages of the administrator's pages: access requests, access codes and outbox."""

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.access_request import ShortText
from onlinesvc_desktop.contract.codes import (
    AccountState,
    AuditAction,
    ErrorCode,
    Language,
    MailKind,
    MailState,
    RequestState,
    Role,
)
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.session import Instant

AccessCode = Annotated[str, Meta(max_length=limits.MAX_ACCESS_CODE_LENGTH)]


class Reason(msgspec.Struct, frozen=True):
    """Why a request is refused; goes into the e-mail to the person."""

    reason: Annotated[str, Meta(min_length=1, max_length=limits.MAX_LONG_TEXT)]


class ListQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words to search for, and which page; the newest come first."""

    search: Annotated[str, Meta(max_length=limits.MAX_SEARCH_LENGTH)] = ""
    cursor: Annotated[str, Meta(pattern=r"^[0-9]{1,18}$")] | UnsetType = UNSET
    limit: Annotated[int, Meta(ge=1, le=limits.MAX_PAGE_SIZE)] = limits.DEFAULT_PAGE_SIZE


class RequestQuery(ListQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Filter of a queue."""

    state: RequestState | UnsetType = UNSET


class AccessCodeQuery(ListQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Filter of the access codes."""

    state: AccountState | UnsetType = UNSET


class OutboxQuery(ListQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Filter of the outbox."""

    state: MailState | UnsetType = UNSET


class AuditQuery(ListQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Filter of the audit log."""

    action: AuditAction | UnsetType = UNSET


class Decision(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an administrator decided, when, and about which access code."""

    decided_at: Instant
    decided_by: str
    access_code: str = ""
    reason: str = ""


class Resemblance(msgspec.Struct, frozen=True, omit_defaults=True):
    """What looks like the same person or enterprise: access codes with their enterprises, and other requests."""

    access_codes: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()


class AccessRequestItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One personal access request."""

    id: int
    reference: str
    state: RequestState
    submitted_at: Instant
    company: str
    first_name: str
    last_name: str
    email: str
    telephone: str
    language: Language
    address1: str
    city: str
    province: str
    postal_code: str
    customer_number: str = ""
    reason: str = ""
    decision: Decision | UnsetType = UNSET
    resembles: Resemblance | UnsetType = UNSET
    """Only of a request that waits for a decision."""


class AccessRequestPage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page of the queue."""

    items: tuple[AccessRequestItem, ...]
    cursor: str | UnsetType = UNSET


class PasswordHelpItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One request for help with a forgotten password."""

    id: int
    reference: str
    state: RequestState
    submitted_at: Instant
    name: str
    company: str
    email: str
    language: Language
    message: str = ""
    decision: Decision | UnsetType = UNSET
    resembles: Resemblance | UnsetType = UNSET
    """Only of a request that waits for a decision."""


class PasswordHelpPage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page of the queue."""

    items: tuple[PasswordHelpItem, ...]
    cursor: str | UnsetType = UNSET


class HelpAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """Send a temporary password for an access code: to its own e-mail, or to the one who asked."""

    access_code: Annotated[str, Meta(min_length=1, max_length=limits.MAX_ACCESS_CODE_LENGTH)]
    to_asker: bool = False


class AuditItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the audit log; without an access code it was the system itself."""

    id: int
    at: Instant
    action: AuditAction
    subject: str
    access_code: str = ""
    address: str = ""


class AuditPage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page of the audit log."""

    items: tuple[AuditItem, ...]
    cursor: str | UnsetType = UNSET


class AccessCodeItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One access code."""

    id: int
    access_code: str
    role: Role
    state: AccountState
    language: Language
    created_at: Instant
    last_activity_at: Instant
    password_changed_at: Instant
    password_temporary: bool
    open_sessions: int
    holder: str = ""
    default_email: str = ""
    customer_number: str = ""
    customer_name: str = ""
    closes_at: Instant | UnsetType = UNSET
    closed_reason: str = ""


class NewCustomer(msgspec.Struct, frozen=True):
    """A customer that an approval creates; without a name it takes the request's."""

    number: Annotated[str, Meta(min_length=1, max_length=limits.MAX_CUSTOMER_NUMBER_LENGTH)]
    name: ShortText = ""


class Approval(msgspec.Struct, frozen=True, omit_defaults=True):
    """Grant an access code to an existing customer or to a new one; without a code one is generated."""

    customer_number: ShortText | UnsetType = UNSET
    new_customer: NewCustomer | UnsetType = UNSET
    access_code: AccessCode | UnsetType = UNSET


class Granted(msgspec.Struct, frozen=True):
    """The access code of an approval, and the e-mail that carries its temporary password."""

    access_code: str
    outbox_id: int


class PasswordReset(msgspec.Struct, frozen=True, omit_defaults=True):
    """Send a temporary password; to another address than the code's own only when one is given."""

    email: Annotated[str, Meta(max_length=limits.MAX_EMAIL_LENGTH)] = ""


class AccessCodePage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page of access codes."""

    items: tuple[AccessCodeItem, ...]
    cursor: str | UnsetType = UNSET


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


class OutboxPage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page of the outbox; ``mail_server`` is false while none is configured and everything waits."""

    items: tuple[OutboxItem, ...]
    mail_server: bool
    cursor: str | UnsetType = UNSET


class MailFile(msgspec.Struct, frozen=True):
    """An e-mail as a file that any mail program opens."""

    file_name: str
    content: bytes


LIST_AUDIT = Operation(
    "listAudit",
    "GET",
    "/v1/admin/audit",
    "Who did what, when and from where",
    AuditPage,
    access=Access.ADMINISTRATOR,
    query=AuditQuery,
)

LIST_ACCESS_CODES = Operation(
    "listAccessCodes",
    "GET",
    "/v1/admin/access-codes",
    "Access codes",
    AccessCodePage,
    access=Access.ADMINISTRATOR,
    query=AccessCodeQuery,
)

LOCK_ACCESS_CODE = Operation(
    "lockAccessCode",
    "POST",
    "/v1/admin/access-codes/{code}/lock",
    "Lock an access code",
    AccessCodeItem,
    access=Access.ADMINISTRATOR,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.LAST_ADMINISTRATOR, ErrorCode.INVALID_FIELDS),
    path_patterns={"code": limits.ACCESS_CODE_PATTERN},
)

UNLOCK_ACCESS_CODE = Operation(
    "unlockAccessCode",
    "POST",
    "/v1/admin/access-codes/{code}/unlock",
    "Unlock an access code",
    AccessCodeItem,
    access=Access.ADMINISTRATOR,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.LAST_ADMINISTRATOR, ErrorCode.INVALID_FIELDS),
    path_patterns={"code": limits.ACCESS_CODE_PATTERN},
)

CLOSE_ACCESS_CODE = Operation(
    "closeAccessCode",
    "POST",
    "/v1/admin/access-codes/{code}/close",
    "Close an access code for good",
    AccessCodeItem,
    access=Access.ADMINISTRATOR,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.LAST_ADMINISTRATOR, ErrorCode.INVALID_FIELDS),
    path_patterns={"code": limits.ACCESS_CODE_PATTERN},
)

RESET_PASSWORD = Operation(
    "resetPassword",
    "POST",
    "/v1/admin/access-codes/{code}/password-reset",
    "Send a temporary password",
    Granted,
    access=Access.ADMINISTRATOR,
    body=PasswordReset,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE),
    path_patterns={"code": limits.ACCESS_CODE_PATTERN},
    creates=True,
)

LIST_PASSWORD_HELP = Operation(
    "listPasswordHelp",
    "GET",
    "/v1/admin/password-help-requests",
    "The queue of forgotten passwords",
    PasswordHelpPage,
    access=Access.ADMINISTRATOR,
    query=RequestQuery,
)

ANSWER_PASSWORD_HELP = Operation(
    "answerPasswordHelp",
    "POST",
    "/v1/admin/password-help-requests/{id}/approval",
    "Answer a forgotten password with a temporary one",
    Granted,
    access=Access.ADMINISTRATOR,
    body=HelpAnswer,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.ALREADY_DECIDED),
    path_patterns={"id": limits.ROW_PATTERN},
    creates=True,
)

REFUSE_PASSWORD_HELP = Operation(
    "refusePasswordHelp",
    "POST",
    "/v1/admin/password-help-requests/{id}/refusal",
    "Refuse a request about a forgotten password",
    PasswordHelpItem,
    access=Access.ADMINISTRATOR,
    body=Reason,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.ALREADY_DECIDED),
    path_patterns={"id": limits.ROW_PATTERN},
)

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

LIST_ACCESS_REQUESTS = Operation(
    "listAccessRequests",
    "GET",
    "/v1/admin/access-requests",
    "The queue of personal access requests",
    AccessRequestPage,
    access=Access.ADMINISTRATOR,
    query=RequestQuery,
)

APPROVE_ACCESS_REQUEST = Operation(
    "approveAccessRequest",
    "POST",
    "/v1/admin/access-requests/{id}/approval",
    "Grant an access code",
    Granted,
    access=Access.ADMINISTRATOR,
    body=Approval,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.ALREADY_DECIDED),
    path_patterns={"id": limits.ROW_PATTERN},
    creates=True,
)

REFUSE_ACCESS_REQUEST = Operation(
    "refuseAccessRequest",
    "POST",
    "/v1/admin/access-requests/{id}/refusal",
    "Refuse a personal access request",
    AccessRequestItem,
    access=Access.ADMINISTRATOR,
    body=Reason,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.ALREADY_DECIDED),
    path_patterns={"id": limits.ROW_PATTERN},
)
