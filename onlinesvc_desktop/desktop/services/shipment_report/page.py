# SPDX-License-Identifier: MIT
"""The Shipment report: the enterprise's own shipments by days, state, lane and number, and what they add up to."""

from collections.abc import Sequence

import msgspec
from msgspec import UNSET
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from onlinesvc_desktop.client.faults import Cancelled, is_without_answer
from onlinesvc_desktop.contract import paging
from onlinesvc_desktop.contract.limits import MAX_PAGE_SIZE
from onlinesvc_desktop.contract.report_figures import Figures, figures_of
from onlinesvc_desktop.contract.shipment import Shipment
from onlinesvc_desktop.contract.shipment_report import LIST_OWN_SHIPMENTS, ReportFilter, ShipmentQuery
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.models.shipments import report_columns
from onlinesvc_desktop.desktop.pages.page import Page, scrolling
from onlinesvc_desktop.desktop.services.shipment_report.by_mail import ReportByMail
from onlinesvc_desktop.desktop.services.shipment_report.choice import ReportChoice
from onlinesvc_desktop.desktop.services.shipment_report.plots import Totals
from onlinesvc_desktop.desktop.targets import Trace
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.widgets.table_bar import TableBar
from onlinesvc_desktop.desktop.workplace import Workplace

_MOST_AT_ONCE = 10_000


