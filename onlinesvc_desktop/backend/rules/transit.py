# SPDX-License-Identifier: MIT
"""When goods are picked up and delivered, from two places, a day and the present instant.

Rules (shipping.md 5): the day of pickup does not count; weekends and holidays of the destination's province do not count;
a pickup needs an open day at the origin, a delivery one at the destination, both on a day of the week the place is served;
the cut-off is the wall clock of the pickup place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import UNSET

from onlinesvc_desktop.backend.rules.holidays import holiday_on
from onlinesvc_desktop.contract.transit_times import (
    ClosedDay,
    ClosedReason,
    End,
    Point,
    ServiceKind,
    TransitTime,
    Weekday,
)

EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
"""Ship dates that are answered."""
_DAY = timedelta(days=1)
_WEEK = tuple(Weekday)


@dataclass(frozen=True, slots=True)
class ServedPoint:
    """A point, and the service days it takes beyond those between terminals (interline, the north)."""

    point: Point
    extra_days: int


def closed_on(day: date, point: Point, end: End) -> ClosedDay | None:
    """Return why nothing moves at a place on a day, or None when it is open."""
    if day.weekday() >= len(_WEEK):
        return ClosedDay(day, ClosedReason.WEEKEND, end)
    if (holiday := holiday_on(day, point.province)) is not None:
        return ClosedDay(day, ClosedReason.HOLIDAY, end, holiday)
    return None


def unserved_on(day: date, point: Point, end: End) -> ClosedDay | None:
    """Return why a truck does not come to a place on a day, or None when it does."""
    if (closed := closed_on(day, point, end)) is not None:
        return closed
    return None if _WEEK[day.weekday()] in point.service_days else ClosedDay(day, ClosedReason.NOT_SERVED, end)


def is_after_cutoff(point: Point, ship_date: date, now: datetime) -> bool:
    """Tell whether a ship date is today at a place and its cut-off is over."""
    local = now.astimezone(ZoneInfo(point.time_zone))
    return ship_date == local.date() and local.time() > time.fromisoformat(point.cutoff)


def _next_served(day: date, point: Point, end: End, closed: list[ClosedDay]) -> date:
    """Return the first day from ``day`` on that a truck comes; the days before it go to ``closed``."""
    while (why := unserved_on(day, point, end)) is not None:
        closed.append(why)
        day += _DAY
    return day


def next_pickup(point: Point, ship_date: date, now: datetime) -> date:
    """Return the first day on which goods ready on ``ship_date`` can be picked up, asked at ``now``."""
    first = ship_date + _DAY if is_after_cutoff(point, ship_date, now) else ship_date
    return _next_served(first, point, End.ORIGIN, [])


def transit_time(
    origin: ServedPoint, destination: ServedPoint, terminal_days: int, ship_date: date, now: datetime
) -> TransitTime:
    """Return pickup and delivery of goods ready on a day, with every day on the way that does not count.

    ``ship_date`` lies between ``EARLIEST`` and ``LATEST``; ``terminal_days`` are the service days between the two
    terminals; every point is served on one day of the week at least.
    """
    closed: list[ClosedDay] = []
    after_cutoff = is_after_cutoff(origin.point, ship_date, now)
    pickup = _next_served(ship_date + _DAY if after_cutoff else ship_date, origin.point, End.ORIGIN, closed)
    service_days = terminal_days + origin.extra_days + destination.extra_days
    day = pickup
    for _ in range(service_days):
        day += _DAY
        while (why := closed_on(day, destination.point, End.DESTINATION)) is not None:
            closed.append(why)
            day += _DAY
    delivery = _next_served(day, destination.point, End.DESTINATION, closed)
    return TransitTime(
        origin=origin.point,
        destination=destination.point,
        service=_service((origin.point, destination.point)),
        service_days=service_days,
        closed_days=tuple(closed),
        ship_date=ship_date,
        pickup_date=pickup,
        delivery_date=delivery,
        cutoff=origin.point.cutoff,
        time_zone=origin.point.time_zone,
        after_cutoff=after_cutoff,
    )


def _service(points: Iterable[Point]) -> ServiceKind:
    return ServiceKind.DIRECT if all(point.partner is UNSET for point in points) else ServiceKind.INTERLINE
