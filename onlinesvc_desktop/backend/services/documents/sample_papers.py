# SPDX-License-Identifier: MIT
"""Papers of the sample: a bill of lading, a signed proof of delivery and a weighing as PDF, and a scan of one as TIFF.

They use fonts that every reader of PDF has, so that each is a few hundred bytes; the same facts give the same bytes.
"""

import io
import struct
import zlib
from collections.abc import Sequence
from typing import Final

from reportlab.pdfgen.canvas import Canvas

_WIDTH, _HEIGHT = 612, 792
_MARGIN: Final = 54.0
_NAME, _TEXT = "Helvetica-Bold", "Helvetica"
_LEFT: Final = 230.0
_DOTS_PER_INCH: Final = 100
_DARK: Final = 150
_DEFLATED: Final = 8
_ENTRIES: Final = 10

Lines = Sequence[tuple[str, str]]


def paper(title: str, number: str, lines: Lines, signature: str = "") -> bytes:
    """Return a page with a title, what it says line by line, and who signed it."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(_WIDTH, _HEIGHT), invariant=1, pageCompression=1)
    canvas.setTitle(f"{title} {number}")
    _draw(canvas, title, number, lines, signature)
    canvas.save()
    return made.getvalue()


def _draw(canvas: Canvas, title: str, number: str, lines: Lines, signature: str) -> None:
    canvas.setFont(_NAME, 15)
    canvas.drawString(_MARGIN, _HEIGHT - 70, title)
    canvas.setFont(_NAME, 13)
    canvas.drawRightString(_WIDTH - _MARGIN, _HEIGHT - 100, number)
    canvas.setFont(_TEXT, 8)
    canvas.drawString(_MARGIN, _HEIGHT - 96, "Document inventé pour un essai / Invented, for a trial")
    canvas.line(_MARGIN, _HEIGHT - 108, _WIDTH - _MARGIN, _HEIGHT - 108)
    y = _HEIGHT - 136.0
    for name, said in lines:
        canvas.setFont(_TEXT, 9)
        canvas.drawString(_MARGIN, y, name)
        canvas.setFont(_NAME, 11)
        canvas.drawString(_LEFT, y, said)
        canvas.line(_MARGIN, y - 8, _WIDTH - _MARGIN, y - 8)
        y -= 30
    if signature:
        canvas.setFont(_TEXT, 9)
        canvas.drawString(_MARGIN, y - 50, "Signature du destinataire / Signature of the consignee")
        canvas.setFont("Times-Italic", 26)
        canvas.drawString(_LEFT + 60, y - 46, signature)
        canvas.bezier(_LEFT + 55, y - 54, _LEFT + 120, y - 40, _LEFT + 160, y - 70, _LEFT + 250, y - 50)
        canvas.line(_LEFT + 40, y - 60, _WIDTH - _MARGIN, y - 60)


def scanned(document: bytes) -> bytes:
    """Return the pages of a PDF as a scanner at a terminal sends them: one TIFF, black and white, packed."""
    import pypdfium2

    opened = pypdfium2.PdfDocument(document)
    try:
        pages = [_bits(page.render(scale=_DOTS_PER_INCH / 72, grayscale=True)) for page in opened]
    finally:
        opened.close()
    return _tiff(pages)


def _bits(bitmap: "object") -> tuple[int, int, list[bytes]]:
    """Return width, height and rows with one bit for a dot, of a picture in greys."""
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride  # type: ignore[attr-defined]
    greys = bytes(bitmap.buffer)  # type: ignore[attr-defined]
    inked = bytes(ord("1") if grey < _DARK else ord("0") for grey in range(256))
    packed_width = (width + 7) // 8
    rows = []
    for start in range(0, height * stride, stride):
        dots = greys[start : start + width].translate(inked).decode("ascii").ljust(packed_width * 8, "0")
        rows.append(int(dots, 2).to_bytes(packed_width, "big"))
    return width, height, rows


def _tiff(pages: Sequence[tuple[int, int, list[bytes]]]) -> bytes:
    made = bytearray(struct.pack("<2sHI", b"II", 42, 8))
    for at, (width, height, rows) in enumerate(pages, start=1):
        strip = zlib.compress(b"".join(rows))
        ends = len(made) + 2 + _ENTRIES * 12 + 4
        entries = (
            (256, 4, width),
            (257, 4, height),
            (258, 3, 1),
            (259, 3, _DEFLATED),
            (262, 3, 0),  # a bit that is set is ink
            (273, 4, ends + 16),
            (277, 3, 1),
            (278, 4, height),
            (279, 4, len(strip)),
            (282, 5, ends),
        )
        made += struct.pack("<H", len(entries))
        for tag, kind, value in entries:
            made += struct.pack("<HHII", tag, kind, 1, value)
        after = ends + 16 + len(strip) + len(strip) % 2
        made += struct.pack("<I", after if at < len(pages) else 0)
        made += struct.pack("<IIII", _DOTS_PER_INCH, 1, 0, 0) + strip + bytes(len(strip) % 2)
    return bytes(made)
