# SPDX-License-Identifier: MIT
"""Which days a recurring pickup falls on, what a holiday makes of one, and when it is to be made."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import UNSET

from onlinesvc_desktop.backend.rules.pickup import last_moment
from onlinesvc_desktop.backend.rules.transit import closed_on, unserved_on
from onlinesvc_desktop.contract.recurring_pickups import OnClosedDay, Outcome, RecurringRequest
from onlinesvc_desktop.contract.transit_times import End, Point, Weekday

_DAY: Final = timedelta(days=1)
_LEAD: Final = timedelta(days=1)
_FURTHEST: Final = 14
"""Days that a pickup may be moved by; holidays lie no closer together."""
_WEEK: Final = tuple(Weekday)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of a day: with ``made``, on which day the goods are picked up."""

    outcome: Outcome
    pickup_date: date


def falls_on(request: RecurringRequest, day: date) -> bool:
    """Tell whether a recurring pickup falls on a day."""
    is_over = request.ends_on is not UNSET and day > request.ends_on
    return (
        not is_over and day >= request.starts_on and day.weekday() < len(_WEEK) and _WEEK[day.weekday()] in request.weekdays
    )


def next_falling(request: RecurringRequest, since: date) -> date | None:
    """Return the first day from ``since`` on that it falls on, None when it is over."""
    day = max(since, request.starts_on)
    return next((one for one in (day + _DAY * step for step in range(7)) if falls_on(request, one)), None)


def plan(request: RecurringRequest, day: date, point: Point) -> Plan:
    """Return what is to become of a day that it falls on."""
    if day in request.skipped_days:
        return Plan(Outcome.SKIPPED, day)
    if closed_on(day, point, End.ORIGIN) is None:
        served = unserved_on(day, point, End.ORIGIN) is None
        return Plan(Outcome.MADE if served else Outcome.NOT_SERVED, day)
    match request.on_closed_day:
        case OnClosedDay.SKIP:
            return Plan(Outcome.HOLIDAY, day)
        case OnClosedDay.BEFORE:
            step = -_DAY
        case OnClosedDay.AFTER:  # pragma: no branch
            step = _DAY
    for distance in range(1, _FURTHEST):
        moved = day + step * distance
        if unserved_on(moved, point, End.ORIGIN) is None:
            return Plan(Outcome.HOLIDAY, day) if falls_on(request, moved) else Plan(Outcome.MADE, moved)
    return Plan(Outcome.HOLIDAY, day)


def due_at(planned: Plan, day: date, point: Point) -> datetime:
    """Return when a day is dealt with, in UTC: as the day before the pickup begins at its place."""
    eve = min(day, planned.pickup_date) - _LEAD
    return datetime.combine(eve, time(), ZoneInfo(point.time_zone)).astimezone(UTC)


def is_too_late(request: RecurringRequest, planned: Plan, point: Point, now: datetime) -> bool:
    """Tell whether the pickup of a plan can no longer be asked for."""
    return now > last_moment(planned.pickup_date, request.close_time, point)
