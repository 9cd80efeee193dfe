# SPDX-License-Identifier: MIT
"""The way out for everything a clerk submits: on disk first, then sent in order as soon as the backend can be reached."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Fault, Invalid, NotSignedIn, Offline, Refused, SessionExpired
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
from onlinesvc_desktop.desktop.queue_writer import QueueWriter
from onlinesvc_desktop.desktop.retry_clock import RetryClock
from onlinesvc_desktop.desktop.session import SessionState


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


@dataclass(slots=True)
class _Entry:
    """One submission and how far it is."""

    submission: Submission
    on_disk: bool = False
    being_written: bool = False
    resting: bool = False
    failures: int = 0
    is_asked_about: bool = False
    on_answer: Callable[[Answer], None] | None = None
    """Whoever waits for the first attempt."""


class UnsentQueue(QObject):
    """Submissions without an answer. Lives on the GUI thread; files and network are the workers'."""

    changed = Signal()
    loaded = Signal()
    settled = Signal(object)
    """Carries the ``Sent`` or ``Returned`` of a submission that nobody is waiting for any more."""
    returned = Signal(object)
    """Carries the ``Returned`` of every submission, also one that somebody is waiting for."""
    asked = Signal(object)
    """Carries a submission that could go out now, but only when its author says so, because its time is over."""

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
        self._writer = QueueWriter(jobs, folder)
        self._clock = RetryClock(self)
        self._entries: dict[int, _Entry] = {}
        self._sending: int | None = None
        self._is_loaded = False
        self._early: list[Callable[[], None]] = []
        self._withdrawn: dict[str, list[Submission]] = {}
        """What went with a withdrawn submission because it follows it, by its key."""
        self.sent: list[Sent] = []
        """What was sent since the program began, the newest first."""
        link.connection.changed.connect(self._on_connection_changed)
        session.signed_in.connect(self._send_next)

    @property
    def items(self) -> Sequence[Submission]:
        """What has no answer yet, in order."""
        return [self._entries[number].submission for number in sorted(self._entries)]

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
                self._entries |= {one.number: _Entry(one, on_disk=True) for one in outcome.value}
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
        stale_at: datetime | None = None,
        path: Mapping[str, str | int] = MappingProxyType({}),
        after: str = "",
    ) -> None:
        """Keep something and send it; ``on_answer`` hears how it stands after the first attempt.

        What has the key of something that still waits takes its place. After ``stale_at`` its author is asked first.
        ``after`` is the key of what has to be accepted before it.
        """
        if not self._is_loaded:
            self._early.append(
                lambda: self.submit(
                    operation,
                    body,
                    on_answer,
                    key=key,
                    access_code=access_code,
                    stale_at=stale_at,
                    path=path,
                    after=after,
                )
            )
            return
        now = self._now()
        older = next((one.number for one in self.items if key and one.key == key), None)
        newest = max(self._entries, default=0)
        submission = Submission(
            number=max(newest + 1, int(now.timestamp() * 1000)) if older is None else older,
            kind=operation.queued,
            key=key or new_key(),
            made_at=now,
            body=msgspec.Raw(msgspec.json.encode(body)),
            access_code=access_code,
            stale_at=stale_at,
            path=dict(path),
            after=after,
        )
        self._put(submission, on_answer)

    def put_back(self, submission: Submission) -> None:
        """Take a withdrawn submission in again, with what went with it."""
        for one in (submission, *self._withdrawn.pop(submission.key, ())):
            self._put(one)

    def _put(self, submission: Submission, on_answer: Callable[[Answer], None] | None = None) -> None:
        number = submission.number
        entry = self._entries.setdefault(number, _Entry(submission))
        entry.submission = submission
        entry.on_answer = on_answer or entry.on_answer

        def kept(is_kept: bool) -> None:
            entry.on_disk = entry.on_disk or is_kept
            entry.being_written = False
            if self._link.connection.state is not LinkState.STARTING and not self._may_try_now(submission):
                self._settle_waiting(entry)
            self._send_next()

        # Nothing goes out before it is on disk.
        entry.being_written = True
        self._writer.keep(submission, kept)
        self.changed.emit()

    def flush(self) -> None:
        """Make the changes that the workers did not come to; called once, while the program closes."""
        self._writer.flush()

    def withdraw(self, submission: Submission) -> None:
        """Drop a submission and what follows it. One that was tried may have arrived all the same."""
        followers = [one for one in self.items if one.after == submission.key]
        if followers:
            self._withdrawn[submission.key] = followers
        for one in (submission, *followers):
            self._entries.pop(one.number, None)
            self._writer.remove(one.number)
        self.changed.emit()

    def send_again(self, submission: Submission) -> None:
        """Send what is held, because its author says so; the waiting time starts anew."""
        self._put(msgspec.structs.replace(submission, tried_at=None, stale_at=None))

    def try_now(self) -> None:
        """Try everything at once."""
        for entry in self._entries.values():
            entry.resting = False
            entry.failures = 0
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
        unanswered = {entry.submission.key for entry in self._entries.values()}
        for number in sorted(self._entries):
            entry = self._entries.get(number)
            if entry is None:
                continue
            lane = entry.submission.access_code
            self._ask_about(entry)
            is_bound = entry.submission.after in unanswered
            if self.standing(entry.submission) is not Standing.WAITING or lane in barred or is_bound:
                continue
            is_ready = not entry.resting and not entry.being_written
            if is_ready and self._may_try_now(entry.submission):
                self._send(entry)
                return
            if lane:
                barred.add(lane)

    def _ask_about(self, entry: _Entry) -> None:
        """Tell once that something may not go out by itself any more."""
        is_stale = self.standing(entry.submission) is Standing.STALE
        if is_stale and not entry.is_asked_about and self._may_try_now(entry.submission):
            entry.is_asked_about = True
            self._settle_waiting(entry)
            self.asked.emit(entry.submission)
            self.changed.emit()

    def _send(self, entry: _Entry) -> None:
        submission = entry.submission
        self._sending = submission.number
        tried = submission if submission.tried_at else msgspec.structs.replace(submission, tried_at=self._now())
        is_first_try_of_kept = submission.tried_at is None and entry.on_disk
        entry.submission = tried

        def work(client: ApiClient) -> msgspec.Struct:
            if is_first_try_of_kept:
                self._writer.try_keep(tried)
            return deliver(client, tried)

        self._link.ask(work, lambda outcome: self._on_outcome(tried, outcome))
        self.changed.emit()

    def _on_outcome(self, submission: Submission, outcome: Outcome[msgspec.Struct]) -> None:
        self._sending = None
        entry = self._entries.get(submission.number)
        if entry is None:
            # Withdrawn meanwhile; it has arrived or not, and its author was told so.
            self._send_next()
            return
        match outcome:
            case Ok(answer):
                if entry.on_disk:
                    self._writer.remove(submission.number)
                self.sent.insert(0, Sent(submission, answer))
                self._settle(entry, self.sent[0])
            case Err(NotSignedIn() | SessionExpired() | Refused(ErrorCode.PASSWORD_CHANGE_REQUIRED)):
                self._settle_waiting(entry)
            case Err(Refused() | Invalid() as fault):
                self._return(entry, fault)
            case Err(fault):
                self._rest(entry, fault)
                self._settle_waiting(entry, fault)
        self.changed.emit()
        self._send_next()

    def _return(self, entry: _Entry, fault: Refused | Invalid) -> None:
        code, problems = (ErrorCode.INVALID_FIELDS, fault.errors) if isinstance(fault, Invalid) else (fault.code, ())
        entry.submission = msgspec.structs.replace(entry.submission, refusal=code, problems=problems)
        self._writer.keep(entry.submission)
        answer = Returned(entry.submission, fault)
        self.returned.emit(answer)
        self._settle(entry, answer)

    def _rest(self, entry: _Entry, fault: Fault) -> None:
        """Leave a submission alone for a while; the others go on."""
        entry.resting = True
        entry.failures += 1

        def wake() -> None:
            entry.resting = False
            self._send_next()

        self._clock.rest(entry.failures, fault, wake)

    def _on_connection_changed(self) -> None:
        if self._link.connection.state in (LinkState.OFFLINE, LinkState.UNDECIDED):
            for number, entry in list(self._entries.items()):
                if entry.on_answer is not None and number != self._sending and not entry.being_written:
                    self._settle_waiting(entry)
        self._send_next()

    def _settle_waiting(self, entry: _Entry, fault: Fault | None = None) -> None:
        """Tell whoever waits that it goes out later; what is not on disk is theirs again."""
        on_answer, entry.on_answer = entry.on_answer, None
        if on_answer is None:
            return
        if entry.on_disk:
            on_answer(Waiting(entry.submission))
            return
        self._entries.pop(entry.submission.number, None)
        self.changed.emit()
        on_answer(NotKept(fault or self._link.connection.fault or Offline()))

    def _settle(self, entry: _Entry, answer: Sent | Returned) -> None:
        on_answer, entry.on_answer = entry.on_answer, None
        if isinstance(answer, Sent):
            self._entries.pop(entry.submission.number, None)
        if on_answer is not None:
            on_answer(answer)
        else:
            self.settled.emit(answer)
