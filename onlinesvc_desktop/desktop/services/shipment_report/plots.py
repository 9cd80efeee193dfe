# SPDX-License-Identifier: MIT
"""What a report adds up to: facts, on-time share by week and days to delivery by lane; saved as a picture."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.contract.report_figures import Figures, Group, Part, Share
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import JobRunner
from onlinesvc_desktop.desktop.services.shipment_report.bars import Bars
from onlinesvc_desktop.desktop.services.shipment_report.narrowed import part_words
from onlinesvc_desktop.desktop.theme import Theme
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight

_WEEKS = 12
_TOTALS = (Group.ALL, Group.DELIVERED, Group.ON_TIME, Group.LATE)


class Totals(Panel):
    """Facts at once; the plots as soon as the plotting library is loaded, which nobody waits for before."""

    opened = Signal(object)
    """Carries the ``Part`` whose shipments are wanted."""

    def __init__(self, theme: Theme, jobs: JobRunner) -> None:
        super().__init__()
        self._theme = theme
        self._jobs = jobs
        self._figures: Figures | None = None
        self._plots: tuple[Bars, Bars] | None = None
        self._asked = False
        totals = QGridLayout()
        totals.setHorizontalSpacing(28)
        totals.setVerticalSpacing(2)
        self._totals = {group: (label("muted", wrap=True), self._total_button(group)) for group in _TOTALS}
        self._days_name, self._days = label("muted", wrap=True), label("fact")
        pairs: list[tuple[QWidget, QWidget]] = [*self._totals.values(), (self._days_name, self._days)]
        for at, (name, number) in enumerate(pairs):
            totals.addWidget(name, 0, at)
            totals.addWidget(number, 1, at, Qt.AlignmentFlag.AlignLeft)
            totals.setColumnStretch(at, 1)
        self._by_week = label("title", wrap=True)
        self._by_lane = label("title", wrap=True)
        weeks, lanes = QVBoxLayout(), QVBoxLayout()
        weeks.addWidget(self._by_week)
        lanes.addWidget(self._by_lane)
        self._columns = (weeks, lanes)
        side_by_side = tight(QHBoxLayout(), 16)
        side_by_side.addLayout(weeks, 1)
        side_by_side.addLayout(lanes, 1)
        column = tight(QVBoxLayout(self), 12)
        column.addLayout(totals)
        column.addLayout(side_by_side)
        column.addStretch(1)
        theme.changed.connect(self._draw)
        self.retranslate_ui()

    @property
    def figures(self) -> Figures | None:
        """What is shown."""
        return self._figures

    def _total_button(self, group: Group) -> TextButton:
        button = TextButton(f"shipmentReport.total.{group.value}", "link")
        button.clicked.connect(lambda: self.opened.emit(Part(group)))
        return button

    def show_figures(self, figures: Figures | None) -> None:
        """Show other figures."""
        self._figures = figures
        self._show_totals()
        self._draw()

    def prepare(self) -> None:
        """Load the plotting library: its slow part on a worker, the widgets on this thread."""
        if not self._asked:
            self._asked = True
            self._jobs.run(lambda: __import__("numpy"), lambda _outcome: self._make())

    def save(self, file: Path) -> bool:
        """Write the totals as a picture; tell whether the disk took it."""
        return self.grab().save(str(file))

    def _make(self) -> None:
        weeks, lanes = Bars("shipmentReport.byWeek", self._theme), Bars("shipmentReport.byLane", self._theme)
        weeks.opened.connect(lambda place: self._open_share(Group.WEEK, self._weeks(), place))
        lanes.opened.connect(lambda place: self._open_share(Group.LANE, self._lanes(), place))
        for bars, column in zip((weeks, lanes), self._columns, strict=True):
            column.addWidget(bars.plot)
        self._plots = (weeks, lanes)
        self.retranslate_ui()
        self._draw()

    def _weeks(self) -> Sequence[Share]:
        return () if self._figures is None else self._figures.weeks[-_WEEKS:]

    def _lanes(self) -> Sequence[Share]:
        return () if self._figures is None else self._figures.lanes

    def _open_share(self, group: Group, shares: Sequence[Share], place: int) -> None:
        self.opened.emit(Part(group, shares[place].name))

    def _draw(self) -> None:
        if self._plots is None or self._figures is None:
            return
        weeks, lanes = self._weeks(), self._lanes()
        self._plots[0].show_bars([week.name[5:] for week in weeks], [week.on_time_percent for week in weeks], 105)
        days = [lane.mean_days for lane in lanes]
        self._plots[1].show_bars([lane.name for lane in lanes], days, max(days, default=0) * 1.15)

    def _show_totals(self) -> None:
        figures = self._figures
        for group, (name, number) in self._totals.items():
            name.setText(part_words(Part(group)))
            number.setText("\N{EN DASH}" if figures is None else self._number_words(group, figures))
            number.setEnabled(figures is not None)
            number.setToolTip(self.tr("Show these shipments"))
            number.setAccessibleName(f"{name.text()}: {number.text()}")
            number.setAccessibleDescription(number.toolTip())
        total = None if figures is None else figures.total
        self._days_name.setText(self.tr("Average days to delivery"))
        self._days.setText(formats.decimal_words(total.mean_days) if total and total.delivered else "\N{EN DASH}")
        self._days.setAccessibleName(f"{self._days_name.text()}: {self._days.text()}")

    def _number_words(self, group: Group, figures: Figures) -> str:
        total = figures.total
        match group:
            case Group.ALL:
                return formats.number_words(total.shipments)
            case Group.DELIVERED:
                return formats.number_words(total.delivered)
            case Group.ON_TIME:
                return formats.percent_words(total.on_time_percent) if total.delivered else "\N{EN DASH}"
            case Group.LATE | Group.WEEK | Group.LANE:
                return formats.number_words(figures.late)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._by_week.setText(self.tr("Delivered on time, % by week"))
        self._by_lane.setText(self.tr("Average days to delivery by lane"))
        self._show_totals()
        if self._plots is not None:
            self._plots[0].plot.setAccessibleName(self._by_week.text())
            self._plots[1].plot.setAccessibleName(self._by_lane.text())
