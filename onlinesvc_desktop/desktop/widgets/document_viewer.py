# SPDX-License-Identifier: MIT
"""A document on screen, a page at a time: zoom, turn, next, print, save. A worker paints; the window never waits for it."""

from collections.abc import Callable
from typing import Final

import msgspec
from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSpinBox, QVBoxLayout

from onlinesvc_desktop.desktop.jobs import Job, JobRunner, Ok, Outcome
from onlinesvc_desktop.desktop.papers import PagePicture, PaperRenderer
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton, icon_button
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, plain_tooltip, tight

_ZOOMS: Final = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
"""Widths of a page, by the width of the viewer."""
_FULL: Final = 3
_SETTLE_MS = 120
_BLANK_MS = 150
"""A page that follows sooner takes the place of the one before; after it, what is no longer shown goes away."""
_LEAST_WIDTH = 100
_GAP = 4
_QUARTER, _ROUND = 90, 360
_ICONS: Final = {"previousPage": "arrow-left", "nextPage": "arrow-right"}
_SIGNS: Final = {"zoomOut": "\N{MINUS SIGN}", "zoomIn": "+"}


class ShownDocument(msgspec.Struct, frozen=True):
    """A document with its content, and how it is called when it is saved."""

    content: bytes
    media_type: str
    name: str
    title: Callable[[], str]


