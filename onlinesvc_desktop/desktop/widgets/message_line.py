# SPDX-License-Identifier: MIT
"""A message beside what it is about: kept as a way to say it, so that it changes language with the rest."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from onlinesvc_desktop.desktop.accessibility import announce
from onlinesvc_desktop.desktop.icons import coloured_pixmap
from onlinesvc_desktop.desktop.theme import Theme, Tone, restyle
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight

_ICON = {
    Tone.NEUTRAL: "info",
    Tone.INFO: "info",
    Tone.SUCCESS: "check",
    Tone.WARNING: "warning",
    Tone.DANGER: "error",
}
_ICON_SIZE = 18
_URGENT = frozenset({Tone.WARNING, Tone.DANGER})


class MessageLine(Panel):
    """Hidden until ``say``; announced to assistive technology when it appears."""

    def __init__(self, object_name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words: Callable[[], str] | None = None
        self._tone = Tone.INFO
        self._frame = QFrame()
        self._frame.setProperty("kind", "message")
        self._icon = label()
        self._text = label("", wrap=True)
        self._text.setObjectName(object_name)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        tight(QHBoxLayout(self)).addWidget(self._frame)
        theme.changed.connect(self._draw_icon)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty when hidden."""
        return self._text.text() if self._words is not None else ""

    def say(self, tone: Tone, words: Callable[[], str]) -> None:
        """Show what ``words`` returns, now and again at each language switch."""
        self._words = words
        self._tone = tone
        self._frame.setProperty("tone", tone.value)
        restyle(self._frame)
        self._draw_icon()
        self.retranslate_ui()
        self.show()
        announce(self._text, self._text.text(), urgent=tone in _URGENT)

    def clear(self) -> None:
        """Say nothing."""
        self._words = None
        self._text.clear()
        self.hide()

    def retranslate_ui(self) -> None:
        """Say it in the current language."""
        if self._words is not None:
            text = self._words()
            self._text.setText(text)
            self._text.setAccessibleName(text)

    def _draw_icon(self) -> None:
        self._icon.setPixmap(coloured_pixmap(_ICON[self._tone], self._theme.colour(self._tone), _ICON_SIZE))
