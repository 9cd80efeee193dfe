# SPDX-License-Identifier: MIT
"""Write a table as a file for a spreadsheet: CSV that Excel opens right, or a workbook with real types.

Blocks; runs on worker threads only. Text that a spreadsheet would take for a formula is written as text.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from onlinesvc_desktop.contract.csv_text import BYTE_ORDER_MARK, Cell, csv_text, is_like_formula, plain_text
from onlinesvc_desktop.whole_file import write_whole

_WIDEST = 60
_LONGEST = 32_767
"""Characters that a cell of a workbook can hold."""


class TableData(msgspec.Struct, frozen=True):
    """A table to be written: its title, headings, and rows of native values."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def write_csv(file: Path, table: TableData, decimal_mark: str) -> None:
    """Write CSV with a byte order mark.

    Raises:
        OSError: disk full, folder read-only.
    """
    write_whole(file, BYTE_ORDER_MARK + csv_text([table.headings, *table.rows], decimal_mark).encode())


def write_workbook(file: Path, table: TableData) -> None:
    """Write an Excel workbook: a header that stays, a filter on it, numbers and dates as such, numbers of shipments as text.

    Raises:
        OSError: disk full, folder read-only.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_name(table.title))
    sheet.freeze_panes = "A2"
    for at, heading in enumerate(table.headings):
        widest = max([len(heading), *(len(str(row[at] or "")) for row in table.rows[:200])])
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(_WIDEST, widest + 3)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.headings))}{len(table.rows) + 1}"
    head = [WriteOnlyCell(sheet, value=plain_text(heading)) for heading in table.headings]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    for row in table.rows:
        cells = [_workbook_cell(cell) for cell in row]
        for at, cell in enumerate(cells):
            if isinstance(cell, str) and is_like_formula(cell):
                cells[at] = plain = WriteOnlyCell(sheet, value=cell)
                plain.data_type = "s"
        sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    write_whole(file, stream.getvalue())


def _sheet_name(title: str) -> str:
    """Return a title without what the name of a sheet cannot hold."""
    return "".join(" " if character in "\\*?:/[]" else character for character in plain_text(title))[:31]


def _workbook_cell(cell: Cell) -> Any:
    """Return a moment as the wall clock of its place, as on the screen, and a text as far as a workbook can hold it."""
    match cell:
        case datetime():
            return cell.replace(tzinfo=None)
        case str():
            return plain_text(cell)[:_LONGEST]
        case _:
            return cell
