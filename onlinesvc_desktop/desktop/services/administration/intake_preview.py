# SPDX-License-Identifier: MIT
"""What an X12 file would do, shown before anything of it is taken in: Enter imports it, Esc lets go of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import UNSET
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.number_files import FileTrouble
from onlinesvc_desktop.client.uploads import read_upload
from onlinesvc_desktop.contract.bill_reply import SaidOfBill
from onlinesvc_desktop.contract.intake import TAKE_FILE_IN, IntakeFileItem, IntakeKind, IntakeUpload
from onlinesvc_desktop.contract.intake_preview import PREVIEW_INTAKE, IntakePreview, PartPreview
from onlinesvc_desktop.contract.set_aside import SaidOfShipment
from onlinesvc_desktop.contract.shipment import Event, Place
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_open
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.intake import (
    fault_words,
    rejection_words,
    taken_words,
    upload_trouble_words,
    went_in_whole,
)
from onlinesvc_desktop.desktop.words.replies import reply_words
from onlinesvc_desktop.desktop.words.status import status_words

_MOST_SHOWN = 8


class Foreseen(msgspec.Struct, frozen=True):
    """A file that is not taken in yet, with what it would do."""

    upload: IntakeUpload
    preview: IntakePreview


class _Row(msgspec.Struct, frozen=True):
    """One event of a part, or a part without one; ``shipment`` stands at the first row of each shipment."""

    part: PartPreview
    number: str = ""
    event: Event | None = None
    shipment: SaidOfShipment | None = None
    reply: SaidOfBill | None = None


def _look_into(client: ApiClient, file: Path) -> Foreseen | IntakeFileItem | FileTrouble:
    """Return what an X12 file would do; any other file is taken in at once. Runs on a worker thread."""
    content = read_upload(file)
    if isinstance(content, FileTrouble):
        return content
    upload = IntakeUpload(file.name, content)
    preview = client.send(PREVIEW_INTAKE, upload)
    if preview.kind is IntakeKind.X12:
        return Foreseen(upload, preview)
    return client.send(TAKE_FILE_IN, upload)


class IntakePreviewArea(Panel):
    """Hidden until a file is shown."""

    finished = Signal()
    """The file is taken in, or let go of."""

    def __init__(self, panel: ListPanel[IntakeFileItem]) -> None:
        super().__init__()
        owner, theme = panel.owner, panel.workplace.theme
        self._panel = panel
        self._theme = theme
        self._shown: Foreseen | None = None
        self._words = MessageLine(f"{owner}.previewMessage", theme)
        self._table = MessageView[_Row](f"{owner}.preview", self._columns(), sortable=False)
        self.take = TextButton(f"{owner}.previewImport", "primary")
        self.cancel = TextButton(f"{owner}.previewCancel")
        self.take.clicked.connect(self._on_take)
        self.cancel.clicked.connect(self._let_go)
        column = tight(QVBoxLayout(self), 12)
        for widget in (self._words, self._table, ButtonRow(self.take, self.cancel)):
            column.addWidget(widget)
        self.hide()
        self.retranslate_ui()

    def choose_file(self) -> None:
        """Ask for a file; one of X12 is looked at first, any other is imported at once."""
        kinds = self.tr("X12 and CSV (*.x12 *.edi *.txt *.csv);;All files (*)")
        file = file_to_open(self, self._panel.workplace.settings, self.tr("Import a file"), kinds)
        if file is None:
            return

        def done(found: Foreseen | IntakeFileItem | FileTrouble) -> None:
            match found:
                case Foreseen():
                    self.show_file(found)
                case IntakeFileItem():
                    self._say_taken(found)
                case FileTrouble():
                    self._panel.message.say(Tone.WARNING, lambda: upload_trouble_words(found, file.name))

        self.show_file(None)
        self._panel.act(lambda client: _look_into(client, file), done)

    def show_file(self, foreseen: Foreseen | None) -> None:
        """Show what a file would do and wait for Enter on the import, or show nothing."""
        self._shown = foreseen
        self._table.model.set_rows([] if foreseen is None else list(_rows(foreseen.preview)))
        self.setVisible(foreseen is not None)
        if foreseen is None:
            self._words.clear()
            return
        preview = foreseen.preview
        self._table.setVisible(bool(preview.parts))
        self._table.fit_columns()
        self._table.fit_height(_MOST_SHOWN)
        self.take.setVisible(not preview.fault)
        is_whole = not preview.fault and not preview.set_aside
        self._words.say(Tone.INFO if is_whole else Tone.WARNING, lambda: self._sentence(foreseen))
        (self.cancel if preview.fault else self.take).setFocus()

    def escape(self) -> bool:
        """Let go of the file that is shown; tell whether there was one."""
        is_shown = self._shown is not None
        if is_shown:
            self._let_go()
        return is_shown

    def _on_take(self) -> None:
        shown = self._shown
        if shown is None:
            return

        def done(taken: IntakeFileItem) -> None:
            if self._shown is shown:
                self._let_go()
            self._say_taken(taken)

        self._panel.act(lambda client: client.send(TAKE_FILE_IN, shown.upload), done)

    def _say_taken(self, taken: IntakeFileItem) -> None:
        tone = Tone.SUCCESS if went_in_whole(taken) else Tone.WARNING
        self._panel.message.say(tone, lambda: taken_words(taken))

    def _let_go(self) -> None:
        self.show_file(None)
        self.finished.emit()

    def _sentence(self, foreseen: Foreseen) -> str:
        preview, words = foreseen.preview, Counted()
        if preview.fault:
            said = [rejection_words(preview.fault)]
        elif preview.is_known:
            said = [self.tr("The same file was imported before; it changes nothing.")]
        else:
            said = [words.would_be_imported(preview.importable)]
            if preview.set_aside:
                said.append(words.would_be_left(preview.set_aside))
        if preview.importable + preview.set_aside > len(preview.parts) > 0:
            shown = formats.number_words(len(preview.parts))
            said.append(self.tr("The first {count} are shown.").format(count=shown))
        return self.tr("{file}: {words}").format(file=foreseen.upload.name, words=" ".join(said))

    def _columns(self) -> Sequence[Column[_Row]]:
        return (
            Column(lambda: self.tr("Transaction set"), lambda row: row.part.control, lambda row: row.part.control),
            Column(
                lambda: self.tr("Why set aside"),
                _reason_words,
                _reason_words,
                _reason_words,
                colour=lambda _row: self._theme.colour(Tone.DANGER),
            ),
            Column(lambda: self.tr("Number"), _number_words, lambda row: row.number),
            Column(lambda: self.tr("Status"), _status_words, _status_words),
            Column(lambda: self.tr("Time"), _time_words, _time_words),
            Column(lambda: self.tr("Place"), _place_words, _place_words),
            Column(lambda: self.tr("Weight"), _weight_words, _weight_words, right_aligned=True),
            Column(lambda: self.tr("Pieces"), _pieces_words, _pieces_words, right_aligned=True),
            Column(lambda: self.tr("Amount"), _money_words, _money_words, right_aligned=True),
        )

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._table.view.setAccessibleName(self.tr("What the file would do"))
        self.take.setText(self.tr("Import the file"))
        self.cancel.setText(self.tr("Do not import"))


def _rows(preview: IntakePreview) -> Iterator[_Row]:
    for part in preview.parts:
        if not part.shipments and not part.replies:
            yield _Row(part)
        for reply in part.replies:
            yield _Row(part, reply.number, reply=reply)
        for shipment in part.shipments:
            first, *others = shipment.events or (None,)
            yield _Row(part, shipment.autopro_number, first, shipment)
            for event in others:
                yield _Row(part, shipment.autopro_number, event)


def _number_words(row: _Row) -> str:
    return row.number if row.reply is not None else formats.autopro_display(row.number)


def _status_words(row: _Row) -> str:
    if row.reply is not None:
        return reply_words(row.reply.kind, row.reply.outcome, row.reply.reasons)
    return "" if row.event is None else status_words(row.event.code)


def _time_words(row: _Row) -> str:
    return "" if row.event is None else formats.date_time_words(row.event.occurred_at)


def _place_words(row: _Row) -> str:
    event = row.event
    return "" if event is None else formats.place_words(Place(event.city, event.province, event.country))


def _weight_words(row: _Row) -> str:
    said = row.shipment
    return "" if said is None or said.weight_kg is UNSET else formats.weight_words(said.weight_kg)


def _pieces_words(row: _Row) -> str:
    said = row.shipment
    return "" if said is None or said.pieces is UNSET else formats.pieces_words(said.pieces)


def _money_words(row: _Row) -> str:
    said = row.shipment
    return "" if said is None or said.charges is UNSET else formats.money_words(said.charges.total, said.charges.currency)


def _reason_words(row: _Row) -> str:
    return "" if row.part.reason is UNSET else fault_words(row.part.reason, row.part.detail)
