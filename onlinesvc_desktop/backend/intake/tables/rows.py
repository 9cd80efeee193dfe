# SPDX-License-Identifier: MIT
"""A row of a table, whatever kind of file holds it, and why a file gives none."""

from enum import StrEnum

import msgspec

OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"
WORKBOOK_BEGINNINGS = (OLD_WORKBOOK, ZIP)


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


class TableRow(msgspec.Struct, frozen=True, gc=False):
    """One row: where it begins and ends, its line or row number from 1, its cells, and its text as it came.

    ``start`` and ``end`` are bytes of a text file and row numbers of a workbook; they only grow, so that a stopped intake
    goes on where it was.
    """

    start: int
    end: int
    line: int
    cells: tuple[str, ...]
    text: str
    is_too_long: bool = False
    """A quoted cell is longer than any that is read; the row is whole all the same."""
