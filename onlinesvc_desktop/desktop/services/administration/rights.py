# SPDX-License-Identifier: MIT
"""What an access code may do: a box for each right, and one button that sets them all."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from onlinesvc_desktop.contract.codes import RIGHTS, Right
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.choice import Check
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.rights import right_words

_COLUMNS = 2


class RightsArea(Panel):
    """The rights of one access code as boxes; ``saved`` asks for them to be set."""

    saved = Signal()

    def __init__(self, owner: str) -> None:
        super().__init__()
        self._heading = label("muted")
        self._boxes = {right: Check(f"{owner}.{right}", partial(right_words, right)) for right in RIGHTS}
        self._save = TextButton(f"{owner}.save")
        self._save.clicked.connect(self.saved)
        boxes = QGridLayout()
        boxes.setContentsMargins(0, 0, 0, 0)
        for position, box in enumerate(self._boxes.values()):
            boxes.addWidget(box, position // _COLUMNS, position % _COLUMNS)
        column = tight(QVBoxLayout(self), 8)
        column.addWidget(self._heading)
        column.addLayout(boxes)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate_ui()

    def value(self) -> tuple[Right, ...]:
        """Return the rights that are ticked."""
        return tuple(right for right, box in self._boxes.items() if box.value())

    def fill(self, rights: Collection[Right]) -> None:
        """Tick these and no others."""
        for right, box in self._boxes.items():
            box.fill(right in rights)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._heading.setText(self.tr("What this access code may do besides tracing and reports"))
        self._save.setText(self.tr("Set these rights"))
