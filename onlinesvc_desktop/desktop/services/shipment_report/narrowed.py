# SPDX-License-Identifier: MIT
"""Say which part of the report the list shows, and lead back to all of it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout

from onlinesvc_desktop.contract.report_figures import Group, Part
from onlinesvc_desktop.contract.today import ShipmentPart
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight


def part_words(part: Part) -> str:
    """Return the name of a figure."""
    translate = QCoreApplication.translate
    match part.group:
        case Group.ALL:
            return translate("ReportParts", "Shipments")
        case Group.DELIVERED:
            return translate("ReportParts", "Delivered")
        case Group.ON_TIME:
            return translate("ReportParts", "Delivered on time")
        case Group.LATE:
            return translate("ReportParts", "Late and not delivered")
        case Group.WEEK:
            day = formats.date_words(date.fromisoformat(part.name))
            return translate("ReportParts", "Delivered in the week of {day}").format(day=day)
        case Group.LANE:
            origin, destination = part.name.split("\N{RIGHTWARDS ARROW}")
            words = translate("ReportParts", "From {origin} to {destination}")
            return words.format(origin=origin, destination=destination)


def today_words(part: ShipmentPart) -> str:
    """Return the name of a part of the day's shipments."""
    translate = QCoreApplication.translate
    match part:
        case ShipmentPart.ARRIVING:
            return translate("ReportParts", "Arriving today")
        case ShipmentPart.LATE:
            return translate("ReportParts", "Late and not delivered")
        case ShipmentPart.EXCEPTIONS:
            return translate("ReportParts", "Exceptions")
        case ShipmentPart.SILENT:
            return translate("ReportParts", "No news for 24 h")


class NarrowedLine(Panel):
    """Hidden while the list shows everything."""

    left = Signal()
    """All shipments are wanted again."""

    def __init__(self) -> None:
        super().__init__()
        self._words: Callable[[], str] = str
        self._count = 0
        self._text = label("title")
        self._text.setObjectName("shipmentReport.part")
        self._all = TextButton("shipmentReport.showAll", "link")
        self._all.clicked.connect(self.left)
        row = tight(QHBoxLayout(self), 12)
        row.addWidget(self._text)
        row.addWidget(self._all)
        row.addStretch(1)
        self.hide()
        self.retranslate_ui()

    def show_part(self, part: Part, count: int) -> None:
        """Say another part, of ``count`` shipments."""
        self._show(lambda: part_words(part), count, part.group is not Group.ALL)

    def show_words(self, words: Callable[[], str], count: int) -> None:
        """Say what ``count`` shipments are shown, in words of the current language."""
        self._show(words, count, True)

    def _show(self, words: Callable[[], str], count: int, is_narrowed: bool) -> None:
        self._words, self._count = words, count
        self.setVisible(is_narrowed)
        self.retranslate_ui()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._text, self._text.text()))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        part = self._words()
        self._text.setText(self.tr("{part}: %n shipment(s)", "", self._count).format(part=part))
        self._all.setText(self.tr("Show all shipments"))
