# SPDX-License-Identifier: MIT
"""Pickups that come every week: the next day of each, what became of the last ones, days to leave out."""

from datetime import date
from typing import Any

import msgspec
from msgspec import UNSET
from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.recurring_pickups import (
    CHANGE_RECURRING,
    END_RECURRING,
    LIST_RECURRING,
    RecurringChange,
    RecurringPickup,
    RecurringPickups,
)
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.services.pickup.columns import details_facts
from onlinesvc_desktop.desktop.services.pickup.words import day_words, place_words, weekdays_words, window_words
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.moments import Day
from onlinesvc_desktop.desktop.widgets.facts import Fact, Facts
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "pickup.recurring"
_DASH = "\N{EN DASH}"


class RepeatedPickups(Panel):
    """The list, and below it the one that is chosen."""

    change_wanted = Signal(object)
    """Carries the ``RecurringPickup``."""

    def __init__(self, workplace: Workplace, message: MessageLine) -> None:
        super().__init__()
        self._workplace = workplace
        self._message = message
        self._chosen: RecurringPickup | None = None
        self._is_sure = False
        self._table = MessageView[RecurringPickup](f"{_OWNER}.results", self._columns())
        self._table.view.selectionModel().currentRowChanged.connect(self._choose)
        self._empty = label("muted", wrap=True)
        self._empty.setObjectName(f"{_OWNER}.count")
        self._facts = Facts(lambda: () if self._chosen is None else self._fact_words(self._chosen))
        self._day = Day(f"{_OWNER}.skippedDay", workplace.today)
        self._day_field = Field(self._day, lambda: self.tr("Day to leave out"))
        self._skip = TextButton(f"{_OWNER}.skip")
        self._change = TextButton(f"{_OWNER}.change", "primary")
        self._end = TextButton(f"{_OWNER}.end")
        self._skip.clicked.connect(self._on_skip)
        self._change.clicked.connect(lambda: self.change_wanted.emit(self._chosen))
        self._end.clicked.connect(self._on_end)
        self._build()
        workplace.session.changed.connect(self._on_session_changed)
        self._show()
        self.retranslate_ui()

    def _build(self) -> None:
        frame, column = card(12)
        column.addWidget(self._facts)
        line = tight(QHBoxLayout(), 12)
        line.addWidget(self._day_field)
        for button in (self._skip, self._change, self._end):
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        self._detail = scrolling(frame)
        layout = tight(QVBoxLayout(self), 10)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._empty)
        layout.addWidget(self._detail, 1)
        self.setFocusProxy(self._table)

    def _columns(self) -> tuple[Column[RecurringPickup], ...]:
        return (
            Column(lambda: self.tr("Place"), place_words, lambda one: place_words(one).casefold()),
            Column(
                lambda: self.tr("On"), lambda one: weekdays_words(one.weekdays), lambda one: weekdays_words(one.weekdays)
            ),
            Column(lambda: self.tr("Between"), window_words, lambda one: one.ready_time),
            Column(lambda: self.tr("Next day"), _next_words, lambda one: str(one.next_day)),
        )

    def _fact_words(self, one: RecurringPickup) -> list[Fact]:
        facts = [
            (self.tr("On"), weekdays_words(one.weekdays)),
            (self.tr("Next day"), _next_words(one)),
            *details_facts(one),
        ]
        if one.skipped_days:
            facts.append((self.tr("Left out"), "; ".join(formats.date_words(day) for day in one.skipped_days)))
        if one.days:
            facts.append((self.tr("What became of it"), "\n".join(day_words(day) for day in one.days[:5])))
        return facts

    def reload(self) -> None:
        """Fetch the list anew."""

        def received(outcome: Outcome[RecurringPickups]) -> None:
            match outcome:
                case Ok(found) if self._workplace.session.is_open:
                    self._take(found.items)
                case Err():
                    self._message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        if self._workplace.session.is_open:
            self._workplace.link.ask(lambda client: client.send(LIST_RECURRING), received)

    def _take(self, items: tuple[RecurringPickup, ...]) -> None:
        chosen = None if self._chosen is None else self._chosen.id
        self._table.model.set_rows(items)
        self._table.fit_columns()
        row = next((row for row, one in enumerate(items) if one.id == chosen), None)
        if row is None:
            self._choose(QModelIndex())
        else:
            self._table.view.setCurrentIndex(self._table.index_of(row))
            self._choose(self._table.index_of(row))
        self.retranslate_ui()

    def _choose(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        self._chosen = self._table.row_at(index) if index.isValid() else None
        self._is_sure = False
        if self._chosen is not None and self._chosen.next_day is not UNSET:
            self._day.fill(self._chosen.next_day.isoformat())
        self._show()

    def _show(self) -> None:
        self._detail.setVisible(self._chosen is not None)
        self._facts.retranslate_ui()
        self.retranslate_ui()

    def _on_skip(self) -> None:
        """Leave a day out; one that is left out already stays so."""
        one = self._chosen
        if one is None:
            return
        day = date.fromisoformat(self._day.value())
        values = msgspec.to_builtins(one) | {"skipped_days": [str(one_day) for one_day in {*one.skipped_days, day}]}
        request = from_values(values, RecurringChange)
        self._ask(
            lambda client: client.send(CHANGE_RECURRING, request, id=one.id),
            lambda: self.tr("{day} is left out.").format(day=formats.full_date_words(day)),
        )

    def _on_end(self) -> None:
        """End it at the second press."""
        one = self._chosen
        if one is None:
            return
        if not self._is_sure:
            self._is_sure = True
            self.retranslate_ui()
            return
        self._ask(
            lambda client: client.send(END_RECURRING, id=one.id),
            lambda: self.tr("It is ended. Pickups that were made already stand."),
        )

    def _ask(self, work: Any, words: Any) -> None:
        def received(outcome: Outcome[Any]) -> None:
            self._is_sure = False
            match outcome:
                case Ok():
                    self._message.say(Tone.SUCCESS, words)
                case Err():
                    self._message.say(Tone.WARNING, self._workplace.link.words_for(outcome))
            self.reload()

        self._message.clear()
        self._workplace.link.ask(work, received)

    def _on_session_changed(self) -> None:
        """Keep nothing of one enterprise for the next."""
        if not self._workplace.session.is_open:
            self._take(())

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._table.view.setAccessibleName(self.tr("Recurring pickups"))
        self._empty.setText(self.tr("Tick days of the week in the form to have goods picked up every week."))
        self._empty.setVisible(not self._table.model.rows)
        self._skip.setText(self.tr("Leave this day out"))
        self._change.setText(self.tr("Change"))
        self._end.setText(self.tr("Yes, end it") if self._is_sure else self.tr("End"))


def _next_words(one: RecurringPickup) -> str:
    return _DASH if one.next_day is UNSET else formats.date_words(one.next_day)
