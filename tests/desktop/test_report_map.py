# SPDX-License-Identifier: MIT
"""The map of the report: what it adds up and draws, how it is used by keyboard and mouse, and the list it leads to."""

import math
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QTabWidget

from onlinesvc_desktop.backend.sample.geography import CITIES
from onlinesvc_desktop.contract.shipment import Event, Place, Shipment
from onlinesvc_desktop.desktop.services.shipment_report.map_geometry import clustered, projected, read_outline
from onlinesvc_desktop.desktop.services.shipment_report.map_marks import MOST_LANES, Circle, Curve, marks_of, placed
from onlinesvc_desktop.desktop.services.shipment_report.map_view import MapView
from onlinesvc_desktop.desktop.services.shipment_report.whereabouts import (
    Chosen,
    chooser,
    key_of,
    position_of,
    positions_of,
    whereabouts_of,
)
from onlinesvc_desktop.shipped import shipped
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.transit_times.sample_table import sample_table

_NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
_ALMA, _LAVAL, _TORONTO = Place("Alma", "QC", "CA"), Place("Laval", "QC", "CA"), Place("Toronto", "ON", "CA")
_NOWHERE = Place("Terre-Inconnue", "QC", "CA")
_KNOWN = {key_of(_ALMA): (48.55, -71.65), key_of(_LAVAL): (45.57, -73.69), key_of(_TORONTO): (43.71, -79.4)}


def _shipment(number: int, here: Place, origin: Place = _ALMA, destination: Place = _TORONTO) -> Shipment:
    status = Event(1, "P1", "NS", _NOW, _NOW, here.city, here.province, here.country)
    return Shipment(str(number), status, origin, destination)


def test_shipments_are_added_up_by_place_and_lane_and_those_nobody_can_draw_are_counted():
    typed = Place("LAVAL", "QC", "CA")
    shipments = [_shipment(1, _LAVAL), _shipment(2, typed), _shipment(3, _NOWHERE, _LAVAL, _ALMA)]
    found = whereabouts_of(shipments, _KNOWN)
    assert [(spot.place.city, spot.here) for spot in found.spots][:2] == [("Laval", 2), ("Terre-Inconnue", 1)]
    assert found.undrawn == 1
    lanes = [(found.spots[lane.origin].place, found.spots[lane.destination].place, lane.shipments) for lane in found.lanes]
    assert lanes == [(_ALMA, _TORONTO, 2), (_LAVAL, _ALMA, 1)]
    assert {one.spot.place for one in placed(found)} == {_LAVAL, _ALMA, _TORONTO}


def test_what_is_chosen_is_what_was_counted():
    shipments = [_shipment(1, _LAVAL), _shipment(2, Place("LAVAL", "QC", "CA")), _shipment(3, _ALMA, _LAVAL, _ALMA)]
    assert [bool(chooser(Chosen(here=(_LAVAL,)))(one)) for one in shipments] == [True, True, False]
    lane = chooser(Chosen(origins=(_LAVAL, _TORONTO), destinations=(_ALMA,)))
    assert [bool(lane(one)) for one in shipments] == [False, False, True]


def test_a_position_without_a_town_is_drawn_where_it_is():
    assert position_of(Place("46.8123, -71.2000", "", ""), {}) == (46.8123, -71.2)
    assert position_of(Place("46.8123, -71.2000", "QC", "CA"), {}) is None
    assert position_of(_NOWHERE, _KNOWN) is None


def test_every_point_of_the_sample_has_its_coordinates():
    """Those of the sample's own geography are within 25 km of it: no sign, figure or pair is exchanged."""
    table, rejected = sample_table()
    assert rejected == ()
    known = positions_of(served.point for served in table.points)
    assert len(known) == len(table.points)
    for city in CITIES:
        told = projected(city.latitude, city.longitude)
        assert math.dist(projected(*known[key_of(Place(city.name, city.province, city.country))]), told) < 25, city.name
    for key, (latitude, longitude) in known.items():
        assert 40 < latitude < 54, key
        assert -124 < longitude < -52, key


