# SPDX-License-Identifier: MIT
"""Numbers to trace out of whatever people paste: a column of a spreadsheet, an e-mail, one number in groups of three.

Every function is pure.
"""

import re
import unicodedata
from collections.abc import Sequence

import msgspec

from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.limits import MAX_REFERENCE_LENGTH, MIN_REFERENCE_LENGTH

_SEPARATORS = re.compile(r"[\s,;|]+")
_GROUPED = re.compile(
    r"(?<![\w-])([0-9]{3})[ \-\u00a0\u2010-\u2015\u202f]([0-9]{3})[ \-\u00a0\u2010-\u2015\u202f]([0-9]{3})(?![\w-])"
)
_NOT_NUMBERS = re.compile(
    r"""[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(T[0-9:.+Zz-]+)?  # a date
    | [0-9]{1,2}[-/.][0-9]{1,2}[-/.]([0-9]{4}|[0-9]{2})
    | [0-9]{1,2}[:h][0-9]{2}(:[0-9]{2})?            # a time of day
    | \(?[0-9]{3}\)?[-.][0-9]{3}[-.][0-9]{4}         # a telephone number
    | [$\u20ac]?[0-9]+([.,][0-9]{2})?[$%\u20ac]?      # an amount, a small count
    | [^@\s]+@[^@\s]+ | https?:.*                    # an address
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HEADINGS = re.compile(
    r"\b(auto-?pro|pro|probill|waybill|b/?l|bol|bill of lading|connaissement|po|purchase order|order|commande|"
    r"bon de commande|ref(erence)?|r[eé]f([eé]rence)?|pickup|ramassage|confirmation|tracking|shipment|exp[eé]dition)\b"
)
_WRAPPING = "\"'()[]<>{}.:!?#\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
MAX_CELLS = 2_000_000
"""Rows times columns; what is larger is taken for words, or refused."""
_FEW_LINES = 3
_MOSTLY = 0.5


class Taken(msgspec.Struct, frozen=True):
    """The numbers of a text, each once and in order; how many came again, and the column they stood in."""

    numbers: tuple[str, ...]
    repeated: int = 0
    blank: int = 0
    column: str = ""


def take_numbers(text: str) -> Taken:
    """Take the numbers out of a typed or pasted text; nine digits in groups count as one number."""
    if not isinstance(parse_autopro(text), AutoproFault):
        return Taken((text.strip(),))
    if "\t" in text and "\n" in text.strip():
        lines = text.splitlines()
        if len(lines) * (1 + max(line.count("\t") for line in lines)) <= MAX_CELLS:
            return take_cells([line.split("\t") for line in lines])
    words = [word for word in _SEPARATORS.split(_GROUPED.sub(r"\1\2\3", text)) if word]
    numbers = [number for word in words if (number := word.strip(_WRAPPING)) and _is_reference(number)]
    is_prose = len(words) > _FEW_LINES and 0 < len(numbers) < _MOSTLY * len(words)
    return _each_once(numbers if is_prose else words)


def take_cells(rows: Sequence[Sequence[str]]) -> Taken:
    """Take the numbers out of a table: the column whose heading says so, else the one with most numbers in it."""
    width = max((len(row) for row in rows), default=0)
    columns = [[row[at].strip() if at < len(row) else "" for row in rows] for at in range(width)]
    if not columns:
        return Taken(())
    filled = [cell for row in rows for cell in map(str.strip, row) if cell]
    if _autopros(filled) == len(filled):
        return _each_once(filled)
    best, heading, first = max(
        ((column, *_heading_of(column)) for column in columns),
        key=lambda one: (bool(one[1]), _autopros(one[0]), _references(one[0])),
    )
    cells = best[first:]
    numbers = [cell for cell in cells if cell and (bool(heading) or _is_reference(cell))]
    taken = _each_once(numbers)
    return msgspec.structs.replace(taken, column=heading, blank=sum(not cell for cell in cells))


def _heading_of(column: Sequence[str]) -> tuple[str, int]:
    """Return the heading of a column of numbers and where the numbers begin."""
    for at, cell in enumerate(column[:_FEW_LINES]):
        plain = cell.casefold().replace("#", " ").replace(".", " ")
        if _HEADINGS.search(plain) and not any(c.isdigit() for c in cell) and _references(column[at + 1 :]):
            return cell, at + 1
    return "", 0


def _autopros(cells: Sequence[str]) -> int:
    return sum(not isinstance(parse_autopro(cell), AutoproFault) for cell in cells)


def _references(cells: Sequence[str]) -> int:
    return sum(_is_reference(cell) for cell in cells)


def _is_reference(text: str) -> bool:
    """Tell whether a text may be a shipment's number: a digit in it, no blank, neither date nor amount nor address."""
    if not isinstance(parse_autopro(text), AutoproFault):
        return True
    if not MIN_REFERENCE_LENGTH <= len(text) <= MAX_REFERENCE_LENGTH or not any(c.isdigit() for c in text):
        return False
    amount = text.isdigit() and len(text) > MIN_REFERENCE_LENGTH + 1
    return " " not in text and (amount or not _NOT_NUMBERS.fullmatch(text))


def _each_once(numbers: Sequence[str]) -> Taken:
    once = dict[str, str]()
    for number in numbers:
        once.setdefault(_key(number), number)
    return Taken(tuple(once.values()), len(numbers) - len(once))


def _key(number: str) -> str:
    autopro = parse_autopro(number)
    return unicodedata.normalize("NFKC", number).casefold() if isinstance(autopro, AutoproFault) else autopro
