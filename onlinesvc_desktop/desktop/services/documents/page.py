# SPDX-License-Identifier: MIT
"""The service Documents: numbers of any kind in, their papers in a table, one beside it on screen, all of them in one go."""

from collections import OrderedDict
from pathlib import Path
from typing import Any, Final

from msgspec import UNSET
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.collected_files import Collection
from onlinesvc_desktop.client.faults import Cancelled
from onlinesvc_desktop.contract.documents import (
    GET_DOCUMENT,
    SEARCH_DOCUMENTS,
    Document,
    FoundDocuments,
    file_name_of,
)
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.models.shipments import event_words
from onlinesvc_desktop.desktop.pages.page import Page
from onlinesvc_desktop.desktop.services.documents.ask import AskForm
from onlinesvc_desktop.desktop.services.documents.rows import (
    DocumentRow,
    document_columns,
    documents_of,
    missing_of,
    rows_of,
)
from onlinesvc_desktop.desktop.services.documents.save_all import SaveAllButton
from onlinesvc_desktop.desktop.services.documents.saving import SaveRun
from onlinesvc_desktop.desktop.services.documents.words import kind_words
from onlinesvc_desktop.desktop.targets import Start, Target, Trace
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.document_viewer import DocumentViewer, ShownDocument
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.widgets.table_bar import TableBar
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import try_write_whole

_OWNER: Final = "documents"
_VIEWER_CHARACTERS = 55
_KEPT_BYTES = 64_000_000
"""Of documents that were opened: they stay readable without a link as long as the session lasts."""


