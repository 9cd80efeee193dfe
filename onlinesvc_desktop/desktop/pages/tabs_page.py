# SPDX-License-Identifier: MIT
"""A page of several tabs, each fetched anew when it comes to the front."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from onlinesvc_desktop.desktop.pages.page import Page
from onlinesvc_desktop.desktop.targets import Open, Target
from onlinesvc_desktop.desktop.theme import Theme
from onlinesvc_desktop.desktop.widgets.panel import Panel


class Tab(Panel):
    """What stands behind one tab."""

    go_wanted = Signal(object)
    """Carries a ``Target``: where this tab leads."""
    queue = ""
    """The name on the server of what waits here to be decided; empty where nothing does."""

    def title_words(self) -> str:
        """Return what the tab is called in the current language."""
        raise NotImplementedError

    def entered(self) -> None:
        """Called each time the tab comes to the front."""

    def more_came(self) -> None:
        """Called when the number of what waits here has changed while the tab is in front."""


class TabsPage(Page):
    """Tabs in the order given; subclasses say what the page is called."""

    def __init__(self, owner: str, topic: str, theme: Theme, tabs: Sequence[Tab]) -> None:
        super().__init__(owner, topic, theme)
        self._parts = tuple(tabs)
        self._tabs = QTabWidget()
        self._tabs.setObjectName(f"{owner}.tabs")
        self._tabs.setDocumentMode(True)
        for tab in self._parts:
            tab.go_wanted.connect(self.go_wanted)
            self._tabs.addTab(tab, "")
        self._tabs.currentChanged.connect(lambda _index: self.entered())
        self.body.addWidget(self._tabs, 1)

    def receive(self, target: Target) -> None:
        """Bring the tab to the front that a target names."""
        match target:
            case Open(_, name) if name:
                tab = next(at for at, part in enumerate(self._parts) if part.objectName().endswith(f".{name}"))
                self._tabs.setCurrentIndex(tab)
                self.first_field().setFocus()
            case _:
                pass

    @property
    def in_front(self) -> Tab:
        """The tab in front."""
        return self._parts[self._tabs.currentIndex()]

    def first_field(self) -> QWidget:
        """Start in the tab in front."""
        return self._tabs.currentWidget()

    def entered(self) -> None:
        """Fetch the tab in front anew."""
        self.in_front.entered()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        for index, tab in enumerate(self._parts):
            self._tabs.setTabText(index, self.tab_words(tab))

    def tab_words(self, tab: Tab) -> str:
        """Return what stands on a tab."""
        return tab.title_words()
