# SPDX-License-Identifier: MIT
"""One shipment: latest status with its age and place, the facts the asker may see, the whole history."""

from collections.abc import Sequence

from msgspec import UNSET
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.contract.codes import Right
from onlinesvc_desktop.contract.shipment import Charges, Party, Place, Shipment
from onlinesvc_desktop.contract.status import Stage, stage_of
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.icons import coloured_pixmap, stage_icon_name
from onlinesvc_desktop.desktop.models.shipments import event_columns, event_place, event_words
from onlinesvc_desktop.desktop.services.tracing.reference_types import reference_type_words
from onlinesvc_desktop.desktop.services.tracing.results import is_late
from onlinesvc_desktop.desktop.services.tracing.route_strip import RouteStrip
from onlinesvc_desktop.desktop.theme import restyle, tone_of_stage
from onlinesvc_desktop.desktop.unsent import Answer
from onlinesvc_desktop.desktop.widgets.buttons import TextButton, icon_button
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.facts import Fact, Facts
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.workplace import Workplace

_ICON = 34
_AGE_REFRESH_MS = 20_000
_GONE_WRONG = frozenset({Stage.EXCEPTION, Stage.DELAYED, Stage.DELIVERY_ATTEMPTED})


class ShipmentView(Panel):
    """Show a shipment; empty until ``show_shipment``."""

    claim_wanted = Signal(str)
    """Carries the autopro number of a shipment that somebody claims for."""
    documents_wanted = Signal(str)
    """Carries the autopro number of a shipment whose papers somebody wants to see."""
    notices_wanted = Signal(str)
    """Carries the number of a watched shipment that somebody wants to be told of by e-mail."""
    watch_answered = Signal(object)
    """Carries the ``Answer`` to watching it, or to watching it no longer."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("tracing.shipment")
        self._workplace = workplace
        self._shipment: Shipment | None = None
        self._mark = label()
        self._number = label("muted")
        self._number.setObjectName("tracing.shipmentNumber")
        self._copy = icon_button("copy", "tracing.copyNumber", 16)
        self._copy.clicked.connect(self._copy_number)
        self._changing_watch = False
        self._watch = TextButton("tracing.watch", "link")
        self._watch.clicked.connect(self._on_watch)
        self._notices = TextButton("tracing.notices", "link")
        self._notices.clicked.connect(self._on_notices)
        self._claim = TextButton("tracing.claim", "link")
        self._claim.clicked.connect(self._on_claim)
        self._documents = TextButton("tracing.documents", "link")
        self._documents.clicked.connect(self._on_documents)
        self._status = label("display", wrap=True)
        self._status.setObjectName("tracing.latestStatus")
        self._when = label("", wrap=True)
        self._when.setObjectName("tracing.latestWhen")
        self._lateness = label("field", wrap=True)
        self._route = RouteStrip(workplace)
        self._facts = Facts(self._public_facts, columns=5)
        self._private_heading = label("title")
        self._private_facts = Facts(self._party_facts)
        self._history_heading = label("title")
        self._history = MessageView("tracing.history", event_columns(workplace.theme, workplace.now), sortable=False)
        self._lay_out()
        self._ageing = QTimer(self)
        self._ageing.setInterval(_AGE_REFRESH_MS)
        self._ageing.timeout.connect(self.retranslate_ui)
        workplace.theme.changed.connect(self._draw_mark)
        workplace.watch_list.changed.connect(self._word_watch)
        self.hide()
        self.retranslate_ui()

    def _lay_out(self) -> None:
        top, column = card(14)
        number_row = tight(QHBoxLayout(), 4)
        number_row.addWidget(self._number)
        number_row.addWidget(self._copy)
        number_row.addStretch(1)
        for button in (self._documents, self._claim, self._notices, self._watch):
            number_row.addSpacing(8)
            number_row.addWidget(button)
        words = tight(QVBoxLayout(), 3)
        words.addLayout(number_row)
        for widget in (self._status, self._when, self._lateness):
            words.addWidget(widget)
        self._badge = QFrame()
        self._badge.setProperty("kind", "message")
        badge = QVBoxLayout(self._badge)
        badge.setContentsMargins(12, 12, 12, 12)
        badge.addWidget(self._mark)
        head = tight(QHBoxLayout(), 16)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addWidget(self._route)
        column.addWidget(self._facts)
        self._private, private_column = card(10)
        private_column.addWidget(self._private_heading)
        private_column.addWidget(self._private_facts)
        layout = tight(QVBoxLayout(self), 14)
        layout.addWidget(top)
        layout.addWidget(self._history_heading)
        layout.addWidget(self._history)
        layout.addWidget(self._private)
        layout.addStretch(1)

    @property
    def shipment(self) -> Shipment | None:
        """The shipment shown."""
        return self._shipment

    def show_shipment(self, shipment: Shipment | None) -> None:
        """Show a shipment, or nothing."""
        same = (
            shipment is not None
            and self._shipment is not None
            and shipment.autopro_number == self._shipment.autopro_number
            and shipment.events == self._shipment.events
        )
        self._shipment = shipment
        self.setVisible(shipment is not None)
        if shipment is None:
            self._ageing.stop()
            return
        if not same:
            events = () if shipment.events is UNSET else shipment.events
            self._history.model.set_rows(list(reversed(events)))
        self._ageing.start()
        self._draw_mark()
        self._route.take(shipment)
        self.retranslate_ui()
        self._history.fit_columns()
        self._history.fit_height()

    def show_visible(self) -> None:
        """Keep only what whoever is signed in now may see."""
        if self._shipment is not None:
            self.show_shipment(self._workplace.session.visible(self._shipment))

    def _on_watch(self) -> None:
        shipment, watched = self._shipment, self._workplace.watch_list
        if shipment is None or self._changing_watch:
            return
        # The button stays enabled: a disabled one would hand the focus on, and the page would scroll after it.
        self._changing_watch = True
        change = watched.unwatch if watched.is_watched(shipment.autopro_number) else watched.watch
        change([shipment.autopro_number], self._on_watch_changed)

    def _on_watch_changed(self, answer: Answer) -> None:
        self._changing_watch = False
        self.watch_answered.emit(answer)

    def _on_claim(self) -> None:
        if self._shipment is not None:
            self.claim_wanted.emit(self._shipment.autopro_number)

    def _on_notices(self) -> None:
        if self._shipment is not None:
            self.notices_wanted.emit(self._shipment.autopro_number)

    def _on_documents(self) -> None:
        if self._shipment is not None:
            self.documents_wanted.emit(self._shipment.autopro_number)

    def _copy_number(self) -> None:
        if self._shipment is not None:
            QGuiApplication.clipboard().setText(self._shipment.autopro_number)

    def _draw_mark(self) -> None:
        if self._shipment is None:
            return
        stage = stage_of(self._shipment.status.code)
        tone = tone_of_stage(stage)
        restyle(self._badge, "tone", tone.value)
        self._mark.setPixmap(coloured_pixmap(stage_icon_name(stage), self._workplace.theme.colour(tone), _ICON))

    def _public_facts(self) -> Sequence[Fact]:
        """Return what anyone with the number sees."""
        shipment = self._shipment
        if shipment is None:
            return ()
        return (
            (self.tr("From"), formats.place_words(shipment.origin)),
            (self.tr("To"), formats.place_words(shipment.destination)),
            (self.tr("Estimated delivery"), formats.day_or_dash(shipment.estimated_delivery)),
            (self.tr("Pieces"), formats.pieces_words(shipment.pieces)),
            (self.tr("Weight"), formats.weight_words(shipment.weight_kg)),
        )

    def _party_facts(self) -> Sequence[Fact]:
        """Return what parties see, and the payer (design section 6); empty for everyone else."""
        shipment = self._shipment
        if shipment is None:
            return ()
        facts: list[Fact] = [
            (words, _party_words(party))
            for words, party in (
                (self.tr("Shipper"), shipment.shipper),
                (self.tr("Consignee"), shipment.consignee),
                (self.tr("Bill to"), shipment.bill_to),
            )
            if party is not UNSET
        ]
        if shipment.references is not UNSET:
            facts.extend((reference_type_words(one.type), one.value) for one in shipment.references)
        if shipment.signed_by is not UNSET:
            facts.append((self.tr("Signed by"), self._signature_words(shipment, shipment.signed_by)))
        if shipment.charges is not UNSET:
            facts.extend(self._charge_facts(shipment.charges))
        return facts

    def _signature_words(self, shipment: Shipment, name: str) -> str:
        """Return who signed and when, and whether something was noted against the delivery."""
        events = () if shipment.events is UNSET else shipment.events
        delivered = next((one for one in reversed(events) if stage_of(one.code) is Stage.DELIVERED), None)
        if delivered is None:
            return name
        words = self.tr("{name}, {when}").format(name=name, when=formats.date_time_words(delivered.occurred_at))
        noted = [one for one in events if stage_of(one.code) in _GONE_WRONG]
        return words if not noted else self.tr("{words}; noted: {noted}").format(words=words, noted=event_words(noted[-1]))

    def _charge_facts(self, charges: Charges) -> Sequence[Fact]:
        parts = (
            (self.tr("freight"), charges.freight),
            (self.tr("fuel"), charges.fuel),
            (self.tr("accessorials"), charges.accessorials),
            (self.tr("taxes"), charges.taxes),
        )
        detail = " \N{MIDDLE DOT} ".join(f"{name} {formats.money_words(amount, charges.currency)}" for name, amount in parts)
        return (
            (self.tr("Total charges"), formats.money_words(charges.total, charges.currency)),
            (self.tr("Breakdown"), detail),
        )

    def retranslate_ui(self) -> None:
        """Word everything in the current language, with the age of the moment."""
        self._history_heading.setText(self.tr("History"))
        self._history.view.setAccessibleName(self.tr("History, newest first"))
        self._copy.setToolTip(self.tr("Copy the number"))
        self._copy.setAccessibleName(self.tr("Copy the number"))
        shipment = self._shipment
        if shipment is None:
            return
        status = shipment.status
        number = formats.autopro_display(shipment.autopro_number)
        self._number.setText(self.tr("Autopro {number}").format(number=number))
        self._status.setText(event_words(status))
        self._when.setText(
            self.tr("{place} · {when} · {age}").format(
                place=event_place(status),
                when=formats.date_time_words(status.occurred_at),
                age=formats.age_words(status.occurred_at, self._workplace.now()),
            )
        )
        late = is_late(shipment, self._workplace.now())
        self._lateness.setVisible(late)
        restyle(self._lateness, "kind", "error" if late else "field")
        self._lateness.setText(self.tr("Later than estimated") if late else "")
        self._route.retranslate_ui()
        self._word_watch()
        profile = self._workplace.session.open_profile
        is_party = shipment.shipper is not UNSET
        self._claim.setVisible(is_party and profile is not None and profile.has(Right.CLAIMS))
        self._claim.setText(self.tr("Claim"))
        self._documents.setVisible(is_party and profile is not None)
        self._documents.setText(self.tr("Documents"))
        self._facts.retranslate_ui()
        self._private_facts.retranslate_ui()
        self._private_heading.setText(self.tr("For the parties only"))
        self._private.setVisible(shipment.shipper is not UNSET)
        self.setAccessibleName(f"{self._number.text()}, {self._status.text()}")

    def _word_watch(self) -> None:
        shipment = self._shipment
        self._watch.setVisible(shipment is not None and self._workplace.session.is_open)
        if shipment is not None:
            is_watched = self._workplace.watch_list.is_watched(shipment.autopro_number)
            is_heard_of = is_watched and not self._workplace.watch_list.is_on_its_way(shipment.autopro_number)
            self._notices.setVisible(is_heard_of and self._workplace.session.is_open)
            self._notices.setText(self.tr("By e-mail…"))
            self._notices.setToolTip(self.tr("Be told by e-mail of what happens to it"))
            self._watch.setText(self.tr("Stop watching") if is_watched else self.tr("Watch"))
            self._watch.setToolTip(self.tr("The watch list on the left shows what happens to it"))


def _party_words(party: Party) -> str:
    place = formats.place_words(Place(party.city, party.province, party.country))
    return f"{party.name}\n{party.address1}\n{place} {party.postal_code}"