def test_the_outline_is_compact_and_holds_canada_and_the_united_states():
    file = shipped("resources", "map", "outline.json")
    assert file.stat().st_size < 300_000
    assert "public domain" in file.read_text()
    outline = read_outline()
    assert len(outline.land) > 60
    assert len(outline.lakes) >= 8
    assert all(math.isfinite(part) for ring in (*outline.land, *outline.lakes) for point in ring for part in point)


def test_the_projection_keeps_distances_within_the_country():
    """Montréal to Toronto is 505 km on the great circle; the projection is off by less than a tenth."""
    assert math.dist(projected(45.51, -73.59), projected(43.71, -79.4)) == pytest.approx(505, rel=0.1)
    assert projected(50, -95)[0] == pytest.approx(0)
    assert projected(60, -100)[1] < projected(50, -100)[1]
    assert all(math.isfinite(part) for pole in (-90, 90) for part in projected(pole, 180))


def test_what_is_too_near_is_one_group_around_the_most_important():
    assert clustered([(0, 0), (5, 0), (30, 0), (33, 0), (11, 0)], 10) == [[0, 1], [2, 3], [4]]
    everywhere = [(float(x), float(y)) for x in range(40) for y in range(40)]
    groups = clustered(everywhere, 10)
    assert sorted(index for group in groups for index in group) == list(range(1600))
    middles = [everywhere[group[0]] for group in groups]
    assert all(math.dist(one, two) >= 10 for at, one in enumerate(middles) for two in middles[:at])


def _many(count: int) -> tuple[list[Shipment], dict[tuple[str, str], tuple[float, float]]]:
    table, _ = sample_table()
    places = [Place(one.point.city, one.point.province, one.point.country) for one in table.points]
    size = len(places)
    shipments = [
        _shipment(at, places[at % size], places[at * 7 % size], places[(at * 13 + 1) % size]) for at in range(count)
    ]
    return shipments, positions_of(one.point for one in table.points)


def test_ten_thousand_shipments_are_a_few_dozen_marks_and_none_is_lost():
    shipments, known = _many(10_000)
    found = whereabouts_of(shipments, known)
    places = placed(found)
    marks = marks_of(places, found, 150)
    assert sum(circle.shipments for circle in marks.circles) == 10_000
    assert len(marks.circles) < 60
    assert len(marks.curves) == MOST_LANES
    assert [curve.shipments for curve in marks.curves] == sorted((one.shipments for one in marks.curves), reverse=True)
    closer = marks_of(places, found, 5)
    assert len(closer.circles) > len(marks.circles)
    counted = sum(map(chooser(marks.circles[0].chosen), shipments))
    assert counted == marks.circles[0].shipments
    assert sum(map(chooser(marks.curves[0].chosen), shipments)) == marks.curves[0].shipments


@pytest.fixture
def view(qtbot) -> MapView:
    shipments, known = _many(600)
    made = MapView()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show_outline(read_outline())
    made.show_whereabouts(whereabouts_of(shipments, known))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_keys_zoom_move_and_go_through_the_marks(view: MapView, qtbot):
    whole, middle = view.scale, view.middle
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale == pytest.approx(whole * 1.5)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.middle[0] > middle[0]
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.middle[1] < middle[1]
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.scale == pytest.approx(whole)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (view.scale, view.middle) == (whole, middle)
    opened: list[Chosen] = []
    view.opened.connect(opened.append)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == []
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert "Last seen in" in view.accessibleName()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert "From" in view.accessibleName()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    marks = view.marks.in_order
    assert opened == [marks[0].chosen, marks[-1].chosen]


def test_stepping_to_a_mark_out_of_sight_brings_it_into_sight(view: MapView, qtbot):
    for _ in range(12):
        view.closer()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.rect().contains(view.screen_point(view.marks.circles[0].middle).toPoint())
    for _ in range(30):
        view.farther()
    assert view.scale > 0


