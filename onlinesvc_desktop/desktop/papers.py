# SPDX-License-Identifier: MIT
"""Papers as pictures, and onto a printer. PDFium serves one caller at a time, so there is one renderer and it queues.

A page is opened by itself, so the first of two hundred is there as soon as the only one. Nothing in a paper is carried out:
scripts are not run, attachments not opened, forms not filled; a page that nobody could hold is shown smaller.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPageSize, QPainter, QTransform

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PRINTED_DOTS = 300
_MOST_DOTS = 30_000_000
"""Of one picture on screen or on its way to a printer: a large sheet at six hundred dots an inch and half as much again."""
_READ_MEGABYTES = 300
PDF = "application/pdf"


class PagePicture(msgspec.Struct, frozen=True):
    """One page as it is painted, from 0, and how many there are."""

    picture: QImage
    number: int
    count: int


class PaperRenderer:
    """Turns pages of PDF, TIFF, JPEG and PNG into pictures. Blocks; belongs on a worker thread."""

    def __init__(self) -> None:
        self._lock = Lock()

    def pictures(self, content: bytes, dots: int, most: int = 200) -> list[QImage]:
        """Return the first pages of a PDF at so many dots an inch."""
        import pypdfium2

        with self._lock:
            document = pypdfium2.PdfDocument(content)
            try:
                return [
                    _picture(document[at], dots / 72, 0, QImage.Format.Format_BGR888)
                    for at in range(min(most, len(document)))
                ]
            finally:
                document.close()

    def printed(self, content: bytes) -> list[QImage]:
        """Return every page of a PDF as it goes onto paper."""
        return self.pictures(content, _PRINTED_DOTS)

    def page(self, content: bytes, media_type: str, number: int, width: int, turn: int = 0) -> PagePicture | None:
        """Return one page so many dots wide, turned clockwise by 0, 90, 180 or 270 degrees; None for a damaged file."""
        if media_type == PDF:
            return self._pdf_page(content, number, lambda page: width / max(1.0, page[turn % 180 != 0]), turn)
        found = image_page(content, number)
        if found is None:
            return None
        around = QTransform()
        around.rotate(turn)  # what this returns belongs to ``around``
        turned = found.picture.transformed(around)
        room = (_MOST_DOTS / (width * width)) ** 0.5 if turned.height() * width > turned.width() * width * 4 else 1.0
        wanted = QSize(max(1, round(width * min(1.0, room))), 1 << 20)
        scaled = turned.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        return PagePicture(scaled, found.number, found.count)

    def printed_page(self, content: bytes, media_type: str, number: int) -> PagePicture | None:
        """Return one page as it goes onto paper; None for a damaged file."""
        if media_type == PDF:
            return self._pdf_page(content, number, lambda _size: _PRINTED_DOTS / 72, 0)
        return image_page(content, number)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody else use PDFium for a while."""
        with self._lock:
            yield

    def _pdf_page(
        self, content: bytes, number: int, scale_of: Callable[[tuple[float, float]], float], turn: int
    ) -> PagePicture | None:
        import pypdfium2

        with self._lock:
            try:
                document = pypdfium2.PdfDocument(content)
            except pypdfium2.PdfiumError:
                return None
            try:
                count = len(document)
                at = max(0, min(number, count - 1))
                page = document[at]
                width, height = page.get_size()
                most: float = (_MOST_DOTS / max(1.0, width * height)) ** 0.5
                # As a screen has it, so that the window's own thread need not turn it into that.
                picture = _picture(page, min(scale_of((width, height)), most), turn, QImage.Format.Format_RGB32)
                return PagePicture(picture, at, count)
            except pypdfium2.PdfiumError:
                return None
            finally:
                document.close()


def _picture(page: "object", scale: float, turn: int, dot: QImage.Format) -> QImage:
    """Return a page of PDFium as a picture whose dots are three bytes, ``BGR888``, or four, ``RGB32``."""
    four = dot is QImage.Format.Format_RGB32
    bitmap = page.render(scale=scale, rotation=turn, prefer_bgrx=four)  # type: ignore[attr-defined]
    picture = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, dot).copy()
    bitmap.close()
    page.close()  # type: ignore[attr-defined]
    return picture


def image_page(content: bytes, number: int) -> PagePicture | None:
    """Return a page of a TIFF, JPEG or PNG as it is; None for a damaged file."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_READ_MEGABYTES)
    # The reader must go before the buffer: the end of a TIFF's reader still looks at it.
    return _read(QImageReader(buffer), number)


def _read(reader: QImageReader, number: int) -> PagePicture | None:
    reader.setAutoTransform(True)
    count = max(1, reader.imageCount())
    at = max(0, min(number, count - 1))
    if at and not reader.jumpToImage(at):
        return None
    picture = reader.read()
    return None if picture.isNull() else PagePicture(picture, at, count)


def paint_pages(printer: "QPrinter", pages: list[QImage]) -> bool:
    """Print pictures of ``printed``, each on a page of its own size; tell whether the printer took them."""
    painter = QPainter()
    for index, page in enumerate(pages):
        size = QSizeF(page.width() * 72 / _PRINTED_DOTS, page.height() * 72 / _PRINTED_DOTS)
        printer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
        printer.setFullPage(True)
        if index == 0 and not painter.begin(printer):
            return False
        if index and not printer.newPage():
            painter.end()
            return False
        painter.drawImage(QRect(0, 0, painter.viewport().width(), painter.viewport().height()), page)
    return painter.end()
