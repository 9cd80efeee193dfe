# SPDX-License-Identifier: MIT
"""Bring a file of addresses in: see what is new, known and wrong, decide on what is known, save what was refused."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout

from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.client.number_files import FileTrouble
from onlinesvc_desktop.client.table_files import TableData, write_csv
from onlinesvc_desktop.client.uploads import read_upload
from onlinesvc_desktop.contract.addresses import (
    IMPORT_ADDRESSES,
    MAX_ADDRESS_FILE,
    MAX_ADDRESSES,
    AddressBody,
    AddressImport,
    Duplicates,
    ImportedAddresses,
    LineKnown,
    LineLong,
    LineRejected,
)
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.csv_text import Cell
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.tabs_page import Tab
from onlinesvc_desktop.desktop.services.addresses.words import differing_words, long_words, policy_choices, reason_words
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.choice import Check, Choices
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_open, file_to_save
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "addresses.import"


class ImportTab(Tab):
    """One file at a time; nothing comes in before *Import these addresses*."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName(_OWNER)
        self._workplace = workplace
        self._content = b""
        self._name = ""
        self._key = new_key()
        self._result: ImportedAddresses | None = None
        self._choices: dict[int, Duplicates] = {}
        self._asked = 0
        self.message = MessageLine(f"{_OWNER}.message", workplace.theme)
        self._busy = Busy(_OWNER, can_stop=False)
        self._intro = label("muted", wrap=True)
        self._choose = TextButton(f"{_OWNER}.choose", "primary")
        self._policy = Choices(f"{_OWNER}.policy", policy_choices)
        self._policy.setCurrentIndex(0)
        self._shared = Check(f"{_OWNER}.shared", lambda: self.tr("Share the new addresses with my company"))
        self._shared.fill(True)
        self._take = TextButton(f"{_OWNER}.submit", "primary")
        self._save = TextButton(f"{_OWNER}.saveRejected")
        self._overwrite = TextButton(f"{_OWNER}.overwriteLine")
        self._fill = TextButton(f"{_OWNER}.fillLine")
        self._skip = TextButton(f"{_OWNER}.skipLine")
        self._new = MessageView[AddressBody](f"{_OWNER}.new", self._new_columns())
        self._known = MessageView[LineKnown](f"{_OWNER}.known", self._known_columns())
        self._rejected = MessageView[LineRejected](f"{_OWNER}.rejected", self._rejected_columns())
        self._long = MessageView[LineLong](f"{_OWNER}.long", self._long_columns())
        self._tabs = QTabWidget()
        self._tabs.setObjectName(f"{_OWNER}.parts")
        self._build()
        self._connect()
        self._show_result(None)
        self.retranslate_ui()

    def _build(self) -> None:
        bar = tight(QHBoxLayout(), 12)
        bar.addWidget(self._choose)
        bar.addWidget(Field(self._policy, lambda: self.tr("What is in the book already")))
        bar.addStretch(1)
        each = tight(QHBoxLayout(), 12)
        for button in (self._overwrite, self._fill, self._skip):
            each.addWidget(button)
        each.addStretch(1)
        for table in (self._new, self._known, self._rejected, self._long):
            self._tabs.addTab(table, "")
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._take)
        foot.addWidget(self._save)
        foot.addStretch(1)
        layout = tight(QVBoxLayout(self), 12)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(self._intro)
        layout.addLayout(bar)
        layout.addWidget(self._shared)
        layout.addWidget(self.message)
        layout.addWidget(self._busy)
        layout.addWidget(self._tabs, 1)
        layout.addLayout(each)
        layout.addLayout(foot)
        layout.addStretch()
        self.setFocusProxy(self._choose)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._on_choose)
        self._policy.edited.connect(self._preview)
        self._shared.edited.connect(self._new_request)
        self._take.clicked.connect(self._on_take)
        self._save.clicked.connect(self._on_save)
        for button, policy in (
            (self._overwrite, Duplicates.OVERWRITE),
            (self._fill, Duplicates.FILL_BLANKS),
            (self._skip, Duplicates.SKIP),
        ):
            button.clicked.connect(partial(self._decide, policy))
        self._workplace.session.changed.connect(self._on_session_changed)

    @staticmethod
    def title() -> str:
        """Return the name of the tab, which is there before the tab."""
        return QCoreApplication.translate("ImportTab", "Import")

    def _new_columns(self) -> Sequence[Column[AddressBody]]:
        def text(heading: Callable[[], str], name: str) -> Column[AddressBody]:
            return Column(heading, lambda row: getattr(row, name) or "", lambda row: getattr(row, name) or "")

        return (
            text(lambda: self.tr("Name"), "name"),
            text(lambda: self.tr("Address"), "address1"),
            text(lambda: self.tr("City"), "city"),
            text(lambda: self.tr("Province"), "province"),
            text(lambda: self.tr("Postal code"), "postal_code"),
            text(lambda: self.tr("Telephone"), "telephone"),
            text(lambda: self.tr("Code"), "code"),
        )

    def _known_columns(self) -> Sequence[Column[LineKnown]]:
        def decided(row: LineKnown) -> str:
            policy = self._choices.get(row.line, Duplicates.SKIP) if self._asks else Duplicates(self._policy.value())
            return dict(policy_choices()).get(policy.value, "")

        return (
            Column(
                lambda: self.tr("Line"), lambda row: formats.number_words(row.line), lambda row: row.line, right_aligned=True
            ),
            Column(lambda: self.tr("Name"), lambda row: row.standing.name, lambda row: row.standing.name),
            Column(lambda: self.tr("What becomes of it"), decided, decided),
            Column(lambda: self.tr("What differs: book → file"), differing_words, differing_words, differing_words),
        )

    def _rejected_columns(self) -> Sequence[Column[LineRejected]]:
        return (
            Column(
                lambda: self.tr("Line"), lambda row: formats.number_words(row.line), lambda row: row.line, right_aligned=True
            ),
            Column(lambda: self.tr("What is wrong"), reason_words, reason_words, reason_words),
            Column(lambda: self.tr("What stands there"), lambda row: " | ".join(row.cells), lambda row: row.cells),
        )

    def _long_columns(self) -> Sequence[Column[LineLong]]:
        return (
            Column(
                lambda: self.tr("Line"), lambda row: formats.number_words(row.line), lambda row: row.line, right_aligned=True
            ),
            Column(lambda: self.tr("Name"), lambda row: row.name, lambda row: row.name),
            Column(lambda: self.tr("Too long for some carrier systems"), long_words, long_words, long_words),
        )

    @property
    def _asks(self) -> bool:
        return self._policy.value() == Duplicates.ASK

    def _on_choose(self) -> None:
        kinds = self.tr("Text for spreadsheets (*.csv *.txt);;All files (*)")
        file = file_to_open(self, self._workplace.settings, self.tr("Choose a file of addresses"), kinds)
        if file is not None:
            self.look_into(file)

    def look_into(self, file: Path) -> None:
        """Show what a file would bring."""
        self._show_result(None)
        self.message.clear()

        def read(outcome: Outcome[bytes | FileTrouble]) -> None:
            match outcome:
                case Ok(bytes() as content):
                    self._content, self._name = content, file.name
                    self._choices.clear()
                    self._preview()
                case Ok(FileTrouble.TOO_LARGE):
                    self.message.say(
                        Tone.WARNING,
                        lambda: self.tr("{file} is empty or too large; split it into smaller files.").format(file=file.name),
                    )
                case Ok():
                    self.message.say(Tone.WARNING, lambda: self.tr("{file} cannot be read.").format(file=file.name))
                case Err():
                    self.message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        self._workplace.jobs.run(lambda: read_upload(file, MAX_ADDRESS_FILE), read)

    def _request(self, preview: bool) -> AddressImport:
        choices = dict(self._choices) if self._asks else {}
        policy = Duplicates(self._policy.value() or Duplicates.SKIP)
        return AddressImport(self._content, policy, preview, bool(self._shared.value()), choices)

    def _new_request(self) -> None:
        self._key = new_key()

    def _preview(self) -> None:
        if not self._content:
            return
        self._new_request()
        self._ask(self._request(preview=True), self._on_preview)

    def _on_preview(self, result: ImportedAddresses) -> None:
        self._show_result(result)
        tone = Tone.INFO if result.added or result.changed or self._asks else Tone.WARNING
        self.message.say(tone, lambda: self.tr("Nothing is imported yet. {figures}").format(figures=self._figures(result)))

    def _on_take(self) -> None:
        def done(result: ImportedAddresses) -> None:
            self._content = b""
            self._show_result(result)
            self._take.setEnabled(False)
            self._workplace.address_book.look()
            self.message.say(Tone.SUCCESS, lambda: self.tr("Imported. {figures}").format(figures=self._figures(result)))

        if self._content and self._take.isEnabled():
            self._ask(self._request(preview=False), done)

    def _ask(self, request: AddressImport, show: Callable[[ImportedAddresses], None]) -> None:
        """Ask the server; an answer to an older question, or after a sign-out, is not shown."""
        self._asked += 1
        asked, key = self._asked, self._key
        self._busy.start()
        self._take.setEnabled(False)

        def done(outcome: Outcome[ImportedAddresses]) -> None:
            if asked != self._asked:
                return
            self._busy.finish()
            match outcome:
                case Ok(result):
                    show(result)
                case Err(Invalid(problems)):
                    code = problems[0].code
                    self.message.say(Tone.WARNING, lambda: self._unusable_words(code))
                case Err():
                    self._take.setEnabled(self._result is not None)
                    self.message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        sent = None if request.preview else key
        self._workplace.link.ask(lambda client: client.send(IMPORT_ADDRESSES, request, key=sent), done)

    def _decide(self, policy: Duplicates) -> None:
        """Choose what becomes of the lines that are selected, and go to the next."""
        rows = sorted({index.row() for index in self._known.view.selectionModel().selectedIndexes()})
        for row in rows:
            self._choices[self._known.model.shown[row].line] = policy
        self._new_request()
        self._known.model.retranslate()
        if rows and rows[-1] + 1 < self._known.shown:
            self._known.view.setCurrentIndex(self._known.model.index(rows[-1] + 1, 0))
        self._take.setEnabled(True)

    def _on_save(self) -> None:
        result = self._result
        if result is None:
            return
        name = self.tr("Not imported") + ".csv"
        chosen = file_to_save(
            self,
            self._workplace.settings,
            self.tr("Save what was not imported"),
            name,
            self.tr("Text for spreadsheets (*.csv)"),
        )
        if chosen is not None:
            self.save_rejected(chosen[0] if chosen[0].suffix else chosen[0].with_suffix(".csv"))

    def save_rejected(self, file: Path) -> None:
        """Write the lines that cannot be entries as they stand in their file, with the reason behind them."""
        result = self._result
        if result is None:
            return
        width = max([len(result.headings), *(len(line.cells) for line in result.rejected)])
        headings = [*result.headings, *[""] * (width - len(result.headings)), self.tr("Line"), self.tr("What is wrong")]
        rows: list[list[Cell]] = [
            [*line.cells, *[""] * (width - len(line.cells)), line.line, reason_words(line)] for line in result.rejected
        ]
        table, mark = TableData("", headings, rows), QLocale().decimalPoint()

        def write() -> bool:
            try:
                write_csv(file, table, mark)
            except OSError:
                return False
            return True

        def done(outcome: Outcome[bool]) -> None:
            if isinstance(outcome, Ok) and outcome.value:
                self.message.say(Tone.SUCCESS, lambda: self.tr("Saved as {file}.").format(file=file), saved=file)
            else:
                words = lambda: self.tr("{file} cannot be written. Choose another folder.").format(file=file)  # noqa: E731
                self.message.say(Tone.WARNING, words)

        self._workplace.jobs.run(write, done)

    def _show_result(self, result: ImportedAddresses | None) -> None:
        self._result = result
        self._new.model.set_rows(() if result is None else result.sample)
        self._known.model.set_rows(() if result is None else result.known)
        self._rejected.model.set_rows(() if result is None else result.rejected)
        self._long.model.set_rows(() if result is None else result.long)
        for table in (self._new, self._known, self._rejected, self._long):
            table.fit_columns()
        has_some = result is not None
        self._tabs.setVisible(has_some)
        self._take.setVisible(has_some)
        self._take.setEnabled(result is not None and bool(result.added or result.changed or (self._asks and self._choices)))
        self._save.setVisible(result is not None and bool(result.rejected))
        for button in (self._overwrite, self._fill, self._skip):
            button.setVisible(result is not None and self._asks and bool(result.known))
        if result is not None:
            parts = (result.sample, result.known, result.rejected, result.long)
            self._tabs.setCurrentIndex(next((at for at, part in enumerate(parts) if part), 0))
        self.retranslate_ui()

    def _figures(self, result: ImportedAddresses) -> str:
        words = self.tr("New: {added}. Changed: {changed}. Left as they are: {skipped}. Wrong: {rejected}.")
        if result.long_count:
            more = self.tr("Too long for some carrier systems, and kept whole: {long}.")
            words = f"{words} {more.format(long=formats.number_words(result.long_count))}"
        return words.format(
            added=formats.number_words(result.added),
            changed=formats.number_words(result.changed),
            skipped=formats.number_words(result.skipped),
            rejected=formats.number_words(len(result.rejected)),
        )

    def _unusable_words(self, code: FieldCode) -> str:
        match code:
            case FieldCode.REQUIRED:
                words = self.tr("{file} is empty.")
            case FieldCode.TOO_MANY:
                words = self.tr("{file} holds more addresses than the book takes ({most}); nothing was imported.")
            case FieldCode.UNKNOWN:
                words = self.tr(
                    "{file} has no headings of addresses, such as Name, Address, City, Postal code; nothing was imported."
                )
            case _:
                words = self.tr("{file} is no text file; save it as CSV and choose it again.")
        return words.format(file=self._name, most=formats.number_words(MAX_ADDRESSES))

    def _on_session_changed(self) -> None:
        if not self._workplace.session.is_open:
            self._asked += 1
            self._content = b""
            self._choices.clear()
            self._busy.finish()
            self._show_result(None)
            self.message.clear()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        result = self._result
        self._intro.setText(
            self.tr(
                "CSV files of WorldShip, FedEx, a spreadsheet or this program, in English or French. Nothing is imported"
                " before you say so."
            )
        )
        self._choose.setText(self.tr("Choose a file…"))
        self._take.setText(self.tr("Import these addresses"))
        self._save.setText(self.tr("Save what is wrong as a file…"))
        self._overwrite.setText(self.tr("Overwrite"))
        self._fill.setText(self.tr("Fill blanks"))
        self._skip.setText(self.tr("Leave as it is"))
        counts = (0,) * 4
        if result is not None:
            counts = (result.added, len(result.known), len(result.rejected), result.long_count)
        names = (self.tr("New ({count})"), self.tr("Known ({count})"), self.tr("Wrong ({count})"), self.tr("Long ({count})"))
        views = (self._new.view, self._known.view, self._rejected.view, self._long.view)
        for at, (name, count, view) in enumerate(zip(names, counts, views, strict=True)):
            words = name.format(count=formats.number_words(count))
            self._tabs.setTabText(at, words)
            view.setAccessibleName(words)
