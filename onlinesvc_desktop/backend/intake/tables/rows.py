# SPDX-License-Identifier: MIT
"""The rows of a table, whatever kind of file holds it; memory does not grow with a text file."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
WORKBOOK_BEGINNINGS = (_OLD_WORKBOOK, _ZIP)


class TableFault(StrEnum):
    """Why a file gives no rows at all."""

    NOT_READABLE = "not_readable"
    TOO_LARGE = "too_large"
    OLD_WORKBOOK = "old_workbook"
    """A workbook of Excel 97 or one with a password; both begin alike."""
    EMPTY = "empty"


class TableError(Exception):
    """A file gives no rows; ``fault`` says why."""

    def __init__(self, fault: TableFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: where it begins and ends, its line or row number from 1, its cells, and its text as it came.

    ``start`` and ``end`` are bytes of a text file and row numbers of a workbook; they only grow, so that a stopped intake
    goes on where it was.
    """

    start: int
    end: int
    line: int
    cells: tuple[str, ...]
    text: str


def rows_of(stream: BinaryIO) -> Iterator[TableRow]:
    """Yield the rows of a table, blank ones left out.

    Raises:
        TableError: the file holds no table.
    """
    begin = stream.read(8)
    stream.seek(0)
    if begin.startswith(_OLD_WORKBOOK):
        raise TableError(TableFault.OLD_WORKBOOK)
    if begin.startswith(_ZIP):
        from onlinesvc_desktop.backend.intake.tables.workbook import workbook_rows

        return workbook_rows(stream)
    from onlinesvc_desktop.backend.intake.tables.delimited import delimited_rows

    return delimited_rows(stream)
