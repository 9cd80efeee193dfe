# SPDX-License-Identifier: MIT
"""Rows of the first sheet of an Excel (.xlsx) or OpenDocument (.ods) workbook, within stated limits.

A workbook is a small file that can unpack to any size: its parts, its rows and its cells are counted before they are kept.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from onlinesvc_desktop.backend.intake.tables.rows import TableError, TableFault, TableRow

MAX_UNPACKED_BYTES = 60_000_000
MAX_ROWS = 200_000
MAX_COLUMNS = 256
_MOST_TIMES_SMALLER = 200
_SMALL_PART = 1_000_000
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DAMAGED = (
    *(OSError, EOFError, zipfile.BadZipFile, zlib.error, struct.error, SyntaxError, ParseError),
    *(LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError),
)
"""Whatever is wrong inside a workbook, openpyxl, the archive and the XML parser below them say it with one of these."""


def workbook_rows(stream: BinaryIO) -> Iterator[TableRow]:
    """Yield the rows of the first sheet; a formula counts as the value it last had.

    Raises:
        TableError: it is no workbook, or larger than the limits.
    """
    try:
        with zipfile.ZipFile(stream) as parts:
            _refuse_bombs(parts)
            names = set(parts.namelist())
        stream.seek(0)
        rows = _opendocument(stream) if "content.xml" in names else _excel(stream)
        for number, cells in rows:
            if number > MAX_ROWS or len(cells) > MAX_COLUMNS:
                raise TableError(TableFault.TOO_LARGE)
            if any(cells):
                yield TableRow(number - 1, number, number, tuple(cells), "\t".join(cells))
    except _DAMAGED as error:
        raise TableError(TableFault.NOT_READABLE) from error


def _refuse_bombs(parts: zipfile.ZipFile) -> None:
    infos = parts.infolist()
    if sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
        raise TableError(TableFault.TOO_LARGE)
    for info in infos:
        if info.file_size > _SMALL_PART and info.file_size > _MOST_TIMES_SMALLER * max(info.compress_size, 1):
            raise TableError(TableFault.TOO_LARGE)


def _excel(stream: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(stream, read_only=True, data_only=True)
    except InvalidFileException as error:
        raise TableError(TableFault.NOT_READABLE) from error
    try:
        sheet = book.worksheets[0]
        # What a file says of its own size is not to be trusted; rows are counted as they come.
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(values_only=True, max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS + 1), 1):
            yield number, _without_blanks([_cell(value) for value in row])
    finally:
        book.close()


def _cell(value: object) -> str:
    """Return a cell as text: dates and times as ISO 8601, a number without a point it never had."""
    match value:
        case None:
            return ""
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="minutes")
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return " ".join(str(value).split())


def _without_blanks(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _opendocument(stream: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    from defusedxml.ElementTree import iterparse

    with zipfile.ZipFile(stream) as parts, parts.open("content.xml") as content:
        number = depth = 0
        for event, element in iterparse(content, events=("start", "end"), forbid_dtd=True):
            if element.tag == f"{_TABLE}table":
                depth += 1 if event == "start" else -1
                if depth == 0:
                    return
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                cells = _opendocument_cells(element)
                times = _repeated(element, "number-rows-repeated")
                # A sheet ends in one row repeated a million times, which is blank.
                for at in range(1, (times if any(cells) else 1) + 1):
                    yield number + at, cells
                number += times
                element.clear()


def _opendocument_cells(row: Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        text = _opendocument_text(cell)
        times = _repeated(cell, "number-columns-repeated")
        if len(cells) + times > MAX_COLUMNS:
            if text:
                raise TableError(TableFault.TOO_LARGE)
            break
        cells.extend([text] * times)
    return _without_blanks(cells)


def _opendocument_text(cell: Element) -> str:
    match cell.get(f"{_OFFICE}value-type"):
        case "date":
            return (cell.get(f"{_OFFICE}date-value") or "")[:32]
        case "float" | "currency":
            value = cell.get(f"{_OFFICE}value") or ""
            return value.removesuffix(".0")
        case _:
            paragraphs: Sequence[str] = ["".join(one.itertext()) for one in cell.iter(f"{_TEXT}p")]
            return " ".join(" ".join(paragraphs).split())


def _repeated(element: Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}") or "1"
    return min(int(text), MAX_ROWS + 1) if text.isascii() and text.isdigit() and len(text) <= 9 else 1
