# SPDX-License-Identifier: MIT
"""CSV that a spreadsheet opens right, the same from the program's tables and the backend's reports. Pure."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

Cell = str | int | Decimal | date | datetime | None
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Goes before the UTF-8, or Excel takes it for something else."""
_LINE_ENDS = "\t\r\n\v\f\x85\u2028\u2029"
_FORMULA_STARTS = ("=", "+", "-", "@")
_TELEPHONE = re.compile(r"\+\d{1,3}\s[\d().\s-]*\d")
"""With a blank behind the country code it is no formula to any spreadsheet; a mark before it would change the number."""


def csv_text(rows: Iterable[Sequence[Cell]], decimal_mark: str) -> str:
    """Return rows as CSV: semicolons where the comma is the decimal mark, as Excel expects.

    Text that a spreadsheet would take for a formula is quoted; a moment is the wall clock of its place.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";" if decimal_mark == "," else ",")
    writer.writerows([cell_text(cell, decimal_mark) for cell in row] for row in rows)
    return stream.getvalue()


def plain_text(text: str) -> str:
    """Return a text without control characters: line ends become blanks, what no file can hold is left out."""
    if text.isprintable():
        return text
    blanks = "".join(" " if character in _LINE_ENDS else character for character in text)
    return "".join(c for c in blanks if unicodedata.category(c) not in ("Cc", "Cs") and c not in "\ufffe\uffff")


def is_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet could take a text for a formula: also after blanks, and in full-width characters."""
    plain = unicodedata.normalize("NFKC", text).lstrip()
    return plain.startswith(_FORMULA_STARTS) and not _TELEPHONE.fullmatch(plain)


def cell_text(cell: Cell, decimal_mark: str) -> str:
    """Return a cell as a spreadsheet reads it: ISO dates, plain numbers with the decimal mark, no formulas."""
    match cell:
        case None:
            return ""
        case datetime():
            return cell.strftime("%Y-%m-%d %H:%M")
        case date():
            return cell.isoformat()
        case Decimal():
            return str(cell).replace(".", decimal_mark)
        case int():
            return str(cell)
        case _:
            plain = plain_text(cell)
            return f"'{plain}" if is_like_formula(plain) else plain
