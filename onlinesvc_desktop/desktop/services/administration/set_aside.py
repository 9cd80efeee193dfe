# SPDX-License-Identifier: MIT
"""One part that was set aside: its lines with the one at fault, a field to correct it, and what it would become."""

from collections.abc import Sequence

from msgspec import UNSET, structs
from PySide6.QtCore import QModelIndex, QTimer, Signal, SignalInstance
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.intake import QuarantineItem
from onlinesvc_desktop.contract.set_aside import (
    PREVIEW_SET_ASIDE,
    Correction,
    SaidOfShipment,
    SetAsideLine,
    SetAsidePreview,
)
from onlinesvc_desktop.contract.shipment import Charges, Event, Place
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.choice import Check
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.facts import Fact, Facts
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.headings import heading_words
from onlinesvc_desktop.desktop.words.intake import fault_words
from onlinesvc_desktop.desktop.words.status import status_words
from onlinesvc_desktop.desktop.workplace import Workplace

_PAUSE_MS = 400
_MOST_SHOWN = 9


class SetAsideArea(Panel):
    """Enter on a line goes to its field, Enter in the field looks again and goes on to the import when it reads."""

    import_wanted = Signal(int, object)
    """Carries the part and a ``Correction``."""
    dismissal_wanted = Signal(int, object)

    def __init__(self, owner: str, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._part: QuarantineItem | None = None
        self._preview: SetAsidePreview | None = None
        self._lines: list[SetAsideLine] = []
        self._job: Job | None = None
        self._goes_on = False
        self._setting = False
        self._view = MessageView[SetAsideLine](f"{owner}.lines", self._columns(), sortable=False)
        self._edit = Line(f"{owner}.value")
        self._field = Field(self._edit, self._field_words)
        self._verdict = MessageLine(f"{owner}.verdict", workplace.theme)
        self._facts = Facts(self._fact_words, columns=2)
        self._alike = Check(f"{owner}.alike", self._alike_words)
        self.take = TextButton(f"{owner}.take", "primary")
        self.dismiss = TextButton(f"{owner}.dismiss")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_again)
        self._view.view.selectionModel().currentRowChanged.connect(self._on_line)
        self._view.view.opened.connect(lambda _index: self._begin_to_edit())
        self._edit.edited.connect(self._on_edited)
        self._edit.submitted.connect(self._on_enter)
        self.take.clicked.connect(lambda: self._want(self.import_wanted))
        self.dismiss.clicked.connect(lambda: self._want(self.dismissal_wanted))
        column = tight(QVBoxLayout(self), 12)
        for widget in (self._view, self._field, self._verdict, self._facts, self._alike):
            column.addWidget(widget)
        self.show_part(None)
        self.retranslate_ui()

    def show_part(self, part: QuarantineItem | None) -> None:
        """Show a part as it came, or nothing."""
        self._pause.stop()
        self._part, self._preview, self._lines, self._goes_on = part, None, [], False
        self._alike.fill(value=False)
        self._show()
        if part is not None:
            self._ask(Correction())

    def _correction(self) -> Correction:
        return Correction(tuple(line.value for line in self._lines), self._alike.value())

    def _want(self, signal: SignalInstance) -> None:
        if self._part is not None:
            signal.emit(self._part.id, self._correction())

    def _ask(self, correction: Correction) -> None:
        part = self._part
        if part is None:
            return

        def received(outcome: Outcome[SetAsidePreview]) -> None:
            if self._job is not job:
                return
            self._job = None
            match outcome:
                case Ok(preview):
                    self._take_preview(preview)
                case Err():
                    self._verdict.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        self._job = job = self._workplace.link.ask(
            lambda client: client.send(PREVIEW_SET_ASIDE, correction, id=part.id), received
        )

    def _take_preview(self, preview: SetAsidePreview) -> None:
        is_first = self._preview is None
        self._preview, self._lines = preview, list(preview.lines)
        self._show()
        if is_first:
            wrong = next((at for at, line in enumerate(self._lines) if line.is_wrong), 0)
            if self._lines:
                self._view.view.setCurrentIndex(self._view.model.index(wrong, 0))
        if self._goes_on and preview.reason is UNSET:
            self.take.setFocus()
        self._goes_on = False

    def _show(self) -> None:
        at = self._view.view.currentIndex().row()
        self._setting = True
        self._view.model.set_rows(self._lines)
        self._view.fit_columns()
        self._view.fit_height(_MOST_SHOWN)
        if 0 <= at < len(self._lines):
            self._view.view.setCurrentIndex(self._view.model.index(at, 0))
        self._setting = False
        preview = self._preview
        is_known = self._part is not None and preview is not None
        reads = is_known and preview is not None and preview.reason is UNSET
        for widget in (self._view, self._field):
            widget.setVisible(bool(self._lines))
        self._alike.setVisible(preview is not None and preview.alike > 0)
        self.take.setVisible(is_known)
        self.take.setEnabled(reads)
        self.dismiss.setVisible(is_known)
        if preview is None:
            self._verdict.clear()
        elif preview.reason is UNSET:
            self._verdict.say(Tone.SUCCESS, lambda: self.tr("It can be imported:"))
        else:
            self._verdict.say(Tone.WARNING, self._reason_words)
        self.retranslate_ui()

    def _on_line(self, index: QModelIndex, _before: QModelIndex) -> None:
        if self._setting or not index.isValid():
            return
        self._edit.fill(self._lines[index.row()].value)
        self._field.retranslate_ui()

    def _begin_to_edit(self) -> None:
        self._edit.setFocus()
        self._edit.selectAll()

    def _on_edited(self) -> None:
        at = self._view.view.currentIndex().row()
        if 0 <= at < len(self._lines):
            self._lines[at] = structs.replace(self._lines[at], value=self._edit.value())
            self._pause.start()

    def _on_enter(self) -> None:
        self._goes_on = True
        self._look_again()

    def _look_again(self) -> None:
        self._pause.stop()
        self._ask(self._correction())

    def _columns(self) -> Sequence[Column[SetAsideLine]]:
        def colour(line: SetAsideLine) -> QColor | None:
            return self._workplace.theme.colour(Tone.DANGER) if line.is_wrong else None

        return (
            Column(lambda: self.tr("Where"), self._name_words, lambda line: line.name, colour=colour),
            Column(lambda: self.tr("What it says"), lambda line: line.value, lambda line: line.value, colour=colour),
        )

    def _name_words(self, line: SetAsideLine) -> str:
        name = line.name if line.name.isupper() else heading_words(line.name)
        return self.tr("{place}, at fault").format(place=name) if line.is_wrong else name

    def _field_words(self) -> str:
        at = self._view.view.currentIndex().row()
        if not 0 <= at < len(self._lines):
            return ""
        line = self._lines[at]
        return line.name if line.name.isupper() else heading_words(line.name)

    def _reason_words(self) -> str:
        preview = self._preview
        if preview is None or preview.reason is UNSET:
            return ""
        return fault_words(preview.reason, preview.detail)

    def _alike_words(self) -> str:
        return Counted().alike(0 if self._preview is None else self._preview.alike)

    def _fact_words(self) -> Sequence[Fact]:
        shipments = () if self._preview is None else self._preview.shipments
        return [fact for shipment in shipments for fact in self._shipment_words(shipment)]

    def _shipment_words(self, shipment: SaidOfShipment) -> Sequence[Fact]:
        facts = [(self.tr("Number"), shipment.autopro_number)]
        facts += [(status_words(event.code), _event_words(event)) for event in shipment.events]
        if shipment.weight_kg is not UNSET:
            facts.append((self.tr("Weight"), formats.weight_words(shipment.weight_kg)))
        if shipment.pieces is not UNSET:
            facts.append((self.tr("Pieces"), formats.pieces_words(shipment.pieces)))
        if shipment.signed_by:
            facts.append((self.tr("Signed by"), shipment.signed_by))
        if shipment.charges is not UNSET:
            facts += self._charge_words(shipment.charges)
        return facts

    def _charge_words(self, charges: Charges) -> Sequence[Fact]:
        parts = (
            (self.tr("Freight"), charges.freight),
            (self.tr("Fuel"), charges.fuel),
            (self.tr("Accessorials"), charges.accessorials),
            (self.tr("Taxes"), charges.taxes),
            (self.tr("Total"), charges.total),
        )
        return [(name, formats.money_words(amount, charges.currency)) for name, amount in parts]

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._view.view.setAccessibleName(self.tr("Its lines, the one at fault marked"))
        self.take.setText(self.tr("Import it"))
        self.dismiss.setText(self.tr("Set aside for good"))
        self._alike.retranslate_ui()
        self._field.retranslate_ui()
        self._facts.retranslate_ui()


def _event_words(event: Event) -> str:
    place = formats.place_words(Place(event.city, event.province, event.country)) if event.city else ""
    return ", ".join(filter(None, (formats.date_time_words(event.occurred_at), place)))
