# SPDX-License-Identifier: MIT
"""A paper on screen: its pages below each other, as wide as there is room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from onlinesvc_desktop.desktop.widgets.panel import Retranslating, label

_GAP = 10
_WIDEST = 900


class PaperView(Retranslating, QScrollArea):
    """Pictures of pages; what they say stands beside them on the page, so a screen reader hears only how many there are."""

    def __init__(self, object_name: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setSpacing(_GAP)
        self.setWidget(self._content)
        self._pages: list[tuple[QImage, QLabel]] = []
        self.retranslate_ui()

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def show_pages(self, pages: list[QImage]) -> None:
        """Show other pages."""
        for _, old in self._pages:
            self._column.removeWidget(old)
            old.deleteLater()
        self._pages = []
        for page in pages:
            sheet = label()
            sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(sheet)
            self._pages.append((page, sheet))
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.retranslate_ui()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(100, min(_WIDEST, self.viewport().width() - 4 * _GAP))
        for page, sheet in self._pages:
            size = QSize(width, round(page.height() * width / max(1, page.width())))
            scaled = page.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            sheet.setPixmap(QPixmap.fromImage(scaled))

    def retranslate_ui(self) -> None:
        """Say how many pages there are."""
        self.setAccessibleName(self.tr("Paper: %n page(s)", "", len(self._pages)))
