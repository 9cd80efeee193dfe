# SPDX-License-Identifier: MIT
"""What a report adds up to."""

from datetime import UTC, date, datetime, timedelta

from msgspec import UNSET

from onlinesvc_desktop.contract.report_figures import Group, Part, figures_of, is_in_part, transit_days
from onlinesvc_desktop.contract.shipment import Event, Place, Shipment

BOOKED = datetime(2026, 11, 2, 15, 0, tzinfo=UTC)
ALMA, LAVAL, OTTAWA = Place("Alma", "QC", "CA"), Place("Laval", "QC", "CA"), Place("Ottawa", "ON", "CA")


def shipment(code: str, days: int, estimate: int | None, to: Place = LAVAL) -> Shipment:
    at = BOOKED + timedelta(days=days)
    status = Event(3, code, "NS", at, at, to.city, to.province, "CA")
    estimated = UNSET if estimate is None else BOOKED.date() + timedelta(days=estimate)
    return Shipment("123456789", status, ALMA, to, 1, "1.0", estimated_delivery=estimated, booked_at=BOOKED)


def test_shares_days_weeks_and_lanes():
    shipments = [
        shipment("D1", 2, 2),
        shipment("D1", 4, 3),
        shipment("D1", 9, None, OTTAWA),
        shipment("X4", 1, 2),
        shipment("CA", 1, 2),
    ]
    figures = figures_of(shipments, date(2026, 11, 20))
    total = figures.total
    assert (total.shipments, total.delivered, total.on_time, total.mean_days) == (5, 3, 2, 5.0)
    assert round(total.on_time_percent, 1) == 66.7
    assert figures.late == 1
    assert [(week.name, week.delivered) for week in figures.weeks] == [("2026-11-02", 2), ("2026-11-09", 1)]
    assert [(lane.name, lane.shipments) for lane in figures.lanes] == [
        ("QC\N{RIGHTWARDS ARROW}QC", 4),
        ("QC\N{RIGHTWARDS ARROW}ON", 1),
    ]
    assert transit_days(shipments[3]) is None


def test_each_figure_has_its_shipments():
    today = date(2026, 11, 20)
    shipments = [shipment("D1", 2, 2), shipment("D1", 4, 3), shipment("D1", 9, None, OTTAWA), shipment("X4", 1, 2)]
    figures = figures_of(shipments, today)
    total = figures.total
    expected = {
        Part(Group.ALL): total.shipments,
        Part(Group.DELIVERED): total.delivered,
        Part(Group.ON_TIME): total.on_time,
        Part(Group.LATE): figures.late,
        **{Part(Group.WEEK, week.name): week.shipments for week in figures.weeks},
        **{Part(Group.LANE, lane.name): lane.shipments for lane in figures.lanes},
    }
    counted = {part: sum(is_in_part(part, one, today) for one in shipments) for part in expected}
    assert counted == expected
    assert len(expected) == 8
    assert all(expected.values())


def test_nothing_adds_up_to_nothing():
    figures = figures_of([], date(2026, 11, 20))
    assert (figures.total.on_time_percent, figures.total.mean_days, figures.weeks, figures.lanes) == (0.0, 0.0, (), ())
