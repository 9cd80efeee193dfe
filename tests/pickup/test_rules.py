# SPDX-License-Identifier: MIT
"""Which day a pickup can be made on: cut-offs, closed days, clocks that are set, recurring days."""

from datetime import date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.backend.rules.pickup import instant_of, is_stale, last_moment, next_day, refusals
from onlinesvc_desktop.backend.rules.recurring_pickup import due_at, falls_on, is_too_late, next_falling, plan
from onlinesvc_desktop.backend.rules.transit import unserved_on
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.pickup import PickupRequest
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.recurring_pickups import OnClosedDay, Outcome, RecurringRequest
from onlinesvc_desktop.contract.transit_times import End, Point
from tests.pickup.samples import HALIFAX, MONTREAL, at, body
from tests.transit_times.sample_table import sample_table

MONDAY = date(2027, 6, 21)


def _point(city: str) -> Point:
    table, _ = sample_table()
    served = table.find(city)
    assert served is not None
    return served.point


def _request(day: date | str, **changed: Any) -> PickupRequest:
    return msgspec.convert(body(pickup_date=str(day), **changed), PickupRequest)


def _refused(city: str, day: date, now: datetime, **changed: Any) -> list[FieldProblem]:
    return list(refusals(_request(day, **changed), _point(city), now))


def test_a_pickup_of_today_is_taken_until_the_cutoff_of_its_place():
    assert _refused("Halifax", MONDAY, at(HALIFAX, MONDAY, "14:30")) == []
    (late,) = _refused("Halifax", MONDAY, at(HALIFAX, MONDAY, "14:31"))
    assert (late.pointer, late.code, late.params["next_date"]) == ("/pickup_date", "after_cutoff", "2027-06-22")
    assert (late.params["cutoff"], late.params["time_zone"]) == ("14:30", HALIFAX)


def test_the_clerks_own_clock_says_nothing():
    """At 15:10 in Halifax it is 14:10 in Montréal, before its own cut-off (shipping.md 10, 10)."""
    now = at(HALIFAX, MONDAY, "15:10")
    assert [one.code for one in _refused("Halifax", MONDAY, now)] == ["after_cutoff"]
    assert _refused("Rimouski", MONDAY, now) == []


def test_a_place_that_closes_early_is_asked_for_two_hours_before():
    assert _refused("Rimouski", MONDAY, at(MONTREAL, MONDAY, "10:00"), ready_time="08:00", close_time="12:00") == []
    (late,) = _refused("Rimouski", MONDAY, at(MONTREAL, MONDAY, "10:01"), ready_time="08:00", close_time="12:00")
    assert late.code == "after_cutoff"


@pytest.mark.parametrize(
    ("city", "day", "code", "following"),
    [
        ("Rimouski", date(2027, 6, 24), "closed_day", "2027-06-25"),
        ("Halifax", date(2027, 6, 24), None, None),
        ("Halifax", date(2027, 6, 26), "closed_day", "2027-06-28"),
        ("Rimouski", date(2027, 6, 20), "after_cutoff", "2027-06-21"),
        ("New Glasgow", date(2027, 6, 22), "not_served", "2027-06-23"),
        ("Rimouski", date(2028, 2, 29), None, None),
    ],
)
def test_every_refusal_of_a_day_names_the_next_possible_one(city: str, day: date, code: str | None, following: str | None):
    found = _refused(city, day, at(MONTREAL, MONDAY, "09:00"))
    assert [(one.code, one.params["next_date"]) for one in found] == ([] if code is None else [(code, following)])


def test_a_holiday_is_named():
    (closed,) = _refused("Rimouski", date(2027, 6, 24), at(MONTREAL, MONDAY, "09:00"))
    assert closed.params["holiday"] == "national_holiday_of_quebec"


def test_a_day_more_than_a_year_away_is_none():
    (found,) = _refused("Rimouski", MONDAY + timedelta(days=367), at(MONTREAL, MONDAY, "09:00"))
    assert (found.pointer, found.code) == ("/pickup_date", "malformed")


@pytest.mark.parametrize(
    ("ready", "close", "wrong"),
    [
        ("15:30", "16:30", True),
        ("10:00", "12:00", False),
        ("10:00", "11:59", True),
        ("22:00", "02:00", True),
        ("17:00", "17:00", True),
        ("21:59", "23:59", False),
    ],
)
def test_a_window_has_two_hours_and_ends_on_its_day(ready: str, close: str, wrong: bool):
    _, problems = checked(PickupRequest, body(pickup_date=str(MONDAY), ready_time=ready, close_time=close))
    assert [(one.pointer, one.code) for one in problems] == ([("/close_time", "window_too_short")] if wrong else [])


def test_an_hour_that_the_clock_skips_is_no_time_and_one_that_it_repeats_is_the_first():
    spring, autumn = date(2027, 3, 14), date(2027, 11, 7)
    assert instant_of(spring, "02:30", MONTREAL) is None
    assert instant_of(spring, "03:00", MONTREAL) == at(MONTREAL, spring, "03:00")
    first = instant_of(autumn, "01:30", MONTREAL)
    assert first is not None
    assert first.hour == 5
    friday = at(MONTREAL, spring - timedelta(days=2), "09:00")
    assert ("/ready_time", "time_skipped") in [
        (one.pointer, one.code) for one in _refused("Rimouski", spring, friday, ready_time="02:30", close_time="05:00")
    ]


