# SPDX-License-Identifier: MIT
"""The field for numbers: one line for one, more for a pasted column, up to a few; it counts them as it is filled."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent

from onlinesvc_desktop.client.reference_lists import take_numbers
from onlinesvc_desktop.desktop.widgets.editors.text import TextArea

_MOST_LINES = 6
_PAUSE_MS = 60
_MARGIN = 0
_CHROME = 14 + 2 * _MARGIN
"""Padding, border and margin, as the theme has them: one line is as high as any other field."""


class NumbersField(TextArea):
    """Enter submits, Shift+Enter begins another line."""

    counted = Signal(object)
    """Carries what would be traced now, as ``Taken``, once nothing more was typed for a moment."""

    def __init__(self, object_name: str, longest: int) -> None:
        super().__init__(object_name, 1, longest)
        self.document().setDocumentMargin(_MARGIN)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.counted.emit(take_numbers(self.text())))
        self._rests = False
        self.textChanged.connect(self._wake)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def text(self) -> str:
        """Return what was typed or pasted."""
        return self.toPlainText()

    def _wake(self) -> None:
        self._rests = False
        self._pause.start()
        self._grow()

    def rest(self) -> None:
        """Give the room to what was found, until somebody types again; what is in it stays, chosen to be replaced."""
        self._rests = True
        self._pause.stop()
        self._grow()
        self.selectAll()

    def _grow(self) -> None:
        """Have as many lines as are filled, up to a few; then scroll."""
        lines = 1 if self._rests else max(1, int(self.document().size().height()))
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > _MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        height = _CHROME + self.fontMetrics().lineSpacing() * min(lines, _MOST_LINES)
        if height != self.maximumHeight():
            self.setMinimumHeight(height)
            self.setMaximumHeight(height)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the lines by the font that the window gives."""
        super().showEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        """Be as high as the lines in it."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)
