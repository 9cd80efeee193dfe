# SPDX-License-Identifier: MIT
"""Look into a PDF without showing it: nothing that acts by itself, no other files inside, no password, no bomb.

Names are looked for in the whole file and in its compressed objects. What could hide them from this search (another
compression of objects, a predictor over them) is refused as damaged: no scanner and no bookkeeping program writes it.
"""

import re
import zlib
from collections.abc import Iterator
from mmap import mmap

from onlinesvc_desktop.backend.papers.faults import MOST_PAGES, RefusedFileError
from onlinesvc_desktop.contract.codes import FieldCode

_END_OF_NAME = rb"(?=[\s/<>\[\](){}%]|\Z)"
_ACTS = re.compile(rb"/(?:JavaScript|Launch|RichMedia|Rendition|Movie|XFA|SubmitForm|ImportData|GoToE)" + _END_OF_NAME)
_CARRIES = re.compile(rb"/(?:EmbeddedFiles?|FileAttachment)" + _END_OF_NAME)
_LOCKED = re.compile(rb"/Encrypt" + _END_OF_NAME)
_PAGE = re.compile(rb"/Type\s*/Page" + _END_OF_NAME)
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_ESCAPED_NAME = re.compile(rb"/[^\s/<>\[\](){}%]{0,40}#[0-9A-Fa-f]{2}[^\s/<>\[\](){}%]{0,40}")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_FILTERS = re.compile(
    rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)" + _END_OF_NAME
)
_INFLATES = re.compile(rb"/(?:FlateDecode|Fl)" + _END_OF_NAME)
_PACKS = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)" + _END_OF_NAME)
_PREDICTS = re.compile(rb"/Predictor\s+(?!1\b)\d")
_SIZE = re.compile(rb"/(Width|Height)\s+(\d{1,10})")
_HEAD_BYTES = 4_096
_MOST_OF_OBJECTS = 64_000_000
_MOST_OF_STREAM = 256_000_000
_MOST_DOTS = 250_000_000
"""Scans have one bit for a dot; six hundred dots an inch of the largest office paper are 70 million."""
_BEST_RATIO = 1_032
"""Deflate cannot make more bytes out of one."""
_STEP = 1_048_576


def pdf_pages(content: bytes | mmap) -> int | None:
    """Return how many pages a PDF has, as far as it says so.

    Raises:
        RefusedFileError: it is damaged, locked, acts by itself, carries other files or unpacks to too much.
    """
    if content.rfind(b"%%EOF") < 0 or content.rfind(b"startxref") < 0:
        raise RefusedFileError(FieldCode.FILE_DAMAGED)
    if _LOCKED.search(content):
        raise RefusedFileError(FieldCode.FILE_LOCKED)
    pages = _looked_through(content)
    unpacked = 0
    for head, start, end in _streams(content):
        _refuse_bomb(content, head, start, end)
        if b"/ObjStm" in head:
            objects = _objects(content, head, start, end, _MOST_OF_OBJECTS - unpacked)
            unpacked += len(objects)
            pages += _looked_through(objects)
    if pages > MOST_PAGES:
        raise RefusedFileError(FieldCode.FILE_UNPACKS)
    return pages or None


def _looked_through(content: bytes | mmap) -> int:
    """Refuse what acts or carries; return how many pages are described."""
    plain: list[bytes | mmap] = [content]
    plain += [_spelt(found.group()) for found in _ESCAPED_NAME.finditer(content)]
    for one in plain:
        if _ACTS.search(one):
            raise RefusedFileError(FieldCode.FILE_SCRIPTS)
        if _CARRIES.search(one):
            raise RefusedFileError(FieldCode.FILE_ATTACHMENTS)
        if one is not content and _LOCKED.search(one):
            raise RefusedFileError(FieldCode.FILE_LOCKED)
    return sum(1 for _ in _PAGE.finditer(content))


def _spelt(name: bytes) -> bytes:
    """Return a name as a reader spells it: ``/Java#53cript`` is one that acts."""
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), name)


def _streams(content: bytes | mmap) -> Iterator[tuple[bytes, int, int]]:
    """Return each stream: what is said of it, where it begins and ends."""
    for found in _STREAM.finditer(content):
        before = bytes(content[max(0, found.start() - _HEAD_BYTES) : found.start()])
        head = _spelt(before[before.rfind(b" obj") + 1 :])
        end = content.find(b"endstream", found.end())
        yield head, found.end(), len(content) if end < 0 else end


def _refuse_bomb(content: bytes | mmap, head: bytes, start: int, end: int) -> None:
    sizes = {found[1]: int(found[2]) for found in _SIZE.finditer(head)}
    if sizes.get(b"Width", 0) * sizes.get(b"Height", 0) > _MOST_DOTS:
        raise RefusedFileError(FieldCode.FILE_UNPACKS)
    if len(_PACKS.findall(head)) > 1:
        raise RefusedFileError(FieldCode.FILE_UNPACKS)
    if _INFLATES.search(head) and (end - start) * _BEST_RATIO > _MOST_OF_STREAM:
        for _ in _inflated(content, start, end, _MOST_OF_STREAM):
            pass


def _objects(content: bytes | mmap, head: bytes, start: int, end: int, most: int) -> bytes:
    filters = _FILTERS.findall(head)
    if not filters and b"/Filter" not in head:
        return b""  # it stands in the file as it is, and was looked through there
    if len(filters) != 1 or not _INFLATES.search(head) or _PREDICTS.search(head):
        raise RefusedFileError(FieldCode.FILE_DAMAGED)
    return b"".join(_inflated(content, start, end, most))


def _inflated(content: bytes | mmap, start: int, end: int, most: int) -> Iterator[bytes]:
    """Return what a stream unpacks to, piece by piece.

    Raises:
        RefusedFileError: that is more than ``most``, or the stream is damaged.
    """
    inflate = zlib.decompressobj()
    size = 0
    try:
        for at in range(start, end, _STEP):
            packed = bytes(content[at : min(at + _STEP, end)])
            while packed and not inflate.eof:
                piece = inflate.decompress(packed, _STEP)
                packed = inflate.unconsumed_tail
                size += len(piece)
                if size > most:
                    raise RefusedFileError(FieldCode.FILE_UNPACKS)
                yield piece
    except zlib.error as error:
        raise RefusedFileError(FieldCode.FILE_DAMAGED) from error
