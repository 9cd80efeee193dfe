# SPDX-License-Identifier: MIT
"""Papers as pictures, and onto a printer. PDFium serves one caller at a time, so there is one renderer and it queues."""

from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PRINTED_DOTS = 300


class PaperRenderer:
    """Turns PDF pages into pictures. Blocks; belongs on a worker thread."""

    def __init__(self) -> None:
        self._lock = Lock()

    def pictures(self, content: bytes, dots: int, most: int = 200) -> list[QImage]:
        """Return the first pages at so many dots an inch."""
        import pypdfium2

        with self._lock:
            document = pypdfium2.PdfDocument(content)
            try:
                return [self._picture(document[at], dots) for at in range(min(most, len(document)))]
            finally:
                document.close()

    def printed(self, content: bytes) -> list[QImage]:
        """Return every page as it goes onto paper."""
        return self.pictures(content, _PRINTED_DOTS)

    @staticmethod
    def _picture(page: "object", dots: int) -> QImage:
        bitmap = page.render(scale=dots / 72)  # type: ignore[attr-defined]
        rows = bytes(bitmap.buffer)
        picture = QImage(rows, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888).copy()
        bitmap.close()
        page.close()  # type: ignore[attr-defined]
        return picture


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
