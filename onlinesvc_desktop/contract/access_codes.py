# SPDX-License-Identifier: MIT
"""The administrator's access codes."""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import RIGHTS, ErrorCode, Language, Right, Role
from onlinesvc_desktop.contract.decisions import Granted
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery


class AccountState(StrEnum):
    """Whether an access code may be used (P14)."""

    ACTIVE = "active"
    LOCKED = "locked"
    CLOSED = "closed"


class AccessCodeQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Filter of the access codes."""

    state: AccountState | UnsetType = UNSET


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
    rights: tuple[Right, ...] | UnsetType = UNSET
    """Absent from servers that know of none."""


class PasswordReset(msgspec.Struct, frozen=True, omit_defaults=True):
    """Send a temporary password; to another address than the code's own only when one is given."""

    email: Annotated[str, Meta(max_length=limits.MAX_EMAIL_LENGTH)] = ""


class RightsChange(msgspec.Struct, frozen=True):
    """The rights an access code has from now on; whatever is not named is taken away."""

    rights: Annotated[tuple[Right, ...], Meta(max_length=len(RIGHTS))]


LIST_ACCESS_CODES = Operation(
    "listAccessCodes",
    "GET",
    "/v1/admin/access-codes",
    "Access codes",
    Page[AccessCodeItem],
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

SET_RIGHTS = Operation(
    "setRights",
    "PUT",
    "/v1/admin/access-codes/{code}/rights",
    "Set what an access code may do",
    AccessCodeItem,
    access=Access.ADMINISTRATOR,
    body=RightsChange,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE),
    path_patterns={"code": limits.ACCESS_CODE_PATTERN},
)
