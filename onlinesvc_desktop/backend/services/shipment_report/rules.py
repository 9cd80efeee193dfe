# SPDX-License-Identifier: MIT
"""When a scheduled report goes out."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from onlinesvc_desktop.contract.shipment_report import ReportFrequency


def next_run(frequency: ReportFrequency, weekday: int, at: str, zone: ZoneInfo, after: datetime) -> datetime:
    """Return the first moment after ``after``, in UTC, at a wall-clock time of a zone; 1 is Monday.

    A time that summer time skips counts as it would have been; one that occurs twice counts the first time.
    """
    hour, minute = map(int, at.split(":"))
    local = after.astimezone(zone)
    day = local.date()
    while True:
        moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone).astimezone(UTC)
        wanted = frequency is ReportFrequency.DAILY or day.isoweekday() == weekday
        if wanted and moment > after:
            return moment
        day += timedelta(days=1)
