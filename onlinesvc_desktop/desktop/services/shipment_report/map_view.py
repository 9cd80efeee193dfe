# SPDX-License-Identifier: MIT
"""The painted map: outline, circles and lanes; used by keyboard and mouse. Nothing comes from a network."""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent, QWheelEvent

from onlinesvc_desktop.desktop.accessibility import announce
from onlinesvc_desktop.desktop.services.shipment_report.map_geometry import XY, Outline, bounds_of, projected
from onlinesvc_desktop.desktop.services.shipment_report.map_marks import Mark, Marks, marks_of, placed
from onlinesvc_desktop.desktop.services.shipment_report.map_painter import MapPainter, land_path
from onlinesvc_desktop.desktop.services.shipment_report.map_words import MapWords
from onlinesvc_desktop.desktop.services.shipment_report.whereabouts import Whereabouts
from onlinesvc_desktop.desktop.widgets.panel import Panel, plain_tooltip

_EMPTY = (projected(62, -125), projected(42, -125), projected(42, -60), projected(53, -55))
"""What is in sight while there is nothing to show: the south of Canada."""
_STEP, _ZOOM = 0.2, 1.5
_CLOSEST, _WIDEST = 4.0, 0.02
"""Pixels for a kilometre."""
_LEAST_SPAN_KM = 150.0
_APART = 2.4
"""How far the middles of two circles are apart at least, in lines of text."""
_DRAG = 4
_MOVES = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_CLOSER = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})
_FARTHER = frozenset({Qt.Key.Key_Minus, Qt.Key.Key_Underscore})
_OPEN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class MapView(Panel):
    """Arrow keys move, + and - zoom, Home shows everything, Page Down and Page Up go from mark to mark, Enter opens one."""

    opened = Signal(object)
    """Carries the ``Chosen`` shipments of a circle or a lane."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shipmentReport.map")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._words = MapWords(self)
        self._land, self._lakes = QPainterPath(), QPainterPath()
        self._whereabouts = Whereabouts()
        self._places = placed(self._whereabouts)
        self.marks = Marks()
        self._current: Mark | None = None
        self._middle: XY = (0, 0)
        self._scale = 0.1
        self._is_fitted = True
        self._pressed: QPoint | None = None
        self._dragged_from: XY | None = None
        self.retranslate_ui()

    @property
    def scale(self) -> float:
        """Pixels for a kilometre."""
        return self._scale

    @property
    def middle(self) -> XY:
        """The point of the plane in the middle of the widget."""
        return self._middle

    def show_outline(self, outline: Outline) -> None:
        """Draw land and lakes from now on."""
        self._land, self._lakes = land_path(outline.land), land_path(outline.lakes)
        self.update()

    def show_whereabouts(self, whereabouts: Whereabouts) -> None:
        """Draw other shipments, all of them in sight."""
        self._whereabouts = whereabouts
        self._places = placed(whereabouts)
        self._current = None
        self.fit()

    def fit(self) -> None:
        """Bring everything drawn into sight."""
        (left, top), (right, bottom) = bounds_of([one.point for one in self._places] or _EMPTY)
        margin = 4 * self._unit()
        width, height = max(self.width() - margin, 50), max(self.height() - margin, 50)
        across, down = max(right - left, _LEAST_SPAN_KM), max(bottom - top, _LEAST_SPAN_KM)
        self._look_at(((left + right) / 2, (top + bottom) / 2), min(width / across, height / down))
        self._is_fitted = True

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Come closer, or go farther, around a point of the widget or its middle."""
        scale = min(max(self._scale * factor, _WIDEST), _CLOSEST)
        about = QPointF(self.width() / 2, self.height() / 2) if at is None else at
        x, y = self._plane(about)
        middle = (
            x - (about.x() - self.width() / 2) / scale,
            y - (about.y() - self.height() / 2) / scale,
        )
        self._look_at(middle, scale)

    def closer(self) -> None:
        """Zoom in by one step."""
        self.zoom(_ZOOM)

    def farther(self) -> None:
        """Zoom out by one step."""
        self.zoom(1 / _ZOOM)

    def _look_at(self, middle: XY, scale: float) -> None:
        is_other_scale = scale != self._scale or not self.marks.circles
        self._middle, self._scale = middle, min(max(scale, _WIDEST), _CLOSEST)
        self._is_fitted = False
        if is_other_scale:
            chosen = None if self._current is None else self._current.chosen
            self.marks = marks_of(self._places, self._whereabouts, _APART * self._unit() / self._scale)
            self._current = next((mark for mark in self.marks.in_order if mark.chosen == chosen), None)
        self._describe()
        self.update()

    def _unit(self) -> int:
        return self.fontMetrics().height()

    def screen_point(self, point: XY) -> QPointF:
        """Return where a point of the plane is in the widget."""
        return QPointF(
            (point[0] - self._middle[0]) * self._scale + self.width() / 2,
            (point[1] - self._middle[1]) * self._scale + self.height() / 2,
        )

    def _plane(self, point: QPointF) -> XY:
        return (
            (point.x() - self.width() / 2) / self._scale + self._middle[0],
            (point.y() - self.height() / 2) / self._scale + self._middle[1],
        )

    def _painter_of(self) -> MapPainter:
        return MapPainter(self.palette(), self.font(), self.screen_point, self._unit())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw land, lanes, circles and the names there is room for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = self._painter_of()
        drawing.ground(painter, self.rect(), (self._land, self._lakes), self._middle, self._scale, self._pressed is not None)
        drawing.marks(painter, self.rect(), self.marks, self._current)
        if self.hasFocus():
            drawing.frame(painter, self.rect())
        painter.end()

    def sizeHint(self) -> QSize:
        """Ask for a map one can read."""
        return QSize(30 * self._unit(), 22 * self._unit())

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than a small one."""
        return QSize(12 * self._unit(), 10 * self._unit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in sight as long as nobody moved."""
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, zoom, step and open."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            right, down = _MOVES[key]
            x, y = self._middle
            reach = _STEP * min(self.width(), self.height()) / self._scale
            self._look_at((x + right * reach, y + down * reach), self._scale)
        elif key in _CLOSER:
            self.closer()
        elif key in _FARTHER:
            self.farther()
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in _OPEN and self._current is not None:
            self.opened.emit(self._current.chosen)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        marks = self.marks.in_order
        if not marks:
            return
        at = marks.index(self._current) if self._current in marks else -1 if by > 0 else 0
        self._current = marks[(at + by) % len(marks)]
        drawing = self._painter_of()
        where = drawing.middle_of(self._current)
        if not self.rect().adjusted(20, 20, -20, -20).contains(where.toPoint()):
            self._look_at(self._plane(where), self._scale)
        self._describe()
        announce(self, self._words.mark(self._current.chosen, self._current.shipments))
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        if event.angleDelta().y():
            self.zoom(_ZOOM ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag, or to click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self._dragged_from = self._middle

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map, or tell what is pointed at."""
        where = event.position().toPoint()
        if self._pressed is None or self._dragged_from is None:
            mark = self.mark_at(event.position())
            self.setCursor(Qt.CursorShape.ArrowCursor if mark is None else Qt.CursorShape.PointingHandCursor)
            self.setToolTip("" if mark is None else plain_tooltip(self._words.mark(mark.chosen, mark.shipments)))
            return
        moved = where - self._pressed
        if moved.manhattanLength() >= _DRAG:
            x, y = self._dragged_from
            self._look_at((x - moved.x() / self._scale, y - moved.y() / self._scale), self._scale)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked, unless the map was dragged."""
        pressed, self._pressed, self._dragged_from = self._pressed, None, None
        self.update()
        if pressed is None or (event.position().toPoint() - pressed).manhattanLength() >= _DRAG:
            return
        mark = self.mark_at(event.position())
        if mark is not None:
            self._current = mark
            self._describe()
            self.update()
            self.opened.emit(mark.chosen)

    def mark_at(self, point: QPointF) -> Mark | None:
        """Return what is drawn at a point of the widget."""
        return self._painter_of().mark_at(self.marks, point)

    def _describe(self) -> None:
        mark = self._current
        words = self.tr("Map of the shipments")
        if mark is not None:
            words = f"{words}. {self._words.mark(mark.chosen, mark.shipments)}"
        self.setAccessibleName(words)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys move the map, plus and minus zoom, Home shows everything, Page Down and Page Up go from place"
                " to place, Enter lists the shipments. The table beside the map says the same."
            )
        )
        self._describe()
        self.update()
