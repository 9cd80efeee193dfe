# SPDX-License-Identifier: MIT
"""One shipment by its autopro number: from the backend, or as it was last seen while there is no link."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from onlinesvc_desktop.client.faults import is_without_answer
from onlinesvc_desktop.contract.shipment import Shipment
from onlinesvc_desktop.contract.tracing import GET_SHIPMENT
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.workplace import Workplace


class ShipmentLookup(QObject):
    """One look-up at a time; each ends in exactly one of the signals."""

    found = Signal(object)
    """Carries the shipment, as far as whoever is signed in now may see it."""
    recalled = Signal(object, object)
    """Carries a shipment as it was last seen, or as a standby of the server knows it, and when that was."""
    failed = Signal(object)
    """Carries the ``Err``."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether an answer is awaited."""
        return self._job is not None

    def ask(self, number: str) -> None:
        """Look a shipment up; without a link what is known comes at once."""
        self.cancel()
        if self._workplace.connection.state is LinkState.OFFLINE:
            self._recall(number, lambda: self._ask_backend(number))
        else:
            self._ask_backend(number)

    def cancel(self) -> None:
        """Give up; ``failed`` follows with the cancellation when something was awaited."""
        if self._job is not None:
            self._job.cancel()

    def _ask_backend(self, number: str) -> None:
        self._job = self._workplace.link.ask(
            lambda client: client.send(GET_SHIPMENT, autopro=number), lambda outcome: self._on_shipment(number, outcome)
        )

    def _recall(self, number: str, otherwise: Callable[[], None]) -> None:
        def received(outcome: Outcome[tuple[Shipment, datetime] | None]) -> None:
            self._job = None
            match outcome:
                case Ok((shipment, at)):
                    self.recalled.emit(shipment, at)
                case Ok():
                    otherwise()
                case Err():
                    self.failed.emit(outcome)

        self._job = self._workplace.jobs.run(lambda: self._workplace.seen.recall_shipment(number), received)

    def _on_shipment(self, number: str, outcome: Outcome[Shipment]) -> None:
        self._job = None
        seen, now = self._workplace.seen, self._workplace.now()
        match outcome:
            case Ok(shipment):
                shown = self._workplace.session.visible(shipment)
                at = shown.known_until or now
                self._workplace.jobs.run_once_painted(seen.remember_shipment(shown, at))
                if shown.known_until:
                    self.recalled.emit(shown, at)
                else:
                    self.found.emit(shown)
            case Err(fault) if is_without_answer(fault):
                self._recall(number, lambda: self.failed.emit(outcome))
            case Err():
                self.failed.emit(outcome)
