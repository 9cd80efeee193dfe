# SPDX-License-Identifier: MIT
"""The bill of lading on Letter paper: one page with everything that is signed, supplement pages for more goods, conditions.

The same bill gives the same bytes, on a workstation without a link as on the server.
"""

import io
from functools import lru_cache
from typing import Final

from msgspec import UNSET
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from onlinesvc_desktop.contract.bill_of_lading import BillOfLading
from onlinesvc_desktop.forms import bill_words as words
from onlinesvc_desktop.forms.bill_boxes import Box, Pen, address_lines, money
from onlinesvc_desktop.forms.bill_rows import Row, Sum, paged, rows_of
from onlinesvc_desktop.forms.bill_table import COLUMNS, HEAD_HEIGHT, SUM_HEIGHT, draw_table
from onlinesvc_desktop.forms.conditions import CURRENT, conditions_of
from onlinesvc_desktop.forms.fonts import BOLD, REGULAR, register_fonts
from onlinesvc_desktop.forms.text_layout import wrapped

WIDTH, HEIGHT = letter
MARGIN: Final = 30.0
INNER: Final = WIDTH - 2 * MARGIN
_HEAD_FOOT = HEIGHT - 112
_PARTY_HEIGHT = 66.0
_PAYER_HEIGHT = 46.0
_NOTES_HEIGHT = 52.0
_TABLE_TOP = _HEAD_FOOT - 24 - _PARTY_HEIGHT - _PAYER_HEIGHT - _NOTES_HEIGHT - 4
_SIGNED_TOP = MARGIN + 172
_SUPPLEMENT_TOP = HEIGHT - 118
_FOOT = MARGIN + 14


def bill_pdf(bill: BillOfLading, carrier: str, copies: int = 3, conditions: str = CURRENT) -> bytes:
    """Return the paper of an issued bill: so many copies, each with its caption and the conditions behind it."""
    register_fonts()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=letter, invariant=1, pageCompression=1, lang="fr-CA")
    canvas.setTitle(f"{words.TITLE} {bill.bol_number}")
    canvas.setAuthor(carrier)
    paper = _Paper(Pen(canvas), bill, carrier, conditions)
    paper.keep()
    for copy in range(copies):
        paper.draw(words.COPIES[min(copy, len(words.COPIES) - 1)])
    canvas.save()
    return stream.getvalue()


