# SPDX-License-Identifier: MIT
"""The font of every paper: it ships with the program, has every sign of French and English, and is embedded."""

import unicodedata
from functools import lru_cache
from threading import Lock
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from onlinesvc_desktop.shipped import shipped

REGULAR: Final = "DejaVuSansCondensed"
BOLD: Final = "DejaVuSansCondensed-Bold"
_ELLIPSIS = "…"
_REGISTERING: Final = Lock()


class _Font(TTFont):
    """A font of which one paper at a time takes what it embeds: ReportLab reads it from one place in the file."""

    def __init__(self, name: str) -> None:
        super().__init__(name, str(shipped("resources", "fonts", f"{name}.ttf")))
        self._one = Lock()

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the name is ReportLab's
        """Add what a document uses of the font."""
        with self._one:
            super().addObjects(doc)


def register_fonts() -> frozenset[int]:
    """Make the fonts known to ReportLab once, whoever draws first, and return the characters they have."""
    with _REGISTERING:
        return _registered()


@lru_cache(maxsize=1)
def _registered() -> frozenset[int]:
    # Seven-bit streams are a quarter larger and take Python half of the time; nothing that reads a PDF wants them.
    rl_config.useA85 = 0
    fonts = [_Font(name) for name in (REGULAR, BOLD)]
    for font in fonts:
        pdfmetrics.registerFont(font)
    return frozenset(fonts[0].face.charToGlyph)


def printable(text: str) -> str:
    """Return a text that the font can print: invisible marks go, a sign it lacks becomes a question mark."""
    if text.isascii() and text.isprintable():
        return text
    known = register_fonts()
    kept = (c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in ("Cf", "Cc", "Mn", "Zl", "Zp"))
    return "".join(c if ord(c) in known else "?" for c in kept)


def fitted(text: str, font: str, size: float, width: float, smallest: float) -> tuple[str, float]:
    """Return a text and the size at which it fits a width; one that does not fit at the smallest size ends in an ellipsis.

    Sizes and widths in points.
    """
    text = printable(text)
    while size > smallest and pdfmetrics.stringWidth(text, font, size) > width:
        size -= 0.5
    if pdfmetrics.stringWidth(text, font, size) <= width:
        return text, size
    while text and pdfmetrics.stringWidth(text + _ELLIPSIS, font, size) > width:
        text = text[:-1]
    return text + _ELLIPSIS, size
