# SPDX-License-Identifier: MIT
"""Sizes and pages of JPEG, PNG and TIFF by their heads; no picture is unpacked."""

import struct
from mmap import mmap

from onlinesvc_desktop.backend.papers.faults import MOST_PAGES, RefusedFileError, refuse_huge
from onlinesvc_desktop.contract.codes import FieldCode

_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
"""Markers of JPEG that begin with height and width."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_WIDTH, _HEIGHT, _BITS, _SAMPLES = 256, 257, 258, 277
_SHORT, _LONG = 3, 4
_ENTRY_BYTES = 12


def jpeg_pages(content: bytes | mmap) -> int:
    """Return 1.

    Raises:
        RefusedFileError: it has no size, or one that nobody can paint.
    """
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            break
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _ALONE:
            at += 2
            continue
        if marker in _FRAMES and at + 9 <= len(content):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            refuse_huge(width, height)
            return 1
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    raise RefusedFileError(FieldCode.FILE_DAMAGED)


def png_pages(content: bytes | mmap) -> int:
    """Return 1.

    Raises:
        RefusedFileError: it has no size, or one that nobody can paint.
    """
    if len(content) < 33 or bytes(content[12:16]) != b"IHDR":
        raise RefusedFileError(FieldCode.FILE_DAMAGED)
    width, height = struct.unpack(">II", content[16:24])
    refuse_huge(width, height)
    return 1


def tiff_pages(content: bytes | mmap) -> int:
    """Return how many pages a TIFF has.

    Raises:
        RefusedFileError: its directories lead nowhere or round in circles, or a page is larger than anybody can paint.
    """
    order = "<" if content[:2] == b"II" else ">"
    try:
        at = _whole(content, order, 4, _LONG)
        seen = set[int]()
        while at:
            if at in seen:
                raise RefusedFileError(FieldCode.FILE_DAMAGED)
            seen.add(at)
            if len(seen) > MOST_PAGES:
                raise RefusedFileError(FieldCode.FILE_UNPACKS)
            at = _next_page(content, order, at)
    except (struct.error, IndexError) as error:
        raise RefusedFileError(FieldCode.FILE_DAMAGED) from error
    if not seen:
        raise RefusedFileError(FieldCode.FILE_DAMAGED)
    return len(seen)


def _next_page(content: bytes | mmap, order: str, at: int) -> int:
    count = _whole(content, order, at, _SHORT)
    facts = {_BITS: 1, _SAMPLES: 1}
    for index in range(count):
        entry = at + 2 + index * _ENTRY_BYTES
        tag, kind, values = struct.unpack(f"{order}HHI", content[entry : entry + 8])
        if tag in (_WIDTH, _HEIGHT, _BITS, _SAMPLES) and kind in (_SHORT, _LONG):
            # Several values lie elsewhere: then there are several samples, and so no picture in black and white.
            facts[tag] = _whole(content, order, entry + 8, kind) if values == 1 else 8
    refuse_huge(facts.get(_WIDTH, 0), facts.get(_HEIGHT, 0), facts[_BITS] == 1 and facts[_SAMPLES] == 1)
    return _whole(content, order, at + 2 + count * _ENTRY_BYTES, _LONG)


def _whole(content: bytes | mmap, order: str, at: int, kind: int) -> int:
    size, letter = (2, "H") if kind == _SHORT else (4, "I")
    return int(struct.unpack(order + letter, content[at : at + size])[0])
