# SPDX-License-Identifier: MIT
"""A page of several tabs, each fetched anew when it comes to the front."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTabWidget, QWidget

from onlinesvc_desktop.desktop.pages.page import Page
from onlinesvc_desktop.desktop.targets import Open, Target
from onlinesvc_desktop.desktop.theme import Theme
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.late import Late
from onlinesvc_desktop.desktop.widgets.panel import Panel

_AT_A_GLANCE = 5
"""As many tabs as find room beside each other in the smallest window."""


class Tab(Panel):
    """What stands behind one tab."""

    go_wanted = Signal(object)
    """Carries a ``Target``: where this tab leads."""
    name = ""
    """What it is opened by; empty where it is never opened by name."""
    queue = ""
    """The name on the server of what waits here to be decided; empty where nothing does."""

    @staticmethod
    def title() -> str:
        """Return what every tab of this kind is called in the current language."""
        raise NotImplementedError

    def title_words(self) -> str:
        """Return what the tab is called in the current language."""
        return self.title()

    def entered(self) -> None:
        """Called each time the tab comes to the front."""

    def more_came(self) -> None:
        """Called when the number of what waits here has changed while the tab is in front."""


class TabKind(Protocol):
    """A class of tabs, and what is known of them before one is made."""

    name: str
    queue: str

    def __call__(self, workplace: Any, /) -> Tab:
        """Make a tab of a ``Workplace``, which knows of kinds of tabs itself."""

    def title(self) -> str:
        """Return what it is called."""


Made = TypeVar("Made", bound=Tab)


class LateTab(Late[Made], Tab):
    """A tab that is made when it first comes to the front or is asked for; what it is called is known before."""

    def __init__(self, kind: TabKind, make: Callable[[], Made]) -> None:
        super().__init__(lambda: self._joined(make()))
        self.name, self.queue = kind.name, kind.queue
        self._kind = kind

    def _joined(self, tab: Made) -> Made:
        tab.go_wanted.connect(self.go_wanted)
        return tab

    def title_words(self) -> str:
        """Return what the tab is called."""
        return self._kind.title()

    def entered(self) -> None:
        """Tell the tab, which is made for it."""
        self.part.entered()

    def more_came(self) -> None:
        """Tell the tab, if there is one yet."""
        if self.made is not None:
            self.made.more_came()


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
        self._all = TextButton(f"{owner}.allTabs", "link")
        self._all.clicked.connect(self._show_all)
        self._tabs.setCornerWidget(self._all, Qt.Corner.TopRightCorner)
        self._all.setVisible(len(self._parts) > _AT_A_GLANCE)
        self.body.addWidget(self._tabs, 1)

    def prepare(self) -> None:
        """Make the tab in front."""
        front = self.in_front
        if isinstance(front, LateTab):
            front.part  # noqa: B018 - asking makes it

    def receive(self, target: Target) -> None:
        """Bring the tab to the front that a target names."""
        match target:
            case Open(_, name) if name:
                self._open(next(at for at, part in enumerate(self._parts) if name in (part.queue, part.name)))
            case _:
                pass

    def _show_all(self) -> None:
        """Offer every tab in a menu: not all of them find room beside each other."""
        menu = QMenu(self)
        menu.setObjectName(f"{self._tabs.objectName()}.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for index, tab in enumerate(self._parts):
            action = QAction(self.tab_words(tab).replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(index == self._tabs.currentIndex())
            action.triggered.connect(lambda _checked, index=index: self._open(index))
            menu.addAction(action)
        menu.popup(self._all.mapToGlobal(QPoint(0, self._all.height())))

    def _open(self, index: int) -> None:
        self._tabs.setCurrentIndex(index)
        self.first_field().setFocus()

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
        self._all.setText(self.tr("All tabs"))

    def tab_words(self, tab: Tab) -> str:
        """Return what stands on a tab."""
        return tab.title_words()
