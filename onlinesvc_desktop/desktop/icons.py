# SPDX-License-Identifier: MIT
"""One family of SVG icons, drawn in the colour that the palette gives at paint time, sharp at every scale."""

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from onlinesvc_desktop.client.paths import shipped
from onlinesvc_desktop.contract.status import Stage

_ICON_OF_STAGE = {
    Stage.BOOKED: "package",
    Stage.PICKED_UP: "truck",
    Stage.IN_TRANSIT: "truck",
    Stage.AT_TERMINAL: "home",
    Stage.CUSTOMS: "customs",
    Stage.OUT_FOR_DELIVERY: "truck",
    Stage.DELIVERY_ATTEMPTED: "warning",
    Stage.DELIVERED: "check",
    Stage.DELAYED: "clock",
    Stage.EXCEPTION: "error",
    Stage.CANCELLED: "close",
    Stage.ESTIMATE: "clock",
}


def stage_icon_name(stage: Stage) -> str:
    """Return the icon of a stage."""
    return _ICON_OF_STAGE[stage]


@lru_cache(maxsize=64)
def _renderer(name: str) -> QSvgRenderer:
    return QSvgRenderer(str(shipped("resources", "icons", f"{name}.svg")))


class _TintedEngine(QIconEngine):
    """Paint an icon of the family in one colour: a fixed one, or the palette's text colour of the moment."""

    def __init__(self, name: str, role: QPalette.ColorRole, colour: QColor | None) -> None:
        super().__init__()
        self._name, self._role, self._colour = name, role, colour

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._role, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        group = QPalette.ColorGroup.Disabled if mode is QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        colour = self._colour or QApplication.palette().color(group, self._role)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            rect, _tinted(self._name, colour.rgba(), round(rect.width() * ratio), round(rect.height() * ratio))
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


@lru_cache(maxsize=256)
def _tinted(name: str, rgba: int, width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name).render(painter, QRectF(0, 0, width, height))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor.fromRgba(rgba))
    painter.end()
    return pixmap


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.Text) -> QIcon:
    """Return an icon in a palette colour; it follows light and dark by itself."""
    return QIcon(_TintedEngine(name, role, None))


def coloured_icon(name: str, colour: QColor) -> QIcon:
    """Return an icon in a given colour."""
    return QIcon(_TintedEngine(name, QPalette.ColorRole.Text, colour))


def program_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(shipped("resources", "icons", "app.svg")))
