# SPDX-License-Identifier: MIT
"""A short list of things, a line of words for each and the one thing that may be done about it: to end it, unless said."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight

Item = TypeVar("Item")


class EndableLines(Panel, Generic[Item]):
    """Lines are named ``line_name`` and their buttons ``end_name`` with an ordinal from 1."""

    end_wanted = Signal(object)
    """Carries the item to end."""

    def __init__(
        self,
        line_name: str,
        end_name: str,
        words: Callable[[Item], tuple[str, str]],
        may_end: Callable[[Item], bool] = lambda _item: True,
        button_words: Callable[[], str] | None = None,
    ) -> None:
        super().__init__()
        self._names = line_name, end_name
        self._words = words
        self._may_end = may_end
        self._button_words = button_words
        self._lines: list[tuple[Item, QWidget, QLabel, TextButton]] = []
        self._column = tight(QVBoxLayout(self), 6)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show other items; ``words`` returns what each is and how a screen reader says to end it."""
        for _, row, _, _ in self._lines:
            row.deleteLater()
        self._lines = []
        line_name, end_name = self._names
        for ordinal, item in enumerate(items, start=1):
            row = QWidget()
            words = label("", wrap=True)
            words.setObjectName(f"{line_name}{ordinal}")
            end = TextButton(f"{end_name}{ordinal}", "link")
            if not self._may_end(item):
                end.hide()
            end.clicked.connect(partial(self.end_wanted.emit, item))
            line = tight(QHBoxLayout(row), 12)
            line.addWidget(words, 1)
            line.addWidget(end)
            self._column.addWidget(row)
            row.show()
            self._lines.append((item, row, words, end))
        self.setVisible(bool(items))
        self.retranslate_ui()

    def focus_first(self) -> None:
        """Bring the focus to the button of the first line, if there is one."""
        for _, _, _, button in self._lines[:1]:
            button.setFocus()

    def retranslate_ui(self) -> None:
        """Word every line in the current language."""
        for item, _, words, end in self._lines:
            text, end_text = self._words(item)
            words.setText(text)
            end.setText(self.tr("End") if self._button_words is None else self._button_words())
            end.setAccessibleName(end_text)
