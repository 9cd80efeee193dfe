# SPDX-License-Identifier: MIT
"""The plane of the map: Lambert's conformal conic projection, the outline in it, and what stands too near to be told apart.

The parallels are those of Statistics Canada, 49 and 77 degrees north, around 95 degrees west. Lengths are in kilometres on a
sphere, y grows to the south.
"""

import math
from collections.abc import Sequence

import msgspec

from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.shipped import shipped

XY = tuple[float, float]

_RADIUS_KM = 6371.0
_SOUTH, _NORTH, _MIDDLE = math.radians(49), math.radians(77), math.radians(-95)
_LOWEST, _HIGHEST = math.radians(-20), math.radians(89)


def _tangent(latitude: float) -> float:
    return math.tan(math.pi / 4 + latitude / 2)


_CONE = math.log(math.cos(_SOUTH) / math.cos(_NORTH)) / math.log(_tangent(_NORTH) / _tangent(_SOUTH))
_SCALE = _RADIUS_KM * math.cos(_SOUTH) * _tangent(_SOUTH) ** _CONE / _CONE
_TOP = _SCALE / _tangent(_SOUTH) ** _CONE


def projected(latitude: float, longitude: float) -> XY:
    """Return the plane's coordinates of degrees; what lies south of the map's world is moved to its edge."""
    distance = _SCALE / _tangent(min(max(math.radians(latitude), _LOWEST), _HIGHEST)) ** _CONE
    angle = _CONE * (math.radians(longitude) - _MIDDLE)
    return distance * math.sin(angle), distance * math.cos(angle) - _TOP


_NEIGHBOURS = tuple((across, down) for across in (-1, 0, 1) for down in (-1, 0, 1))


class Outline(msgspec.Struct, frozen=True):
    """Rings in the plane: provinces, territories and states, and the great lakes on them."""

    land: tuple[tuple[XY, ...], ...]
    lakes: tuple[tuple[XY, ...], ...]


class _Stored(msgspec.Struct, frozen=True):
    """Rings as stored: hundredths of a degree, longitude before latitude, each point after the first as a step."""

    land: tuple[tuple[int, ...], ...]
    lakes: tuple[tuple[int, ...], ...]


def read_outline() -> Outline:
    """Return the shipped outline; takes some milliseconds, so it is read on a worker."""
    stored = from_json(shipped("resources", "map", "outline.json").read_bytes(), _Stored)
    return Outline(tuple(map(_ring, stored.land)), tuple(map(_ring, stored.lakes)))


def _ring(steps: Sequence[int]) -> tuple[XY, ...]:
    points, x, y = list[XY](), 0, 0
    for at in range(0, len(steps), 2):
        x, y = x + steps[at], y + steps[at + 1]
        points.append(projected(y / 100, x / 100))
    return tuple(points)


def bounds_of(points: Sequence[XY]) -> tuple[XY, XY]:
    """Return the corners of the smallest upright rectangle around points, of which there is one at least."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys)), (max(xs), max(ys))


def clustered(points: Sequence[XY], radius: float) -> list[list[int]]:
    """Return the indices of points in groups; the first point of a group is its middle, no other is ``radius`` away from it.

    Points come the most important first. A grid keeps the work proportional to their number.
    """
    groups, cells = list[list[int]](), dict[tuple[int, int], list[int]]()
    for index, (x, y) in enumerate(points):
        column, row = math.floor(x / radius), math.floor(y / radius)
        best, distance = -1, radius
        for across, down in _NEIGHBOURS:
            for group in cells.get((column + across, row + down), ()):
                away = math.dist(points[groups[group][0]], (x, y))
                if away < distance:
                    best, distance = group, away
        if best >= 0:
            groups[best].append(index)
        else:
            cells.setdefault((column, row), []).append(len(groups))
            groups.append([index])
    return groups
