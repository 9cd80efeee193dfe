# SPDX-License-Identifier: MIT
"""The Shipment report: the enterprise's own shipments by days, state, lane and number, and what they add up to."""

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.contract import paging
from onlinesvc_desktop.contract.limits import MAX_PAGE_SIZE
from onlinesvc_desktop.contract.report_figures import Figures, Group, Part, figures_of, is_in_part
from onlinesvc_desktop.contract.shipment import Shipment
from onlinesvc_desktop.contract.shipment_report import LIST_OWN_SHIPMENTS, ReportFilter, ShipmentQuery
from onlinesvc_desktop.contract.today import ShipmentPart
from onlinesvc_desktop.desktop.jobs import Ok, Outcome
from onlinesvc_desktop.desktop.models.paged import Cursor
from onlinesvc_desktop.desktop.models.shipments import report_columns
from onlinesvc_desktop.desktop.pages.list_page import ListWords, PagedTable
from onlinesvc_desktop.desktop.pages.page import Page, scrolling
from onlinesvc_desktop.desktop.services.shipment_report.by_mail import ReportByMail
from onlinesvc_desktop.desktop.services.shipment_report.choice import ReportChoice
from onlinesvc_desktop.desktop.services.shipment_report.map_tab import MapTab
from onlinesvc_desktop.desktop.services.shipment_report.map_words import MapWords
from onlinesvc_desktop.desktop.services.shipment_report.narrowed import NarrowedLine, today_words
from onlinesvc_desktop.desktop.services.shipment_report.plots import Totals
from onlinesvc_desktop.desktop.services.shipment_report.whereabouts import Chosen, chooser
from onlinesvc_desktop.desktop.targets import Open, Target, Trace
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save
from onlinesvc_desktop.desktop.widgets.late import Late
from onlinesvc_desktop.desktop.widgets.panel import tight
from onlinesvc_desktop.desktop.workplace import Workplace

_MOST_AT_ONCE = 10_000


