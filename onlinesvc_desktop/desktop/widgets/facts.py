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
        self._longest: tuple[int, ...] = ()
        """How wide the longest word of each value is, in pixels; empty until somebody needs to know."""
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_SPACING)
        self._grid.setVerticalSpacing(2)
        self.retranslate_ui()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use fewer columns where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the words in the font they have by now."""
        super().showEvent(event)
        self._longest = ()
        self._fit()

    def _fit(self) -> None:
        """Make the columns as many as there is room for; a long word, such as an e-mail address, is not cut off."""
        if not self._pairs:
            return
        if not self._longest:
            metrics = self._pairs[0][1].fontMetrics()
            self._longest = tuple(
                max(metrics.horizontalAdvance(word) for word in _BREAKS.split(value.text())) for _, value in self._pairs
            )
        most = min(self._most_columns, self.width() // (self.fontMetrics().averageCharWidth() * _COLUMN_CHARACTERS))
        shares = next((shares for columns in range(most, 1, -1) if (shares := self._shares(columns))), [1])
        for column in range(self._most_columns):
            self._grid.setColumnStretch(column, shares[column] if column < len(shares) else 0)
        if len(shares) != self._columns:
            self._columns = len(shares)
            for index in range(len(self._pairs)):
                self._place(index)

    def _shares(self, columns: int) -> list[int]:
        """Return how the width is divided: alike, but that a long word has its room; empty where that does not do."""
        left = self.width() - (columns - 1) * _SPACING
        needs = [max(self._longest[column::columns], default=0) for column in range(columns)]
        if sum(needs) > left:
            return []
        alike = columns
        for need in sorted(needs, reverse=True):
            if need * alike <= left:
                break
            left, alike = left - need, alike - 1
        share = left // max(1, alike)
        return [max(need, share) for need in needs]

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words anew in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._longest = ()

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
        self._longest = ()
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
        self._grid.addWidget(name, 2 * row, column, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(value, 2 * row + 1, column, Qt.AlignmentFlag.AlignTop)
