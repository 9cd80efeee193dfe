# SPDX-License-Identifier: MIT
"""Documents for administrators: add files, look at what came in, take one back, see how the drop folder stands."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.documents import (
    GET_DOCUMENT_FOLDER,
    LIST_ADDED_DOCUMENTS,
    WITHDRAW_DOCUMENT,
    AddedDocument,
    AddedQuery,
    DocumentFolder,
    DocumentKind,
    DocumentWithdrawal,
)
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.services.documents.drop_state import DropState
from onlinesvc_desktop.desktop.services.documents.upload import UploadArea
from onlinesvc_desktop.desktop.services.documents.words import kind_choices, kind_words
from onlinesvc_desktop.desktop.targets import Start
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.text import TextArea
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.file_dialogs import files_to_open
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.workplace import Workplace

_REASON_LINES = 2


class DocumentsPanel(ListPanel[AddedDocument]):
    """All documents that came in as files, the newest first."""

    name = "documents"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._add = TextButton(f"{self.owner}.add")
        self._add.clicked.connect(self._on_add)
        self.bar.addWidget(self._add)
        self.upload = UploadArea(self.owner, workplace)
        self.upload.finished.connect(self.reload)
        self.upload.failed.connect(lambda outcome: self.message.say_fault(outcome, workplace.link, self.upload.send))
        self._folder = DropState(self.owner)
        self.whole.insertWidget(1, self._folder)
        self.whole.insertWidget(2, self.upload)
        reason = TextArea(f"{self.owner}.reason", _REASON_LINES)
        self._form = Form(
            [
                Entry(
                    "reason",
                    reason,
                    lambda: self.tr("Why it is taken back"),
                    wide=True,
                    hint=lambda: self.tr("Stands in the audit log. Nobody sees the document afterwards."),
                )
            ],
            DocumentWithdrawal,
            columns=1,
        )
        self._look = TextButton(f"{self.owner}.look")
        self._withdraw = TextButton(f"{self.owner}.withdraw")
        self._look.clicked.connect(self._on_look)
        self._withdraw.clicked.connect(self._on_withdraw)
        self.fill_detail(self._form)
        self.add_actions(self._look, self._withdraw)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("DocumentsPanel", "Documents")

    def columns(self) -> Sequence[Column[AddedDocument]]:
        """Return the columns of the table."""
        return (
            Column(
                lambda: self.tr("Autopro"),
                lambda one: formats.autopro_display(one.document.autopro_number),
                lambda one: one.document.autopro_number,
            ),
            Column(
                lambda: self.tr("Document"), lambda one: kind_words(one.document.kind), lambda one: one.document.kind.value
            ),
            Column(lambda: self.tr("File"), lambda one: one.document.name, lambda one: one.document.name.casefold()),
            Column(lambda: self.tr("Added by"), self._by_words, self._by_words),
            Column(
                lambda: self.tr("Received"),
                lambda one: formats.age_words(one.document.added_at, self.workplace.now()),
                lambda one: one.document.added_at.timestamp(),
                lambda one: formats.local_moment_words(one.document.added_at),
            ),
        )

    def _by_words(self, item: AddedDocument) -> str:
        return item.added_by or self.tr("Drop folder")

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter."""
        return [("", self.tr("All kinds")), *kind_choices()]

    def fetch(self, client: ApiClient, search: str, state: str, cursor: str | UnsetType) -> Page[AddedDocument]:
        """Ask for a page."""
        kind = DocumentKind(state) if state else UNSET
        return client.send(LIST_ADDED_DOCUMENTS, query=AddedQuery(search=search, cursor=cursor, kind=kind))

    def reload(self) -> None:
        """Fetch the newest rows and the state of the folder again."""
        super().reload()

        def received(outcome: Outcome[DocumentFolder]) -> None:
            match outcome:
                case Ok(state) if self.workplace.session.is_open:
                    self._folder.show_state(state)
                case _:
                    self._folder.show_state(None)

        self.workplace.link.ask(lambda client: client.send(GET_DOCUMENT_FOLDER), received)

    def empty_words(self) -> str:
        """Say that there is none."""
        return self.tr("No documents match.")

    def fact_words(self, item: AddedDocument) -> Sequence[Fact]:
        """Return what is known of a document."""
        document = item.document
        facts = [
            (self.tr("Autopro"), formats.autopro_display(document.autopro_number)),
            (self.tr("Document"), kind_words(document.kind)),
            (self.tr("File"), document.name),
            (self.tr("Added by"), self._by_words(item)),
            (self.tr("Received"), formats.local_moment_words(document.added_at)),
        ]
        if document.captured_at is not UNSET:
            facts.append((self.tr("Signed, weighed or taken"), formats.date_time_words(document.captured_at)))
        if document.page_count is not UNSET:
            facts.append((self.tr("Pages"), formats.number_words(document.page_count)))
        if document.size is not UNSET:
            facts.append((self.tr("Size"), self.tr("{count} bytes").format(count=formats.number_words(document.size))))
        return facts

    def show_actions(self, item: AddedDocument) -> None:  # noqa: ARG002 - every document has the same
        """Empty the reason for another document."""
        self._form.take({"reason": ""})

    def _on_add(self) -> None:
        kinds = self.tr("Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)")
        files = files_to_open(self, self.workplace.settings, self.tr("Add documents"), kinds)
        if files:
            self.add_files(files)

    def add_files(self, files: Sequence[Path]) -> None:
        """Show files that are to be added."""
        self.message.clear()
        self.upload.show_files(files)
        self.upload.setFocus()

    def _on_look(self) -> None:
        if self.chosen is not None:
            self.go_wanted.emit(Start(Service.DOCUMENTS, {"references": self.chosen.document.autopro_number}))

    def _on_withdraw(self) -> None:
        item = self.chosen
        if item is None:
            return
        withdrawal = DocumentWithdrawal(self._form.values()["reason"])
        name = item.document.name

        def done(_: object) -> None:
            self.choose_nothing()
            self.message.say(Tone.SUCCESS, lambda: self.tr("{file} is taken back.").format(file=name))

        self.act(lambda client: client.send(WITHDRAW_DOCUMENT, withdrawal, id=item.id), done)

    def show_fault(self, outcome: Err) -> bool:
        """Show what a withdrawal lacks beside its field."""
        match outcome.fault:
            case Invalid(problems):
                self._form.show_problems(problems)
                return True
            case _:
                return False

    def forget(self) -> None:
        """Keep nothing of one administrator for the next."""
        self._form.take({"reason": ""})
        self.upload.show_files(())
        self._folder.show_state(None)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Documents"))
        self._add.setText(self.tr("Add files…"))
        self._look.setText(self.tr("Show the shipment’s documents"))
        self._withdraw.setText(self.tr("Take back"))
