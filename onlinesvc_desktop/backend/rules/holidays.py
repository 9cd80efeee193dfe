# SPDX-License-Identifier: MIT
"""Public holidays of the provinces, the territories and the United States, by rule, for any year.

Sources: employment standards acts of each province and territory; 5 U.S.C. 6103 for the United States, whose federal
holidays stand for every state. The rules are those in force since 2024; earlier years are computed as if they had been.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from onlinesvc_desktop.contract.contact import CANADIAN_PROVINCES, STATES
from onlinesvc_desktop.contract.holiday import Holiday

_MONDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 3, 5, 6


class _Instead(Enum):
    """Which day is off as well when the holiday falls on a weekend."""

    NONE = "none"
    SUNDAY_TO_MONDAY = "sunday_to_monday"
    WEEKEND_TO_MONDAY = "weekend_to_monday"
    SECOND_DAY = "second_day"
    """The day after Christmas: two days later, because Christmas takes the Monday."""
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class _Rule:
    holiday: Holiday
    day: Callable[[int], date]
    where: str
    instead: _Instead = _Instead.NONE


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (the computus of Meeus, Jones and Butcher)."""
    century, of_century = divmod(year, 100)
    moon = year % 19
    leaps, rest = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * moon + century - leaps - shift + 15) % 30
    weekday = (32 + 2 * rest + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (moon + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(ordinal: int, weekday: int, month: int) -> Callable[[int], date]:
    def day(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (ordinal - 1))

    return day


def _good_friday(year: int) -> date:
    return easter(year) - timedelta(days=2)


def _monday_before_25_may(year: int) -> date:
    last = date(year, 5, 24)
    return last - timedelta(days=last.weekday())


def _last_monday_of_may(year: int) -> date:
    last = date(year, 5, 31)
    return last - timedelta(days=last.weekday())


_CANADA = " ".join(CANADIAN_PROVINCES)
_US = "US"
_THIRD_MONDAY_OF_FEBRUARY = _nth(3, _MONDAY, 2)
_FIRST_MONDAY_OF_AUGUST = _nth(1, _MONDAY, 8)
_SECOND_MONDAY_OF_OCTOBER = _nth(2, _MONDAY, 10)

_RULES = (
    _Rule(Holiday.NEW_YEAR, _fixed(1, 1), _CANADA, _Instead.WEEKEND_TO_MONDAY),
    _Rule(Holiday.FAMILY_DAY, _THIRD_MONDAY_OF_FEBRUARY, "AB BC NB ON SK"),
    _Rule(Holiday.LOUIS_RIEL_DAY, _THIRD_MONDAY_OF_FEBRUARY, "MB"),
    _Rule(Holiday.HERITAGE_DAY, _THIRD_MONDAY_OF_FEBRUARY, "NS"),
    _Rule(Holiday.ISLANDER_DAY, _THIRD_MONDAY_OF_FEBRUARY, "PE"),
    _Rule(Holiday.GOOD_FRIDAY, _good_friday, _CANADA),
    _Rule(Holiday.VICTORIA_DAY, _monday_before_25_may, "AB BC MB NT NU ON SK YT"),
    _Rule(Holiday.PATRIOTS_DAY, _monday_before_25_may, "QC"),
    _Rule(Holiday.INDIGENOUS_PEOPLES_DAY, _fixed(6, 21), "NT YT"),
    _Rule(Holiday.NATIONAL_HOLIDAY_OF_QUEBEC, _fixed(6, 24), "QC", _Instead.SUNDAY_TO_MONDAY),
    _Rule(Holiday.CANADA_DAY, _fixed(7, 1), "AB BC QC", _Instead.SUNDAY_TO_MONDAY),
    _Rule(Holiday.CANADA_DAY, _fixed(7, 1), "NL PE SK YT", _Instead.WEEKEND_TO_MONDAY),
    _Rule(Holiday.CANADA_DAY, _fixed(7, 1), "MB NB NS NT NU ON"),
    _Rule(Holiday.NUNAVUT_DAY, _fixed(7, 9), "NU"),
    _Rule(Holiday.CIVIC_HOLIDAY, _FIRST_MONDAY_OF_AUGUST, "BC NB NT NU SK"),
    _Rule(Holiday.DISCOVERY_DAY, _nth(3, _MONDAY, 8), "YT"),
    _Rule(Holiday.LABOUR_DAY, _nth(1, _MONDAY, 9), f"{_CANADA} {_US}"),
    _Rule(Holiday.TRUTH_AND_RECONCILIATION, _fixed(9, 30), "BC MB", _Instead.WEEKEND_TO_MONDAY),
    _Rule(Holiday.TRUTH_AND_RECONCILIATION, _fixed(9, 30), "NT NU PE YT"),
    _Rule(Holiday.THANKSGIVING, _SECOND_MONDAY_OF_OCTOBER, "AB BC MB NT NU ON QC SK YT"),
    _Rule(Holiday.REMEMBRANCE_DAY, _fixed(11, 11), "AB NL NS PE SK YT", _Instead.WEEKEND_TO_MONDAY),
    _Rule(Holiday.REMEMBRANCE_DAY, _fixed(11, 11), "BC NB NT NU"),
    _Rule(Holiday.BOXING_DAY, _fixed(12, 26), "ON", _Instead.SECOND_DAY),
    _Rule(Holiday.CHRISTMAS, _fixed(12, 25), _CANADA, _Instead.WEEKEND_TO_MONDAY),
    _Rule(Holiday.NEW_YEAR, _fixed(1, 1), _US, _Instead.NEAREST),
    _Rule(Holiday.MARTIN_LUTHER_KING, _nth(3, _MONDAY, 1), _US),
    _Rule(Holiday.WASHINGTON, _THIRD_MONDAY_OF_FEBRUARY, _US),
    _Rule(Holiday.US_MEMORIAL_DAY, _last_monday_of_may, _US),
    _Rule(Holiday.JUNETEENTH, _fixed(6, 19), _US, _Instead.NEAREST),
    _Rule(Holiday.INDEPENDENCE_DAY, _fixed(7, 4), _US, _Instead.NEAREST),
    _Rule(Holiday.COLUMBUS_DAY, _SECOND_MONDAY_OF_OCTOBER, _US),
    _Rule(Holiday.VETERANS_DAY, _fixed(11, 11), _US, _Instead.NEAREST),
    _Rule(Holiday.US_THANKSGIVING, _nth(4, _THURSDAY, 11), _US),
    _Rule(Holiday.CHRISTMAS, _fixed(12, 25), _US, _Instead.NEAREST),
)


def _day_instead(day: date, rule: _Instead) -> date | None:
    weekday = day.weekday()
    if weekday < _SATURDAY:
        return None
    match rule:
        case _Instead.NONE:
            return None
        case _Instead.SUNDAY_TO_MONDAY:
            return day + timedelta(days=1) if weekday == _SUNDAY else None
        case _Instead.WEEKEND_TO_MONDAY:
            return day + timedelta(days=7 - weekday)
        case _Instead.SECOND_DAY:
            return day + timedelta(days=2)
        case _Instead.NEAREST:  # pragma: no branch
            return day + timedelta(days=1 if weekday == _SUNDAY else -1)


@lru_cache(maxsize=1_000)
def _of(year: int, place: str) -> dict[date, Holiday]:
    """Return the holidays whose rule belongs to a year; a day instead may fall into the year before."""
    found = dict[date, Holiday]()
    for rule in _RULES:
        if place in rule.where.split():
            day = rule.day(year)
            found[day] = rule.holiday
            if (instead := _day_instead(day, rule.instead)) is not None:
                found.setdefault(instead, rule.holiday)
    return found


def holiday_on(day: date, province: str) -> Holiday | None:
    """Return the public holiday of a day in a province, territory or state, days off instead of a weekend among them.

    An unknown province has none.
    """
    place = _US if province in STATES else province
    found = _of(day.year, place).get(day)
    if found is None and day.month == 12 and day.day == 31 and day.year < date.max.year:
        return _of(day.year + 1, place).get(day)
    return found
