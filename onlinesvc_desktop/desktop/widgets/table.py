# SPDX-License-Identifier: MIT
"""The table view of every list: sortable, whole rows, copied as text a spreadsheet takes."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout

from onlinesvc_desktop.desktop.models.shipments import TABLE_ICON
from onlinesvc_desktop.desktop.models.table import Column, MessageTable, Role, pasted_text
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight

Row = TypeVar("Row")
_MEASURED_ROWS = 40
"""Rows looked at to find a column's width. Qt's own measuring took 24 ms for 60 rows, half of a language switch."""
_PADDING = 13
_THE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
"""Qt moves the current row with Ctrl without choosing it: the row that Enter opens would not be the one highlighted."""


class _View(QTableView):
    """A table that opens a row on Enter, copies rows on Ctrl+C, lets Tab leave it and leaves digits to the dock."""

    opened = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self._brought = QPersistentModelIndex()
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        self.clicked.connect(self._let_go)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() in _ENDS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.model().rowCount():
            place = self.model().index(0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1, 0)
            self.selectionModel().setCurrentIndex(place, _THE_ROW)
        elif event.text().isascii() and event.text().isdigit():
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._selected_text())
        else:
            super().keyPressEvent(event)

    def bring(self, index: QModelIndex) -> None:
        """Scroll to a row, one too that has only just come: Qt lets the scroll bar grow later."""
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        self.scrollTo(index)
        self._brought = QPersistentModelIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in view what was brought there, when a message or a scroll bar takes room from the table."""
        super().resizeEvent(event)
        if self._brought.isValid():
            self.scrollTo(self.model().index(self._brought.row(), 0))

    def _let_go(self) -> None:
        self._brought = QPersistentModelIndex()

    def _selected_text(self) -> str:
        model = self.model()
        assert isinstance(model, MessageTable)
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return pasted_text(model.columns, [model.shown[row] for row in rows], QLocale().decimalPoint())


class MessageView(Panel, Generic[Row]):
    """A sortable, filterable table over messages."""

    def __init__(self, object_name: str, columns: Sequence[Column[Row]], sortable: bool = True, folds: bool = False) -> None:
        super().__init__()
        self._folds = folds
        self._telling: set[int] = set()
        """Sections in which some row says something."""
        self._needed = 0
        """How wide all columns are together where the last one is spare, once they were measured."""
        self._looked_at: Sequence[Row] = ()
        self._looked = 0
        self.model: MessageTable[Row] = MessageTable(columns, self)
        self.view = _View()
        self.view.setObjectName(object_name)
        self.view.setModel(self.model)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setTabKeyNavigation(False)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.view.horizontalHeader().setHighlightSections(False)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setIconSize(QSize(TABLE_ICON, TABLE_ICON))
        self._fitted = False
        self._arranged = False
        if folds:
            self.model.modelReset.connect(self._fold)
            self.model.rowsInserted.connect(self._fold)
        self.view.setSortingEnabled(sortable)
        if sortable:
            self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        tight(QVBoxLayout(self)).addWidget(self.view)
        self.setFocusProxy(self.view)

    @property
    def shown(self) -> int:
        """How many rows pass the filter."""
        return len(self.model.shown)

    def filter(self, text: str) -> None:
        """Show only rows that contain every word of the text."""
        self.model.filter(text)

    def row_at(self, index: QModelIndex) -> Row:
        """Return the message of a row."""
        row: Row = index.data(Role.ROW)
        return row

    def index_of(self, row: int) -> QModelIndex:
        """Return where a message of the model is shown."""
        wanted = self.model.rows[row]
        at = next((at for at, one in enumerate(self.model.shown) if one is wanted), -1)
        return self.model.index(at, 0)

    def fit_columns(self) -> None:
        """Give each column the width of its widest text among the first rows; a hidden table does so once shown."""
        self._fitted = self.isVisible() or self._arranged
        if not self._fitted or self._arranged:
            return
        metrics = self.view.fontMetrics()
        header = self.view.horizontalHeader()
        rows = self.model.shown[:_MEASURED_ROWS]
        columns = self.model.columns
        widths = []
        for column in columns if columns[-1].is_spare else columns[:-1]:
            texts = {column.text(row) for row in rows} | {f"{column.heading()}  "}
            widest = max(map(metrics.horizontalAdvance, texts))
            icon = 0 if column.icon is None else self.view.iconSize().width() + _PADDING
            widths.append(widest + icon + 2 * _PADDING)
        for section, width in enumerate(widths[: len(columns) - 1]):
            header.resizeSection(section, width)
        self._needed = sum(widths)
        self._leave_out()

    def _leave_out(self) -> None:
        """Leave out a spare column that would have to be scrolled to."""
        if self._needed and self.model.columns[-1].is_spare and not self._arranged:
            is_too_wide = self._needed > self.width() - 2 * self.view.frameWidth()
            self.view.setColumnHidden(len(self.model.columns) - 1, is_too_wide)

    def _fold(self) -> None:
        """Hide columns in which no row says anything, until one does; a filter changes nothing, nor the first column."""
        rows = self.model.rows
        if rows is not self._looked_at:
            self._looked_at, self._looked = rows, 0
            self._telling.clear()
        new, self._looked = rows[self._looked :], len(rows)
        if not new or self._arranged or not self._folds:
            return
        for section, column in enumerate(self.model.columns):
            if section not in self._telling:
                says = column.says if column.says is not None else lambda row, column=column: bool(column.text(row))
                if any(map(says, new)):
                    self._telling.add(section)
            self.view.setColumnHidden(section, section > 0 and section not in self._telling)

    def unfold(self) -> None:
        """Fold no more and show every column, because somebody arranges them now."""
        if self._folds and not self._arranged:
            self._folds = False
            for section in range(len(self.model.columns)):
                self.view.setColumnHidden(section, False)

    def keep_widths(self) -> None:
        """Leave the columns as somebody arranged them."""
        self._fitted = True
        self._arranged = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a spare column out where there is less room."""
        super().resizeEvent(event)
        self._leave_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up on fitting."""
        super().showEvent(event)
        if not self._fitted:
            self.fit_columns()

    def fit_height(self, most: int | None = None) -> None:
        """Show every row without a scroll bar of its own; for short tables inside a page that scrolls.

        Of more than ``most`` rows the others are reached by scrolling the table.
        """
        shown = len(self.model.shown)
        rows = self.view.verticalHeader().length()
        if most is not None and shown > most:
            rows = rows * most // shown
        head = self.view.horizontalHeader().sizeHint().height()
        frame = 2 * self.view.frameWidth() + self.view.horizontalScrollBar().sizeHint().height()
        is_whole = most is None or shown <= most
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if is_whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.view.setVerticalScrollBarPolicy(policy)
        self.view.setMinimumHeight(rows + head + frame)
        self.view.setMaximumHeight(rows + head + frame)

    def retranslate_ui(self) -> None:
        """Word headings and cells in the current language."""
        self.model.retranslate()
        if self.model.rows:
            self.fit_columns()
