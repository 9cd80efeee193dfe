# SPDX-License-Identifier: MIT
"""What was found: the table with its bar and summary, and one shipment beside it, or over it where there is no room."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout

from onlinesvc_desktop.client.reference_lists import Taken
from onlinesvc_desktop.contract.shipment import Shipment
from onlinesvc_desktop.contract.tracing import TraceOutcome
from onlinesvc_desktop.desktop.services.tracing.detail import Detail
from onlinesvc_desktop.desktop.services.tracing.results import TraceRow, trace_columns
from onlinesvc_desktop.desktop.services.tracing.words import summary_words, taken_words
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.widgets.table_bar import TableBar
from onlinesvc_desktop.desktop.workplace import Workplace

_SHARES = (480, 520)
_BESIDE_CHARACTERS = 150
"""The width, in average characters, from which six columns of the table fit beside a shipment."""


class Found(Panel):
    """One list, and at most one thing opened of it."""

    opened = Signal(object)
    """Carries the ``TraceRow`` that somebody opened."""
    watch_wanted = Signal(object)
    """Carries the numbers to put on the watch list."""

    def __init__(self, workplace: Workplace, title: Callable[[], str], message: MessageLine) -> None:
        super().__init__()
        self._workplace = workplace
        self.is_many = False
        self._taken = Taken(())
        self.table = MessageView("tracing.results", trace_columns(workplace.theme, workplace.now), folds=True)
        self.table.view.clicked.connect(self._open_index)
        self.table.view.opened.connect(self._open_index)
        self._bar = TableBar("tracing.results", self.table, title, message, workplace)
        self.detail = Detail(workplace)
        self._summary = label("muted", wrap=True)
        self._summary.setObjectName("tracing.summary")
        self._watch = TextButton("tracing.watchAll", "link")
        self._watch.clicked.connect(self._watch_all)
        self._to_list = TextButton("tracing.backToList", "link")
        self._to_list.clicked.connect(self.back_to_list)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(14)
        self._split.addWidget(self.table)
        self._split.addWidget(self.detail.side)
        self._split.setSizes(list(workplace.settings.values.tracing_split or _SHARES))
        self._split.splitterMoved.connect(self._remember_split)
        counts = tight(QHBoxLayout(), 16)
        counts.addWidget(self._summary, 1)
        counts.addWidget(self._watch)
        column = tight(QVBoxLayout(self), 8)
        column.addLayout(counts)
        column.addWidget(self._bar)
        column.addWidget(self._to_list, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._split, 1)
        self._summary.hide()
        self._arrange()
        self.retranslate_ui()

    @property
    def rows(self) -> Sequence[TraceRow]:
        """Everything that was found or not."""
        return self.table.model.rows

    @property
    def closes_something(self) -> bool:
        """Tell whether something is opened beside or over a list."""
        return self.is_many and self.detail.shows_something

    def of(self, outcome: TraceOutcome) -> list[str]:
        """Return the numbers with an outcome."""
        return [row.reference for row in self.rows if row.outcome is outcome]

    def show_rows(self, rows: Sequence[TraceRow]) -> None:
        """Begin with other rows, nothing opened."""
        self._bar.filter.clear()
        self.table.model.set_rows(rows)
        self.show_table(len(rows) > 1)
        self.show_detail(None, None)

    def add(self, rows: Sequence[TraceRow], many: bool) -> None:
        """Add rows; with ``many``, or more than one, they are a list."""
        first = not self.rows
        self.table.model.append_rows(rows)
        self.show_table(many or len(self.rows) > 1)
        if first:
            self.show_detail(None, None)
            self.table.fit_columns()

    def show_taken(self, taken: Taken) -> None:
        """Say in the summary where the numbers came from."""
        self._taken = taken
        self.retranslate_ui()

    def show_table(self, shown: bool) -> None:
        """Show the list, or only what is opened."""
        self.is_many = shown
        self._arrange()

    def show_detail(self, shipment: Shipment | None, missing: TraceRow | None) -> None:
        """Show one thing beside the table; with nothing to show the table has all the room."""
        self.detail.show(shipment, missing)
        self._arrange()

    def newest_in_view(self) -> None:
        """Scroll to the row that came last."""
        self.table.view.bring(self.table.index_of(len(self.rows) - 1))

    def back_to_list(self) -> None:
        """Close what was opened."""
        self.show_detail(None, None)
        self.table.view.setFocus()

    def show_visible(self) -> None:
        """Take away what may not be seen any more."""
        self.detail.shipment.show_visible()
        self.show_detail(self.detail.shipment.shipment, None)
        self.table.model.replace_rows(self._visible_row)

    def _visible_row(self, row: TraceRow) -> TraceRow:
        if row.shipment is None:
            return msgspec.structs.replace(row, suggestions=())
        return msgspec.structs.replace(row, shipment=self._workplace.session.visible(row.shipment))

    def _arrange(self) -> None:
        """Put table and detail side by side, or one over the other where there is no room for both."""
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _BESIDE_CHARACTERS
        instead = narrow and self.closes_something
        self.table.setVisible(self.is_many and not instead)
        self._bar.setVisible(self.is_many and not instead)
        self._to_list.setVisible(instead)
        self.detail.side.setVisible(self.detail.shows_something or not self.is_many)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew when there is more room, or less."""
        super().resizeEvent(event)
        self._arrange()

    def _remember_split(self) -> None:
        left, right = self._split.sizes()
        self._workplace.settings.change(tracing_split=(left, right))

    def _open_index(self, index: QModelIndex) -> None:
        self.opened.emit(self.table.row_at(index))

    def _watch_all(self) -> None:
        self.watch_wanted.emit(list(dict.fromkeys(row.reference for row in self.table.model.shown)))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self.detail.invitation.setText(
            self.tr("Anyone may trace. The autopro number is on the sticker of the bill of lading; other numbers work too.")
        )
        self.table.view.setAccessibleName(self.tr("Shipments found"))
        self._to_list.setText(self.tr("Back to the list"))
        self._watch.setText(self.tr("Watch these"))
        self._watch.setToolTip(self.tr("Put every number shown on the watch list"))
        self._watch.setVisible(self._workplace.session.is_open and self.is_many)
        parts = [summary_words(self.rows) if len(self.rows) > 1 else "", taken_words(self._taken)]
        self._summary.setText(" ".join(part for part in parts if part))
        self._summary.setVisible(bool(self._summary.text()))
