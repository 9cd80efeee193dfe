# SPDX-License-Identifier: MIT
"""Put a table on paper or into a PDF: landscape, the heading on each page, columns as wide as their texts."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from onlinesvc_desktop.client.table_files import TableData
from onlinesvc_desktop.whole_file import replacing

_POINT_SIZE = 8.0
_MARGIN_MM = 12
_GAP = 0.8
_MEASURED_ROWS = 300
_TEXT = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def write_pdf(file: Path, table: TableData, texts: Sequence[Sequence[str]], creator: str) -> None:
    """Write a PDF.

    Raises:
        OSError: disk full, folder read-only.
    """
    with replacing(file) as fresh:
        writer = QPdfWriter(str(fresh))
        writer.setTitle(table.title)
        writer.setCreator(creator)
        set_page(writer)
        if not paint_table(writer, table.title, table.headings, texts):
            raise OSError(str(file))
        del writer


def set_page(device: QPagedPaintDevice) -> None:
    """Lay a page out as all tables are: letter, landscape, the paper of both countries served."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.Letter)
    device.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter))


def paint_table(device: QPagedPaintDevice, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Paint a table page by page; tell whether the device took it."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    font = QFont(painter.font())
    font.setPointSizeF(_POINT_SIZE)
    # Contextual forms of a sign have no text in the PDF: a copy of "{7*7}" would hold other signs.
    font.setFeature(QFont.Tag("calt"), 0)
    painter.setFont(font)
    metrics = QFontMetricsF(font, device)
    area = QRectF(painter.viewport())
    widths = _widths(metrics, headings, rows, area.width())
    line = metrics.height() * 1.35
    per_page = max(1, int(area.height() / line) - 3)
    pages = max(1, -(-len(rows) // per_page))
    for page in range(pages):
        if page:
            device.newPage()
        _paint_page(painter, area.width(), line, (title, f"{page + 1} / {pages}"), headings, widths)
        for at, row in enumerate(rows[page * per_page : (page + 1) * per_page]):
            _paint_row(painter, (at + 2.6) * line, line, widths, row)
    return painter.end()


def _widths(metrics: QFontMetricsF, headings: Sequence[str], rows: Sequence[Sequence[str]], room: float) -> list[float]:
    gap = metrics.averageCharWidth() * 2 * _GAP
    shown = rows[:_MEASURED_ROWS]
    wanted = [
        max([metrics.horizontalAdvance(heading) * 1.1, *(metrics.horizontalAdvance(row[at]) for row in shown)]) + gap
        for at, heading in enumerate(headings)
    ]
    factor = min(1.0, room / max(1.0, sum(wanted)))
    return [width * factor for width in wanted]


def _paint_page(
    painter: QPainter, width: float, line: float, corners: tuple[str, str], headings: Sequence[str], widths: Sequence[float]
) -> None:
    plain = painter.font()
    bold = QFont(plain)
    bold.setBold(True)
    painter.setFont(bold)
    title, page = corners
    painter.drawText(QRectF(0, 0, width, line), _TEXT | Qt.AlignmentFlag.AlignLeft, title)
    painter.drawText(QRectF(0, 0, width, line), _TEXT | Qt.AlignmentFlag.AlignRight, page)
    _paint_row(painter, 1.4 * line, line, widths, headings)
    painter.setFont(plain)
    painter.drawLine(0, int(2.5 * line), int(width), int(2.5 * line))


def _paint_row(painter: QPainter, top: float, height: float, widths: Sequence[float], texts: Sequence[str]) -> None:
    left = 0.0
    metrics = QFontMetricsF(painter.font(), painter.device())
    for width, text in zip(widths, texts, strict=True):
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width * 0.97)
        painter.drawText(QRectF(left, top, width, height), _TEXT | Qt.AlignmentFlag.AlignLeft, shown)
        left += width
