# SPDX-License-Identifier: MIT
"""Figures of a report: share delivered on time, days under way, by week and by lane. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

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


class Figures(msgspec.Struct, frozen=True):
    """What a report adds up to."""

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
        stage = stage_of(one.status.code)
        if stage is Stage.DELIVERED:
            day = one.status.occurred_at.date()
            weeks[(day - timedelta(days=day.weekday())).isoformat()].append(one)
        elif stage not in FINAL_STAGES and one.estimated_delivery is not UNSET and today > one.estimated_delivery:
            late += 1
        lanes[f"{one.origin.province}\N{RIGHTWARDS ARROW}{one.destination.province}"].append(one)
    busiest = sorted(lanes.items(), key=lambda item: (-len(item[1]), item[0]))[:_LANES]
    return Figures(
        _share("", shipments),
        late,
        tuple(_share(week, ones) for week, ones in sorted(weeks.items())),
        tuple(_share(lane, ones) for lane, ones in busiest),
    )


def _share(name: str, shipments: Iterable[Shipment]) -> Share:
    count = delivered = on_time = days = 0
    for one in shipments:
        count += 1
        if stage_of(one.status.code) is Stage.DELIVERED:
            delivered += 1
            days += transit_days(one) or 0
            on_time += one.estimated_delivery is UNSET or one.status.occurred_at.date() <= one.estimated_delivery
    return Share(name, count, delivered, on_time, days)
