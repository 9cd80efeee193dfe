# SPDX-License-Identifier: MIT
"""How pages ask the backend: off the GUI thread, with faults that concern everyone dealt with in one place."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.faults import NotSignedIn, Refused, SessionExpired
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.desktop.connection import Connection
from onlinesvc_desktop.desktop.jobs import Err, Job, JobRunner, Outcome
from onlinesvc_desktop.desktop.words.faults import fault_words

Value = TypeVar("Value")


class BackendLink(QObject):
    """Ask and be answered. ``session_ended`` comes once, however many calls find the session over."""

    session_ended = Signal()
    right_missing = Signal()
    """The access code may no longer do what it was asked to."""

    def __init__(self, client: ApiClient, jobs: JobRunner, connection: Connection) -> None:
        super().__init__()
        self.client = client
        self.jobs = jobs
        self.connection = connection

    def ask(self, work: Callable[[ApiClient], Value], on_result: Callable[[Outcome[Value]], None]) -> Job:
        """Run a call on a worker thread and hand its outcome to ``on_result`` on the GUI thread.

        A clerk may be quicker than the embedded backend: what is asked while it starts waits for it.
        """

        def received(outcome: Outcome[Value]) -> None:
            if isinstance(outcome, Err):
                self._note(outcome)
            on_result(outcome)

        def wait_and_work() -> Value:
            self.connection.wait_while_starting()
            return work(self.client)

        return self.jobs.run(wait_and_work, received)

    def words_for(self, outcome: Err) -> Callable[[], str]:
        """Return a way to say a fault, now and in the other language later."""
        return lambda: fault_words(outcome.fault, self.connection.phone_numbers)

    def _note(self, outcome: Err) -> None:
        match outcome.fault:
            case SessionExpired() | NotSignedIn():
                self._end_session()
            case Refused(ErrorCode.PASSWORD_CHANGE_REQUIRED):
                self._end_session()
            case Refused(ErrorCode.RIGHT_MISSING):
                self.right_missing.emit()
            case fault:
                self.connection.lost(fault)

    def _end_session(self) -> None:
        if self.client.signed_in:
            self.client.forget_session()
            self.session_ended.emit()
