# SPDX-License-Identifier: MIT
"""Check a tariff as a whole, every fault named where it is; read one from CSV."""

import csv
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.tariff import (
    Accessorial,
    AccessorialShape,
    Break,
    FuelBreak,
    FuelRow,
    Guaranteed,
    Lane,
    ServiceLevel,
    Tariff,
    TariffCustomer,
    TariffFault,
    TariffProblem,
    Zone,
)

_HUNDRED = Decimal(100)


def check_tariff(tariff: Tariff) -> tuple[TariffProblem, ...]:
    """Return every fault, in the order of the tariff; a tariff without one rates or refuses, and never fails."""
    return tuple(_faults(tariff))


def _faults(tariff: Tariff) -> Iterator[TariffProblem]:
    for name in ("zones", "lanes", "fuel"):
        if not getattr(tariff, name):
            yield TariffProblem(f"/{name}", TariffFault.EMPTY)
    if Decimal(tariff.cube_factor_lb_ft3) <= 0:
        yield TariffProblem("/cube_factor_lb_ft3", TariffFault.MALFORMED)
    yield from _zone_faults(tariff)
    yield from _lane_faults(tariff)
    yield from _fuel_faults(tariff)
    yield from _accessorial_faults(tariff)
    yield from _guaranteed_faults(tariff)
    yield from _twice("/customers", "customer_number", [one.customer_number for one in tariff.customers])
    for index, customer in enumerate(tariff.customers):
        if Decimal(customer.discount_percent) > _HUNDRED:
            yield TariffProblem(f"/customers/{index}/discount_percent", TariffFault.OVER_100_PERCENT)


def missing_lanes(tariff: Tariff) -> tuple[TariffProblem, ...]:
    """Return the pairs of zones that no lane joins, in this direction; between them there is no price."""
    known = {(lane.origin, lane.destination) for lane in tariff.lanes}
    codes = [zone.code for zone in tariff.zones]
    return tuple(
        TariffProblem("/lanes", TariffFault.NO_LANE, about=f"{origin} {destination}")
        for origin in codes
        for destination in codes
        if (origin, destination) not in known
    )


def _twice(where: str, member: str, keys: Sequence[object]) -> Iterator[TariffProblem]:
    seen = set[object]()
    for index, key in enumerate(keys):
        if key in seen:
            named = " ".join(map(str, key)) if isinstance(key, tuple) else str(key)
            yield TariffProblem(f"{where}/{index}{f'/{member}' if member else ''}", TariffFault.TAKEN, about=named)
        seen.add(key)


def _zone_faults(tariff: Tariff) -> Iterator[TariffProblem]:
    yield from _twice("/zones", "code", [zone.code for zone in tariff.zones])
    claimed = set[str]()
    for index, zone in enumerate(tariff.zones):
        if not zone.prefixes:
            yield TariffProblem(f"/zones/{index}/prefixes", TariffFault.EMPTY)
        for at, prefix in enumerate(zone.prefixes):
            where = f"/zones/{index}/prefixes/{at}"
            if not (1 <= len(prefix) <= 6 and prefix.isascii() and prefix.isalnum() and prefix == prefix.upper()):
                yield TariffProblem(where, TariffFault.MALFORMED, about=prefix)
            elif prefix in claimed:
                yield TariffProblem(where, TariffFault.TAKEN, about=prefix)
            claimed.add(prefix)


def _lane_faults(tariff: Tariff) -> Iterator[TariffProblem]:
    zones = {zone.code for zone in tariff.zones}
    yield from _twice("/lanes", "", [(lane.origin, lane.destination) for lane in tariff.lanes])
    for index, lane in enumerate(tariff.lanes):
        for member, code in (("origin", lane.origin), ("destination", lane.destination)):
            if code not in zones:
                yield TariffProblem(f"/lanes/{index}/{member}", TariffFault.UNKNOWN_ZONE, about=code)
        yield from _break_faults(f"/lanes/{index}/breaks", lane.breaks)


def _fuel_faults(tariff: Tariff) -> Iterator[TariffProblem]:
    yield from _twice("/fuel", "from", [row.effective_on for row in tariff.fuel])
    if tariff.fuel and min(row.effective_on for row in tariff.fuel) > tariff.effective_on:
        yield TariffProblem("/fuel", TariffFault.NOT_IN_FORCE)
    for index, row in enumerate(tariff.fuel):
        yield from _break_faults(f"/fuel/{index}/breaks", row.breaks)


def _break_faults(where: str, breaks: Sequence[Break | FuelBreak]) -> Iterator[TariffProblem]:
    if not breaks:
        yield TariffProblem(where, TariffFault.EMPTY)
        return
    if breaks[0].from_lb != 0:
        yield TariffProblem(f"{where}/0/from_lb", TariffFault.NO_FIRST_BREAK)
    for index in range(1, len(breaks)):
        if breaks[index].from_lb <= breaks[index - 1].from_lb:
            yield TariffProblem(f"{where}/{index}/from_lb", TariffFault.NOT_ASCENDING)


