# SPDX-License-Identifier: MIT
"""An invoice or the statement as a paper: fetched, shown beside the list, saved."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.contract.invoices import GET_INVOICE_DOCUMENT, GET_STATEMENT_DOCUMENT
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.document_viewer import DocumentViewer, ShownDocument
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import try_write_whole

_PDF: Final = "application/pdf"


class InvoicePaper(QObject):
    """Puts a paper into its viewer; ``shown`` says whether it is that of an invoice."""

    shown = Signal(bool)

    def __init__(self, owner: str, workplace: Workplace, message: MessageLine) -> None:
        super().__init__()
        self._workplace = workplace
        self._message = message
        self.viewer = DocumentViewer(owner, message, workplace.jobs, workplace.papers)
        self.viewer.save_wanted.connect(self._on_save)
        self.viewer.hide()

    def show_invoice(self, number: str) -> None:
        """Fetch the paper of an invoice and show it."""
        self._fetch(lambda client: client.file(GET_INVOICE_DOCUMENT, invoice_number=number), f"{number}.pdf", number)

    def show_statement(self) -> None:
        """Fetch the statement of today and show it."""
        self._fetch(lambda client: client.file(GET_STATEMENT_DOCUMENT), "statement.pdf", "")

    def forget(self) -> None:
        """Show nothing of one person to the next."""
        self.viewer.show_document(None)
        self.viewer.hide()

    def _fetch(self, work: Callable[[ApiClient], bytes], name: str, number: str) -> None:
        def title() -> str:
            return self.tr("Invoice {number}").format(number=number) if number else self.tr("Statement of account")

        def received(outcome: Outcome[bytes]) -> None:
            match outcome:
                case Ok(content) if self._workplace.session.is_open:
                    self.shown.emit(bool(number))
                    self.viewer.show()
                    self.viewer.show_document(ShownDocument(content, _PDF, name, title))
                case Err():
                    self._message.say(Tone.WARNING, self._workplace.link.words_for(outcome))
                case _:
                    pass

        self._message.clear()
        self._workplace.link.ask(work, received)

    def _on_save(self, document: ShownDocument) -> None:
        chosen = file_to_save(
            self.viewer, self._workplace.settings, self.tr("Save the paper"), document.name, self.tr("PDF (*.pdf)")
        )
        if chosen is not None:
            self.save(document, chosen[0])

    def save(self, document: ShownDocument, file: Path) -> None:
        """Write the paper into a file."""

        def written(outcome: Outcome[bool]) -> None:
            if isinstance(outcome, Ok) and outcome.value:
                self._message.say(Tone.SUCCESS, lambda: self.tr("Saved as {file}.").format(file=file.name), saved=file)
            else:
                self._message.say(Tone.WARNING, lambda: self.tr("{file} cannot be written.").format(file=file.name))

        self._workplace.jobs.run(lambda: try_write_whole(file, document.content), written)
