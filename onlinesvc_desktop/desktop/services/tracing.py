# SPDX-License-Identifier: MIT
"""The Tracing service: one number or many, of any kind; a table when several match, the whole story of one (P7)."""

import re
from datetime import datetime

from msgspec import UNSET
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.faults import Cancelled, Offline, TimedOut
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.codes import ReferenceType, TraceOutcome
from onlinesvc_desktop.contract.limits import MAX_REFERENCE_LENGTH, MAX_REFERENCES_PER_TRACE
from onlinesvc_desktop.contract.shipment import Shipment, TraceRequest, Traces
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.models.shipments import shipment_columns
from onlinesvc_desktop.desktop.services.page import Page, scrolling
from onlinesvc_desktop.desktop.services.reference_types import reference_type_words
from onlinesvc_desktop.desktop.services.shipment_view import ShipmentView, without_private_facts
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.field import Field, line_edit
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.workplace import Workplace

_SEPARATORS = re.compile(r"[\s,;|]+")
_REMEMBERED = 500


def split_references(text: str) -> list[str]:
    """Return the numbers of a typed or pasted text, each once, in order; nine grouped digits count as one number."""
    if not isinstance(parse_autopro(text), AutoproFault):
        return [text.strip()]
    return list(dict.fromkeys(part for part in _SEPARATORS.split(text) if part))


