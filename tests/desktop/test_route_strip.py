# SPDX-License-Identifier: MIT
"""The route of a shipment: its stops out of the history, and the strip as seen, read and used by keyboard."""

from datetime import date, datetime, timedelta, timezone

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QTableView

from onlinesvc_desktop.contract.shipment import Event, Place, Shipment
from onlinesvc_desktop.desktop.services.tracing.route import MOST_STOPS, StopKind, route_of
from onlinesvc_desktop.desktop.services.tracing.route_strip import RouteStrip
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample

_START = datetime(2026, 11, 2, 8, 0, tzinfo=timezone(timedelta(hours=-5)))


def _event(hour: int, code: str, city: str, province: str = "QC", terminal: str = "") -> Event:
    moment = _START + timedelta(hours=hour)
    return Event(hour, code, "NS", moment, moment, city, province, "CA", terminal)


def _shipment(*events: Event, origin: str = "Alma", destination: str = "Laval") -> Shipment:
    return Shipment(
        "700000013",
        events[-1],
        Place(origin, "QC", "CA"),
        Place(destination, "QC", "CA"),
        estimated_delivery=date(2026, 11, 6),
        events=events,
    )


def _stops(shipment: Shipment) -> list[tuple[str, str]]:
    return [(stop.kind.value, stop.place.city) for stop in route_of(shipment).stops]


def test_the_stays_at_each_place_are_one_stop_with_its_times():
    shipment = _shipment(
        _event(0, "AF", "Alma"),
        _event(4, "X4", "Québec", terminal="QUE"),
        _event(9, "P1", "QUEBEC"),
        _event(12, "X4", "Montréal"),
    )
    route = route_of(shipment)
    assert _stops(shipment) == [("origin", "Alma"), ("passed", "Québec"), ("here", "Montréal"), ("destination", "Laval")]
    passed = route.stops[1]
    assert (passed.terminal, passed.first, passed.last) == ("QUE", _START + timedelta(hours=4), _START + timedelta(hours=9))
    assert route.here == 2
    assert route.stops[3].first is None


def test_an_estimate_is_no_place_and_an_event_without_one_happened_where_the_shipment_was():
    shipment = _shipment(_event(0, "AF", "Alma"), _event(1, "AG", "Laval"), _event(3, "A3", ""))
    assert _stops(shipment) == [("origin", "Alma"), ("destination", "Laval")]
    assert route_of(shipment).stops[0].last == _START + timedelta(hours=3)


def test_a_shipment_nobody_reported_from_its_origin_still_begins_there():
    assert _stops(_shipment(_event(5, "P1", "Lévis")))[:2] == [("origin", "Alma"), ("here", "Lévis")]


def test_a_delivery_in_the_town_of_the_origin_has_both_ends():
    shipment = _shipment(_event(0, "AF", "Alma"), _event(6, "D1", "Alma"), destination="Alma")
    assert _stops(shipment) == [("origin", "Alma"), ("destination", "Alma")]
    assert route_of(shipment).here == 1
    alone = _shipment(_event(6, "D1", "Alma"), destination="Alma")
    assert route_of(alone).here == 1


def test_a_list_without_history_shows_the_latest_status():
    shipment = msgspec.structs.replace(_shipment(_event(5, "P1", "Lévis")), events=msgspec.UNSET)
    assert _stops(shipment) == [("origin", "Alma"), ("here", "Lévis"), ("destination", "Laval")]


def test_the_latest_status_is_where_it_is_though_an_older_event_came_in_later():
    latest = _event(9, "X4", "Lévis")
    shipment = msgspec.structs.replace(_shipment(_event(0, "AF", "Alma"), latest, _event(4, "P1", "Québec")), status=latest)
    assert _stops(shipment)[-2] == ("here", "Lévis")


