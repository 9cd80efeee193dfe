# SPDX-License-Identifier: MIT
"""The administration: one tab for each list, those of the services first; a tab says how much waits behind it."""

from collections.abc import Mapping
from functools import partial

from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.pages.tabs_page import LateTab, Tab, TabKind, TabsPage
from onlinesvc_desktop.desktop.services.administration.audit import AuditPanel
from onlinesvc_desktop.desktop.services.administration.codes import AccessCodesPanel
from onlinesvc_desktop.desktop.services.administration.customers import CustomersPanel
from onlinesvc_desktop.desktop.services.administration.intake import IntakePanel
from onlinesvc_desktop.desktop.services.administration.outbox import OutboxPanel
from onlinesvc_desktop.desktop.services.administration.partners import PartnersPanel
from onlinesvc_desktop.desktop.services.administration.tables import TablesPanel
from onlinesvc_desktop.desktop.workplace import Workplace

_OWN = (AccessCodesPanel, CustomersPanel, OutboxPanel, IntakePanel, TablesPanel, PartnersPanel, AuditPanel)
_WAITED_FOR = ("accessRequests", "passwordHelp")


def _place_of(kind: TabKind) -> tuple[bool, bool]:
    """Put first what people wait for who cannot work without it, then every other queue."""
    return kind.name not in _WAITED_FOR, not kind.queue


class AdministrationPage(TabsPage):
    """Requests to decide, access codes to look after, e-mails on their way."""

    def __init__(self, workplace: Workplace) -> None:
        kinds: list[TabKind] = sorted((*workplace.service_tabs(), *_OWN), key=_place_of)
        tabs = [LateTab(kind, partial(kind, workplace)) for kind in kinds]
        super().__init__("administration", "administration", workplace.theme, tabs)
        self._open_work = workplace.open_work
        self._shown: Mapping[str, int] = {}
        self._open_work.changed.connect(self._on_counted)
        self._open_work.show_on(self)
        self.retranslate_ui()

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Administration")

    def tab_words(self, tab: Tab) -> str:
        """Return the name of a tab, with how much waits behind it."""
        count = self._open_work.count(tab.queue)
        if not count:
            return tab.title_words()
        return self.tr("{tab} ({count})").format(tab=tab.title_words(), count=formats.number_words(count))

    def _on_counted(self) -> None:
        """Write the counts on the tabs, and let the one in front fetch what came."""
        self.retranslate_ui()
        front = self.in_front
        if self.isVisible() and self._shown.get(front.queue, 0) != self._open_work.count(front.queue):
            front.more_came()
        self._shown = dict(self._open_work.counts)
