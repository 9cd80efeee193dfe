# SPDX-License-Identifier: MIT
"""One family of SVG icons, tinted from the palette, sharp at every scale.

Icons are pixmaps made per size and scale. ``set_icon`` notes name and role on the widget, and ``retint_icons`` draws all of
them anew when light and dark change.
"""

import math
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from onlinesvc_desktop.contract.status import Stage
from onlinesvc_desktop.shipped import shipped

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


_SIZE = 18


class _HasIcon(Protocol):
    """A button or an action."""

    def setIcon(self, icon: QIcon, /) -> None: ...  # noqa: N802
    def setProperty(self, name: str, value: object, /) -> object: ...  # noqa: N802


def _drawn(name: str, pixels: int, opacity: float = 1.0) -> QImage:
    """Return an icon as it is drawn in its file."""
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(opacity)
    QSvgRenderer(str(shipped("resources", "icons", f"{name}.svg"))).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image


@lru_cache(maxsize=512)
def _tinted(name: str, rgba: int, pixels: int) -> QImage:
    """Return an icon as an image in one colour."""
    colour = QColor.fromRgba(rgba)
    shape = _drawn(name, pixels, colour.alphaF())
    colour.setAlphaF(1.0)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour)
    image.setAlphaChannel(shape.convertToFormat(QImage.Format.Format_Alpha8))
    return image


def _scales() -> set[int]:
    return {1, *(math.ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())}


def _pixmap(name: str, colour: QColor, size: int, scale: int) -> QPixmap:
    pixmap = QPixmap.fromImage(_tinted(name, colour.rgba(), size * scale))
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def coloured_pixmap(name: str, colour: QColor, size: int = _SIZE) -> QPixmap:
    """Return an icon for a label, at the scale of the sharpest screen."""
    return _pixmap(name, colour, size, max(_scales()))


def palette_pixmap(name: str, role: QPalette.ColorRole, size: int = _SIZE) -> QPixmap:
    """Return an icon for a label in a palette colour."""
    return coloured_pixmap(name, QApplication.palette().color(role), size)


def coloured_icon(name: str, colour: QColor, size: int = _SIZE) -> QIcon:
    """Return an icon in a given colour."""
    made = QIcon()
    for scale in _scales():
        made.addPixmap(_pixmap(name, colour, size, scale))
    return made


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.Text, size: int = _SIZE) -> QIcon:
    """Return an icon in a palette colour."""
    return coloured_icon(name, QApplication.palette().color(role), size)


def set_icon(target: _HasIcon, name: str, role: QPalette.ColorRole = QPalette.ColorRole.Text, size: int = _SIZE) -> None:
    """Give a button or action an icon that follows light and dark."""
    target.setIcon(icon(name, role, size))
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(size, size))
    target.setProperty("iconOf", (name, role.value, size))


def retint_icons(root: QObject) -> None:
    """Draw every icon set with ``set_icon`` below an object in the colours of the moment."""
    for target in root.findChildren(QObject):
        noted = target.property("iconOf")
        if noted:
            name, role, size = noted
            set_icon(target, name, QPalette.ColorRole(role), size)  # type: ignore[arg-type]


def program_pixmap(size: int) -> QPixmap:
    """Return the program's own icon, in its own colours, at the scale of the sharpest screen."""
    scale = max(_scales())
    pixmap = QPixmap.fromImage(_drawn("app", size * scale))
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def program_icon() -> QIcon:
    """Return the program's own icon for windows and task bars."""
    made = QIcon()
    for size in (16, 32, 64, 128):
        made.addPixmap(QPixmap.fromImage(_drawn("app", size)))
    return made
