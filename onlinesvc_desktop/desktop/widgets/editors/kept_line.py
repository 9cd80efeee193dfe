# SPDX-License-Identifier: MIT
"""A line of text that finds kept entries while one types: Down and Enter take one of them, a click does too."""

from collections.abc import Callable
from itertools import islice
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from onlinesvc_desktop.contract.limits import MAX_SHORT_TEXT
from onlinesvc_desktop.desktop.kept_book import KeptBook, KeptItem
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.suggestions import MOST_SUGGESTIONS, Suggestions

Item = TypeVar("Item", bound=KeptItem)


class KeptLine(Line, Generic[Item]):
    """What begins as typed comes first. ``picked`` carries an entry; with ``takes_first``, Enter alone takes the first."""

    picked = Signal(object)

    def __init__(
        self, object_name: str, book: KeptBook[Item], words: Callable[[Item], str], takes_first: bool = False
    ) -> None:
        super().__init__(object_name, MAX_SHORT_TEXT)
        self._book = book
        self._words = words
        self._takes_first = takes_first
        self._found: list[Item] = []
        self._suggestions: Suggestions | None = None
        self.textEdited.connect(self._find)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is chosen in the list; without a choice, Enter means what it means in any line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = -1 if self._suggestions is None else self._suggestions.chosen_row()
            if row < 0 and self._takes_first:
                row = 0
            if 0 <= row < len(self._found):
                self._take(row)
                return
        super().keyPressEvent(event)

    def _find(self, text: str) -> None:
        typed = text.strip()
        found = list(islice(self._book.beginning_with(typed), MOST_SUGGESTIONS)) if typed else []
        if typed and len(found) < MOST_SUGGESTIONS:
            known = {entry.item.id for entry in found}
            others = (entry for entry in self._book.search(typed) if entry.item.id not in known)
            found += islice(others, MOST_SUGGESTIONS - len(found))
        self._show([entry.item for entry in found])

    def _show(self, found: list[Item]) -> None:
        self._found = found
        if self._suggestions is None:
            if not found:
                return
            self._suggestions = Suggestions(self)
            self._suggestions.popup.clicked.connect(self._on_clicked)
        self._suggestions.show([self._words(item) for item in found])

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        if row < len(self._found):
            item = self._found[row]
            self._show([])
            self.picked.emit(item)
