# SPDX-License-Identifier: MIT
"""The base of every widget that has text, and the one way in which a text reaches a label, a tooltip or a reader."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QScrollArea, QWidget


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


def label(kind: str = "", wrap: bool = False) -> QLabel:
    """Return an empty label of a kind the style sheet knows; whatever it is given, it shows as written.

    Left to itself a QLabel takes for HTML what looks like it, and opens the pictures that a stranger names in it.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    return made


def plain_tooltip(text: str) -> str:
    """Return what a tooltip shows as ``text`` is written; a tooltip that looks like HTML would be taken for it."""
    if "<" not in text:
        return text
    from html import escape

    return f"<qt>{escape(text)}</qt>"


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever scrolls around a widget so that it is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def tight(layout: QBoxLayout, spacing: int = 8) -> QBoxLayout:
    """Take a layout's margins away and set its spacing."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout
