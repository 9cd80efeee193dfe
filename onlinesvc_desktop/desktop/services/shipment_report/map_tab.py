# SPDX-License-Identifier: MIT
"""The report as a map, and the same in words beside it: where shipments are and between which places they travel."""

from collections.abc import Sequence

import msgspec
from msgspec import UNSET
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.contract.limits import MAX_PAGE_SIZE
from onlinesvc_desktop.contract.shipment import Shipment
from onlinesvc_desktop.contract.transit_times import LIST_POINTS, Point, PointQuery
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.services.shipment_report.map_geometry import Outline, read_outline
from onlinesvc_desktop.desktop.services.shipment_report.map_view import MapView
from onlinesvc_desktop.desktop.services.shipment_report.map_words import MapWords
from onlinesvc_desktop.desktop.services.shipment_report.whereabouts import (
    Chosen,
    Key,
    Position,
    Whereabouts,
    positions_of,
    whereabouts_of,
)
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.workplace import Workplace

_MOST_PAGES = 100
_MOST_LISTED_LANES = 500
_SHARES = [300, 200]
_WIDE_CHARACTERS = 100


class WhereRow(msgspec.Struct, frozen=True):
    """A place or a lane in the list."""

    chosen: Chosen
    shipments: int
    is_drawn: bool


class MapTab(Panel):
    """Coordinates of the points served are fetched at the first visit; shipments come from the list of the page."""

    opened = Signal(object)
    """Carries the ``Chosen`` shipments that are wanted as a list."""

    def __init__(self, workplace: Workplace, message: MessageLine) -> None:
        super().__init__()
        self._workplace = workplace
        self._message = message
        self._words = MapWords(self)
        self._shipments: tuple[Shipment, ...] = ()
        self._known: dict[Key, Position] | None = None
        self._is_visited = False
        self.whereabouts = Whereabouts()
        self._map = MapView()
        self._map.opened.connect(self.opened)
        self._closer = TextButton("shipmentReport.mapCloser")
        self._closer.clicked.connect(self._map.closer)
        self._farther = TextButton("shipmentReport.mapFarther")
        self._farther.clicked.connect(self._map.farther)
        self._whole = TextButton("shipmentReport.mapWhole")
        self._whole.clicked.connect(self._map.fit)
        self._undrawn = label("muted", wrap=True)
        self._undrawn.setObjectName("shipmentReport.mapUndrawn")
        self._table = MessageView[WhereRow]("shipmentReport.places", self._columns())
        self._table.view.opened.connect(self._open_row)
        self._table.view.doubleClicked.connect(self._open_row)
        self._build()
        workplace.theme.changed.connect(self._map.update)
        self.retranslate_ui()

    def _build(self) -> None:
        drawn = QWidget()
        row = tight(QHBoxLayout(drawn), 8)
        row.addWidget(self._map, 1)
        buttons = tight(QVBoxLayout(), 8)
        for button in (self._closer, self._farther, self._whole):
            buttons.addWidget(button)
        buttons.addStretch(1)
        row.addLayout(buttons)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(drawn)
        self._splitter.addWidget(self._table)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._splitter.setSizes(_SHARES)
        whole = tight(QVBoxLayout(self), 8)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.addWidget(self._undrawn)
        whole.addWidget(self._splitter, 1)

    def _columns(self) -> Sequence[Column[WhereRow]]:
        return (
            Column(
                lambda: self.tr("Shipments"),
                lambda row: formats.number_words(row.shipments),
                lambda row: row.shipments,
                right_aligned=True,
                value=lambda row: row.shipments,
            ),
            Column(
                lambda: self.tr("Place or lane"),
                lambda row: self._words.chosen(row.chosen),
                lambda row: self._words.chosen(row.chosen),
            ),
            Column(
                lambda: self.tr("On the map"),
                lambda row: self.tr("yes") if row.is_drawn else self.tr("no"),
                lambda row: row.is_drawn,
            ),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the map where there is room, else below it."""
        super().resizeEvent(event)
        is_wide = self.width() >= self.fontMetrics().averageCharWidth() * _WIDE_CHARACTERS
        orientation = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if orientation is not self._splitter.orientation():
            self._splitter.setOrientation(orientation)
            self._splitter.setSizes(_SHARES)

    def entered(self) -> None:
        """Fetch what the map needs beside the shipments."""
        if not self._is_visited:
            self._is_visited = True
            self._workplace.jobs.run(read_outline, self._on_outline)
        if self._known is None:
            self._workplace.link.ask(_all_points, self._on_points)

    def show_shipments(self, shipments: tuple[Shipment, ...]) -> None:
        """Show other shipments."""
        self._shipments = shipments
        self._add_up()

    def _on_outline(self, outcome: Outcome[Outline]) -> None:
        if isinstance(outcome, Ok):
            self._map.show_outline(outcome.value)

    def _on_points(self, outcome: Outcome[Sequence[Point]]) -> None:
        match outcome:
            case Ok(points):
                self._known = positions_of(points)
                self._add_up()
            case _:
                self._message.say_fault(outcome, self._workplace.link, self.entered)

    def _add_up(self) -> None:
        shipments, known = self._shipments, self._known
        if known is None:
            if not shipments:
                self._show(Whereabouts(), ())
            return

        def work() -> tuple[Whereabouts, tuple[WhereRow, ...]]:
            found = whereabouts_of(shipments, known)
            return found, _rows_of(found)

        def added(outcome: Outcome[tuple[Whereabouts, tuple[WhereRow, ...]]]) -> None:
            if isinstance(outcome, Ok) and shipments is self._shipments:
                self._show(*outcome.value)

        self._workplace.jobs.run(work, added)

    def _show(self, whereabouts: Whereabouts, rows: Sequence[WhereRow]) -> None:
        self.whereabouts = whereabouts
        self._map.show_whereabouts(whereabouts)
        self._table.model.set_rows(rows)
        self._table.fit_columns()
        self.retranslate_ui()

    def _open_row(self, index: QModelIndex) -> None:
        self.opened.emit(self._table.row_at(index).chosen)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._closer.setText(self.tr("Closer"))
        self._farther.setText(self.tr("Farther"))
        self._whole.setText(self.tr("Whole map"))
        self._undrawn.setVisible(self.whereabouts.undrawn > 0)
        self._undrawn.setText(
            self.tr(
                "%n shipment(s) not drawn: the carrier has not told the coordinates of where they were last seen.",
                "",
                self.whereabouts.undrawn,
            )
        )
        self._table.view.setAccessibleName(self.tr("Places and lanes of the map"))


def _all_points(client: ApiClient) -> Sequence[Point]:
    """Return the points served, page by page."""
    points = list[Point]()
    query = PointQuery(limit=MAX_PAGE_SIZE)
    for _ in range(_MOST_PAGES):
        page = client.send(LIST_POINTS, query=query)
        points.extend(page.items)
        if page.cursor is UNSET:
            break
        query = msgspec.structs.replace(query, cursor=page.cursor)
    return points


def _rows_of(whereabouts: Whereabouts) -> tuple[WhereRow, ...]:
    """Return the list: places by their number of shipments, then the busiest lanes."""
    spots = whereabouts.spots
    return (
        *(WhereRow(Chosen(here=(spot.place,)), spot.here, spot.position is not None) for spot in spots if spot.here),
        *(
            WhereRow(
                Chosen(origins=(spots[lane.origin].place,), destinations=(spots[lane.destination].place,)),
                lane.shipments,
                spots[lane.origin].position is not None and spots[lane.destination].position is not None,
            )
            for lane in whereabouts.lanes[:_MOST_LISTED_LANES]
        ),
    )
