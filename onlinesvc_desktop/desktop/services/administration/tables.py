# SPDX-License-Identifier: MIT
"""Tables of other programs: choose a file, see how its rows are read, correct that, import it, keep it for its sender."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import UNSET, structs
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.number_files import FileTrouble
from onlinesvc_desktop.client.uploads import read_upload
from onlinesvc_desktop.contract.intake import TAKE_FILE_IN, IntakeFileItem, IntakeUpload
from onlinesvc_desktop.contract.intake_tables import (
    KEEP_TABLE_MAPPING,
    PREVIEW_TABLE,
    KeptMapping,
    TablePreviewMessage,
    TableRowItem,
    TableUpload,
)
from onlinesvc_desktop.contract.limits import MAX_SHORT_TEXT
from onlinesvc_desktop.contract.table_mapping import MappingMessage
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.pages.tabs_page import Tab
from onlinesvc_desktop.desktop.services.administration.mapping_form import MappingForm
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_open
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.words.headings import heading_words
from onlinesvc_desktop.desktop.words.intake import quarantine_words, taken_words, upload_trouble_words, went_in_whole
from onlinesvc_desktop.desktop.words.status import status_words
from onlinesvc_desktop.desktop.workplace import Workplace

_PAUSE_MS = 400
_LONGEST_NAME = 40
Value = TypeVar("Value")


class TablesPanel(Tab):
    """One table at a time; nothing is imported before *Import this table*."""

    name = "tables"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.owner = f"administration.{self.name}"
        self.setObjectName(self.owner)
        self._workplace = workplace
        self._file = ""
        self._content = b""
        self._preview: TablePreviewMessage | None = None
        self._form: MappingForm | None = None
        self._asked = 0
        self._choose = TextButton(f"{self.owner}.choose")
        self._import = TextButton(f"{self.owner}.import", "primary")
        self._keep = TextButton(f"{self.owner}.keep")
        self._names = Line(f"{self.owner}.names", MAX_SHORT_TEXT)
        self._names_field = Field(self._names, lambda: self.tr("Keep for files named"))
        self.message = MessageLine(f"{self.owner}.message", workplace.theme)
        self._busy = Busy(self.owner, can_stop=False)
        self._intro = label("muted", wrap=True)
        self._rows = MessageView[TableRowItem](f"{self.owner}.results", self._columns(), sortable=False)
        self._below = QWidget()
        self._form_place = tight(QVBoxLayout(), 0)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._build()
        self._pause.timeout.connect(self._look_again)
        self._choose.clicked.connect(self._on_choose)
        self._import.clicked.connect(self._on_import)
        self._keep.clicked.connect(self._on_keep)
        workplace.session.changed.connect(self._on_session_changed)
        self._show_preview()
        self.retranslate_ui()

    def _build(self) -> None:
        bar = tight(QHBoxLayout(), 12)
        bar.addWidget(self._choose)
        bar.addWidget(self._intro, 1)
        actions = tight(QHBoxLayout(), 12)
        actions.addWidget(self._import)
        actions.addStretch(1)
        actions.addWidget(self._names_field)
        actions.addWidget(self._keep)
        column = tight(QVBoxLayout(self._below), 16)
        column.addWidget(self._rows)
        column.addLayout(actions)
        column.addLayout(self._form_place)
        column.addStretch(1)
        layout = tight(QVBoxLayout(self), 12)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.message)
        layout.addWidget(self._busy)
        layout.addWidget(scrolling(self._below), 1)
        self.setFocusProxy(self._choose)

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("TablesPanel", "Tables")

    def _columns(self) -> Sequence[Column[TableRowItem]]:
        def column(heading: Callable[[], str], text: Callable[[TableRowItem], str]) -> Column[TableRowItem]:
            return Column(heading, text, text)

        return (
            column(lambda: self.tr("Line"), lambda row: formats.number_words(row.line)),
            column(lambda: self.tr("Number"), lambda row: row.autopro_number),
            column(lambda: self.tr("Status"), lambda row: status_words(row.status) if row.status else ""),
            column(
                lambda: self.tr("When"),
                lambda row: "" if row.occurred_at is UNSET else formats.date_time_words(row.occurred_at),
            ),
            column(lambda: self.tr("Where"), lambda row: ", ".join(filter(None, (row.city, row.province, row.country)))),
            column(
                lambda: self.tr("Weight"), lambda row: formats.weight_words(row.weight_kg or UNSET) if row.weight_kg else ""
            ),
            column(lambda: self.tr("Why it would not be imported"), self._reason_words),
        )

    def _reason_words(self, row: TableRowItem) -> str:
        if row.reason is UNSET:
            return ""
        return f"{quarantine_words(row.reason)} ({row.detail})" if row.detail else quarantine_words(row.reason)

    def _on_choose(self) -> None:
        kinds = self.tr("Tables (*.csv *.txt *.tsv *.xlsx *.ods);;All files (*)")
        file = file_to_open(self, self._workplace.settings, self.tr("Choose a table"), kinds)
        if file is not None:
            self.look_into(file)

    def look_into(self, file: Path) -> None:
        """Show how a table would be read."""

        def done(outcome: Outcome[bytes | FileTrouble]) -> None:
            match outcome:
                case Ok(bytes() as content):
                    self._file, self._content = file.name, content
                    self._names.fill(_pattern_of(file.name))
                    self._ask(None)
                case Ok(FileTrouble() as trouble):
                    self.message.say(Tone.WARNING, lambda: upload_trouble_words(trouble, file.name))
                case Err():
                    self.message.say_fault(outcome, self._workplace.link)

        self._workplace.jobs.run(lambda: read_upload(file), done)

    def _ask(self, mapping: MappingMessage | None) -> None:
        """Ask how the table is read by a mapping; without one the likely one is made and its form shown."""
        self._asked += 1
        asked, upload = self._asked, TableUpload(self._file, self._content, UNSET if mapping is None else mapping)
        self._busy.start()

        def done(outcome: Outcome[TablePreviewMessage]) -> None:
            if asked != self._asked:
                return
            self._busy.finish()
            match outcome:
                case Ok(preview):
                    self._preview = preview
                    if mapping is None:
                        self._make_form(preview)
                    self._show_preview()
                case Err():
                    self.message.say_fault(outcome, self._workplace.link)

        self._workplace.link.ask(lambda client: client.send(PREVIEW_TABLE, upload), done)

    def _make_form(self, preview: TablePreviewMessage) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        if not preview.fault:
            self._form = MappingForm(self.owner, preview)
            self._form.edited.connect(self._pause.start)
            self._form_place.addWidget(self._form)

    def _look_again(self) -> None:
        if self._form is not None:
            self._ask(self._form.value())

    def _show_preview(self) -> None:
        preview = self._preview
        is_table = preview is not None and not preview.fault
        self._below.setVisible(is_table)
        if preview is None:
            self.message.clear()
            return
        self._rows.model.set_rows(preview.rows)
        self._rows.fit_height()
        unknown = [one.word for one in preview.words if not one.code]
        is_ready = is_table and not preview.missing and not unknown
        self._import.setEnabled(is_table and not preview.missing)
        self._keep.setEnabled(is_table and not preview.missing)
        self.message.say(Tone.SUCCESS if is_ready else Tone.WARNING, lambda: self._preview_words(preview, unknown))

    def _preview_words(self, preview: TablePreviewMessage, unknown: Sequence[str]) -> str:
        if preview.fault:
            return self._fault_words(preview.fault)
        if preview.missing:
            names = ", ".join(heading_words(name) for name in preview.missing)
            return self.tr("{file}: choose a column or a value for: {names}.").format(file=self._file, names=names)
        if unknown:
            return self.tr("{file}: say what these status words mean, or their rows are not imported: {words}.").format(
                file=self._file, words=", ".join(unknown[:5])
            )
        return self.tr("{file} can be imported. Look at the first rows, then import it.").format(file=self._file)

    def _fault_words(self, fault: str) -> str:
        match fault:
            case "old_workbook":
                words = self.tr("{file} is a workbook of Excel 97 or has a password. Save it as .xlsx without a password.")
            case "too_large":
                words = self.tr("{file} holds more rows or columns than can be read. Save the part you need as CSV.")
            case "empty":
                words = self.tr("{file} holds no rows.")
            case _:
                words = self.tr("{file} holds no table that can be read. Save it again as CSV or .xlsx.")
        return words.format(file=self._file)

    def _on_import(self) -> None:
        if self._form is None:
            return
        upload = IntakeUpload(self._file, self._content, self._form.value())

        def done(taken: IntakeFileItem) -> None:
            self.message.say(Tone.SUCCESS if went_in_whole(taken) else Tone.WARNING, lambda: taken_words(taken))

        self._act(lambda client: client.send(TAKE_FILE_IN, upload), done)

    def _on_keep(self) -> None:
        if self._form is None:
            return
        pattern = self._names.value().strip()
        if not pattern:
            self._names_field.set_error(
                lambda: self.tr("Write how the files of this sender are named, for example canpar*.csv.")
            )
            self._names.setFocus()
            return
        mapping = structs.replace(self._form.value(), names=(pattern,))
        name = _mapping_name(pattern)

        def done(_kept: KeptMapping) -> None:
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("Kept: files named {pattern} are read like this from now on.").format(pattern=pattern),
            )

        self._act(lambda client: client.send(KEEP_TABLE_MAPPING, mapping, name=name), done)

    def _act(self, work: Callable[[ApiClient], Value], done: Callable[[Value], None]) -> None:
        self._busy.start()

        def answered(outcome: Outcome[Value]) -> None:
            self._busy.finish()
            match outcome:
                case Ok(value):
                    done(value)
                case Err():
                    self.message.say_fault(outcome, self._workplace.link)

        self._workplace.link.ask(work, answered)

    def _on_session_changed(self) -> None:
        if not self._workplace.session.is_open:
            self._asked += 1
            self._file, self._content, self._preview = "", b"", None
            if self._form is not None:
                self._form.deleteLater()
                self._form = None
            self._busy.finish()
            self._show_preview()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._choose.setText(self.tr("Choose a table…"))
        self._import.setText(self.tr("Import this table"))
        self._keep.setText(self.tr("Keep for this sender"))
        self._intro.setText(
            self.tr("A list of another program, as CSV, Excel or OpenDocument. Nothing is imported before you say so.")
        )
        self._rows.view.setAccessibleName(self.tr("The first rows, as they would be imported"))


def _pattern_of(name: str) -> str:
    """Return a pattern for files of the same kind: what stands before the first figure, and the ending."""
    stem, ending = Path(name).stem, Path(name).suffix
    begin = re.split(r"\d", stem)[0].rstrip(" -_.") or stem
    return f"{begin}*{ending}"


def _mapping_name(pattern: str) -> str:
    """Return the name a mapping is kept under."""
    plain = unicodedata.normalize("NFKD", Path(pattern).stem).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME] or "tables"
