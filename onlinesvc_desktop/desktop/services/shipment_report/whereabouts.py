# SPDX-License-Identifier: MIT
"""Where shipments are and between which places they travel, added up for the map and for the list beside it. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest

import msgspec
from msgspec import UNSET

from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.shipment import Place, Shipment
from onlinesvc_desktop.contract.transit_times import Point

Position = tuple[float, float]
"""Latitude and longitude in degrees."""
Key = tuple[str, str]
"""A place, however it is typed."""

_POSITION = re.compile(r"^(-?[0-9]{1,2}\.[0-9]+), (-?[0-9]{1,3}\.[0-9]+)\Z")


class Chosen(msgspec.Struct, frozen=True):
    """Shipments last seen at some places, or on their way from some to others; the busiest place of each stands first."""

    here: tuple[Place, ...] = ()
    origins: tuple[Place, ...] = ()
    destinations: tuple[Place, ...] = ()


class Spot(msgspec.Struct, frozen=True):
    """A place: how many shipments were last seen there, and how many begin or end there."""

    place: Place
    position: Position | None
    here: int
    ends: int


class Lane(msgspec.Struct, frozen=True):
    """How many shipments go from one place to another; places as indices of the spots."""

    origin: int
    destination: int
    shipments: int


class Whereabouts(msgspec.Struct, frozen=True):
    """The busiest places and lanes first; ``undrawn`` shipments were last seen where nobody knows the coordinates."""

    spots: tuple[Spot, ...] = ()
    lanes: tuple[Lane, ...] = ()
    undrawn: int = 0


@lru_cache(maxsize=20_000)
def _key(city: str, province: str) -> Key:
    return folded(city), province


def key_of(place: Place) -> Key:
    """Return what a place is found by."""
    return _key(place.city, place.province)


def here_of(shipment: Shipment) -> Place:
    """Return where a shipment was last seen."""
    status = shipment.status
    return Place(status.city, status.province, status.country)


def positions_of(points: Iterable[Point]) -> dict[Key, Position]:
    """Return the coordinates of the points that have any."""
    return {
        _key(point.city, point.province): (float(point.latitude), float(point.longitude))
        for point in points
        if point.latitude is not UNSET and point.longitude is not UNSET
    }


def position_of(place: Place, known: Mapping[Key, Position]) -> Position | None:
    """Return the coordinates of a place, its own where it is a position without a town."""
    found = known.get(key_of(place))
    if found is None and not place.province and (typed := _POSITION.match(place.city)):
        return float(typed[1]), float(typed[2])
    return found


def whereabouts_of(shipments: Sequence[Shipment], known: Mapping[Key, Position]) -> Whereabouts:
    """Add shipments up by place and by lane."""
    places = dict[Key, Place]()
    here, ends, lanes = Counter[Key](), Counter[Key](), Counter[tuple[Key, Key]]()
    for shipment in shipments:
        keys = []
        for place in (here_of(shipment), shipment.origin, shipment.destination):
            key = key_of(place)
            places.setdefault(key, place)
            keys.append(key)
        here[keys[0]] += 1
        ends[keys[1]] += 1
        ends[keys[2]] += 1
        lanes[keys[1], keys[2]] += 1
    spots = [Spot(place, position_of(place, known), here[key], ends[key]) for key, place in places.items()]
    spots.sort(key=lambda spot: (-spot.here, -spot.ends, spot.place.city))
    index_of = {key_of(spot.place): index for index, spot in enumerate(spots)}
    busiest = sorted(lanes.items(), key=lambda item: (-item[1], item[0]))
    return Whereabouts(
        tuple(spots),
        tuple(Lane(index_of[origin], index_of[destination], count) for (origin, destination), count in busiest),
        sum(spot.here for spot in spots if spot.position is None),
    )


def chooser(chosen: Chosen) -> Callable[[Shipment], bool]:
    """Return what tells whether a shipment is among those chosen."""
    here, origins, destinations = ({key_of(place) for place in places} for places in msgspec.structs.astuple(chosen))
    if here:
        return lambda shipment: key_of(here_of(shipment)) in here
    return lambda shipment: key_of(shipment.origin) in origins and key_of(shipment.destination) in destinations


def lanes_between(lanes: Iterable[Lane], group_of: Sequence[int], most: int) -> list[tuple[int, int, int]]:
    """Return the busiest lanes between groups of spots: origin, destination, shipments; none within a group.

    ``group_of`` has a group for each spot, below 0 for one that is not drawn.
    """
    between = defaultdict[tuple[int, int], int](int)
    for lane in lanes:
        origin, destination = group_of[lane.origin], group_of[lane.destination]
        if origin >= 0 and destination >= 0 and origin != destination:
            between[origin, destination] += lane.shipments
    busiest = nsmallest(most, ((-shipments, ends) for ends, shipments in between.items()))
    return [(origin, destination, -less) for less, (origin, destination) in busiest]
