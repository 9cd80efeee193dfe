# SPDX-License-Identifier: MIT
"""Labels: one for each handling unit, as 4 x 6 inch pages, on Letter sheets of six, or as ZPL for a label printer.

Each label's bar code (Code 128) is the autopro number and the unit's number in three digits, so that every unit is one of a
kind. Captions are French first (shipping.md 1.3, 2.1).
"""

import io
from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import UNSET
from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import letter
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas

from onlinesvc_desktop.contract.address import Address
from onlinesvc_desktop.forms.fonts import BOLD, REGULAR, fitted, register_fonts

WIDTH, HEIGHT = 4 * inch, 6 * inch
SHEET: Final = 6
"""Labels on a Letter sheet, two beside each other."""
_MARGIN = 0.2 * inch
_COLUMNS, _ROWS = 2, 3
_BAR_WIDTH = 0.019 * inch
_BAR_HEIGHT = 1.1 * inch
_DOTS = 203 / 72
"""Dots of a label printer in a point."""


class Labels(msgspec.Struct, frozen=True):
    """What the labels of one shipment say; ``units`` is how many handling units it has, 1 to 999."""

    carrier: str
    autopro_number: str
    bol_number: str
    shipper: Address
    consignee: Address
    units: int
    purchase_order: str = ""
    weight: str = ""


def code_of(labels: Labels, unit: int) -> str:
    """Return what the bar code of a unit says."""
    return f"{labels.autopro_number}{unit:03d}"


def labels_4x6(labels: Labels, first: int, last: int) -> bytes:
    """Return a PDF with a 4 x 6 inch page for each unit from ``first`` to ``last``."""
    stream = io.BytesIO()
    canvas = _canvas(stream, labels, (WIDTH, HEIGHT))
    for unit in range(first, last + 1):
        _draw(canvas, labels, unit)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def labels_letter(labels: Labels, first: int, last: int, start: int = 1) -> bytes:
    """Return a PDF of Letter sheets with six labels; ``start``, 1 to 6, is the first that is still on the sheet."""
    stream = io.BytesIO()
    canvas = _canvas(stream, labels, letter)
    cell_width, cell_height = letter[0] / _COLUMNS, letter[1] / _ROWS
    scale = min(cell_width / HEIGHT, cell_height / WIDTH) * 0.94
    for place, unit in enumerate(range(first, last + 1), start=start - 1):
        if place and place % SHEET == 0 and unit != first:
            canvas.showPage()
        row, column = divmod(place % SHEET, _COLUMNS)
        canvas.saveState()
        # A label lies on its side: six of them fill the sheet that way.
        canvas.translate(column * cell_width + 0.03 * cell_width, letter[1] - row * cell_height - 0.03 * cell_height)
        canvas.rotate(-90)
        canvas.scale(scale, scale)
        _draw(canvas, labels, unit)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def labels_zpl(labels: Labels, first: int, last: int) -> str:
    """Return ZPL, UTF-8, for a 4 x 6 inch label printer of 203 dots an inch."""
    return "".join("\n".join(_zpl(labels, unit)) + "\n" for unit in range(first, last + 1))


def _canvas(stream: io.BytesIO, labels: Labels, size: tuple[float, float]) -> Canvas:
    register_fonts()
    canvas = Canvas(stream, pagesize=size, invariant=1, pageCompression=1)
    canvas.setTitle(labels.autopro_number)
    return canvas


def _lines(labels: Labels, unit: int) -> Iterator[tuple[str, bool, float, float]]:
    """Yield each line: text, whether it is bold, its size and how far its foot lies below the top, in points."""
    yield labels.carrier, True, 14, 26
    top = 48.0
    for caption, address in (("Expéditeur / From", labels.shipper), ("Destinataire / To", labels.consignee)):
        yield caption, False, 8, top
        top += 16
        for index, text in enumerate(_address_lines(address)):
            yield text, index == 0, 14 if address is labels.consignee else 10, top
            top += 17 if address is labels.consignee else 13
        top += 8
    facts = [f"Connaissement / B/L {labels.bol_number}"]
    facts += [f"Commande / P.O. {labels.purchase_order}"] if labels.purchase_order else []
    facts += [f"Poids / Weight {labels.weight}"] if labels.weight else []
    for text in facts:
        yield text, False, 10, top
        top += 13
    yield f"{unit} de / of {labels.units}", True, 22, 300
    yield f"Autopro {labels.autopro_number}", True, 14, 416


def _address_lines(address: Address) -> list[str]:
    optional = [text for text in (address.address2, address.unit) if text is not UNSET and text]
    street = ", ".join([address.address1, *map(str, optional)])
    attention = [] if address.attention is UNSET else [str(address.attention)]
    return [address.name, *attention, street, f"{address.city} ({address.province}) {address.postal_code} {address.country}"]


def _draw(canvas: Canvas, labels: Labels, unit: int) -> None:
    for text, is_bold, size, below in _lines(labels, unit):
        font = BOLD if is_bold else REGULAR
        shown, at = fitted(text, font, size, WIDTH - 2 * _MARGIN, 5)
        canvas.setFont(font, at)
        canvas.drawString(_MARGIN, HEIGHT - below, shown)
    bars = Code128(code_of(labels, unit), barWidth=_BAR_WIDTH, barHeight=_BAR_HEIGHT, humanReadable=False, quiet=False)
    bars.drawOn(canvas, (WIDTH - bars.width) / 2, HEIGHT - 312 - _BAR_HEIGHT)


def _zpl(labels: Labels, unit: int) -> Iterator[str]:
    yield "^XA^CI28^PW812^LL1218"
    for text, _, size, below in _lines(labels, unit):
        shown, at = fitted(text, REGULAR, size, WIDTH - 2 * _MARGIN, 5)
        safe = "".join(f"_{byte:02X}" for byte in shown.encode())
        x, y, height = round(_MARGIN * _DOTS), round((below - at) * _DOTS), round(at * _DOTS)
        yield f"^FO{x},{y}^A0N,{height},{height}^FH^FD{safe}^FS"
    yield f"^FO60,{round(312 * _DOTS)}^BY3^BCN,{round(_BAR_HEIGHT * _DOTS)},N,N,N^FD{code_of(labels, unit)}^FS^XZ"
