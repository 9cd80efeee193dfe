# SPDX-License-Identifier: MIT
"""The dispatch board: the day's pickups by terminal, moved by keyboard, printed as the day's list."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import msgspec
from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.faults import Invalid, Refused
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.pickup import (
    LIST_BOARD,
    MOVE_PICKUP,
    NEXT_STATES,
    Board,
    BoardQuery,
    MissedReason,
    Pickup,
    PickupMove,
    PickupState,
)
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.models.paged import Rows
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.services.pickup.columns import board_columns, pickup_facts
from onlinesvc_desktop.desktop.services.pickup.words import PickupCounts
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.moments import Day
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.panel import label
from onlinesvc_desktop.desktop.widgets.table_bar import TableBar
from onlinesvc_desktop.desktop.words.pickups import moved_words, reason_choices, state_choices, state_words
from onlinesvc_desktop.desktop.workplace import Workplace

_MOVES = (
    (PickupState.CONFIRMED, Qt.Key.Key_1),
    (PickupState.ASSIGNED, Qt.Key.Key_2),
    (PickupState.EN_ROUTE, Qt.Key.Key_3),
    (PickupState.PICKED_UP, Qt.Key.Key_4),
    (PickupState.MISSED, Qt.Key.Key_5),
    (PickupState.CANCELLED, Qt.Key.Key_6),
)
"""Moves and their keys, with Ctrl; a move that cannot follow is hidden and its key does nothing."""
_ALL = "\N{EN DASH}"


class BoardPanel(ListPanel[Pickup]):
    """A day, a terminal, a state; below the table what can be done with the pickup that is chosen."""

    name = "pickups"

    def __init__(self, workplace: Workplace) -> None:
        self._terminals: tuple[str, ...] = ()
        super().__init__(workplace)
        self._counts_words = label("muted", wrap=True)
        self._counts_words.setObjectName(f"{self.owner}.counts")
        self._board: Board | None = None
        self._day = Day(f"{self.owner}.day", workplace.today)
        self._terminal = Choices(f"{self.owner}.terminal", self._terminal_choices)
        self._terminal.setCurrentIndex(0)
        self._terminal.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._day.edited.connect(self.reload)
        self._terminal.edited.connect(self.reload)
        self.bar.insertWidget(0, self._day)
        self.bar.insertWidget(1, self._terminal)
        self._paper = TableBar(self.owner, self._table, self._list_words, self.message, workplace)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self._counts_words)
        layout.addWidget(self._paper)
        self._fields = Form(
            [
                Entry("driver", Line(f"{self.owner}.driver"), lambda: self.tr("Driver")),
                Entry("reason", Choices(f"{self.owner}.reason", reason_choices), lambda: self.tr("Why it was missed")),
                Entry(
                    "pickup_date",
                    Day(f"{self.owner}.newDay", workplace.today),
                    lambda: self.tr("New day"),
                ),
            ],
            columns=2,
        )
        self._fields.field("reason").editor.widget.installEventFilter(self)
        self.detail_column.addWidget(self._fields)
        self._moves: dict[PickupState, TextButton] = {}
        for state, _key in _MOVES:
            button = TextButton(f"{self.owner}.{state.value}")
            button.clicked.connect(partial(self._move, state))
            self._moves[state] = button
        self.add_actions(*self._moves.values())
        self.detail_column.addStretch(1)
        self.retranslate_ui()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the pickup that is chosen, wherever in the panel the focus is."""
        if not self._is_moved_by(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move it from the list of reasons too, which would take the key for a search."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._is_moved_by(event):
            return True
        return super().eventFilter(watched, event)

    def _is_moved_by(self, event: QKeyEvent) -> bool:
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        state = next((state for state, key in _MOVES if key.value == event.key()), None)
        if state is None or not self._moves[state].isVisible() or not self._moves[state].isEnabled():
            return False
        self._moves[state].click()
        return True

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("BoardPanel", "Pickups")

    def columns(self) -> Sequence[Column[Pickup]]:
        """Return the columns of the table."""
        return board_columns()

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter."""
        return [("", self.tr("All states")), *state_choices()]

    def _terminal_choices(self) -> list[tuple[str, str]]:
        return [(_ALL, self.tr("All terminals")), *((code, code) for code in self._terminals)]

    def fetch(self, client: ApiClient, search: str, state: str, cursor: str | UnsetType) -> Board:
        """Ask for a page of the day."""
        day, terminal = date.fromisoformat(self._day.value()), self._terminal.value()
        return client.send(
            LIST_BOARD,
            query=BoardQuery(
                search=search,
                cursor=cursor,
                state=PickupState(state) if state else UNSET,
                since=day,
                until=day,
                terminal="" if terminal == _ALL else terminal,
            ),
        )

    def noted(self, page: Rows[Pickup]) -> None:
        """Remember counts and terminals of the day."""
        assert isinstance(page, Board)
        self._board = page
        if page.terminals != self._terminals:
            self._terminals = page.terminals
            chosen = self._terminal.value()
            self._terminal.blockSignals(True)
            self._terminal.clear()
            for code, words in self._terminal_choices():
                self._terminal.addItem(words, code)
            self._terminal.setCurrentIndex(max(0, self._terminal.findData(chosen)))
            self._terminal.blockSignals(False)
        self._word_counts()

    def empty_words(self) -> str:
        """Say that there is nothing to pick up."""
        return self.tr("No pickups on this day match.")

    def fact_words(self, item: Pickup) -> Sequence[Fact]:
        """Return the whole pickup, and who asked."""
        return [*pickup_facts(item), (self.tr("Customer"), item.customer or _ALL)]

    def show_actions(self, item: Pickup) -> None:
        """Show the moves that can follow."""
        following = NEXT_STATES.get(item.state, ())
        for state, button in self._moves.items():
            button.setVisible(state in following)
        self._fields.take({"driver": item.driver, "reason": "", "pickup_date": item.pickup_date.isoformat()})
        self._fields.setVisible(bool(following))

    def _move(self, state: PickupState) -> None:
        item, values = self.chosen, self._fields.values()
        if item is None:
            return
        is_back = item.state is PickupState.MISSED and state is PickupState.CONFIRMED
        move = PickupMove(
            state,
            item.version,
            driver=values["driver"] if state is PickupState.ASSIGNED else "",
            reason=MissedReason(values["reason"]) if values["reason"] and state is PickupState.MISSED else UNSET,
            pickup_date=date.fromisoformat(values["pickup_date"]) if is_back else UNSET,
        )
        number = item.confirmation_number

        def done(moved: Pickup) -> None:
            self.message.say(Tone.SUCCESS, lambda: moved_words(moved))
            self._table.view.setFocus()

        self.act(lambda client: client.send(MOVE_PICKUP, move, confirmation_number=number), done)

    def show_fault(self, outcome: Err) -> bool:
        """Say beside the field what a move needs, and how a pickup stands that somebody else moved."""
        match outcome.fault:
            case Invalid(problems):
                self._fields.show_problems(problems)
                return False
            case Refused(ErrorCode.CHANGED_MEANWHILE, current=msgspec.Raw() as current):
                now = from_json(current, Pickup)
                self.message.say(
                    Tone.WARNING,
                    lambda: self.tr("Somebody else moved it meanwhile: {state}. Nothing was changed.").format(
                        state=moved_words(now)
                    ),
                )
                self.reload()
                return True
            case _:
                return False

    def forget(self) -> None:
        """Empty the fields of the moves."""
        self._fields.take({"driver": "", "reason": ""})

    def _list_words(self) -> str:
        day = formats.full_date_words(date.fromisoformat(self._day.value()))
        terminal = self._terminal.value()
        words = self.tr("Pickups of {day}").format(day=day)
        return words if terminal in ("", _ALL) else f"{words}, {terminal}"

    def _word_counts(self) -> None:
        if self._board is None:
            self._counts_words.setText("")
            return
        total = sum(one.count for one in self._board.counts)
        parts = [
            f"{state_words(one.state)}\N{NO-BREAK SPACE}{formats.number_words(one.count)}" for one in self._board.counts
        ]
        self._counts_words.setText(" · ".join([PickupCounts().pickups(total), *parts]))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        if not hasattr(self, "_moves"):
            return
        self.name_table(self.tr("Pickups"))
        self._day.setAccessibleName(self.tr("Day"))
        self._terminal.setAccessibleName(self.tr("Terminal"))
        for state, key in _MOVES:
            self._moves[state].setText(f"{self._move_words(state)} (Ctrl+{chr(key.value)})")
        self._word_counts()

    def _move_words(self, state: PickupState) -> str:
        match state:
            case PickupState.CONFIRMED:
                return self.tr("Confirm")
            case PickupState.ASSIGNED:
                return self.tr("Assign the driver")
            case PickupState.EN_ROUTE:
                return self.tr("On the way")
            case PickupState.PICKED_UP:
                return self.tr("Picked up")
            case PickupState.MISSED:
                return self.tr("Missed")
            case _:
                return self.tr("Cancel the pickup")