class DocumentsPage(Page):
    """Ask, look, keep. Nothing of one customer stays for the next."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(_OWNER, _OWNER, workplace.theme)
        self._workplace = workplace
        self._job: Job | None = None
        self._run: SaveRun | None = None
        self._chosen: DocumentRow | None = None
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._form = AskForm()
        self._form.submitted.connect(self.ask)
        self._busy = Busy(_OWNER)
        self._busy.stopped.connect(self._stop)
        self._table = MessageView[DocumentRow](f"{_OWNER}.results", document_columns(workplace.theme), folds=True)
        self._table.view.selectionModel().currentRowChanged.connect(self._choose)
        self._bar = TableBar(_OWNER, self._table, self.heading_words, self.message, workplace)
        self._count = label("muted")
        self._count.setObjectName(f"{_OWNER}.count")
        self._save_all = SaveAllButton(workplace.papers, workplace.settings)
        self._save_all.wanted.connect(self.save_all)
        self._trace = TextButton(f"{_OWNER}.trace", "link")
        self._trace.clicked.connect(self._on_trace)
        self._delivery = label("", wrap=True)
        self._delivery.setObjectName(f"{_OWNER}.delivery")
        self._viewer = DocumentViewer(_OWNER, self.message, workplace.jobs, workplace.papers)
        self._viewer.save_wanted.connect(self._save_one)
        self._build()
        workplace.session.changed.connect(self._on_session_changed)
        self.retranslate_ui()

    def _build(self) -> None:
        left = QWidget()
        list_column = tight(QVBoxLayout(left), 8)
        list_column.addWidget(self._table, 1)
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._save_all)
        list_column.addLayout(foot)
        self._beside, beside = card(8)
        told = tight(QHBoxLayout(), 12)
        told.addWidget(self._delivery, 1)
        told.addWidget(self._trace, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(told)
        beside.addWidget(self._viewer, 1)
        beside.addStretch(0)
        self._beside.setMinimumWidth(self.fontMetrics().averageCharWidth() * _VIEWER_CHARACTERS)
        self._beside.hide()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self._beside)
        self._splitter.setStretchFactor(0, 2)
        self._splitter.setStretchFactor(1, 3)
        self._splitter.setSizes([400, 600])
        self.body.addWidget(self._form)
        self.body.addWidget(self._busy)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._splitter, 1)

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Documents")

    def first_field(self) -> QWidget:
        """Start where numbers are typed."""
        return self._form.references

    def receive(self, target: Target) -> None:
        """Show the documents of the numbers that another page names."""
        match target:
            case Start(_, values) if values.get("references"):
                self._form.fill(str(values["references"]))
                self.ask()
            case _:
                pass

    def ask(self) -> None:
        """Ask for the documents of the numbers."""
        request = self._form.request()
        if request is None:
            return
        self.message.clear()
        self._take_back()
        self._busy.start()

        def received(outcome: Outcome[FoundDocuments]) -> None:
            if self._job is not job:
                return
            self._job = None
            self._busy.finish()
            match outcome:
                case Ok(found):
                    self._show_rows(rows_of(found))
                case Err(Cancelled()):
                    pass
                case Err():
                    self.message.say_fault(outcome, self._workplace.link, self.ask)

        job = self._workplace.link.ask(lambda client: client.send(SEARCH_DOCUMENTS, request), received)
        self._job = job

    def _show_rows(self, rows: list[DocumentRow]) -> None:
        self._show_document(None)
        self._table.model.set_rows(rows)
        self._table.fit_columns()
        first = next((at for at, row in enumerate(rows) if row.document is not None), None)
        if first is not None:
            self._table.view.setCurrentIndex(self._table.index_of(first))
        elif rows:
            self._table.view.setCurrentIndex(self._table.index_of(0))
        self.retranslate_ui()

    def _choose(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        self._chosen = self._table.row_at(index) if index.isValid() else None
        row = self._chosen
        self._beside.setVisible(row is not None and row.shipment is not None)
        self._delivery.setText(self._delivery_words())
        self._trace.setVisible(row is not None and row.shipment is not None)
        if row is None or row.document is None:
            self._show_document(None)
        else:
            self._open(row.document)

    def _open(self, document: Document) -> None:
        """Show a document, out of what was opened before where it is there."""
        kept = self._kept.get(document.id)
        if kept is not None:
            self._kept.move_to_end(document.id)
            self._show_document(document, kept)
            return
        self._viewer.expect()

        def fetched(client: ApiClient) -> bytes:
            pieces: list[bytes] = []
            client.stream(GET_DOCUMENT, pieces.append, id=document.id)
            return b"".join(pieces)

        def received(outcome: Outcome[bytes]) -> None:
            is_wanted = self._chosen is not None and self._chosen.document is document
            match outcome:
                case Ok(content):
                    self._keep(document.id, content)
                    if is_wanted:
                        self._show_document(document, content)
                case Err() if is_wanted:
                    self._show_document(None)
                    self.message.say_fault(outcome, self._workplace.link, lambda: self._open(document))
                case _:
                    pass

        self._workplace.link.ask(fetched, received)

    def _keep(self, name: str, content: bytes) -> None:
        if not self._workplace.session.is_open:
            return
        self._kept[name] = content
        while len(self._kept) > 1 and sum(map(len, self._kept.values())) > _KEPT_BYTES:
            self._kept.popitem(last=False)

    def _show_document(self, document: Document | None, content: bytes = b"") -> None:
        self._viewer.setVisible(document is not None)
        if document is None:
            self._viewer.show_document(None)
            return
        number = formats.autopro_display(document.autopro_number)
        name = file_name_of(document)
        self._viewer.show_document(
            ShownDocument(content, document.media_type, name, lambda: f"{kind_words(document.kind)} {number}")
        )

    def _delivery_words(self) -> str:
        """Say who signed and when, and what was noted against it."""
        shipment = None if self._chosen is None else self._chosen.shipment
        if shipment is None:
            return ""
        way = f"{formats.place_words(shipment.origin)} \N{RIGHTWARDS ARROW} {formats.place_words(shipment.destination)}"
        delivery = shipment.delivery
        if delivery is UNSET:
            undelivered = self.tr("Not delivered yet")
            return f"{way} \N{MIDDLE DOT} {undelivered}"
        when, name = formats.date_time_words(delivery.at), delivery.received_by
        signed = (
            self.tr("Delivered {when}, signed by {name}").format(when=when, name=name)
            if name
            else self.tr("Delivered {when}, nobody named as signing").format(when=when)
        )
        noted = "; ".join(
            f"{event_words(one)} ({formats.date_words(one.occurred_at.date())})" for one in delivery.exceptions
        )
        exceptions = self.tr("Exceptions: {noted}").format(noted=noted) if noted else self.tr("No exceptions noted")
        return f"{way} \N{MIDDLE DOT} {signed} \N{MIDDLE DOT} {exceptions}"

    def _on_trace(self) -> None:
        if self._chosen is not None and self._chosen.autopro:
            self.go_wanted.emit(Trace(self._chosen.autopro))

    def _save_one(self, document: ShownDocument) -> None:
        chosen = file_to_save(self, self._workplace.settings, self.tr("Save the document"), document.name)
        if chosen is not None:
            self.save_one(document, chosen[0])

    def save_one(self, document: ShownDocument, file: Path) -> None:
        """Write the document on screen into a file."""

        def written(outcome: Outcome[bool]) -> None:
            if isinstance(outcome, Ok) and outcome.value:
                self.message.say(Tone.SUCCESS, lambda: self.tr("Saved as {file}.").format(file=file))
            else:
                self._say_not_written(file)

        self._workplace.jobs.run(lambda: try_write_whole(file, document.content), written)

    def save_all(self, collection: Collection, where: Path) -> None:
        """Save every document that is shown, with the list of what is missing."""
        if self._run is not None:
            return
        self.message.clear()
        shown = self._table.model.shown
        run = self._run = SaveRun(self._workplace.link, collection, where)
        run.progressed.connect(self._busy.progress)
        run.ended.connect(self._on_saved)
        self._busy.start()
        run.start(documents_of(shown), missing_of(shown))
        self.retranslate_ui()

    def _on_saved(self, why: Any) -> None:
        run, self._run = self._run, None
        self._busy.finish()
        self.retranslate_ui()
        if run is None:
            return
        match why:
            case None:
                self.message.say(Tone.SUCCESS if not run.missed else Tone.WARNING, lambda: self._saved_words(run))
            case Err(Cancelled()):
                self.message.say(Tone.INFO, lambda: self.tr("Stopped."))
            case Err():
                self.message.say_fault(why, self._workplace.link)
            case _:
                self._say_not_written(run.where)

    def _saved_words(self, run: SaveRun) -> str:
        saved = self.tr("Saved in {place}: %n document(s).", "", run.saved).format(place=run.where)
        if not run.missed:
            return saved
        missing = self.tr("Missing, with the reason in the list: %n.", "", run.missed)
        return f"{saved} {missing}"

    def _say_not_written(self, file: Path) -> None:
        words = lambda: self.tr("{file} cannot be written. Choose another folder.").format(file=file)  # noqa: E731
        self.message.say(Tone.WARNING, words)

    def _take_back(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _stop(self) -> None:
        if self._run is not None:
            self._run.stop()
        self._take_back()
        if self._run is None:
            self._busy.finish()

    def _on_session_changed(self) -> None:
        """Keep nothing of one customer for the next."""
        if not self._workplace.session.is_open:
            self._stop()
            self._kept.clear()
            self._form.fill("")
            self._show_rows([])
            self.message.clear()

    def retranslate_ui(self) -> None:
        """Set the texts and counts."""
        super().retranslate_ui()
        self._table.view.setAccessibleName(self.tr("Documents and what is missing"))
        self._trace.setText(self.tr("Trace this shipment"))
        rows = self._table.model.rows
        documents, missing = documents_of(rows), missing_of(rows)
        self._save_all.setEnabled(bool(documents) and self._run is None)
        if rows:
            found = self.tr("%n document(s)", "", len(documents))
            lacking = self.tr("%n missing", "", len(missing))
            self._count.setText(f"{found} \N{MIDDLE DOT} {lacking}" if missing else found)
        else:
            self._count.setText("")
        self._delivery.setText(self._delivery_words())