class TracingPage(Page):
    """Ask, show, keep: what was found stays readable when the link is lost."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("tracing", "tracingService", workplace.theme, "tracing.results.message")
        self._workplace = workplace
        self._job: Job | None = None
        self._seen: dict[str, tuple[Shipment, datetime]] = {}
        self._build()
        workplace.session.changed.connect(self._on_session_changed)
        self.retranslate_ui()

    def _build(self) -> None:
        self._type = QComboBox()
        self._type.setObjectName("tracing.referenceType")
        for kind in ReferenceType:
            self._type.addItem("", kind)
        self._references = line_edit("tracing.references")
        self._references.returnPressed.connect(self._submit)
        self._go = TextButton("tracing.submit", "primary")
        self._go.clicked.connect(self._submit)
        self._type_field = Field(self._type, lambda: self.tr("&Kind of number"))
        self._references_field = Field(self._references, lambda: self.tr("N&umbers"))
        form, column = card()
        row = tight(QHBoxLayout(), 12)
        row.addWidget(self._type_field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._references_field, 3, Qt.AlignmentFlag.AlignTop)
        beside = tight(QVBoxLayout(), 4)
        beside.addWidget(label("field"))
        beside.addWidget(self._go)
        beside.addStretch(1)
        row.addLayout(beside)
        column.addLayout(row)
        self._busy = Busy("tracing")
        self._busy.stopped.connect(self._stop)
        column.addWidget(self._busy)
        self._empty = label("muted", wrap=True)
        self._results = MessageView("tracing.results", shipment_columns(self._workplace.theme, self._workplace.now))
        self._results.view.clicked.connect(self._open_row)
        self._results.view.opened.connect(self._open_row)
        self._results.hide()
        self._shipment = ShipmentView(self._workplace)
        below = QWidget()
        below_column = tight(QVBoxLayout(below), 16)
        below_column.addWidget(self._results, 1)
        below_column.addWidget(self._shipment)
        below_column.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        below_column.addStretch(0)
        self.body.addWidget(form)
        self.body.addWidget(scrolling(below), 1)

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Tracing")

    def first_field(self) -> QWidget:
        """Start where numbers are typed."""
        return self._references

    def trace_autopro(self, number: str) -> None:
        """Trace nine digits, from the dock, the find field or another page."""
        self._type.setCurrentIndex(self._type.findData(ReferenceType.AUTOPRO))
        self._references.setText(number)
        self._references_field.set_error(None)
        self._results.model.set_rows([])
        self._results.hide()
        self._ask_shipment(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop a running trace on Escape, before Escape means back."""
        if event.key() == Qt.Key.Key_Escape and self._job is not None:
            self._stop()
            return
        super().keyPressEvent(event)

    def _submit(self) -> None:
        references = split_references(self._references.text())
        kind = ReferenceType(self._type.currentData())
        if not references:
            self._references_field.set_error(lambda: self.tr("Type or paste at least one number."))
        elif len(references) > MAX_REFERENCES_PER_TRACE:
            count = len(references)
            self._references_field.set_error(
                lambda: self.tr("%n number(s) are too many at once; trace up to 1,000.", "", count)
            )
        elif any(len(reference) > MAX_REFERENCE_LENGTH for reference in references):
            self._references_field.set_error(lambda: self.tr("One of these is too long to be a shipment's number."))
        else:
            self._references_field.set_error(None)
            request = TraceRequest(kind, tuple(references))
            self._begin()
            self._job = self._workplace.link.ask(lambda client: client.trace(request), self._on_traces)
            return
        self._references.setFocus()

    def _begin(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self.message.clear()
        self._empty.hide()
        self._busy.start()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self._busy.finish()

    def _ask_shipment(self, number: str) -> None:
        self._begin()
        self._ask_quietly(number)

    def _ask_quietly(self, number: str) -> None:
        self._job = self._workplace.link.ask(
            lambda client: client.shipment(number), lambda outcome: self._on_shipment(number, outcome)
        )

    def _on_shipment(self, number: str, outcome: Outcome[Shipment]) -> None:
        self._end()
        match outcome:
            case Ok(shipment):
                # An answer asked for while signed in may arrive after the sign-out.
                shown = shipment if self._workplace.session.is_open else without_private_facts(shipment)
                self._remember(shown)
                self._shipment.show_shipment(shown)
            case Err(Cancelled()):
                self._say(outcome)
            case Err(fault):
                seen = self._seen.get(number)
                if isinstance(fault, Offline | TimedOut) and seen is not None:
                    self._show_seen(*seen)
                    return
                self._shipment.show_shipment(None)
                self._say(outcome)

    def _say(self, outcome: Err) -> None:
        tone = Tone.INFO if isinstance(outcome.fault, Cancelled) else Tone.WARNING
        self.message.say(tone, self._workplace.link.words_for(outcome))

    def _show_seen(self, shipment: Shipment, at: datetime) -> None:
        self._shipment.show_shipment(shipment)
        self.message.say(
            Tone.WARNING,
            lambda: self.tr("The server cannot be reached. This is what was known {age}.").format(
                age=formats.age_words(at, self._workplace.now())
            ),
        )

    def _remember(self, shipment: Shipment) -> None:
        self._seen.pop(shipment.autopro_number, None)
        self._seen[shipment.autopro_number] = (shipment, self._workplace.now())
        if len(self._seen) > _REMEMBERED:
            del self._seen[next(iter(self._seen))]

    def _on_traces(self, outcome: Outcome[Traces]) -> None:
        self._end()
        match outcome:
            case Ok(traces):
                self._show_traces(traces)
            case Err():
                self._say(outcome)

    def _show_traces(self, traces: Traces) -> None:
        matches = [match for item in traces.items for match in item.matches]
        if not self._workplace.session.is_open:
            matches = [without_private_facts(match) for match in matches]
        missing = [item.reference for item in traces.items if item.outcome is TraceOutcome.NOT_FOUND]
        malformed = [item.reference for item in traces.items if item.outcome is TraceOutcome.MALFORMED]
        several = len(matches) > 1
        self._shipment.show_shipment(None)
        self._results.setVisible(several)
        self._results.model.set_rows(matches if several else [])
        if several:
            self._results.fit_columns()
            self._results.view.setFocus()
        if missing or malformed:
            self.message.say(Tone.WARNING, lambda: self._missing_words(len(matches), missing, malformed))
        if len(matches) == 1:
            if missing or malformed:
                self._results.model.set_rows(matches)
                self._results.show()
            else:
                self._ask_shipment(matches[0].autopro_number)

    def _missing_words(self, found: int, missing: list[str], malformed: list[str]) -> str:
        sentences = []
        if found:
            sentences.append(self.tr("%n shipment(s) found.", "", found))
        if missing:
            sentences.append(self.tr("Not found, check for typing errors: {numbers}.").format(numbers=_listed(missing)))
        if malformed:
            sentences.append(self.tr("Not a number of this kind: {numbers}.").format(numbers=_listed(malformed)))
        return " ".join(sentences)

    def _open_row(self, index: QModelIndex) -> None:
        self._ask_shipment(self._results.row_at(index).autopro_number)

    def _on_session_changed(self) -> None:
        """Show what the clerk may now see; what he may no longer see goes at once."""
        shipment = self._shipment.shipment
        if not self._workplace.session.is_open:
            self._seen = {key: (without_private_facts(one), at) for key, (one, at) in self._seen.items()}
            self._shipment.forget_private_facts()
            self._results.model.set_rows([without_private_facts(row) for row in self._results.model.rows])
        elif shipment is not None and shipment.shipper is UNSET and self._job is None:
            self._ask_quietly(shipment.autopro_number)

    def retranslate_ui(self) -> None:
        """Set the texts; the chosen kind stays chosen."""
        super().retranslate_ui()
        for index in range(self._type.count()):
            self._type.setItemText(index, reference_type_words(ReferenceType(self._type.itemData(index))))
        self._references.setPlaceholderText(self.tr("One number, or many separated by spaces or commas"))
        self._go.setText(self.tr("Trace"))
        self._empty.setText(
            self.tr("Anyone may trace. The autopro number is on the sticker of the bill of lading; other numbers work too.")
        )
        self._results.view.setAccessibleName(self.tr("Shipments found"))


def _listed(numbers: list[str]) -> str:
    shown = ", ".join(numbers[:8])
    return shown if len(numbers) <= 8 else f"{shown} \N{HORIZONTAL ELLIPSIS}"
