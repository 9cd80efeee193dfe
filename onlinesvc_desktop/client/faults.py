# SPDX-License-Identifier: MIT
"""Everything that can go wrong between program and backend: a closed list, one sentence each in the program."""

from dataclasses import dataclass

from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.problem import FieldProblem


@dataclass(frozen=True, slots=True)
class Offline:
    """Nobody answers at the address."""


@dataclass(frozen=True, slots=True)
class TimedOut:
    """Somebody is there but did not answer in time."""


@dataclass(frozen=True, slots=True)
class TlsFailed:
    """The certificate is not trusted, or the connection cannot be made private."""


@dataclass(frozen=True, slots=True)
class NotSignedIn:
    """The request needs a session."""


@dataclass(frozen=True, slots=True)
class SessionExpired:
    """There was a session and it is over."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The backend understood and said no."""

    code: ErrorCode


@dataclass(frozen=True, slots=True)
class Invalid:
    """Fields of the request are wrong."""

    errors: tuple[FieldProblem, ...]


@dataclass(frozen=True, slots=True)
class TooMany:
    """Asked too often; wait."""

    retry_after_seconds: int


@dataclass(frozen=True, slots=True)
class ServerFailed:
    """The backend failed; ``code`` says whether it is only unavailable for now."""

    code: ErrorCode


@dataclass(frozen=True, slots=True)
class BadAnswer:
    """The answer is not from our backend or cannot be read: a captive portal, a proxy, another program."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The clerk called it off."""


@dataclass(frozen=True, slots=True)
class ProgramFailed:
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


class FaultError(Exception):
    """Carries a fault out of a call."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(type(fault).__name__)
        self.fault = fault
