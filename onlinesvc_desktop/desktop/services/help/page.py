# SPDX-License-Identifier: MIT
"""The Help service: ten questions and every topic of the screen, searchable (P17)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.desktop.help.topics import Topic, all_topics
from onlinesvc_desktop.desktop.pages.page import Page
from onlinesvc_desktop.desktop.widgets.editors.text import Filter
from onlinesvc_desktop.desktop.widgets.help_reader import markdown_browser
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.workplace import Workplace


class HelpPage(Page):
    """A list beside a text."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("help", "help", workplace.theme)
        self._workplace = workplace
        self._search = Filter("help.search")
        self._search.textChanged.connect(self._show_matches)
        self._list = QListWidget()
        self._list.setObjectName("help.results")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._show_chosen)
        self._nothing = label("muted", wrap=True)
        self._title = label("title", wrap=True)
        self._text = markdown_browser("help.answer")
        left = tight(QVBoxLayout(), 10)
        left.addWidget(self._search)
        left.addWidget(self._nothing)
        left.addWidget(self._list, 1)
        right = tight(QVBoxLayout(), 10)
        right.addWidget(self._title)
        right.addWidget(self._text, 1)
        row = tight(QHBoxLayout(), 20)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        self.body.addLayout(row, 1)
        workplace.connection.changed.connect(self.retranslate_ui)
        self.retranslate_ui()
        self._list.setCurrentRow(0)

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Help")

    def first_field(self) -> QWidget:
        """Start in the search."""
        return self._search

    def show_topic(self, key: str) -> None:
        """Bring a topic to the front, from the find field."""
        self._search.clear()
        for row in range(self._list.count()):
            if self._list.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self._list.setCurrentRow(row)

    def _topics(self) -> tuple[Topic, ...]:
        return all_topics(self._workplace.language.language, self._workplace.connection.phone_numbers)

    def _chosen(self) -> str | None:
        row = self._list.currentRow()
        return None if row < 0 else str(self._list.item(row).data(Qt.ItemDataRole.UserRole))

    def _show_matches(self) -> None:
        words = folded(self._search.text()).split()
        shown = 0
        for row, topic in enumerate(self._topics()):
            hidden = not topic.has(words)
            self._list.item(row).setHidden(hidden)
            shown += not hidden
        self._nothing.setVisible(shown == 0)

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        for topic in self._topics():
            if topic.key == chosen:
                bar = self._text.verticalScrollBar()
                height = bar.value()
                self._title.setText(topic.title)
                self._text.show_markdown(topic.text)
                self._text.setAccessibleName(topic.title)
                bar.setValue(height)

    def retranslate_ui(self) -> None:
        """Set every title and the open text in the current language; choice and search stay."""
        super().retranslate_ui()
        self._search.setPlaceholderText(self.tr("Search the help"))
        self._search.setAccessibleName(self.tr("Search the help"))
        self._nothing.setText(self.tr("Nothing found. Try another word, or call us."))
        self._list.setAccessibleName(self.tr("Questions and topics"))
        for row, topic in enumerate(self._topics()):
            if row < self._list.count():
                item = self._list.item(row)
            else:
                item = QListWidgetItem()
                item.setData(Qt.ItemDataRole.UserRole, topic.key)
                self._list.addItem(item)
            item.setText(topic.title)
        self._show_matches()
        self._show_chosen()
