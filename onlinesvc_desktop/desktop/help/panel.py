# SPDX-License-Identifier: MIT
"""The help panel at the right of the window: one topic, in the current language, beside the work (P3)."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.desktop.connection import Connection
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.widgets.buttons import TextButton, icon_button
from onlinesvc_desktop.desktop.widgets.panel import Panel, Retranslating, label, markdown_browser, tight


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
        self._body: _HelpBody | None = None
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
            self._body = _HelpBody(self._language, self._connection)
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


class _HelpBody(Panel):
    closed = Signal()
    all_topics_wanted = Signal()

    def __init__(self, language: LanguageService, connection: Connection) -> None:
        super().__init__()
        self.setObjectName("helpBody")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = language
        self._connection = connection
        self.topic = "home"
        self._title = label("title", wrap=True)
        self._close = icon_button("close", "help.close")
        self._close.clicked.connect(self.closed)
        self.text = markdown_browser("help.text")
        self._all = TextButton("help.allTopics", "link")
        self._all.clicked.connect(self.all_topics_wanted)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        layout = tight(QVBoxLayout(self), 10)
        layout.setContentsMargins(18, 16, 14, 14)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        connection.changed.connect(self.retranslate_ui)
        self.retranslate_ui()

    def sizeHint(self) -> QSize:
        """Ask for a readable line length."""
        width = self.fontMetrics().averageCharWidth() * 46
        return QSize(width, width)

    def show_topic(self, key: str) -> None:
        """Show another topic from its top."""
        self.topic = key
        self.retranslate_ui()
        self.text.verticalScrollBar().setValue(0)

    def retranslate_ui(self) -> None:
        """Show the same topic in the current language, at the same height."""
        from onlinesvc_desktop.desktop.help.topics import topic

        shown = topic(self.topic, self._language.language, self._connection.phone_numbers)
        bar = self.text.verticalScrollBar()
        height = bar.value()
        self._title.setText(shown.title)
        self.text.show_markdown(shown.text)
        self.text.setAccessibleName(shown.title)
        bar.setValue(height)
        self._close.setToolTip(self.tr("Close help (Esc)"))
        self._close.setAccessibleName(self.tr("Close help (Esc)"))
        self._all.setText(self.tr("All topics and questions"))
