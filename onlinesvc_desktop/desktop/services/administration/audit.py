# SPDX-License-Identifier: MIT
"""The audit log: who did what, when and from where; to be read only."""

from collections.abc import Iterator, Sequence
from datetime import UTC
from pathlib import Path

from msgspec import UNSET, UnsetType
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QLocale

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.table_files import TableData, write_csv
from onlinesvc_desktop.contract.audit import EXPORT_AUDIT, LIST_AUDIT, AuditAction, AuditExport, AuditItem, AuditQuery
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save
from onlinesvc_desktop.desktop.words.administration import action_words
from onlinesvc_desktop.desktop.workplace import Workplace


class AuditPanel(ListPanel[AuditItem]):
    """All lines, the newest first."""

    name = "audit"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._save = TextButton(f"{self.owner}.export")
        self._save.clicked.connect(self._on_save)
        self.action_buttons.append(self._save)
        self.bar.addWidget(self._save)
        self.detail_column.addStretch(1)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("AuditPanel", "Audit log")

    def columns(self) -> Sequence[Column[AuditItem]]:
        """Return the columns of the table."""
        return (
            Column(lambda: self.tr("When"), lambda item: formats.local_moment_words(item.at), lambda item: item.id),
            Column(lambda: self.tr("Who"), self._who, self._who),
            Column(lambda: self.tr("What"), lambda item: action_words(item.action), lambda item: item.action.value),
            Column(lambda: self.tr("About"), lambda item: item.subject, lambda item: item.subject.casefold()),
            Column(lambda: self.tr("From where"), lambda item: item.address, lambda item: item.address),
        )

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter."""
        return [("", self.tr("All actions"))] + [
            (action.value, action_words(action)) for action in AuditAction if action is not AuditAction.OTHER
        ]

    def fetch(self, client: ApiClient, search: str, state: str, cursor: str | UnsetType) -> Page[AuditItem]:
        """Ask for a page."""
        wanted = AuditAction(state) if state else UNSET
        return client.send(LIST_AUDIT, query=AuditQuery(search=search, cursor=cursor, action=wanted))

    def empty_words(self) -> str:
        """Say that nothing was found."""
        return self.tr("No lines match.")

    def fact_words(self, item: AuditItem) -> Sequence[Fact]:
        """Return one line in full."""
        return [
            (self.tr("When"), formats.local_moment_words(item.at)),
            (self.tr("Who"), self._who(item)),
            (self.tr("What"), action_words(item.action)),
            (self.tr("About"), item.subject),
            (self.tr("From where"), item.address or "\N{EN DASH}"),
        ]

    def _who(self, item: AuditItem) -> str:
        return item.access_code or self.tr("the system itself")

    def _on_save(self) -> None:
        chosen = file_to_save(
            self, self.workplace.settings, self.tr("Save the audit log"), f"{self.title_words()}.csv", self.tr("CSV (*.csv)")
        )
        if chosen is not None:
            self.save(chosen[0])

    def save(self, file: Path) -> None:
        """Write every line that the filter lets through, also those not fetched yet, into a CSV file."""
        search, state = self._search.text().strip(), self._state.value()
        wanted = AuditExport(search, AuditAction(state) if state else UNSET)
        mark = QLocale().decimalPoint()

        def work(client: ApiClient) -> int | None:
            rows = [self._cells(item) for item in _all_lines(client, wanted)]
            try:
                write_csv(file, TableData(self.title_words(), self._headings(), rows), mark)
            except OSError:
                return None
            return len(rows)

        def done(count: int | None) -> None:
            if count is None:
                self.message.say(
                    Tone.WARNING,
                    lambda: self.tr("{file} could not be written. Save it again, in another folder.").format(file=file),
                )
            else:
                self.message.say(
                    Tone.SUCCESS, lambda: self.tr("Saved as {file}: %n line(s).", "", count).format(file=file), saved=file
                )

        self.act(work, done)

    def _headings(self) -> list[str]:
        return [self.tr("When (UTC)"), *(column.heading() for column in self.columns()[1:])]

    def _cells(self, item: AuditItem) -> list[str]:
        at = item.at.astimezone(UTC).isoformat(sep=" ", timespec="seconds").removesuffix("+00:00")
        return [at, self._who(item), action_words(item.action), item.subject, item.address]

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._save.setText(self.tr("Save as CSV…"))
        self._save.setToolTip(self.tr("Save every line that matches, also those not shown yet; that is noted here"))
        self.name_table(self.tr("Audit log"))


def _all_lines(client: ApiClient, wanted: AuditExport) -> Iterator[AuditItem]:
    """Yield every line, however many answers they take."""
    while True:
        page = client.send(EXPORT_AUDIT, wanted)
        yield from page.items
        if page.cursor is UNSET:
            return
        wanted = replace(wanted, cursor=page.cursor)
