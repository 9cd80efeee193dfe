# SPDX-License-Identifier: MIT
"""What a table holds before anything of it is taken in: headings, first rows, likely mapping, status words with counts."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, islice
from typing import BinaryIO

from onlinesvc_desktop.backend.intake.records import QuarantineError, ShipmentRecord
from onlinesvc_desktop.backend.intake.tables.files import rows_of
from onlinesvc_desktop.backend.intake.tables.headings import (
    Layout,
    heading_row,
    meaning_of,
    missing_headings,
    nearest_heading,
    plain_heading,
)
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping, word_of
from onlinesvc_desktop.backend.intake.tables.moments import clock_of, day_of, likely_order
from onlinesvc_desktop.backend.intake.tables.read import record_of
from onlinesvc_desktop.backend.intake.tables.rows import TableError, TableFault, TableRow
from onlinesvc_desktop.backend.intake.tables.status_words import likely_status
from onlinesvc_desktop.backend.intake.tables.values import place_of
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.table_mapping import DateOrder

_FIRST_ROWS = 25
_SHOWN_ROWS = 8
_COUNTED_ROWS = 20_000
_MOST_WORDS = 200
_CODE = re.compile(r"[A-Z0-9]{2}")


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A word of the status column: how often it stands there, the code it is read as, or the likely one."""

    word: str
    count: int
    code: str
    is_mapped: bool


@dataclass(frozen=True, slots=True)
class RowPreview:
    """What a row would become: its event, or why it would be set aside."""

    line: int
    cells: tuple[str, ...]
    record: ShipmentRecord | None
    fault: QuarantineError | None


@dataclass(frozen=True, slots=True)
class TablePreview:
    """A table as a mapping reads it. ``missing`` are our headings that nothing says yet."""

    headings: tuple[str, ...]
    mapping: TableMapping
    missing: tuple[str, ...]
    words: tuple[StatusWord, ...]
    rows: tuple[RowPreview, ...]
    counted_rows: int


def preview_table(stream: BinaryIO, mapping: TableMapping | None, now: datetime) -> TablePreview:
    """Return what a table holds, read by a mapping, or by the likely one when there is none.

    Raises:
        TableError: the file holds no table.
    """
    rows = rows_of(stream)
    first = list(islice(rows, _FIRST_ROWS))
    if not first:
        raise TableError(TableFault.EMPTY)
    at = heading_row(first)
    headings, body = first[at].cells, first[at + 1 :]
    if mapping is None:
        mapping = likely_mapping(headings, [row.cells for row in body])
    layout = _layout(first[at], mapping)
    shown = tuple(_row_preview(row, layout, mapping, now) for row in body[:_SHOWN_ROWS])
    counts: Counter[str] = Counter()
    column, counted = layout.at.get("status"), 0
    for row in chain(body, islice(rows, _COUNTED_ROWS)):
        counted += 1
        if column is not None and column < len(row.cells) and row.cells[column]:
            counts[" ".join(row.cells[column].split())] += 1
    words = tuple(_status_word(word, count, mapping) for word, count in counts.most_common(_MOST_WORDS))
    return TablePreview(headings, mapping, missing_headings(layout.at, mapping.defaults), words, shown, counted)


def likely_mapping(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> TableMapping:
    """Return what the columns of a table most likely are, by their names first and by what stands in them then."""
    columns: dict[str, str] = {}
    for meaning in (meaning_of, nearest_heading):
        for heading in headings:
            ours = meaning(heading)
            if ours is not None and ours not in columns and heading not in columns.values():
                columns[ours] = heading
    filled = {name: [row[at] for row in rows if at < len(row) and row[at]] for at, name in enumerate(headings)}
    _drop_impossible(columns, filled)
    _add_by_content(columns, filled)
    if "city" in columns and "place" in columns:
        del columns["place"]
    dates = filled.get(columns.get("occurred_at", ""), [])
    decimals = [text for name in ("weight_kg", "weight_lb") for text in filled.get(columns.get(name, ""), [])]
    mapping = TableMapping(
        columns, date_order=likely_order(dates) or DateOrder.MONTH_FIRST, decimal=_likely_decimal(decimals)
    )
    words = {word_of(text): text for text in filled.get(columns.get("status", ""), [])}
    codes = {word: likely_status(text) for word, text in words.items() if not _is_code(text)}
    return replace(mapping, statuses={word: code for word, code in codes.items() if code})


def _layout(row: TableRow, mapping: TableMapping) -> Layout:
    plain = [plain_heading(cell) for cell in row.cells]
    at = {ours: plain.index(plain_heading(name)) for ours, name in mapping.columns.items() if plain_heading(name) in plain}
    return Layout(row.cells, row.line, at)


def _drop_impossible(columns: dict[str, str], filled: Mapping[str, list[str]]) -> None:
    """Take back columns in which nothing of the kind stands, so that the content may tell which one is."""
    clock = columns.get("occurred_time")
    if clock is not None and not any(_is_clock(text) for text in filled.get(clock, [])):
        del columns["occurred_time"]
    name = columns.get("autopro_number")
    cells = filled.get(name or "", [])
    if name is not None and cells and not any(_is_autopro(cell) for cell in cells):
        others = [other for other, texts in filled.items() if texts and all(_is_autopro(text) for text in texts)]
        if others:
            columns["autopro_number"] = others[0]


def _add_by_content(columns: dict[str, str], filled: Mapping[str, list[str]]) -> None:
    for ours, is_one in (
        ("autopro_number", _is_autopro),
        ("occurred_at", _is_day),
        ("place", _is_place),
        ("status", _is_status),
    ):
        if ours in columns or (ours == "place" and "city" in columns):
            continue
        for name, texts in filled.items():
            if name not in columns.values() and texts and all(is_one(text) for text in texts):
                columns[ours] = name
                break


def _is_autopro(text: str) -> bool:
    return not isinstance(parse_autopro(text), AutoproFault)


def _is_day(text: str) -> bool:
    for order in DateOrder:
        try:
            day_of(text, order)
        except ValueError:
            continue
        return True
    return False


def _is_clock(text: str) -> bool:
    try:
        return clock_of(text) is not None
    except ValueError:
        return False


def _is_place(text: str) -> bool:
    try:
        place_of(text)
    except QuarantineError:
        return False
    return True


def _is_status(text: str) -> bool:
    return bool(likely_status(text))


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text.strip()) is not None


def _likely_decimal(texts: Sequence[str]) -> str:
    """Return the decimal mark that a column of numbers tells: one that stands before other than three figures."""
    for text in texts:
        plain = "".join(text.split())
        for mark in (",", "."):
            _, found, behind = plain.rpartition(mark)
            if found and behind.isdigit() and len(behind) != 3:
                return mark
    return ""


def _status_word(word: str, count: int, mapping: TableMapping) -> StatusWord:
    code = mapping.statuses.get(word_of(word))
    if code is None and _is_code(word):
        return StatusWord(word, count, word, is_mapped=True)
    return StatusWord(word, count, code or likely_status(word) or "", is_mapped=code is not None)


def _row_preview(row: TableRow, layout: Layout, mapping: TableMapping, now: datetime) -> RowPreview:
    try:
        return RowPreview(row.line, row.cells, record_of(layout.values_of(row.cells), mapping, now), None)
    except QuarantineError as fault:
        return RowPreview(row.line, row.cells, None, fault)
