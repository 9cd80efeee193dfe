# SPDX-License-Identifier: MIT
"""Our holidays by rule against an independent calendar."""

from datetime import date, timedelta

import holidays
import pytest
from dateutil.easter import easter as independent_easter

from onlinesvc_desktop.backend.rules.holidays import easter, holiday_on
from onlinesvc_desktop.contract.contact import CANADIAN_PROVINCES
from onlinesvc_desktop.contract.holiday import Holiday

YEARS = range(2024, 2101)


def _days_of(years: range) -> list[date]:
    first, last = date(years.start, 1, 1), date(years.stop - 1, 12, 30)
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


@pytest.mark.parametrize("province", [*CANADIAN_PROVINCES, "NY"])
def test_every_day_of_this_century_is_a_holiday_exactly_when_the_independent_calendar_says_so(province: str):
    country, part = ("US", None) if province == "NY" else ("CA", province)
    calendar = holidays.country_holidays(country, subdiv=part, years=YEARS)
    ours = {day for day in _days_of(YEARS) if holiday_on(day, province) is not None}
    assert ours == {day for day in calendar if day <= date(YEARS.stop - 1, 12, 30)}
    assert len(ours) > 5 * len(YEARS)


@pytest.mark.parametrize(
    ("day", "province", "holiday"),
    [
        ("2027-06-24", "QC", Holiday.NATIONAL_HOLIDAY_OF_QUEBEC),
        ("2027-06-24", "ON", None),
        ("2029-06-25", "QC", Holiday.NATIONAL_HOLIDAY_OF_QUEBEC),
        ("2027-12-31", "OH", Holiday.NEW_YEAR),
        ("2027-12-31", "ON", None),
        ("2028-01-03", "ON", Holiday.NEW_YEAR),
        ("2027-12-28", "ON", Holiday.BOXING_DAY),
        ("2027-05-24", "QC", Holiday.PATRIOTS_DAY),
        ("2026-11-26", "VT", Holiday.US_THANKSGIVING),
        ("2026-11-26", "XX", None),
        ("9999-12-31", "ON", None),
    ],
)
def test_named_days(day: str, province: str, holiday: Holiday | None):
    assert holiday_on(date.fromisoformat(day), province) is holiday


def test_easter_is_that_of_an_independent_reckoning():
    assert [easter(year) for year in range(1583, 4100)] == [independent_easter(year) for year in range(1583, 4100)]


def test_easter_moves_from_22_march_to_25_april():
    days = {(found.month, found.day) for year in range(1583, 3000) if (found := easter(year)).weekday() == 6}
    assert (min(days), max(days)) == ((3, 22), (4, 25))


def test_a_later_servers_holiday_is_taken_for_another_one():
    assert Holiday("launch_day") is Holiday.OTHER
