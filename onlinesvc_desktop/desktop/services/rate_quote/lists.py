# SPDX-License-Identifier: MIT
"""Shipments to be priced out of a spreadsheet: origin, destination, weight, size or class, units. Pure."""

import csv
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import msgspec

from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.freight import FREIGHT_CLASSES
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.rate_quote import RateQuoteRequest, check_rate_quote
from onlinesvc_desktop.desktop.services.rate_quote.places import place_of

MOST_LINES: Final = 1_000
MOST_BYTES: Final = 1_000_000
_HEADINGS: Final = {
    "origin": ("origin", "from", "origine", "de", "depart", "shipper postal", "origin postal"),
    "destination": ("destination", "to", "a", "vers", "consignee postal", "destination postal"),
    "weight": ("weight", "poids", "weight lb", "weight (lb)", "poids (lb)", "lb"),
    "size": ("size", "dimensions", "class", "size or class", "taille", "classe", "dimensions ou classe", "freight class"),
    "count": ("count", "units", "unites", "nombre", "skids", "pallets", "palettes", "patins"),
}
_ORDER: Final = ("origin", "destination", "weight", "size", "count")
_WEIGHT = re.compile(r"(?P<number>[0-9][0-9\s]*(?:[.,][0-9]{1,4})?)\s*(?P<unit>lbs?|kg)?\Z", re.IGNORECASE)
_LENGTH, _TIMES = r"[0-9]+(?:[.,][0-9]+)?", "[x*\N{MULTIPLICATION SIGN}]"
_SIZE = re.compile(
    rf"(?P<length>{_LENGTH})\s*{_TIMES}\s*(?P<width>{_LENGTH})\s*{_TIMES}\s*"
    rf"(?P<height>{_LENGTH})\s*(?P<unit>in|po|cm|\")?\Z",
    re.IGNORECASE,
)


class Asked(msgspec.Struct, frozen=True):
    """One line as it stands in the list: its number from 1, its cells by name, and the request it makes, if it makes one."""

    line: int
    cells: dict[str, str]
    request: RateQuoteRequest | None
    problems: tuple[FieldProblem, ...]


def shipments_in(text: str, ship_date: date) -> list[Asked]:
    """Return the lines of a text, at most ``MOST_LINES`` and one more; a first row of headings names the columns."""
    lines = text.replace("\0", "").splitlines()
    delimiter = max(("\t", ";", ","), key=lambda mark: sum(mark in line for line in lines))
    rows = [_cells(line, delimiter) for line in lines]
    order: Sequence[str] = _ORDER
    first = next((row for row in rows if any(row)), [])
    named = [_named(cell) for cell in first]
    if {"origin", "destination"} <= set(named):
        order = named
        rows[rows.index(first)] = []
    found = []
    for number, row in enumerate(rows, start=1):
        if any(row):
            cells = {name: cell for name, cell in zip(order, row, strict=False) if name}
            found.append(_asked(number, cells, ship_date))
            if len(found) > MOST_LINES:
                break
    return found


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [" ".join(cell.split()) for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return [" ".join(cell.split()) for cell in line.split(delimiter)]


def _named(cell: str) -> str:
    return next((name for name, words in _HEADINGS.items() if folded(cell) in words), "")


def _asked(number: int, cells: dict[str, str], ship_date: date) -> Asked:
    unit: dict[str, Any] = {"type": "SKD", "count": _count(cells.get("count", ""))} | _weight(cells.get("weight", ""))
    unit |= _size_or_class(cells.get("size", ""))
    values = {
        "origin": place_of(cells.get("origin", "")),
        "destination": place_of(cells.get("destination", "")),
        "ship_date": ship_date.isoformat(),
        "handling_units": [unit],
    }
    values = {name: value for name, value in values.items() if value}
    try:
        request, problems = checked(RateQuoteRequest, values)
    except msgspec.ValidationError as error:
        return Asked(number, cells, None, (FieldProblem(_where(str(error)), FieldCode.MALFORMED),))
    problems = problems if request is None else check_rate_quote(request)
    return Asked(number, cells, None if problems else request, tuple(problems))


def _where(text: str) -> str:
    """Return which member a complaint of msgspec is about."""
    return next((f"/{name}" for name in ("count", "weight", "length", "width", "height") if f".{name}" in text), "")


def _count(text: str) -> Any:
    return 1 if not text else int(text) if text.isascii() and text.isdigit() and len(text) < 6 else text


def _weight(text: str) -> dict[str, str]:
    found = _WEIGHT.match(text)
    if found is None:
        return {"weight": text}
    is_metric = (found["unit"] or "").lower() == "kg"
    number = "".join(found["number"].split()).replace(",", ".")
    return {"weight": number, "weight_unit": "kg" if is_metric else "lb"}


def _size_or_class(text: str) -> dict[str, str]:
    found = _SIZE.match(text)
    if found is not None:
        sizes = {name: found[name].replace(",", ".") for name in ("length", "width", "height")}
        return sizes | {"dimension_unit": "cm" if (found["unit"] or "").lower() == "cm" else "in"}
    named = text.replace(",", ".")
    if not named:
        return {}
    return {"freight_class": named if named in FREIGHT_CLASSES else text}


def text_of_file(file: Path) -> str:
    """Return the text of a CSV or text file, UTF-8 or Windows-1252.

    Raises:
        OSError: it cannot be read.
        ValueError: it is too large or no text.
    """
    with file.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES or b"\0" in content:
        raise ValueError(file.name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
