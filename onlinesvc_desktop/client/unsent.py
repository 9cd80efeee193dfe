# SPDX-License-Identifier: MIT
"""Submissions on their way to the backend: one small file each, kept until the backend has answered.

What is here was meant to be sent. It is sent in order, under one idempotency key however often it is tried, and a refusal
stays until its author has seen it. Functions block and belong on a worker thread.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.faults import Invalid, Refused
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.operation import Operation
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.whole_file import write_whole

TRIED_FOR = timedelta(days=25)
"""The backend knows an idempotency key for 30 days; after this nobody can say whether a lost answer was a yes."""
OVERDUE_AFTER = timedelta(days=2)


class Standing(StrEnum):
    """How a submission stands."""

    WAITING = "waiting"
    RETURNED = "returned"
    """The backend refused it; its author decides."""
    HELD = "held"
    """It may have arrived so long ago that sending it again could act twice; its author decides."""
    STALE = "stale"
    """Its time is over: sent now it would not be what its author meant, who decides."""


class Submission(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something to be sent once: a contract message as ``body``, which also fills the form that it came from.

    ``path`` fills the members of the operation's path; of an operation without a body, ``body`` is its query.

    ``number`` gives the order; ``kind`` is a key of ``QUEUED``. An empty ``access_code`` means that it needs no session.
    """

    number: int
    kind: str
    key: str
    made_at: datetime
    body: msgspec.Raw
    access_code: str = ""
    path: dict[str, str | int] = {}
    tried_at: datetime | None = None
    refusal: ErrorCode | None = None
    problems: tuple[FieldProblem, ...] = ()
    stale_at: datetime | None = None
    """From when on it must not go out before its author was asked."""
    after: str = ""
    """The key of what it follows: it goes out only once that was accepted, and is withdrawn with it."""

    @property
    def fields(self) -> dict[str, Any]:
        """What was typed, by name on the wire."""
        fields: dict[str, Any] = msgspec.json.decode(self.body)
        return fields

    @property
    def fault(self) -> Refused | Invalid | None:
        """Why the backend refused it."""
        if self.refusal is None:
            return None
        return Invalid(self.problems) if self.refusal is ErrorCode.INVALID_FIELDS else Refused(self.refusal)


def standing_of(submission: Submission, now: datetime) -> Standing:
    """Return how a submission stands."""
    if submission.refusal is not None:
        return Standing.RETURNED
    if submission.tried_at is not None and now - submission.tried_at > TRIED_FOR:
        return Standing.HELD
    if submission.stale_at is not None and now > submission.stale_at:
        return Standing.STALE
    return Standing.WAITING


def overdue_among(submissions: Sequence[Submission], now: datetime) -> int:
    """Return how many have been waiting for so long that somebody should know."""
    return sum(now - submission.made_at > OVERDUE_AFTER for submission in submissions)


def watched_references(submission: Submission) -> tuple[str, ...]:
    """Return the numbers that a change of the watch list is about."""
    from onlinesvc_desktop.contract.watch_list import WatchRequest

    return from_json(submission.body, WatchRequest).references


def deliver(client: ApiClient, submission: Submission) -> msgspec.Struct:
    """Send a submission.

    Raises:
        FaultError: it was not answered with a yes.
    """
    operation = _operation(submission.kind)
    members: dict[str, Any] = dict(submission.path)
    if operation.body is None:
        query = from_json(submission.body, _message_of(submission.kind))
        asked: msgspec.Struct = client.send(operation, query=query, key=submission.key, **members)
        return asked
    answer: msgspec.Struct = client.send(operation, submission.body, key=submission.key, **members)
    return answer


def _operation(kind: str) -> Operation[Any]:
    """Return the operation of a kind. All messages of the contract come with it, too many for before the first paint."""
    from onlinesvc_desktop.contract.operations import QUEUED

    return QUEUED[kind]


def _message_of(kind: str) -> type[msgspec.Struct] | None:
    operation = _operation(kind)
    return operation.query if operation.body is None else operation.body


class UnsentFolder:
    """The files; they hold what forms hold, never a password."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self) -> list[Submission]:
        """Return what is kept, in order; a file that cannot be read is set aside under another name."""
        found = []
        for file in sorted(self._folder.glob("*.json")):
            try:
                submission = from_json(file.read_bytes(), Submission)
                from_json(submission.body, _message_of(submission.kind))
                found.append(submission)
            except (msgspec.DecodeError, UnicodeDecodeError, KeyError):
                file.replace(file.with_suffix(".damaged"))
        return found

    def keep(self, submission: Submission) -> None:
        """Write a submission, or how it stands now.

        Raises:
            OSError: disk full, folder read-only.
        """
        self._folder.mkdir(mode=0o700, exist_ok=True)
        write_whole(self._file(submission.number), msgspec.json.encode(submission))

    def remove(self, number: int) -> None:
        """Forget a submission.

        Raises:
            OSError: folder read-only.
        """
        self._file(number).unlink(missing_ok=True)

    def _file(self, number: int) -> Path:
        return self._folder / f"{number:016d}.json"
