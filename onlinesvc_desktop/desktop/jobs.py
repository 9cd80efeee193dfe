# SPDX-License-Identifier: MIT
"""The one door to threads: blocking work goes out, its outcome comes back on the GUI thread."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from onlinesvc_desktop.client.faults import Cancelled, Fault, FaultError, ProgramFailed

_THREADS = 6
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Ok(Generic[Value]):
    """The work's result."""

    value: Value


@dataclass(frozen=True, slots=True)
class Err:
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
    """Run work on a small pool. Methods are called on the GUI thread, results delivered there."""

    _finished = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(_THREADS)
        self._waiting: dict[Job, Callable[[Any], None]] = {}
        self._closed = False
        self._finished.connect(self._deliver)

    def run(self, work: Callable[[], Value], on_result: Callable[[Outcome[Value]], None]) -> Job:
        """Run ``work`` on a worker thread and hand ``Ok`` or ``Err`` to ``on_result`` on the GUI thread."""
        job = Job(self._deliver)
        if self._closed:
            job.done = True
            return job
        self._waiting[job] = on_result
        self._pool.start(lambda: self._work(job, work))
        return job

    def close(self, deadline_ms: int) -> bool:
        """Refuse new work, drop what is waiting, and tell whether running work ended within the deadline."""
        self._closed = True
        self._waiting.clear()
        self._pool.clear()
        return self._pool.waitForDone(deadline_ms)

    def _work(self, job: Job, work: Callable[[], Any]) -> None:
        outcome: Ok[Any] | Err
        try:
            outcome = Ok(work())
        except FaultError as error:
            outcome = Err(error.fault)
        except Exception:  # noqa: BLE001 - a defect in any work must come back as an outcome
            sys.excepthook(*sys.exc_info())
            outcome = Err(ProgramFailed())
        if not self._closed:
            self._finished.emit(job, outcome)

    def _deliver(self, job: Job, outcome: Any) -> None:
        on_result = self._waiting.pop(job, None)
        job.done = True
        if on_result is not None and not self._closed:
            on_result(outcome)
