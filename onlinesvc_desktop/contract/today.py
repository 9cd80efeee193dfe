# SPDX-License-Identifier: MIT
"""What a clerk looks at first in the morning: counts, the rules behind them, and how they are asked for (services.md 3).

The rules are pure and the same for the count and for the list that it opens. A day is that of the place concerned.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.status import FINAL_STAGES, Stage
from onlinesvc_desktop.contract.zones import zone_of

SILENT_AFTER: Final = timedelta(hours=24)
DUE_WITHIN_DAYS: Final = 7
_TROUBLED: Final = frozenset({Stage.EXCEPTION, Stage.DELAYED, Stage.DELIVERY_ATTEMPTED})


class ShipmentPart(StrEnum):
    """Shipments under way that somebody looks at today; one may be in several parts."""

    ARRIVING = "arriving"
    """Estimated for today."""
    LATE = "late"
    """Estimated for an earlier day."""
    EXCEPTIONS = "exceptions"
    SILENT = "silent"
    """Without news for 24 hours."""


class TodayCount(msgspec.Struct, frozen=True, omit_defaults=True):
    """How many of one kind there are today, in one state where it has states."""

    name: str
    count: int
    state: str = ""


class Today(msgspec.Struct, frozen=True, omit_defaults=True):
    """Every count that the asker has a right to, those of nothing left out.

    Shipments are counted among the newest of the enterprise; ``shipments_looked_at`` is there when it has more than those.
    """

    counts: tuple[TodayCount, ...]
    shipments_looked_at: int = 0


def day_at(province: str, now: datetime) -> date:
    """Return the day it is in a province or state; an unknown one has the carrier's."""
    return day_in(zone_of(province), now)


def day_in(zone: str, now: datetime) -> date:
    """Return the day it is in an IANA zone."""
    return now.astimezone(ZoneInfo(zone)).date()


def parts_of(
    stage: Stage, heard_at: datetime, estimated: date | None, destination: str, now: datetime
) -> Iterator[ShipmentPart]:
    """Return the parts that a shipment is in, by its latest status and the day at its province of destination."""
    if stage in FINAL_STAGES:
        return
    today = day_at(destination, now)
    if estimated == today:
        yield ShipmentPart.ARRIVING
    if estimated is not None and estimated < today:
        yield ShipmentPart.LATE
    if stage in _TROUBLED:
        yield ShipmentPart.EXCEPTIONS
    if now - heard_at >= SILENT_AFTER:
        yield ShipmentPart.SILENT


def is_due(last: date, today: date) -> bool:
    """Tell whether a last day is today or one of the seven that follow."""
    return 0 <= (last - today).days <= DUE_WITHIN_DAYS


GET_TODAY = Operation(
    "getToday",
    "GET",
    "/v1/today",
    "What needs a look today",
    Today,
    access=Access.SIGNED_IN,
    counts_as_use=False,
)
