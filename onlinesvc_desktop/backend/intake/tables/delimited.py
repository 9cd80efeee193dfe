# SPDX-License-Identifier: MIT
"""Rows of delimited text: any usual encoding, line end and separator, quoted cells over several lines, ``sep=``."""

import codecs
import csv
import re
import tempfile
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import IO, BinaryIO

import msgspec

from onlinesvc_desktop.backend.intake.tables.rows import TableError, TableFault, TableRow

_LONGEST_LINE = 65_536
LONGEST_CELL = csv.field_size_limit()
"""Characters of a quoted cell, as Python reads them unless a program tells it otherwise."""
_MOST_JOINED = 40
_SAMPLED_BYTES = 65_536
_SAMPLED_LINES = 30
_IN_MEMORY = 1 << 20
_COPIED_AT_ONCE = 1 << 16
_DELIMITERS = (",", ";", "\t", "|")
_BYTE_ORDER_MARK = "\ufeff"
_BLANK = re.compile(r"\s")


class _Line(msgspec.Struct, frozen=True, gc=False):
    start: int
    end: int
    number: int
    text: str


def delimited_rows(stream: BinaryIO) -> Iterator[TableRow]:
    """Yield the rows of a text file.

    Raises:
        TableError: it holds bytes that are no text, or nothing.
    """
    plain = _plain(stream)
    try:
        sample = [line.text for line in islice(_lines(plain), _SAMPLED_LINES)]
        plain.seek(0)
        if not any(text.strip() for text in sample):
            raise TableError(TableFault.EMPTY)
        told = _told_delimiter(sample[0])
        delimiter = told or _likely_delimiter(sample)
        lines = _lines(plain)
        if told is not None:
            next(lines)
        yield from _joined(lines, delimiter, _usual_width(sample, delimiter))
    finally:
        if plain is not stream:
            plain.close()


def _plain(stream: BinaryIO) -> IO[bytes]:
    """Return the stream itself, or a copy in UTF-8 with LF at each line's end when it is UTF-16 or knows CR only.

    Raises:
        TableError: these are no characters.
    """
    sample = stream.read(_SAMPLED_BYTES)
    stream.seek(0)
    wide = _wide_encoding(sample)
    if wide is None and b"\0" in sample:
        raise TableError(TableFault.NOT_READABLE)
    only_returns = b"\r" in sample and b"\n" not in sample
    if wide is None and not only_returns:
        return stream
    copy: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed with the rows
    decoder = codecs.getincrementaldecoder(wide or "latin-1")("replace")
    while chunk := stream.read(_COPIED_AT_ONCE):
        text = decoder.decode(chunk)
        if only_returns:
            text = text.replace("\r", "\n")
        copy.write(text.encode("utf-8" if wide else "latin-1", "replace"))
    copy.seek(0)
    return copy


def _wide_encoding(sample: bytes) -> str | None:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    zeros = sample.count(b"\0")
    if zeros * 5 >= max(len(sample), 1) * 2:
        return "utf-16-be" if sample.startswith(b"\0") else "utf-16-le"
    return None


def _lines(stream: IO[bytes]) -> Iterator[_Line]:
    position = number = 0
    while raw := stream.readline(_LONGEST_LINE):
        start, position = position, position + len(raw)
        number += 1
        yield _Line(start, position, number, _text(raw).rstrip("\r\n").replace("\0", ""))


def _text(raw: bytes) -> str:
    """Return a line as text; lines of two programs may stand in one file, so each is looked at by itself."""
    try:
        return raw.decode().removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _told_delimiter(first: str) -> str | None:
    """Return the separator that Excel's ``sep=;`` line names."""
    begin = first.strip().casefold()
    if not begin.startswith("sep="):
        return None
    rest = first.strip("\r\n")[4:] or "\t"
    return rest[0]


def _likely_delimiter(sample: Sequence[str]) -> str:
    """Return the separator under which most lines have one and the same width, the wider the better."""

    def fit(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(cells) for cells in _parsed(sample, delimiter) if len(cells) > 1)
        if not widths:
            return 0, 0
        width, lines = max(widths.items(), key=lambda item: (item[1], item[0]))
        return lines * width, width

    return max(_DELIMITERS, key=fit)


def _usual_width(sample: Sequence[str], delimiter: str) -> int:
    try:
        rows = list(csv.reader([f"{line}\n" for line in sample], delimiter=delimiter))
    except csv.Error:
        rows = list(_parsed(sample, delimiter))
    widths = Counter(len(cells) for cells in rows if len(cells) > 1)
    return max(widths, key=lambda width: (widths[width], width), default=1)


def _parsed(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    for line in lines:
        if line.strip():
            yield _cells(line, delimiter)


def _cells(text: str, delimiter: str) -> list[str]:
    if '"' not in text and delimiter in _DELIMITERS:
        return text.split(delimiter)
    try:
        return next(csv.reader([text], delimiter=delimiter), [])
    except csv.Error:
        # A line longer than a cell may be, or a quote that nothing closes: the separators still tell the cells.
        return text.split(delimiter)


def _joined(lines: Iterator[_Line], delimiter: str, width: int) -> Iterator[TableRow]:
    """Yield rows; a quoted cell goes on over the next lines when that makes a row of the usual width."""
    ahead: deque[_Line] = deque()

    def take() -> _Line | None:
        return ahead.popleft() if ahead else next(lines, None)

    while (line := take()) is not None:
        if not line.text.strip():
            continue
        row = _row(line, line, line.text, delimiter)
        if len(row.cells) < width and _is_open(line.text, delimiter):
            joined, looked_at = line.text, list[_Line]()
            while len(looked_at) < _MOST_JOINED and (more := take()) is not None:
                looked_at.append(more)
                joined = f"{joined}\n{more.text}"
                if joined.count('"') % 2 == 0:
                    break
            is_closed = joined.count('"') % 2 == 0
            whole = _row(line, looked_at[-1] if looked_at else line, joined, delimiter) if is_closed else row
            if is_closed and len(whole.cells) == width:
                row = whole
            else:
                ahead.extendleft(reversed(looked_at))
        yield row


def _is_open(text: str, delimiter: str) -> bool:
    return text.count('"') % 2 == 1 and (text.lstrip().startswith('"') or f'{delimiter}"' in text)


def _row(first: _Line, last: _Line, text: str, delimiter: str) -> TableRow:
    is_too_long = False
    if "\n" in text:
        try:
            cells = next(csv.reader(text.splitlines(keepends=True), delimiter=delimiter), [])
        except csv.Error:
            cells = _long_cells(text, delimiter)
            is_too_long = any(len(cell) > LONGEST_CELL for cell in cells)
    else:
        cells = _cells(text, delimiter)
    if _BLANK.search(text):
        cells = [" ".join(cell.split()) for cell in cells]
    return TableRow(first.start, last.end, first.number, tuple(cells), text, is_too_long)


def _long_cells(text: str, delimiter: str) -> list[str]:
    """Return the cells of a row one of which is longer than ``csv`` reads."""
    cells, pieces = [""], text.split('"')
    for at, piece in enumerate(pieces):
        if at % 2:
            cells[-1] += piece
        elif not piece and 0 < at < len(pieces) - 1:
            cells[-1] += '"'
        else:
            first, *others = piece.split(delimiter)
            cells[-1] += first
            cells += others
    return cells
