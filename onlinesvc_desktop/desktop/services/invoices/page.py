# SPDX-License-Identifier: MIT
"""The service Invoices: what is owed by days past due, the list, the chosen invoice beside it with its paper, disputes."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

from msgspec import UNSET
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.contract.folding import folded, unspaced
from onlinesvc_desktop.contract.invoices import (
    GET_INVOICE,
    GET_INVOICE_SUMMARY,
    LIST_INVOICES,
    Bucket,
    Chosen,
    Invoice,
    InvoiceQuery,
    InvoiceSummary,
)
from onlinesvc_desktop.contract.limits import MAX_PAGE_SIZE
from onlinesvc_desktop.contract.paging import Page as Rows
from onlinesvc_desktop.contract.rate_quote import number_and_letter
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.paged import Cursor
from onlinesvc_desktop.desktop.pages.list_page import PagedTable
from onlinesvc_desktop.desktop.pages.page import Page, scrolling
from onlinesvc_desktop.desktop.services.invoices.aging import AgingPanel
from onlinesvc_desktop.desktop.services.invoices.by_mail import StatementByMail
from onlinesvc_desktop.desktop.services.invoices.dispute import DisputeForm
from onlinesvc_desktop.desktop.services.invoices.export import InvoiceExport
from onlinesvc_desktop.desktop.services.invoices.listing import InvoiceListing
from onlinesvc_desktop.desktop.services.invoices.open_dispute import OpenDispute
from onlinesvc_desktop.desktop.services.invoices.paper import InvoicePaper
from onlinesvc_desktop.desktop.services.invoices.words import bucket_words, chosen_choices, invoice_facts
from onlinesvc_desktop.desktop.targets import Show, Start, Target, Trace
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.facts import Fact, Facts
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.widgets.part_line import PartLine
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER: Final = "invoices"


class InvoicesPage(Page):
    """Nothing of one customer stays for the next."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(_OWNER, _OWNER, workplace.theme)
        self._workplace = workplace
        self._chosen: Invoice | None = None
        self._opening = ""
        self._bucket: tuple[str, Bucket] | None = None
        self._aging = AgingPanel(_OWNER)
        self._aging.chosen.connect(self._show_bucket)
        self._part = PartLine(_OWNER, self._part_words, lambda: self.tr("Show all invoices"))
        self._part.left.connect(self._show_all)
        self._part.hide()
        self._choice_name = label("field")
        self._choice = Choices(f"{_OWNER}.state", chosen_choices)
        self._choice_name.setBuddy(self._choice)
        self._choice.fill(Chosen.OPEN.value)
        self._choice.currentIndexChanged.connect(lambda _index: self._reload())
        self._statement = TextButton(f"{_OWNER}.statement")
        self._mail = TextButton(f"{_OWNER}.byMail")
        self._mail.clicked.connect(self._on_by_mail)
        self._export = InvoiceExport(_OWNER, workplace, self.message)
        self._all = TextButton(f"{_OWNER}.exportAll")
        self._all.clicked.connect(self._on_export)
        listing = InvoiceListing()
        self._table = PagedTable[Invoice](_OWNER, listing.columns(), listing.words(), self.message, workplace, MAX_PAGE_SIZE)
        self._table.table.view.selectionModel().currentRowChanged.connect(self._choose)
        self._table.ended.connect(self._restore)
        self._facts = Facts(self._fact_words)
        self._paper = TextButton(f"{_OWNER}.paper", "primary")
        self._dispute = TextButton(f"{_OWNER}.dispute")
        self._trace = TextButton(f"{_OWNER}.trace", "link")
        self._quote = TextButton(f"{_OWNER}.quote", "link")
        self._quote.clicked.connect(self._on_quote)
        self._paper.clicked.connect(self._on_paper)
        self._dispute.clicked.connect(self._on_dispute)
        self._trace.clicked.connect(self._on_trace)
        self._form = DisputeForm(_OWNER, workplace, self.message)
        self._form.ended.connect(self._on_dispute_ended)
        self._open = OpenDispute(_OWNER, workplace, self.message)
        self._open.changed.connect(self._look_again)
        self._papers = InvoicePaper(_OWNER, workplace, self.message)
        self._papers.shown.connect(self._on_paper_shown)
        self._statement.clicked.connect(self._papers.show_statement)
        self._viewer = self._papers.viewer
        self._by_mail = StatementByMail(_OWNER, workplace, self.message)
        self._by_mail.ended.connect(self._on_by_mail_left)
        self._build()
        workplace.session.changed.connect(self._on_session_changed)
        self.retranslate_ui()

    def _build(self) -> None:
        bar = tight(QHBoxLayout(), 8)
        bar.addWidget(self._choice_name)
        bar.addWidget(self._choice)
        bar.addStretch(1)
        bar.addWidget(self._all)
        bar.addWidget(self._statement)
        bar.addWidget(self._mail)
        content = QWidget()
        column = tight(QVBoxLayout(content), 10)
        column.addWidget(self._facts)
        column.addStretch(1)
        self._shown = QWidget()
        shown = tight(QVBoxLayout(self._shown), 10)
        shown.addWidget(scrolling(content), 1)
        row = ButtonRow()
        for button in (self._paper, self._dispute, self._trace, self._quote):
            row.add(button)
        shown.addWidget(self._open)
        shown.addWidget(row)
        self._beside, beside = card(10)
        beside.addWidget(self._shown, 1)
        beside.addWidget(self._form, 1)
        beside.addWidget(self._viewer, 2)
        self._beside.hide()
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._table)
        splitter.addWidget(self._beside)
        splitter.setSizes([520, 480])
        self.body.setSpacing(10)
        self.body.addWidget(self._aging)
        self.body.addLayout(bar)
        self.body.addWidget(self._part)
        self.body.addWidget(self._export.busy)
        self.body.addWidget(self._table.busy)
        self.body.addWidget(splitter, 1)
        self.body.addWidget(self._by_mail, 1)

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Invoices")

    def first_field(self) -> QWidget:
        """Start in the list."""
        return self._table

    def receive(self, target: Target) -> None:
        """Show the invoice, or the choice, that another page names."""
        match target:
            case Show(_, number):
                self._opening = number
                self._show_all()
            case Start(_, values) if values.get("state"):
                self._bucket = None
                self._choice.fill(str(values["state"]))
                self._reload()
            case _:
                pass

    def entered(self) -> None:
        """Fetch anew."""
        self._reload()

    def _reload(self) -> None:
        if not self._workplace.session.is_open:
            return
        bucket, query = self._bucket, self._query_now()
        self._show_list()

        def fetch(client: ApiClient, cursor: Cursor) -> Rows[Invoice]:
            return client.send(LIST_INVOICES, query=_at(query, cursor))

        def owed(outcome: Outcome[InvoiceSummary]) -> None:
            if isinstance(outcome, Ok) and self._workplace.session.is_open:
                self._aging.show_summary(outcome.value)

        self._part.setVisible(bucket is not None)
        self._part.retranslate_ui()
        self._table.reload(fetch)
        self._workplace.link.ask(lambda client: client.send(GET_INVOICE_SUMMARY), owed)

    def _query_now(self) -> InvoiceQuery:
        state, bucket = self._choice.value(), self._bucket
        return InvoiceQuery(
            state=Chosen(state) if state and bucket is None else UNSET,
            bucket=UNSET if bucket is None else bucket[1],
            currency="" if bucket is None else bucket[0],
            limit=MAX_PAGE_SIZE,
        )

    def _on_export(self) -> None:
        kinds = [self.tr("Excel workbook (*.xlsx)"), self.tr("Text for spreadsheets (*.csv)")]
        chosen = file_to_save(
            self, self._workplace.settings, self.tr("Save all invoices"), f"{self.heading_words()}.xlsx", ";;".join(kinds)
        )
        if chosen is not None:
            file, kind = chosen
            is_named = file.suffix.lower() in (".xlsx", ".csv")
            self.export(file if is_named else file.with_name(f"{file.name}{'.csv' if kind == kinds[1] else '.xlsx'}"))

    def export(self, file: Path) -> None:
        """Save all invoices that the choice and the filter name, those that are not fetched yet too."""
        columns, query = self._table.table.model.columns, self._query_now()

        def text_of(one: Invoice) -> str:
            return " ".join(folded(unspaced(column.text(one))) for column in columns)

        self._export.save(file, query, self._table.bar.filter.text(), text_of, self._aging.count_of(query))

    def _show_bucket(self, currency: str, bucket: Bucket) -> None:
        self._bucket = (currency, bucket)
        self._reload()
        self._table.table.view.setFocus()

    def _show_all(self) -> None:
        self._bucket = None
        self._choice.fill("")
        self._reload()

    def _part_words(self) -> str:
        return "" if self._bucket is None else f"{self._bucket[0]}, {bucket_words(self._bucket[1])}"

    def _choose(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if index.isValid():
            self._look(self._table.table.row_at(index).invoice_number)

    def _restore(self) -> None:
        """Choose again what was chosen, or what another page asked for."""
        number = self._opening or ("" if self._chosen is None else self._chosen.invoice_number)
        at = next((at for at, one in enumerate(self._table.rows) if one.invoice_number == number), None)
        if at is not None:
            self._opening = ""
            self._table.table.view.setCurrentIndex(self._table.table.index_of(at))
        elif self._opening and not self._table.pages.is_running:
            number, self._opening = self._opening, ""
            self._look(number)

    def _look(self, number: str) -> None:
        """Fetch an invoice with everything that belongs to it."""

        def received(outcome: Outcome[Invoice]) -> None:
            match outcome:
                case Ok(found) if self._workplace.session.is_open:
                    self._show(found)
                case Err():
                    self.message.say(Tone.WARNING, self._workplace.link.words_for(outcome))
                case _:
                    pass

        self._workplace.link.ask(lambda client: client.send(GET_INVOICE, invoice_number=number), received)

    def _show(self, invoice: Invoice | None) -> None:
        is_other = invoice is None or self._chosen is None or invoice.id != self._chosen.id
        self._chosen = invoice
        self._beside.setVisible(invoice is not None)
        self._facts.retranslate_ui()
        if is_other:
            self._viewer.hide()
            self._form.hide()
            self._shown.show()
        may = invoice is not None and Decimal(invoice.balance) > 0
        self._dispute.setVisible(may)
        self._open.show_of(invoice)
        self._quote.setVisible(invoice is not None and invoice.quoted is not UNSET)
        self._name_dispute()
        self._trace.setVisible(invoice is not None and bool(invoice.autopro_number))

    def _fact_words(self) -> Sequence[Fact]:
        return () if self._chosen is None else invoice_facts(self._chosen)

    def _on_dispute(self) -> None:
        if self._chosen is not None:
            self._shown.hide()
            self._viewer.hide()
            self._form.begin(self._chosen)

    def _on_dispute_ended(self, is_sent: bool) -> None:
        self._form.hide()
        self._shown.show()
        self._name_dispute()
        if is_sent and self._chosen is not None:
            self._open.show_of(None)
            self._opening = self._chosen.invoice_number
            self._reload()
        self._dispute.setFocus()

    def _name_dispute(self) -> None:
        begun = self._chosen is not None and self._form.has_draft(self._chosen)
        self._dispute.setText(self.tr("Go on with the dispute…") if begun else self.tr("Dispute…"))

    def _look_again(self) -> None:
        if self._chosen is not None:
            self._look(self._chosen.invoice_number)

    def _on_quote(self) -> None:
        named = None if self._chosen is None else number_and_letter(self._chosen.quote_number)
        if named is not None:
            self.go_wanted.emit(Show(Service.RATE_QUOTE, named[0]))

    def _on_trace(self) -> None:
        if self._chosen is not None:
            self.go_wanted.emit(Trace(self._chosen.autopro_number))

    def _on_paper(self) -> None:
        if self._chosen is not None:
            self._papers.show_invoice(self._chosen.invoice_number)

    def _on_paper_shown(self, is_invoice: bool) -> None:
        self._show_list()
        self._beside.show()
        self._form.hide()
        self._shown.setVisible(is_invoice)

    def _on_by_mail(self) -> None:
        self._splitter.hide()
        self._by_mail.begin()

    def _on_by_mail_left(self) -> None:
        self._show_list()
        self._mail.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape a form that stands in the place of something else; what was typed there stays."""
        if event.key() == Qt.Key.Key_Escape and not self._by_mail.isHidden():
            self._on_by_mail_left()
        elif event.key() == Qt.Key.Key_Escape and not self._form.isHidden():
            self._on_dispute_ended(False)
        else:
            super().keyPressEvent(event)

    def _show_list(self) -> None:
        self._by_mail.hide()
        self._splitter.show()

    def _on_session_changed(self) -> None:
        if not self._workplace.session.is_open:
            self._opening, self._bucket = "", None
            self._aging.show_summary(None)
            self._part.hide()
            self._form.forget()
            self._export.stop()
            self._papers.forget()
            self._show_list()
            self._show(None)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._choice_name.setText(self.tr("Show"))
        self._statement.setText(self.tr("Statement"))
        self._mail.setText(self.tr("By e-mail…"))
        self._mail.setToolTip(self.tr("Have the statement sent each week or each month"))
        self._all.setText(self.tr("Save all…"))
        self._all.setToolTip(self.tr("Save every invoice of this choice with all its columns"))
        self._paper.setText(self.tr("Show the invoice"))
        self._name_dispute()
        self._quote.setText(self.tr("Show the quote"))
        self._trace.setText(self.tr("Trace the shipment"))
        self._facts.retranslate_ui()


def _at(query: InvoiceQuery, cursor: Cursor) -> InvoiceQuery:
    from msgspec.structs import replace

    return replace(query, cursor=cursor)
