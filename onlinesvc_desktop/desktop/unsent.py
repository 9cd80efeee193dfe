# SPDX-License-Identifier: MIT
"""The way out for everything a clerk submits: on disk first, then sent in order as soon as the backend can be reached."""

import random
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Fault, Invalid, NotSignedIn, Offline, Refused, SessionExpired, TooMany
from onlinesvc_desktop.client.unsent import (
    Standing,
    Submission,
    UnsentFolder,
    deliver,
    standing_of,
)
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.operation import Operation
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.jobs import Err, JobRunner, Ok, Outcome
from onlinesvc_desktop.desktop.session import SessionState

_FIRST_RETRY_MS = 5_000
_LONGEST_RETRY_MS = 300_000


class Sent(msgspec.Struct, frozen=True):
    """The backend has it, and answered."""

    submission: Submission
    answer: msgspec.Struct


class Waiting(msgspec.Struct, frozen=True):
    """It is on disk, and goes out by itself."""

    submission: Submission


class Returned(msgspec.Struct, frozen=True):
    """The backend refused it; it is kept until its author has dealt with it."""

    submission: Submission
    fault: Refused | Invalid


class NotKept(msgspec.Struct, frozen=True):
    """The disk did not take it and the backend did not answer: it is nowhere but where it was typed."""

    fault: Fault


Answer = Sent | Waiting | Returned | NotKept


