# SPDX-License-Identifier: MIT
"""Name and value, in as many columns as there are: the small facts of a shipment or a profile."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel

from onlinesvc_desktop.desktop.widgets.panel import Panel, label

Fact = tuple[str, str]
_COLUMN_CHARACTERS = 17
_SPACING = 28
_BREAKS = re.compile(r"[ \n-]")
"""Where a line may end; not at a no-break space."""


class Facts(Panel):
    """Pairs of words, asked for anew at each language switch, in as many columns as fit."""

    def __init__(self, words: Callable[[], Sequence[Fact]], columns: int = 3) -> None:
        super().__init__()
        self._words = words
        self._most_columns = columns
        self._columns = columns
        self._longest: int | None = None
        """How wide the longest word is, in pixels; None until it is measured."""
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_SPACING)
        self._grid.setVerticalSpacing(2)
        self._stretch()
        self.retranslate_ui()

    def _stretch(self) -> None:
        for column in range(self._most_columns):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use fewer columns where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the words in the font they have by now."""
        super().showEvent(event)
        self._longest = None
        self._fit()

    def _fit(self) -> None:
        """Make the columns as many as there is room for, also for the longest word, such as an e-mail address."""
        least = self.fontMetrics().averageCharWidth() * _COLUMN_CHARACTERS
        if self._longest is None:
            self._longest = self._longest_word()
        room = (self.width() + _SPACING) // (self._longest + _SPACING)
        columns = max(1, min(self._most_columns, self.width() // least, room))
        if columns != self._columns:
            self._columns = columns
            self._stretch()
            for index in range(len(self._pairs)):
                self._place(index)

    def _longest_word(self) -> int:
        if not self._pairs:
            return 0
        metrics = self._pairs[0][1].fontMetrics()
        return max(metrics.horizontalAdvance(word) for _, value in self._pairs for word in _BREAKS.split(value.text()))

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words anew in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._longest = None

    def retranslate_ui(self) -> None:
        """Show the facts of the moment."""
        facts = self._words()
        while len(self._pairs) < len(facts):
            self._add_pair()
        for index, (name, value) in enumerate(self._pairs):
            shown = index < len(facts)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                name.setText(facts[index][0])
                value.setText(facts[index][1])
                value.setAccessibleName(f"{facts[index][0]}: {facts[index][1]}")
            else:
                value.clear()
        self._longest = None
        if self.isVisible():
            self._fit()

    def _add_pair(self) -> None:
        name, value = label("muted", wrap=True), label("fact", wrap=True)
        for one in (name, value):
            # One long word, such as an e-mail address, must not make the whole column wider than there is room.
            one.setMinimumWidth(1)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setContentsMargins(0, 0, 0, 10)
        self._pairs.append((name, value))
        self._place(len(self._pairs) - 1)

    def _place(self, index: int) -> None:
        row, column = divmod(index, self._columns)
        name, value = self._pairs[index]
        self._grid.addWidget(name, 2 * row, column)
        self._grid.addWidget(value, 2 * row + 1, column, Qt.AlignmentFlag.AlignTop)
