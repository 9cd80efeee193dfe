# SPDX-License-Identifier: MIT
"""Open a file as rows, by how it begins, whatever its name; memory does not grow with a text file."""

from collections.abc import Iterator
from typing import BinaryIO

from onlinesvc_desktop.backend.intake.tables.delimited import delimited_rows
from onlinesvc_desktop.backend.intake.tables.rows import OLD_WORKBOOK, ZIP, TableError, TableFault, TableRow
from onlinesvc_desktop.backend.intake.tables.workbook import workbook_rows


def rows_of(stream: BinaryIO) -> Iterator[TableRow]:
    """Yield the rows of a table, blank ones left out.

    Raises:
        TableError: the file holds no table.
    """
    begin = stream.read(8)
    stream.seek(0)
    if begin.startswith(OLD_WORKBOOK):
        raise TableError(TableFault.OLD_WORKBOOK)
    if begin.startswith(ZIP):
        return workbook_rows(stream)
    return delimited_rows(stream)
