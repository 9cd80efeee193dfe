# SPDX-License-Identifier: MIT
"""Read a file with numbers to trace: CSV, text or an Excel workbook, whatever its encoding. Runs on worker threads only.

A file from outside is hostile until read: its size is capped, also unpacked, and its XML read without entities.
"""

import csv
import zipfile
from enum import StrEnum
from pathlib import Path

from onlinesvc_desktop.client.reference_lists import Taken, take_cells, take_numbers

MAX_FILE_BYTES = 20_000_000
_MAX_UNPACKED_BYTES = 200_000_000
_MAX_ROWS = 200_000
_ENCODINGS = ("utf-8-sig", "cp1252")
_MANY_COLUMNS = ("\t", ";", ",", "|")


class FileTrouble(StrEnum):
    """Why a file gives no numbers."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NO_WORKBOOK = "no_workbook"
    OLD_WORKBOOK = "old_workbook"


def numbers_in(file: Path) -> Taken | FileTrouble:
    """Return the numbers of a file, or why it gives none."""
    try:
        if file.stat().st_size > MAX_FILE_BYTES:
            return FileTrouble.TOO_LARGE
        content = file.read_bytes()
    except OSError:
        return FileTrouble.UNREADABLE
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return FileTrouble.OLD_WORKBOOK
    if content.startswith(b"PK"):
        return _workbook(file)
    text = _decoded(content)
    if text is None:
        return FileTrouble.UNREADABLE
    delimiter = _delimiter_of(text)
    return take_numbers(text) if delimiter is None else take_cells(list(csv.reader(text.splitlines(), delimiter=delimiter)))


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
        counts = {len(row) for row in csv.reader(lines, delimiter=delimiter)}
        if len(lines) > 1 and len(counts) == 1 and counts.pop() > 1:
            return delimiter
    return None


def _workbook(file: Path) -> Taken | FileTrouble:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(file) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MAX_UNPACKED_BYTES:
                return FileTrouble.TOO_LARGE
        book = load_workbook(file, read_only=True, data_only=True)
        try:
            cells = book.worksheets[0].iter_rows(values_only=True, max_row=_MAX_ROWS)
            rows = [[_cell(value) for value in row] for row in cells]
        finally:
            book.close()
    except (OSError, zipfile.BadZipFile, InvalidFileException, KeyError, IndexError, ValueError, SyntaxError):
        # Whatever is wrong inside a workbook, openpyxl and the XML reader below it say it with one of these.
        return FileTrouble.NO_WORKBOOK
    return take_cells(rows)


def _cell(value: object) -> str:
    """Return a cell as text; a number keeps no decimal point it never had."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
