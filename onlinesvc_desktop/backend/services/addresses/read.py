# SPDX-License-Identifier: MIT
"""Read a CSV file of addresses as WorldShip, CampusShip, FedEx, a spreadsheet or our own export writes it. Pure."""

import io
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

from onlinesvc_desktop.backend.intake.tables.delimited import delimited_rows
from onlinesvc_desktop.backend.intake.tables.headings import plain_heading
from onlinesvc_desktop.backend.intake.tables.rows import TableError, TableFault, TableRow
from onlinesvc_desktop.backend.intake.tables.words import provinces
from onlinesvc_desktop.contract.address import too_long_for_xml
from onlinesvc_desktop.contract.addresses import AddressBody, LineLong, LineRejected
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.codes import FieldCode, Language
from onlinesvc_desktop.contract.contact import Country, country_of, parse_postal_code, parse_telephone
from onlinesvc_desktop.contract.csv_text import is_like_formula
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.problem import FieldProblem

_LOOKED_AT = 15
_NEEDED: Final = frozenset({"city", "postal_code", "address1"})
_WHO: Final = frozenset({"name", "full_name", "attention", "last_name"})
_WITHOUT_HEADINGS: Final = (
    *("name", "code", "attention", "address1", "address2", "address3", "city", "province", "postal_code", "country"),
    *("telephone", "extension", "", "email"),
)
"""CampusShip's order, whose thirteenth column is the fax."""
_YES: Final = frozenset({"y", "yes", "o", "oui", "x", "1", "true", "vrai"})
_FLAGS: Final = ("residential", "limited_access", "dock", "tailgate", "shared")
_TEXTS: Final = (
    *("code", "address1", "unit", "city", "extension", "email", "opens", "closes", "customs_broker", "instructions"),
)
_COUNTRIES: Final = {
    **dict.fromkeys(("ca", "can", "canada"), Country.CANADA.value),
    **dict.fromkeys(
        ("us", "usa", "u s a", "u s", "united states", "united states of america", "etats unis", "e u", "eu"),
        Country.UNITED_STATES.value,
    ),
}
_LANGUAGES: Final = {
    **dict.fromkeys(("en", "e", "english", "anglais"), Language.ENGLISH.value),
    **dict.fromkeys(("fr", "f", "french", "francais"), Language.FRENCH.value),
}
_LOST_ZERO = re.compile(r"^[0-9]{3,4}\Z")
_LISTED = re.compile(r"[\s,;|]+")


class AddressFileError(Exception):
    """A file that holds no addresses at all; ``code`` says why."""

    def __init__(self, code: FieldCode) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True, slots=True)
class AddressLine:
    """A line that can be an entry: only the members that it says anything about."""

    line: int
    cells: tuple[str, ...]
    values: Mapping[str, Any]
    body: AddressBody


@dataclass(frozen=True, slots=True)
class AddressFile:
    """The headings of a file, which column is read as what, and its lines."""

    headings: tuple[str, ...]
    columns: tuple[str, ...]
    lines: tuple[AddressLine | LineRejected, ...]


@cache
def _names() -> Mapping[str, str]:
    words = tomllib.loads(Path(__file__).with_name("headings.toml").read_text("utf-8"))
    return {name: ours for ours, names in words.items() for name in names}


def meaning_of(heading: str) -> str:
    """Return what a column is called here, empty for what is not kept."""
    return _names().get(plain_heading(heading), "")


def read_addresses(content: bytes, most: int) -> AddressFile:
    """Return what a file holds; every line that cannot be an entry with all its reasons.

    Raises:
        AddressFileError: these are no characters, no addresses, or more than ``most`` lines.
    """
    try:
        rows = list(_some(delimited_rows(io.BytesIO(content)), most + _LOOKED_AT))
    except TableError as error:
        raise AddressFileError(FieldCode.REQUIRED if error.fault is TableFault.EMPTY else FieldCode.MALFORMED) from error
    at = _heading_row(rows)
    headings: tuple[str, ...] = ()
    columns: tuple[str, ...] = _WITHOUT_HEADINGS
    below: Sequence[TableRow] = rows
    if at is None:
        if not rows or not _is_without_headings(rows[0].cells):
            raise AddressFileError(FieldCode.UNKNOWN)
    else:
        headings, below = rows[at].cells, rows[at + 1 :]
        columns = _first_of_each(map(meaning_of, headings))
    if len(below) > most:
        raise AddressFileError(FieldCode.TOO_MANY)
    lines = [_line(row, columns) for row in below if any(row.cells) and row.cells != headings]
    return AddressFile(headings, columns, tuple(lines))


