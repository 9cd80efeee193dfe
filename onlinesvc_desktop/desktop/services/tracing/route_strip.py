# SPDX-License-Identifier: MIT
"""The route of a shipment at a glance: origin, places passed, where it is now, destination and estimated day."""

from collections.abc import Sequence

import msgspec
from msgspec import UNSET
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from onlinesvc_desktop.contract.shipment import Shipment
from onlinesvc_desktop.contract.status import FINAL_STAGES, Stage, stage_of
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.accessibility import announce
from onlinesvc_desktop.desktop.icons import coloured_pixmap, stage_icon_name
from onlinesvc_desktop.desktop.services.tracing.results import is_late
from onlinesvc_desktop.desktop.services.tracing.route import Route, Stop, StopKind, route_of
from onlinesvc_desktop.desktop.theme import tone_of_stage
from onlinesvc_desktop.desktop.widgets.panel import Panel, plain_tooltip
from onlinesvc_desktop.desktop.workplace import Workplace

_COLUMN_CHARACTERS = 15
_MARK = 26
_DOT = 12
_GAP = 6
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
_MOST = 10_000
_ENDLESS = QRect(0, 0, _MOST, _MOST)
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_ON_THE_WAY = frozenset({Stage.PICKED_UP, Stage.IN_TRANSIT})
"""Last heard of at a place, and gone from there."""


class _Drawn(msgspec.Struct, frozen=True):
    """Where one stop stands: its mark, its words line by line, and the whole of it."""

    mark: QPoint
    lines: tuple[tuple[QRect, str], ...]
    whole: QRect


class _Measures(msgspec.Struct, frozen=True):
    """What one font makes of the words: its metrics and the height of one line, for plain ones and for the place."""

    metrics: tuple[QFontMetrics, QFontMetrics]
    one_line: tuple[int, int]
    advances: tuple[tuple[int, ...], ...]
    """How wide each of the words is on one line."""


