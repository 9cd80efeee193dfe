# SPDX-License-Identifier: MIT
"""The list that drops down below a field while somebody types."""

from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from onlinesvc_desktop.desktop.theme import dress_as

MOST_SUGGESTIONS = 9


class Suggestions:
    """Made when something is first typed, to keep it out of the start."""

    def __init__(self, field: QLineEdit) -> None:
        self._words = QStringListModel(field)
        self._completer = QCompleter(self._words, field)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_SUGGESTIONS)
        self._field = field
        self.popup = QListView()
        self.popup.setUniformItemSizes(True)
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self.popup)
        self._completer.setWidget(field)

    def show(self, words: list[str]) -> None:
        """Show suggestions, or hide when there are none."""
        self._words.setStringList(words)
        if words:
            dress_as(self.popup, self._field)
            self._completer.complete(QRect(0, 0, self._width(), self._field.height()))
        else:
            self.popup.hide()

    def _width(self) -> int:
        """Return the width of the longest suggestion, at least the field's, at most what the window has beside it."""
        left = self._field.mapTo(self._field.window(), self._field.rect().topLeft()).x()
        wanted = (
            self.popup.sizeHintForColumn(0) + 2 * self.popup.frameWidth() + self.popup.verticalScrollBar().sizeHint().width()
        )
        return max(self._field.width(), min(wanted, self._field.window().width() - left))

    def chosen_row(self) -> int:
        """Return the row chosen by arrow keys, -1 when there is none."""
        return self.popup.currentIndex().row() if self.popup.isVisible() else -1
