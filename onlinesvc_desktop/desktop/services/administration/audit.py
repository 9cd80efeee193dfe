# SPDX-License-Identifier: MIT
"""The audit log: who did what, when and from where; to be read only."""

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.contract.audit import LIST_AUDIT, AuditAction, AuditItem, AuditQuery
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.words.administration import action_words
from onlinesvc_desktop.desktop.workplace import Workplace


class AuditPanel(ListPanel[AuditItem]):
    """All lines, the newest first."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("audit", workplace)
        self.detail_column.addStretch(1)
        self.retranslate_ui()

    def title_words(self) -> str:
        """Return the name of the tab."""
        return self.tr("Audit log")

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

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Audit log"))
