# SPDX-License-Identifier: MIT
"""One key to the next possible day, after a refused one."""

from datetime import date

from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.services.pickup.form import OWNER
from onlinesvc_desktop.desktop.widgets.buttons import TextButton


class NextDayButton(TextButton):
    """Hidden while there is nothing to offer."""

    def __init__(self) -> None:
        super().__init__(f"{OWNER}.nextDate", "primary")
        self.day: date | None = None
        self.hide()

    def offer(self, day: date | None) -> None:
        """Show a day and take the focus; None offers nothing."""
        self.day = day
        self.setVisible(day is not None)
        self.retranslate_ui()
        if day is not None:
            self.setFocus()

    def retranslate_ui(self) -> None:
        """Set the text."""
        if self.day is not None:
            self.setText(self.tr("Take {day}").format(day=formats.full_date_words(self.day)))
