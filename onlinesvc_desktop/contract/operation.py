# SPDX-License-Identifier: MIT
"""What can be asked of a backend, said once for the route, the OpenAPI document, the client and the queue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from http import HTTPStatus
from typing import Final, Generic, TypeVar
from urllib.parse import quote

import msgspec

from onlinesvc_desktop.contract.codes import ErrorCode, Right
from onlinesvc_desktop.contract.limits import MAX_BODY_BYTES

START_SECRET_HEADER: Final = "Onlinesvc-Start-Secret"
"""Header that carries the embedded backend's per-start secret (design section 9)."""
IDEMPOTENCY_KEY_HEADER: Final = "Idempotency-Key"
"""Same key and same body: the first answer again (design section 4)."""
REQUEST_NUMBER_HEADER: Final = "X-Request-ID"
"""Header of every answer: under which number the server's log knows the request."""

NOTHING: Final = type(None)
"""The answer of an operation that has none."""

Answer_co = TypeVar("Answer_co", bound=msgspec.Struct | None, covariant=True)


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
class Operation(Generic[Answer_co]):
    """One method on one route. ``path`` may hold ``{members}``, each with its pattern."""

    name: str
    method: str
    path: str
    summary: str
    answer: type[Answer_co]
    access: Access = Access.PUBLIC
    right: Right | None = None
    """Which right an access code needs besides; administrators have every right."""
    body: type[msgspec.Struct] | None = None
    query: type[msgspec.Struct] | None = None
    most_bytes: int = MAX_BODY_BYTES
    """How large a body may be."""
    status: HTTPStatus = HTTPStatus.OK
    errors: tuple[ErrorCode, ...] = ()
    path_patterns: Mapping[str, str] = field(default_factory=dict)
    creates: bool = False
    """Whether it honours an ``Idempotency-Key``."""
    queued: str = ""
    """What it is called in files of work that waits for a backend; empty for what cannot wait. Never renamed."""
    counts_as_use: bool = True
    """Whether a call keeps an idle session alive."""
    short_read: bool = False
    """One or two indexed look-ups, run without a thread (ADR 0001) unless the handler finds more to read."""
    may_be_older: bool = False
    """Whether a standby may answer while there is no primary, with the moment up to which it knew; never what follows a
    write of one's own."""
    asks_nothing: bool = False
    """Whether it is answered from memory alone: no thread and no database is needed, so it answers when those are busy."""

    media_types: tuple[str, ...] = ()
    """Of what kinds the answer's bytes are, when it is a file instead of JSON."""
    has_ranges: bool = False
    """Whether a part of such a file can be asked for (``Range``)."""

    def url_path(self, **members: str | int) -> str:
        """Return the path with its members filled in."""
        return self.path.format_map({name: quote(str(value), safe="") for name, value in members.items()})
