# SPDX-License-Identifier: MIT
"""A table that is written row by row, however long: CSV or a workbook, whole at the end or not at all.

Blocks; runs on worker threads only, one at a time.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from onlinesvc_desktop.contract.csv_text import BYTE_ORDER_MARK, Cell, csv_text, is_like_formula, plain_text
from onlinesvc_desktop.whole_file import replacing

_LONGEST = 32_767
"""Characters that a cell of a workbook can hold."""


class _DroppedError(Exception):
    """The file shall not be."""


class GrowingTable:
    """A file under way; ``finish`` gives it its name, ``drop`` leaves nothing."""

    def __init__(self, file: Path, title: str, headings: Sequence[str], decimal_mark: str) -> None:
        """Begin it.

        Raises:
            OSError: disk full, folder read-only.
        """
        self._mark = decimal_mark
        self._stack = ExitStack()
        self._fresh = self._stack.enter_context(replacing(file))
        self._book: Any = None
        if file.suffix.lower() == ".csv":
            self._fresh.write_bytes(BYTE_ORDER_MARK)
        else:
            from openpyxl import Workbook

            self._book = Workbook(write_only=True)
            self._sheet = self._book.create_sheet(plain_text(title)[:31])
            self._sheet.freeze_panes = "A2"
        self.append([headings])

    def append(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Write more rows.

        Raises:
            OSError: disk full.
        """
        if self._book is None:
            with self._fresh.open("ab") as stream:
                stream.write(csv_text(rows, self._mark).encode())
            return
        for row in rows:
            self._sheet.append([self._cell(cell) for cell in row])

    def finish(self, is_wanted: Callable[[], bool] = lambda: True) -> None:
        """Give the file its name; one that nobody wants by then, because it took long, is dropped.

        Raises:
            OSError: disk full, folder read-only.
        """
        with suppress(_DroppedError), self._stack:
            if self._book is not None:
                self._book.save(self._fresh)
            if not is_wanted():
                raise _DroppedError

    def drop(self) -> None:
        """Leave no file."""
        with suppress(_DroppedError, OSError), self._stack:
            if self._book is not None:
                self._book.close()
            raise _DroppedError

    def _cell(self, cell: Cell) -> Any:
        from openpyxl.cell import WriteOnlyCell

        if not isinstance(cell, str):
            return cell
        text = plain_text(cell)[:_LONGEST]
        if not is_like_formula(text):
            return text
        plain = WriteOnlyCell(self._sheet, value=text)
        plain.data_type = "s"
        return plain
