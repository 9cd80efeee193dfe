# SPDX-License-Identifier: MIT
"""A read-only table over messages: the one model that every table of the program fills in."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Generic, TypeVar

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """Our own data roles."""

    SORT = Qt.ItemDataRole.UserRole + 1
    """A native value to sort by."""
    ROW = Qt.ItemDataRole.UserRole + 2
    """The message of the row; survives proxies."""


_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_KNOWN_ROLES = frozenset({_DISPLAY, _DECORATION, _ALIGNMENT, _TOOLTIP, _ACCESSIBLE, *map(int, Role)})
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Column(msgspec.Struct, Generic[Row], frozen=True):
    """One column: heading and text in the current language, a value to sort by, and what else there is to say."""

    heading: Callable[[], str]
    text: Callable[[Row], str]
    sort: Callable[[Row], Any]
    tooltip: Callable[[Row], str] | None = None
    icon: Callable[[Row], QIcon] | None = None
    right_aligned: bool = False


class MessageTable(QAbstractTableModel, Generic[Row]):
    """Rows are messages, cells are worded when painted; a language switch changes words, never selection."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        """The messages shown."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other messages."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def append_rows(self, rows: Sequence[Row]) -> None:
        """Add messages at the end; selection and scroll stay."""
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def has_icon(self, section: int) -> bool:
        """Tell whether a column shows icons."""
        return self._columns[section].icon is not None

    def retranslate(self) -> None:
        """Word everything anew without touching selection or column widths."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DisplayRole])

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows; none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns; none below a row."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a heading in the current language."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[section].right_aligned else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one facet of a cell; painting asks for many that there are not, so those are turned away first."""
        if role not in _KNOWN_ROLES or not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == _DISPLAY:
            return column.text(row)
        if role == _DECORATION:
            return None if column.icon is None else column.icon(row)
        if role == _ALIGNMENT:
            return _RIGHT if column.right_aligned else _LEFT
        if role == _TOOLTIP:
            return None if column.tooltip is None else column.tooltip(row)
        if role == _ACCESSIBLE:
            return f"{column.heading()}: {column.text(row)}"
        return column.sort(row) if role == Role.SORT else row