def long_lines(lines: Iterable[AddressLine | LineRejected]) -> list[LineLong]:
    """Return the lines that come in with members for which the carrier XML has no room: they are kept whole."""
    found = ((line, too_long_for_xml(msgspec.to_builtins(line.body))) for line in lines if isinstance(line, AddressLine))
    return [LineLong(line.line, line.body.name, lengths) for line, lengths in found if lengths]


def _some(rows: Iterator[TableRow], most: int) -> Iterator[TableRow]:
    for count, row in enumerate(rows):
        if count > most:
            raise AddressFileError(FieldCode.TOO_MANY)
        yield row


def _heading_row(rows: Sequence[TableRow]) -> int | None:
    for at, row in enumerate(rows[:_LOOKED_AT]):
        known = {meaning_of(cell) for cell in row.cells}
        if known & _WHO and known & _NEEDED:
            return at
    return None


def _is_without_headings(cells: Sequence[str]) -> bool:
    return len(cells) >= 10 and plain_heading(cells[9]) in _COUNTRIES and all(cells[one] for one in (0, 3, 6))


def _first_of_each(meanings: Iterable[str]) -> tuple[str, ...]:
    """Let each member be read from one column, the first that has its name."""
    known = set[str]()
    columns = []
    for one in meanings:
        columns.append("" if one in known else one)
        known.add(one)
    return tuple(columns)


def _line(row: TableRow, columns: Sequence[str]) -> AddressLine | LineRejected:
    cells = {name: _typed(cell) for name, cell in zip(columns, row.cells, strict=False) if name}
    values = _values({name: cell for name, cell in cells.items() if cell})
    try:
        body, problems = checked(AddressBody, values)
    except msgspec.ValidationError:
        body, problems = None, (FieldProblem("", FieldCode.MALFORMED),)
    if body is None:
        return LineRejected(row.line, row.cells, problems)
    return AddressLine(row.line, row.cells, values, body)


def _typed(cell: str) -> str:
    """Return a cell without the mark that keeps a spreadsheet from taking it for a formula."""
    text = cell.strip()
    return text[1:] if text.startswith("'") and is_like_formula(text[1:]) else text


def _values(cells: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {name: cells[name] for name in _TEXTS if name in cells}
    values |= _who(cells)
    values |= _where(cells)
    second = ", ".join(cells[name] for name in ("address2", "address3") if name in cells)
    if second:
        values["address2"] = second
    if "telephone" in cells:
        values |= _telephone(cells["telephone"])
    values |= {name: plain_heading(cells[name]) in _YES for name in _FLAGS if name in cells}
    if "language" in cells:
        values["language"] = _LANGUAGES.get(folded(cells["language"]), cells["language"])
    if "accessorials" in cells:
        values["accessorials"] = [one.upper() for one in _LISTED.split(cells["accessorials"]) if one]
    return values


def _who(cells: Mapping[str, str]) -> dict[str, str]:
    person = cells.get("attention") or cells.get("full_name") or ""
    person = person or " ".join(cells[name] for name in ("first_name", "last_name") if name in cells)
    name = cells.get("name", "")
    if not name:
        return {"name": person} if person else {}
    return {"name": name, "attention": person} if person and person != name else {"name": name}


def _where(cells: Mapping[str, str]) -> dict[str, str]:
    values = {}
    province = cells.get("province", "")
    code = province.upper() if country_of(province.upper()) else provinces().get(folded(province), province)
    if code:
        values["province"] = code
    country = _COUNTRIES.get(plain_heading(cells.get("country", "")), cells.get("country", ""))
    postal_code = cells.get("postal_code", "")
    of_province = country_of(code)
    if _LOST_ZERO.match(postal_code) and Country.UNITED_STATES.value in (country, of_province):
        postal_code = postal_code.zfill(5)
    found = parse_postal_code(postal_code)
    if postal_code:
        values["postal_code"] = postal_code if found is None else found[0]
    likely = of_province or (None if found is None else found[1])
    country = country or ("" if likely is None else likely.value)
    if country:
        values["country"] = country
    return values


def _telephone(text: str) -> dict[str, str]:
    number, _, extension = (parse_telephone(text) or text).partition(" x")
    return {"telephone": number} | ({"extension": extension} if extension else {})
