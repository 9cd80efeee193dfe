# SPDX-License-Identifier: MIT
"""What a report adds up to: facts, on-time share by week and days to delivery by lane; saved as a picture."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.contract.report_figures import Figures, Share
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import JobRunner
from onlinesvc_desktop.desktop.theme import Theme, Tone
from onlinesvc_desktop.desktop.widgets.facts import Fact, Facts
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight

_WEEKS = 12
_LINES_HIGH = 14


class Totals(Panel):
    """Facts at once; the plots as soon as the plotting library is loaded, which nobody waits for before."""

    def __init__(self, theme: Theme, jobs: JobRunner) -> None:
        super().__init__()
        self._theme = theme
        self._jobs = jobs
        self._figures: Figures | None = None
        self._plots: tuple[Any, Any] | None = None
        self._asked = False
        self._facts = Facts(self._fact_words, columns=5)
        self._by_week = label("title")
        self._by_lane = label("title")
        weeks, lanes = QVBoxLayout(), QVBoxLayout()
        weeks.addWidget(self._by_week)
        lanes.addWidget(self._by_lane)
        self._columns = (weeks, lanes)
        side_by_side = tight(QHBoxLayout(), 16)
        side_by_side.addLayout(weeks, 1)
        side_by_side.addLayout(lanes, 1)
        column = tight(QVBoxLayout(self), 12)
        column.addWidget(self._facts)
        column.addLayout(side_by_side)
        column.addStretch(1)
        theme.changed.connect(self._draw)
        self.retranslate_ui()

    def show_figures(self, figures: Figures | None) -> None:
        """Show other figures."""
        self._figures = figures
        self._facts.retranslate_ui()
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
        import pyqtgraph

        made = []
        for name, column in zip(("shipmentReport.byWeek", "shipmentReport.byLane"), self._columns, strict=True):
            plot = pyqtgraph.PlotWidget(background=None)
            plot.setObjectName(name)
            plot.setMinimumHeight(self.fontMetrics().height() * _LINES_HIGH)
            plot.setMaximumHeight(plot.minimumHeight())
            plot.setMouseEnabled(x=False, y=False)
            plot.setMenuEnabled(False)
            plot.hideButtons()
            column.addWidget(plot)
            made.append(plot)
        self._plots = (made[0], made[1])
        self.retranslate_ui()
        self._draw()

    def _draw(self) -> None:
        figures = self._figures
        if self._plots is None or figures is None:
            return
        weeks = figures.weeks[-_WEEKS:]
        self._bars(self._plots[0], weeks, [week.on_time_percent for week in weeks], [week.name[5:] for week in weeks], 105)
        days = [lane.mean_days for lane in figures.lanes]
        self._bars(self._plots[1], figures.lanes, days, [lane.name for lane in figures.lanes], max(days, default=0) * 1.15)

    def _bars(self, plot: Any, shares: Sequence[Share], heights: list[float], names: list[str], top: float) -> None:
        import pyqtgraph

        plot.clear()
        colour, text = self._theme.colour(Tone.INFO), self.palette().text().color()
        plot.addItem(pyqtgraph.BarGraphItem(x=list(range(len(shares))), height=heights, width=0.6, brush=colour, pen=colour))
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(text)
            axis.setTextPen(text)
        plot.getAxis("bottom").setTicks([list(enumerate(names))])
        plot.setYRange(0, max(top, 1), padding=0)
        plot.setXRange(-0.6, max(len(shares), 1) - 0.4, padding=0)
        plot.setAccessibleDescription(
            "; ".join(f"{name}: {formats.decimal_words(height)}" for name, height in zip(names, heights, strict=True))
        )

    def _fact_words(self) -> Sequence[Fact]:
        figures = self._figures
        if figures is None:
            return ()
        total = figures.total
        share = formats.percent_words(total.on_time_percent) if total.delivered else "\N{EN DASH}"
        days = formats.decimal_words(total.mean_days) if total.delivered else "\N{EN DASH}"
        return (
            (self.tr("Shipments"), formats.number_words(total.shipments)),
            (self.tr("Delivered"), formats.number_words(total.delivered)),
            (self.tr("Delivered on time"), share),
            (self.tr("Average days to delivery"), days),
            (self.tr("Late and not delivered"), formats.number_words(figures.late)),
        )

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._by_week.setText(self.tr("Delivered on time, % by week"))
        self._by_lane.setText(self.tr("Average days to delivery by lane"))
        self._facts.retranslate_ui()
        if self._plots is not None:
            self._plots[0].setAccessibleName(self._by_week.text())
            self._plots[1].setAccessibleName(self._by_lane.text())
