# SPDX-License-Identifier: MIT
"""The rows of a list that comes in pages: fetched anew, continued, stopped, forgotten; by one rule for every list."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QObject, Signal

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.faults import Cancelled
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import MessageTable
from onlinesvc_desktop.desktop.session import SessionState

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)
Cursor = str | UnsetType


class Rows(Protocol[Row_co]):
    """A page of rows, as the backend sends it."""

    @property
    def items(self) -> Sequence[Row_co]:
        """The rows."""

    @property
    def cursor(self) -> Cursor:
        """Where the next page begins, unset on the last."""


Fetch = Callable[[ApiClient, Cursor], Rows[Row]]
"""Asks for the page at a cursor; runs on a worker thread."""


class PagedRows(QObject, Generic[Row]):
    """Fills a table page by page until ``at_once`` rows are there; an answer that comes too late is dropped."""

    changed = Signal()
    """Asking began or ended, or rows came or went."""
    arrived = Signal(object, bool)
    """Carries a page, and whether it is the first: its rows are in the table already."""
    failed = Signal(object)
    """Carries the ``Err`` of a page that did not come; a stop is none."""

    def __init__(
        self, table: MessageTable[Row], link: BackendLink, session: SessionState | None = None, at_once: int = 1
    ) -> None:
        super().__init__()
        self._table = table
        self._link = link
        self._session = session
        self._at_once = at_once
        self._limit = at_once
        self._fetch: Fetch[Row] | None = None
        self._cursor: Cursor = UNSET
        self._job: Job | None = None
        self.is_loaded = False
        """Whether a first page has come since the last ``forget``."""

    @property
    def is_running(self) -> bool:
        """Tell whether a page is awaited."""
        return self._job is not None

    @property
    def has_more(self) -> bool:
        """Tell whether the list goes on."""
        return self._cursor is not UNSET

    def reload(self, fetch: Fetch[Row]) -> None:
        """Fetch from the beginning; the rows that are shown stay until the first page comes."""
        self.stop()
        if self._may_show():
            self._fetch = fetch
            self._limit = self._at_once
            self._ask(UNSET)

    def again(self) -> None:
        """Fetch the same from the beginning, if anything was."""
        if self._fetch is not None:
            self.reload(self._fetch)

    def more(self) -> None:
        """Fetch what follows."""
        if self._job is None and self._cursor is not UNSET:
            self._limit = len(self._table.rows) + self._at_once
            self._ask(self._cursor)

    def stop(self) -> None:
        """Ask no further; what has come stays."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self.changed.emit()

    def forget(self) -> None:
        """Stop and keep nothing, because somebody else may sit here next."""
        self.stop()
        self.is_loaded = False
        self._cursor = UNSET
        self._table.set_rows([])
        self.changed.emit()

    def _may_show(self) -> bool:
        return self._session is None or self._session.is_open

    def _ask(self, cursor: Cursor) -> None:
        fetch = self._fetch
        assert fetch is not None

        def received(outcome: Outcome[Rows[Row]]) -> None:
            if self._job is job:
                self._on_page(cursor is UNSET, outcome)

        self._job = job = self._link.ask(lambda client: fetch(client, cursor), received)
        self.changed.emit()

    def _on_page(self, is_first: bool, outcome: Outcome[Rows[Row]]) -> None:
        self._job = None
        match outcome:
            case Ok(page) if self._may_show():
                self._take(is_first, page)
            case Err(fault) if not isinstance(fault, Cancelled):
                self.failed.emit(outcome)
        self.changed.emit()

    def _take(self, is_first: bool, page: Rows[Row]) -> None:
        self.is_loaded = True
        self._cursor = page.cursor
        if is_first:
            self._table.set_rows(page.items)
        else:
            self._table.append_rows(page.items)
        self.arrived.emit(page, is_first)
        if self._cursor is not UNSET and len(self._table.rows) < self._limit:
            self._ask(self._cursor)
