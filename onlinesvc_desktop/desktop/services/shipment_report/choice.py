# SPDX-License-Identifier: MIT
"""Which shipments a report is about: days, state, lane, number."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.limits import MAX_REFERENCE_LENGTH
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.shipment_report import ReportFilter
from onlinesvc_desktop.contract.status import Stage
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.moments import Day
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight
from onlinesvc_desktop.desktop.words.provinces import province_choices
from onlinesvc_desktop.desktop.words.status import stage_words

_DAYS = 60
_IN_A_ROW = 4


class ReportChoice(Panel):
    """The fields above the report; the last sixty days to begin with."""

    submitted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._stage = Choices("shipmentReport.state", self._stages)
        self._origin = Choices("shipmentReport.origin", lambda: self._provinces(self.tr("Any origin")))
        self._destination = Choices("shipmentReport.destination", lambda: self._provinces(self.tr("Any destination")))
        for choice in (self._stage, self._origin, self._destination):
            choice.setCurrentIndex(0)
        self._reference = Line("shipmentReport.reference", MAX_REFERENCE_LENGTH)
        since = Day("shipmentReport.since", lambda: today() - timedelta(days=_DAYS))
        self._form = Form(
            [
                Entry("since", since, lambda: self.tr("Booked from")),
                Entry("until", Day("shipmentReport.until", today), lambda: self.tr("to")),
                Entry("stage", self._stage, lambda: self.tr("Status")),
                Entry("reference", self._reference, lambda: self.tr("Number")),
                Entry("origin", self._origin, lambda: self.tr("From province or state")),
                Entry("destination", self._destination, lambda: self.tr("To province or state")),
            ],
            columns=_IN_A_ROW,
        )
        self._form.grid.setHorizontalSpacing(12)
        self._form.grid.setVerticalSpacing(8)
        self._form.submitted.connect(self.submitted)
        self._show = TextButton("shipmentReport.submit", "primary")
        self._show.clicked.connect(self.submitted)
        self._form.grid.addWidget(self._show, 1, _IN_A_ROW - 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        frame, column = card()
        column.addWidget(self._form)
        tight(QVBoxLayout(self)).addWidget(frame)
        self.retranslate_ui()

    @property
    def chosen(self) -> ReportFilter:
        """What is chosen."""
        values = self._form.value()
        return from_values(values | {"reference": self._reference.text().strip()}, ReportFilter)

    def _stages(self) -> list[tuple[str, str]]:
        stages = (stage for stage in Stage if stage is not Stage.ESTIMATE)
        return [("", self.tr("Any status")), *((stage.value, stage_words(stage)) for stage in stages)]

    def _provinces(self, any_words: str) -> list[tuple[str, str]]:
        return [("", any_words), *province_choices()]

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._show.setText(self.tr("Show"))
        self._reference.setPlaceholderText(self.tr("Autopro, bill of lading, purchase order…"))
