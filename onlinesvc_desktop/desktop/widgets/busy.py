# SPDX-License-Identifier: MIT
"""Work under way: a moving bar and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight


class Busy(Panel):
    """Hidden until ``start``. Without a total the bar only moves."""

    stopped = Signal()

    def __init__(self, owner: str) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{owner}.progress")
        self._bar.setTextVisible(False)
        self._stop = TextButton(f"{owner}.stop", "link")
        self._stop.clicked.connect(self.stopped)
        row = tight(QHBoxLayout(self), 12)
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self.hide()
        self.retranslate_ui()

    def start(self, total: int = 0) -> None:
        """Show that work began."""
        self._bar.setRange(0, total)
        self._bar.setValue(0)
        self.show()

    def advance(self, done: int) -> None:
        """Show how far it is."""
        self._bar.setValue(done)

    def finish(self) -> None:
        """Hide again."""
        self.hide()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._stop.setText(self.tr("Stop"))
        self._bar.setAccessibleName(self.tr("Progress"))
