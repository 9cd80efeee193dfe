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


_Cell = tuple[int, int, int]
"""Row, column and how many columns it takes."""


def cells_of(longest: Sequence[int], most: int, width: int) -> tuple[int, tuple[_Cell, ...]]:
    """Return how many columns there are and where each fact stands, by the width of its longest word in pixels.

    One whose word fits no column has a row of its own; there are fewer columns where that makes fewer rows.
    """
    choices = [(columns, _in_columns(longest, columns, width)) for columns in range(most, 0, -1)]
    return min(choices, key=lambda choice: choice[1][-1][0])


def _in_columns(longest: Sequence[int], columns: int, width: int) -> tuple[_Cell, ...]:
    room = (width - (columns - 1) * _SPACING) // columns
    cells: list[_Cell] = []
    row = column = 0
    for word in longest:
        span = 1 if word <= room else columns
        if column + span > columns:
            row, column = row + 1, 0
        cells.append((row, column, span))
        column += span
    return tuple(cells)


class Facts(Panel):
    """Pairs of words, asked for anew at each language switch, in as many columns as fit."""

    def __init__(self, words: Callable[[], Sequence[Fact]], columns: int = 3) -> None:
        super().__init__()
        self._words = words
        self._most_columns = columns
        self._longest: tuple[int, ...] = ()
        """How wide the longest word of each is, in pixels; empty until it is measured."""
        self._placed: tuple[int, tuple[_Cell, ...]] = (columns, ())
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
        """Place the facts anew where there is room for more columns, or fewer, or a word is longer."""
        if not self._pairs:
            return
        least = self.fontMetrics().averageCharWidth() * _COLUMN_CHARACTERS
        if not self._longest:
            metrics = self._pairs[0][1].fontMetrics()
            self._longest = tuple(
                max(metrics.horizontalAdvance(word) for word in _BREAKS.split(value.text())) for _, value in self._pairs
            )
        most = max(1, min(self._most_columns, self.width() // least))
        placed = cells_of(self._longest, most, self.width())
        if placed == self._placed:
            return
        self._placed = placed
        columns, cells = placed
        for column in range(self._most_columns):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for (row, column, span), (name, value) in zip(cells, self._pairs, strict=True):
            self._grid.addWidget(name, 2 * row, column, 1, span)
            self._grid.addWidget(value, 2 * row + 1, column, 1, span, Qt.AlignmentFlag.AlignTop)

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
        if self.isVisible() or len(self._placed[1]) < len(self._pairs):
            self._fit()

    def _add_pair(self) -> None:
        name, value = label("muted", wrap=True), label("fact", wrap=True)
        for one in (name, value):
            # One long word, such as an e-mail address, must not make the whole column wider than there is room.
            one.setMinimumWidth(1)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setContentsMargins(0, 0, 0, 10)
        self._pairs.append((name, value))
