# SPDX-License-Identifier: MIT
"""Messages of signing in and of the user profile (P5, P8, P10, P12, P13)."""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, Language, PasswordState, Role
from onlinesvc_desktop.contract.operation import NOTHING, Access, Operation

Instant = Annotated[datetime, Meta(tz=True)]


class SessionRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """Sign in. The access code is matched without regard to case; the workstation only labels the session."""

    access_code: Annotated[str, Meta(min_length=1, max_length=limits.MAX_ACCESS_CODE_LENGTH)]
    password: Annotated[str, Meta(min_length=1, max_length=limits.MAX_PASSWORD_LENGTH)]
    workstation: Annotated[str, Meta(max_length=limits.MAX_WORKSTATION_LENGTH)] = ""


class Profile(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an access code says of itself. ``password_expires_at`` is absent while a new password is owed."""

    access_code: str
    role: Role
    language: Language
    customer_number: str | UnsetType = UNSET
    customer_name: str | UnsetType = UNSET
    default_email: str | UnsetType = UNSET
    password_changed_at: Instant | UnsetType = UNSET
    password_expires_at: Instant | UnsetType = UNSET


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


class OpenSessionItem(msgspec.Struct, frozen=True):
    """One open session of the access code that asks; ``own`` is the one that asks."""

    id: int
    workstation: str
    created_at: Instant
    last_used_at: Instant
    own: bool


class OpenSessions(msgspec.Struct, frozen=True):
    """Every open session of an access code, the last used first."""

    items: tuple[OpenSessionItem, ...]


class ProfileChange(msgspec.Struct, frozen=True, omit_defaults=True):
    """Change of preferred language and default e-mail; an absent member stays as it is, an empty e-mail clears it."""

    language: Language | UnsetType = UNSET
    default_email: Annotated[str, Meta(max_length=limits.MAX_EMAIL_LENGTH)] | UnsetType = UNSET


class PasswordChange(msgspec.Struct, frozen=True):
    """Replace the password."""

    current_password: Annotated[str, Meta(min_length=1, max_length=limits.MAX_PASSWORD_LENGTH)]
    new_password: Annotated[str, Meta(min_length=limits.MIN_PASSWORD_LENGTH, max_length=limits.MAX_PASSWORD_LENGTH)]


LIST_SESSIONS = Operation(
    "listSessions",
    "GET",
    "/v1/profile/sessions",
    "The open sessions of the access code",
    OpenSessions,
    access=Access.SIGNED_IN,
)

END_SESSION = Operation(
    "endSession",
    "DELETE",
    "/v1/profile/sessions/{id}",
    "End a session of the access code",
    NOTHING,
    access=Access.SIGNED_IN,
    status=HTTPStatus.NO_CONTENT,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN},
)

GET_PROFILE = Operation(
    "getProfile",
    "GET",
    "/v1/profile",
    "The user profile",
    Profile,
    access=Access.SIGNED_IN,
)

CHANGE_PROFILE = Operation(
    "changeProfile",
    "PATCH",
    "/v1/profile",
    "Change preferred language or default e-mail",
    Profile,
    access=Access.SIGNED_IN,
    body=ProfileChange,
)

REPLACE_PASSWORD = Operation(
    "replacePassword",
    "PUT",
    "/v1/profile/password",
    "Replace the password",
    Profile,
    access=Access.ANY_SESSION,
    body=PasswordChange,
)

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