class RouteStrip(Panel):
    """Draw the route side by side, or one below the other where there is no room; the arrow keys go from stop to stop.

    A screen reader hears the stop under the cursor as the name and the whole route as the description.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("tracing.route")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._workplace = workplace
        self._shipment: Shipment | None = None
        self._route: Route | None = None
        self._cursor = 0
        self._drawn: tuple[_Drawn, ...] = ()
        self._words: tuple[Sequence[str], ...] = ()
        self._placed_in: dict[int, tuple[_Drawn, ...]] = {}
        """What stands where, by width: one layout asks for the height of few widths many times."""
        self._stop_words: Sequence[str] = ()
        self._measured: _Measures | None = None
        workplace.theme.changed.connect(self.update)

    @property
    def route(self) -> Route | None:
        """What is drawn."""
        return self._route

    def take(self, shipment: Shipment) -> None:
        """Take another shipment, which is drawn once it is worded; the same one again keeps the cursor."""
        route = route_of(shipment)
        if route != self._route:
            self._cursor = route.here
        self._shipment, self._route = shipment, route

    def retranslate_ui(self) -> None:
        """Word the route in the current language."""
        route = self._route
        if route is not None:
            self._stop_words = [self.stop_words(stop) for stop in route.stops]
            self.setAccessibleDescription("\n".join(self._stop_words))
            self._name()
            self._words = tuple(self._drawn_words(at, route) for at in range(len(route.stops)))
        self._lay_out_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Place the stops anew in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        self._placed_in.clear()
        self._measured = None
        self._lay_out()
        self.updateGeometry()
        self.update()

    def stop_words(self, stop: Stop) -> str:
        """Return everything about one stop as one text."""
        place = formats.place_words(stop.place)
        if stop.terminal:
            place = self.tr("{place}, terminal {terminal}").format(place=place, terminal=stop.terminal)
        when = self._span_words(stop) or self._expected_words(stop)
        words = self.tr("{kind}: {place}").format(kind=self._kind_words(stop), place=place)
        return f"{words} \N{MIDDLE DOT} {when}" if when else words

    def _kind_words(self, stop: Stop) -> str:
        stage = None if self._shipment is None else stage_of(self._shipment.status.code)
        is_final, has_left = stage in FINAL_STAGES, stage in _ON_THE_WAY
        match stop.kind:
            case StopKind.ORIGIN:
                here = self.tr("Origin, left") if has_left else self.tr("Origin, here now")
                return here if stop.is_here and not is_final else self.tr("Origin")
            case StopKind.PASSED:
                return self.tr("Passed")
            case StopKind.HERE:
                return self.tr("Last seen here") if is_final or has_left else self.tr("Here now")
            case StopKind.DESTINATION:
                if self._route is not None and self._route.is_delivered:
                    return self.tr("Destination, delivered")
                return self.tr("Destination, here now") if stop.is_here and not is_final else self.tr("Destination")

    def _span_words(self, stop: Stop) -> str:
        """Return from when to when it was there, as far as it was."""
        if stop.first is None or stop.last is None:
            return ""
        if stop.first == stop.last:
            return formats.date_time_words(stop.first)
        return self.tr("{first} to {last}").format(
            first=formats.date_time_words(stop.first), last=formats.date_time_words(stop.last)
        )

    def _expected_words(self, stop: Stop) -> str:
        shipment = self._shipment
        if stop.kind is not StopKind.DESTINATION or shipment is None or shipment.estimated_delivery is UNSET:
            return ""
        if stage_of(shipment.status.code) is Stage.CANCELLED:
            return ""
        words = self.tr("Estimated, late: {day}") if self._is_late() else self.tr("Estimated: {day}")
        return words.format(day=formats.date_words(shipment.estimated_delivery))

    def _is_late(self) -> bool:
        return self._shipment is not None and is_late(self._shipment, self._workplace.now())

    def _drawn_words(self, at: int, route: Route) -> Sequence[str]:
        """Return kind, place and one time; the expected day stands below the destination until it is delivered."""
        stop = route.stops[at]
        lines = [self._kind_words(stop), formats.place_words(stop.place)]
        moment = stop.first if stop.kind is StopKind.PASSED else stop.last
        if moment is not None:
            lines.append(formats.date_time_words(moment))
        if not route.is_delivered and (expected := self._expected_words(stop)):
            lines.append(expected)
        if at == 1 and route.left_out:
            lines.append(self.tr("after %n more place(s)", "", route.left_out))
        return lines

    def _is_row(self, width: int) -> bool:
        return width // max(1, len(self._words)) >= self.fontMetrics().averageCharWidth() * _COLUMN_CHARACTERS

    def _lay_out(self) -> None:
        self._drawn = self._placed(self.width())

    def _placed(self, width: int) -> tuple[_Drawn, ...]:
        """Return where the stops stand in so much width."""
        placed = self._placed_in.get(width)
        if placed is None:
            placed = self._placed_in[width] = self._place(width)
        return placed

    def _place(self, width: int) -> tuple[_Drawn, ...]:
        is_row = self._is_row(width)
        column = width // max(1, len(self._words)) if is_row else width
        drawn: list[_Drawn] = []
        top = 0
        measured = self._measures()
        for at, words in enumerate(self._words):
            left = at * column if is_row else 0
            x, y = (left + _GAP, _MARK + _GAP) if is_row else (_MARK + 2 * _GAP, top)
            room = max(1, column - 2 * _GAP if is_row else width - x - _GAP)
            below = y
            lines: list[tuple[QRect, str]] = []
            for index, text in enumerate(words):
                height = measured.one_line[index == 1]
                if measured.advances[at][index] >= room:
                    metrics = measured.metrics[index == 1]
                    height = metrics.boundingRect(QRect(0, 0, room, _MOST), _WRAPPED, text).height()
                lines.append((QRect(x, below, room, height), text))
                below += height
            whole = QRect(left, 0 if is_row else top, column, below - (0 if is_row else top) + _GAP)
            mark = QPoint(left + _GAP + _MARK // 2, whole.top() + _GAP // 2 + _MARK // 2)
            drawn.append(_Drawn(mark, tuple(lines), whole))
            top = whole.bottom() + 1 + _GAP
        return tuple(drawn)

    def _measures(self) -> _Measures:
        if self._measured is None:
            metrics = (QFontMetrics(self._font_of(0)), QFontMetrics(self._font_of(1)))
            one_line = tuple(metric.boundingRect(_ENDLESS, _WRAPPED, "0").height() for metric in metrics)
            advances = tuple(
                tuple(metrics[index == 1].horizontalAdvance(text) for index, text in enumerate(words))
                for words in self._words
            )
            self._measured = _Measures(metrics, (one_line[0], one_line[1]), advances)
        return self._measured

    def _font_of(self, line: int) -> QFont:
        font = QFont(self.font())
        if line == 1:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def heightForWidth(self, width: int) -> int:
        """Return the height the words need."""
        return max((one.whole.bottom() + 2 for one in self._placed(width)), default=0)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow strip is a high one."""
        return True

    def sizeHint(self) -> QSize:
        """Return the size of a row."""
        width = self.fontMetrics().averageCharWidth() * _COLUMN_CHARACTERS * (len(self._route.stops) if self._route else 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than one column."""
        return QSize(self.fontMetrics().averageCharWidth() * _COLUMN_CHARACTERS, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the stops anew."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from stop to stop."""
        last = len(self._drawn) - 1
        key = Qt.Key(event.key())
        if key in _BACK:
            self._go(max(0, self._cursor - 1))
        elif key in _ON:
            self._go(min(last, self._cursor + 1))
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(last)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor on the stop pressed."""
        super().mousePressEvent(event)
        at = self._at(event.position().toPoint())
        if at is not None:
            self._go(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell all about the stop pointed at."""
        super().mouseMoveEvent(event)
        at = self._at(event.position().toPoint())
        self.setToolTip("" if at is None else plain_tooltip(self._stop_words[at]))

    def _at(self, point: QPoint) -> int | None:
        return next((at for at, one in enumerate(self._drawn) if one.whole.contains(point)), None)

    def _go(self, at: int) -> None:
        if at == self._cursor:
            return
        self._cursor = at
        self._name()
        announce(self, self.accessibleName())
        self.update()

    def _name(self) -> None:
        if self._route is not None:
            self.setAccessibleName(self._stop_words[self._cursor])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the way behind whole and the way ahead dashed, then the stops."""
        route, shipment = self._route, self._shipment
        if route is None or shipment is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole
        for at in range(len(self._drawn) - 1):
            is_behind = at < route.here
            pen = QPen(self.palette().color(role.Accent if is_behind else role.Dark), 3 if is_behind else 2)
            pen.setStyle(Qt.PenStyle.SolidLine if is_behind else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(self._drawn[at].mark, self._drawn[at + 1].mark)
        for at, one in enumerate(self._drawn):
            self._paint_mark(painter, at, one.mark, route, shipment)
            self._paint_words(painter, one)
        if self.hasFocus() and self._cursor < len(self._drawn):
            painter.setPen(QPen(self.palette().color(role.Accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._drawn[self._cursor].whole.adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_mark(self, painter: QPainter, at: int, mark: QPoint, route: Route, shipment: Shipment) -> None:
        role = QPalette.ColorRole
        ground = self.palette().color(role.Base)
        if at == route.here:
            stage = stage_of(shipment.status.code)
            colour = self._workplace.theme.colour(tone_of_stage(stage))
            painter.setPen(QPen(colour, 2))
            painter.setBrush(ground)
            painter.drawEllipse(mark, _MARK // 2 - 1, _MARK // 2 - 1)
            size = _MARK - 10
            painter.drawPixmap(mark - QPoint(size // 2, size // 2), coloured_pixmap(stage_icon_name(stage), colour, size))
            return
        is_behind = at < route.here
        painter.setPen(QPen(self.palette().color(role.Accent if is_behind else role.Dark), 2))
        painter.setBrush(self.palette().color(role.Accent) if is_behind else ground)
        painter.drawEllipse(mark, _DOT // 2, _DOT // 2)

    def _paint_words(self, painter: QPainter, one: _Drawn) -> None:
        role = QPalette.ColorRole
        for index, (where, text) in enumerate(one.lines):
            painter.setFont(self._font_of(index))
            painter.setPen(self.palette().color(role.Text if index == 1 else role.PlaceholderText))
            painter.drawText(where, _WRAPPED, text)
