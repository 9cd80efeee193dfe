# SPDX-License-Identifier: MIT
"""Work under way: a moving bar and a way to stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight

_DELAY_MS = 200


class Busy(Panel):
    """Hidden until work has gone on for a moment, so that a quick answer moves nothing on the page."""

    stopped = Signal()

    def __init__(self, owner: str, can_stop: bool = True) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{owner}.progress")
        self._bar.setTextVisible(False)
        self._stop = TextButton(f"{owner}.stop", "link")
        self._stop.clicked.connect(self.stopped)
        if not can_stop:
            self._stop.hide()
        row = tight(QHBoxLayout(self), 12)
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_DELAY_MS)
        self._delay.timeout.connect(self.show)
        self._bar.setRange(0, 0)
        self.hide()
        self.retranslate_ui()

    def start(self) -> None:
        """Note that work began."""
        self._bar.setRange(0, 0)
        self._delay.start()

    def progress(self, done: int, total: int) -> None:
        """Show how far the work is; unknown until this is called."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)

    def finish(self) -> None:
        """Hide again."""
        self._delay.stop()
        self.hide()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._stop.setText(self.tr("Stop"))
        self._bar.setAccessibleName(self.tr("Progress"))
