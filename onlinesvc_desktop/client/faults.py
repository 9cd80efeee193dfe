# SPDX-License-Identifier: MIT
"""Everything that can go wrong between program and backend: a closed list, one sentence each in the program."""

from enum import Enum

import msgspec

from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.problem import FieldProblem


class Offline(msgspec.Struct, frozen=True):
    """Nobody answers at the address."""


class TimedOut(msgspec.Struct, frozen=True):
    """Somebody is there but did not answer in time."""


class TlsProblem(Enum):
    """Why a connection cannot be made private."""

    UNTRUSTED = "untrusted"
    """Nobody this computer trusts has signed the certificate."""
    WRONG_NAME = "wrong_name"
    """The certificate is somebody else's."""
    EXPIRED = "expired"
    """The certificate is over, or not valid yet; or the clock of this computer is wrong."""
    NO_TLS = "no_tls"
    """Whoever answers does not speak TLS, or an old one."""
    AUTHORITY_FILE = "authority_file"
    """The file of the site's own authority cannot be read."""


class TlsFailed(msgspec.Struct, frozen=True):
    """The certificate is not trusted, or the connection cannot be made private; nothing was sent."""

    problem: TlsProblem = TlsProblem.UNTRUSTED


class NotSignedIn(msgspec.Struct, frozen=True):
    """The request needs a session."""


class SessionExpired(msgspec.Struct, frozen=True):
    """There was a session and it is over."""


class Refused(msgspec.Struct, frozen=True):
    """The backend understood and said no; ``suggestions`` are what it would have understood where ``errors`` point."""

    code: ErrorCode
    errors: tuple[FieldProblem, ...] = ()
    suggestions: tuple[str, ...] = ()
    current: msgspec.Raw | None = None
    """What stands now, where somebody else was quicker."""


class Invalid(msgspec.Struct, frozen=True):
    """Fields of the request are wrong."""

    errors: tuple[FieldProblem, ...]


class TooMany(msgspec.Struct, frozen=True):
    """Asked too often; wait."""

    retry_after_seconds: int


class ServerFailed(msgspec.Struct, frozen=True):
    """The backend failed; ``code`` says whether it is only unavailable for now, ``request`` its number in the log."""

    code: ErrorCode
    request: str = ""


class BadAnswer(msgspec.Struct, frozen=True):
    """The answer is not from our backend or cannot be read: a captive portal, a proxy, another program."""


class Cancelled(msgspec.Struct, frozen=True):
    """The clerk called it off."""


class ProgramFailed(msgspec.Struct, frozen=True):
    """A defect of the program itself; the traceback is in its log."""


Fault = (
    Offline
    | TimedOut
    | TlsFailed
    | NotSignedIn
    | SessionExpired
    | Refused
    | Invalid
    | TooMany
    | ServerFailed
    | BadAnswer
    | Cancelled
    | ProgramFailed
)


def is_without_answer(fault: Fault) -> bool:
    """Tell whether our backend said nothing: what was seen before is then all there is."""
    return isinstance(fault, Offline | TimedOut | TlsFailed | BadAnswer | ServerFailed)


class FaultError(Exception):
    """Carries a fault out of a call."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(type(fault).__name__)
        self.fault = fault
