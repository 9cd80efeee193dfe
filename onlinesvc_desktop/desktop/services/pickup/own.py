# SPDX-License-Identifier: MIT
"""The pickups an enterprise asked for: where each stands, and what can still be done about it."""

from collections.abc import Callable
from datetime import timedelta

import msgspec
from msgspec import UNSET
from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Fault, Refused
from onlinesvc_desktop.contract import paging
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.limits import MAX_PAGE_SIZE
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.pickup import (
    CHANGEABLE,
    GET_PICKUP,
    LIST_PICKUPS,
    Pickup,
    PickupQuery,
    PickupState,
)
from onlinesvc_desktop.contract.today import day_in
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.paged import Cursor
from onlinesvc_desktop.desktop.pages.list_page import ListWords, PagedTable
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.services.pickup.changing import at_hand, send_cancellation
from onlinesvc_desktop.desktop.services.pickup.columns import pickup_columns, pickup_facts
from onlinesvc_desktop.desktop.services.pickup.words import PickupCounts, window_words
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Answer, NotKept, Returned, Sent, Waiting
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.facts import Facts
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.part_line import PartLine
from onlinesvc_desktop.desktop.words.pickups import state_words
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "pickup"
_ONE_DAY = timedelta(days=1)


class OwnPickups(Panel):
    """The list, and below it the pickup that is chosen."""

    change_wanted = Signal(object)
    again_wanted = Signal(object)
    """Both carry the ``Pickup``."""
    trace_wanted = Signal(str)
    """Carries an autopro number."""

    def __init__(self, workplace: Workplace, message: MessageLine) -> None:
        super().__init__()
        self._workplace = workplace
        self._message = message
        self._chosen: Pickup | None = None
        words = ListWords(
            lambda: self.tr("Pickups"),
            lambda: self.tr("Your pickups"),
            lambda loaded: PickupCounts().pickups(loaded),
            lambda: self.tr("No pickups were asked for yet."),
            lambda shown, loaded: self.tr("{shown} of {loaded}").format(shown=shown, loaded=PickupCounts().pickups(loaded)),
            lambda loaded: PickupCounts().pickups(loaded),
        )
        self._list = PagedTable[Pickup](_OWNER, pickup_columns(), words, message, workplace)
        self._list.table.view.selectionModel().currentRowChanged.connect(self._choose)
        self._list.opened.connect(self._look)
        self._list.ended.connect(self._choose_again)
        self._facts = Facts(lambda: () if self._chosen is None else pickup_facts(self._chosen))
        self._why = label("muted", wrap=True)
        self._why.setObjectName(f"{_OWNER}.why")
        self._change = TextButton(f"{_OWNER}.change", "primary")
        self._cancel = TextButton(f"{_OWNER}.cancel")
        self._again = TextButton(f"{_OWNER}.again", "link")
        self._trace = TextButton(f"{_OWNER}.trace", "link")
        self._is_sure = False
        self._opening = ""
        self._change.clicked.connect(lambda: self.change_wanted.emit(self._chosen))
        self._again.clicked.connect(lambda: self.again_wanted.emit(self._chosen))
        self._cancel.clicked.connect(self._on_cancel)
        self._trace.clicked.connect(self._on_trace)
        self._part = PartLine(_OWNER, lambda: self.tr("Pickups of today"), lambda: self.tr("Show all pickups"))
        self._part.left.connect(lambda: self.show_today(False))
        self._build()
        workplace.session.changed.connect(self._on_session_changed)
        self._show()
        self.retranslate_ui()

    def _build(self) -> None:
        frame, column = card(12)
        column.addWidget(self._facts)
        column.addWidget(self._why)
        line = tight(QHBoxLayout(), 12)
        for button in (self._change, self._cancel, self._again, self._trace):
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        self._detail = scrolling(frame)
        layout = tight(QVBoxLayout(self), 10)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(self._part)
        layout.addWidget(self._list.busy)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._detail, 1)
        self.setFocusProxy(self._list)

    def show_today(self, is_of_today: bool = True) -> None:
        """Show the pickups of the day it is at their places; or every pickup again."""
        self._part.setVisible(is_of_today)
        self._list.narrow(self._is_today if is_of_today else None)
        self.reload()
        self.setFocus()

    def _is_today(self, one: Pickup) -> bool:
        return one.pickup_date == day_in(one.time_zone, self._workplace.now())

    def open(self, number: str) -> None:
        """Show every pickup and choose one by its number; say so when there is none."""
        self.show_today(False)
        self._opening = number

    def reload(self) -> None:
        """Fetch the list anew."""
        day, is_all = self._workplace.now().date(), self._part.isHidden()
        since, until = (UNSET, UNSET) if is_all else (day - _ONE_DAY, day + _ONE_DAY)

        def fetch(client: ApiClient, cursor: Cursor) -> paging.Page[Pickup]:
            return client.send(LIST_PICKUPS, query=PickupQuery(since=since, until=until, cursor=cursor, limit=MAX_PAGE_SIZE))

        if self._workplace.session.is_open:
            self._list.reload(fetch)

    def _choose(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        self._chosen = self._list.table.row_at(index) if index.isValid() else None
        self._is_sure = False
        self._show()

    def _choose_again(self) -> None:
        """Keep the pickup that was chosen, as it is now, or choose the one that was asked for."""
        number = self._opening or ("" if self._chosen is None else self._chosen.confirmation_number)
        row = next((row for row, one in enumerate(self._list.rows) if one.confirmation_number == number), None)
        if row is not None:
            self._opening = ""
            self._list.table.view.setCurrentIndex(self._list.table.index_of(row))
        elif self._opening and self._list.pages.is_loaded and not self._list.pages.is_running:
            wanted, self._opening = self._opening, ""
            self._say(
                Tone.WARNING,
                lambda: self.tr("Pickup {number} is not among yours. Check the number, or call us.").format(number=wanted),
            )

    def _look(self, chosen: Pickup) -> None:
        """Fetch the steps of a pickup."""

        def received(outcome: Outcome[Pickup]) -> None:
            match outcome:
                case Ok(found) if self._chosen is not None and self._chosen.id == found.id:
                    self._chosen = found
                    self._show()
                case Err():
                    self._message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        number = chosen.confirmation_number
        self._workplace.link.ask(lambda client: client.send(GET_PICKUP, confirmation_number=number), received)

    def _show(self) -> None:
        one = self._chosen
        self._detail.setVisible(one is not None)
        self._facts.retranslate_ui()
        may = one is not None and one.state in CHANGEABLE
        self._change.setVisible(may)
        self._cancel.setVisible(may)
        self._trace.setVisible(one is not None and any(item.autopro_number is not UNSET for item in one.items))
        self._word()

    def _on_cancel(self) -> None:
        """Cancel at the second press."""
        one = self._chosen
        if one is None:
            return
        if not self._is_sure:
            self._is_sure = True
            self._word()
            return

        def answered(answer: Answer) -> None:
            self._cancel.setEnabled(True)
            self._is_sure = False
            match answer:
                case Sent():
                    self.reload()
                    self._say(Tone.SUCCESS, lambda: self.tr("Pickup {number} is cancelled.").format(number=number))
                case Waiting():
                    self._say(
                        Tone.WARNING,
                        lambda: self.tr(
                            "The server cannot be reached. Pickup {number} will be cancelled automatically when it can; if"
                            " the truck may come before that, call us."
                        ).format(number=number),
                    )
                case Returned(submission, fault):
                    self._workplace.unsent.withdraw(submission)
                    self._say_fault(fault)
                case NotKept(fault):
                    self._say_fault(fault)
            self._word()

        self._cancel.setEnabled(False)
        number = one.confirmation_number
        send_cancellation(self._workplace, at_hand(one), new_key(), answered)

    def _say_fault(self, fault: Fault) -> None:
        words = self._workplace.link.words_for(Err(fault))
        if isinstance(fault, Refused) and fault.code in (ErrorCode.WRONG_STATE, ErrorCode.CHANGED_MEANWHILE):
            self.reload()
        if isinstance(fault, Refused) and isinstance(fault.current, msgspec.Raw):
            now = from_json(fault.current, Pickup)
            words = lambda: self.changed_words(now)  # noqa: E731 - as every other words
        self._say(Tone.WARNING, words)

    def _say(self, tone: Tone, words: Callable[[], str]) -> None:
        self._message.say(tone, words)

    def _on_trace(self) -> None:
        if self._chosen is not None:
            numbers = [item.autopro_number for item in self._chosen.items if item.autopro_number is not UNSET]
            self.trace_wanted.emit(str(numbers[0]))

    def changed_words(self, now: Pickup) -> str:
        """Say how a pickup stands that somebody else changed."""
        return self.tr(
            "Somebody else changed this pickup meanwhile. It is now: {state}, {day}, {window}. Send again to put yours in"
            " its place."
        ).format(state=state_words(now.state), day=formats.full_date_words(now.pickup_date), window=window_words(now))

    def _on_session_changed(self) -> None:
        """Keep nothing of one enterprise for the next."""
        if not self._workplace.session.is_open:
            self._chosen = None
            self._opening = ""
            self._part.hide()
            self._list.narrow(None)
            self._show()

    def _word(self) -> None:
        one = self._chosen
        self._change.setText(self.tr("Change"))
        number = "" if one is None else one.confirmation_number
        self._cancel.setText(self.tr("Yes, cancel {number}").format(number=number) if self._is_sure else self.tr("Cancel"))
        self._again.setText(self.tr("Ask for the same again"))
        self._trace.setText(self.tr("Trace the shipment"))
        is_with_driver = one is not None and one.state in (PickupState.ASSIGNED, PickupState.EN_ROUTE)
        self._why.setVisible(is_with_driver)
        if one is not None and is_with_driver:
            self._why.setText(
                self.tr("A driver has this pickup. To change it now, call the terminal: {telephone}.").format(
                    telephone=one.terminal.telephone
                )
            )

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._word()
