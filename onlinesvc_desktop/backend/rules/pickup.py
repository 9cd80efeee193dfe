# SPDX-License-Identifier: MIT
"""Whether a pickup can be made on a day, and which day is the next one that can.

Rules (shipping.md 4): the window has two hours at least; whoever asks for today asks before the cut-off, and two hours
before the place closes; nothing is picked up on a closed day. All of it by the clock of the pickup place, and two hours are
two hours also in the night in which the clock is set.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import UNSET

from onlinesvc_desktop.backend.rules.transit import unserved_on
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.pickup import MOST_DAYS_AHEAD, SHORTEST_WINDOW_HOURS, PickupRequest
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.transit_times import ClosedReason, End, Point

SHORTEST_WINDOW: Final = timedelta(hours=SHORTEST_WINDOW_HOURS)
_DAY: Final = timedelta(days=1)


def instant_of(day: date, wall_time: str, zone: str) -> datetime | None:
    """Return the instant of a wall-clock time, the earlier of two; None for one that the clock skips."""
    local = datetime.combine(day, time.fromisoformat(wall_time), ZoneInfo(zone))
    instant = local.astimezone(UTC)
    return instant if instant.astimezone(ZoneInfo(zone)).replace(fold=0) == local else None


def today_at(zone: str, now: datetime) -> date:
    """Return which day it is in a zone."""
    return now.astimezone(ZoneInfo(zone)).date()


def is_stale(day: date, ready_time: str, zone: str, now: datetime) -> bool:
    """Tell whether the goods of a pickup have been ready for a while already, by the place's clock."""
    local = now.astimezone(ZoneInfo(zone))
    return (local.date(), f"{local:%H:%M}") > (day, ready_time)


def last_moment(day: date, close_time: str, point: Point) -> datetime:
    """Return until when a pickup of a day can be asked for, in UTC."""
    zone = ZoneInfo(point.time_zone)
    closing = datetime.combine(day, time.fromisoformat(close_time), zone).astimezone(UTC)
    cutoff = datetime.combine(day, time.fromisoformat(point.cutoff), zone).astimezone(UTC)
    return min(cutoff, closing - SHORTEST_WINDOW)


def next_day(day: date, close_time: str, point: Point, now: datetime) -> date:
    """Return the first day from ``day`` on that a pickup can be asked for at ``now``."""
    day = max(day, today_at(point.time_zone, now))
    while unserved_on(day, point, End.ORIGIN) is not None or now > last_moment(day, close_time, point):
        day += _DAY
    return day


def is_too_far(day: date, zone: str, now: datetime) -> bool:
    """Tell whether a day lies further ahead than anybody plans: a slip of the pen."""
    return day > today_at(zone, now) + timedelta(days=MOST_DAYS_AHEAD)


def refusals(request: PickupRequest, point: Point, now: datetime) -> Iterator[FieldProblem]:
    """Find what keeps a pickup from being made; what concerns the day names the next possible one.

    The window by wall clock is the message's own rule; here it is measured in hours that pass.
    """
    zone, day = point.time_zone, request.pickup_date
    if is_too_far(day, zone, now):
        yield FieldProblem("/pickup_date", FieldCode.MALFORMED)
        return
    ready, close = instant_of(day, request.ready_time, zone), instant_of(day, request.close_time, zone)
    for name, instant in (("ready_time", ready), ("close_time", close)):
        if instant is None:
            yield FieldProblem(f"/{name}", FieldCode.TIME_SKIPPED)
    if ready is not None and close is not None and close - ready < SHORTEST_WINDOW:
        yield FieldProblem("/close_time", FieldCode.WINDOW_TOO_SHORT, {"minimum": SHORTEST_WINDOW_HOURS})
    possible = next_day(day, request.close_time, point, now)
    if possible == day:
        return
    why = unserved_on(day, point, End.ORIGIN)
    params: dict[str, int | str] = {"next_date": possible.isoformat()}
    if day < today_at(zone, now) or why is None:
        params |= {"cutoff": point.cutoff, "time_zone": zone}
        yield FieldProblem("/pickup_date", FieldCode.AFTER_CUTOFF, params)
    elif why.reason is ClosedReason.NOT_SERVED:
        yield FieldProblem("/pickup_date", FieldCode.NOT_SERVED, params)
    else:
        if why.holiday is not UNSET:
            params["holiday"] = why.holiday.value
        yield FieldProblem("/pickup_date", FieldCode.CLOSED_DAY, params)
