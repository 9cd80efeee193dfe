# SPDX-License-Identifier: MIT
"""The shape of one operation; the table of them builds both the routes and the OpenAPI document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from http import HTTPStatus
from typing import Any

import msgspec

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.store.accounts import Account, OpenSession
from onlinesvc_desktop.contract.codes import ErrorCode


class Access(Enum):
    """Who may call an operation."""

    PUBLIC = "public"
    """Anyone; a valid token is honoured, a token that is no longer valid is refused."""
    ANY_SESSION = "any_session"
    """A session, also one that still owes a new password."""
    SIGNED_IN = "signed_in"
    """A session with an active password."""
    ADMINISTRATOR = "administrator"
    """The same, of an administrator."""


@dataclass(frozen=True, slots=True)
class Call:
    """One request as a handler sees it."""

    context: Context
    now: datetime
    address: str
    path: Mapping[str, str]
    session: OpenSession | None
    idempotency_key: str | None = None

    @property
    def account(self) -> Account | None:
        """Whoever is signed in."""
        return None if self.session is None else self.session.account

    @property
    def own_session(self) -> OpenSession:
        """The session of an operation that requires one."""
        if self.session is None:
            raise LookupError("operation without a session")
        return self.session


Handler = Callable[[Call, Any], msgspec.Struct | None]
"""Called with the decoded body or query, or None when the operation has neither."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one route."""

    method: str
    route: str
    name: str
    summary: str
    handler: Handler
    access: Access = Access.PUBLIC
    body: type[msgspec.Struct] | None = None
    query: type[msgspec.Struct] | None = None
    answer: type[msgspec.Struct] | None = None
    status: HTTPStatus = HTTPStatus.OK
    errors: tuple[ErrorCode, ...] = ()
    path_patterns: Mapping[str, str] = field(default_factory=dict)
    creates: bool = False
    """Whether it honours an ``Idempotency-Key``."""
    counts_as_use: bool = True
    """Whether a call keeps an idle session alive."""
    short_read: bool = False
    """One or two indexed look-ups: asked anonymously on SQLite, run without a thread, four times faster (ADR 0001)."""
