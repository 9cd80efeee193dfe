# SPDX-License-Identifier: MIT
"""When a statement goes out by e-mail."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from onlinesvc_desktop.contract.statement_mail import StatementFrequency, StatementSchedule


def next_statement(schedule: StatementSchedule, zone: ZoneInfo, after: datetime) -> datetime:
    """Return the first moment after ``after``, in UTC, that a schedule names by the clock of a zone.

    A day that a month does not have is its last one. A time that summer time skips counts as it would have been; one that
    occurs twice counts the first time.
    """
    at, day = time.fromisoformat(schedule.at), after.astimezone(zone).date()
    while True:
        moment = datetime.combine(day, at, zone).astimezone(UTC)
        if _is_wanted(schedule, day) and moment > after:
            return moment
        day += timedelta(days=1)


def _is_wanted(schedule: StatementSchedule, day: date) -> bool:
    match schedule.frequency:
        case StatementFrequency.WEEKLY:
            return day.isoweekday() == schedule.weekday
        case StatementFrequency.MONTHLY:
            return day.day == min(schedule.day, monthrange(day.year, day.month)[1])
        case _:
            assert_never(schedule.frequency)
