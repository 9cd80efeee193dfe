# SPDX-License-Identifier: MIT
"""Complete X12-coded histories: punctual, late, refused, attempted, held at customs, damaged, silent."""

import random
from dataclasses import dataclass

from onlinesvc_desktop.backend.sample.geography import CITIES, TERMINAL_CITY, offset_minutes, road_km

HOUR = 3600
DAY = 24 * HOUR
_KM_PER_HOUR = 72.0
_LATE_REASONS = ("AO", "AI", "BE", "AJ", "AW", "D2")
_HUBS_VIA_MONTREAL = frozenset({"RIM", "SAG", "QBC", "SHE", "TRR", "MON", "PLB"})


@dataclass(frozen=True, slots=True)
class Step:
    """One event before it becomes a row; times are seconds since 1970."""

    code: str
    reason: str
    at: int
    city: int
    terminal: str | None


@dataclass(frozen=True, slots=True)
class History:
    """What happened to a shipment up to now."""

    steps: tuple[Step, ...]
    estimated_day: int
    delivered: bool


def _route(origin: int, destination: int) -> list[int]:
    """Return the terminals a shipment passes, as city indexes."""
    first, last = TERMINAL_CITY[CITIES[origin].terminal], TERMINAL_CITY[CITIES[destination].terminal]
    if first == last:
        return [first]
    montreal = TERMINAL_CITY["MTL"]
    eastern = [CITIES[city].terminal in _HUBS_VIA_MONTREAL for city in (first, last)]
    if eastern[0] != eastern[1] and montreal not in (first, last):
        return [first, montreal, last]
    return [first, last]


def _morning(at: int, hours: float) -> int:
    """Return the next working morning (UTC-5) at or after an instant, plus ``hours`` into the day."""
    day = (at - 5 * HOUR) // DAY + 1
    while (day + 4) % 7 in (0, 6):
        day += 1
    return int(day * DAY + (5 + 7 + hours) * HOUR)


def make_history(rng: random.Random, origin: int, destination: int, booked_at: int, as_of: int) -> History:
    """Return the events of a shipment booked at an instant, as known at ``as_of``."""
    steps = [Step("XB", "NS", booked_at, origin, None)]
    pickup = _morning(booked_at, rng.uniform(3, 9))
    steps.append(Step("X3", "NS", pickup, origin, None))
    steps.append(Step("AF", "NS", pickup + rng.randrange(10, 45) * 60, origin, None))
    fate = rng.random()
    at = pickup + rng.randrange(60, 200) * 60
    route = _route(origin, destination)
    late = fate < 0.11
    silent_after = rng.randrange(3, 6) if 0.11 <= fate < 0.13 else None
    for index, city in enumerate(route):
        steps.append(Step("X4", "NS", at, city, CITIES[city].terminal))
        if index + 1 == len(route):
            break
        following = route[index + 1]
        depart = at + rng.randrange(2, 7) * HOUR
        steps.append(Step("P1", "NS", depart, city, CITIES[city].terminal))
        at = depart + int(road_km(city, following) / _KM_PER_HOUR * HOUR) + rng.randrange(10, 60) * 60
        if CITIES[city].country != CITIES[following].country:
            steps.append(Step("K1", "CA", at - 90 * 60, following, None))
            at += rng.choice((0, 0, 0, 18)) * HOUR
            steps.append(Step("CT", "NS", at - 30 * 60, following, None))
        if late and index == 0:
            steps.append(Step("SD", rng.choice(_LATE_REASONS), at, city, CITIES[city].terminal))
            at += rng.randrange(14, 46) * HOUR
    planned = booked_at + int((1.2 + len(route) * 0.8 + road_km(origin, destination) / 900) * DAY)
    estimated_day = _morning(planned - DAY // 2, 0) // DAY
    steps += _delivery(rng, destination, _morning(at, 0.5 + rng.random()), fate)
    steps.sort(key=lambda step: step.at)
    if silent_after is not None:
        steps = steps[:silent_after]
    known = tuple(step for step in steps if step.at <= as_of) or (steps[0],)
    return History(known, estimated_day, any(step.code == "D1" for step in known))


def _delivery(rng: random.Random, destination: int, out: int, fate: float) -> list[Step]:
    """Return the last day: delivered, or first attempted, refused or found damaged."""
    terminal = CITIES[TERMINAL_CITY[CITIES[destination].terminal]].terminal
    arrive = out + rng.randrange(60, 400) * 60
    steps = [Step("X6", "NS", out, destination, terminal), Step("X1", "NS", arrive, destination, None)]
    if 0.13 <= fate < 0.165:
        steps.append(Step("AH", rng.choice(("B1", "AQ", "BH")), arrive + 900, destination, None))
        return steps + _delivery(rng, destination, _morning(arrive, 0.5), 1.0)
    if 0.165 <= fate < 0.18:
        return [*steps, Step("A7", "BS", arrive + 1200, destination, None)]
    if 0.18 <= fate < 0.19:
        steps.append(Step("A9", "AK", arrive + 600, destination, None))
    if 0.19 <= fate < 0.2:
        return [*steps[:1], Step("CA", "AM", out + 600, destination, None)]
    return [*steps, Step("D1", "NS", arrive + rng.randrange(10, 50) * 60, destination, None)]


def event_row(shipment: int, sequence: int, step: Step, rng: random.Random, as_of: int) -> tuple[int | str | None, ...]:
    """Return a step as a row of the events table; the report follows the scan by seconds, at times by hours."""
    offset = offset_minutes(CITIES[step.city], step.at)
    lag = rng.randrange(20, 400) if rng.random() < 0.93 else rng.randrange(HOUR, 9 * HOUR)
    reported = min(step.at + lag, as_of)
    place = step.city + 1
    return (
        shipment, sequence, step.code, step.reason, step.at, offset, reported, offset, place, step.terminal,
    )  # fmt: skip
