# SPDX-License-Identifier: MIT
"""Boxes with captions, bar codes and fitted texts: what the pages of a bill are drawn with."""

from decimal import Decimal

import msgspec
from msgspec import UNSET
from reportlab.graphics.barcode.code128 import Code128
from reportlab.pdfgen.canvas import Canvas

from onlinesvc_desktop.contract.address import Address
from onlinesvc_desktop.forms.fonts import BOLD, REGULAR, fitted
from onlinesvc_desktop.forms.text_layout import wrapped

_CAPTION = 5.6
_PADDING = 3.0
_SMALLEST = 4.0


class Box(msgspec.Struct, frozen=True):
    """A rectangle by its upper left corner, in points."""

    left: float
    top: float
    width: float
    height: float


class Pen:
    """Draws on a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(self, left: float, foot: float, text: str, font: str, size: float, width: float) -> None:
        """Draw one line, smaller if it must be, ending in an ellipsis if it cannot be smaller."""
        shown, at = fitted(text, font, size, width, _SMALLEST)
        self.canvas.setFont(font, at)
        self.canvas.drawString(left, foot, shown)

    def right(self, right: float, foot: float, text: str, font: str, size: float) -> None:
        """Draw one line that ends at a point."""
        self.canvas.setFont(font, size)
        self.canvas.drawRightString(right, foot, text)

    def rule(self, left: float, at: float, right: float) -> None:
        """Draw a thin line across."""
        self.canvas.setLineWidth(0.4)
        self.canvas.line(left, at, right, at)

    def box(self, box: Box, caption: str, lines: list[str], smallest: float = 0) -> None:
        """Draw a frame with its caption and as much of the lines as fits, all of them at one size."""
        self.canvas.setLineWidth(0.6)
        self.canvas.rect(box.left, box.top - box.height, box.width, box.height)
        inner = box.width - 2 * _PADDING
        self.text(box.left + _PADDING, box.top - _CAPTION - 2, caption, REGULAR, _CAPTION, inner)
        size = 8.5
        room = box.height - _CAPTION - 5
        shown = _broken(lines, size, inner)
        while size > max(_SMALLEST, smallest) and len(shown) * size * 1.15 > room:
            size -= 0.5
            shown = _broken(lines, size, inner)
        most = max(1, int(room / (size * 1.15) + 0.01))
        if len(shown) > most:
            shown = [*shown[: most - 1], (f"{shown[most - 1][0]} …", shown[most - 1][1])]
        at = box.top - _CAPTION - 3
        for text, font in shown:
            at -= size * 1.12
            self.canvas.setFont(font, size)
            self.canvas.drawString(box.left + _PADDING, at, text)

    def bars(self, left: float, foot: float, code: str, height: float, words: str, width: float) -> None:
        """Draw a Code 128 bar code with its words below; bars are ``width`` points, less when the code is long."""
        while True:
            bars = Code128(code, barWidth=width, barHeight=height, humanReadable=False, quiet=False)
            if bars.width <= 250 or width <= 0.55:
                break
            width -= 0.05
        bars.drawOn(self.canvas, left + 270 - bars.width - 10, foot)
        self.canvas.setFont(REGULAR, 7)
        self.canvas.drawRightString(left + 260, foot - 8, words)


def _broken(lines: list[str], size: float, width: float) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for index, line in enumerate(lines):
        font = BOLD if index == 0 and len(lines) > 1 else REGULAR
        found += [(text, font) for text in wrapped(line, font, size, width)]
    return found


def address_lines(address: Address) -> list[str]:
    """Return an address as its box says it."""
    street = [address.address1, *(str(one) for one in (address.address2, address.unit) if one)]
    place = f"{address.city} ({address.province}) {address.postal_code} {address.country}"
    reach = []
    if address.telephone:
        extension = f" x{address.extension}" if address.extension else ""
        reach.append(f"{address.telephone}{extension}")
    if address.email is not UNSET and address.email:
        reach.append(address.email)
    lines = [address.name, *([str(address.attention)] if address.attention else []), ", ".join(street), place]
    return [*lines, *([" · ".join(reach)] if reach else [])]


def money(text: str) -> str:
    """Return an amount with two digits after the comma, thousands apart, as French writes it."""
    return f"{Decimal(text):,.2f}".replace(",", "\xa0").replace(".", ",")