class ShipmentReportPage(Page):
    """List, add up, open; the pages of a long report come one after the other until somebody stops them."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("shipmentReport", "shipmentReport", workplace.theme)
        self._workplace = workplace
        self._cursor: str | None = None
        self._loaded = False
        self._fetched_at = workplace.now()
        self._job: Job | None = None
        self._wanted = ReportFilter()
        self._limit = _MOST_AT_ONCE
        self._choice = ReportChoice(workplace.now().astimezone().date())
        self._choice.submitted.connect(self.reload)
        self._more = TextButton("shipmentReport.more")
        self._more.clicked.connect(self._load_more)
        self._count = label("muted")
        self._count.setObjectName("shipmentReport.count")
        self._busy = Busy("shipmentReport")
        self._busy.stopped.connect(self._stop)
        self._table = MessageView("shipmentReport.results", report_columns(workplace.theme, workplace.now))
        self._table.view.doubleClicked.connect(self._open_row)
        self._table.view.opened.connect(self._open_row)
        self._bar = TableBar("shipmentReport", self._table, self.heading_words, self.message, workplace)
        self._bar.filtered.connect(self.retranslate_ui)
        self._totals = Totals(workplace.theme, workplace.jobs)
        self._save_plots = TextButton("shipmentReport.savePlots")
        self._save_plots.clicked.connect(self._on_save_plots)
        self._by_mail = ReportByMail(workplace, lambda: self._choice.chosen)
        self._build()
        workplace.session.changed.connect(self._on_session_changed)
        self.retranslate_ui()

    def _build(self) -> None:
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._more)
        listing = QWidget()
        column = tight(QVBoxLayout(listing), 10)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._bar)
        column.addWidget(self._table, 1)
        column.addLayout(foot)
        added_up = QWidget()
        column = tight(QVBoxLayout(added_up), 10)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._totals, 1)
        buttons = tight(QHBoxLayout(), 8)
        buttons.addStretch(1)
        buttons.addWidget(self._save_plots)
        column.addLayout(buttons)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("shipmentReport.tabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(listing, "")
        self._tabs.addTab(scrolling(added_up), "")
        self._tabs.addTab(scrolling(self._by_mail), "")
        self._tabs.currentChanged.connect(self._on_tab)
        self.body.addWidget(self._choice)
        self.body.addWidget(self._busy)
        self.body.addWidget(self._tabs, 1)

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Shipment report")

    def first_field(self) -> QWidget:
        """Start in the filter."""
        return self._bar.filter

    def entered(self) -> None:
        """Fetch the list on the first visit."""
        if not self._loaded:
            self.reload()

    def reload(self) -> None:
        """Fetch what is chosen, the newest shipments first."""
        self._stop()
        self._cursor = None
        self._limit = _MOST_AT_ONCE
        self._wanted = self._choice.chosen
        self.message.clear()
        self._fetch(replace=True)

    def _load_more(self) -> None:
        self._limit = len(self._table.model.rows) + _MOST_AT_ONCE
        self._fetch(replace=False)

    def _fetch(self, replace: bool) -> None:
        if self._job is not None:
            return
        self._busy.start()
        fields = msgspec.structs.asdict(self._wanted)
        query = ShipmentQuery(**fields, cursor=self._cursor or UNSET, limit=MAX_PAGE_SIZE)

        def received(outcome: Outcome[paging.Page[Shipment]]) -> None:
            if self._job is job:
                self._on_page(replace, outcome)

        self._job = job = self._workplace.link.ask(lambda client: client.send(LIST_OWN_SHIPMENTS, query=query), received)

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        self._busy.finish()

    def _on_page(self, replace: bool, outcome: Outcome[paging.Page[Shipment]]) -> None:
        self._job = None
        match outcome:
            case Ok(page):
                if not self._workplace.session.is_open:
                    return
                self._loaded = True
                self._fetched_at = self._workplace.now()
                self._cursor = None if page.cursor is UNSET else page.cursor
                if replace:
                    self._table.model.set_rows(page.items)
                    self._table.fit_columns()
                else:
                    self._table.model.append_rows(page.items)
                if self._cursor is not None and len(self._table.model.rows) < self._limit:
                    self._fetch(replace=False)
                else:
                    self._busy.finish()
                    self._add_up()
                self.retranslate_ui()
            case Err(Cancelled()):
                self._busy.finish()
            case Err(fault):
                self._busy.finish()
                if self._loaded and is_without_answer(fault):
                    self.message.say(Tone.WARNING, self._age_words)
                else:
                    self.message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

    def _age_words(self) -> str:
        age = formats.age_words(self._fetched_at, self._workplace.now())
        return self.tr("The server cannot be reached. The list shows what was fetched {age}.").format(age=age)

    def _add_up(self) -> None:
        rows: Sequence[Shipment] = tuple(self._table.model.rows)
        today = self._workplace.now().astimezone().date()

        def added(outcome: Outcome[Figures]) -> None:
            if isinstance(outcome, Ok) and self._workplace.session.is_open:
                self._totals.show_figures(outcome.value)

        self._workplace.jobs.run(lambda: figures_of(rows, today), added)

    def _on_tab(self, index: int) -> None:
        if index == 1:
            self._totals.prepare()
        elif index == 2:
            self._by_mail.entered()

    def _on_save_plots(self) -> None:
        chosen = file_to_save(self, self.tr("Save the plots"), f"{self.heading_words()}.png", self.tr("Picture (*.png)"))
        if chosen is None:
            return
        file, _ = chosen
        if self._totals.save(file):
            self.message.say(Tone.SUCCESS, lambda: self.tr("Saved as {file}.").format(file=file))
        else:
            self.message.say(
                Tone.WARNING, lambda: self.tr("{file} cannot be written; choose another folder.").format(file=file)
            )

    def _open_row(self, index: QModelIndex) -> None:
        self.go_wanted.emit(Trace(self._table.row_at(index).autopro_number))

    def _on_session_changed(self) -> None:
        """Keep nothing of one enterprise for the next."""
        if not self._workplace.session.is_open:
            self._stop()
            self._loaded = False
            self._cursor = None
            self._table.model.set_rows([])
            self._totals.show_figures(None)
            self.message.clear()
            self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts and the count."""
        super().retranslate_ui()
        self._tabs.setTabText(0, self.tr("Shipments"))
        self._tabs.setTabText(1, self.tr("Totals and plots"))
        self._tabs.setTabText(2, self.tr("By e-mail"))
        self._save_plots.setText(self.tr("Save as a picture…"))
        self._more.setText(self.tr("Show more"))
        self._more.setVisible(self._cursor is not None and self._job is None)
        self._table.view.setAccessibleName(self.tr("Your shipments"))
        loaded, shown = len(self._table.model.rows), self._table.shown
        if not self._loaded:
            self._count.setText("")
        elif self._job is not None:
            self._count.setText(self.tr("%n shipment(s) so far…", "", loaded))
        elif loaded == 0:
            self._count.setText(self.tr("No shipments match these choices."))
        elif shown < loaded:
            self._count.setText(self.tr("{shown} of {loaded} shipments").format(shown=shown, loaded=loaded))
        else:
            self._count.setText(self.tr("%n shipment(s). Press Enter to open one.", "", loaded))
