# SPDX-License-Identifier: MIT
"""The letter of a claim: a French page, then the same in English, each going on where its goods need more room.

It says what the claim says, so that it can be signed and sent on paper where a carrier or an insurer wants it so.
"""

import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec import UNSET
from reportlab.lib.pagesizes import letter
from reportlab.lib.units import inch
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from onlinesvc_desktop.contract.claims import Claim, ClaimLine
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.shipment import Party
from onlinesvc_desktop.contract.written import written_day, written_money, written_number
from onlinesvc_desktop.forms.claim_words import WORDS, LetterWords
from onlinesvc_desktop.forms.fonts import BOLD, REGULAR, fitted, printable, register_fonts

_WIDTH, _HEIGHT = letter
_MARGIN: Final = 0.9 * inch
_SIZE, _LINE = 10, 14
_COLUMNS: Final = (_MARGIN, _MARGIN + 0.7 * inch, _MARGIN + 4.3 * inch, _WIDTH - _MARGIN - 1.15 * inch, _WIDTH - _MARGIN)
"""Where quantity and description begin, and weight, unit cost and total end."""


def claim_letter(claim: Claim, carrier: str) -> bytes:
    """Return the letter as a PDF; the same claim gives the same bytes."""
    register_fonts()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=letter, invariant=1, pageCompression=1)
    canvas.setTitle(claim.claim_number)
    for language in (Language.FRENCH, Language.ENGLISH):
        _Letter(canvas, claim, carrier, language).draw()
    canvas.save()
    return stream.getvalue()


