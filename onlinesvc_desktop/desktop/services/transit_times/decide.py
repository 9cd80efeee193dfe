# SPDX-License-Identifier: MIT
"""The service table for administrators: choose a folder, see what its files would change, import them, save those in use."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import msgspec
from msgspec import UNSET
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.number_files import FileTrouble
from onlinesvc_desktop.contract.limits import MAX_UPLOAD_BYTES
from onlinesvc_desktop.contract.shipment import Place
from onlinesvc_desktop.contract.transit_times import (
    GET_POINT_FILES,
    IMPORT_POINTS,
    PointChange,
    PointFile,
    PointFiles,
    PointImport,
    PointImportResult,
    RejectedRow,
)
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.tabs_page import Tab
from onlinesvc_desktop.desktop.services.transit_times.import_words import point_change_words, point_fault_words
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.file_dialogs import folder_to_open
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import write_whole


class _Unusable(msgspec.Struct, frozen=True):
    """A file of the folder that cannot be sent, and why."""

    file: str
    trouble: FileTrouble


class PointsPanel(Tab):
    """One folder at a time; nothing is imported before *Import these files*."""

    name = "points"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.owner = f"administration.{self.name}"
        self.setObjectName(self.owner)
        self._workplace = workplace
        self._in_use: PointFiles | None = None
        self._upload: PointImport | None = None
        self._asked = 0
        self._choose = TextButton(f"{self.owner}.choose")
        self._import = TextButton(f"{self.owner}.import", "primary")
        self._save = TextButton(f"{self.owner}.save")
        self.message = MessageLine(f"{self.owner}.message", workplace.theme)
        self._busy = Busy(self.owner, can_stop=False)
        self._intro = label("muted", wrap=True)
        self._taken = label("", wrap=True)
        self._taken.setObjectName(f"{self.owner}.taken")
        self._faults = MessageView[RejectedRow](f"{self.owner}.faults", self._fault_columns())
        self._changes = MessageView[PointChange](f"{self.owner}.changes", self._change_columns())
        self._build()
        self._choose.clicked.connect(self._on_choose)
        self._import.clicked.connect(self._on_import)
        self._save.clicked.connect(self._on_save)
        workplace.session.changed.connect(self._on_session_changed)
        self._show_result(None)
        self.retranslate_ui()

    def _build(self) -> None:
        bar = tight(QHBoxLayout(), 12)
        for button in (self._choose, self._import, self._save):
            bar.addWidget(button)
        bar.addStretch(1)
        layout = tight(QVBoxLayout(self), 12)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(self._intro)
        layout.addLayout(bar)
        for widget in (self._taken, self.message, self._busy):
            layout.addWidget(widget)
        layout.addWidget(self._faults, 1)
        layout.addWidget(self._changes, 1)
        layout.addStretch()
        self.setFocusProxy(self._choose)

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("PointsPanel", "Points served")

    def _fault_columns(self) -> Sequence[Column[RejectedRow]]:
        return (
            Column(lambda: self.tr("File"), lambda row: row.file.file_name, lambda row: row.file.file_name),
            Column(
                lambda: self.tr("Line"),
                lambda row: formats.number_words(row.line) if row.line else "",
                lambda row: row.line,
                right_aligned=True,
            ),
            Column(lambda: self.tr("Column"), lambda row: row.column, lambda row: row.column),
            Column(lambda: self.tr("What is wrong"), point_fault_words, point_fault_words),
            Column(lambda: self.tr("What stands there"), lambda row: row.text, lambda row: row.text),
        )

    def _change_columns(self) -> Sequence[Column[PointChange]]:
        def place(row: PointChange) -> str:
            return formats.place_words(Place(row.city, row.province, row.country))

        return (
            Column(lambda: self.tr("Place"), place, place),
            Column(lambda: self.tr("What changes"), lambda row: point_change_words(row.kind), lambda row: row.kind.value),
        )

    def entered(self) -> None:
        """Say who imported the files in use, and when, as it is now."""
        if self._workplace.session.is_open:
            self._ask(lambda client: client.send(GET_POINT_FILES), self._show_in_use)

    def _show_in_use(self, files: PointFiles) -> None:
        self._in_use = files
        self.retranslate_ui()

    def _on_choose(self) -> None:
        folder = folder_to_open(self, self._workplace.settings, self.tr("Choose the folder with the three files"))
        if folder is not None:
            self.look_into(folder)

    def look_into(self, folder: Path) -> None:
        """Show what the files of a folder would change, or every fault in them."""
        self._show_result(None)

        def previewed(upload: PointImport, result: PointImportResult) -> None:
            if upload is not self._upload:
                return
            self._show_result(result)
            words = self._fault_words if result.rejected else self._preview_words
            is_ready = not result.rejected and _changes_something(result)
            self.message.say(Tone.INFO if is_ready else Tone.WARNING, lambda: words(result))

        def read(outcome: Outcome[PointImport | _Unusable]) -> None:
            match outcome:
                case Ok(PointImport() as upload):
                    self._upload = upload
                    self._ask(lambda client: client.send(IMPORT_POINTS, upload), partial(previewed, upload))
                case Ok(_Unusable() as unusable):
                    self.message.say(Tone.WARNING, lambda: self._unusable_words(unusable, folder))
                case Err():
                    self.message.say_fault(outcome, self._workplace.link)

        self._workplace.jobs.run(lambda: _read(folder), read)

    def _show_result(self, result: PointImportResult | None) -> None:
        """Show what would change, or the faults; without a result neither."""
        faults = () if result is None else result.rejected
        changes = () if result is None or faults else result.changes
        self._faults.model.set_rows(faults)
        self._faults.setVisible(bool(faults))
        self._changes.model.set_rows(changes)
        self._changes.setVisible(bool(changes))
        self._import.setEnabled(result is not None and not faults and not result.taken and _changes_something(result))
        if result is None:
            self._upload = None
            self.message.clear()

    def _on_import(self) -> None:
        if self._upload is None:
            return
        upload = msgspec.structs.replace(self._upload, preview=False)

        def done(result: PointImportResult) -> None:
            self._show_result(result)
            if result.taken:
                self.message.say(Tone.SUCCESS, lambda: self._imported_words(result))
                self.entered()
            else:
                self.message.say(Tone.WARNING, lambda: self._fault_words(result))

        self._ask(lambda client: client.send(IMPORT_POINTS, upload), done)

    def _on_save(self) -> None:
        folder = folder_to_open(self, self._workplace.settings, self.tr("Choose the folder to save the three files in"))
        if folder is not None:
            self.save_into(folder)

    def save_into(self, folder: Path) -> None:
        """Write the files in use into a folder, under the names they are imported by."""

        def work(client: ApiClient) -> bool:
            files = client.send(GET_POINT_FILES)
            try:
                for file in PointFile:
                    write_whole(folder / file.file_name, getattr(files, file.value))
            except OSError:
                return False
            return True

        def done(written: bool) -> None:
            if written:
                self.message.say(
                    Tone.SUCCESS, lambda: self.tr("The three files were saved in {folder}.").format(folder=folder)
                )
            else:
                self.message.say(
                    Tone.WARNING,
                    lambda: self.tr("The files cannot be written into {folder}; choose another folder.").format(
                        folder=folder
                    ),
                )

        self._ask(work, done)

    def _ask(self, work: Callable[[ApiClient], object], show: Callable[..., None]) -> None:
        """Ask the server; an answer that comes after a sign-out is not shown."""
        asked = self._asked
        self._busy.start()

        def done(outcome: Outcome[object]) -> None:
            if asked != self._asked:
                return
            self._busy.finish()
            match outcome:
                case Ok(value):
                    show(value)
                case Err():
                    self.message.say_fault(outcome, self._workplace.link)

        self._workplace.link.ask(work, done)

    def _unusable_words(self, unusable: _Unusable, folder: Path) -> str:
        match unusable.trouble:
            case FileTrouble.TOO_LARGE:
                words = self.tr(
                    "{file} is too large to be sent from here; nothing was imported. Use the command “points import” on the"
                    " server."
                )
            case _:
                words = self.tr("{file} is not in {folder}, or cannot be read; nothing was imported.")
        return words.format(file=unusable.file, folder=folder)

    def _fault_words(self, result: PointImportResult) -> str:
        faults = self.tr("%n fault(s)", "", len(result.rejected))
        return self.tr("{faults}; nothing was imported. Correct the files, then choose the folder again.").format(
            faults=faults
        )

    def _preview_words(self, result: PointImportResult) -> str:
        if not _changes_something(result):
            return self.tr("These files are in use already; nothing would change.")
        return self.tr("Nothing is imported yet. {figures}").format(figures=self._figures(result))

    def _imported_words(self, result: PointImportResult) -> str:
        return self.tr("Imported; transit times follow these files from now on. {figures}").format(
            figures=self._figures(result)
        )

    def _figures(self, result: PointImportResult) -> str:
        return self.tr(
            "Places: {points}, terminals: {terminals}. New: {added}. Served differently: {changed}. No longer served:"
            " {removed}. Other days between two terminals: {days}."
        ).format(
            points=formats.number_words(result.points),
            terminals=formats.number_words(result.terminals),
            added=formats.number_words(result.added),
            changed=formats.number_words(result.changed),
            removed=formats.number_words(result.removed),
            days=formats.number_words(result.days_changed),
        )

    def _taken_words(self) -> str:
        if self._in_use is None:
            return ""
        if self._in_use.taken_at is UNSET:
            return self.tr("No files were imported yet.")
        when = formats.local_moment_words(self._in_use.taken_at)
        if not self._in_use.taken_by:
            return self.tr("In use: imported {when} by a command on the server.").format(when=when)
        return self.tr("In use: imported {when} by {code}.").format(when=when, code=self._in_use.taken_by)

    def _on_session_changed(self) -> None:
        if not self._workplace.session.is_open:
            self._asked += 1
            self._in_use = None
            self._busy.finish()
            self._show_result(None)
            self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._choose.setText(self.tr("Choose a folder…"))
        self._import.setText(self.tr("Import these files"))
        self._save.setText(self.tr("Save the files in use…"))
        self._save.setEnabled(self._in_use is not None and self._in_use.taken_at is not UNSET)
        self._intro.setText(
            self.tr(
                "What is served, as terminals.csv, points.csv and transit_days.csv in one folder. Nothing is imported before"
                " you say so, and nothing at all while a row is wrong."
            )
        )
        self._taken.setText(self._taken_words())
        self._faults.view.setAccessibleName(self.tr("Faults in the files"))
        self._changes.view.setAccessibleName(self.tr("Places that would change"))


def _changes_something(result: PointImportResult) -> bool:
    return bool(result.added or result.changed or result.removed or result.days_changed)


def _read(folder: Path) -> PointImport | _Unusable:
    """Return the files of a folder for a preview, or the one that cannot be sent; the limit is for all three together."""
    contents: dict[PointFile, bytes] = {}
    left = MAX_UPLOAD_BYTES
    for file in PointFile:
        try:
            with (folder / file.file_name).open("rb") as stream:
                content = stream.read(left + 1)
        except OSError:
            return _Unusable(file.file_name, FileTrouble.UNREADABLE)
        left -= len(content)
        if left < 0:
            return _Unusable(file.file_name, FileTrouble.TOO_LARGE)
        contents[file] = content
    return PointImport(
        contents[PointFile.TERMINALS], contents[PointFile.POINTS], contents[PointFile.TRANSIT_DAYS], preview=True
    )
