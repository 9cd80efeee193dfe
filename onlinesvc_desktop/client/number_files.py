# SPDX-License-Identifier: MIT
"""Read a file with numbers to trace: CSV, text or an Excel workbook, whatever its encoding. Runs on worker threads only.

A file from outside is hostile until read. Whatever its shape, it is read or refused within 20 seconds of a core and 400 MB:
its size, its rows, its cells and the elements of a workbook are counted before anything grows with them.
"""

import csv
import struct
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from onlinesvc_desktop.client.reference_lists import MAX_CELLS, Taken, take_cells, take_numbers

MAX_FILE_BYTES = 20_000_000
MAX_TEXT_BYTES = 3_000_000
_MAX_UNPACKED_BYTES = 20_000_000
_MAX_RATIO = 250
"""How much smaller a packed part of more than a megabyte may be; what a spreadsheet writes stays far below."""
_RATIO_COUNTS_FROM = 1_000_000
_MAX_PARTS = 2_000
_MAX_CELL_ELEMENTS = 1_000_000
_MAX_OTHER_ELEMENTS = 50_000
_MAX_COLUMNS = 16_384
_MAX_ROWS = 200_000
_ENCODINGS = ("utf-8-sig", "cp1252")
_DAMAGED = (
    *(EOFError, zipfile.BadZipFile, zlib.error, struct.error, SyntaxError),
    *(LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError),
)
"""Whatever is wrong inside a workbook, openpyxl, the archive and the XML reader say it with one of these."""
_MANY_COLUMNS = ("\t", ";", ",", "|")


class FileTrouble(StrEnum):
    """Why a file gives no numbers."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NO_WORKBOOK = "no_workbook"
    OLD_WORKBOOK = "old_workbook"


class _TooLargeError(Exception):
    """More than a list of numbers needs."""


def numbers_in(file: Path) -> Taken | FileTrouble:
    """Return the numbers of a file, or why it gives none."""
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_FILE_BYTES + 1)
        if len(content) > MAX_FILE_BYTES:
            return FileTrouble.TOO_LARGE
        if content.startswith(b"\xd0\xcf\x11\xe0"):
            return FileTrouble.OLD_WORKBOOK
        return _workbook(file) if content.startswith(b"PK") else _text(content)
    except OSError:
        return FileTrouble.UNREADABLE
    except (_TooLargeError, MemoryError):
        return FileTrouble.TOO_LARGE


def _text(content: bytes) -> Taken | FileTrouble:
    if len(content) > MAX_TEXT_BYTES:
        return FileTrouble.TOO_LARGE
    text = _decoded(content)
    if text is None:
        return FileTrouble.UNREADABLE
    try:
        delimiter = _delimiter_of(text)
        if delimiter is None:
            return take_numbers(text)
        return take_cells(_counted(csv.reader(text.splitlines(), delimiter=delimiter)))
    except csv.Error:
        return FileTrouble.UNREADABLE


def _counted(rows: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    """Return the rows, as long as they make a table of a size that a list of numbers can have.

    Raises:
        _TooLargeError: they do not.
    """
    kept: list[Sequence[str]] = []
    width = 0
    for row in rows:
        kept.append(row)
        width = max(width, len(row))
        if len(kept) * width > MAX_CELLS or len(kept) > _MAX_ROWS:
            raise _TooLargeError
    return kept


def _decoded(content: bytes) -> str | None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\0" in content[:4096]:
        return None
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _delimiter_of(text: str) -> str | None:
    """Return what separates the columns: the same number of it, at least one, in the first lines."""
    lines = [line for line in text.splitlines() if line.strip()][:20]
    for delimiter in _MANY_COLUMNS:
        try:
            counts = {len(row) for row in csv.reader(lines, delimiter=delimiter)}
        except csv.Error:
            continue
        if len(lines) > 1 and len(counts) == 1 and counts.pop() > 1:
            return delimiter
    return None


def _workbook(file: Path) -> Taken | FileTrouble:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(file) as parts:
            _count_parts(parts)
        book = load_workbook(file, read_only=True, data_only=True)
        try:
            sheet: Any = book.worksheets[0]
            # What the file says about its own size is not believed: openpyxl would fill all of it with cells.
            sheet.reset_dimensions()
            cells = sheet.iter_rows(values_only=True, max_row=_MAX_ROWS)
            rows = _counted([_cell(value) for value in row] for row in cells)
        finally:
            book.close()
    except (InvalidFileException, *_DAMAGED):
        return FileTrouble.NO_WORKBOOK
    return take_cells(rows)


def _count_parts(parts: zipfile.ZipFile) -> None:
    """Look at what a workbook holds before anything is built from it.

    Raises:
        _TooLargeError: it is, or unpacks to, more than a list of numbers needs.
        ValueError: a part has a document type.
        zipfile.BadZipFile: it is damaged.
    """
    entries = parts.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MAX_PARTS or unpacked > _MAX_UNPACKED_BYTES:
        raise _TooLargeError
    in_cells = others = 0
    for entry in entries:
        if entry.file_size > max(_RATIO_COUNTS_FROM, _MAX_RATIO * entry.compress_size):
            raise _TooLargeError
        # A picture is no XML at its first byte; but what a part is called says nothing about who reads it as XML.
        with parts.open(entry) as stream:
            counted = _elements_of(stream)
        if entry.filename.startswith("xl/worksheets/") or entry.filename.endswith("sharedStrings.xml"):
            in_cells += counted
        else:
            others += counted
        if in_cells > _MAX_CELL_ELEMENTS or others > _MAX_OTHER_ELEMENTS:
            raise _TooLargeError


def _elements_of(stream: IO[bytes]) -> int:
    """Return how many elements an XML part has up to its end or its first mistake, without building any.

    Raises:
        _TooLargeError: a row has more cells than any spreadsheet knows, or there are too many elements.
        ValueError: it has a document type.
    """
    from xml.parsers.expat import ExpatError, ParserCreate

    parser = ParserCreate()
    count = 0
    siblings = [0]

    def begin(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        siblings[-1] += 1
        siblings.append(0)
        is_row_full = len(siblings) == _CELL_DEPTH and siblings[-2] > _MAX_COLUMNS
        if count > _MAX_CELL_ELEMENTS or is_row_full or len(siblings) > _MAX_DEPTH:
            raise _TooLargeError

    def end(_name: str) -> None:
        siblings.pop()

    def refuse(*_: object) -> None:
        raise ValueError("a document type")

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse
    with suppress(ExpatError):
        parser.ParseFile(stream)
    return count


_CELL_DEPTH = 5
"""worksheet, sheetData, row, c, and the list below c."""
_MAX_DEPTH = 64


def _cell(value: object) -> str:
    """Return a cell as text; a number keeps no decimal point it never had."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
