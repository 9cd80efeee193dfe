# SPDX-License-Identifier: MIT
"""What a file really is, and why one is not kept."""

import struct

import pytest

from onlinesvc_desktop.backend.papers.faults import RefusedFileError
from onlinesvc_desktop.backend.papers.inspect import Inspected, inspect_file
from onlinesvc_desktop.contract.codes import FieldCode
from tests.support.papers import jpeg_head, odd_pdf, packed, pdf, png_head, stream_pdf, tiff

MOST = 50_000_000
OBJECTS = b"/Type /ObjStm /N 1 /First 4"


@pytest.mark.parametrize(
    ("content", "media_type", "pages"),
    [
        (pdf(pages=3), "application/pdf", 3),
        (stream_pdf(OBJECTS + b" /Filter /FlateDecode", packed(b"9 0 << /Type /Page >>")), "application/pdf", 2),
        (stream_pdf(OBJECTS, b"9 0 << /Type /Page >>"), "application/pdf", 2),
        (tiff(4), "image/tiff", 4),
        (tiff(2, order=">", bits=8), "image/tiff", 2),
        (jpeg_head(1_700, 2_200), "image/jpeg", 1),
        (png_head(1_700, 2_200), "image/png", 1),
    ],
)
def test_a_file_is_what_its_bytes_say(content: bytes, media_type: str, pages: int):
    assert inspect_file(content, MOST) == Inspected(media_type, pages)


def test_a_large_page_in_black_and_white_is_a_scan_and_one_in_colour_is_none():
    head = bytearray(tiff(1))
    wide = struct.pack("<I", 16_000)
    for at in (18, 30):
        head[at : at + 4] = wide
    assert inspect_file(bytes(head), MOST).pages == 1
    head[42:46] = struct.pack("<HH", 8, 0)
    with pytest.raises(RefusedFileError) as refused:
        inspect_file(bytes(head), MOST)
    assert refused.value.code is FieldCode.FILE_UNPACKS


_LOOP = bytearray(tiff(1))
_LOOP[8 + 2 + 9 * 12 : 8 + 2 + 9 * 12 + 4] = struct.pack("<I", 8)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", FieldCode.FILE_DAMAGED),
        (b"MZ\x90\x00 a program called paper.pdf", FieldCode.FILE_KIND),
        (b"<html>%PDF-1.7", FieldCode.FILE_KIND),
        (pdf()[:400], FieldCode.FILE_DAMAGED),
        (odd_pdf(b"9 0 obj << /S /JavaScript /JS (app.alert) >> endobj"), FieldCode.FILE_SCRIPTS),
        (odd_pdf(b"9 0 obj << /S /Java#53cript /JS (app.alert) >> endobj"), FieldCode.FILE_SCRIPTS),
        (odd_pdf(b"9 0 obj << /S /Launch /F (cmd.exe) >> endobj"), FieldCode.FILE_SCRIPTS),
        (stream_pdf(OBJECTS + b" /Filter /FlateDecode", packed(b"9 0 << /S /JavaScript >>")), FieldCode.FILE_SCRIPTS),
        (stream_pdf(b"/Type /Obj#53tm /N 1 /Filter [/Fl#61teDecode]", packed(b"<</S/Launch>>")), FieldCode.FILE_SCRIPTS),
        (stream_pdf(OBJECTS, b"9 0 << /S /JavaScript >>"), FieldCode.FILE_SCRIPTS),
        (stream_pdf(OBJECTS + b" /Filter /LZWDecode", b"anything"), FieldCode.FILE_DAMAGED),
        (
            stream_pdf(OBJECTS + b" /Filter /FlateDecode /DecodeParms << /Predictor 12 >>", packed(b"x")),
            FieldCode.FILE_DAMAGED,
        ),
        (stream_pdf(OBJECTS + b" /Filter /FlateDecode", b"no flate"), FieldCode.FILE_DAMAGED),
        (odd_pdf(b"9 0 obj << /Type /EmbeddedFile >> endobj"), FieldCode.FILE_ATTACHMENTS),
        (odd_pdf(b"9 0 obj << /Subtype /File#41ttachment >> endobj"), FieldCode.FILE_ATTACHMENTS),
        (odd_pdf(b"trailer << /Encrypt 9 0 R >>"), FieldCode.FILE_LOCKED),
        (odd_pdf(b"trailer << /En#63rypt 9 0 R >>"), FieldCode.FILE_LOCKED),
        (stream_pdf(b"/Filter /FlateDecode", packed(bytes(300_000_000))), FieldCode.FILE_UNPACKS),
        (stream_pdf(OBJECTS + b" /Filter /FlateDecode", packed(bytes(70_000_000))), FieldCode.FILE_UNPACKS),
        (stream_pdf(b"/Filter [/FlateDecode /FlateDecode]", packed(packed(b"x"))), FieldCode.FILE_UNPACKS),
        (stream_pdf(b"/Subtype /Image /Width 60000 /Height 60000", b"x"), FieldCode.FILE_UNPACKS),
        (odd_pdf(b"<< /Type /Page >> " * 2_001), FieldCode.FILE_UNPACKS),
        (tiff(1)[:60], FieldCode.FILE_DAMAGED),
        (tiff(1, width=0), FieldCode.FILE_DAMAGED),
        (b"II*\0\0\0\0\0", FieldCode.FILE_DAMAGED),
        (bytes(_LOOP), FieldCode.FILE_DAMAGED),
        (tiff(2_001, width=8, height=1), FieldCode.FILE_UNPACKS),
        (jpeg_head(65_000, 65_000), FieldCode.FILE_UNPACKS),
        (b"\xff\xd8\xff\xff\xd0\xff\xe0\x00\x02 not a marker", FieldCode.FILE_DAMAGED),
        (b"\xff\xd8\xff\xe0\x00\x02", FieldCode.FILE_DAMAGED),
        (png_head(100_000, 100_000), FieldCode.FILE_UNPACKS),
        (png_head(10, 10)[:20], FieldCode.FILE_DAMAGED),
        (pdf() + bytes(MOST), FieldCode.FILE_TOO_LARGE),
    ],
    ids=range(33),
)
def test_what_is_hostile_or_broken_is_refused_with_its_reason(content: bytes, code: FieldCode):
    with pytest.raises(RefusedFileError) as refused:
        inspect_file(content, MOST)
    assert refused.value.code is code