class _Paper:
    """One bill on a canvas. What does not change between copies is computed once."""

    def __init__(self, pen: Pen, bill: BillOfLading, carrier: str, conditions: str) -> None:
        self._pen = pen
        self._bill = bill
        self._carrier = carrier
        self._conditions = conditions_of(conditions)
        rows = rows_of(bill, COLUMNS.description_width)
        first = _TABLE_TOP - _SIGNED_TOP - HEAD_HEIGHT - SUM_HEIGHT
        following = _SUPPLEMENT_TOP - _FOOT - HEAD_HEIGHT - 2 * SUM_HEIGHT
        self._pages = list(paged(rows, first, following))
        self._total = Sum().plus(rows)
        self._is_dangerous = any(row.is_dangerous for row in rows)

    def keep(self) -> None:
        """Draw what every copy has, once; a copy then only refers to it."""
        before = Sum()
        for index, rows in enumerate(self._pages):
            self._pen.canvas.beginForm(f"page{index}")
            self._head(index + 1)
            after = before.plus(rows)
            if index == 0:
                self._front(rows, after)
            else:
                self._supplement(rows, before, after, index)
            before = after
            self._pen.canvas.endForm()
        self._pen.canvas.beginForm("back")
        self._back()
        self._pen.canvas.endForm()

    def draw(self, caption: str) -> None:
        """Draw one copy."""
        canvas = self._pen.canvas
        for name in (*(f"page{index}" for index in range(len(self._pages))), "back"):
            canvas.doForm(name)
            at = HEIGHT - MARGIN - (24 if name == "back" else 40)
            self._pen.text(MARGIN, at, caption, REGULAR, 8, 260)
            canvas.showPage()

    def _head(self, page: int) -> None:
        pen, bill = self._pen, self._bill
        top = HEIGHT - MARGIN
        pen.text(MARGIN, top - 12, self._carrier, BOLD, 14, 260)
        pen.text(MARGIN, top - 28, words.TITLE, BOLD, 11, 260)
        of = f"{words.PAGE} {page} / {len(self._pages)}"
        pen.text(MARGIN, top - 51, of if page == 1 else f"{of}   {words.SUPPLEMENT}", REGULAR, 7, 260)
        pen.bars(WIDTH - MARGIN - 270, top - 34, str(bill.autopro_number), 36, f"Autopro {bill.autopro_number}", 1.1)
        pen.bars(WIDTH - MARGIN - 270, top - 68, str(bill.bol_number), 22, f"{words.BOL_NUMBER} {bill.bol_number}", 0.8)

    def _front(self, rows: tuple[Row, ...], after: Sum) -> None:
        foot = self._boxes()
        is_last = len(self._pages) == 1
        carried = after.text() if is_last else f"{words.CARRIED} : {after.text()}   {words.CONTINUED}"
        draw_table(self._pen, MARGIN, foot, _SIGNED_TOP, rows, "", f"{words.TOTAL} : {carried}" if is_last else carried)
        self._signed()

    def _supplement(self, rows: tuple[Row, ...], before: Sum, after: Sum, index: int) -> None:
        is_last = index == len(self._pages) - 1
        brought = f"{words.BROUGHT} : {before.text()}"
        carried = f"{words.TOTAL if is_last else words.CARRIED} : {after.text()}"
        draw_table(self._pen, MARGIN, _SUPPLEMENT_TOP, _FOOT, rows, brought, carried)

    def _boxes(self) -> float:
        """Draw everything above the goods and return where it ends."""
        bill, half, third = self._bill, INNER / 2, INNER / 3
        at = _HEAD_FOOT
        quote = "" if bill.quote is UNSET else bill.quote
        self._row(at, 24, [(third, words.DATE, [bill.ship_date.isoformat()]), (third, words.FREIGHT_TERMS,
                  [words.TERMS[bill.terms]]), (third, words.QUOTE, [quote])])  # fmt: skip
        at -= 24
        self._row(at, _PARTY_HEIGHT, [(half, words.SHIPPER, address_lines(bill.shipper)),
                  (half, words.CONSIGNEE, address_lines(bill.consignee))])  # fmt: skip
        at -= _PARTY_HEIGHT
        payer = [] if bill.bill_to is UNSET else address_lines(bill.bill_to)
        broker = [] if bill.customs_broker is UNSET else address_lines(bill.customs_broker)
        self._row(at, _PAYER_HEIGHT, [(half, words.BILL_TO, payer), (half, words.BROKER, broker)])
        at -= _PAYER_HEIGHT
        references = [f"{words.REFERENCES.get(one.type, one.type.value)} {one.value}" for one in bill.references]
        services = [words.ACCESSORIALS.get(code, code) for code in bill.accessorials]
        notes = [" · ".join(services)] if services else []
        notes += [" ".join(bill.instructions.split())] if bill.instructions else []
        self._row(at, _NOTES_HEIGHT, [(third, words.REFERENCE, [" · ".join(references)]),
                  (2 * third, words.INSTRUCTIONS, notes)])  # fmt: skip
        return at - _NOTES_HEIGHT - 4

    def _row(self, top: float, height: float, cells: list[tuple[float, str, list[str]]]) -> None:
        left = MARGIN
        for width, caption, lines in cells:
            self._pen.box(Box(left, top, width, height), caption, lines)
            left += width

    def _signed(self) -> None:
        """Draw value, money, certification and signatures: all of it on the first page, whatever follows."""
        pen, bill, third = self._pen, self._bill, INNER / 3
        top = _SIGNED_TOP - 4
        value = words.NO_VALUE if bill.declared_value is UNSET else f"{money(bill.declared_value)} $ CAD"
        pen.box(Box(MARGIN, top, third, 44), words.VALUE, [value, words.LIABILITY], 5.4)
        cod = [words.COD_NONE]
        if bill.cod is not UNSET:
            fee = f"{words.COD_FEE} : {words.TERMS[bill.cod.fee_terms]}"
            cod = [f"{money(bill.cod.amount)} $ {bill.cod.currency}", fee]
        pen.box(Box(MARGIN + third, top, third, 44), words.COD, cod)
        pen.box(Box(MARGIN + 2 * third, top, third, 44), words.TOTAL, list(self._total.parts()))
        top -= 44
        pen.box(Box(MARGIN, top, INNER / 2, 22), words.TRAILER, [])
        pen.box(Box(MARGIN + INNER / 2, top, INNER / 2, 22), words.SEAL, [])
        top -= 22
        legal = [words.RECEIVED, words.CLAIM, *([words.CERTIFICATION] if self._is_dangerous else [])]
        for text in legal:
            for line in wrapped(text, REGULAR, 5.4, INNER - 4):
                top -= 6.2
                pen.text(MARGIN + 2, top, line, REGULAR, 5.4, INNER)
        top = MARGIN + 50
        for index, caption in enumerate(words.SIGNATURES):
            more = words.PIECES_RECEIVED if index == 2 else ""
            box = Box(MARGIN + index * third, top, third, 36)
            pen.box(box, caption, [])
            pen.text(box.left + 3, box.top - 33, "  ".join(filter(None, (words.SIGNED_ON, more))), REGULAR, 5.4, third - 6)
        version = f"{words.CONDITIONS} : {words.VERSION} {self._conditions.version}"
        pen.text(MARGIN, MARGIN + 4, version, REGULAR, 5.4, INNER)

    def _back(self) -> None:
        """Draw the conditions, French first."""
        pen, top = self._pen, HEIGHT - MARGIN - 12
        conditions = self._conditions
        pen.text(MARGIN, top, f"{words.CONDITIONS} ({words.VERSION} {conditions.version})", BOLD, 11, INNER)
        pen.text(MARGIN, top - 24, f"{words.BOL_NUMBER} {self._bill.bol_number}", REGULAR, 8, INNER)
        if conditions.is_sample:
            pen.text(MARGIN, top - 38, words.SAMPLE, BOLD, 8, INNER)
        column = (INNER - 16) / 2
        for left, language in ((MARGIN, "fr"), (MARGIN + column + 16, "en")):
            at = top - 54
            for line, font, size, below in _articles(conditions.version, language, column):
                pen.canvas.setFont(font, size)
                pen.canvas.drawString(left, at, line)
                at -= below


@lru_cache(maxsize=8)
def _articles(version: str, language: str, width: float) -> tuple[tuple[str, str, float, float], ...]:
    """Return the lines of the conditions of a language, each with its font, size and the way to the next."""
    found = []
    articles = conditions_of(version).fr if language == "fr" else conditions_of(version).en
    for number, article in enumerate(articles, start=1):
        found += [(line, BOLD, 7.0, 8.4) for line in wrapped(f"{number}. {article.title}", BOLD, 7, width)]
        text = wrapped(article.text, REGULAR, 6.6, width)
        found += [(line, REGULAR, 6.6, 7.8 if index < len(text) else 11.0) for index, line in enumerate(text, start=1)]
    return tuple(found)
