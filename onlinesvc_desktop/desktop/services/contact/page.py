# SPDX-License-Identifier: MIT
"""Contact us: the numbers of customer service (P15)."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from onlinesvc_desktop.desktop.icons import palette_pixmap
from onlinesvc_desktop.desktop.pages.page import Page
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.workplace import Workplace


class ContactPage(Page):
    """Numbers large enough to dial from, each copied with one click."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("contact", "contact", workplace.theme)
        self._workplace = workplace
        self._intro = label("", wrap=True)
        frame, self._column = card(10)
        self._column.addWidget(self._intro)
        self._rows: list[tuple[str, QWidget, QLabel, TextButton]] = []
        frame.setMaximumWidth(self.fontMetrics().averageCharWidth() * 90)
        self._before = label("muted", wrap=True)
        self._column.addWidget(self._before)
        self.body.addWidget(frame)
        self.body.addStretch(1)
        workplace.connection.changed.connect(self.retranslate_ui)
        self.retranslate_ui()

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Contact us")

    def first_field(self) -> QWidget:
        """Start on the first number."""
        return self._rows[0][3] if self._rows else super().first_field()

    def _show_numbers(self, numbers: tuple[str, ...]) -> None:
        if numbers == tuple(number for number, *_ in self._rows):
            return
        for _, row, _, _ in self._rows:
            row.deleteLater()
        self._rows = []
        for ordinal, number in enumerate(numbers, start=1):
            row = QWidget()
            line = tight(QHBoxLayout(row), 10)
            mark = label()
            mark.setPixmap(palette_pixmap("phone", QPalette.ColorRole.Accent, 20))
            words = label("heading")
            words.setObjectName(f"contact.number{ordinal}")
            words.setText(number)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            copy = TextButton(f"contact.copy{ordinal}", "link")
            copy.clicked.connect(partial(self._copy, number))
            for widget in (mark, words, copy):
                line.addWidget(widget)
            line.addStretch(1)
            self._column.insertWidget(ordinal, row)
            self._rows.append((number, row, words, copy))

    def _copy(self, number: str) -> None:
        QGuiApplication.clipboard().setText(number)
        self.message.say(Tone.SUCCESS, lambda: self.tr("{number} is copied.").format(number=number))

    def retranslate_ui(self) -> None:
        """Set the texts and show the numbers the backend gave."""
        super().retranslate_ui()
        self._show_numbers(self._workplace.connection.phone_numbers)
        info = self._workplace.connection.info
        carrier = "" if info is None else info.carrier_name
        self._intro.setText(
            self.tr("Customer service of {carrier}:").format(carrier=carrier) if carrier else self.tr("Customer service:")
        )
        self._before.setText(self.tr("Have the autopro number or your access code at hand. We never ask for your password."))
        for number, _, words, copy in self._rows:
            words.setAccessibleName(self.tr("Telephone {number}").format(number=number))
            copy.setText(self.tr("Copy"))
            copy.setAccessibleName(self.tr("Copy {number}").format(number=number))
