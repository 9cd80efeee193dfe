# SPDX-License-Identifier: MIT
"""A list of one service: filter, columns, copy, export, print above it; a count, and more of it, below."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Generic, TypeVar

import msgspec
from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.client.faults import is_without_answer
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.accessibility import announce
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.models.paged import Fetch, PagedRows
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.widgets.table_bar import TableBar
from onlinesvc_desktop.desktop.workplace import Workplace

Row = TypeVar("Row")
_AT_ONCE = 10_000


class ListWords(msgspec.Struct, frozen=True):
    """The sentences of a list, each in the current language; counts are of rows."""

    title: Callable[[], str]
    """What a file or a printed page of it is called."""
    name: Callable[[], str]
    """What a screen reader calls the table."""
    so_far: Callable[[int], str]
    """While more is on its way."""
    empty: Callable[[], str]
    some_of: Callable[[int, int], str]
    """Shown and loaded, when the filter hides some."""
    all_of: Callable[[int], str]


class PagedTable(Panel, Generic[Row]):
    """A table that fetches itself. After a sign-out it is empty; without a link it keeps what it has and says its age."""

    opened = Signal(object)
    """Carries the row that was opened, by Enter or a double click."""
    ended = Signal()
    """No page is awaited any more, and rows came or went."""

    def __init__(
        self,
        owner: str,
        columns: Sequence[Column[Row]],
        words: ListWords,
        message: MessageLine,
        workplace: Workplace,
        at_once: int = _AT_ONCE,
    ) -> None:
        super().__init__()
        self._words = words
        self._message = message
        self._workplace = workplace
        self._is_new = False
        """Whether what came was asked for, and nobody was told yet how much it is."""
        self._fetched_at: datetime = workplace.now()
        self.table = MessageView[Row](f"{owner}.results", columns)
        self.table.view.doubleClicked.connect(self._open)
        self.table.view.opened.connect(self._open)
        self.pages = PagedRows[Row](self.table.model, workplace.link, workplace.session, at_once)
        self.pages.changed.connect(self._on_changed)
        self.pages.arrived.connect(self._on_arrived)
        self.pages.failed.connect(self._on_failed)
        self.bar = TableBar(owner, self.table, words.title, message, workplace)
        self.bar.filtered.connect(self.retranslate_ui)
        self.busy = Busy(owner)
        self.busy.stopped.connect(self.pages.stop)
        self._count = label("muted", wrap=True)
        self._count.setObjectName(f"{owner}.count")
        self._more = TextButton(f"{owner}.more")
        self._more.clicked.connect(self.pages.more)
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._more)
        column = tight(QVBoxLayout(self), 10)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.bar.filter)
        workplace.session.changed.connect(self._on_session_changed)
        self.retranslate_ui()

    @property
    def rows(self) -> Sequence[Row]:
        """Everything that has come."""
        return self.table.model.rows

    def narrow(self, part: Callable[[Row], bool] | None) -> None:
        """Show only rows of a part, with all words of the filter taken away; None for all rows."""
        self.bar.filter.clear()
        self.table.filter("")
        self.table.model.narrow(part)
        self.retranslate_ui()

    def reload(self, fetch: Fetch[Row]) -> None:
        """Fetch from the beginning."""
        self._message.clear()
        self.pages.reload(fetch)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.table.row_at(index))

    def _on_arrived(self, _page: object, is_first: bool) -> None:
        self._fetched_at = self._workplace.now()
        self._is_new = self._is_new or is_first
        if is_first:
            self.table.fit_columns()

    def _on_changed(self) -> None:
        if self.pages.is_running:
            self.busy.start()
        else:
            self.busy.finish()
            self.ended.emit()
        self.retranslate_ui()
        if self._is_new and not self.pages.is_running:
            self._is_new = False
            announce(self._count, self._count.text())

    def _on_failed(self, outcome: Err) -> None:
        if self.pages.is_loaded and is_without_answer(outcome.fault):
            lasts = self._message.until_back(outcome, self._workplace.link, self.pages.again)
            self._message.say(Tone.WARNING, self._age_words, lasts)
        else:
            self._message.say_fault(outcome, self._workplace.link, self.pages.again)

    def _age_words(self) -> str:
        age = formats.age_words(self._fetched_at, self._workplace.now())
        return self.tr("The server cannot be reached. The list shows what was fetched {age}.").format(age=age)

    def _on_session_changed(self) -> None:
        """Keep nothing of one customer for the next."""
        if not self._workplace.session.is_open:
            self.pages.forget()
            self._message.clear()

    def retranslate_ui(self) -> None:
        """Set the texts and the count."""
        self.table.view.setAccessibleName(self._words.name())
        self._more.setText(self.tr("Show more"))
        self._more.setVisible(self.pages.has_more and not self.pages.is_running)
        loaded, shown = len(self.rows), self.table.shown
        if not self.pages.is_loaded:
            self._count.setText("")
        elif self.pages.is_running:
            self._count.setText(self._words.so_far(loaded))
        elif loaded == 0:
            self._count.setText(self._words.empty())
        elif shown < loaded:
            self._count.setText(self._words.some_of(shown, loaded))
        else:
            self._count.setText(self._words.all_of(loaded))