def test_the_mouse_drags_zooms_and_opens(view: MapView, qtbot):
    opened: list[Chosen] = []
    view.opened.connect(opened.append)
    circle = view.marks.circles[0]
    where = view.screen_point(circle.middle).toPoint()
    qtbot.mouseMove(view, where)
    qtbot.waitUntil(lambda: "shipment" in view.toolTip(), timeout=20_000)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=where)
    assert opened == [circle.chosen]
    before = view.middle
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 250))
    qtbot.mouseMove(view, QPoint(460, 250))
    qtbot.waitUntil(lambda: view.middle[0] < before[0], timeout=20_000)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(460, 250))
    assert len(opened) == 1
    curve = next(one for one in view.marks.curves)
    middle = view._painter_of().middle_of(curve)
    assert isinstance(view.mark_at(middle), Circle | Curve)
    assert view.mark_at(QPointF(1, 499)) is None


@pytest.mark.parametrize("points", [10, 20])
def test_it_paints_at_every_size_of_letters_and_without_anything(qtbot, points: int):
    made = MapView()
    qtbot.addWidget(made)
    font = QApplication.font()
    font.setPointSize(points)
    made.setFont(font)
    made.resize(200, 150)
    image = made.grab().toImage()
    sea = image.pixelColor(5, 5)
    made.show_outline(read_outline())
    made.fit()
    land = made.grab().toImage()
    assert any(land.pixelColor(x, 75) != sea for x in range(200))
    painter = QPainter(land)
    painter.end()


def _mapped(clerk: Clerk, sample: Sample) -> QTableView:
    clerk.signed_in(sample.english_customer)
    clerk.click("services.shipmentReport")
    clerk.wait(lambda: "Press Enter to open one" in clerk.text("shipmentReport.count"))
    clerk.find("shipmentReport.tabs", QTabWidget).setCurrentIndex(3)
    clerk.wait(lambda: clerk.sees("shipmentReport.places") and clerk.rows("shipmentReport.places") > 0)
    return clerk.find("shipmentReport.places", QTableView)


def test_a_circle_and_a_row_beside_the_map_filter_the_list(clerk: Clerk, sample: Sample):
    table = _mapped(clerk, sample)
    assert not clerk.sees("shipmentReport.mapUndrawn")
    tabs = clerk.find("shipmentReport.tabs", QTabWidget)
    everything = sum(
        int(str(table.model().index(row, 0).data()).replace(",", ""))
        for row in range(table.model().rowCount())
        if str(table.model().index(row, 1).data()).startswith("Last seen")
    )
    view = clerk.find("shipmentReport.map", MapView)
    view.setFocus()
    clerk.press(Qt.Key.Key_PageDown)
    circle = view.marks.in_order[0]
    clerk.press(Qt.Key.Key_Return)
    assert tabs.currentIndex() == 0
    assert clerk.rows("shipmentReport.results") == circle.shipments < everything
    assert clerk.find("shipmentReport.part", QLabel).text().startswith("Last seen in")
    clerk.click("topBar.language")
    assert clerk.find("shipmentReport.part", QLabel).text().startswith("Vus la dernière fois à")
    clerk.click("shipmentReport.showAll")
    assert clerk.rows("shipmentReport.results") == everything
    tabs.setCurrentIndex(3)
    row = next(at for at in range(table.model().rowCount()) if str(table.model().index(at, 1).data()).startswith("De "))
    table.setCurrentIndex(table.model().index(row, 1))
    table.setFocus()
    count = int(str(table.model().index(row, 0).data()))
    clerk.press(Qt.Key.Key_Return)
    assert clerk.rows("shipmentReport.results") == count


def test_the_buttons_zoom_and_lead_back(clerk: Clerk, sample: Sample):
    _mapped(clerk, sample)
    view = clerk.find("shipmentReport.map", MapView)
    whole = view.scale
    clerk.click("shipmentReport.mapCloser")
    clerk.click("shipmentReport.mapCloser")
    clerk.click("shipmentReport.mapFarther")
    assert view.scale == pytest.approx(whole * 1.5)
    clerk.click("shipmentReport.mapWhole")
    assert view.scale == pytest.approx(whole)


def test_after_a_sign_out_the_map_keeps_nothing(clerk: Clerk, sample: Sample):
    table = _mapped(clerk, sample)
    view = clerk.find("shipmentReport.map", MapView)
    clerk.click("accessLogin.signOut")
    clerk.wait(lambda: table.model().rowCount() == 0 and not view.marks.in_order)
