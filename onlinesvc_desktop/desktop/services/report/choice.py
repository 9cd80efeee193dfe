# SPDX-License-Identifier: MIT
"""Which shipments a report is about: days, state, lane, number."""

from datetime import date

from msgspec import UNSET
from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QGridLayout, QVBoxLayout

from onlinesvc_desktop.contract.limits import MAX_REFERENCE_LENGTH
from onlinesvc_desktop.contract.shipment import ReportFilter
from onlinesvc_desktop.contract.status import Stage
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors import Choices, day_edit
from onlinesvc_desktop.desktop.widgets.field import Field, line_edit
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight
from onlinesvc_desktop.desktop.words.provinces import province_choices
from onlinesvc_desktop.desktop.words.status import stage_words

_DAYS = 60
_IN_A_ROW = 4


class ReportChoice(Panel):
    """The fields above the report; the last sixty days to begin with."""

    submitted = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        until = QDate(today.year, today.month, today.day)
        self._since = day_edit("shipmentReport.since", until.addDays(-_DAYS))
        self._until = day_edit("shipmentReport.until", until)
        self._stage = Choices("shipmentReport.state", self._stages)
        self._origin = Choices("shipmentReport.origin", lambda: self._provinces(self.tr("Any origin")))
        self._destination = Choices("shipmentReport.destination", lambda: self._provinces(self.tr("Any destination")))
        for choice in (self._stage, self._origin, self._destination):
            choice.setCurrentIndex(0)
        self._reference = line_edit("shipmentReport.reference")
        self._reference.setMaxLength(MAX_REFERENCE_LENGTH)
        self._reference.returnPressed.connect(self.submitted)
        self._show = TextButton("shipmentReport.submit", "primary")
        self._show.clicked.connect(self.submitted)
        frame, column = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        fields = (
            Field(self._since, lambda: self.tr("Booked from")),
            Field(self._until, lambda: self.tr("to")),
            Field(self._stage, lambda: self.tr("State")),
            Field(self._reference, lambda: self.tr("Number")),
            Field(self._origin, lambda: self.tr("From province or state")),
            Field(self._destination, lambda: self.tr("To province or state")),
        )
        for at, field in enumerate(fields):
            row, column_at = divmod(at, _IN_A_ROW)
            grid.addWidget(field, row, column_at, Qt.AlignmentFlag.AlignTop)
        for at in range(_IN_A_ROW):
            grid.setColumnStretch(at, 1)
        grid.addWidget(self._show, 1, _IN_A_ROW - 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        column.addLayout(grid)
        tight(QVBoxLayout(self)).addWidget(frame)
        self.retranslate_ui()

    @property
    def chosen(self) -> ReportFilter:
        """What is chosen."""
        stage, origin, destination = (one.currentData() for one in (self._stage, self._origin, self._destination))
        return ReportFilter(
            since=_date(self._since),
            until=_date(self._until),
            stage=Stage(stage) if stage else UNSET,
            origin=origin or UNSET,
            destination=destination or UNSET,
            reference=self._reference.text().strip(),
        )

    def _stages(self) -> list[tuple[str, str]]:
        stages = (stage for stage in Stage if stage is not Stage.ESTIMATE)
        return [("", self.tr("Any state")), *((stage.value, stage_words(stage)) for stage in stages)]

    def _provinces(self, any_words: str) -> list[tuple[str, str]]:
        return [("", any_words), *province_choices()]

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._show.setText(self.tr("Show"))
        self._reference.setPlaceholderText(self.tr("Autopro, bill of lading, purchase order…"))


def _date(editor: QDateEdit) -> date:
    day = editor.date()
    return date(day.year(), day.month(), day.day())
