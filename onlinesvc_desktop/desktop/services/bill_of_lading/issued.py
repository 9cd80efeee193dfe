# SPDX-License-Identifier: MIT
"""A bill that was just issued: its numbers, its papers, and the way to its pickup."""

from typing import Any

import msgspec
from msgspec import UNSET
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.contract.bill_of_lading import BillOfLading, PrintedWhat, PrintNote
from onlinesvc_desktop.desktop.services.bill_of_lading.editors import OWNER
from onlinesvc_desktop.desktop.services.bill_of_lading.paper_actions import PaperActions, PapersOf
from onlinesvc_desktop.desktop.services.bill_of_lading.pickup_start import pickup_of
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.paper_view import PaperView
from onlinesvc_desktop.desktop.workplace import Workplace


class IssuedPanel(Panel):
    """What there is to do with a new bill. Dangerous goods leave with paper: it is left only once that was printed."""

    go_wanted = Signal(object)
    another_wanted = Signal()

    def __init__(self, message: MessageLine, workplace: Workplace) -> None:
        super().__init__()
        self._message = message
        self._workplace = workplace
        self._bill: BillOfLading | None = None
        self._is_sent = False
        self._must_print = False
        frame, column = card(14)
        self._heading = label("title")
        self._reference_name = label("muted")
        self._reference = label("heading")
        self._reference.setObjectName(f"{OWNER}.reference")
        self._autopro = label("title")
        self._autopro.setObjectName(f"{OWNER}.autopro")
        for number in (self._reference, self._autopro):
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._what_next = label("", wrap=True)
        self._what_next.setObjectName(f"{OWNER}.whatNext")
        self.papers = PaperActions(OWNER, message, workplace)
        self.papers.printed.connect(self._on_printed)
        self._pickup = TextButton(f"{OWNER}.requestPickup")
        self._pickup.clicked.connect(self._request_pickup)
        self._copy = TextButton(f"{OWNER}.copyReference", "link")
        self._copy.clicked.connect(self._copy_number)
        self._another = TextButton(f"{OWNER}.another", "link")
        self._another.clicked.connect(self._leave)
        foot = tight(QHBoxLayout(), 12)
        for button in (self._pickup, self._copy, self._another):
            foot.addWidget(button)
        foot.addStretch(1)
        self._view = PaperView(f"{OWNER}.viewer")
        self._view.setMinimumHeight(self.fontMetrics().height() * 34)
        self._view.hide()
        self.papers.pages_shown.connect(self._show_pages)
        for widget in (self._heading, self._reference_name, self._reference, self._autopro, self._what_next, self.papers):
            column.addWidget(widget)
        column.addLayout(foot)
        outer = tight(QVBoxLayout(self), 12)
        outer.addWidget(frame)
        outer.addWidget(self._view)
        self.setFocusProxy(self.papers)
        self.retranslate_ui()

    def show_bill(self, bill: BillOfLading, carrier: str, waiting_key: str) -> None:
        """Show a bill; one without an autopro number waits for the link to get it, and has no papers until then.

        ``waiting_key`` is that under which it waits to be sent, empty for one that was.
        """
        self._bill, self._is_sent = bill, not waiting_key
        has_number = bill.autopro_number is not UNSET
        units = sum(unit.count for unit in bill.handling_units)
        dangerous = any(line.dangerous_goods is not UNSET for unit in bill.handling_units for line in unit.lines)
        self._must_print = dangerous and has_number
        local = bill if waiting_key else None
        papers = PapersOf(str(bill.bol_number), units, carrier, local, waiting_key) if has_number else None
        self.papers.set_bill(papers)
        self.papers.setVisible(has_number)
        self._view.hide()
        self._view.show_pages([])
        self.setFocusProxy(self.papers if has_number else self._another)
        self.retranslate_ui()

    def forget(self) -> None:
        """Show nothing any more."""
        self._bill = None
        self._must_print = False
        self.papers.set_bill(None)
        self._view.show_pages([])
        self._view.hide()

    def _show_pages(self, pages: Any) -> None:
        self._view.show_pages(pages)
        self._view.show()

    def _on_printed(self, note: PrintNote) -> None:
        if note.what is PrintedWhat.DOCUMENT:
            self._must_print = False
            self.retranslate_ui()
        elif note.what is PrintedWhat.LABELS and self._bill is not None:
            self._workplace.flow.note_labels(str(self._bill.bol_number))

    def _leave(self) -> None:
        if self._must_print:
            self._message.say(
                Tone.WARNING,
                lambda: self.tr("Dangerous goods travel with paper: print or save the bill before you go on."),
            )
            self.papers.setFocus()
            return
        self.another_wanted.emit()

    def _request_pickup(self) -> None:
        if self._bill is not None:
            self.go_wanted.emit(pickup_of(msgspec.to_builtins(self._bill)))

    def _copy_number(self) -> None:
        bill = self._bill
        if bill is not None:
            number = str(bill.bol_number)
            QGuiApplication.clipboard().setText(number)
            self._message.say(Tone.SUCCESS, lambda: self.tr("{number} is copied.").format(number=number))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        bill = self._bill
        has_number = bill is not None and bill.autopro_number is not UNSET
        self._heading.setText(self.tr("The bill is issued") if has_number else self.tr("The bill waits for the link"))
        self._reference_name.setText(self.tr("Bill number"))
        self._reference.setText(str(bill.bol_number) if bill is not None and bill.bol_number is not UNSET else "")
        self._autopro.setText(
            self.tr("Autopro number {number}").format(number=bill.autopro_number) if bill is not None and has_number else ""
        )
        for widget in (self._reference_name, self._reference, self._autopro, self._copy, self._pickup):
            widget.setVisible(has_number)
        self._what_next.setText(self._next_words(has_number))
        self._pickup.setText(self.tr("Re&quest a pickup"))
        self._copy.setText(self.tr("Copy the number"))
        self._another.setText(self.tr("&Another bill"))

    def _next_words(self, has_number: bool) -> str:
        words = []
        if self._must_print:
            words.append(self.tr("Dangerous goods travel with paper: print the bill."))
        if has_number and self._is_sent:
            words.append(self.tr("It can be traced at once."))
        elif has_number:
            words.append(
                self.tr(
                    "The server cannot be reached. The number is good: print the bill and its labels now. The bill is safe"
                    " on this computer and is sent once, by itself, when the link is back."
                )
            )
        else:
            words.append(
                self.tr(
                    "The server cannot be reached and this computer has no borrowed numbers left. The bill is safe and is"
                    " sent when the link is back; its number and papers are then under Earlier bills."
                )
            )
        return " ".join(words)
