# SPDX-License-Identifier: MIT
"""Pickups of the invented carrier's customers: one fetched, one missed, one confirmed for the next day that is served."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from onlinesvc_desktop.backend.points.find import ServiceTable
from onlinesvc_desktop.backend.rules.pickup import next_day, today_at
from onlinesvc_desktop.backend.rules.transit import unserved_on
from onlinesvc_desktop.backend.store.accounts import find_account
from onlinesvc_desktop.backend.store.pickups import Owner, add_pickup, as_only_writer, move_pickup
from onlinesvc_desktop.contract.address import Address
from onlinesvc_desktop.contract.pickup import (
    Destination,
    MissedReason,
    PickupContact,
    PickupItem,
    PickupRequest,
    PickupState,
)
from onlinesvc_desktop.contract.transit_times import End, Point

_DAY = timedelta(days=1)
_READY, _CLOSE = "09:00", "16:30"
_DRIVERS = ("Ann Caron", "Luc Poirier", "Dan Moore")
_DESTINATIONS = ("M5V 2T6", "G5L 1A1", "B3J 1A1", "R3C 1A5")


@dataclass(frozen=True, slots=True)
class Shipper:
    """Who ships, under which access code."""

    access_code: str
    place: Address
    telephone: str


def add_sample_pickups(connection: Connection, table: ServiceTable, shippers: Sequence[Shipper], now: datetime) -> None:
    """Write pickups for each shipper whose place is served; the oldest first, as their numbers go."""
    as_only_writer(connection)
    for at, shipper in enumerate(shippers):
        served, account = table.find(shipper.place.postal_code), find_account(connection, shipper.access_code)
        if served is None or account is None or served.point.province != shipper.place.province:
            continue
        point, owner = served.point, Owner(account.customer_id, account.id)
        first, second = _before(point, now, 2), _before(point, now, 1)
        _add(connection, owner, shipper, point, first, now - 3 * _DAY, at, PickupState.PICKED_UP)
        _add(connection, owner, shipper, point, second, now - 2 * _DAY, at + 1, PickupState.MISSED)
        coming = next_day(today_at(point.time_zone, now) + _DAY, _CLOSE, point, now)
        _add(connection, owner, shipper, point, coming, now - _DAY, at + 2, PickupState.CONFIRMED)


def _before(point: Point, now: datetime, count: int) -> date:
    """Return the day so many served days ago."""
    day = today_at(point.time_zone, now)
    while count:
        day -= _DAY
        count -= unserved_on(day, point, End.ORIGIN) is None
    return day


def _add(
    connection: Connection,
    owner: Owner,
    shipper: Shipper,
    point: Point,
    day: date,
    at: datetime,
    ordinal: int,
    state: PickupState,
) -> None:
    goods = PickupItem(Destination(_DESTINATIONS[ordinal % 4]), 1 + ordinal % 4, "SKD", str(300 + 170 * (ordinal % 5)))
    request = PickupRequest(
        pickup_date=day,
        place=shipper.place,
        ready_time=_READY,
        close_time=_CLOSE,
        items=(goods,),
        contact=PickupContact("Quai", shipper.telephone),
    )
    row = add_pickup(connection, owner, request, point.terminal, point.time_zone, at)
    driver = _DRIVERS[ordinal % len(_DRIVERS)]
    moment = at
    for step in _steps(state):
        moment += timedelta(hours=2)
        reason = MissedReason.CLOSED if step is PickupState.MISSED else None
        named = driver if step is PickupState.ASSIGNED else ""
        move_pickup(connection, row, step, None, moment, driver=named, reason=reason)


def _steps(state: PickupState) -> tuple[PickupState, ...]:
    if state is PickupState.CONFIRMED:
        return (PickupState.CONFIRMED,)
    return (PickupState.CONFIRMED, PickupState.ASSIGNED, PickupState.EN_ROUTE, state)
