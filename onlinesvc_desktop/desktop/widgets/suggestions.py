# SPDX-License-Identifier: MIT
"""The list that drops down below a field while somebody types."""

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

MOST_SUGGESTIONS = 9


class Suggestions:
    """Made when something is first typed, to keep it out of the start."""

    def __init__(self, field: QLineEdit) -> None:
        self._words = QStringListModel(field)
        self._completer = QCompleter(self._words, field)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_SUGGESTIONS)
        self.popup = QListView()
        self._completer.setPopup(self.popup)
        self._completer.setWidget(field)

    def show(self, words: list[str]) -> None:
        """Show suggestions, or hide when there are none."""
        self._words.setStringList(words)
        if words:
            self._completer.complete()
        else:
            self.popup.hide()

    def chosen_row(self) -> int:
        """Return the row chosen by arrow keys, -1 when there is none."""
        return self.popup.currentIndex().row() if self.popup.isVisible() else -1
