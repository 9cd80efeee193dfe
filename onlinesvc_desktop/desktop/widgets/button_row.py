# SPDX-License-Identifier: MIT
"""Buttons beside each other, in as many lines as they need: French names are long, and a column may be narrow."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

_GAP = 12


class _Flow(QLayout):
    """Items from left to right; what does not fit begins another line. Hidden ones take no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item, as the last one."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item up."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow row is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the lines are together."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), is_trial=True)
        return self._heights[width]

    def invalidate(self) -> None:
        """Reckon heights anew: an item came, went or changed its size. The layouts around ask many times in between."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put each item into its place."""
        super().setGeometry(rect)
        self._arrange(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        """Return the room of one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() + _GAP for hint in hints)
        return QSize(max(0, width - _GAP), max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the room of the widest item alone."""
        hints = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0))

    def _arrange(self, rect: QRect, is_trial: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            x = rect.x()
            for item in line if not is_trial else ():
                hint = item.sizeHint()
                # A link is lower than a button: their middles agree, so that their words stand on one line.
                item.setGeometry(QRect(QPoint(x, y + (height - hint.height()) // 2), hint))
                x += hint.width() + _GAP
            y += height + _GAP
        return max(0, y - _GAP - rect.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return the items that stand beside each other, line by line."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if lines and needed <= left:
                lines[-1].append(item)
            else:
                lines.append([item])
                left = width
            left -= needed + _GAP
        return lines


class ButtonRow(QWidget):
    """A row of buttons and other small widgets."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._flow = _Flow(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self._flow.addWidget(widget)
