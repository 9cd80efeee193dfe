# SPDX-License-Identifier: MIT
"""Bars that open what they count: by a click, or by the arrow keys and Enter."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent

from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.theme import Theme, Tone

_LINES_HIGH = 14


class Bars(QObject):
    """One plot; made only once the plotting library is loaded."""

    opened = Signal(int)
    """Carries the place of the bar, from the left."""

    def __init__(self, object_name: str, theme: Theme) -> None:
        import pyqtgraph

        super().__init__()
        self._theme = theme
        self._names: list[str] = []
        self._heights: list[float] = []
        self._top = 0.0
        self._current = 0
        plot = pyqtgraph.PlotWidget(background=None)
        plot.setObjectName(object_name)
        plot.setMinimumHeight(plot.fontMetrics().height() * _LINES_HIGH)
        plot.setMaximumHeight(plot.minimumHeight())
        plot.setMouseEnabled(x=False, y=False)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        plot.setCursor(Qt.CursorShape.PointingHandCursor)
        plot.scene().sigMouseClicked.connect(self._on_click)
        plot.installEventFilter(self)
        self.plot: Any = plot

    def show_bars(self, names: Sequence[str], heights: Sequence[float], top: float) -> None:
        """Show other bars; ``top`` is the height that the plot has room for."""
        self._names, self._heights, self._top = list(names), list(heights), top
        self._current = max(min(self._current, len(names) - 1), 0)
        self.draw()

    def draw(self) -> None:
        """Draw in the colours of the theme; the bar that the keys are on stands out."""
        import pyqtgraph

        self.plot.clear()
        colour, text = self._theme.colour(Tone.INFO), self.plot.palette().text().color()
        places = list(range(len(self._names)))
        chosen = self._current if self.plot.hasFocus() else -1
        pens = [pyqtgraph.mkPen(text, width=3) if place == chosen else pyqtgraph.mkPen(colour) for place in places]
        if pens:
            self.plot.addItem(pyqtgraph.BarGraphItem(x=places, height=self._heights, width=0.6, brush=colour, pens=pens))
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(text)
            axis.setTextPen(text)
        self.plot.getAxis("bottom").setTicks([list(enumerate(self._names))])
        self.plot.setYRange(0, max(self._top, 1), padding=0)
        self.plot.setXRange(-0.6, max(len(places), 1) - 0.4, padding=0)
        self.plot.setAccessibleDescription("; ".join(self._bar_words(place) for place in places))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move along the bars on arrow keys, open one on Enter or the space bar."""
        match event.type():
            case QEvent.Type.FocusIn:
                self._go(self._current)
            case QEvent.Type.FocusOut:
                self.draw()
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent) and self._names:
                return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Left:
                self._go(self._current - 1)
            case Qt.Key.Key_Right:
                self._go(self._current + 1)
            case Qt.Key.Key_Home:
                self._go(0)
            case Qt.Key.Key_End:
                self._go(len(self._names) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.opened.emit(self._current)
            case _:
                return False
        return True

    def _go(self, place: int) -> None:
        if not self._names:
            return
        self._current = min(max(place, 0), len(self._names) - 1)
        self.draw()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.plot, self._bar_words(self._current)))

    def _bar_words(self, place: int) -> str:
        name, height = self._names[place], formats.decimal_words(self._heights[place])
        return self.tr("{name}: {height}").format(name=name, height=height)

    def _on_click(self, event: Any) -> None:
        place = round(self.plot.getViewBox().mapSceneToView(event.scenePos()).x())
        if 0 <= place < len(self._names):
            self._current = place
            self.opened.emit(place)
