# SPDX-License-Identifier: MIT
"""A quote as a paper: saved as PDF, printed, or begun as an e-mail in the mail program."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote as quoted

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage

from onlinesvc_desktop.contract.rate_quote import RateQuote
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.papers import paint_pages
from onlinesvc_desktop.desktop.services.rate_quote.explain import quote_text
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import write_whole

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_OWNER = "rateQuote"


class QuotePaper(Panel):
    """Three buttons for the quote that is shown; whoever shows it puts them where they belong."""

    def __init__(self, workplace: Workplace, message: MessageLine) -> None:
        super().__init__()
        self._workplace = workplace
        self._message = message
        self._quote: RateQuote | None = None
        self._save = TextButton(f"{_OWNER}.savePdf")
        self._save.clicked.connect(self._on_save)
        self._print = TextButton(f"{_OWNER}.print")
        self._print.clicked.connect(self._on_print)
        self._email = TextButton(f"{_OWNER}.email")
        self._email.clicked.connect(self._on_email)
        self.buttons = (self._save, self._print, self._email)
        self.retranslate_ui()

    def take(self, quote: RateQuote | None) -> None:
        """Work on another quote from now on."""
        self._quote = quote

    def _on_save(self) -> None:
        if self._quote is None:
            return
        name = f"{self._quote.number}.pdf"
        chosen = file_to_save(self, self._workplace.settings, self.tr("Save the quote"), name, self.tr("PDF (*.pdf)"))
        if chosen is not None:
            self.save(chosen[0])

    def save(self, file: Path) -> None:
        """Write the quote as PDF; a worker does it."""
        quote = self._quote
        if quote is None:
            return
        file = file if file.suffix.lower() == ".pdf" else file.with_name(f"{file.name}.pdf")

        def written(outcome: Outcome[bool]) -> None:
            match outcome:
                case Ok(True):
                    self._message.say(Tone.SUCCESS, lambda: self.tr("Saved as {file}.").format(file=file), saved=file)
                case Ok():
                    self._message.say(
                        Tone.WARNING,
                        lambda: self.tr("{file} cannot be written. Choose another folder.").format(file=file),
                    )
                case Err():
                    self._message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        self._workplace.jobs.run(_writing(file, quote, self._carrier()), written)

    def _carrier(self) -> str:
        info = self._workplace.connection.info
        return "" if info is None else info.carrier_name

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._quote is not None and QPrintDialog(printer, self).exec():
            self.print_to(printer)

    def print_to(self, printer: "QPrinter") -> None:
        """Print the paper that *Save as PDF* saves; a worker draws it."""
        quote, carrier = self._quote, self._carrier()
        if quote is None:
            return

        def drawn() -> list[QImage]:
            from onlinesvc_desktop.forms.quote import quote_pdf

            return self._workplace.papers.printed(quote_pdf(quote, carrier))

        def received(outcome: Outcome[list[QImage]]) -> None:
            match outcome:
                case Ok(pages) if paint_pages(printer, pages):
                    self._message.say(Tone.SUCCESS, lambda: self.tr("Sent to the printer."))
                case Ok():
                    self._message.say(Tone.WARNING, lambda: self.tr("The printer does not answer. Save as PDF instead."))
                case Err():
                    self._message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        self._workplace.jobs.run(drawn, received)

    def _on_email(self) -> None:
        if self._quote is None:
            return
        subject = quoted(self.tr("Quote {number}").format(number=self._quote.number))
        url = QUrl(f"mailto:?subject={subject}&body={quoted(quote_text(self._quote))}", QUrl.ParsingMode.StrictMode)
        if not QDesktopServices.openUrl(url):
            self._message.say(
                Tone.WARNING,
                lambda: self.tr("This computer has no mail program ready. Copy the quote as text instead."),
            )

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._save.setText(self.tr("Save as PDF…"))
        self._print.setText(self.tr("Print…"))
        self._email.setText(self.tr("E-mail…"))


def _writing(file: Path, quote: RateQuote, carrier: str) -> Callable[[], bool]:
    def write() -> bool:
        from onlinesvc_desktop.forms.quote import quote_pdf

        try:
            write_whole(file, quote_pdf(quote, carrier))
        except OSError:
            return False
        return True

    return write
