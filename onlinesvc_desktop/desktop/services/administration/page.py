# SPDX-License-Identifier: MIT
"""The administration: one tab for each list, those of the services first."""

from onlinesvc_desktop.desktop.pages.tabs_page import TabsPage
from onlinesvc_desktop.desktop.services.administration.audit import AuditPanel
from onlinesvc_desktop.desktop.services.administration.codes import AccessCodesPanel
from onlinesvc_desktop.desktop.services.administration.customers import CustomersPanel
from onlinesvc_desktop.desktop.services.administration.intake import IntakePanel
from onlinesvc_desktop.desktop.services.administration.outbox import OutboxPanel
from onlinesvc_desktop.desktop.services.administration.tables import TablesPanel
from onlinesvc_desktop.desktop.workplace import Workplace

_OWN = (AccessCodesPanel, CustomersPanel, OutboxPanel, IntakePanel, TablesPanel, AuditPanel)


class AdministrationPage(TabsPage):
    """Requests to decide, access codes to look after, e-mails on their way."""

    def __init__(self, workplace: Workplace) -> None:
        tabs = [make(workplace) for make in (*workplace.service_tabs, *_OWN)]
        super().__init__("administration", "administration", workplace.theme, tabs)
        self.retranslate_ui()

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Administration")