def test_of_a_long_way_the_last_stops_are_kept_and_the_others_counted():
    shipment = _shipment(_event(0, "AF", "Alma"), *(_event(at, "P1", f"Town {at}") for at in range(1, 40)))
    route = route_of(shipment)
    assert len(route.stops) == MOST_STOPS
    assert route.stops[0].kind is StopKind.ORIGIN
    assert route.stops[-2].place.city == "Town 39"
    assert route.left_out == 41 - MOST_STOPS
    assert route.stops[route.here].place.city == "Town 39"


def _strip(clerk: Clerk, number: str) -> RouteStrip:
    clerk.trace(number)
    shown = number[:3] + "\N{NO-BREAK SPACE}" + number[3:6]
    clerk.wait(lambda: clerk.sees("tracing.route") and shown in clerk.text("tracing.shipmentNumber"))
    return clerk.find("tracing.route", RouteStrip)


def test_the_arrow_keys_go_from_stop_to_stop_and_a_reader_hears_each(clerk: Clerk, sample: Sample):
    strip = _strip(clerk, sample.numbers[40])
    route = strip.route
    assert route is not None
    assert len(route.stops) > 2
    strip.setFocus()
    assert strip.accessibleName() == strip.stop_words(route.stops[route.here])
    clerk.press(Qt.Key.Key_Home)
    assert strip.accessibleName().startswith(f"Origin: {route.stops[0].place.city}")
    clerk.press(Qt.Key.Key_Right)
    assert strip.accessibleName().startswith(f"Passed: {route.stops[1].place.city}")
    clerk.press(Qt.Key.Key_Left)
    clerk.press(Qt.Key.Key_Left)
    assert strip.accessibleName().startswith("Origin")
    clerk.press(Qt.Key.Key_End)
    assert strip.accessibleName().startswith("Destination, delivered")
    assert strip.accessibleDescription().splitlines() == [strip.stop_words(stop) for stop in route.stops]
    clerk.bot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert strip.accessibleName().startswith("Origin")
    clerk.bot.mouseMove(strip, QPoint(24, 24))
    clerk.wait(lambda: strip.toolTip() == strip.accessibleName())
    clerk.click("topBar.language")
    assert strip.accessibleName().startswith(f"Origine\N{NO-BREAK SPACE}: {route.stops[0].place.city}")


def test_a_shipment_that_left_a_place_is_not_said_to_be_there(clerk: Clerk, sample: Sample):
    strip = _strip(clerk, sample.numbers[40])
    for code, city, words in (
        ("X3", "Alma", "Origin, here now: Alma"),
        ("P1", "Alma", "Origin, left: Alma"),
        ("AF", "Alma", "Origin, left: Alma"),
        ("X4", "Lévis", "Here now: Lévis"),
        ("P1", "Lévis", "Last seen here: Lévis"),
        ("X4", "Laval", "Destination, here now: Laval"),
    ):
        strip.take(_shipment(_event(0, "XB", "Alma"), _event(4, code, city)))
        strip.retranslate_ui()
        assert strip.route is not None
        assert strip.stop_words(strip.route.stops[strip.route.here]).startswith(words)


def test_the_day_expected_stands_at_a_destination_not_yet_reached(clerk: Clerk, sample: Sample):
    strip = _strip(clerk, sample.numbers[-2])
    assert strip.accessibleDescription().splitlines()[-1].count("Estimated") == 1


@pytest.mark.parametrize("points", [10, 20])
def test_where_there_is_no_room_the_stops_stand_one_below_the_other(clerk: Clerk, sample: Sample, points: int):
    strip = _strip(clerk, sample.numbers[40])
    font = QApplication.font()
    font.setPointSize(points)
    strip.setFont(font)
    wide = 60 * strip.fontMetrics().averageCharWidth() * 2
    narrow = 30 * strip.fontMetrics().averageCharWidth()
    assert strip.heightForWidth(narrow) > 2 * strip.heightForWidth(wide)
    assert strip.minimumSizeHint().width() <= narrow
    for one in strip._placed(narrow):
        assert all(where.right() <= narrow for where, _ in one.lines)
    assert clerk.find("tracing.history", QTableView)
