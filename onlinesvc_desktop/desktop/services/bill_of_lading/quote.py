# SPDX-License-Identifier: MIT
"""The quote of a bill: its number and letter, until when its price holds, and what to do once it is over."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.contract.codes import Right
from onlinesvc_desktop.contract.rate_quote import (
    GET_RATE_QUOTE,
    REQUEST_RATE_QUOTE,
    QuoteOption,
    RateQuote,
    is_over,
    number_and_letter,
)
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.accessibility import announce
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.services.bill_of_lading.editors import OWNER
from onlinesvc_desktop.desktop.theme import restyle
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.workplace import Workplace

_PAUSE_MS = 300


class QuoteEditor(Editor, Panel):
    """A line that looks its quote up; one that is over is taken off, or asked again with the same goods, by one key each."""

    def __init__(self, workplace: Workplace, ship_date: Callable[[], date]) -> None:
        super().__init__()
        self._workplace = workplace
        self._ship_date = ship_date
        self._quote: RateQuote | None = None
        self._letter = ""
        self._fault: Callable[[], str] | None = None
        self._asked = 0
        self.line = Line(f"{OWNER}.quote")
        self.line.edited.connect(self._on_edited)
        self.line.submitted.connect(self.submitted)
        self._notice = label("muted", wrap=True)
        self._notice.setObjectName(f"{OWNER}.quoteNotice")
        self._again = TextButton(f"{OWNER}.quoteAgain")
        self._again.clicked.connect(self._quote_again)
        self._off = TextButton(f"{OWNER}.quoteOff", "link")
        self._off.clicked.connect(self._take_off)
        self._row = ButtonRow(self._again, self._off)
        column = tight(QVBoxLayout(self), 6)
        for widget in (self.line, self._notice, self._row):
            column.addWidget(widget)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.setFocusProxy(self.line)
        workplace.session.changed.connect(self._look_up)
        self.retranslate_ui()

    @property
    def widget(self) -> QWidget:
        """The line."""
        return self.line

    @property
    def frame(self) -> QWidget:
        """The line with what is said of its quote."""
        return self

    def value(self) -> str:
        """Return number and letter as they stand."""
        return self.line.value()

    def limit_to(self, longest: int) -> None:
        """Take no more characters."""
        self.line.limit_to(longest)

    def fill(self, value: Any) -> None:
        """Put a number in, which anybody may change."""
        self.line.fill(value)
        self.lock(False)
        self._look_up()

    def lock(self, is_locked: bool) -> None:
        """Keep the number as it came from its quote."""
        self.line.setReadOnly(is_locked)

    def _on_edited(self) -> None:
        self._forget()
        self._pause.start()
        self.edited.emit()

    def _forget(self) -> None:
        self._asked += 1
        self._quote, self._fault = None, None
        self.retranslate_ui()

    def _look_up(self) -> None:
        """Ask how long the price holds; without the right, the link or a number of ours nothing is said."""
        self._pause.stop()
        self._forget()
        profile = self._workplace.session.open_profile
        named = number_and_letter(self.line.text())
        if named is None or profile is None or not profile.has(Right.RATE):
            return
        asked = self._asked
        number, self._letter = named

        def received(outcome: Outcome[RateQuote]) -> None:
            if asked == self._asked and isinstance(outcome, Ok):
                self._quote = outcome.value
                self.retranslate_ui()
                if self._is_over():
                    announce(self._notice, self._notice.text())

        self._workplace.link.ask(lambda client: client.send(GET_RATE_QUOTE, number=number), received)

    def _is_over(self) -> bool:
        quote = self._quote
        return quote is not None and is_over(quote.valid_until, quote.origin.province, self._workplace.now())

    def _quote_again(self) -> None:
        """Ask for the price of today for what the quote was made of, at the same service level where it is still offered."""
        before = self._quote
        if before is None:
            return
        level = next((one.service_level for one in before.options if one.letter == self._letter), None)
        request = msgspec.structs.replace(before.request, ship_date=self._ship_date())
        self._asked += 1
        asked = self._asked
        self._again.setEnabled(False)
        key = new_key()

        def received(outcome: Outcome[RateQuote]) -> None:
            self._again.setEnabled(True)
            if asked != self._asked:
                return
            match outcome:
                case Ok(quote):
                    same = (one for one in quote.options if one.service_level is level)
                    self._take(quote, next(same, quote.options[0]))
                case Err():
                    self._fault = self._workplace.link.words_for(outcome)
            self.retranslate_ui()
            announce(self._notice, self._notice.text())

        self._workplace.link.ask(lambda client: client.send(REQUEST_RATE_QUOTE, request, key=key), received)

    def _take(self, quote: RateQuote, option: QuoteOption) -> None:
        self._quote, self._letter, self._fault = quote, option.letter, None
        self.line.fill(f"{quote.number}{option.letter}")
        self.line.setFocus()
        self.edited.emit()

    def _take_off(self) -> None:
        self.fill("")
        self.line.setFocus()
        self.edited.emit()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        words = self._notice_words()
        has_focus = self._again.hasFocus() or self._off.hasFocus()
        self._notice.setText(words)
        self._notice.setVisible(bool(words))
        restyle(self._notice, "kind", "error" if self._is_over() else "muted")
        if has_focus and not self._is_over():
            self.line.setFocus()
        self._row.setVisible(self._is_over())
        self._again.setText(self.tr("Quote again with the same goods"))
        self._off.setText(self.tr("Take the quote off"))

    def _notice_words(self) -> str:
        quote = self._quote
        if quote is None:
            return ""
        day = formats.date_words(quote.valid_until)
        if self._is_over():
            words = self.tr("This quote was valid until {day}; its price no longer holds.").format(day=day)
            return words if self._fault is None else f"{words} {self._fault()}"
        option = next((one for one in quote.options if one.letter == self._letter), quote.options[0])
        total = formats.money_words(option.total, quote.currency)
        return self.tr("{total} after tax; valid until {day}.").format(total=total, day=day)
