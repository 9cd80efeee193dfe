# SPDX-License-Identifier: MIT
"""The Shipment report: the enterprise's own shipments, newest first, filtered while one types."""

from msgspec import UNSET
from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onlinesvc_desktop.contract.limits import MAX_PAGE_SIZE
from onlinesvc_desktop.contract.shipment import ShipmentPage
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.models.shipments import shipment_columns
from onlinesvc_desktop.desktop.services.page import Page
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.field import line_edit
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.workplace import Workplace


class ShipmentReportPage(Page):
    """List, filter, open; more rows come when asked for."""

    trace_wanted = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("shipmentReport", "shipmentReport", workplace.theme)
        self._workplace = workplace
        self._cursor: str | None = None
        self._loaded = False
        self._job: Job | None = None
        self._filter = line_edit("shipmentReport.filter")
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._on_filter)
        self._refresh = TextButton("shipmentReport.submit")
        self._refresh.clicked.connect(self.reload)
        self._more = TextButton("shipmentReport.more")
        self._more.clicked.connect(self._load_more)
        self._count = label("muted")
        self._count.setObjectName("shipmentReport.count")
        self._busy = Busy("shipmentReport")
        self._busy.stopped.connect(self._stop)
        self._table = MessageView("shipmentReport.results", shipment_columns(workplace.theme, workplace.now))
        self._table.view.doubleClicked.connect(self._open_row)
        self._table.view.opened.connect(self._open_row)
        bar = tight(QHBoxLayout(), 12)
        bar.addWidget(self._filter, 1)
        bar.addWidget(self._refresh)
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._more)
        self.body.addLayout(bar)
        self.body.addWidget(self._busy)
        self.body.addWidget(self._table, 1)
        self.body.addLayout(foot)
        workplace.session.changed.connect(self._on_session_changed)
        self.retranslate_ui()

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Shipment report")

    def first_field(self) -> QWidget:
        """Start in the filter."""
        return self._filter

    def entered(self) -> None:
        """Fetch the list on the first visit."""
        if not self._loaded:
            self.reload()

    def reload(self) -> None:
        """Fetch the newest shipments again."""
        self._cursor = None
        self._fetch(replace=True)

    def _load_more(self) -> None:
        self._fetch(replace=False)

    def _fetch(self, replace: bool) -> None:
        if self._job is not None:
            return
        self.message.clear()
        self._busy.start()
        cursor = self._cursor
        self._job = self._workplace.link.ask(
            lambda client: client.own_shipments(cursor, MAX_PAGE_SIZE),
            lambda outcome: self._on_page(replace, outcome),
        )

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_page(self, replace: bool, outcome: Outcome[ShipmentPage]) -> None:
        self._job = None
        self._busy.finish()
        match outcome:
            case Ok(page):
                if not self._workplace.session.is_open:
                    return
                self._loaded = True
                self._cursor = None if page.cursor is UNSET else page.cursor
                if replace:
                    self._table.model.set_rows(page.items)
                    self._table.fit_columns()
                else:
                    self._table.model.append_rows(page.items)
                self.retranslate_ui()
            case Err():
                self.message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

    def _on_filter(self, text: str) -> None:
        self._table.filter(text)
        self.retranslate_ui()

    def _open_row(self, index: QModelIndex) -> None:
        self.trace_wanted.emit(self._table.row_at(index).autopro_number)

    def _on_session_changed(self) -> None:
        """Keep nothing of one enterprise for the next."""
        if not self._workplace.session.is_open:
            self._stop()
            self._loaded = False
            self._cursor = None
            self._table.model.set_rows([])
            self.message.clear()
            self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts and the count."""
        super().retranslate_ui()
        self._filter.setPlaceholderText(self.tr("Filter: number, city, status…"))
        self._filter.setAccessibleName(self.tr("Filter the shipments shown"))
        self._refresh.setText(self.tr("Refresh"))
        self._more.setText(self.tr("Show more"))
        self._more.setVisible(self._cursor is not None)
        self._table.view.setAccessibleName(self.tr("Your shipments"))
        loaded, shown = len(self._table.model.rows), self._table.shown
        if not self._loaded:
            self._count.setText("")
        elif loaded == 0:
            self._count.setText(self.tr("There are no shipments for this access code yet."))
        elif shown < loaded:
            self._count.setText(self.tr("{shown} of {loaded} shipments").format(shown=shown, loaded=loaded))
        else:
            self._count.setText(self.tr("%n shipment(s). Enter opens one.", "", loaded))