def _accessorial_faults(tariff: Tariff) -> Iterator[TariffProblem]:
    yield from _twice("/accessorials", "code", [one.code for one in tariff.accessorials])
    for index, one in enumerate(tariff.accessorials):
        where = f"/accessorials/{index}"
        bounds = (one.minimum, one.maximum)
        if not any(isinstance(bound, UnsetType) for bound in bounds) and Decimal(str(bounds[0])) > Decimal(str(bounds[1])):
            yield TariffProblem(f"{where}/minimum", TariffFault.MINIMUM_ABOVE_MAXIMUM)
        if one.shape is AccessorialShape.THRESHOLD and one.above is UNSET:
            yield TariffProblem(f"{where}/above", TariffFault.MISSING_ABOVE)


def _guaranteed_faults(tariff: Tariff) -> Iterator[TariffProblem]:
    yield from _twice("/guaranteed", "service_level", [one.service_level for one in tariff.guaranteed])
    for index, one in enumerate(tariff.guaranteed):
        if one.service_level is ServiceLevel.STANDARD:
            yield TariffProblem(f"/guaranteed/{index}/service_level", TariffFault.TAKEN)
        if (one.percent is UNSET) == (one.flat is UNSET):
            yield TariffProblem(f"/guaranteed/{index}", TariffFault.ONE_OF_TWO)


# CSV: the first cell says what a row is, the others follow in the order below; breaks are ``0:100.00 500:90.00``.
_ROWS: dict[str, tuple[str, ...]] = {
    "tariff": ("name", "effective_on", "currency", "cube_factor_lb_ft3", "quote_valid_days"),
    "zone": ("code", "prefixes"),
    "lane": ("origin", "destination", "minimum", "breaks"),
    "fuel": ("from", "breaks"),
    "accessorial": ("code", "shape", "amount", "minimum", "maximum", "above"),
    "guaranteed": ("service_level", "percent", "flat", "minimum"),
    "customer": ("customer_number", "discount_percent", "minimum"),
}
_LISTS = {
    "zone": "zones", "lane": "lanes", "fuel": "fuel", "accessorial": "accessorials", "guaranteed": "guaranteed",
    "customer": "customers",
}  # fmt: skip
_ITEMS: dict[str, type[msgspec.Struct]] = {
    "zones": Zone, "lanes": Lane, "fuel": FuelRow, "accessorials": Accessorial, "guaranteed": Guaranteed,
    "customers": TariffCustomer,
}  # fmt: skip


def read_tariff_csv(content: bytes) -> tuple[Tariff | None, tuple[TariffProblem, ...]]:
    """Return the tariff of a CSV file, UTF-8 or Windows-1252, and every fault with its line; None when there is a fault."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    reading = _Reading()
    lines = text.replace("\0", "").splitlines()
    delimiter = max((",", ";", "\t"), key=text.count)
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]
        if any(cells) and not cells[0].startswith("#"):
            reading.take(number, cells)
    return reading.tariff()


class _Reading:
    """Rows of a CSV file as they are read."""

    def __init__(self) -> None:
        self._head: dict[str, Any] = {}
        self._lists: dict[str, list[Any]] = {name: [] for name in _LISTS.values()}
        self._lines: dict[str, int] = {}
        self._problems: list[TariffProblem] = []

    def take(self, number: int, cells: Sequence[str]) -> None:
        kind = cells[0].casefold()
        if kind not in _ROWS or (kind == "tariff" and self._head):
            self._problems.append(TariffProblem("", TariffFault.MALFORMED, number))
            return
        try:
            values = {
                name: _MEMBER.get(name, _as_is)(cell) for name, cell in zip(_ROWS[kind], cells[1:], strict=False) if cell
            }
            if kind == "tariff":
                self._head = values
                return
            found = self._lists[_LISTS[kind]]
            found.append(from_values(values, _ITEMS[_LISTS[kind]], strict=False))
        except (msgspec.ValidationError, ValueError):
            self._problems.append(TariffProblem(f"/{_LISTS.get(kind, '')}".rstrip("/"), TariffFault.MALFORMED, number))
            return
        self._lines[f"/{_LISTS[kind]}/{len(found) - 1}"] = number

    def tariff(self) -> tuple[Tariff | None, tuple[TariffProblem, ...]]:
        try:
            found = from_values(
                {**self._head, **{name: tuple(rows) for name, rows in self._lists.items()}}, Tariff, strict=False
            )
        except msgspec.ValidationError:
            return None, (*self._problems, TariffProblem("/tariff", TariffFault.MALFORMED))
        problems = (*self._problems, *map(self._with_line, check_tariff(found)))
        return (None if problems else found), problems

    def _with_line(self, problem: TariffProblem) -> TariffProblem:
        line = self._lines.get("/".join(problem.pointer.split("/")[:3]))
        return problem if line is None else msgspec.structs.replace(problem, line=line)


def _as_is(text: str) -> Any:
    return text


def _breaks(text: str) -> list[dict[str, str]]:
    """Return breaks with both names of their figure; the struct takes the one it has."""
    found = []
    for one in text.split():
        pounds, mark, figure = one.partition(":")
        if not mark:
            raise ValueError(one)
        found.append({"from_lb": pounds, "per_cwt": figure, "percent": figure})
    return found


_MEMBER: dict[str, Callable[[str], Any]] = {"prefixes": str.split, "breaks": _breaks}
