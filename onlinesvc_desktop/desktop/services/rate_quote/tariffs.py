# SPDX-License-Identifier: MIT
"""Tariffs for administrators: which is in force when, and a new one out of a file after a look at what is wrong with it."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.contract.limits import MAX_UPLOAD_BYTES
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.tariff import (
    GET_TARIFF,
    IMPORT_TARIFF,
    LIST_TARIFFS,
    Tariff,
    TariffFile,
    TariffItem,
    TariffProblem,
    TariffResult,
)
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.paged import Cursor
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.services.rate_quote.tariff_words import tariff_fault_words, tariff_place_words
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_open, file_to_save
from onlinesvc_desktop.desktop.widgets.panel import tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import write_whole


class TariffsPanel(ListPanel[TariffItem]):
    """Nothing is imported before *Import this tariff*; a tariff that is in never changes."""

    name = "tariffs"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._file: TariffFile | None = None
        self._result: TariffResult | None = None
        self._choose_file = TextButton(f"{self.owner}.choose")
        self._choose_file.clicked.connect(self._on_choose)
        self._import = TextButton(f"{self.owner}.import", "primary")
        self._import.clicked.connect(self._on_import)
        self._save = TextButton(f"{self.owner}.save")
        self._save.clicked.connect(self._on_save)
        self._faults = MessageView[TariffProblem](f"{self.owner}.faults", self._fault_columns())
        self._faults.setMinimumHeight(self.fontMetrics().height() * 8)
        self.bar.addWidget(self._choose_file)
        self.bar.addWidget(self._import)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._faults)
        foot = tight(QHBoxLayout(), 8)
        foot.addWidget(self._save)
        foot.addStretch(1)
        self.detail_column.addLayout(foot)
        self.action_buttons += [self._choose_file, self._import, self._save]
        self._show_result(None)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("TariffsPanel", "Tariffs")

    def columns(self) -> Sequence[Column[TariffItem]]:
        """Return the columns of the table."""
        return (
            Column(lambda: self.tr("Name"), lambda one: one.name, lambda one: one.name.casefold()),
            Column(
                lambda: self.tr("In force from"),
                lambda one: formats.date_words(one.effective_on),
                lambda one: one.effective_on,
            ),
            Column(lambda: self.tr("Until"), self._until_words, lambda one: str(one.until)),
            Column(lambda: self.tr("Today"), self._today_words, lambda one: not one.in_force),
            Column(
                lambda: self.tr("Lanes"),
                lambda one: formats.number_words(one.lanes),
                lambda one: one.lanes,
                right_aligned=True,
            ),
            Column(
                lambda: self.tr("Imported"),
                lambda one: formats.local_moment_words(one.taken_at),
                lambda one: one.taken_at.timestamp(),
            ),
        )

    def _until_words(self, item: TariffItem) -> str:
        if isinstance(item.until, msgspec.UnsetType):
            return self.tr("open")
        return self.tr("replaced") if item.until < item.effective_on else formats.date_words(item.until)

    def _today_words(self, item: TariffItem) -> str:
        if item.in_force:
            return self.tr("in force")
        is_future = item.effective_on > self.workplace.today()
        return self.tr("not yet") if is_future else self.tr("over")

    def _fault_columns(self) -> Sequence[Column[TariffProblem]]:
        return (
            Column(lambda: self.tr("Where"), tariff_place_words, lambda one: (str(one.line).zfill(9), one.pointer)),
            Column(lambda: self.tr("What is wrong"), tariff_fault_words, tariff_fault_words),
            Column(lambda: self.tr("What stands there"), lambda one: one.about, lambda one: one.about),
        )

    def fetch(self, client: ApiClient, search: str, state: str, cursor: Cursor) -> Page[TariffItem]:  # noqa: ARG002
        """Ask for a page."""
        return client.send(LIST_TARIFFS, query=PageQuery(search=search, cursor=cursor))

    def empty_words(self) -> str:
        """Say that there is none."""
        return self.tr("There is no tariff yet, so nobody gets a price.")

    def fact_words(self, item: TariffItem) -> Sequence[Fact]:
        """Return what a tariff holds."""
        return [
            (self.tr("Name"), item.name),
            (self.tr("In force"), f"{formats.date_words(item.effective_on)} \N{EN DASH} {self._until_words(item)}"),
            (self.tr("Currency"), item.currency),
            (self.tr("Zones"), formats.number_words(item.zones)),
            (self.tr("Lanes"), formats.number_words(item.lanes)),
            (self.tr("Fuel surcharges"), formats.number_words(item.fuel_rows)),
            (self.tr("Additional services"), formats.number_words(item.accessorials)),
            (self.tr("Customers with a discount"), formats.number_words(item.customers)),
            (self.tr("Imported by"), item.taken_by or self.tr("a command of the server")),
        ]

    def _on_choose(self) -> None:
        file = file_to_open(self, self.workplace.settings, self.tr("Choose a tariff"), self.tr("Tariffs (*.json *.csv)"))
        if file is not None:
            self.look_into(file)

    def look_into(self, file: Path) -> None:
        """Show what a file holds, or every fault in it."""
        self._show_result(None)
        self.message.clear()

        def read(outcome: Outcome[bytes]) -> None:
            if isinstance(outcome, Ok) and outcome.value:
                self._ask(TariffFile(outcome.value, preview=True))
            else:
                self.message.say(
                    Tone.WARNING,
                    lambda: self.tr("{file} cannot be read, is empty or too large for a tariff.").format(file=file.name),
                )

        self.workplace.jobs.run(lambda: _content(file), read)

    def _ask(self, file: TariffFile) -> None:
        def received(outcome: Outcome[TariffResult]) -> None:
            match outcome:
                case Ok(result):
                    self._file = file if file.preview and not result.problems else None
                    self._show_result(result)
                    self._say(result)
                    if result.taken:
                        self.reload()
                case Err():
                    self.message.say(Tone.WARNING, self.workplace.link.words_for(outcome))
            self._import.setEnabled(self._file is not None)
            self._choose_file.setEnabled(True)

        key = None if file.preview else new_key()
        self._choose_file.setEnabled(False)
        self._import.setEnabled(False)
        self.workplace.link.ask(lambda client: client.send(IMPORT_TARIFF, file, key=key), received)

    def _say(self, result: TariffResult) -> None:
        if result.problems:
            self.message.say(Tone.WARNING, lambda: self.tr("Nothing was imported. %n fault(s):", "", len(result.problems)))
        elif result.taken:
            self.message.say(Tone.SUCCESS, lambda: self._sentence(result, self.tr("Imported: {name} takes over on {day}.")))
        else:
            words = self.tr("{name} from {day}: {zones} zones, {lanes} lanes. Nothing is imported yet.")
            self.message.say(Tone.INFO, lambda: self._sentence(result, words))

    def _sentence(self, result: TariffResult, words: str) -> str:
        day = "" if isinstance(result.effective_on, msgspec.UnsetType) else formats.date_words(result.effective_on)
        figures = {"zones": formats.number_words(result.zones), "lanes": formats.number_words(result.lanes)}
        return words.format(name=result.name, day=day, **figures)

    def _on_import(self) -> None:
        if self._file is not None:
            self._ask(msgspec.structs.replace(self._file, preview=False))

    def _show_result(self, result: TariffResult | None) -> None:
        self._result = result
        if result is None:
            self._file = None
        rows = () if result is None else (*result.problems, *result.warnings)
        self._faults.model.set_rows(rows)
        self._faults.setVisible(bool(rows))
        if rows:
            self._faults.fit_columns()
        self._import.setEnabled(self._file is not None)

    def _on_save(self) -> None:
        item = self.chosen
        if item is None:
            return
        name = f"{item.name} {item.effective_on}.json".replace("/", "-")
        chosen = file_to_save(self, self.workplace.settings, self.tr("Save the tariff"), name, self.tr("Tariffs (*.json)"))
        if chosen is None:
            return
        file = chosen[0]

        def save(tariff: Tariff) -> None:
            try:
                write_whole(file, msgspec.json.format(msgspec.json.encode(tariff), indent=1))
            except OSError:
                self.message.say(Tone.WARNING, lambda: self.tr("{file} cannot be written.").format(file=file))
                return
            self.message.say(Tone.SUCCESS, lambda: self.tr("Saved as {file}.").format(file=file), saved=file)

        self.act(lambda client: client.send(GET_TARIFF, id=item.id), save)

    def forget(self) -> None:
        """Keep nothing of one administrator for the next."""
        self._show_result(None)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._choose_file.setText(self.tr("Choose a file…"))
        self._import.setText(self.tr("Import this tariff"))
        self._save.setText(self.tr("Save as a file…"))
        self._faults.view.setAccessibleName(self.tr("Faults of the tariff"))
        self.name_table(self.tr("Tariffs"))


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_UPLOAD_BYTES + 1)
    except OSError:
        return b""
    return b"" if len(content) > MAX_UPLOAD_BYTES else content
