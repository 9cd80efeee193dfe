# SPDX-License-Identifier: MIT
"""Name and value, in as many columns as there are: the small facts of a shipment or a profile."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from onlinesvc_desktop.desktop.widgets.panel import Panel, label

Fact = tuple[str, str]


class Facts(Panel):
    """Pairs of words, asked for anew at each language switch."""

    def __init__(self, words: Callable[[], Sequence[Fact]], columns: int = 3) -> None:
        super().__init__()
        self._words = words
        self._columns = columns
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(2)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self.retranslate_ui()

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

    def _add_pair(self) -> None:
        row, column = divmod(len(self._pairs), self._columns)
        name, value = label("muted"), label("fact", wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setContentsMargins(0, 0, 0, 10)
        self._grid.addWidget(name, 2 * row, column)
        self._grid.addWidget(value, 2 * row + 1, column, Qt.AlignmentFlag.AlignTop)
        self._pairs.append((name, value))