class _Letter:
    """One language of it, drawn from the top down."""

    def __init__(self, canvas: Canvas, claim: Claim, carrier: str, language: Language) -> None:
        self._canvas = canvas
        self._claim = claim
        self._carrier = carrier
        self._language = language
        self._words: LetterWords = WORDS[language]
        self._y = _HEIGHT - _MARGIN

    def draw(self) -> None:
        claim, words = self._claim, self._words
        self._text(self._carrier, BOLD, 12)
        self._text(written_day(claim.submitted_at.date(), self._language))
        self._gap()
        self._text(f"{words.door[claim.door]} {claim.claim_number}", BOLD, 15, 22)
        self._gap()
        for name, value in self._facts():
            self._fact(name, value)
        self._gap()
        self._paragraph(words.statement[claim.door].format(number=claim.outlook.autopro_number))
        if claim.description:
            self._gap()
            self._text(words.description, BOLD)
            for line in claim.description.splitlines():
                self._paragraph(line)
        if claim.lines:
            self._goods(claim.lines)
        self._papers()
        self._gap()
        self._paragraph(words.limits)
        self._signature()
        self._canvas.showPage()

    def _facts(self) -> Iterator[tuple[str, str]]:
        claim, words, outlook = self._claim, self._words, self._claim.outlook
        if claim.customer:
            yield words.claimant, claim.customer
        yield words.autopro, outlook.autopro_number
        yield words.shipper, _party(outlook.shipper)
        yield words.consignee, _party(outlook.consignee)
        yield words.shipped, written_day(outlook.shipped_on, self._language)
        delivered = outlook.delivered_on
        yield words.delivered, words.not_delivered if delivered is UNSET else written_day(delivered, self._language)
        if outlook.weight_kg is not UNSET:
            yield words.weight, f"{written_number(Decimal(outlook.weight_kg), self._language, 1)}\N{NO-BREAK SPACE}kg"
        if claim.kind is not UNSET:
            yield words.kind_name, words.kind[claim.kind]
        if claim.goods_at:
            yield words.goods_at, claim.goods_at
        yield words.notice_by, written_day(claim.deadlines.notice_by, self._language)
        yield words.claim_by, written_day(claim.deadlines.claim_by, self._language)
        if claim.liability_cap is not UNSET:
            yield words.cap, written_money(Decimal(claim.liability_cap), "CAD", self._language)

    def _goods(self, lines: Sequence[ClaimLine]) -> None:
        self._gap()
        self._row(self._words.columns, BOLD)
        total = Decimal(0)
        currency = self._claim.currency.value
        for line in lines:
            cost = Decimal(line.unit_cost)
            total += line.quantity * cost
            weight = ""
            if line.weight is not UNSET:
                weight = f"{line.weight.replace('.', self._words.decimal_mark)}\N{NO-BREAK SPACE}{line.weight_unit.value}"
            money = (written_money(amount, currency, self._language) for amount in (cost, line.quantity * cost))
            self._row((written_number(line.quantity, self._language), line.description, weight, *money))
        self._row(("", self._words.total, "", "", written_money(total, currency, self._language)), BOLD)

    def _papers(self) -> None:
        words, claim = self._words, self._claim
        for heading, papers in (
            (words.enclosed, list(dict.fromkeys(file.paper for file in claim.documents))),
            (words.to_follow, list(claim.documents_wanted)),
        ):
            if papers:
                self._gap()
                self._fact(heading, ", ".join(words.paper[paper] for paper in papers))

    def _signature(self) -> None:
        self._need(4 * _LINE)
        self._y -= 3 * _LINE
        self._canvas.line(_MARGIN, self._y, _MARGIN + 3 * inch, self._y)
        self._canvas.line(_WIDTH - _MARGIN - 2 * inch, self._y, _WIDTH - _MARGIN, self._y)
        self._canvas.setFont(REGULAR, 8)
        self._canvas.drawString(_MARGIN, self._y - 11, self._words.signature)
        self._canvas.drawString(_WIDTH - _MARGIN - 2 * inch, self._y - 11, self._words.date)

    def _need(self, height: float) -> None:
        """Go on on another page where there is not so much room."""
        if self._y - height < _MARGIN:
            self._canvas.showPage()
            self._y = _HEIGHT - _MARGIN
            self._text(f"{self._claim.claim_number} {self._words.continued}", REGULAR, 8)

    def _gap(self) -> None:
        self._y -= _LINE / 2

    def _text(self, text: str, font: str = REGULAR, size: float = _SIZE, line: float = _LINE) -> None:
        self._need(line)
        self._y -= line
        shown, at = fitted(text, font, size, _WIDTH - 2 * _MARGIN, 6)
        self._canvas.setFont(font, at)
        self._canvas.drawString(_MARGIN, self._y, shown)

    def _fact(self, name: str, value: str) -> None:
        room = 2.1 * inch
        for index, line in enumerate(_wrapped(value, REGULAR, _SIZE, _WIDTH - 2 * _MARGIN - room)):
            self._need(_LINE)
            self._y -= _LINE
            if index == 0:
                shown, at = fitted(name, BOLD, _SIZE, room - 6, 6)
                self._canvas.setFont(BOLD, at)
                self._canvas.drawString(_MARGIN, self._y, shown)
            self._canvas.setFont(REGULAR, _SIZE)
            self._canvas.drawString(_MARGIN + room, self._y, line)

    def _paragraph(self, text: str) -> None:
        for line in _wrapped(text, REGULAR, _SIZE, _WIDTH - 2 * _MARGIN):
            self._text(line)

    def _row(self, cells: Sequence[str], font: str = REGULAR) -> None:
        quantity, description, *numbers = cells
        described = _wrapped(description, font, _SIZE, _COLUMNS[2] - _COLUMNS[1] - 62)
        self._need(_LINE * len(described))
        self._y -= _LINE
        self._canvas.setFont(font, _SIZE)
        self._canvas.drawString(_COLUMNS[0], self._y, printable(quantity))
        for right, cell in zip(_COLUMNS[2:], numbers, strict=True):
            self._canvas.drawRightString(right, self._y, printable(cell))
        for index, line in enumerate(described):
            self._y -= _LINE if index else 0
            self._canvas.drawString(_COLUMNS[1], self._y, line)


def _party(party: Party) -> str:
    street = f"{party.address1}, " if party.address1 else ""
    return f"{party.name}, {street}{party.city} ({party.province}) {party.postal_code}"


def _wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """Return a text in lines that fit a width; a word that is too long alone is cut where the line ends."""
    lines, line = list[str](), ""
    for word in printable(text).split(" "):
        longer = f"{line} {word}" if line else word
        if pdfmetrics.stringWidth(longer, font, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while pdfmetrics.stringWidth(word, font, size) > width:
            fits = next(at for at in range(len(word), 0, -1) if pdfmetrics.stringWidth(word[:at], font, size) <= width)
            lines.append(word[:fits])
            word = word[fits:]  # noqa: PLW2901 - what is left of it
        line = word
    return [*lines, line]
