# SPDX-License-Identifier: MIT
"""The one reader of Markdown, for help texts."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser


class HelpReader(QTextBrowser):
    """A reader of our own Markdown. It opens no file and no address, whatever a text names."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Return nothing: help has no pictures."""
        return None

    def show_markdown(self, text: str) -> None:
        """Show Markdown; HTML in it stays text."""
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        self.document().setMarkdown(text, features)


def markdown_browser(object_name: str) -> HelpReader:
    """Return a reader for help texts, with room around the words."""
    browser = HelpReader()
    browser.setObjectName(object_name)
    browser.setOpenLinks(False)
    browser.document().setDocumentMargin(14)
    browser.document().setIndentWidth(18)
    return browser
