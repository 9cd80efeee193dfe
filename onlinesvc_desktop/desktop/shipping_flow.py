# SPDX-License-Identifier: MIT
"""One shipment from its quote to its pickup: what is done, what waits, what was refused.

It follows what the clerk submits and what the backend answers, so no service has to know another: the bill that was issued
last, the quote it names, the prints that its history holds, and the pickup whose goods name it. A pickup that is refused
leaves the bill as it stands; only the pickup is tried again.
"""

from enum import Enum
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.contract.bill_of_lading import GET_BILL, ISSUE_BILL, Bill, IssuedBill, PrintedWhat
from onlinesvc_desktop.contract.pickup import REQUEST_PICKUP, PickupConfirmation
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.jobs import Ok, Outcome
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.unsent import Returned, UnsentQueue


class Step(Enum):
    """The steps in their order."""

    QUOTE = "quote"
    BILL = "bill"
    LABELS = "labels"
    PICKUP = "pickup"


class Mark(Enum):
    """How a step stands."""

    OPEN = "open"
    WAITING = "waiting"
    """On this computer, until the link is back."""
    DONE = "done"
    REFUSED = "refused"


class Stand(msgspec.Struct, frozen=True):
    """How a step stands, and its number once it has one."""

    mark: Mark = Mark.OPEN
    number: str = ""


class ShippingFlow(QObject):
    """The steps of the shipment in hand; nothing is in hand before a bill was submitted."""

    changed = Signal()

    def __init__(self, link: BackendLink, session: SessionState, unsent: UnsentQueue) -> None:
        super().__init__()
        self._link = link
        self._session = session
        self._unsent = unsent
        self._bill_key = ""
        self._stands: dict[Step, Stand] = {}
        self._labelled: set[str] = set()
        """Bills whose labels were printed here; the server's history has them only once that was sent."""
        unsent.changed.connect(self._follow)
        unsent.returned.connect(self._on_returned)
        session.changed.connect(self._on_session_changed)

    @property
    def is_in_hand(self) -> bool:
        """Tell whether there is a shipment to show."""
        return bool(self._bill_key)

    def stand(self, step: Step) -> Stand:
        """Return how a step stands."""
        return self._stands.get(step, Stand())

    def note_labels(self, number: str) -> None:
        """Keep that labels of a bill were printed here, with or without a link."""
        self._labelled.add(number)
        if self.is_in_hand and self.stand(Step.BILL).number == number:
            self._set(Step.LABELS, Stand(Mark.DONE))

    def look(self) -> None:
        """Ask whether the labels of the bill were printed."""
        number = self.stand(Step.BILL).number
        if number in self._labelled:
            self._set(Step.LABELS, Stand(Mark.DONE))
            return
        if self.stand(Step.BILL).mark is not Mark.DONE or not self._session.is_open:
            return

        def received(outcome: Outcome[Bill]) -> None:
            if isinstance(outcome, Ok) and self.stand(Step.BILL).number == number:
                printed = any(one.note.what is PrintedWhat.LABELS for one in outcome.value.prints)
                self._set(Step.LABELS, Stand(Mark.DONE if printed else Mark.OPEN))

        self._link.ask(lambda client: client.send(GET_BILL, bol_number=number), received)

    def _follow(self) -> None:
        """Take up the bill that was submitted last, and the pickups that name it."""
        for submission in self._unsent.items:
            if submission.refusal is None:
                self._take(submission, Stand(Mark.WAITING))
        for sent in reversed(self._unsent.sent):
            match sent.answer:
                case IssuedBill(bol_number=number) | PickupConfirmation(confirmation_number=number):
                    self._take(sent.submission, Stand(Mark.DONE, number))

    def _on_returned(self, answer: Returned) -> None:
        self._take(answer.submission, Stand(Mark.REFUSED))

    def _take(self, submission: Submission, stand: Stand) -> None:
        if submission.kind == ISSUE_BILL.queued:
            self._take_bill(submission, stand)
        elif submission.kind == REQUEST_PICKUP.queued and self._names_bill(submission.fields):
            self._set(Step.PICKUP, stand)

    def _take_bill(self, submission: Submission, stand: Stand) -> None:
        bill = submission.fields
        number = stand.number or str(bill.get("bol_number", ""))
        if submission.key != self._bill_key:
            if self._is_older(submission):
                return
            self._bill_key, self._stands = submission.key, {}
            quote = str(bill.get("quote", ""))
            self._stands[Step.QUOTE] = Stand(Mark.DONE, quote) if quote else Stand()
        is_new = self.stand(Step.BILL) != Stand(stand.mark, number)
        self._set(Step.BILL, Stand(stand.mark, number))
        if is_new:
            self.look()

    def _is_older(self, submission: Submission) -> bool:
        """Tell whether a bill was submitted before the one in hand."""
        known = [*self._unsent.items, *(sent.submission for sent in self._unsent.sent)]
        present = next((one for one in known if one.key == self._bill_key), None)
        return present is not None and submission.number < present.number

    def _names_bill(self, pickup: dict[str, Any]) -> bool:
        number = self.stand(Step.BILL).number
        return bool(number) and any(item.get("bol_number") == number for item in pickup.get("items", ()))

    def _set(self, step: Step, stand: Stand) -> None:
        if self._stands.get(step) != stand:
            self._stands[step] = stand
            self.changed.emit()

    def _on_session_changed(self) -> None:
        """Keep nothing of one enterprise for the next."""
        if not self._session.is_open and self.is_in_hand:
            self._bill_key, self._stands = "", {}
            self._labelled.clear()
            self.changed.emit()
