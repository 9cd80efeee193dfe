# SPDX-License-Identifier: MIT
"""How land, circles and lanes look, in the colours of the palette alone, and where on the screen they are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPainterPathStroker, QPalette, QPen

from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.services.shipment_report.map_geometry import XY
from onlinesvc_desktop.desktop.services.shipment_report.map_marks import Circle, Curve, Mark, Marks, radius_of

_MOST_NAMES = 16
_MOST_LOOKED_AT = 60
_BEND = 0.12
_TOUCH = 10


def land_path(rings: Sequence[Sequence[XY]]) -> QPainterPath:
    """Return rings as one path in the plane."""
    path = QPainterPath()
    for ring in rings:
        path.moveTo(*ring[0])
        for point in ring[1:]:
            path.lineTo(*point)
        path.closeSubpath()
    return path


class MapPainter:
    """Draws for one state of the map; ``on_screen`` tells where a point of the plane is."""

    def __init__(self, palette: QPalette, font: QFont, on_screen: Callable[[XY], QPointF], unit: int) -> None:
        self._palette = palette
        self._font = font
        self._on_screen = on_screen
        self._unit = unit

    def _colour(self, role: QPalette.ColorRole, alpha: int = 255) -> QColor:
        colour = QColor(self._palette.color(role))
        colour.setAlpha(alpha)
        return colour

    def ground(
        self,
        painter: QPainter,
        area: QRect,
        paths: tuple[QPainterPath, QPainterPath],
        middle: XY,
        scale: float,
        is_moving: bool,
    ) -> None:
        """Draw the sea, the land with its borders and the lakes; less finely, and twice as fast, while it is dragged."""
        role = QPalette.ColorRole
        painter.fillRect(area, self._colour(role.Window))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_moving)
        painter.translate(QPointF(area.width() / 2, area.height() / 2))
        painter.scale(scale, scale)
        painter.translate(QPointF(-middle[0], -middle[1]))
        pen = QPen(self._colour(role.Dark, 130), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for path, ground in zip(paths, (role.Base, role.Window), strict=True):
            painter.setBrush(self._colour(ground))
            painter.drawPath(path)
        painter.restore()

    def frame(self, painter: QPainter, area: QRect) -> None:
        """Draw the focus."""
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(area).adjusted(1, 1, -1, -1))

    def marks(self, painter: QPainter, area: QRect, marks: Marks, current: Mark | None) -> None:
        """Draw lanes below circles, and the names of the busiest places."""
        sight = QRectF(area)
        for curve in reversed(marks.curves):
            self._curve(painter, curve, curve == current)
        boxes = [(circle, box) for circle in marks.circles if (box := self._box(circle)).intersects(sight)]
        for circle, box in reversed(boxes):
            self._circle(painter, circle, box, circle == current)
        self._names(painter, boxes)

    def _curve(self, painter: QPainter, curve: Curve, is_current: bool) -> None:
        role = QPalette.ColorRole
        colour = self._colour(role.Text) if is_current else self._colour(role.Accent, 120)
        pen = QPen(colour, 3.5 if is_current else min(1 + curve.shipments**0.5 / 4, 5))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = self.path_of(curve)
        painter.drawPath(path)
        painter.save()
        painter.translate(path.pointAtPercent(0.55))
        painter.rotate(-path.angleAtPercent(0.55))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon([QPointF(6, 0), QPointF(-5, -5), QPointF(-5, 5)])
        painter.restore()

    def _circle(self, painter: QPainter, circle: Circle, box: QRectF, is_current: bool) -> None:
        role = QPalette.ColorRole
        painter.setPen(QPen(self._colour(role.Text if is_current else role.Base), 3 if is_current else 1.5))
        painter.setBrush(QBrush(self._colour(role.Accent if circle.shipments else role.Dark)))
        painter.drawEllipse(box)
        if circle.shipments:
            painter.setFont(self._fitting_font(circle.shipments, box.width() / 2))
            painter.setPen(self._colour(role.HighlightedText))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, formats.number_words(circle.shipments))

    def _fitting_font(self, shipments: int, radius: float) -> QFont:
        """Return the font in which a number stays inside its circle."""
        font = QFont(self._font)
        width = QFontMetrics(font).horizontalAdvance(formats.number_words(shipments))
        if width > 1.7 * radius:
            font.setPointSizeF(max(font.pointSizeF() * 1.7 * radius / width, 6))
        return font

    def _names(self, painter: QPainter, boxes: Sequence[tuple[Circle, QRectF]]) -> None:
        """Write the names of the busiest places that hide neither a circle nor another name."""
        painter.setFont(self._font)
        painter.setPen(self._colour(QPalette.ColorRole.Text))
        metrics = QFontMetrics(self._font)
        taken = [box for circle, box in boxes if circle.shipments]
        written = 0
        for circle, box in boxes[:_MOST_LOOKED_AT]:
            if not circle.shipments or written == _MOST_NAMES:
                break
            name = circle.places[0].city
            room = QRectF(box.right() + 3, box.center().y() - self._unit / 2, metrics.horizontalAdvance(name), self._unit)
            if not any(room.intersects(other) for other in taken):
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
                taken.append(room)
                written += 1

    def _box(self, circle: Circle) -> QRectF:
        middle, radius = self._on_screen(circle.middle), radius_of(circle.shipments, self._unit)
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)

    def path_of(self, curve: Curve) -> QPainterPath:
        """Return a lane on the screen; the way back bends to the other side."""
        start, end = self._on_screen(curve.origin.middle), self._on_screen(curve.destination.middle)
        way = end - start
        path = QPainterPath(start)
        path.quadTo((start + end) / 2 + QPointF(way.y(), -way.x()) * _BEND, end)
        return path

    def middle_of(self, mark: Mark) -> QPointF:
        """Return where a mark is on the screen."""
        match mark:
            case Circle():
                return self._on_screen(mark.middle)
            case Curve():
                return self.path_of(mark).pointAtPercent(0.5)

    def mark_at(self, marks: Marks, point: QPointF) -> Mark | None:
        """Return the mark at a point of the screen, a circle before a lane."""
        for circle in marks.circles:
            away = point - self._on_screen(circle.middle)
            if circle.shipments and (away.x() ** 2 + away.y() ** 2) ** 0.5 <= radius_of(circle.shipments, self._unit):
                return circle
        stroker = QPainterPathStroker()
        stroker.setWidth(_TOUCH)
        for curve in marks.curves:
            if stroker.createStroke(self.path_of(curve)).contains(point):
                return curve
        return None
