# SPDX-License-Identifier: MIT
"""Which documents: numbers of any kind, and kinds of document."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.client.reference_lists import take_numbers
from onlinesvc_desktop.contract.documents import KINDS, MOST_REFERENCES, DocumentKind, DocumentSearch
from onlinesvc_desktop.contract.limits import MAX_REFERENCE_LENGTH
from onlinesvc_desktop.desktop.services.documents.words import kind_words
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.choice import Check
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight

_OWNER: Final = "documents"
_LONGEST_TEXT = 100_000


class AskForm(Panel):
    """The fields above the results."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.references = Line(f"{_OWNER}.references", _LONGEST_TEXT)
        self.references.submitted.connect(self.submitted)
        self._field = Field(self.references, lambda: self.tr("N&umbers"), self._hint_words)
        self._show = TextButton(f"{_OWNER}.submit", "primary")
        self._show.clicked.connect(self.submitted)
        self._kinds = {kind: Check(f"{_OWNER}.kinds.{kind}", _words_of(kind)) for kind in KINDS}
        self._kinds_name = label("field")
        kinds = ButtonRow()
        kinds.setObjectName(f"{_OWNER}.kinds")
        kinds.add(self._kinds_name)
        for check in self._kinds.values():
            kinds.add(check)
        numbers = tight(QHBoxLayout(), 12)
        numbers.addWidget(self._field, 1)
        numbers.addWidget(self._show)
        frame, column = card(10)
        column.addLayout(numbers)
        column.addWidget(kinds)
        tight(QVBoxLayout(self)).addWidget(frame)
        self.setFocusProxy(self.references)
        self.retranslate_ui()

    def fill(self, numbers: str) -> None:
        """Ask for every document of these numbers."""
        self.references.fill(numbers)
        for check in self._kinds.values():
            check.fill(False)

    def request(self) -> DocumentSearch | None:
        """Return what is asked for; what is wrong stands beside the field."""
        numbers = take_numbers(self.references.value()).numbers
        error = self._error_of(numbers)
        self._field.set_error(error)
        if error is not None:
            self.references.setFocus()
            return None
        return DocumentSearch(numbers, tuple(kind for kind, check in self._kinds.items() if check.value()))

    def _error_of(self, numbers: Sequence[str]) -> Callable[[], str] | None:
        count = len(numbers)
        if not count:
            return lambda: self.tr("Type or paste at least one number.")
        if count > MOST_REFERENCES:
            return lambda: self.tr("%n number(s) are too many at once; ask for up to 200.", "", count)
        if any(len(number) > MAX_REFERENCE_LENGTH for number in numbers):
            return lambda: self.tr("One of these is too long to be a shipment’s number.")
        return None

    def _hint_words(self) -> str:
        return self.tr("One number or many, of any kind: type or paste them.")

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._show.setText(self.tr("&Show documents"))
        self._kinds_name.setText(self.tr("Only these, or all if none is ticked:"))


def _words_of(kind: DocumentKind) -> Callable[[], str]:
    return lambda: kind_words(kind)
