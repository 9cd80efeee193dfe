# SPDX-License-Identifier: MIT
"""The one door to threads: blocking work goes out, its outcome comes back on the GUI thread."""

import sys
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any, Generic, TypeVar

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from onlinesvc_desktop.client.faults import Cancelled, Fault, FaultError, ProgramFailed

_THREADS = 6
_PAINTED_MS = 50
"""After how long what was just shown is painted."""

Value = TypeVar("Value")


class Ok(msgspec.Struct, Generic[Value], frozen=True):
    """The work's result."""

    value: Value


class Err(msgspec.Struct, frozen=True):
    """Why there is none."""

    fault: Fault


Outcome = Ok[Value] | Err


class Job:
    """A piece of work under way. Cancelling means that its outcome is ``Cancelled`` now, whatever the work still does."""

    def __init__(self, deliver: Callable[["Job", Any], None]) -> None:
        self._deliver = deliver
        self.done = False

    def cancel(self) -> None:
        """Report ``Cancelled`` at once, unless the job is done."""
        self._deliver(self, Err(Cancelled()))


class JobRunner(QObject):
    """Run work on a few threads. Methods are called on the GUI thread, results delivered there.

    Plain Python threads carry the work and a deque the results; Qt only learns that there are some, so no Python object is
    owned by Qt on a worker thread.
    """

    _arrived = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._work: SimpleQueue[tuple[Job, Callable[[], Any]] | None] = SimpleQueue()
        self._results: deque[tuple[Job, Any]] = deque()
        self._threads: list[Thread] = []
        self._waiting: dict[Job, Callable[[Any], None]] = {}
        self._closed = False
        self._arrived.connect(self._deliver_all, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Value], on_result: Callable[[Outcome[Value]], None]) -> Job:
        """Run ``work`` on a worker thread and hand ``Ok`` or ``Err`` to ``on_result`` on the GUI thread."""
        job = Job(self._deliver)
        if self._closed:
            job.done = True
            return job
        self._waiting[job] = on_result
        self._work.put((job, work))
        if len(self._threads) < min(_THREADS, len(self._waiting)):
            thread = Thread(target=self._run_work, name=f"worker-{len(self._threads)}", daemon=True)
            self._threads.append(thread)
            thread.start()
        return job

    def run_once_painted(self, work: Callable[[], None]) -> None:
        """Run work that nobody waits for, once what was just shown is painted: two threads take the interpreter in turn."""
        QTimer.singleShot(_PAINTED_MS, self, lambda: self.run(work, lambda _outcome: None))

    def close(self, deadline_seconds: float) -> bool:
        """Refuse new work, drop what is waiting, and tell whether running work ended within the deadline."""
        self._closed = True
        self._waiting.clear()
        for _ in self._threads:
            self._work.put(None)
        end = monotonic() + deadline_seconds
        for thread in self._threads:
            thread.join(max(0.0, end - monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _run_work(self) -> None:
        while (item := self._work.get()) is not None:
            job, work = item
            if self._closed:
                continue
            outcome: Ok[Any] | Err
            try:
                outcome = Ok(work())
            except FaultError as error:
                outcome = Err(error.fault)
            except Exception:  # noqa: BLE001 - a defect in any work must come back as an outcome
                sys.excepthook(*sys.exc_info())
                outcome = Err(ProgramFailed())
            self._results.append((job, outcome))
            del item, job, work, outcome
            if not self._closed:
                self._arrived.emit()

    def _deliver_all(self) -> None:
        while self._results:
            self._deliver(*self._results.popleft())

    def _deliver(self, job: Job, outcome: Any) -> None:
        on_result = self._waiting.pop(job, None)
        job.done = True
        if on_result is not None and not self._closed:
            on_result(outcome)
