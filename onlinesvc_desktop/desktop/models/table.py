# SPDX-License-Identifier: MIT
"""A read-only table over messages: the one model that every table of the program fills in."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Generic, TypeVar

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QColor, QIcon

from onlinesvc_desktop.contract.csv_text import cell_text
from onlinesvc_desktop.contract.folding import folded, unspaced
from onlinesvc_desktop.desktop.widgets.panel import plain_tooltip

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """Our own data roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The message of the row."""


_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_COLOUR = int(Qt.ItemDataRole.ForegroundRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_KNOWN_ROLES = frozenset({_DISPLAY, _DECORATION, _COLOUR, _ALIGNMENT, _TOOLTIP, _ACCESSIBLE, *map(int, Role)})
_PREPARED_AT_ONCE = 200
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
    colour: Callable[[Row], QColor | None] | None = None
    value: Callable[[Row], Any] | None = None
    """What goes into a file where that is not the text: a number, a date, a moment."""
    unit: Callable[[], str] | None = None
    """What ``value`` is measured in, or by which clock, where the heading does not say it; said in files."""
    is_spare: bool = False
    """Whether a last column is left out where there is no room for it, because another one says the same."""
    says: Callable[[Row], bool] | None = None
    """Whether the cell tells more than the other columns of its row; None where a text does."""

    def heading_in_file(self) -> str:
        """Return the heading over a native value."""
        return self.heading() if self.unit is None else f"{self.heading()} ({self.unit()})"


def pasted_text(columns: "Sequence[Column[Any]]", rows: Sequence[Any], decimal_mark: str) -> str:
    """Return rows for the clipboard with the values that a file would get: dates and plain numbers, not their wording."""

    def cell(column: Column[Any], row: Any) -> str:
        value = unspaced(column.text(row)) if column.value is None else column.value(row)
        return " ".join(cell_text(value, decimal_mark).split())

    return "\n".join("\t".join(cell(column, row) for column in columns) for row in rows)


class MessageTable(QAbstractTableModel, Generic[Row]):
    """Rows are messages, cells are worded when painted; a language switch changes words, never selection.

    Sorting and filtering are done here, over keys made once: a proxy model would ask for two keys in each comparison, half a
    second for 10,000 rows.
    """

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Row] = []
        self._shown: list[Row] = []
        self._texts: dict[int, str] = {}
        self._words = ""
        self._part: Callable[[Row], bool] | None = None
        self._sorted_by = -1
        self._descending = False
        self._preparing = QTimer(self)
        self._preparing.setInterval(0)
        self._preparing.timeout.connect(self._prepare)
        self._prepared = 0
        self.prepares = True
        """Whether long tables are worded ahead for the filter; a table that is searched elsewhere has none."""

    @property
    def rows(self) -> Sequence[Row]:
        """All messages, also those that the filter hides."""
        return self._rows

    @property
    def shown(self) -> Sequence[Row]:
        """The messages that pass the filter, in the order of the screen."""
        return self._shown

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other messages."""
        self.beginResetModel()
        self._rows = list(rows)
        self._forget_texts()
        self._shown = self._arranged()
        self.endResetModel()

    def append_rows(self, rows: Sequence[Row]) -> None:
        """Add messages at the end, or where the sorting puts them; selection and scroll stay."""
        if not rows:
            return
        self._rows.extend(rows)
        self._prepare_later()
        shown = [row for row in rows if self._passes(row)]
        if shown:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(shown) - 1)
            self._shown.extend(shown)
            self.endInsertRows()
        if self._sorted_by >= 0:
            self._rearrange()

    def replace_rows(self, change: Callable[[Row], Row]) -> None:
        """Put another message in the place of each; selection, order and scroll stay."""
        places = {id(row): at for at, row in enumerate(self._shown)}
        changed = []
        for row in self._rows:
            new = change(row)
            changed.append(new)
            if id(row) in places:
                self._shown[places[id(row)]] = new
        self._rows = changed
        self.retranslate()

    def filter(self, words: str) -> None:
        """Show only messages with each of these words in a cell, without regard to case and accents."""
        self._words = folded(words)
        self._show_again()

    def narrow(self, part: Callable[[Row], bool] | None) -> None:
        """Show only messages of a part, beside what ``filter`` asks; None for all."""
        self._part = part
        self._show_again()

    def _show_again(self) -> None:
        self.beginResetModel()
        self._shown = self._arranged()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 for the order in which the messages came."""
        self._sorted_by, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self._rearrange()

    def _rearrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self._shown
        self._shown = self._arranged()
        places = {id(row): at for at, row in enumerate(self._shown)}
        old = self.persistentIndexList()
        new = [self.index(places.get(id(before[index.row()]), -1), index.column()) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _arranged(self) -> list[Row]:
        is_whole = self._part is None and not self._words
        rows = list(self._rows) if is_whole else [row for row in self._rows if self._passes(row)]
        if self._sorted_by < 0:
            return rows
        key = self.columns[self._sorted_by].sort
        keyed = [(row, key(row)) for row in rows]
        known = sorted((one for one in keyed if one[1] is not None), key=lambda one: one[1], reverse=self._descending)
        return [row for row, _ in known] + [row for row, value in keyed if value is None]

    def _forget_texts(self) -> None:
        self._texts.clear()
        self._prepared = 0
        self._prepare_later()

    def _prepare_later(self) -> None:
        """Begin to word a long table; a short one is worded in no time when somebody filters it."""
        if self.prepares and len(self._rows) > _PREPARED_AT_ONCE:
            self._preparing.start()

    def _prepare(self) -> None:
        """Word a few rows for the filter while nobody waits: 10,000 at once would hold the window for a moment."""
        rows = self._rows[self._prepared : self._prepared + _PREPARED_AT_ONCE]
        self._prepared += len(rows)
        for row in rows:
            self._text_of(row)
        if self._prepared >= len(self._rows):
            self._preparing.stop()

    def _passes(self, row: Row) -> bool:
        if self._part is not None and not self._part(row):
            return False
        if not self._words:
            return True
        text = self._text_of(row)
        return all(word in text for word in self._words.split())

    def _text_of(self, row: Row) -> str:
        text = self._texts.get(id(row))
        if text is None:
            # A number is found however it is grouped: its no-break spaces go before folding makes them ordinary.
            cells = (folded(unspaced(column.text(row))) for column in self.columns)
            text = self._texts[id(row)] = " ".join(cells)
        return text

    def retranslate(self) -> None:
        """Word everything anew without touching selection or column widths."""
        self._forget_texts()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._shown:
            last = self.index(len(self._shown) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DisplayRole])

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows; none below a row."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns; none below a row."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a heading in the current language."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].right_aligned else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one facet of a cell; painting asks for many that there are not, so those are turned away first."""
        if role not in _KNOWN_ROLES or not index.isValid():
            return None
        row, column = self._shown[index.row()], self.columns[index.column()]
        if role == _DISPLAY:
            return column.text(row)
        if role == _DECORATION:
            return None if column.icon is None else column.icon(row)
        if role == _COLOUR:
            return None if column.colour is None else column.colour(row)
        if role == _ALIGNMENT:
            return _RIGHT if column.right_aligned else _LEFT
        if role == _TOOLTIP:
            return None if column.tooltip is None else plain_tooltip(column.tooltip(row))
        if role == _ACCESSIBLE:
            return f"{column.heading()}: {column.text(row)}"
        return row
