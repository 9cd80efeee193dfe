# SPDX-License-Identifier: MIT
"""Editors of text: one line, or several; what is over the limit cannot be typed, pasted or filled in."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from onlinesvc_desktop.contract.limits import MAX_LONG_TEXT
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor


class Line(Editor, QLineEdit):
    """One line of text."""

    def __init__(self, object_name: str, longest: int | None = None, password: bool = False) -> None:
        super().__init__()
        self.setObjectName(object_name)
        if longest is not None:
            self.setMaxLength(longest)
        if password:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        self.textEdited.connect(lambda _text: self.edited.emit())
        self.returnPressed.connect(self.submitted)

    def limit_to(self, longest: int) -> None:
        """Take no more characters."""
        self.setMaxLength(min(longest, self.maxLength()))

    def value(self) -> str:
        """Return the text as typed."""
        return self.text()

    def fill(self, value: Any) -> None:
        """Put a text in."""
        self.setText("" if value is None else str(value))


class Filter(Line):
    """A line that narrows a list down; Escape clears it before it means anything else."""

    def __init__(self, object_name: str, longest: int | None = None) -> None:
        super().__init__(object_name, longest)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Escape while there is something to clear."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class TextArea(Editor, QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    def __init__(self, object_name: str, lines: int, longest: int = MAX_LONG_TEXT) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setTabChangesFocus(True)
        self._longest = longest
        self._filling = False
        margins = 2 * (self.document().documentMargin() + self.frameWidth() + 4)
        self.setMinimumHeight(int(self.fontMetrics().lineSpacing() * lines + margins))
        self.setMaximumHeight(self.minimumHeight())
        self.textChanged.connect(self._on_changed)

    def limit_to(self, longest: int) -> None:
        """Take no more characters."""
        self._longest = min(longest, self._longest)

    def value(self) -> str:
        """Return the text as typed."""
        return self.toPlainText()

    def fill(self, value: Any) -> None:
        """Put a text in, as much of it as there is room for."""
        self._filling = True
        self.setPlainText("" if value is None else str(value)[: self._longest])
        self._filling = False

    def _on_changed(self) -> None:
        if self._filling:
            return
        surplus = self.document().characterCount() - 1 - self._longest
        if surplus > 0:
            self._take_back(surplus)
        self.edited.emit()

    def _take_back(self, surplus: int) -> None:
        """Remove what was just typed or pasted over the limit: it stands before the cursor."""
        cursor = self.textCursor()
        end = cursor.position()
        cursor.joinPreviousEditBlock()
        cursor.setPosition(max(0, end - surplus))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._filling = True
        cursor.removeSelectedText()
        self._filling = False
        cursor.endEditBlock()
