# SPDX-License-Identifier: MIT
"""What every long table can do: filter, choose columns, copy, save as a file, print; always exactly what is shown."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from onlinesvc_desktop.client.table_files import TableData, write_csv, write_workbook
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column, pasted_text
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.column_choice import ColumnChoice
from onlinesvc_desktop.desktop.widgets.editors.text import Filter
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.workplace import Workplace

_PAUSE_MS = 120
_FILTER_CHARACTERS = 12
Words = Callable[[], str]


class Snapshot(msgspec.Struct, frozen=True):
    """Rows with the columns to show of them, in the order of the screen."""

    title: str
    columns: Sequence[Column[Any]]
    rows: Sequence[Any]

    def headings(self) -> list[str]:
        """Return the headings in the current language."""
        return [column.heading() for column in self.columns]

    def headings_in_file(self) -> list[str]:
        """Return the headings over native values, with unit and clock."""
        return [column.heading_in_file() for column in self.columns]

    def texts(self) -> list[list[str]]:
        """Return the cells as they are shown."""
        return [[column.text(row) for column in self.columns] for row in self.rows]

    def data(self) -> TableData:
        """Return the cells as native values."""
        cells = [
            [column.text(row) if column.value is None else column.value(row) for column in self.columns] for row in self.rows
        ]
        return TableData(self.title, self.headings_in_file(), cells)


class TableBar(Panel):
    """A row of a filter and buttons above a table."""

    filtered = Signal()
    """Other rows are shown now."""

    def __init__(
        self, owner: str, table: MessageView[Any], title: Words, message: MessageLine, workplace: Workplace
    ) -> None:
        super().__init__()
        self._table = table
        self._title = title
        self._message = message
        self._workplace = workplace
        self.columns = ColumnChoice(table, workplace.settings)
        self.filter = Filter(f"{owner}.filter")
        self.filter.setMinimumWidth(self.fontMetrics().averageCharWidth() * _FILTER_CHARACTERS)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._apply)
        self.filter.textChanged.connect(lambda _text: self._pause.start())
        self.filter.returnPressed.connect(self._apply)
        self._choose = TextButton(f"{owner}.columns")
        self._choose.clicked.connect(lambda: self.columns.popup(self._choose.mapToGlobal(self._choose.rect().bottomLeft())))
        self._copy = TextButton(f"{owner}.copy")
        self._copy.clicked.connect(self._on_copy)
        self._export = TextButton(f"{owner}.export")
        self._export.clicked.connect(self._on_export)
        self._print = TextButton(f"{owner}.print")
        self._print.clicked.connect(self._on_print)
        row = tight(QHBoxLayout(self), 8)
        row.addWidget(self.filter, 1)
        for button in (self._choose, self._copy, self._export, self._print):
            row.addWidget(button)
        self.retranslate_ui()

    def _apply(self) -> None:
        self._pause.stop()
        self._table.filter(self.filter.text())
        self.filtered.emit()

    def snapshot(self) -> "Snapshot":
        """Return what is shown at this moment, to be worded elsewhere."""
        columns = [self._table.model.columns[section] for section in self.columns.shown_sections()]
        return Snapshot(self._title(), columns, list(self._table.model.shown))

    def _on_copy(self) -> None:
        shown = self.snapshot()
        values = pasted_text(shown.columns, shown.rows, QLocale().decimalPoint())
        QGuiApplication.clipboard().setText("\n".join(["\t".join(shown.headings_in_file()), *([values] if values else [])]))
        count = len(shown.rows)
        self._message.say(Tone.SUCCESS, lambda: self.tr("Copied, with headings: %n line(s).", "", count))

    def _on_export(self) -> None:
        kinds = [self.tr("Excel workbook (*.xlsx)"), self.tr("Text for spreadsheets (*.csv)"), self.tr("PDF (*.pdf)")]
        chosen = file_to_save(
            self, self._workplace.settings, self.tr("Save the table"), f"{self._title()}.xlsx", ";;".join(kinds)
        )
        if chosen is None:
            return
        file, kind = chosen
        if file.suffix.lower() not in (".xlsx", ".csv", ".pdf"):
            file = file.with_name(f"{file.name}{('.xlsx', '.csv', '.pdf')[kinds.index(kind) if kind in kinds else 0]}")
        self.save(file)

    def save(self, file: Path) -> None:
        """Write what is shown into a file of the kind its name says; a worker does it."""
        mark, shown = QLocale().decimalPoint(), self.snapshot()

        def write() -> None:
            # Words and values are asked for here: 10,000 rows would hold the window for a moment.
            table = shown.data()
            match file.suffix.lower():
                case ".csv":
                    write_csv(file, table, mark)
                case ".pdf":
                    from onlinesvc_desktop.desktop.printing import write_pdf

                    write_pdf(
                        file,
                        msgspec.structs.replace(table, headings=shown.headings()),
                        shown.texts(),
                        QGuiApplication.applicationName(),
                    )
                case _:
                    write_workbook(file, table)

        self._workplace.jobs.run(lambda: _taken_by_disk(write), lambda outcome: self._on_saved(file, outcome))

    def _on_saved(self, file: Path, outcome: Outcome[bool]) -> None:
        match outcome:
            case Ok(True):
                self._message.say(Tone.SUCCESS, lambda: self.tr("Saved as {file}.").format(file=file), saved=file)
            case Ok():
                self._message.say(
                    Tone.WARNING,
                    lambda: self.tr(
                        "{file} cannot be written. Close it in the other program, or choose another folder; your"
                        " results are still here."
                    ).format(file=file),
                )
            case Err():
                self._message.say_fault(outcome, self._workplace.link)

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from onlinesvc_desktop.desktop.printing import paint_table, set_page

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_page(printer)
        if QPrintDialog(printer, self).exec():
            shown = self.snapshot()
            if not paint_table(printer, shown.title, shown.headings(), shown.texts()):
                self._message.say(Tone.WARNING, lambda: self.tr("The printer does not answer. Save as PDF instead."))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self.filter.setPlaceholderText(self.tr("Filter: number, city, status…"))
        self.filter.setAccessibleName(self.tr("Show only lines with these words"))
        self._choose.setText(self.tr("Columns"))
        self._choose.setToolTip(self.tr("Choose which columns to show; drag a heading to move it"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy the lines shown, with headings, for a spreadsheet or an e-mail"))
        self._export.setText(self.tr("Save as…"))
        self._export.setToolTip(self.tr("Save the lines shown as an Excel workbook, CSV or PDF"))
        self._print.setText(self.tr("Print…"))


def _taken_by_disk(write: Callable[[], None]) -> bool:
    """Do it and tell whether the disk took it."""
    try:
        write()
    except OSError:
        return False
    return True
