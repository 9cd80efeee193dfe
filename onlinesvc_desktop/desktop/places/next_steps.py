# SPDX-License-Identifier: MIT
"""What the administrator of a new site does next, in three steps."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.targets import Open
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight


class NextSteps(Panel):
    """Shown once, after a site was created: each step leads to its place in the administration."""

    chosen = Signal(object)
    """Carries the ``Target`` of a step, or None for the services."""

    def __init__(self) -> None:
        super().__init__()
        self._code = ""
        frame, column = card(12)
        self._title = label("title", wrap=True)
        self._title.setObjectName("welcome.created")
        self._intro = label("muted", wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._intro)
        steps: tuple[tuple[str, Callable[[], str], Callable[[], str]], ...] = (
            (
                "customers",
                lambda: self.tr("1. Add the customers"),
                lambda: self.tr("Each has a number, as in the carrier’s files. Shipments find their customers by it."),
            ),
            (
                "intake",
                lambda: self.tr("2. Import files with shipments"),
                lambda: self.tr("X12 and tables (CSV, Excel); from then on by themselves, from the drop folder."),
            ),
            (
                "accessCodes",
                lambda: self.tr("3. Hand out access codes"),
                lambda: self.tr("To the people of each customer; or let them ask for one, and decide here."),
            ),
        )
        self._steps = []
        for part, title, text in steps:
            button = TextButton(f"welcome.step.{part}", "link")
            button.clicked.connect(lambda _checked, part=part: self.chosen.emit(Open(Service.ADMINISTRATION, part)))
            words = label("muted", wrap=True)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(words)
            self._steps.append((button, words, title, text))
        self._go_on = TextButton("welcome.stepsDone", "primary")
        self._go_on.clicked.connect(lambda _checked: self.chosen.emit(None))
        column.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignLeft)
        tight(QVBoxLayout(self)).addWidget(frame)
        self.setFocusProxy(self._steps[0][0])
        self.hide()
        self.retranslate_ui()

    def show_for(self, access_code: str) -> None:
        """Show the steps to the administrator who was just created."""
        self._code = access_code
        self.retranslate_ui()
        self.show()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._title.setText(self.tr("The site is created. You are signed in as {code}.").format(code=self._code))
        self._intro.setText(self.tr("Three steps, and your customers can work with it:"))
        for button, words, title, text in self._steps:
            button.setText(title())
            button.setAccessibleDescription(text())
            words.setText(text())
        self._go_on.setText(self.tr("Go to the services"))
