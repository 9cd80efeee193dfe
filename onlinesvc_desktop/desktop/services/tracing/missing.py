# SPDX-License-Identifier: MIT
"""A number that found nothing: the likely reason, and what may have been meant, one click away."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.contract.limits import MIN_REFERENCE_LENGTH
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.contract.tracing import TraceOutcome
from onlinesvc_desktop.desktop.services.tracing.reference_types import reference_type_words
from onlinesvc_desktop.desktop.services.tracing.results import TraceRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight


class MissingView(Panel):
    """Empty until ``show_row``."""

    meant = Signal(str, object)
    """A number to trace in the place of this one, and its kind."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tracing.missing")
        self._row: TraceRow | None = None
        frame, column = card(10)
        tight(QVBoxLayout(self)).addWidget(frame)
        self._heading = label("title", wrap=True)
        self._why = label("", wrap=True)
        self._why.setObjectName("tracing.missingReason")
        self._choices = QWidget()
        self._line = tight(QHBoxLayout(self._choices), 8)
        for widget in (self._heading, self._why, self._choices):
            column.addWidget(widget)
        self._buttons: list[tuple[TextButton, str, ReferenceType]] = []
        self.hide()

    def show_row(self, row: TraceRow | None) -> None:
        """Explain a number, or show nothing."""
        self._row = row
        self.setVisible(row is not None)
        for button, _, _ in self._buttons:
            button.deleteLater()
        self._buttons = []
        while self._line.count():
            self._line.takeAt(0)
        if row is not None:
            wanted = [(row.reference, kind) for kind in row.other_types]
            wanted += [(number, ReferenceType.ANY) for number in row.suggestions]
            for ordinal, (number, kind) in enumerate(wanted, start=1):
                button = TextButton(f"tracing.suggestion{ordinal}")
                button.clicked.connect(partial(self.meant.emit, number, kind))
                self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
                self._buttons.append((button, number, kind))
            self._line.addStretch(1)
        self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Say it in the current language."""
        row = self._row
        if row is None:
            return
        self._heading.setText(self.tr("{number} was not found").format(number=row.reference))
        self._why.setText(self._reason(row))
        self._choices.setVisible(bool(self._buttons))
        for button, number, kind in self._buttons:
            button.setText(number if kind is ReferenceType.ANY else reference_type_words(kind))
            button.setAccessibleName(self.tr("Trace {number} instead").format(number=button.text()))

    def _reason(self, row: TraceRow) -> str:
        if row.outcome is TraceOutcome.MALFORMED:
            if len(row.reference) < MIN_REFERENCE_LENGTH:
                return self.tr("It is too short: a shipment’s number has at least three characters.")
            return self.tr(
                "It cannot be a number of this kind. An autopro number has nine digits; choose “Any number” for others."
            )
        if row.other_types:
            return self.tr("No shipment has it as this kind of number, but it exists as another. Trace it as:")
        if row.suggestions:
            return self.tr("It may be a typing error. Your shipments have:")
        return self.tr(
            "Check it for typing errors. A number can be traced once the carrier has the shipment; a"
            " purchase order only when the shipper wrote it on the bill of lading."
        )
