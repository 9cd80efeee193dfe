# SPDX-License-Identifier: MIT
"""A trace of many numbers: asked in parts, answered as the parts come, stopped and continued at any time."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from onlinesvc_desktop.client.faults import is_without_answer
from onlinesvc_desktop.client.seen import Aged, Seen
from onlinesvc_desktop.contract.limits import MAX_REFERENCE_LENGTH
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.contract.tracing import TRACE, Trace, TraceOutcome, TraceRequest, Traces
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome

_PART = 250
_FIRST_PART = 50
"""The first answer comes soonest when little is asked first."""


class TraceRun(QObject):
    """One run at a time. Numbers added while it goes on are asked after those that wait."""

    answered = Signal(object)
    """Carries the ``Trace`` of each number of a part, in the order asked."""
    ended = Signal(object)
    """Carries None, or the ``Err`` that left some numbers waiting."""
    recalled = Signal(object)
    """Carries the ``Aged`` answers of numbers seen before, while the backend cannot be asked."""

    def __init__(self, link: BackendLink, seen: Seen) -> None:
        super().__init__()
        self._link = link
        self._seen = seen
        self._kind = ReferenceType.ANY
        self._waiting: list[str] = []
        self._job: Job | None = None
        self.total = 0

    @property
    def is_running(self) -> bool:
        """Tell whether an answer is awaited."""
        return self._job is not None

    @property
    def kind(self) -> ReferenceType:
        """What kind of number is asked for."""
        return self._kind

    @property
    def waiting(self) -> int:
        """How many numbers have no answer yet."""
        return len(self._waiting)

    @property
    def left(self) -> tuple[str, ...]:
        """The numbers without an answer, in the order asked."""
        return tuple(self._waiting)

    def start(self, kind: ReferenceType, numbers: Sequence[str]) -> None:
        """Ask for numbers, forgetting what an earlier run left."""
        self.forget()
        self._kind = kind
        self.add(numbers)

    def forget(self) -> None:
        """End the run without a word; an answer under way is of no interest any more."""
        job, self._job = self._job, None
        self._waiting = []
        self.total = 0
        if job is not None:
            job.cancel()

    def add(self, numbers: Sequence[str]) -> None:
        """Ask for more numbers of the same kind."""
        self._waiting.extend(numbers)
        self.total += len(numbers)
        if self._job is None:
            if self._link.connection.state is LinkState.OFFLINE:
                self._recall(lambda: self._ask(_FIRST_PART))
            else:
                self._ask(_FIRST_PART)

    def go_on(self) -> None:
        """Ask for what a stop or a fault left."""
        if self._job is None and self._waiting:
            self._ask(_PART)

    def stop(self) -> None:
        """Leave the numbers that wait; ``ended`` follows with the cancellation."""
        if self._job is not None:
            self._job.cancel()

    def _ask(self, count: int) -> None:
        part = self._waiting[:count]
        sendable = tuple(number for number in part if len(number) <= MAX_REFERENCE_LENGTH)
        if not sendable:
            self._take(part, {})
            return
        request = TraceRequest(self._kind, sendable)

        def answered(outcome: Outcome[Traces]) -> None:
            if self._job is job:
                self._on_answer(part, outcome)

        self._job = job = self._link.ask(lambda client: client.send(TRACE, request), answered)

    def _on_answer(self, part: Sequence[str], outcome: Outcome[Traces]) -> None:
        self._job = None
        match outcome:
            case Ok(traces):
                self._take(part, {trace.reference: trace for trace in traces.items})
            case Err(fault) if is_without_answer(fault):
                self._recall(lambda: self.ended.emit(outcome))
            case Err():
                self.ended.emit(outcome)

    def _recall(self, otherwise: Callable[[], None]) -> None:
        """Answer from what was seen before; ``otherwise`` follows when that leaves numbers without an answer."""
        kind, numbers = self._kind, tuple(self._waiting)

        def recalled(outcome: Outcome[dict[str, Aged]]) -> None:
            if self._job is not job:
                return
            self._job = None
            if isinstance(outcome, Ok) and outcome.value:
                self._waiting = [number for number in self._waiting if number not in outcome.value]
                self.recalled.emit(list(outcome.value.values()))
            if self._waiting:
                otherwise()
            else:
                self.ended.emit(None)

        self._job = job = self._link.jobs.run(lambda: self._seen.recall(kind, numbers), recalled)

    def _take(self, part: Sequence[str], answers: dict[str, Trace]) -> None:
        """Hand on the answers; a number too long to be asked is malformed without asking."""
        del self._waiting[: len(part)]
        self.answered.emit([answers.get(number) or Trace(number, TraceOutcome.MALFORMED) for number in part])
        if self._waiting:
            self._ask(_PART)
        else:
            self.ended.emit(None)
