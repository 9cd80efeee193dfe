# SPDX-License-Identifier: MIT
"""Files as scanners, cameras and people of bad intent make them."""

import struct
import zlib
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas


def pdf(text: str = "A paper", pages: int = 1) -> bytes:
    """Return a PDF whose pages say their number."""
    rl_config.useA85 = 0  # as our own papers are made, so that the bytes are the same whoever was first
    made = BytesIO()
    canvas = Canvas(made, pagesize=(612, 792), invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(72, 700, f"{text} {number}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def odd_pdf(objects: bytes) -> bytes:
    """Return a PDF that has further objects."""
    whole = pdf()
    at = whole.rindex(b"\nxref\n") + 1
    return whole[:at] + objects + b"\n" + whole[at:]


def stream_pdf(head: bytes, content: bytes) -> bytes:
    """Return a PDF with a further stream."""
    said = b"9 0 obj\n<< " + head + b" /Length %d >>\nstream\n" % len(content)
    return odd_pdf(said + content + b"\nendstream\nendobj")


def packed(content: bytes) -> bytes:
    """Return bytes as Flate has them."""
    return zlib.compress(content, 9)


def tiff(pages: int = 1, width: int = 64, height: int = 48, order: str = "<", bits: int = 1) -> bytes:
    """Return a TIFF without compression; page n has a black bar as high as n dots."""
    made = bytearray(b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    row = (width * bits + 7) // 8
    for page in range(1, pages + 1):
        entries = [
            (256, 4, width),
            (257, 4, height),
            (258, 3, bits),
            (259, 3, 1),
            (262, 3, 0 if bits == 1 else 1),
            (273, 4, len(made) + 2 + 9 * 12 + 4),
            (277, 3, 1),
            (278, 4, height),
            (279, 4, row * height),
        ]
        made += struct.pack(f"{order}H", len(entries))
        for tag, kind, value in entries:
            packed_value = struct.pack(f"{order}HH", value, 0) if kind == 3 else struct.pack(f"{order}I", value)
            made += struct.pack(f"{order}HHI", tag, kind, 1) + packed_value
        end = len(made) + 4 + row * height
        made += struct.pack(f"{order}I", end if page < pages else 0)
        ink, blank = (b"\xff", b"\x00") if bits == 1 else (b"\x00", b"\xff")
        made += ink * (row * min(page, height)) + blank * (row * (height - min(page, height)))
    return bytes(made)


def png_head(width: int, height: int) -> bytes:
    """Return the beginning of a PNG, with no picture behind it."""
    head = struct.pack(">II", width, height) + b"\x08\x06\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))


def jpeg_head(width: int, height: int) -> bytes:
    """Return the beginning of a JPEG, with no picture behind it."""
    begin = b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"JF" + b"\xff"
    return begin + b"\xff\xc0" + struct.pack(">HBHH", 11, 8, height, width) + b"\x01\x01\x11\x00\xff\xd9"
