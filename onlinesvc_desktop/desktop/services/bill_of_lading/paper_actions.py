# SPDX-License-Identifier: MIT
"""What can be done with the papers of one bill: show, print and save it and its labels, send labels to a label printer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.label_printer import LabelPrinterError, PrinterFault, send_labels
from onlinesvc_desktop.contract.bill_of_lading import (
    GET_BILL_DOCUMENT,
    GET_BILL_LABELS,
    MOST_COPIES,
    NOTE_BILL_PRINT,
    SHEET_LABELS,
    Bill,
    BillOfLading,
    DocumentQuery,
    LabelFormat,
    LabelQuery,
    PrintedWhat,
    PrintNote,
)
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.papers import paint_pages
from onlinesvc_desktop.desktop.services.bill_of_lading.printer_words import printer_words
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Answer, Sent
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.numbers import Whole
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import try_write_whole

_USUAL_COPIES = 3


class PapersOf(msgspec.Struct, frozen=True):
    """The bill whose papers they are; ``local`` while the server does not have it yet, so that they are made here.

    ``key`` is that under which the bill waits to be sent.
    """

    bol_number: str
    units: int
    carrier: str = ""
    local: BillOfLading | None = None
    key: str = ""


Work = Callable[[ApiClient], bytes]


class PaperActions(Panel):
    """Buttons and their choices. Names are ``<owner>.print``, ``<owner>.printLabels`` and so on."""

    pages_shown = Signal(object)
    """Carries pictures of the pages of a paper."""
    printed = Signal(object)
    """Carries the ``PrintNote`` of what went onto paper or into a file."""
    noted = Signal(object)
    """Carries the ``Bill`` whose history on the server now has a print more."""

    def __init__(self, owner: str, message: MessageLine, workplace: Workplace) -> None:
        super().__init__()
        self._message = message
        self._workplace = workplace
        self._bill: PapersOf | None = None
        self._buttons: list[tuple[TextButton, Callable[[], None]]] = []
        self._copies = Whole(f"{owner}.copies", 1, MOST_COPIES, _USUAL_COPIES)
        self._format = Choices(f"{owner}.labelFormat", self._formats)
        self._format.fill(LabelFormat.PAGE_4X6.value)
        self._format.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._first = Whole(f"{owner}.labelsFrom", 1, 999, 1)
        self._last = Whole(f"{owner}.labelsTo", 1, 999, 1)
        self._start = Whole(f"{owner}.labelStart", 1, SHEET_LABELS, 1)
        self._printer = Line(f"{owner}.labelPrinter", 120)
        self._printer.setText(workplace.settings.values.label_printer)
        self._print = self._button(f"{owner}.print", self.print_bill, "primary")
        self._show = self._button(f"{owner}.preview", self.show_bill)
        self._save = self._button(f"{owner}.savePdf", self.save_bill)
        self._print_labels = self._button(f"{owner}.printLabels", self.print_labels)
        self._show_labels = self._button(f"{owner}.previewLabels", self.show_labels)
        self._save_labels = self._button(f"{owner}.saveLabels", self.save_labels)
        self._start_field = Field(self._start, lambda: self.tr("First free place on the sheet"))
        self._printer_field = Field(
            self._printer, lambda: self.tr("Label printer"), lambda: self.tr("Its name or address in your network.")
        )
        upper, lower, choices = ButtonRow(), ButtonRow(), ButtonRow()
        for button in (self._print, self._show, self._save):
            upper.add(button)
        for button in (self._print_labels, self._show_labels, self._save_labels):
            lower.add(button)
        for field in (
            Field(self._format, lambda: self.tr("Labels on")),
            Field(self._first, lambda: self.tr("From label")),
            Field(self._last, lambda: self.tr("To label")),
            self._start_field,
            self._printer_field,
            Field(self._copies, lambda: self.tr("Copies of the bill")),
        ):
            choices.add(field)
        column = tight(QVBoxLayout(self), 10)
        column.addWidget(upper)
        column.addWidget(choices)
        column.addWidget(lower)
        self._format.edited.connect(self._show_choices)
        self._show_choices()
        self.setFocusProxy(self._print)
        self.retranslate_ui()

    def _button(self, name: str, action: Callable[[], None], kind: str = "") -> TextButton:
        button = TextButton(name, kind)
        button.clicked.connect(action)
        self._buttons.append((button, action))
        return button

    def _formats(self) -> list[tuple[str, str]]:
        return [
            (LabelFormat.PAGE_4X6.value, self.tr("Labels of 4 x 6 inches")),
            (LabelFormat.LETTER.value, self.tr("Letter sheets of six")),
            (LabelFormat.ZPL.value, self.tr("Label printer (ZPL)")),
        ]

    def set_bill(self, bill: PapersOf | None) -> None:
        """Work on another bill; its labels are all chosen."""
        self._bill = bill
        for button, _ in self._buttons:
            button.setEnabled(bill is not None)
        if bill is not None:
            self._first.setMaximum(bill.units)
            self._last.setMaximum(bill.units)
            self._first.fill(1)
            self._last.fill(bill.units)

    def show_bill(self) -> None:
        """Show the bill on screen."""
        self._with(self._document(1), self._show_pictures)

    def print_bill(self) -> None:
        """Print the bill by the system's dialog."""
        note = PrintNote(PrintedWhat.DOCUMENT, self._copies.value())
        self._with(self._document(self._copies.value()), lambda content: self._onto_paper(content, note))

    def save_bill(self) -> None:
        """Save the bill as a PDF."""
        if self._bill is not None:
            note = PrintNote(PrintedWhat.DOCUMENT, self._copies.value())
            self._into_file(self._document(self._copies.value()), f"{self._bill.bol_number}.pdf", note)

    def show_labels(self) -> None:
        """Show the chosen labels; those for a label printer as they look on 4 x 6 pages."""
        query = self._query()
        if query.format is LabelFormat.ZPL:
            query = msgspec.structs.replace(query, format=LabelFormat.PAGE_4X6)
        self._with(self._labels(query), self._show_pictures)

    def print_labels(self) -> None:
        """Print the chosen labels, or send them to the label printer."""
        query = self._query()
        note = self._note(query)
        if query.format is LabelFormat.ZPL:
            where = self._printer.text().strip()
            self._workplace.settings.change(label_printer=where)
            self._with(self._labels(query), lambda content: self._to_label_printer(where, content, note))
        else:
            self._with(self._labels(query), lambda content: self._onto_paper(content, note))

    def save_labels(self) -> None:
        """Save the chosen labels as a file."""
        if self._bill is not None:
            query = self._query()
            suffix = "zpl" if query.format is LabelFormat.ZPL else "pdf"
            self._into_file(self._labels(query), f"{self._bill.bol_number}-labels.{suffix}", self._note(query))

    def _query(self) -> LabelQuery:
        first, last = sorted((self._first.value(), self._last.value()))
        return LabelQuery(LabelFormat(self._format.value()), first, last, self._start.value())

    def _note(self, query: LabelQuery) -> PrintNote:
        return PrintNote(PrintedWhat.LABELS, 1, query.first, query.last)

    def _document(self, copies: int) -> Work:
        bill = self._bill
        assert bill is not None
        if bill.local is None:
            return lambda client: client.file(GET_BILL_DOCUMENT, query=DocumentQuery(copies), bol_number=bill.bol_number)
        local = bill.local

        def made(_client: ApiClient) -> bytes:
            from onlinesvc_desktop.forms.bill_of_lading import bill_pdf

            return bill_pdf(local, bill.carrier, copies)

        return made

    def _labels(self, query: LabelQuery) -> Work:
        bill = self._bill
        assert bill is not None
        if bill.local is None:
            return lambda client: client.file(GET_BILL_LABELS, query=query, bol_number=bill.bol_number)
        local = bill.local

        def made(_client: ApiClient) -> bytes:
            from onlinesvc_desktop.forms.bill_labels import labels_of
            from onlinesvc_desktop.forms.labels import labels_4x6, labels_letter, labels_zpl

            sheet, last = labels_of(local, bill.carrier), query.last if query.last is not UNSET else bill.units
            match query.format:
                case LabelFormat.PAGE_4X6:
                    return labels_4x6(sheet, query.first, last)
                case LabelFormat.LETTER:
                    return labels_letter(sheet, query.first, last, query.start)
                case LabelFormat.ZPL:
                    return labels_zpl(sheet, query.first, last).encode()

        return made

    def _with(self, work: Work, done: Callable[[bytes], None]) -> None:
        """Fetch or make a paper and go on with it; meanwhile no button answers."""
        self._message.clear()
        for button, _ in self._buttons:
            button.setEnabled(False)

        def received(outcome: Outcome[bytes]) -> None:
            for button, _ in self._buttons:
                button.setEnabled(self._bill is not None)
            match outcome:
                case Ok(content):
                    done(content)
                case Err():
                    self._message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        if self._bill is not None and self._bill.local is not None:
            self._workplace.jobs.run(lambda: work(self._workplace.link.client), received)
        else:
            self._workplace.link.ask(work, received)

    def _pictures(self, content: bytes, dots: int, done: Callable[[Any], None]) -> None:
        def received(outcome: Outcome[Any]) -> None:
            match outcome:
                case Ok(pages):
                    done(pages)
                case Err():
                    self._message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        self._workplace.jobs.run(lambda: self._workplace.papers.pictures(content, dots), received)

    def _show_pictures(self, content: bytes) -> None:
        self._pictures(content, 110, self.pages_shown.emit)

    def _onto_paper(self, content: bytes, note: PrintNote) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        def paint(pages: Any) -> None:
            if paint_pages(printer, pages):
                self._done(note)
            else:
                self._message.say(Tone.WARNING, lambda: self.tr("The printer does not answer. Save as PDF instead."))

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._name_of(note))
        if QPrintDialog(printer, self).exec():
            self._pictures(content, 300, paint)

    def _name_of(self, note: PrintNote) -> str:
        """Return what a print is called in the queue of the printer, or as a file: never twice the same of one bill."""
        number = "" if self._bill is None else self._bill.bol_number
        if note.what is not PrintedWhat.LABELS:
            return number
        return self.tr("{number} labels {first} to {last}").format(number=number, first=note.first, last=note.last)

    def _to_label_printer(self, where: str, content: bytes, note: PrintNote) -> None:
        def sent(outcome: Outcome[PrinterFault | None]) -> None:
            match outcome:
                case Ok(None):
                    self._message.say(Tone.SUCCESS, lambda: self.tr("Sent to the label printer."))
                    self._done(note)
                case Ok(fault) if fault is not None:
                    self._message.say(Tone.WARNING, lambda: printer_words(fault, where))
                    self._printer.setFocus()
                case Err():
                    self._message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        self._workplace.jobs.run(lambda: _try_send(where, content), sent)

    def _into_file(self, work: Work, name: str, note: PrintNote) -> None:
        self.save_file(work, name, lambda: self._done(note))

    def save_file(self, work: Work, name: str, saved: Callable[[], object]) -> None:
        """Ask where a file goes, write it, and call ``saved`` once it is there."""
        chosen = file_to_save(self, self._workplace.settings, self.tr("Save the paper"), name, f"*{Path(name).suffix}")
        if chosen is None:
            return
        file, _ = chosen

        def write(content: bytes) -> None:
            self._workplace.jobs.run(lambda: try_write_whole(file, content), written)

        def written(outcome: Outcome[bool]) -> None:
            match outcome:
                case Ok(True):
                    self._message.say(Tone.SUCCESS, lambda: self.tr("Saved as {file}.").format(file=file), saved=file)
                    saved()
                case _:
                    self._message.say(
                        Tone.WARNING, lambda: self.tr("{file} cannot be written. Choose another folder.").format(file=file)
                    )

        self._with(work, write)

    def _done(self, note: PrintNote) -> None:
        """Keep in the server's history what was printed: at once, or after the bill itself when the link is back."""
        bill = self._bill
        self.printed.emit(note)
        if bill is None:
            return

        def told(answer: Answer) -> None:
            match answer:
                case Sent(_, Bill() as whole):
                    self.noted.emit(whole)
                case _:
                    pass

        profile = self._workplace.session.open_profile
        self._workplace.unsent.submit(
            NOTE_BILL_PRINT,
            msgspec.structs.replace(note, printed_at=self._workplace.now()),
            told,
            access_code="" if profile is None else profile.access_code,
            path={"bol_number": bill.bol_number},
            after=bill.key,
        )

    def _show_choices(self) -> None:
        self._start_field.setVisible(self._format.value() == LabelFormat.LETTER.value)
        self._printer_field.setVisible(self._format.value() == LabelFormat.ZPL.value)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._print.setText(self.tr("&Print the bill…"))
        self._show.setText(self.tr("Show the bill"))
        self._save.setText(self.tr("Save the bill as PDF…"))
        self._print_labels.setText(self.tr("Print the &labels…"))
        self._show_labels.setText(self.tr("Show the labels"))
        self._save_labels.setText(self.tr("Save the labels…"))


def _try_send(where: str, content: bytes) -> PrinterFault | None:
    try:
        send_labels(where, content)
    except LabelPrinterError as error:
        return error.fault
    return None
