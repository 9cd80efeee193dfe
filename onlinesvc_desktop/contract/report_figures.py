# SPDX-License-Identifier: MIT
"""Figures of a report: share delivered on time, days under way, by week and by lane. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import Enum

import msgspec
from msgspec import UNSET

from onlinesvc_desktop.contract.shipment import Shipment
from onlinesvc_desktop.contract.status import FINAL_STAGES, Stage, stage_of

_LANES = 7


class Share(msgspec.Struct, frozen=True):
    """A group of shipments: how many, how many delivered, how many of those on time, and days under way in all."""

    name: str
    shipments: int = 0
    delivered: int = 0
    on_time: int = 0
    days: int = 0

    @property
    def on_time_percent(self) -> float:
        """On time among those delivered, 0 to 100."""
        return 100 * self.on_time / self.delivered if self.delivered else 0.0

    @property
    def mean_days(self) -> float:
        """Mean days under way of those delivered."""
        return self.days / self.delivered if self.delivered else 0.0


class Group(Enum):
    """What a figure counts."""

    ALL = "all"
    DELIVERED = "delivered"
    ON_TIME = "on_time"
    LATE = "late"
    """Past the estimated day and not delivered."""
    WEEK = "week"
    """Delivered in a week."""
    LANE = "lane"


class Part(msgspec.Struct, frozen=True):
    """The shipments behind one figure; ``name`` is that of the ``Share`` for a week or a lane."""

    group: Group
    name: str = ""


class Figures(msgspec.Struct, frozen=True):
    """What a report adds up to."""

    today: date
    """The day that tells which shipments are late."""
    total: Share
    late: int
    weeks: tuple[Share, ...]
    """By the Monday of the delivery, the oldest first; the name is the day in ISO form."""
    lanes: tuple[Share, ...]
    """By province of origin and destination, the busiest first."""


def transit_days(shipment: Shipment) -> int | None:
    """Return the calendar days from booking to delivery, at each place's own date; None until delivered."""
    if shipment.booked_at is UNSET or stage_of(shipment.status.code) is not Stage.DELIVERED:
        return None
    return (shipment.status.occurred_at.date() - shipment.booked_at.date()).days


def figures_of(shipments: Sequence[Shipment], today: date) -> Figures:
    """Add shipments up."""
    weeks, lanes = defaultdict[str, list[Shipment]](list), defaultdict[str, list[Shipment]](list)
    late = 0
    for one in shipments:
        if _is_delivered(one):
            weeks[_week_of(one)].append(one)
        late += _is_late(one, today)
        lanes[_lane_of(one)].append(one)
    busiest = sorted(lanes.items(), key=lambda item: (-len(item[1]), item[0]))[:_LANES]
    return Figures(
        today,
        _share("", shipments),
        late,
        tuple(_share(week, ones) for week, ones in sorted(weeks.items())),
        tuple(_share(lane, ones) for lane, ones in busiest),
    )


def is_in_part(part: Part, shipment: Shipment, today: date) -> bool:
    """Tell whether a figure of that day counts a shipment, by the same rules as ``figures_of``."""
    match part.group:
        case Group.ALL:
            return True
        case Group.DELIVERED:
            return _is_delivered(shipment)
        case Group.ON_TIME:
            return _is_on_time(shipment)
        case Group.LATE:
            return _is_late(shipment, today)
        case Group.WEEK:
            return _is_delivered(shipment) and _week_of(shipment) == part.name
        case Group.LANE:  # pragma: no branch
            return _lane_of(shipment) == part.name


def _is_delivered(one: Shipment) -> bool:
    return stage_of(one.status.code) is Stage.DELIVERED


def _is_on_time(one: Shipment) -> bool:
    no_later = one.estimated_delivery is UNSET or one.status.occurred_at.date() <= one.estimated_delivery
    return _is_delivered(one) and no_later


def _is_late(one: Shipment, today: date) -> bool:
    is_under_way = stage_of(one.status.code) not in FINAL_STAGES
    return is_under_way and one.estimated_delivery is not UNSET and today > one.estimated_delivery


def _week_of(one: Shipment) -> str:
    day = one.status.occurred_at.date()
    return (day - timedelta(days=day.weekday())).isoformat()


def _lane_of(one: Shipment) -> str:
    return f"{one.origin.province}\N{RIGHTWARDS ARROW}{one.destination.province}"


def _share(name: str, shipments: Iterable[Shipment]) -> Share:
    count = delivered = on_time = days = 0
    for one in shipments:
        count += 1
        if _is_delivered(one):
            delivered += 1
            days += transit_days(one) or 0
            on_time += _is_on_time(one)
    return Share(name, count, delivered, on_time, days)