def test_an_hour_that_the_clock_repeats_is_taken():
    autumn = date(2027, 11, 7)
    friday = at(MONTREAL, autumn - timedelta(days=2), "09:00")
    codes = [one.code for one in _refused("Rimouski", autumn, friday, ready_time="01:30", close_time="03:30")]
    assert codes == ["closed_day"]  # the Sunday alone is wrong


def test_two_hours_are_hours_that_pass_in_the_night_when_the_clock_is_set():
    spring = date(2027, 3, 14)
    friday = at(MONTREAL, spring - timedelta(days=2), "09:00")
    codes = [one.code for one in _refused("Rimouski", spring, friday, ready_time="01:00", close_time="03:30")]
    assert codes == ["window_too_short", "closed_day"]


def test_29_february_exists_in_leap_years_alone():
    with pytest.raises(msgspec.ValidationError):
        _request("2027-02-29")
    assert _request("2028-02-29").pickup_date == date(2028, 2, 29)


@given(
    st.sampled_from([served.point for served in sample_table()[0].points]),
    st.dates(date(2026, 1, 1), date(2029, 12, 31)),
    st.integers(0, 24 * 60 * 30),
)
def test_the_next_day_is_always_taken(point: Point, day: date, minutes: int):
    now = at(point.time_zone, day, "00:00") + timedelta(minutes=minutes)
    following = next_day(day, "17:00", point, now)
    assert following >= day
    assert unserved_on(following, point, End.ORIGIN) is None
    assert now <= last_moment(following, "17:00", point)
    assert list(refusals(_request(following), point, now)) == []


def test_a_pickup_whose_ready_time_is_over_is_stale_by_the_places_clock():
    now = at(HALIFAX, MONDAY, "10:01")
    assert is_stale(MONDAY, "10:00", HALIFAX, now)
    assert not is_stale(MONDAY, "10:00", MONTREAL, now)


def _recurring(**changed: Any) -> RecurringRequest:
    plain = body("Rimouski", weekdays=["mon", "thu"], starts_on="2027-06-01") | changed
    return msgspec.convert(plain, RecurringRequest)


def test_a_recurring_pickup_falls_on_its_days_from_the_first_to_the_last():
    request = _recurring(ends_on="2027-06-10")
    days = [day for day in (date(2027, 5, 28) + timedelta(days=n) for n in range(20)) if falls_on(request, day)]
    assert [day.isoformat() for day in days] == ["2027-06-03", "2027-06-07", "2027-06-10"]
    assert next_falling(request, date(2027, 6, 4)) == date(2027, 6, 7)
    assert next_falling(request, date(2027, 6, 11)) is None


@pytest.mark.parametrize(
    ("on_closed_day", "outcome", "day"),
    [
        (OnClosedDay.SKIP, Outcome.HOLIDAY, "2027-06-24"),
        (OnClosedDay.BEFORE, Outcome.MADE, "2027-06-23"),
        (OnClosedDay.AFTER, Outcome.MADE, "2027-06-25"),
    ],
)
def test_a_holiday_is_left_out_or_moved(on_closed_day: OnClosedDay, outcome: Outcome, day: str):
    planned = plan(_recurring(on_closed_day=on_closed_day), date(2027, 6, 24), _point("Rimouski"))
    assert (planned.outcome, planned.pickup_date.isoformat()) == (outcome, day)


def test_a_holiday_is_not_moved_onto_another_of_its_days():
    request = _recurring(on_closed_day="before", weekdays=["wed", "thu"])
    assert plan(request, date(2027, 6, 24), _point("Rimouski")).outcome is Outcome.HOLIDAY


def test_a_day_that_was_taken_out_and_one_that_no_truck_comes_on_are_told_apart():
    request = _recurring(skipped_days=["2027-06-07"], weekdays=["mon", "tue"])
    assert plan(request, date(2027, 6, 7), _point("Rimouski")).outcome is Outcome.SKIPPED
    assert plan(request, date(2027, 6, 8), _point("New Glasgow")).outcome is Outcome.NOT_SERVED


def test_a_day_is_due_as_the_day_before_its_pickup_begins_there():
    point = _point("Rimouski")
    moved = plan(_recurring(on_closed_day="before"), date(2027, 6, 24), point)
    assert due_at(moved, date(2027, 6, 24), point) == at(MONTREAL, date(2027, 6, 22), "00:00")


def test_a_holiday_where_no_day_is_served_moves_to_none():
    nowhere = msgspec.structs.replace(_point("Rimouski"), service_days=())
    found = plan(_recurring(on_closed_day="after", weekdays=["thu"]), date(2027, 6, 24), nowhere)
    assert (found.outcome, found.pickup_date) == (Outcome.HOLIDAY, date(2027, 6, 24))


def test_a_planned_pickup_is_too_late_once_its_place_takes_none():
    request, point = _recurring(), _point("Rimouski")
    planned = plan(request, date(2027, 6, 7), point)
    last = last_moment(planned.pickup_date, request.close_time, point)
    assert not is_too_late(request, planned, point, last)
    assert is_too_late(request, planned, point, last + timedelta(seconds=1))
