# SPDX-License-Identifier: MIT
"""The frame of every page in the main pane: way back, heading with its help icon, body, outcome."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from onlinesvc_desktop.desktop.targets import Explain, Target
from onlinesvc_desktop.desktop.theme import Theme
from onlinesvc_desktop.desktop.widgets.buttons import HelpButton, icon_button
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight

_SIDE = 28


class Page(Panel):
    """A page named ``owner``. Subclasses fill ``body`` and return their heading from ``heading_words``."""

    back_wanted = Signal()
    go_wanted = Signal(object)
    """Carries a ``Target``: where this page leads."""

    def __init__(self, owner: str, topic: str, theme: Theme, message_name: str = "", has_back: bool = True) -> None:
        super().__init__()
        self.setObjectName(f"{owner}.page")
        self.topic = topic
        self._back = icon_button("arrow-left", f"{owner}.back", 20)
        self._back.clicked.connect(self.back_wanted)
        if not has_back:
            self._back.hide()
        self._heading = label("heading")
        self._heading.setObjectName(f"{owner}.heading")
        self._help = HelpButton(f"{owner}.page", topic)
        self._help.asked.connect(lambda topic: self.go_wanted.emit(Explain(topic)))
        self.message = MessageLine(message_name or f"{owner}.message", theme)
        head = tight(QHBoxLayout(), 6)
        head.addWidget(self._back)
        head.addWidget(self._heading)
        head.addWidget(self._help)
        head.addStretch(1)
        self.head = head
        """The line of the heading; what is added to it stands at its end."""
        self.body = tight(QVBoxLayout(), 16)
        layout = tight(QVBoxLayout(self), 12)
        layout.setContentsMargins(_SIDE, 16, _SIDE, 12)
        layout.addLayout(head)
        layout.addWidget(self.message)
        layout.addLayout(self.body, 1)

    def heading_words(self) -> str:
        """Return the heading in the current language."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Make what the page shows first, if that is made late; for a page that is made before it is asked for."""

    def entered(self) -> None:
        """Called each time the page comes to the front."""

    def receive(self, target: Target) -> None:
        """Do what a target asks of the page that was opened for it; a page that is only opened has nothing to do."""

    def first_field(self) -> QWidget:
        """Return what gets the focus when the page opens."""
        return self._back

    def retranslate_ui(self) -> None:
        """Set heading, back and help."""
        heading = self.heading_words()
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self._help.name_heading(heading)
        self._back.setToolTip(self.tr("Back to the services (Esc)"))
        self._back.setAccessibleName(self.tr("Back to the services (Esc)"))


def scrolling(content: QWidget) -> QScrollArea:
    """Return a frameless scroll area around a widget.

    Qt asks the widget for its size at once, and again when it is shown: a large one is filled afterwards.
    """
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