class _Area(QScrollArea):
    """Scrolls by arrows and wheel; Page Up and Page Down leaf."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
            return
        super().keyPressEvent(event)


class DocumentViewer(Panel):
    """Names are ``<owner>.viewer`` for the page, ``<owner>.nextPage`` and so on for what is done with it."""

    save_wanted = Signal(object)
    """Carries the ``ShownDocument`` to be saved."""

    def __init__(self, owner: str, message: MessageLine, jobs: JobRunner, papers: PaperRenderer) -> None:
        super().__init__()
        self._message = message
        self._jobs = jobs
        self._papers = papers
        self._document: ShownDocument | None = None
        self._page: PagePicture | None = None
        self._wanted = 0
        self._zoom = _FULL
        self._turn = 0
        self._job: Job | None = None
        self._title = label("title", wrap=True)
        self._title.setObjectName(f"{owner}.viewerTitle")
        self._buttons: dict[str, QAbstractButton] = {}
        bar = ButtonRow()
        for name, action in (
            ("previousPage", lambda: self.go_to(self._wanted - 1)),
            ("nextPage", lambda: self.go_to(self._wanted + 1)),
            ("zoomOut", lambda: self.zoom(-1)),
            ("zoomIn", lambda: self.zoom(1)),
            ("turn", self.turn),
            ("printDocument", self.print_document),
            ("save", self._save),
        ):
            icon = _ICONS.get(name)
            button: QAbstractButton = TextButton(f"{owner}.{name}") if icon is None else icon_button(icon, f"{owner}.{name}")
            self._buttons[name] = button
            button.clicked.connect(action)
            bar.add(button)
            if name == "previousPage":
                self._number = QSpinBox()
                self._number.setObjectName(f"{owner}.pageNumber")
                self._number.setKeyboardTracking(False)
                self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
                self._number.valueChanged.connect(lambda number: self.go_to(number - 1))
                bar.add(self._number)
        self._area = _Area()
        self._area.setObjectName(f"{owner}.viewer")
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setMinimumHeight(self.fontMetrics().height() * 14)
        self._sheet = label()
        self._area.setWidget(self._sheet)
        column = tight(QVBoxLayout(self), 8)
        column.addWidget(self._title)
        column.addWidget(bar)
        column.addWidget(self._area, 1)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self._paint)
        self._blank = QTimer(self)
        self._blank.setSingleShot(True)
        self._blank.setInterval(_BLANK_MS)
        self._blank.timeout.connect(self._clear)
        self.setFocusProxy(self._area)
        self.retranslate_ui()

    @property
    def page(self) -> PagePicture | None:
        """What is painted now."""
        return self._page

    def show_document(self, document: ShownDocument | None) -> None:
        """Show a document from its first page, or nothing."""
        self.expect()
        if document is None:
            self._clear()
            return
        self._document = document
        self._title.setText(document.title())
        self._show_state()
        self._paint()

    def expect(self) -> None:
        """Await another document: from now on nothing can be done with this one, which is out of sight in a moment."""
        self._document, self._page = None, None
        self._wanted, self._turn, self._zoom = 0, 0, _FULL
        self._take_back()
        self._blank.start()
        self._show_state()

    def _clear(self) -> None:
        """Show no page, unless that of the document is there already."""
        self._blank.stop()
        if self._page is None:
            self._sheet.setPixmap(QPixmap())
            self._sheet.adjustSize()
            self.retranslate_ui()

    def go_to(self, number: int) -> None:
        """Show a page, from 0; one that there is not is left aside."""
        if self._page is not None and 0 <= number < self._page.count and number != self._wanted:
            self._wanted = number
            self._area.verticalScrollBar().setValue(0)
            self._paint()

    def zoom(self, steps: int) -> None:
        """Show pages larger or smaller."""
        self._zoom = max(0, min(len(_ZOOMS) - 1, self._zoom + steps))
        self._paint()

    def turn(self) -> None:
        """Turn pages by a quarter, clockwise."""
        self._turn = (self._turn + _QUARTER) % _ROUND
        self._paint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaf by Page Up and Page Down, zoom by plus and minus, turn by R."""
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: self.go_to(self._wanted + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to(self._wanted - 1),
            Qt.Key.Key_Plus: lambda: self.zoom(1),
            Qt.Key.Key_Minus: lambda: self.zoom(-1),
            Qt.Key.Key_R: self.turn,
        }
        action = actions.get(event.key())
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew once the size has settled."""
        super().resizeEvent(event)
        if self._document is not None:
            self._settled.start()

    def _take_back(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _paint(self) -> None:
        """Have the page painted; what was asked before and is not there yet is not waited for."""
        document = self._document
        if document is None:
            return
        self._take_back()
        beside = self._area.verticalScrollBar().sizeHint().width() + 2 * self._area.frameWidth() + _GAP
        room = self._area.width() - beside
        width = max(_LEAST_WIDTH, round(room * _ZOOMS[self._zoom]))
        number, turn = self._wanted, self._turn
        content, media_type = document.content, document.media_type

        def done(outcome: Outcome[PagePicture | None]) -> None:
            self._job = None if self._job is job else self._job
            if self._document is document and isinstance(outcome, Ok):
                self._show(outcome.value)

        job = self._jobs.run(lambda: self._papers.page(content, media_type, number, width, turn), done)
        self._job = job

    def _show(self, page: PagePicture | None) -> None:
        self._page = page
        if page is None:
            self._clear()
            self._message.say(
                Tone.WARNING, lambda: self.tr("This document is damaged and cannot be shown. It can still be saved.")
            )
        else:
            self._blank.stop()
            self._wanted = page.number
            self._sheet.setPixmap(QPixmap.fromImage(page.picture))
            self._sheet.adjustSize()
        self._show_state()

    def _save(self) -> None:
        if self._document is not None:
            self.save_wanted.emit(self._document)

    def print_document(self) -> None:
        """Print by the system's dialog, page by page, so that a long document is never held as pictures."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        document, page = self._document, self._page
        if document is None or page is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, page.count)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec():
            first, last = printer.fromPage() or 1, printer.toPage() or page.count
            self.print_pages(printer, document, first - 1, min(last, page.count) - 1)

    def print_pages(self, printer: "object", document: ShownDocument, first: int, last: int) -> None:
        """Print pages, each as large as the paper lets it be."""
        from PySide6.QtPrintSupport import QPrinter

        assert isinstance(printer, QPrinter)
        painter = QPainter()

        def ask(number: int) -> None:
            def painted(outcome: Outcome[PagePicture | None]) -> None:
                found = outcome.value if isinstance(outcome, Ok) else None
                is_begun = painter.isActive() or painter.begin(printer)
                if found is None or not is_begun or (number > first and not printer.newPage()):
                    painter.end()
                    self._message.say(
                        Tone.WARNING, lambda: self.tr("The printer does not answer. Save the document instead.")
                    )
                    return
                room = painter.viewport()
                size = found.picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
                left, top = (room.width() - size.width()) / 2, (room.height() - size.height()) / 2
                painter.drawImage(QRectF(left, top, size.width(), size.height()), found.picture)
                if number < last:
                    ask(number + 1)
                else:
                    painter.end()
                    self._message.say(Tone.SUCCESS, lambda: self.tr("Printed."))

            self._jobs.run(lambda: self._papers.printed_page(document.content, document.media_type, number), painted)

        ask(first)

    def retranslate_ui(self) -> None:
        """Set the texts and what can be done."""
        words = {
            "previousPage": self.tr("Previous page"),
            "nextPage": self.tr("Next page"),
            "zoomOut": self.tr("Smaller"),
            "zoomIn": self.tr("Larger"),
            "turn": self.tr("Turn"),
            "printDocument": self.tr("Print…"),
            "save": self.tr("Save…"),
        }
        for name, button in self._buttons.items():
            if name in _ICONS:
                button.setToolTip(plain_tooltip(words[name]))
            else:
                button.setText(_SIGNS.get(name, words[name]))
            button.setAccessibleName(words[name])
            if name in _SIGNS:
                button.setToolTip(plain_tooltip(words[name]))
        self._title.setText("" if self._document is None else self._document.title())
        self._number.setAccessibleName(self.tr("Page"))
        self._show_state()

    def _show_state(self) -> None:
        """Show where in the document one is, and what can be done."""
        document, page = self._document, self._page
        count = 0 if page is None else page.count
        self._number.blockSignals(True)
        self._number.setRange(1, max(1, count))
        self._number.setValue(self._wanted + 1)
        self._number.setSuffix(self.tr(" of {count}").format(count=count))
        self._number.blockSignals(False)
        self._number.setEnabled(count > 1)
        for name, is_possible in (
            ("previousPage", self._wanted > 0),
            ("nextPage", self._wanted + 1 < count),
            ("zoomOut", page is not None and self._zoom > 0),
            ("zoomIn", page is not None and self._zoom + 1 < len(_ZOOMS)),
            ("turn", page is not None),
            ("printDocument", page is not None),
            ("save", document is not None),
        ):
            self._buttons[name].setEnabled(is_possible)
        spoken = self.tr("Page {number} of {count}").format(number=self._wanted + 1, count=count)
        self._area.setAccessibleName(spoken if document is not None else self.tr("No document is shown"))
