# SPDX-License-Identifier: MIT
"""Pickup and delivery days (shipping.md 5 and 10)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.backend.rules.transit import (
    EARLIEST,
    LATEST,
    ServedPoint,
    closed_on,
    next_pickup,
    transit_time,
)
from onlinesvc_desktop.contract.holiday import Holiday
from onlinesvc_desktop.contract.transit_times import ClosedDay, ClosedReason, End, ServiceKind, TransitTime, Weekday
from tests.transit_times.sample_table import sample_table

TABLE, _ = sample_table()
LONG_BEFORE = datetime(1999, 1, 1, tzinfo=UTC)
POINTS = st.sampled_from(TABLE.points)


def _served(text: str) -> ServedPoint:
    found = TABLE.find(text)
    assert found is not None
    return found


def _asked(origin: str, destination: str, ship_date: str, now: datetime = LONG_BEFORE) -> TransitTime:
    one, other = _served(origin), _served(destination)
    return transit_time(one, other, TABLE.days_between(one, other), date.fromisoformat(ship_date), now)


def _closed(answer: TransitTime) -> list[tuple[str, ClosedReason, End]]:
    return [(day.date.isoformat(), day.reason, day.at) for day in answer.closed_days]


def test_the_national_holiday_of_quebec_counts_at_the_quebec_end_alone():
    out = _asked("G5L 1A1", "M5V 2T6", "2027-06-22")
    assert (out.service_days, out.delivery_date, out.closed_days) == (3, date(2027, 6, 25), ())
    home = _asked("Toronto, ON", "Rimouski, QC", "2027-06-22")
    assert _closed(home) == [
        ("2027-06-24", ClosedReason.HOLIDAY, End.DESTINATION),
        ("2027-06-26", ClosedReason.WEEKEND, End.DESTINATION),
        ("2027-06-27", ClosedReason.WEEKEND, End.DESTINATION),
    ]
    assert home.delivery_date == date(2027, 6, 28)
    assert home.closed_days[0].holiday is Holiday.NATIONAL_HOLIDAY_OF_QUEBEC


def test_three_days_from_a_wednesday_end_on_a_monday():
    answer = _asked("Rimouski", "Toronto", "2027-03-03")
    assert (answer.service_days, answer.delivery_date) == (3, date(2027, 3, 8))


def test_goods_ready_on_a_closed_day_are_picked_up_on_the_next_open_one():
    answer = _asked("Rimouski", "Québec", "2027-06-24")
    assert answer.pickup_date == date(2027, 6, 25)
    assert (answer.closed_days[0].reason, answer.closed_days[0].at) == (ClosedReason.HOLIDAY, End.ORIGIN)


def test_a_place_served_on_some_days_waits_for_them():
    answer = _asked("Montréal", "Gaspé", "2027-03-01")  # Gaspé is served on Tuesdays and Fridays
    assert answer.delivery_date.weekday() in (1, 4)
    assert (ClosedReason.NOT_SERVED, End.DESTINATION) in [(day.reason, day.at) for day in answer.closed_days]


@pytest.mark.parametrize(
    ("minute", "after", "pickup"),
    [("14:29", False, "2027-03-03"), ("14:30", False, "2027-03-03"), ("14:31", True, "2027-03-04")],
)
def test_the_cutoff_is_halifax_time_wherever_one_asks_from(minute: str, after: bool, pickup: str):
    now = datetime.fromisoformat(f"2027-03-03T{minute}:00").replace(tzinfo=ZoneInfo("America/Halifax"))
    answer = _asked("Halifax, NS", "Montréal", "2027-03-03", now.astimezone(ZoneInfo("America/Vancouver")))
    assert (answer.after_cutoff, answer.pickup_date) == (after, date.fromisoformat(pickup))
    assert (answer.cutoff, answer.time_zone) == ("14:30", "America/Halifax")
    assert next_pickup(answer.origin, answer.ship_date, now) == answer.pickup_date


def test_a_cutoff_of_friday_rolls_over_the_weekend_and_a_holiday():
    now = datetime(2027, 5, 21, 18, tzinfo=ZoneInfo("America/Toronto"))
    answer = _asked("Montréal", "Toronto", "2027-05-21", now)
    assert answer.pickup_date == date(2027, 5, 25)
    assert [day.holiday for day in answer.closed_days if day.reason is ClosedReason.HOLIDAY] == [Holiday.PATRIOTS_DAY]


def test_a_past_ship_date_is_answered_as_it_was():
    now = datetime(2027, 5, 21, 23, tzinfo=UTC)
    assert not _asked("Montréal", "Toronto", "2027-05-20", now).after_cutoff


def test_one_partner_makes_it_interline():
    assert _asked("Montréal", "Toronto", "2027-03-03").service is ServiceKind.DIRECT
    assert _asked("Montréal", "Winnipeg", "2027-03-03").service is ServiceKind.INTERLINE
    assert _asked("Sept-Îles", "Montréal", "2027-03-03").service is ServiceKind.INTERLINE


@given(POINTS, POINTS, st.dates(EARLIEST, LATEST))
def test_pickup_and_delivery_are_open_and_served_and_every_other_day_is_counted_or_named(
    origin: ServedPoint, destination: ServedPoint, ship_date: date
):
    answer = transit_time(origin, destination, TABLE.days_between(origin, destination), ship_date, LONG_BEFORE)
    assert closed_on(answer.pickup_date, origin.point, End.ORIGIN) is None
    assert closed_on(answer.delivery_date, destination.point, End.DESTINATION) is None
    for day, point in ((answer.pickup_date, origin.point), (answer.delivery_date, destination.point)):
        assert list(Weekday)[day.weekday()] in point.service_days
    named = [day.date for day in answer.closed_days]
    assert named == sorted(set(named))
    span = (answer.delivery_date - ship_date).days
    assert span == len(named) + answer.service_days


@given(POINTS, st.dates(EARLIEST, LATEST), st.integers(0, 24 * 60 - 1))
def test_the_next_pickup_is_never_before_the_day_asked_nor_more_than_eleven_days_later(
    point: ServedPoint, ship_date: date, minute: int
):
    now = datetime(ship_date.year, ship_date.month, ship_date.day, tzinfo=ZoneInfo(point.point.time_zone))
    found = next_pickup(point.point, ship_date, now + timedelta(minutes=minute))
    assert timedelta() <= found - ship_date <= timedelta(days=11)


def test_a_weekend_is_a_weekend_even_on_a_holiday():
    assert closed_on(date(2028, 7, 1), _served("Montréal").point, End.ORIGIN) == ClosedDay(
        date(2028, 7, 1), ClosedReason.WEEKEND, End.ORIGIN
    )
