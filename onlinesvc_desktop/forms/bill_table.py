# SPDX-License-Identifier: MIT
"""Draw the table of goods: headings, rows, and running totals above and below them."""

from typing import Final

import msgspec

from onlinesvc_desktop.forms import bill_words as words
from onlinesvc_desktop.forms.bill_boxes import Pen
from onlinesvc_desktop.forms.bill_rows import LEADING, TEXT_SIZE, Row
from onlinesvc_desktop.forms.fonts import BOLD, REGULAR

HEAD_HEIGHT: Final = 14.0
SUM_HEIGHT: Final = 13.0


class Columns(msgspec.Struct, frozen=True):
    """Where each column begins, from the left edge of the table, in points."""

    units: float = 0
    danger: float = 58
    description: float = 94
    pieces: float = 424
    weight: float = 486
    end: float = 552

    @property
    def description_width(self) -> float:
        """How much room a description has."""
        return self.pieces - self.description - 6


COLUMNS: Final = Columns()


def draw_table(pen: Pen, left: float, top: float, foot: float, rows: tuple[Row, ...], brought: str, carried: str) -> None:
    """Draw rows between two heights, with what was brought forward before them and the sum after them."""
    starts = (COLUMNS.units, COLUMNS.danger, COLUMNS.description, COLUMNS.pieces, COLUMNS.weight, COLUMNS.end)
    for caption, start, end in zip(words.HEADINGS, starts[:-1], starts[1:], strict=True):
        pen.text(left + start + 3, top - 10, caption, BOLD, 6.4, end - start - 6)
    at = top - HEAD_HEIGHT
    pen.rule(left, at, left + COLUMNS.end)
    if brought:
        pen.text(left + COLUMNS.description, at - 9, brought, BOLD, TEXT_SIZE, COLUMNS.end - COLUMNS.description - 4)
        at -= SUM_HEIGHT
        pen.rule(left, at, left + COLUMNS.end)
    for row in rows:
        _draw_row(pen, left, at, row)
        at -= row.height
    pen.rule(left, foot + SUM_HEIGHT, left + COLUMNS.end)
    pen.text(left + 3, foot + 4, carried, BOLD, TEXT_SIZE, COLUMNS.end - 6)
    pen.canvas.setLineWidth(0.6)
    pen.canvas.rect(left, foot, COLUMNS.end, top - foot)
    for start in starts[1:-1]:
        pen.canvas.setLineWidth(0.4)
        pen.canvas.line(left + start, top, left + start, foot + SUM_HEIGHT)


def _draw_row(pen: Pen, left: float, top: float, row: Row) -> None:
    base = top - TEXT_SIZE - 0.6
    font = BOLD if row.is_bold else REGULAR
    if row.units:
        pen.text(left + COLUMNS.units + 3, base, row.units, font, TEXT_SIZE, COLUMNS.danger - 6)
    if row.is_dangerous:
        pen.text(left + COLUMNS.danger + 14, base, "X", BOLD, 9, 12)
    pen.canvas.setFont(font, TEXT_SIZE)
    for index, line in enumerate(row.lines):
        pen.canvas.drawString(left + COLUMNS.description + 3 + row.indent, base - index * LEADING, line)
    if row.pieces:
        pen.right(left + COLUMNS.weight - 3, base, row.pieces, REGULAR, TEXT_SIZE)
    if row.weight:
        pen.right(left + COLUMNS.end - 3, base, row.weight, font, TEXT_SIZE)
