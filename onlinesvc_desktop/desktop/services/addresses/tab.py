# SPDX-License-Identifier: MIT
"""The entries of the address book: list, search, form, and the whole of it saved as a file."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale

from onlinesvc_desktop.client.table_files import TableData, write_csv, write_workbook
from onlinesvc_desktop.contract.addresses import AddressBody, AddressItem
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.kept_book import Entry
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.kept_entry import Kind
from onlinesvc_desktop.desktop.pages.kept_tab import KeptTab
from onlinesvc_desktop.desktop.services.addresses.form import AddressForm
from onlinesvc_desktop.desktop.services.addresses.words import export_headings
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save
from onlinesvc_desktop.desktop.workplace import Workplace


class AddressesTab(KeptTab[AddressItem]):
    """Named ``addresses.…``, because it is what the page is about."""

    def __init__(self, workplace: Workplace) -> None:
        kind = Kind(
            AddressBody, lambda values: str(values.get("name", "")), lambda: self.tr("New address"), {"shared": True}
        )
        super().__init__("addresses", workplace, workplace.address_book, AddressForm(), kind)
        self.setObjectName("addresses.book")
        self._export = TextButton("addresses.export")
        self._export.clicked.connect(self._on_export)
        self.bar.addWidget(self._export)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("AddressesTab", "Addresses")

    def empty_words(self) -> str:
        """Say that nothing was found."""
        return self.tr("No addresses match. Enter one with “New entry”, or bring in a file under “Import”.")

    def columns(self) -> Sequence[Column[Entry[AddressItem]]]:
        """Return the columns of the table."""

        def text(heading: Callable[[], str], of: Callable[[AddressItem], str]) -> Column[Entry[AddressItem]]:
            return Column(heading, lambda row: of(row.item), lambda row: of(row.item).casefold())

        return (
            Column(lambda: self.tr("Name"), lambda row: row.item.name, lambda row: row.order),
            text(lambda: self.tr("Code"), lambda item: item.code),
            text(lambda: self.tr("Address"), lambda item: item.address1),
            text(lambda: self.tr("City"), lambda item: item.city),
            text(lambda: self.tr("Province"), lambda item: item.province),
            text(lambda: self.tr("Postal code"), lambda item: item.postal_code),
            text(lambda: self.tr("Telephone"), lambda item: item.telephone or ""),
            Column(lambda: self.tr("Who sees it"), self._who_words, self._who_words),
        )

    def _who_words(self, row: Entry[AddressItem]) -> str:
        if row.pending:
            return self.tr("Not sent yet")
        return self.tr("My company") if row.item.shared else self.tr("Only me")

    def _on_export(self) -> None:
        kinds = [self.tr("Text for spreadsheets (*.csv)"), self.tr("Excel workbook (*.xlsx)")]
        chosen = file_to_save(
            self, self.workplace.settings, self.tr("Save the address book"), f"{self.title_words()}.csv", ";;".join(kinds)
        )
        if chosen is not None:
            file, kind = chosen
            if file.suffix.lower() not in (".csv", ".xlsx"):
                file = file.with_name(f"{file.name}{'.xlsx' if kind == kinds[1] else '.csv'}")
            self.save(file)

    def save(self, file: Path) -> None:
        """Write the addresses that are shown, every field of them, as they can be imported again."""
        headings, items = export_headings(), [entry.item for entry in self._table.model.shown]
        title, mark, yes_no = self.title_words(), QLocale().decimalPoint(), (self.tr("Yes"), self.tr("No"))

        def write() -> bool:
            table = TableData(title, list(headings.values()), [_cells(item, headings, yes_no) for item in items])
            try:
                if file.suffix.lower() == ".xlsx":
                    write_workbook(file, table)
                else:
                    write_csv(file, table, mark)
            except OSError:
                return False
            return True

        def done(outcome: Outcome[bool]) -> None:
            match outcome:
                case Ok(True):
                    self.message.say(Tone.SUCCESS, lambda: self.tr("Saved as {file}.").format(file=file), saved=file)
                case Ok():
                    words = lambda: self.tr("{file} cannot be written. Choose another folder.").format(file=file)  # noqa: E731
                    self.message.say(Tone.WARNING, words)
                case Err():
                    self.message.say(Tone.WARNING, self.workplace.link.words_for(outcome))

        self.workplace.jobs.run(write, done)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._export.setText(self.tr("Save as…"))


def _cells(item: AddressItem, names: Mapping[str, str], yes_no: tuple[str, str]) -> list[str]:
    values: dict[str, Any] = {"shared": True, **msgspec.to_builtins(item)}

    def cell(name: str) -> str:
        match values.get(name):
            case None:
                return ""
            case True:
                return yes_no[0]
            case False:
                return yes_no[1]
            case list() as codes:
                return " ".join(codes)
            case value:
                return str(value)

    return [cell(name) for name in names]
