# SPDX-License-Identifier: MIT
"""What the typed shipment means: deadline in days, limit of liability, facts, papers; asked for while one types."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from msgspec import UNSET
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.client.faults import Refused, is_without_answer
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.claim_rules import cap_of, days_left, deadlines_of, last_day, papers_for, today_for
from onlinesvc_desktop.contract.claim_terms import ClaimDoor, ClaimKind
from onlinesvc_desktop.contract.claims import GET_OUTLOOK, Deadlines, Outlook, OutlookQuery
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.shipment import Shipment
from onlinesvc_desktop.contract.status import Stage, stage_of
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.services.claims.words import deadline_words, outlook_facts, papers_words
from onlinesvc_desktop.desktop.theme import restyle
from onlinesvc_desktop.desktop.widgets.facts import Fact, Facts
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.workplace import Workplace

_PAUSE_MS = 250
_SOON_DAYS = 7


class ClaimSight(Panel):
    """The strip that stays in sight above the form; ``facts`` goes into the form."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._number = ""
        self._outlook: Outlook | None = None
        self._deadlines: Deadlines | None = None
        self._is_unknown = self._is_away = False
        self._door, self._kind = ClaimDoor.NOTICE, ClaimKind.DAMAGE
        self._declared: str = ""
        self._claimed, self._currency = Decimal(0), "CAD"
        self._deadline = label("title", wrap=True)
        self._deadline.setObjectName("claims.deadline")
        self._limit = label("", wrap=True)
        self._limit.setObjectName("claims.limit")
        self.facts = Facts(self._fact_words)
        self.facts.setObjectName("claims.facts")
        column = tight(QVBoxLayout(self), 4)
        column.addWidget(self._deadline)
        column.addWidget(self._limit)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.retranslate_ui()

    def follow(self, typed: str, door: ClaimDoor, kind: str, declared: str, claimed: Decimal, currency: str) -> None:
        """Show what the form means as it is filled in now; amounts in dollars of ``currency``."""
        self._door, self._declared = door, declared
        self._claimed, self._currency = claimed, currency
        number = parse_autopro(typed)
        wanted = "" if isinstance(number, AutoproFault) else number
        if wanted != self._number:
            self._number = wanted
            self._show(None, None)
            if wanted:
                self._pause.start()
        delivered = self._outlook is not None and self._outlook.delivered_on is not UNSET
        implied = ClaimKind.LOSS if self._outlook is not None and not delivered else ClaimKind.DAMAGE
        self._kind = ClaimKind(kind) if kind else implied
        self.retranslate_ui()

    def _ask(self) -> None:
        number = self._number
        if not number or not self._workplace.session.is_open:
            return

        def received(outcome: Outcome[Outlook]) -> None:
            if number != self._number:
                return
            match outcome:
                case Ok(outlook):
                    self._show(outlook, outlook.deadlines)
                case Err(Refused(ErrorCode.SHIPMENT_NOT_FOUND)):
                    self._show(None, None, is_unknown=True)
                case Err(fault):
                    self._show(None, None, is_away=True)
                    if is_without_answer(fault):
                        self._recall(number)

        self._workplace.link.ask(lambda client: client.send(GET_OUTLOOK, query=OutlookQuery(number)), received)

    def _recall(self, number: str) -> None:
        """Count the deadline from what was last seen of the shipment."""

        def received(outcome: Outcome[tuple[Shipment, object] | None]) -> None:
            if number == self._number and isinstance(outcome, Ok) and outcome.value is not None:
                self._show(None, deadlines_seen(outcome.value[0]), is_away=True)

        self._workplace.jobs.run(lambda: self._workplace.seen.recall_shipment(number), received)

    def _show(
        self, outlook: Outlook | None, deadlines: Deadlines | None, is_unknown: bool = False, is_away: bool = False
    ) -> None:
        self._outlook, self._deadlines = outlook, deadlines
        self._is_unknown, self._is_away = is_unknown, is_away
        self.retranslate_ui()

    def _fact_words(self) -> Sequence[Fact]:
        if self._outlook is None:
            return ()
        papers = papers_words(papers_for(self._door, self._kind))
        return [*outlook_facts(self._outlook), (self.tr("Papers that this needs"), papers)]

    def _limit_words(self) -> str:
        if self._outlook is None:
            return ""
        cap = self._outlook.liability_cap
        if self._declared:
            declared = cap_of(0, Decimal(self._declared))
            cap = UNSET if declared is None else str(declared)
        if cap is UNSET:
            words = self.tr("The weight of the shipment is not known: no limit of liability can be counted.")
        else:
            words = self.tr("Limit of liability: {cap}.").format(cap=formats.money_words(cap, "CAD"))
        if self._claimed:
            claimed = formats.money_words(f"{self._claimed:.2f}", self._currency)
            words = self.tr("Claimed: {claimed}. {limit}").format(claimed=claimed, limit=words)
        return words

    def _deadline_words(self, today: date) -> str:
        if self._deadlines is not None:
            return deadline_words(self._door, self._deadlines, today)
        if self._is_unknown:
            return self.tr("This number is no shipment of your company. Check it.")
        if self._is_away:
            return self.tr(
                "The server cannot be reached, so the last day is not known. A notice has 60 days from delivery: send it"
                " now; it goes out by itself."
            )
        return self.tr("A notice has 60 days from delivery, a claim nine months from shipping. Enter the number.")

    def retranslate_ui(self) -> None:
        """Say how much time is left as of today, and the limit."""
        now = self._workplace.now()
        today = now.astimezone().date() if self._outlook is None else today_for(self._outlook, now)
        self._deadline.setText(self._deadline_words(today))
        is_near = self._deadlines is not None and days_left(last_day(self._door, self._deadlines), today) <= _SOON_DAYS
        restyle(self._deadline, "kind", "error" if is_near or self._is_unknown else "title")
        self._limit.setText(self._limit_words())
        self._limit.setVisible(bool(self._limit.text()))
        self.facts.retranslate_ui()


def deadlines_seen(shipment: Shipment) -> Deadlines | None:
    """Return the last days of a shipment as it was seen, None when its history was not."""
    events = () if shipment.events is UNSET else shipment.events
    if not events:
        return None
    shipped = next((event for event in events if stage_of(event.code) is Stage.PICKED_UP), events[0])
    delivered = next((event for event in reversed(events) if stage_of(event.code) is Stage.DELIVERED), None)
    expected = None if shipment.estimated_delivery is UNSET else shipment.estimated_delivery
    return deadlines_of(
        shipment.origin.country,
        shipped.occurred_at.date(),
        None if delivered is None else delivered.occurred_at.date(),
        expected,
    )
