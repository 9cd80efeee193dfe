# SPDX-License-Identifier: MIT
"""Messages of signing in, and of the session that asks (P5, P8)."""

from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, Language, Right, Role
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.operation import NOTHING, Access, Operation


class PasswordState(StrEnum):
    """Whether a signed-in password may be used, or must first be replaced (P13)."""

    ACTIVE = "active"
    EXPIRED = "expired"
    TEMPORARY = "temporary"


class SessionRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """Sign in. The access code is matched without regard to case; the workstation only labels the session."""

    access_code: Annotated[str, Meta(min_length=1, max_length=limits.MAX_ACCESS_CODE_LENGTH)]
    password: Annotated[str, Meta(min_length=1, max_length=limits.MAX_PASSWORD_LENGTH)]
    workstation: Annotated[str, Meta(max_length=limits.MAX_WORKSTATION_LENGTH)] = ""


class Profile(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an access code says of itself. ``password_expires_at`` is absent while a new password is owed.

    ``rights`` is absent from servers that know of none: whoever is signed in may do everything there.
    """

    access_code: str
    role: Role
    language: Language
    customer_number: str | UnsetType = UNSET
    customer_name: str | UnsetType = UNSET
    default_email: str | UnsetType = UNSET
    password_changed_at: Instant | UnsetType = UNSET
    password_expires_at: Instant | UnsetType = UNSET
    rights: tuple[Right, ...] | UnsetType = UNSET

    def has(self, right: Right | None) -> bool:
        """Tell whether the code may do what needs this right; what needs none, everybody may."""
        return right is None or self.rights is UNSET or right in self.rights


class Session(msgspec.Struct, frozen=True):
    """An open session. ``token`` is shown once; the server keeps only its hash."""

    token: str
    expires_at: Instant
    password_state: PasswordState
    profile: Profile


class CurrentSession(msgspec.Struct, frozen=True):
    """The session of the token that asks."""

    expires_at: Instant
    password_state: PasswordState
    profile: Profile


SIGN_IN = Operation(
    "signIn",
    "POST",
    "/v1/sessions",
    "Sign in with access code and password",
    Session,
    body=SessionRequest,
    status=HTTPStatus.CREATED,
    errors=(
        ErrorCode.SIGN_IN_FAILED,
        ErrorCode.TOO_MANY_REQUESTS,
        ErrorCode.ACCOUNT_CLOSED,
        ErrorCode.ACCOUNT_LOCKED,
        ErrorCode.TEMPORARY_PASSWORD_EXPIRED,
    ),
)

GET_CURRENT_SESSION = Operation(
    "getCurrentSession",
    "GET",
    "/v1/sessions/current",
    "The session that asks",
    CurrentSession,
    access=Access.ANY_SESSION,
    counts_as_use=False,
)

SIGN_OUT = Operation(
    "signOut",
    "DELETE",
    "/v1/sessions/current",
    "Sign out",
    NOTHING,
    access=Access.ANY_SESSION,
    status=HTTPStatus.NO_CONTENT,
)
