# SPDX-License-Identifier: MIT
"""One list of a page with tabs: filter, search, table, and beside it whatever there is to say and do about one row."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.faults import Refused
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.limits import MAX_SEARCH_LENGTH
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.paged import Cursor, PagedRows, Rows
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.pages.tabs_page import Tab
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card, rule
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.text import Filter
from onlinesvc_desktop.desktop.widgets.facts import Fact, Facts
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.workplace import Workplace

_PAUSE_MS = 300
_SHARES = {Qt.Orientation.Horizontal: [300, 300], Qt.Orientation.Vertical: [200, 300]}
_WIDE_CHARACTERS = 90
_CHANGED = {ErrorCode.ALREADY_DECIDED, ErrorCode.WRONG_STATE, ErrorCode.NOT_FOUND}
Value = TypeVar("Value")


class Item(Protocol):
    """A row of a list."""

    @property
    def id(self) -> int:
        """Its number, which grows with each new row."""


Row = TypeVar("Row", bound=Item)
Shown_co = TypeVar("Shown_co", bound=Item, covariant=True)


class ListPanel(Tab, Generic[Row]):
    """Subclasses say how to fetch and what to show of one row."""

    def __init__(self, workplace: Workplace, area: str = "administration") -> None:
        super().__init__()
        self.owner = f"{area}.{self.name}"
        self.setObjectName(self.owner)
        self.workplace = workplace
        self.chosen: Row | None = None
        self._last_chosen: int | None = None
        self._acted_on: Row | None = None
        self._is_making = False
        self.message = MessageLine(f"{self.owner}.message", workplace.theme)
        self._search = Filter(f"{self.owner}.search", longest=MAX_SEARCH_LENGTH)
        self._state = Choices(f"{self.owner}.state", self.states)
        self._state.setCurrentIndex(0)
        if self._state.count() == 0:
            self._state.hide()
        self._state.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._refresh = TextButton(f"{self.owner}.refresh")
        self._busy = Busy(self.owner)
        self._table = MessageView[Row](f"{self.owner}.results", self.columns())
        self._pages = PagedRows[Row](self._table.model, workplace.link, workplace.session)
        self._count = label("muted", wrap=True)
        self._count.setObjectName(f"{self.owner}.count")
        self._more = TextButton(f"{self.owner}.more")
        self.action_buttons: list[QWidget] = []
        self._facts = Facts(lambda: () if self.chosen is None else self.fact_words(self.chosen), columns=2)
        self.detail = QWidget()
        self.detail_column = tight(QVBoxLayout(self.detail), 14)
        self.detail_column.addWidget(self._facts, 0, Qt.AlignmentFlag.AlignTop)
        self.detail_area = scrolling(self.detail)
        self._beside, beside = card(12)
        beside.addWidget(self.detail_area, 1)
        self.action_bar = ButtonRow()
        beside.addWidget(self.action_bar)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.bar = tight(QHBoxLayout(), 12)
        self.bar.addWidget(self._state)
        self.bar.addWidget(self._search, 1)
        self.bar.addWidget(self._refresh)
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._more)
        upper = QWidget()
        column = tight(QVBoxLayout(upper), 8)
        column.addWidget(self._table, 1)
        column.addLayout(foot)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(upper)
        self._splitter.addWidget(self._beside)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 1)
        self.whole = tight(QVBoxLayout(self), 12)
        self.whole.setContentsMargins(0, 12, 0, 0)
        self.whole.addLayout(self.bar)
        self.whole.addWidget(self.message)
        self.whole.addWidget(self._busy)
        self.whole.addWidget(self._splitter, 1)
        self._beside.hide()
        self.setFocusProxy(self._search)

    def add_actions(self, *buttons: QWidget) -> None:
        """Put buttons below the details; none answers while what one of them asked for is under way."""
        for button in buttons:
            self.action_bar.add(button)
        self.action_buttons += buttons

    def fill_detail(self, *widgets: QWidget) -> None:
        """Put what there is to fill in below the facts, under a rule."""
        self.detail_column.addWidget(rule())
        for widget in widgets:
            self.detail_column.addWidget(widget)
        self.detail_column.addStretch(1)

    def _connect(self) -> None:
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.reload)
        self._search.textChanged.connect(lambda _text: self._pause.start())
        self._search.returnPressed.connect(self.reload)
        self._state.currentIndexChanged.connect(lambda _index: self.reload())
        self._refresh.clicked.connect(self.reload)
        self._more.clicked.connect(self._pages.more)
        self._busy.stopped.connect(self._pages.stop)
        self._pages.changed.connect(self._on_changed)
        self._pages.arrived.connect(self._on_arrived)
        self._pages.failed.connect(lambda outcome: self.message.say_fault(outcome, self.workplace.link, self._pages.again))
        self._table.view.selectionModel().currentRowChanged.connect(self._choose)
        self.workplace.session.changed.connect(self._on_session_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details beside the list where there is room, else below it."""
        super().resizeEvent(event)
        is_wide = self.width() >= self.fontMetrics().averageCharWidth() * _WIDE_CHARACTERS
        orientation = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if orientation is not self._splitter.orientation():
            self._splitter.setOrientation(orientation)
            self._splitter.setSizes(_SHARES[orientation])

    def columns(self) -> Sequence[Column[Row]]:
        """Return the columns of the table."""
        raise NotImplementedError

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter, the one to begin with first; none, and there is no filter."""
        return []

    def fetch(self, client: ApiClient, search: str, state: str, cursor: Cursor) -> Rows[Row]:
        """Ask for a page; runs on a worker thread."""
        raise NotImplementedError

    def fact_words(self, item: Row) -> Sequence[Fact]:
        """Return what there is to say of a row."""
        raise NotImplementedError

    def is_same(self, before: Row, now: Row) -> bool:
        """Tell whether what is being done with a row goes on when it was fetched anew, with all that was typed."""
        return before == now

    def show_actions(self, item: Row) -> None:
        """Show what can be done with a row."""

    def empty_words(self) -> str:
        """Return what stands below an empty list."""
        raise NotImplementedError

    def entered(self) -> None:
        """Fetch anew each time the list comes to the front."""
        self.reload()

    def more_came(self) -> None:
        """Fetch what came; what is being decided stays as it is."""
        self.reload()

    def reload(self) -> None:
        """Fetch the newest rows again."""
        self._pause.stop()
        search, state = self._search.text().strip(), self._state.value()
        self._pages.reload(lambda client, cursor: self.fetch(client, search, state, cursor))

    def _on_changed(self) -> None:
        if self._pages.is_running:
            self._busy.start()
        else:
            self._busy.finish()
        self.retranslate_ui()

    def _on_arrived(self, page: Rows[Row], is_first: bool) -> None:
        self.noted(page)
        if is_first:
            self._restore_choice()

    def noted(self, page: Rows[Row]) -> None:
        """Look at what a page says beside its rows."""

    def _restore_choice(self) -> None:
        """Show other rows; the one that was chosen stays so if it is among them."""
        chosen = self._last_chosen
        self._table.fit_columns()
        row = next((row for row, item in enumerate(self._table.model.rows) if item.id == chosen), None)
        if row is None:
            self._choose(QModelIndex())
        else:
            self._table.view.setCurrentIndex(self._table.index_of(row))

    def _choose(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        self.chosen = self._table.row_at(index) if index.isValid() else None
        if self.chosen is not None:
            self._last_chosen = self.chosen.id
        self._is_making = self._is_making and self.chosen is None
        self._beside.setVisible(self.chosen is not None or self._is_making)
        self._facts.retranslate_ui()
        if self.chosen is not None and (self._acted_on is None or not self.is_same(self._acted_on, self.chosen)):
            self._acted_on = self.chosen
            self.show_actions(self.chosen)

    def choose_nothing(self) -> None:
        """Let go of the chosen row."""
        self._last_chosen = self._acted_on = None
        self._table.view.clearSelection()
        self._table.view.setCurrentIndex(QModelIndex())

    def show_beside(self) -> None:
        """Show fields and buttons without a row, for one that is to be made, until a row is chosen or ``made`` is called."""
        self._is_making = True
        self._beside.show()

    def made(self, row_id: int) -> None:
        """Choose the row that was made once the list has it."""
        self._is_making = False
        self._last_chosen = row_id

    def act(self, work: Callable[[ApiClient], Value], done: Callable[[Value], None]) -> None:
        """Do something with the chosen row; no button answers twice meanwhile."""

        def received(outcome: Outcome[Value]) -> None:
            for widget in self.action_buttons:
                widget.setEnabled(True)
            match outcome:
                case Ok(value):
                    done(value)
                    self.reload()
                    self.workplace.open_work.look()
                case Err(fault):
                    if not self.show_fault(outcome):
                        self.message.say_fault(outcome, self.workplace.link)
                    if isinstance(fault, Refused) and fault.code in _CHANGED:
                        self.reload()

        self.message.clear()
        for widget in self.action_buttons:
            widget.setEnabled(False)
        self.workplace.link.ask(work, received)

    def show_fault(self, outcome: Err) -> bool:  # noqa: ARG002 - for subclasses with fields
        """Show a fault beside the field it is about, if there is one."""
        return False

    def _on_session_changed(self) -> None:
        """Keep nothing of one administrator for whoever comes next."""
        if self.workplace.session.is_open:
            return
        self._pause.stop()
        self._pages.forget()
        self._last_chosen = self._acted_on = None
        self._is_making = False
        self._choose(QModelIndex())
        self._search.clear()
        self._pause.stop()
        self.message.clear()
        self.forget()
        self.retranslate_ui()

    def forget(self) -> None:
        """Empty the fields of the actions."""

    def retranslate_ui(self) -> None:
        """Set the texts and the count."""
        self._search.setPlaceholderText(self.tr("Search: name, company, e-mail, number…"))
        self._search.setAccessibleName(self.tr("Search the list"))
        self._state.setAccessibleName(self.tr("Which ones to show"))
        self._refresh.setText(self.tr("Refresh"))
        self._more.setText(self.tr("Show more"))
        self._more.setVisible(self._pages.has_more)
        shown = len(self._table.model.rows)
        if not self._pages.is_loaded:
            self._count.setText("")
        elif shown == 0:
            self._count.setText(self.empty_words())
        else:
            self._count.setText(Counted().lines(shown))

    def name_table(self, words: str) -> None:
        """Say what the table is, to a screen reader."""
        self._table.view.setAccessibleName(words)
