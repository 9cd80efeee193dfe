# SPDX-License-Identifier: MIT
"""Messages of the user profile (P10, P12, P13)."""

from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, Language
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.operation import NOTHING, Access, Operation
from onlinesvc_desktop.contract.session import Profile


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
    errors=(ErrorCode.TOO_MANY_REQUESTS,),
)
