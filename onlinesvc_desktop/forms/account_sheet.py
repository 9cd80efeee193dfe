# SPDX-License-Identifier: MIT
"""Pages of an invoice or a statement: rows from the top down, sums carried from page to page, and page x of y below."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportlab.lib.pagesizes import letter
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas

from onlinesvc_desktop.forms.fonts import BOLD, REGULAR, fitted, register_fonts
from onlinesvc_desktop.forms.text_layout import painted, wrapped

_WIDTH, _HEIGHT = letter
LEFT: Final = 0.7 * inch
RIGHT: Final = _WIDTH - 0.7 * inch
MIDDLE: Final = (LEFT + RIGHT) / 2
_TOP: Final = _HEIGHT - 0.7 * inch
_BOTTOM: Final = 1.0 * inch
_LINE: Final = 13.0
_SMALLEST: Final = 6.0
_SPACE: Final = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its two captions, where it begins and ends in points, and whether figures end there."""

    french: str
    english: str
    left: float
    right: float
    figures: bool = False


def money(amount: Decimal, currency: str) -> str:
    """Return an amount as the quote writes it, thousands set apart: "1 234.50 $", "-12.00 $", "40.00 USD"."""
    text = f"{amount:,.2f}".replace(",", _SPACE)
    return f"{text}{_SPACE}$" if currency == "CAD" else f"{text}{_SPACE}{currency}"


class Sheet:
    """The pages of one paper."""

    def __init__(self, canvas: Canvas, title: str, pages: int) -> None:
        """Begin the first page; ``pages`` is how many there will be, 0 when that is what is asked."""
        self._canvas = canvas
        self._title = title
        self._pages = pages
        self._page = 1
        self._y = _TOP
        self._columns: Sequence[Column] = ()
        self._carried: Callable[[], str] | None = None

    @property
    def page(self) -> int:
        """The number of the page on which the next row comes, from 1."""
        return self._page

    def text(self, text: str, size: float = 9, bold: bool = False) -> None:
        """Write lines over the whole width."""
        font = BOLD if bold else REGULAR
        for line in wrapped(text, font, size, RIGHT - LEFT):
            self._room(size * 1.45)
            self._canvas.setFont(font, size)
            self._canvas.drawString(LEFT, self._y, line)

    def gap(self, height: float = 6) -> None:
        """Leave room, nothing at the top of a page."""
        if self._y < _TOP:
            self._y -= height

    def rule(self) -> None:
        """Draw a thin line over the width."""
        self._y -= 5
        self._canvas.setLineWidth(0.5)
        self._canvas.line(LEFT, self._y, RIGHT, self._y)
        self._y -= 2

    def beside(self, left: Sequence[tuple[str, bool]], right: Sequence[tuple[str, bool]]) -> None:
        """Write two blocks of lines beside each other; a line is its text and whether it is bold."""
        for index in range(max(len(left), len(right))):
            self._room(_LINE)
            for lines, at, end in ((left, LEFT, MIDDLE - 8), (right, MIDDLE + 8, RIGHT)):
                if index < len(lines):
                    text, bold = lines[index]
                    self._cell(text, at, end, bold, False)

    def pair(self, caption: str, value: str) -> None:
        """Write a caption and its value, in more lines where it is long."""
        start = LEFT + 2.7 * inch
        for index, line in enumerate(wrapped(value, BOLD, 9, RIGHT - start)):
            self._room(_LINE)
            if not index:
                self._cell(caption, LEFT, start - 8, False, False, 8)
            self._canvas.setFont(BOLD, 9)
            self._canvas.drawString(start, self._y, line)

    def begin_table(self, columns: Sequence[Column], carried: Callable[[], str]) -> None:
        """Begin a table; ``carried`` returns the sum so far, for the foot and the head of pages."""
        self._columns, self._carried = (), None
        self._room(4 * _LINE)
        self._y += 4 * _LINE
        self._columns = columns
        self._head()
        self._carried = carried

    def row(self, cells: Sequence[str], bold: bool = False) -> None:
        """Write a row of the table; a text that is too long becomes smaller, then ends in an ellipsis."""
        self._room(_LINE)
        for column, cell in zip(self._columns, cells, strict=True):
            self._cell(cell, column.left, column.right, bold, column.figures)

    def end_table(self) -> None:
        """End the table: nothing is carried further."""
        self._columns, self._carried = (), None

    def sum(self, caption: str, how: str, amount: str, bold: bool = False, size: float = 9) -> None:
        """Write a sum under a table: caption, how it came about, amount."""
        self._room(_LINE + size - 9)
        self._cell(caption, LEFT + 1.6 * inch, LEFT + 4.6 * inch, bold, False, size)
        self._cell(how, LEFT + 4.7 * inch, RIGHT - 1.25 * inch, False, True, 8)
        self._cell(amount, RIGHT - 1.2 * inch, RIGHT, bold, True, size)

    def keep(self, lines: int) -> None:
        """Begin a new page when so many lines have no room on this one."""
        self._room(lines * _LINE)
        self._y += lines * _LINE

    def end(self) -> None:
        """End the last page."""
        self._foot()
        self._canvas.showPage()

    def _room(self, height: float) -> None:
        """Go down by a height, on the next page when there is no room."""
        carried = self._carried
        if self._y - height < _BOTTOM + (_LINE if carried else 0):
            if carried:
                self._canvas.setFont(BOLD, 8)
                self._canvas.drawRightString(RIGHT, self._y - _LINE, f"À reporter / Carried forward  {carried()}")
            self._foot()
            self._canvas.showPage()
            self._page += 1
            self._y = _TOP
            if carried:
                self._head()
                self._y -= _LINE
                self._canvas.setFont(BOLD, 8)
                self._canvas.drawRightString(RIGHT, self._y, f"Reporté / Brought forward  {carried()}")
        self._y -= height

    def _head(self) -> None:
        for words in ([c.french for c in self._columns], [c.english for c in self._columns]):
            self._y -= 10
            for column, text in zip(self._columns, words, strict=True):
                self._cell(text, column.left, column.right, True, column.figures, 7.5)
        self.rule()

    def _cell(self, text: str, left: float, right: float, bold: bool, figures: bool, size: float = 9) -> None:
        font = BOLD if bold else REGULAR
        shown, at = fitted(painted(text), font, size, right - left, _SMALLEST)
        self._canvas.setFont(font, at)
        if figures:
            self._canvas.drawRightString(right, self._y, shown)
        else:
            self._canvas.drawString(left, self._y, shown)

    def _foot(self) -> None:
        shown, size = fitted(painted(self._title), REGULAR, 7.5, RIGHT - LEFT - 1.2 * inch, _SMALLEST)
        self._canvas.setFont(REGULAR, size)
        self._canvas.drawString(LEFT, 0.6 * inch, shown)
        self._canvas.setFont(REGULAR, 7.5)
        self._canvas.drawRightString(RIGHT, 0.6 * inch, f"Page {self._page} / {self._pages}")


def made_pdf(title: str, author: str, subject: str, draw: Callable[[Sheet], None]) -> bytes:
    """Return the PDF that ``draw`` makes, the same bytes each time; it is drawn twice, first to count the pages."""
    register_fonts()
    counted = _drawn(title, author, subject, draw, 0)[1]
    return _drawn(title, author, subject, draw, counted)[0]


def _drawn(title: str, author: str, subject: str, draw: Callable[[Sheet], None], pages: int) -> tuple[bytes, int]:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=letter, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    sheet = Sheet(canvas, f"{author}   {title}", pages)
    draw(sheet)
    count = sheet.page
    sheet.end()
    canvas.save()
    return stream.getvalue(), count
