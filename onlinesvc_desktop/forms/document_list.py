# SPDX-License-Identifier: MIT
"""The list that goes with collected documents: what is enclosed, what is missing and why."""

import io
from collections.abc import Sequence
from typing import Final

import msgspec
from reportlab.lib.pagesizes import letter
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas

from onlinesvc_desktop.contract.documents import DocumentKind
from onlinesvc_desktop.forms.document_words import COLUMNS, ENCLOSED, KIND, MISSING, NOTHING, TITLE
from onlinesvc_desktop.forms.fonts import BOLD, REGULAR, fitted, register_fonts

_WIDTH, _HEIGHT = letter
_MARGIN: Final = 0.7 * inch
_SIZE, _LINE = 8, 13
_PLACES: Final = (_MARGIN, _MARGIN + 1.35 * inch, _MARGIN + 2.35 * inch, _MARGIN + 4.7 * inch, _WIDTH - _MARGIN)
"""Where each column begins, and the last one ends."""


class ListedDocument(msgspec.Struct, frozen=True):
    """A line of the list; ``said`` is the name of a file, or why there is none."""

    reference: str
    autopro_number: str
    kind: DocumentKind | None
    said: str


def document_list(enclosed: Sequence[ListedDocument], missing: Sequence[ListedDocument]) -> bytes:
    """Return the list as a PDF, what is missing first; the same lines give the same bytes."""
    register_fonts()
    stream = io.BytesIO()
    drawn = _List(Canvas(stream, pagesize=letter, invariant=1, pageCompression=1))
    drawn.draw(enclosed, missing)
    return stream.getvalue()


class _List:
    """Drawn from the top down, on as many pages as it needs."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._y = _HEIGHT - _MARGIN

    def draw(self, enclosed: Sequence[ListedDocument], missing: Sequence[ListedDocument]) -> None:
        self._canvas.setTitle(TITLE)
        self._row((TITLE,), BOLD, 13, 22)
        for heading, lines in ((MISSING, missing), (ENCLOSED, enclosed)):
            self._row((f"{heading}: {len(lines)}",), BOLD, 10, 22)
            if lines:
                self._row(COLUMNS, BOLD)
            for line in lines:
                kind = "" if line.kind is None else KIND[line.kind]
                self._row((line.reference, line.autopro_number, kind, line.said))
            if not lines:
                self._row((NOTHING,))
        self._canvas.showPage()
        self._canvas.save()

    def _row(self, cells: Sequence[str], font: str = REGULAR, size: float = _SIZE, line: float = _LINE) -> None:
        if self._y - line < _MARGIN:
            self._canvas.showPage()
            self._y = _HEIGHT - _MARGIN
        self._y -= line
        ends = (_PLACES[-1],) if len(cells) == 1 else _PLACES[1:]
        for cell, start, end in zip(cells, _PLACES, ends, strict=False):
            shown, at = fitted(cell, font, size, end - start - 6, 5)
            self._canvas.setFont(font, at)
            self._canvas.drawString(start, self._y, shown)
