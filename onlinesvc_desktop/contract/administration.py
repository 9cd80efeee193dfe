# SPDX-License-Identifier: MIT
"""Messages of the administrator's pages: access requests, access codes and outbox."""

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.access_request import ShortText
from onlinesvc_desktop.contract.codes import AccountState, AuditAction, Language, MailKind, MailState, RequestState, Role
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
