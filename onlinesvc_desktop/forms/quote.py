# SPDX-License-Identifier: MIT
"""A rate quote on paper: one Letter page, captions French first, every charge with how it came about."""

import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from reportlab.lib.pagesizes import letter
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas

from onlinesvc_desktop.contract.rate_quote import QuotedPoint, RateQuote
from onlinesvc_desktop.contract.tariff import ServiceLevel
from onlinesvc_desktop.forms.charge_words import basis_words, charge_words, tax_words
from onlinesvc_desktop.forms.fonts import BOLD, REGULAR, fitted, register_fonts

_WIDTH, _HEIGHT = letter
_LEFT, _RIGHT = 0.8 * inch, _WIDTH - 0.8 * inch
_SMALLEST = 6.0
_LINE = 15.0
_BOTTOM = 0.9 * inch
_LEVELS: Final = {
    ServiceLevel.STANDARD: "Régulier / Standard",
    ServiceLevel.BY_9: "Garanti avant 9 h / Guaranteed by 9 a.m.",
    ServiceLevel.BY_NOON: "Garanti avant midi / Guaranteed by noon",
    ServiceLevel.BY_17: "Garanti avant 17 h / Guaranteed by 5 p.m.",
}


def quote_pdf(quote: RateQuote, carrier: str) -> bytes:
    """Return the PDF of a quote; the same bytes each time."""
    register_fonts()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=letter, invariant=1, pageCompression=1)
    canvas.setTitle(quote.number)
    canvas.setAuthor(carrier)
    canvas.setSubject("Soumission / Rate quote")
    page = _Page(canvas)
    page.text(carrier, 16, bold=True)
    page.text(f"Soumission / Rate quote {quote.number}", 13, bold=True)
    page.gap()
    for name, value in _facts(quote):
        page.pair(name, value)
    page.gap()
    page.text("Frais / Charges", 11, bold=True)
    for name, how, amount, is_sum in _charges(quote):
        page.row(name, how, _money(amount, quote.currency), is_sum)
    page.gap()
    page.text("Services", 11, bold=True)
    for option in quote.options:
        day = "" if not isinstance(option.delivery_date, date) else f"Livraison / Delivery {option.delivery_date}"
        page.row(
            f"{quote.number}{option.letter}  {_LEVELS[option.service_level]}",
            day,
            _money(option.total, quote.currency),
            True,
        )
    page.gap()
    page.text("Estimation, taxes comprises, d’après la description; le poids et les dimensions relevés font foi.", 8)
    page.text("An estimate, taxes included, for what is described; the weight and size as measured prevail.", 8)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


class _Page:
    """Lines from the top of a page down; a new page when there is no more room."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._y = _HEIGHT - 0.9 * inch

    def text(self, text: str, size: float, bold: bool = False) -> None:
        font = BOLD if bold else REGULAR
        self._put(text, _LEFT, font, size, _RIGHT - _LEFT)
        self._down(size * 1.6)

    def pair(self, name: str, value: str) -> None:
        self._put(name, _LEFT, REGULAR, 8, 2.3 * inch)
        self._put(value, _LEFT + 2.4 * inch, BOLD, 9, _RIGHT - _LEFT - 2.4 * inch)
        self._down(_LINE)

    def row(self, name: str, how: str, amount: str, bold: bool) -> None:
        font = BOLD if bold else REGULAR
        self._put(name, _LEFT, font, 9, 3.1 * inch)
        self._put(how, _LEFT + 3.2 * inch, REGULAR, 8, 2.6 * inch)
        shown, size = fitted(amount, font, 9, 1.1 * inch, _SMALLEST)
        self._canvas.setFont(font, size)
        self._canvas.drawRightString(_RIGHT, self._y, shown)
        self._down(_LINE)

    def gap(self) -> None:
        self._canvas.setLineWidth(0.4)
        self._canvas.line(_LEFT, self._y + 6, _RIGHT, self._y + 6)
        self._down(_LINE * 0.8)

    def _put(self, text: str, left: float, font: str, size: float, width: float) -> None:
        shown, at = fitted(text, font, size, width, _SMALLEST)
        self._canvas.setFont(font, at)
        self._canvas.drawString(left, self._y, shown)

    def _down(self, height: float) -> None:
        self._y -= height
        if self._y < _BOTTOM:
            self._canvas.showPage()
            self._y = _HEIGHT - 0.9 * inch


def _facts(quote: RateQuote) -> Iterator[tuple[str, str]]:
    yield "De / From", _place(quote.origin)
    yield "À / To", _place(quote.destination)
    yield "Marchandises prêtes / Goods ready", quote.request.ship_date.isoformat()
    yield "Ramassage / Pickup", quote.pickup_date.isoformat()
    yield "Valide jusqu’au / Valid until", quote.valid_until.isoformat()
    yield "Poids réel / Actual weight", f"{_number(quote.actual_weight_lb, 1)} lb"
    yield "Volume", f"{_number(quote.volume_ft3, 2)} pi³ / ft³ = {_number(quote.cubed_weight_lb, 1)} lb"
    yield "Poids facturé / Priced weight", f"{_number(quote.rated_weight_lb, 0)} lb"
    if isinstance(quote.freight_class, str):
        yield "Classe / Class", quote.freight_class
    for unit in quote.request.handling_units:
        sizes = [str(size) for size in (unit.length, unit.width, unit.height) if isinstance(size, str)]
        measured = f", {' x '.join(sizes)} {unit.dimension_unit}" if sizes else ""
        yield "Marchandises / Goods", f"{unit.count} {unit.type}, {unit.weight} {unit.weight_unit}{measured}"
    yield "Tarif / Tariff", f"{quote.tariff.name}, {quote.tariff.effective_on}"


def _place(place: QuotedPoint) -> str:
    return f"{place.city} ({place.province}) {place.postal_code}"


def _charges(quote: RateQuote) -> Iterator[tuple[str, str, str, bool]]:
    for line in quote.lines:
        yield charge_words(line.code), basis_words(line.basis), line.amount, False
    yield "Avant taxes / Before tax", "", quote.subtotal, True
    for tax in quote.taxes:
        yield tax_words(tax.code), f"{tax.rate} %", tax.amount, False
    yield "Total", "", quote.total, True


def _number(text: str, places: int) -> str:
    return f"{Decimal(text):.{places}f}"


def _money(amount: str, currency: str) -> str:
    sign = "-" if amount.startswith("-") else ""
    return f"{sign}{amount.lstrip('-')} $" if currency == "CAD" else f"{sign}{amount.lstrip('-')} {currency}"