class ShipmentReportPage(Page):
    """List, add up, open; the pages of a long report come one after the other until somebody stops them."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("shipmentReport", "shipmentReport", workplace.theme)
        self._workplace = workplace
        self._today: ShipmentPart | None = None
        self._asked: ReportFilter | None = None
        self._choice = ReportChoice(workplace.today)
        self._choice.submitted.connect(self.reload)
        words = ListWords(
            self.heading_words,
            lambda: self.tr("Your shipments"),
            lambda loaded: self.tr("%n shipment(s) so far…", "", loaded),
            lambda: self.tr("No shipments match these choices."),
            lambda shown, loaded: self.tr("{shown} of %n shipment(s)", "", loaded).format(shown=shown),
            lambda loaded: self.tr("%n shipment(s). Press Enter to open one.", "", loaded),
        )
        columns = report_columns(workplace.theme, workplace.now)
        self._list = PagedTable[Shipment]("shipmentReport", columns, words, self.message, workplace, _MOST_AT_ONCE)
        self._list.opened.connect(lambda shipment: self.go_wanted.emit(Trace(shipment.autopro_number)))
        self._list.ended.connect(self._add_up)
        self._totals = Totals(workplace.theme, workplace.jobs)
        self._totals.opened.connect(self._show_part)
        self._map = MapTab(workplace, self.message)
        self._map.opened.connect(self._show_chosen)
        self._map_words = MapWords(self)
        self._narrowed = NarrowedLine()
        self._narrowed.left.connect(self._leave_part)
        self._save_plots = TextButton("shipmentReport.savePlots")
        self._save_plots.clicked.connect(self._on_save_plots)
        self._by_mail = Late(lambda: ReportByMail(workplace, lambda: self._choice.chosen))
        self._build()
        self.retranslate_ui()

    def _build(self) -> None:
        listing = QWidget()
        column = tight(QVBoxLayout(listing), 10)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._narrowed)
        column.addWidget(self._list)
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
        self._tabs.addTab(self._map, "")
        self._tabs.currentChanged.connect(self._on_tab)
        self.body.addWidget(self._choice)
        self.body.addWidget(self._list.busy)
        self.body.addWidget(self._tabs, 1)

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Shipment report")

    def first_field(self) -> QWidget:
        """Start in the filter."""
        return self._list.bar.filter

    def entered(self) -> None:
        """Fetch the list on the first visit, and when other days or choices stand there by now."""
        if not self._list.pages.is_loaded or self._asked != self._choice.chosen:
            self.reload()

    def receive(self, target: Target) -> None:
        """Show one part of the shipments of the day, whenever they were booked."""
        match target:
            case Open(_, name) if name:
                self._show_today(ShipmentPart(name))
            case _:
                pass

    def _show_today(self, part: ShipmentPart) -> None:
        self._narrow(Part(Group.ALL))
        self._today = part

        def fetch(client: ApiClient, cursor: Cursor) -> paging.Page[Shipment]:
            query = ShipmentQuery(today=part, cursor=cursor, limit=MAX_PAGE_SIZE)
            return client.send(LIST_OWN_SHIPMENTS, query=query)

        self._list.reload(fetch)
        self._tabs.setCurrentIndex(0)

    def reload(self) -> None:
        """Fetch what is chosen, the newest shipments first."""
        self._today = None
        self._narrow(Part(Group.ALL))
        self._asked = self._choice.chosen
        fields = msgspec.structs.asdict(self._asked)

        def fetch(client: ApiClient, cursor: Cursor) -> paging.Page[Shipment]:
            return client.send(LIST_OWN_SHIPMENTS, query=ShipmentQuery(**fields, cursor=cursor, limit=MAX_PAGE_SIZE))

        self._list.reload(fetch)

    def _leave_part(self) -> None:
        """Show all shipments again."""
        if self._today is None:
            self._show_part(Part(Group.ALL))
        else:
            self.reload()

    def _add_up(self) -> None:
        rows = tuple(self._list.rows)
        if not self._list.pages.is_loaded:
            self._totals.show_figures(None)
            self._map.show_shipments(())
            if not self._workplace.session.is_open:
                self._today = None
            self._narrow(Part(Group.ALL))
            return
        if not self._list.pages.is_running:
            self._map.show_shipments(rows)
        if self._today is not None:
            part = self._today
            self._narrowed.show_words(lambda: today_words(part), len(rows))
        today = self._workplace.today()

        def added(outcome: Outcome[Figures]) -> None:
            if isinstance(outcome, Ok) and self._workplace.session.is_open:
                self._totals.show_figures(outcome.value)

        self._workplace.jobs.run(lambda: figures_of(rows, today), added)

    def _show_part(self, part: Part) -> None:
        """Bring the shipments behind a figure to the front, the first of them current."""
        self._narrow(part)
        self._bring_list()

    def _show_chosen(self, chosen: Chosen) -> None:
        """Bring the shipments behind a circle or a lane of the map to the front."""
        self._list.narrow(chooser(chosen))
        self._narrowed.show_words(lambda: self._map_words.chosen(chosen), self._list.table.shown)
        self._bring_list()

    def _bring_list(self) -> None:
        self._tabs.setCurrentIndex(0)
        view = self._list.table.view
        view.setFocus()
        view.setCurrentIndex(self._list.table.model.index(0, 0))

    def _narrow(self, part: Part) -> None:
        today = self._workplace.today() if self._totals.figures is None else self._totals.figures.today
        is_all = part.group is Group.ALL
        self._list.narrow(None if is_all else lambda shipment: is_in_part(part, shipment, today))
        self._narrowed.show_part(part, self._list.table.shown)

    def _on_tab(self, index: int) -> None:
        if index == 1:
            self._totals.prepare()
        elif index == 2:
            self._by_mail.part.entered()
        elif index == 3:
            self._map.entered()

    def _on_save_plots(self) -> None:
        chosen = file_to_save(
            self,
            self._workplace.settings,
            self.tr("Save the plots"),
            f"{self.heading_words()}.png",
            self.tr("Picture (*.png)"),
        )
        if chosen is None:
            return
        file, _ = chosen
        if self._totals.save(file):
            self.message.say(Tone.SUCCESS, lambda: self.tr("Saved as {file}.").format(file=file), saved=file)
        else:
            self.message.say(
                Tone.WARNING, lambda: self.tr("{file} cannot be written; choose another folder.").format(file=file)
            )

    def retranslate_ui(self) -> None:
        """Set the texts and the count."""
        super().retranslate_ui()
        self._tabs.setTabText(0, self.tr("Shipments"))
        self._tabs.setTabText(1, self.tr("Totals and plots"))
        self._tabs.setTabText(2, self.tr("By e-mail"))
        self._tabs.setTabText(3, self.tr("Map"))
        self._save_plots.setText(self.tr("Save as a picture…"))