class UnsentQueue(QObject):
    """Submissions without an answer. Lives on the GUI thread; files and network are the workers'."""

    changed = Signal()
    loaded = Signal()
    settled = Signal(object)
    """Carries the ``Sent`` or ``Returned`` of a submission that nobody is waiting for any more."""

    def __init__(
        self,
        link: BackendLink,
        session: SessionState,
        jobs: JobRunner,
        folder: UnsentFolder,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._link = link
        self._session = session
        self._jobs = jobs
        self._folder = folder
        self._now = now
        self._items: dict[int, Submission] = {}
        self._on_disk: set[int] = set()
        self._awaited: dict[int, Callable[[Answer], None]] = {}
        self._failures: dict[int, int] = {}
        self._resting: set[int] = set()
        self._unwritten: set[int] = set()
        self._writes: deque[tuple[Callable[[], object], Callable[[Outcome[Any]], None]]] = deque()
        self._sending: int | None = None
        self._is_loaded = False
        self._early: list[Callable[[], None]] = []
        self.sent: list[Sent] = []
        """What was sent since the program began, the newest first."""
        link.connection.changed.connect(self._on_connection_changed)
        session.signed_in.connect(self._send_next)

    @property
    def items(self) -> Sequence[Submission]:
        """What has no answer yet, in order."""
        return [self._items[number] for number in sorted(self._items)]

    def standing(self, submission: Submission) -> Standing:
        """Return how a submission stands now."""
        return standing_of(submission, self._now())

    def is_being_sent(self, submission: Submission) -> bool:
        """Tell whether it is on the line at this moment."""
        return submission.number == self._sending

    def load(self) -> None:
        """Read what earlier runs left; called once, after the first paint."""

        def read(outcome: Outcome[list[Submission]]) -> None:
            if isinstance(outcome, Ok):
                self._items |= {submission.number: submission for submission in outcome.value}
                self._on_disk |= self._items.keys()
            self._is_loaded = True
            early, self._early = self._early, []
            for submit in early:
                submit()
            self.loaded.emit()
            self.changed.emit()
            self._send_next()

        self._jobs.run(self._folder.load, read)

    def submit(
        self,
        operation: Operation[Any],
        body: msgspec.Struct,
        on_answer: Callable[[Answer], None],
        *,
        key: str = "",
        access_code: str = "",
    ) -> None:
        """Keep something and send it; ``on_answer`` hears how it stands after the first attempt.

        What has the key of something that still waits takes its place.
        """
        if not self._is_loaded:
            self._early.append(lambda: self.submit(operation, body, on_answer, key=key, access_code=access_code))
            return
        now = self._now()
        older = next((one.number for one in self.items if key and one.key == key), None)
        newest = max(self._items, default=0)
        submission = Submission(
            number=max(newest + 1, int(now.timestamp() * 1000)) if older is None else older,
            kind=operation.queued,
            key=key or new_key(),
            made_at=now,
            body=msgspec.Raw(msgspec.json.encode(body)),
            access_code=access_code,
        )
        self._awaited[submission.number] = on_answer
        self._put(submission)

    def put_back(self, submission: Submission) -> None:
        """Take a withdrawn submission in again."""
        self._put(submission)

    def _put(self, submission: Submission) -> None:
        number = submission.number
        self._items[number] = submission

        def kept(outcome: Outcome[bool]) -> None:
            if isinstance(outcome, Ok) and outcome.value:
                self._on_disk.add(number)
            self._unwritten.discard(number)
            if self._link.connection.state is not LinkState.STARTING and not self._may_try_now(submission):
                self._settle_waiting(submission)
            self._send_next()

        # Nothing goes out before it is on disk.
        self._unwritten.add(number)
        self._write(lambda: self._try_keep(submission), kept)
        self.changed.emit()

    def _try_keep(self, submission: Submission) -> bool:
        try:
            self._folder.keep(submission)
        except OSError:
            return False
        return True

    def _try_remove(self, number: int) -> bool:
        try:
            self._folder.remove(number)
        except OSError:
            return False
        return True

    def _write(self, work: Callable[[], object], then: Callable[[Outcome[Any]], None] = lambda _outcome: None) -> None:
        """Change the folder on a worker, one change after the other: what is kept late must not outlive its removal."""
        self._writes.append((work, then))
        if len(self._writes) == 1:
            self._write_next()

    def _write_next(self) -> None:
        work, then = self._writes[0]

        def written(outcome: Outcome[object]) -> None:
            self._writes.popleft()
            then(outcome)
            if self._writes:
                self._write_next()

        self._jobs.run(work, written)

    def flush(self) -> None:
        """Make the changes that the workers did not come to; called once, while the program closes."""
        for work, _ in self._writes:
            work()

    def withdraw(self, submission: Submission) -> None:
        """Drop a submission. One that was tried may have arrived all the same."""
        self._drop(submission.number)
        self._write(lambda: self._try_remove(submission.number))
        self.changed.emit()

    def send_again(self, submission: Submission) -> None:
        """Send what is held, because its author says so; the waiting time starts anew."""
        self._put(msgspec.structs.replace(submission, tried_at=None))

    def try_now(self) -> None:
        """Try everything at once."""
        self._resting.clear()
        self._failures.clear()
        self._link.connection.try_now()
        self._send_next()

    def _may_try_now(self, submission: Submission) -> bool:
        return self._link.connection.state is LinkState.ONLINE and self._has_session(submission)

    def _has_session(self, submission: Submission) -> bool:
        profile = self._session.open_profile
        code = "" if profile is None else profile.access_code
        return not submission.access_code or submission.access_code == code

    def _send_next(self) -> None:
        if self._sending is not None or not self._is_loaded:
            return
        barred: set[str] = set()
        for submission in self.items:
            lane = submission.access_code
            if self.standing(submission) is not Standing.WAITING or lane in barred:
                continue
            is_ready = submission.number not in self._resting and submission.number not in self._unwritten
            if is_ready and self._may_try_now(submission):
                self._send(submission)
                return
            if lane:
                barred.add(lane)

    def _send(self, submission: Submission) -> None:
        self._sending = submission.number
        tried = submission if submission.tried_at else msgspec.structs.replace(submission, tried_at=self._now())
        self._items[submission.number] = tried

        def work(client: ApiClient) -> msgspec.Struct:
            if submission.tried_at is None and submission.number in self._on_disk:
                self._try_keep(tried)
            return deliver(client, tried)

        self._link.ask(work, lambda outcome: self._on_outcome(tried, outcome))
        self.changed.emit()

    def _on_outcome(self, submission: Submission, outcome: Outcome[msgspec.Struct]) -> None:
        self._sending = None
        number = submission.number
        if number not in self._items:
            # Withdrawn meanwhile; it has arrived or not, and its author was told so.
            self._send_next()
            return
        match outcome:
            case Ok(answer):
                self._drop_file(number)
                self.sent.insert(0, Sent(submission, answer))
                self._settle(number, self.sent[0])
            case Err(NotSignedIn() | SessionExpired() | Refused(ErrorCode.PASSWORD_CHANGE_REQUIRED)):
                self._settle_waiting(submission)
            case Err(Refused() | Invalid() as fault):
                self._return(submission, fault)
            case Err(fault):
                self._rest(number, fault)
                self._settle_waiting(submission, fault)
        self.changed.emit()
        self._send_next()

    def _return(self, submission: Submission, fault: Refused | Invalid) -> None:
        code, problems = (ErrorCode.INVALID_FIELDS, fault.errors) if isinstance(fault, Invalid) else (fault.code, ())
        returned = msgspec.structs.replace(submission, refusal=code, problems=problems)
        self._items[submission.number] = returned
        self._write(lambda: self._try_keep(returned))
        self._settle(submission.number, Returned(returned, fault))

    def _rest(self, number: int, fault: Fault) -> None:
        """Leave a submission alone for a while; the others go on."""
        self._resting.add(number)
        failures = self._failures[number] = self._failures.get(number, 0) + 1
        wait = min(_LONGEST_RETRY_MS, _FIRST_RETRY_MS * 2 ** min(10, failures - 1)) * random.uniform(0.7, 1.3)
        if isinstance(fault, TooMany):
            wait = max(wait, fault.retry_after_seconds * 1000)

        def wake() -> None:
            self._resting.discard(number)
            self._send_next()

        QTimer.singleShot(round(wait), self, wake)

    def _on_connection_changed(self) -> None:
        if self._link.connection.state in (LinkState.OFFLINE, LinkState.UNDECIDED):
            for number in list(self._awaited):
                if number != self._sending and number not in self._unwritten:
                    self._settle_waiting(self._items[number])
        self._send_next()

    def _settle_waiting(self, submission: Submission, fault: Fault | None = None) -> None:
        """Tell whoever waits that it goes out later; what is not on disk is his again."""
        number = submission.number
        on_answer = self._awaited.pop(number, None)
        if number in self._on_disk:
            if on_answer is not None:
                on_answer(Waiting(submission))
        elif on_answer is not None:
            self._drop(number)
            self.changed.emit()
            on_answer(NotKept(fault or self._link.connection.fault or Offline()))

    def _settle(self, number: int, answer: Sent | Returned) -> None:
        on_answer = self._awaited.pop(number, None)
        if isinstance(answer, Sent):
            self._drop(number)
        if on_answer is not None:
            on_answer(answer)
        else:
            self.settled.emit(answer)

    def _drop(self, number: int) -> None:
        self._items.pop(number, None)
        self._awaited.pop(number, None)
        self._failures.pop(number, None)
        self._resting.discard(number)
        self._on_disk.discard(number)

    def _drop_file(self, number: int) -> None:
        if number in self._on_disk:
            # Should the disk refuse, the next start sends it again under the same key, which acts once.
            self._write(lambda: self._try_remove(number))
