# SPDX-License-Identifier: MIT
"""The route of a shipment out of its history: one stop for each stay at a place, in the order of travel."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum

import msgspec
from msgspec import UNSET

from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.shipment import Event, Place, Shipment
from onlinesvc_desktop.contract.status import Stage, stage_of

MOST_STOPS = 8
"""How many stops are drawn; the places between the origin and the last of them are counted, the history names them."""


class StopKind(Enum):
    """What a stop is on the way; ``HERE`` is the latest known place between both ends."""

    ORIGIN = "origin"
    PASSED = "passed"
    HERE = "here"
    DESTINATION = "destination"


class Stop(msgspec.Struct, frozen=True):
    """A stay at one place; without times it was not reached, or nobody reported from there."""

    kind: StopKind
    place: Place
    terminal: str = ""
    first: datetime | None = None
    last: datetime | None = None
    is_here: bool = False
    """The shipment was last seen here."""


class Route(msgspec.Struct, frozen=True):
    """The stops, and how many places were left out after the first of them."""

    stops: tuple[Stop, ...]
    left_out: int
    here: int
    """Index of the stop where the shipment was last seen."""
    is_delivered: bool


class _Stay(msgspec.Struct, frozen=True):
    place: Place
    events: tuple[Event, ...]


def route_of(shipment: Shipment) -> Route:
    """Return the route; a shipment delivered in the town of its origin still has both ends."""
    stays = _stays(shipment)
    is_delivered = stage_of(shipment.status.code) is Stage.DELIVERED
    if len(stays) == 1 and is_delivered and _same(shipment.origin, shipment.destination):
        stays = _split_at_end(stays[0])
    reached_end = len(stays) > 1 and _same(stays[-1].place, shipment.destination)
    stops: list[Stop] = []
    if not _same(stays[0].place, shipment.origin):
        stops.append(Stop(StopKind.ORIGIN, shipment.origin))
    for at, stay in enumerate(stays):
        is_last = at == len(stays) - 1
        if at == 0 and not stops:
            kind = StopKind.ORIGIN
        elif is_last:
            kind = StopKind.DESTINATION if reached_end else StopKind.HERE
        else:
            kind = StopKind.PASSED
        stops.append(_stop(kind, stay, is_last))
    if not reached_end:
        stops.append(Stop(StopKind.DESTINATION, shipment.destination))
    left_out = max(0, len(stops) - MOST_STOPS)
    shown = (stops[0], *stops[1 + left_out :])
    here = next(index for index, stop in enumerate(shown) if stop.is_here)
    return Route(shown, left_out, here, is_delivered)


def _stays(shipment: Shipment) -> Sequence[_Stay]:
    """Return the events at each place one after another; the latest status is always in the last one.

    What nobody told a place of happened where the shipment was before.
    """
    known = () if shipment.events is UNSET else shipment.events
    told = [event for event in known if stage_of(event.code) is not Stage.ESTIMATE]
    if not told or told[-1] != shipment.status:
        told = [*(event for event in told if event != shipment.status), shipment.status]
    stays: list[_Stay] = []
    for event in told:
        place = Place(event.city, event.province, event.country)
        if stays and (not event.city or _same(stays[-1].place, place)):
            stays[-1] = _Stay(stays[-1].place, (*stays[-1].events, event))
        else:
            stays.append(_Stay(place, (event,)))
    return stays


def _split_at_end(stay: _Stay) -> Sequence[_Stay]:
    """Return what happened at a town before the delivery there, and the delivery."""
    return _Stay(stay.place, stay.events[:-1] or stay.events), _Stay(stay.place, stay.events[-1:])


def _stop(kind: StopKind, stay: _Stay, is_here: bool) -> Stop:
    terminals = [event.terminal for event in stay.events if event.terminal is not UNSET and event.terminal]
    moments = [event.occurred_at for event in stay.events]
    return Stop(kind, stay.place, terminals[-1] if terminals else "", min(moments), max(moments), is_here)


def _same(one: Place, other: Place) -> bool:
    return (folded(one.city), one.province) == (folded(other.city), other.province)
