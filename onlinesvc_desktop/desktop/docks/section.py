# SPDX-License-Identifier: MIT
"""A section of the dock: heading with its help icon, then its content."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.desktop.widgets.buttons import HelpButton
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight


class Section(Panel):
    """The frame of Access Login and Tracing."""

    help_wanted = Signal(str)

    def __init__(self, owner: str, topic: str) -> None:
        super().__init__()
        self.topic = topic
        self._heading = label("title")
        self._heading.setObjectName(f"{owner}.heading" if owner == "accessLogin" else f"{owner}.dockHeading")
        self._help = HelpButton(owner, topic)
        self._help.asked.connect(self.help_wanted)
        head = tight(QHBoxLayout(), 4)
        head.addWidget(self._heading)
        head.addWidget(self._help)
        head.addStretch(1)
        self.column = tight(QVBoxLayout(self), 10)
        self.column.addLayout(head)

    def heading_words(self) -> str:
        """Return the heading in the current language."""
        raise NotImplementedError

    def retranslate_ui(self) -> None:
        """Set heading and help."""
        heading = self.heading_words()
        self._heading.setText(heading)
        self._help.name_heading(heading)
        self.setAccessibleName(heading)
