# SPDX-License-Identifier: MIT
"""Say that a list shows a part only, and lead back to all of it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight


class PartLine(Panel):
    """Hidden until a part is shown; ``left`` says that everything is wanted again."""

    left = Signal()

    def __init__(self, owner: str, part: Callable[[], str], whole: Callable[[], str]) -> None:
        super().__init__()
        self._part, self._whole = part, whole
        self._text = label("title")
        self._text.setObjectName(f"{owner}.part")
        self._all = TextButton(f"{owner}.showAll", "link")
        self._all.clicked.connect(self.left)
        row = tight(QHBoxLayout(self), 12)
        row.addWidget(self._text)
        row.addWidget(self._all)
        row.addStretch(1)
        self.hide()
        self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._text.setText(self._part())
        self._all.setText(self._whole())
