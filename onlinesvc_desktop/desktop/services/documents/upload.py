# SPDX-License-Identifier: MIT
"""Files to be added to shipments: by what their names say or by a number and a kind, each with what became of it."""

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.client.number_files import FileTrouble
from onlinesvc_desktop.client.uploads import read_upload
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.documents import (
    ADD_DOCUMENT,
    MAX_UPLOAD_BYTES,
    AddedDocument,
    DocumentKind,
    NewDocument,
    kind_of_name,
)
from onlinesvc_desktop.contract.limits import MAX_SHORT_TEXT
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.services.documents.words import kind_choices, kind_words
from onlinesvc_desktop.desktop.theme import Theme, Tone
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.words.fields import field_words
from onlinesvc_desktop.desktop.workplace import Workplace

_MOST_SHOWN = 8
_MEGABYTE = 1_000_000


class _Fate(Enum):
    WAITS = "waits"
    ADDED = "added"
    REFUSED = "refused"


class UploadRow(msgspec.Struct, frozen=True):
    """A file with what its name says, and what became of it."""

    file: Path
    key: str
    number: str = ""
    kind: DocumentKind | None = None
    fate: _Fate = _Fate.WAITS
    problem: FieldProblem | FileTrouble | None = None


class UploadArea(Panel):
    """Hidden until files are chosen; one file is sent after the other."""

    finished = Signal()
    """The last file was sent, or one could not be: some may be in."""
    failed = Signal(object)
    """Carries the outcome after which the others were not sent."""

    def __init__(self, owner: str, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._theme: Theme = workplace.theme
        self._rows: list[UploadRow] = []
        self._is_sending = False
        self._intro = label("muted", wrap=True)
        self._number = Line(f"{owner}.number", MAX_SHORT_TEXT)
        self._kind = Choices(f"{owner}.kind", kind_choices)
        self._table = MessageView[UploadRow](f"{owner}.files", self._columns(), sortable=False)
        self._summary = label("", wrap=True)
        self._summary.setObjectName(f"{owner}.sent")
        self._send = TextButton(f"{owner}.send", "primary")
        self._close = TextButton(f"{owner}.closeFiles")
        self._send.clicked.connect(self.send)
        self._close.clicked.connect(lambda: self.show_files(()))
        for editor in (self._number, self._kind):
            editor.edited.connect(self._show)
        fields = tight(QHBoxLayout(), 12)
        self._number_field = Field(self._number, lambda: self.tr("Autopro number"))
        self._kind_field = Field(self._kind, lambda: self.tr("Kind"))
        fields.addWidget(self._number_field, 1)
        fields.addWidget(self._kind_field, 1)
        column = tight(QVBoxLayout(self), 8)
        column.addWidget(self._intro)
        column.addLayout(fields)
        column.addWidget(self._table)
        column.addWidget(self._summary)
        column.addWidget(ButtonRow(self._send, self._close))
        self.show_files(())

    def show_files(self, files: Sequence[Path]) -> None:
        """Show files that are to be added, or nothing."""
        self._rows = []
        for file in files:
            said = kind_of_name(file.name)
            number, kind = said or ("", None)
            self._rows.append(UploadRow(file, new_key(), number, kind))
        self._number.fill("")
        self._kind.fill(None)
        self.setVisible(bool(files))
        self._show()

    @property
    def rows(self) -> Sequence[UploadRow]:
        """The files, in the order in which they were chosen."""
        return self._rows

    def _number_of(self, row: UploadRow) -> str:
        return row.number or self._number.value().strip()

    def _kind_of(self, row: UploadRow) -> DocumentKind | None:
        return row.kind or (DocumentKind(self._kind.value()) if self._kind.value() else None)

    def send(self) -> None:
        """Send what is not in yet; what lacks a number or a kind is said beside its field first."""
        if self._is_sending:
            return
        left = [row for row in self._rows if row.fate is not _Fate.ADDED]
        lacks_number = any(not self._number_of(row) for row in left)
        lacks_kind = any(self._kind_of(row) is None for row in left)
        self._number_field.set_error(self._required if lacks_number else None)
        self._kind_field.set_error(self._required if lacks_kind else None)
        if lacks_number or lacks_kind:
            (self._number if lacks_number else self._kind).setFocus()
            return
        self._rows = [
            row if row.fate is _Fate.ADDED else msgspec.structs.replace(row, fate=_Fate.WAITS, problem=None)
            for row in self._rows
        ]
        self._is_sending = True
        self._next()

    def _required(self) -> str:
        return field_words(FieldProblem("", FieldCode.REQUIRED))

    def _next(self) -> None:
        """Send the next file that waits."""
        self._show()
        at = next((at for at, row in enumerate(self._rows) if row.fate is _Fate.WAITS), None)
        if at is None:
            self._is_sending = False
            self._show()
            self.finished.emit()
            return
        row = self._rows[at]
        number, kind = self._number_of(row), self._kind_of(row)
        assert kind is not None

        def work(client: ApiClient) -> AddedDocument | FileTrouble:
            content = read_upload(row.file, MAX_UPLOAD_BYTES)
            if isinstance(content, FileTrouble):
                return content
            new = NewDocument(number, kind, row.file.name[:MAX_SHORT_TEXT], content)
            return client.send(ADD_DOCUMENT, new, key=row.key)

        def received(outcome: Outcome[AddedDocument | FileTrouble]) -> None:
            if at >= len(self._rows) or self._rows[at] is not row:
                self._is_sending = False
                return
            match outcome:
                case Ok(FileTrouble() as trouble):
                    self._set(at, _Fate.REFUSED, trouble)
                case Ok():
                    self._set(at, _Fate.ADDED)
                case Err(Invalid(problems)):
                    self._set(at, _Fate.REFUSED, problems[0], new_key())
                case Err():
                    self._is_sending = False
                    self._show()
                    self.finished.emit()
                    self.failed.emit(outcome)
                    return
            self._next()

        self._workplace.link.ask(work, received)

    def _set(self, at: int, fate: _Fate, problem: FieldProblem | FileTrouble | None = None, key: str = "") -> None:
        row = self._rows[at]
        self._rows[at] = msgspec.structs.replace(row, fate=fate, problem=problem, key=key or row.key)

    def _columns(self) -> Sequence[Column[UploadRow]]:
        def number(row: UploadRow) -> str:
            return formats.autopro_display(self._number_of(row))

        def kind(row: UploadRow) -> str:
            found = self._kind_of(row)
            return "" if found is None else kind_words(found)

        def column(heading: Callable[[], str], text: Callable[[UploadRow], str]) -> Column[UploadRow]:
            return Column(heading, text, text)

        return (
            column(lambda: self.tr("File"), lambda row: row.file.name),
            column(lambda: self.tr("Number"), number),
            column(lambda: self.tr("Kind"), kind),
            Column(
                lambda: self.tr("What became of it"),
                self._fate_words,
                self._fate_words,
                self._fate_words,
                colour=lambda row: self._theme.colour(Tone.DANGER) if row.fate is _Fate.REFUSED else None,
            ),
        )

    def _fate_words(self, row: UploadRow) -> str:
        match row.fate:
            case _Fate.WAITS:
                return ""
            case _Fate.ADDED:
                return self.tr("Added")
            case _Fate.REFUSED:
                return self._why(row.problem)

    def _why(self, problem: FieldProblem | FileTrouble | None) -> str:
        match problem:
            case FieldProblem("/autopro_number", FieldCode.UNKNOWN):
                return self.tr("No shipment has this number.")
            case FieldProblem():
                return field_words(problem)
            case _:
                most = MAX_UPLOAD_BYTES // _MEGABYTE
                return self.tr("Empty, unreadable, or larger than {most} MB: use the drop folder for large files.").format(
                    most=most
                )

    def _show(self) -> None:
        self._table.model.set_rows(self._rows)
        self._table.fit_columns()
        self._table.fit_height(_MOST_SHOWN)
        named = [row for row in self._rows if row.number]
        for field in (self._number_field, self._kind_field):
            field.setVisible(len(named) < len(self._rows))
        self._send.setEnabled(not self._is_sending and any(row.fate is not _Fate.ADDED for row in self._rows))
        self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._intro.setText(
            self.tr(
                "A name such as 123456789_POD.pdf says number and kind (BOL, POD, WI, INV, PHOTO, CLAIM). Files with another"
                " name take the number and the kind below."
            )
        )
        added = sum(row.fate is _Fate.ADDED for row in self._rows)
        refused = sum(row.fate is _Fate.REFUSED for row in self._rows)
        said = [self.tr("%n file(s) added.", "", added)] if added else []
        if refused:
            said.append(self.tr("%n file(s) refused; the table says why.", "", refused))
        self._summary.setText(" ".join(said))
        self._summary.setVisible(bool(said))
        self._send.setText(self.tr("Add these files"))
        self._close.setText(self.tr("Close"))
        self._table.view.setAccessibleName(self.tr("Files to be added, and what became of each"))
