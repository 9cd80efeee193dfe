# SPDX-License-Identifier: MIT
"""What the map draws at one scale: circles for shipments last seen near one another, curves for the busiest lanes."""

import math
from collections.abc import Sequence

import msgspec

from onlinesvc_desktop.contract.shipment import Place
from onlinesvc_desktop.desktop.services.shipment_report.map_geometry import XY, clustered, projected
from onlinesvc_desktop.desktop.services.shipment_report.whereabouts import (
    Chosen,
    Spot,
    Whereabouts,
    lanes_between,
)

MOST_LANES = 24


class Circle(msgspec.Struct, frozen=True):
    """Shipments last seen around a place; none where lanes only begin or end."""

    middle: XY
    places: tuple[Place, ...]
    """The busiest first."""
    seen: tuple[Place, ...]
    """Those of them where shipments were last seen."""
    shipments: int

    @property
    def chosen(self) -> Chosen:
        """The shipments it stands for."""
        return Chosen(here=self.seen)


class Curve(msgspec.Struct, frozen=True):
    """Shipments from around one circle to around another."""

    origin: Circle
    destination: Circle
    shipments: int

    @property
    def chosen(self) -> Chosen:
        """The shipments it stands for."""
        return Chosen(origins=self.origin.places, destinations=self.destination.places)


Mark = Circle | Curve


class Marks(msgspec.Struct, frozen=True):
    """Everything drawn, the busiest first."""

    circles: tuple[Circle, ...] = ()
    curves: tuple[Curve, ...] = ()

    @property
    def in_order(self) -> tuple[Mark, ...]:
        """What the keys go through: circles with shipments, then lanes."""
        return (*(circle for circle in self.circles if circle.shipments), *self.curves)


class Placed(msgspec.Struct, frozen=True):
    """A place with its coordinates in the plane."""

    index: int
    """Which spot of the whereabouts it is."""
    spot: Spot
    point: XY


def placed(whereabouts: Whereabouts) -> tuple[Placed, ...]:
    """Return the places that can be drawn."""
    return tuple(
        Placed(index, spot, projected(*spot.position))
        for index, spot in enumerate(whereabouts.spots)
        if spot.position is not None
    )


def marks_of(places: Sequence[Placed], whereabouts: Whereabouts, radius_km: float) -> Marks:
    """Return what to draw where everything nearer than a radius is one circle."""
    groups = clustered([one.point for one in places], radius_km)
    circles = []
    group_of = [-1] * len(whereabouts.spots)
    for at, group in enumerate(groups):
        members = [places[index] for index in group]
        for one in members:
            group_of[one.index] = at
        circles.append(
            Circle(
                members[0].point,
                tuple(one.spot.place for one in members),
                tuple(one.spot.place for one in members if one.spot.here),
                sum(one.spot.here for one in members),
            )
        )
    curves = [
        Curve(circles[origin], circles[destination], shipments)
        for origin, destination, shipments in lanes_between(whereabouts.lanes, group_of, MOST_LANES)
    ]
    circles.sort(key=lambda circle: -circle.shipments)
    return Marks(tuple(circles), tuple(curves))


def radius_of(shipments: int, unit: float) -> float:
    """Return the radius of a circle in pixels; ``unit`` is the height of a line of text."""
    return unit * (0.28 if shipments == 0 else 0.75 + 0.22 * math.log10(shipments))
