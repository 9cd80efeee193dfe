# SPDX-License-Identifier: MIT
"""What answers an operation: its handler, and one call as the handler sees it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.store.accounts import Account, OpenSession
from onlinesvc_desktop.contract.operation import Operation


@dataclass(frozen=True, slots=True)
class Call:
    """One request as a handler sees it."""

    context: Context
    now: datetime
    address: str
    path: Mapping[str, str]
    session: OpenSession | None
    idempotency_key: str | None = None
    known_until: datetime | None = None
    """Where a standby answers: the moment up to which it has everything."""

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


class MessageStream(msgspec.Struct, frozen=True):
    """The answer of an operation as JSON, piece by piece, where it may be too long to be held."""

    pieces: Callable[[], Iterable[bytes]]


Handler = Callable[[Call, Any], msgspec.Struct | None]
"""Called with the decoded body or query, or None when the operation has neither."""


@dataclass(frozen=True, slots=True)
class Route:
    """An operation of the contract and what answers it."""

    operation: Operation[Any]
    handler: Handler
