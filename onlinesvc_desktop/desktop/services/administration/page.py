# SPDX-License-Identifier: MIT
"""The administration: one tab for each list."""

from PySide6.QtWidgets import QTabWidget, QWidget

from onlinesvc_desktop.desktop.services.administration.audit import AuditPanel
from onlinesvc_desktop.desktop.services.administration.codes import AccessCodesPanel
from onlinesvc_desktop.desktop.services.administration.customers import CustomersPanel
from onlinesvc_desktop.desktop.services.administration.help import PasswordHelpPanel
from onlinesvc_desktop.desktop.services.administration.intake import IntakePanel
from onlinesvc_desktop.desktop.services.administration.listing import ListPanel
from onlinesvc_desktop.desktop.services.administration.outbox import OutboxPanel
from onlinesvc_desktop.desktop.services.administration.requests import AccessRequestsPanel
from onlinesvc_desktop.desktop.services.page import Page
from onlinesvc_desktop.desktop.workplace import Workplace


class AdministrationPage(Page):
    """Requests to decide, access codes to look after, e-mails on their way."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("administration", "administration", workplace.theme)
        self._requests = AccessRequestsPanel(workplace)
        self._help_queue = PasswordHelpPanel(workplace)
        self._audit = AuditPanel(workplace)
        self._codes = AccessCodesPanel(workplace)
        self._customers = CustomersPanel(workplace)
        self._outbox = OutboxPanel(workplace)
        self._intake = IntakePanel(workplace)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("administration.tabs")
        self._tabs.setDocumentMode(True)
        for panel in (
            self._requests,
            self._help_queue,
            self._codes,
            self._customers,
            self._outbox,
            self._intake,
            self._audit,
        ):
            self._tabs.addTab(panel, "")
        self._tabs.currentChanged.connect(lambda _index: self.entered())
        self.body.addWidget(self._tabs, 1)
        self.retranslate_ui()

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Administration")

    def first_field(self) -> QWidget:
        """Start in the search of the tab in front."""
        return self._tabs.currentWidget()

    def entered(self) -> None:
        """Fetch the list in front anew."""
        panel = self._tabs.currentWidget()
        if isinstance(panel, ListPanel):
            panel.entered()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        words = (
            self.tr("Access requests"),
            self.tr("Forgotten passwords"),
            self.tr("Access codes"),
            self.tr("Customers"),
            self.tr("Outbox"),
            self.tr("Received files"),
            self.tr("Audit log"),
        )
        for index, text in enumerate(words):
            self._tabs.setTabText(index, text)
