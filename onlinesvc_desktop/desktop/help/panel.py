# SPDX-License-Identifier: MIT
"""The help panel at the right of the window: one topic, in the current language, beside the work (P3)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDockWidget, QWidget

from onlinesvc_desktop.desktop.connection import Connection
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.widgets.panel import Retranslating

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.help.body import HelpBody


class HelpPanel(Retranslating, QDockWidget):
    """A dock with the text of a topic; Escape or its button closes it and gives the focus back.

    Its content is made when help is first asked for.
    """

    all_topics_wanted = Signal()

    def __init__(self, language: LanguageService, connection: Connection) -> None:
        super().__init__()
        self.setObjectName("help.panel")
        self.setTitleBarWidget(QWidget())
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setAllowedAreas(Qt.DockWidgetArea.RightDockWidgetArea)
        self._language, self._connection = language, connection
        self._body: HelpBody | None = None
        self._came_from: QWidget | None = None
        self.hide()
        self.retranslate_ui()

    @property
    def topic(self) -> str:
        """The topic shown."""
        return "" if self._body is None else self._body.topic

    def show_topic(self, key: str) -> None:
        """Open the panel on a topic and put the focus on its text."""
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._came_from = focused
        if self._body is None:
            from onlinesvc_desktop.desktop.help.body import HelpBody

            self._body = HelpBody(self._language, self._connection)
            self._body.closed.connect(self.close_panel)
            self._body.all_topics_wanted.connect(self.all_topics_wanted)
            self.setWidget(self._body)
        self._body.show_topic(key)
        self.show()
        self._body.text.setFocus()

    def close_panel(self) -> None:
        """Hide the panel and return to where the clerk was."""
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus()
        self._came_from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def retranslate_ui(self) -> None:
        """Set the title, which assistive technology reads."""
        self.setWindowTitle(self.tr("Help"))
