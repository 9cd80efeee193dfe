# SPDX-License-Identifier: MIT
"""Buttons: one that explains the preceding heading (P3), and the kinds the style sheet knows."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from onlinesvc_desktop.desktop.icons import set_icon
from onlinesvc_desktop.desktop.widgets.panel import Panel, plain_tooltip, tight


class _EnterButton(QToolButton):
    """A tool button that also answers to Enter, as P3 promises for Tab + Enter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


def icon_button(name: str, object_name: str, size: int = 18) -> QToolButton:
    """Return a flat button with an icon of the family, reachable by Tab."""
    button = _EnterButton()
    button.setObjectName(object_name)
    set_icon(button, name, QPalette.ColorRole.PlaceholderText, size)
    button.setIconSize(QSize(size, size))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


class TextButton(QPushButton):
    """A push button of a kind: ``primary``, ``link``, ``service``, or the plain one. Enter presses it too."""

    def __init__(self, object_name: str, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        if kind:
            self.setProperty("kind", kind)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as on Space, outside dialogs too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class HelpButton(Panel):
    """The help icon beside a heading; ``asked`` carries its topic."""

    asked = Signal(str)

    def __init__(self, owner: str, topic: str) -> None:
        super().__init__()
        self._button = icon_button("help", f"{owner}.help")
        self._button.clicked.connect(lambda: self.asked.emit(topic))
        self._topic = topic
        self._heading = ""
        tight(QHBoxLayout(self)).addWidget(self._button)
        self.setFocusProxy(self._button)
        self.retranslate_ui()

    @property
    def topic(self) -> str:
        """The topic it opens."""
        return self._topic

    def name_heading(self, heading: str) -> None:
        """Set the heading it explains, already in the current language."""
        self._heading = heading
        self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Name the heading in tooltip and accessible name."""
        text = self.tr("Help on {heading}").format(heading=self._heading)
        self._button.setToolTip(plain_tooltip(text))
        self._button.setAccessibleName(text)
