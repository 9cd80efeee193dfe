# SPDX-License-Identifier: MIT
"""Many papers into one PDF, whatever each is; pages that are pictures become sheets of letter paper."""

import ctypes
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from onlinesvc_desktop.client.collected_files import Fetch
from onlinesvc_desktop.desktop.papers import PDF, PaperRenderer, image_page
from onlinesvc_desktop.whole_file import replacing

_SHORT, _LONG = 612.0, 792.0


class DamagedPaperError(Exception):
    """A paper cannot be read, so it is not in the PDF."""


class MergedPdf:
    """One PDF, under its name only once it is whole; the list comes first. Belongs on a worker thread, call by call."""

    def __init__(self, file: Path, papers: PaperRenderer) -> None:
        self._file = file
        self._papers = papers
        self._document: Any = None

    def add(self, name: str, media_type: str, fetch: Fetch) -> None:  # noqa: ARG002 - pages have no names
        """Add every page of a paper.

        Raises:
            DamagedPaperError: it cannot be read.
        """
        pieces: list[bytes] = []
        fetch(pieces.append)
        with self._papers.alone():
            if not _added(self._opened(), b"".join(pieces), media_type):
                raise DamagedPaperError

    def finish(self, listing: bytes) -> None:
        """Put the list before all pages and write the file."""
        with self._papers.alone():
            document = self._opened()
            source = _open(listing)
            document.import_pages(source, index=0)
            source.close()
            with replacing(self._file) as fresh, fresh.open("wb") as stream:
                document.save(stream)
        self.abandon()

    def abandon(self) -> None:
        """Let go of what was added."""
        document, self._document = self._document, None
        if document is not None:
            with self._papers.alone():
                document.close()

    def _opened(self) -> Any:
        if self._document is None:
            import pypdfium2

            self._document = pypdfium2.PdfDocument.new()
        return self._document


def _open(content: bytes) -> Any:
    import pypdfium2

    return pypdfium2.PdfDocument(content)


def _added(document: Any, content: bytes, media_type: str) -> bool:
    import pypdfium2

    if media_type == PDF:
        try:
            source = _open(content)
        except pypdfium2.PdfiumError:
            return False
        try:
            document.import_pages(source)
        except pypdfium2.PdfiumError:
            return False
        finally:
            source.close()
        return True
    number, count = 0, 1
    while number < count:
        found = image_page(content, number)
        if found is None:
            return False
        _add_picture(document, found.picture)
        number, count = number + 1, found.count
    return True


def _add_picture(document: Any, picture: QImage) -> None:
    import pypdfium2

    is_grey = picture.depth() <= 8 and picture.allGray()
    plain = picture.convertToFormat(QImage.Format.Format_Grayscale8 if is_grey else QImage.Format.Format_BGR888)
    kind = pypdfium2.raw.FPDFBitmap_Gray if is_grey else pypdfium2.raw.FPDFBitmap_BGR
    rows = bytes(plain.constBits())
    buffer = (ctypes.c_ubyte * len(rows)).from_buffer_copy(rows)
    bitmap = pypdfium2.PdfBitmap.new_native(plain.width(), plain.height(), kind, buffer=buffer, stride=plain.bytesPerLine())
    width, height = (_LONG, _SHORT) if plain.width() > plain.height() else (_SHORT, _LONG)
    scale = min(width / plain.width(), height / plain.height())
    wide, high = plain.width() * scale, plain.height() * scale
    image = pypdfium2.PdfImage.new(document)
    image.set_bitmap(bitmap)
    image.set_matrix(pypdfium2.PdfMatrix(wide, 0, 0, high, (width - wide) / 2, (height - high) / 2))
    page = document.new_page(width, height)
    page.insert_obj(image)
    page.gen_content()
    page.close()
    bitmap.close()
