# SPDX-License-Identifier: MIT
"""The model of a table of lines that are being written: rows are objects as on the wire, cells are worded when painted."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
LineColumn = tuple[Callable[[], str], Callable[[Any], str], str]
"""Heading, words of a value, name of the member."""


class LinesModel(QAbstractTableModel):
    """Lines, the wrong ones marked in their number."""

    def __init__(self, columns: Sequence[LineColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self.rows: list[dict[str, Any]] = []
        self._wrong: AbstractSet[int] = frozenset()

    def set_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def replace(self, row: int, value: dict[str, Any]) -> None:
        """Put another line in the place of one."""
        self.rows[row] = value
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    def mark(self, wrong: AbstractSet[int]) -> None:
        """Mark the lines in which something is wrong."""
        self._wrong = wrong
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(0, len(self.rows) - 1))

    def text(self, row: int, column: int) -> str:
        """Return a cell in the current language."""
        _, words_of, name = self._columns[column]
        return words_of(self.rows[row].get(name))

    def retranslate(self) -> None:
        """Word everything again; the chosen line stays."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self._columns) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines; none below a line."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns; none below a line."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a heading, or the number of a line, marked when something in it is wrong."""
        if orientation is Qt.Orientation.Horizontal:
            is_told = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return self._columns[section][0]().replace("&", "") if is_told else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{section + 1} !" if section in self._wrong else str(section + 1)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell; a screen reader hears the heading before them."""
        if not index.isValid():
            return None
        text = self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._columns[index.column()][0]().replace('&', '')}: {text}"
        return text if role == Qt.ItemDataRole.DisplayRole else None
