# SPDX-License-Identifier: MIT
"""A service table out of three CSV files; every fault of every row is named, and a table with a fault is not used.

``terminals``: code, city, province, country, telephone. ``points``: city, province, country, postal_prefixes, terminal,
partner (empty: direct), service_days, cutoff, time_zone, extra_days, and if known latitude and longitude in decimal degrees.
``transit_days``: origin, destination, days; a pair of terminals stands once for both ways, or twice with a figure for each.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal
from itertools import combinations_with_replacement
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import UNSET

from onlinesvc_desktop.backend.points.find import ServiceTable, city_key, in_order
from onlinesvc_desktop.backend.rules.transit import ServedPoint
from onlinesvc_desktop.contract.contact import Country, country_of, parse_telephone
from onlinesvc_desktop.contract.limits import MAX_SHORT_TEXT
from onlinesvc_desktop.contract.transit_times import (
    Point,
    PointFault,
    PointFile,
    RejectedRow,
    ServiceKind,
    Terminal,
    Weekday,
)

HEADINGS: Mapping[PointFile, tuple[str, ...]] = {
    PointFile.TERMINALS: ("code", "city", "province", "country", "telephone"),
    PointFile.POINTS: (
        *("city", "province", "country", "postal_prefixes", "terminal", "partner", "service_days", "cutoff", "time_zone"),
        "extra_days",
    ),
    PointFile.TRANSIT_DAYS: ("origin", "destination", "days"),
}
_MAY_BE_EMPTY = frozenset(("partner", "extra_days"))
_DEGREES = re.compile(r"^-?[0-9]{1,3}(\.[0-9]{1,6})?\Z")
_MOST_DEGREES = {"latitude": 90, "longitude": 180}
_CODE = re.compile(r"^[A-Z0-9]{2,5}\Z")
_CUTOFF = re.compile(r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z")
_ZONE = re.compile(r"^[A-Za-z_]+(/[A-Za-z_-]+){1,2}\Z")
_CANADIAN_PREFIX = re.compile(r"^[ABCEGHJ-NPRSTVXY]([0-9]([ABCEGHJ-NPRSTV-Z]([0-9]([ABCEGHJ-NPRSTV-Z][0-9]?)?)?)?)?\Z")
_US_PREFIX = re.compile(r"^[0-9]{3,5}\Z")
_PROVINCES_OF_LETTER = {
    "A": "NL", "B": "NS", "C": "PE", "E": "NB", "G": "QC", "H": "QC", "J": "QC", "K": "ON", "L": "ON", "M": "ON",
    "N": "ON", "P": "ON", "R": "MB", "S": "SK", "T": "AB", "V": "BC", "X": "NT NU", "Y": "YT",
}  # fmt: skip
_MOST_DAYS = 30
_MOST_EXTRA_DAYS = 20


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: Mapping[str, str]


@dataclass(slots=True)
class _Rejects:
    rows: list[RejectedRow] = field(default_factory=list)

    def add(self, file: PointFile, line: int, column: str, fault: PointFault, text: str = "") -> None:
        self.rows.append(RejectedRow(file, line, column, fault, text[:MAX_SHORT_TEXT]))


def read_service_table(files: Mapping[PointFile, bytes]) -> tuple[ServiceTable, tuple[RejectedRow, ...]]:
    """Return the table of three files, and every fault in the order of the files and their lines.

    A table with faults holds what is right, for a preview; it must not be used.
    """
    rejects = _Rejects()
    terminals = _terminals(files[PointFile.TERMINALS], rejects)
    points = _points(files[PointFile.POINTS], terminals, rejects)
    days = _days(files[PointFile.TRANSIT_DAYS], terminals, rejects)
    return ServiceTable(in_order(points), days), tuple(rejects.rows)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _rows(file: PointFile, content: bytes, rejects: _Rejects) -> Iterator[_Row]:
    """Yield the rows that have every cell they need; a missing heading ends the file."""
    lines = _text(content).replace("\0", "").splitlines()
    delimiter = max((",", ";", "\t"), key=lines[0].count) if lines else ","
    headings = [heading.strip().casefold() for heading in next(csv.reader(lines[:1], delimiter=delimiter), [])]
    missing = [name for name in HEADINGS[file] if name not in headings]
    for name in missing:
        rejects.add(file, 1, name, PointFault.MISSING_HEADING)
    if missing:
        return
    is_empty = True
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip(f" {delimiter}"):
            continue
        is_empty = False
        cells = next(csv.reader(io.StringIO(line), delimiter=delimiter), [])
        row = _Row(number, {name: " ".join(cell.split()) for name, cell in zip(headings, cells, strict=False)})
        if _has_every_cell(file, row, rejects):
            yield row
    if is_empty:
        rejects.add(file, 0, "", PointFault.NO_ROWS)


def _has_every_cell(file: PointFile, row: _Row, rejects: _Rejects) -> bool:
    right = True
    for name in HEADINGS[file]:
        text = row.cells.get(name, "")
        if not text and name not in _MAY_BE_EMPTY:
            rejects.add(file, row.line, name, PointFault.REQUIRED)
            right = False
        elif len(text) > MAX_SHORT_TEXT and name != "postal_prefixes":
            rejects.add(file, row.line, name, PointFault.TOO_LONG, text)
            right = False
    return right


def _check(file: PointFile, row: _Row, checks: Mapping[str, Callable[[str], bool]], rejects: _Rejects) -> bool:
    wrong = [name for name, is_right in checks.items() if not is_right(row.cells.get(name, ""))]
    for name in wrong:
        rejects.add(file, row.line, name, PointFault.MALFORMED, row.cells.get(name, ""))
    return not wrong


def _place_checks(row: _Row) -> dict[str, Callable[[str], bool]]:
    country = country_of(row.cells["province"].upper())
    return {"province": lambda _: country is not None, "country": lambda text: country is None or text.upper() == country}


def _position_checks(row: _Row) -> dict[str, Callable[[str], bool]]:
    """Return the checks of a position: both cells or none, each within its degrees."""
    is_told = any(row.cells.get(name) for name in _MOST_DEGREES)

    def check(most: int) -> Callable[[str], bool]:
        return lambda text: not is_told or (bool(_DEGREES.match(text)) and abs(Decimal(text)) <= most)

    return {name: check(most) for name, most in _MOST_DEGREES.items()}


def _terminals(content: bytes, rejects: _Rejects) -> dict[str, Terminal]:
    file, found = PointFile.TERMINALS, dict[str, Terminal]()
    for row in _rows(file, content, rejects):
        cells = row.cells
        code = cells["code"].upper()
        checks = {"code": lambda text: bool(_CODE.match(text.upper())), **_place_checks(row)}
        if not _check(file, row, {**checks, "telephone": lambda text: parse_telephone(text) is not None}, rejects):
            continue
        if code in found:
            rejects.add(file, row.line, "code", PointFault.TAKEN, code)
            continue
        telephone = parse_telephone(cells["telephone"]) or ""
        found[code] = Terminal(code, cells["city"], cells["province"].upper(), telephone)
    return found


def _points(content: bytes, terminals: Mapping[str, Terminal], rejects: _Rejects) -> list[ServedPoint]:
    file, found = PointFile.POINTS, list[ServedPoint]()
    cities, prefixes = set[tuple[str, str]](), set[str]()
    for row in _rows(file, content, rejects):
        cells = row.cells
        province, terminal = cells["province"].upper(), terminals.get(cells["terminal"].upper())
        checks: dict[str, Callable[[str], bool]] = {
            **_place_checks(row),
            "service_days": lambda text: _weekdays(text) is not None,
            "cutoff": lambda text: bool(_CUTOFF.match(text)),
            "time_zone": _is_zone,
            "extra_days": lambda text: _count(text or "0", 0, _MOST_EXTRA_DAYS) is not None,
            **_position_checks(row),
        }
        right = _check(file, row, checks, rejects)
        own = _prefixes(row, province, prefixes, rejects)
        if terminal is None:
            rejects.add(file, row.line, "terminal", PointFault.UNKNOWN_TERMINAL, cells["terminal"])
        city = (city_key(cells["city"]), province)
        if city in cities:
            rejects.add(file, row.line, "city", PointFault.TAKEN, cells["city"])
        if not right or terminal is None or own is None or city in cities:
            continue
        cities.add(city)
        partner = cells.get("partner", "")
        point = Point(
            city=cells["city"],
            province=province,
            country=cells["country"].upper(),
            postal_prefixes=own,
            terminal=terminal,
            service=ServiceKind.INTERLINE if partner else ServiceKind.DIRECT,
            service_days=_weekdays(cells["service_days"]) or (),
            cutoff=time.fromisoformat(cells["cutoff"]).strftime("%H:%M"),
            time_zone=cells["time_zone"],
            partner=partner or UNSET,
            latitude=cells.get("latitude") or UNSET,
            longitude=cells.get("longitude") or UNSET,
        )
        found.append(ServedPoint(point, _count(cells.get("extra_days") or "0", 0, _MOST_EXTRA_DAYS) or 0))
    return found


def _prefixes(row: _Row, province: str, taken: set[str], rejects: _Rejects) -> tuple[str, ...] | None:
    """Return the prefixes of a row, or None when one of them is wrong; right ones are taken from then on."""
    country = country_of(province)
    if country is None:
        return None
    canadian, right = country is Country.CANADA, True
    own = tuple(dict.fromkeys(row.cells["postal_prefixes"].upper().split()))
    for prefix in own:
        fault = None
        if not (_CANADIAN_PREFIX if canadian else _US_PREFIX).match(prefix):
            fault = PointFault.MALFORMED
        elif canadian and province not in _PROVINCES_OF_LETTER[prefix[0]]:
            fault = PointFault.OTHER_PROVINCE
        elif prefix in taken:
            fault = PointFault.TAKEN
        if fault is not None:
            rejects.add(PointFile.POINTS, row.line, "postal_prefixes", fault, prefix)
            right = False
        else:
            taken.add(prefix)
    return own if right else None


def _days(content: bytes, terminals: Mapping[str, Terminal], rejects: _Rejects) -> dict[tuple[str, str], int]:
    file, found = PointFile.TRANSIT_DAYS, dict[tuple[str, str], int]()
    for row in _rows(file, content, rejects):
        pair = (row.cells["origin"].upper(), row.cells["destination"].upper())
        unknown = [name for name, code in zip(("origin", "destination"), pair, strict=True) if code not in terminals]
        for name in unknown:
            rejects.add(file, row.line, name, PointFault.UNKNOWN_TERMINAL, row.cells[name])
        days = _count(row.cells["days"], 1, _MOST_DAYS)
        if days is None:
            rejects.add(file, row.line, "days", PointFault.MALFORMED, row.cells["days"])
        elif pair in found:
            rejects.add(file, row.line, "origin", PointFault.TAKEN, " ".join(pair))
        elif not unknown:
            found[pair] = days
    for one, other in combinations_with_replacement(sorted(terminals) if found else (), 2):
        if (one, other) not in found and (other, one) not in found:
            rejects.add(file, 0, "", PointFault.MISSING_PAIR, f"{one} {other}")
    return found


def _weekdays(text: str) -> tuple[Weekday, ...] | None:
    """Return days of the week in their order; ``all`` is every one of them."""
    names = text.casefold().split()
    if names == ["all"]:
        return tuple(Weekday)
    return tuple(day for day in Weekday if day in names) if names and set(names) <= set(Weekday) else None


def _count(text: str, lowest: int, highest: int) -> int | None:
    if not (text.isascii() and text.isdigit() and len(text) <= 3):
        return None
    return int(text) if lowest <= int(text) <= highest else None


def _is_zone(text: str) -> bool:
    if not _ZONE.match(text):
        return False
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
