# SPDX-License-Identifier: MIT
"""Save every invoice of what is chosen, page by page, with all of its columns: long, with progress, stopped at any time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale, QObject

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.growing_table import GrowingTable
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.invoices import LIST_INVOICES, Invoice, InvoiceQuery
from onlinesvc_desktop.contract.limits import MAX_PAGE_SIZE
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.services.invoices.export_rows import HEADINGS, row_of
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.workplace import Workplace

TextOf = Callable[[Invoice], str]


@dataclass(slots=True)
class _Run:
    """One export; a worker looks whether it was stopped, and then drops what it wrote."""

    stopped: bool = False


class InvoiceExport(QObject):
    """One file at a time. Pages come one after the other and are written at once, so memory does not grow."""

    def __init__(self, owner: str, workplace: Workplace, message: MessageLine) -> None:
        super().__init__()
        self._workplace = workplace
        self._message = message
        self.busy = Busy(f"{owner}.exportAll")
        self.busy.stopped.connect(self.stop)
        self._table: GrowingTable | None = None
        self._job: Job | None = None
        self._file = Path()
        self._query = InvoiceQuery()
        self._words: tuple[str, ...] = ()
        self._text_of: TextOf = lambda one: one.invoice_number
        self._total = self._seen = self._written = 0
        self._run = _Run()

    @property
    def is_running(self) -> bool:
        """Whether a file is being written."""
        return self._job is not None

    def save(self, file: Path, query: InvoiceQuery, words: str, text_of: TextOf, total: int) -> None:
        """Write the invoices that a query names and whose text holds each word; ``total`` is how many, 0 if unknown."""
        if self.is_running:
            return
        self._file, self._words, self._text_of = file, tuple(folded(words).split()), text_of
        self._query = msgspec.structs.replace(query, whole=True, limit=MAX_PAGE_SIZE)
        self._total, self._seen, self._written, self._table = total, 0, 0, None
        self._run = _Run()
        self._message.clear()
        self.busy.start()
        self._next()

    def stop(self) -> None:
        """Leave the file unwritten."""
        job, self._job = self._job, None
        if job is not None:
            self._run.stopped, self._table = True, None
            job.cancel()
            self.busy.finish()
            self._message.say(Tone.WARNING, lambda: self.tr("Stopped; no file was written."))

    def _next(self) -> None:
        query, table, words, text_of, file = self._query, self._table, self._words, self._text_of, self._file
        mark, title, run = QLocale().decimalPoint(), self.tr("Invoices"), self._run

        def work(client: ApiClient) -> tuple[GrowingTable, Page[Invoice], int] | None:
            page = client.send(LIST_INVOICES, query=query)
            rows = [row_of(one) for one in page.items if all(word in text_of(one) for word in words)]
            try:
                growing = table or GrowingTable(file, title, HEADINGS, mark)
                growing.append(rows)
                if run.stopped:
                    growing.drop()
                elif page.cursor is msgspec.UNSET:
                    growing.finish(lambda: not run.stopped)
            except OSError:
                return None
            return growing, page, len(rows)

        self._job = self._workplace.link.ask(work, self._received)

    def _received(self, outcome: Outcome[tuple[GrowingTable, Page[Invoice], int] | None]) -> None:
        if self._job is None:  # Stopped while a page was under way: what it began is dropped with it.
            return
        match outcome:
            case Ok((table, page, rows)):
                self._table = table
                self._seen += len(page.items)
                self._written += rows
                self.busy.progress(self._seen, max(self._total, self._seen))
                if page.cursor is msgspec.UNSET:
                    self._done()
                else:
                    self._query = msgspec.structs.replace(self._query, cursor=page.cursor)
                    self._next()
            case Ok():
                file = self._file
                self._end()
                words = self.tr("{file} cannot be written. Close it in the other program, or choose another folder.")
                self._message.say(Tone.WARNING, lambda: words.format(file=file))
            case Err():
                self._end()
                self._message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

    def _done(self) -> None:
        file, count = self._file, self._written
        self._table = None
        self._end()
        self._message.say(Tone.SUCCESS, lambda: Counted().lines_saved(count, file.name), saved=file)

    def _end(self) -> None:
        table, self._table, self._job = self._table, None, None
        if table is not None:
            self._workplace.jobs.run(table.drop, lambda _outcome: None)
        self.busy.finish()
