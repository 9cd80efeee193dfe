# SPDX-License-Identifier: MIT
"""What the help panel shows: one topic to read."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.desktop.connection import Connection
from onlinesvc_desktop.desktop.help.topics import topic
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.widgets.buttons import TextButton, icon_button
from onlinesvc_desktop.desktop.widgets.help_reader import markdown_browser
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight


class HelpBody(Panel):
    """A topic with its title, and the ways out of it."""

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
