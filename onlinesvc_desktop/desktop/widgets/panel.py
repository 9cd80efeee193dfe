# SPDX-License-Identifier: MIT
"""The base of every widget that has text."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QTextBrowser, QWidget


class Retranslating:
    """Beside a Qt class: its texts are set in ``retranslate_ui`` alone, at the end of ``__init__`` and at each switch."""

    def retranslate_ui(self) -> None:
        """Set every text; may be called any number of times."""

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate_ui()
        super().changeEvent(event)  # type: ignore[misc]


class Panel(Retranslating, QWidget):
    """A plain widget that retranslates."""


def label(kind: str, wrap: bool = False) -> QLabel:
    """Return an empty label of a kind the style sheet knows."""
    made = QLabel()
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    return made


def markdown_browser(object_name: str) -> QTextBrowser:
    """Return a reader for help texts, with room around the words."""
    browser = QTextBrowser()
    browser.setObjectName(object_name)
    browser.setOpenLinks(False)
    browser.document().setDocumentMargin(14)
    browser.document().setIndentWidth(18)
    return browser


def tight(layout: QBoxLayout, spacing: int = 8) -> QBoxLayout:
    """Take a layout's margins away and set its spacing."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout
