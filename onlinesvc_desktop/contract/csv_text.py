# SPDX-License-Identifier: MIT
"""CSV that a spreadsheet opens right, the same from the program's tables and the backend's reports. Pure."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

Cell = str | int | Decimal | date | datetime | None
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Goes before the UTF-8, or Excel takes it for something else."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(rows: Iterable[Sequence[Cell]], decimal_mark: str) -> str:
    """Return rows as CSV: semicolons where the comma is the decimal mark, as Excel expects.

    Text that a spreadsheet would take for a formula is quoted; a moment is the wall clock of its place.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";" if decimal_mark == "," else ",")
    writer.writerows([_cell(cell, decimal_mark) for cell in row] for row in rows)
    return stream.getvalue()


def _cell(cell: Cell, decimal_mark: str) -> str:
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
            return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
