# SPDX-License-Identifier: MIT
"""Messages of signing in and of the user profile (P5, P8, P10, P12, P13)."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import Language, PasswordState, Role

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
