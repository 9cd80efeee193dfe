# SPDX-License-Identifier: MIT
"""Words for doors, kinds, states, papers and deadlines of claims."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.claim_rules import days_left, last_day, today_for
from onlinesvc_desktop.contract.claim_terms import (
    OPEN_STATES,
    ClaimCurrency,
    ClaimDoor,
    ClaimKind,
    ClaimPaper,
    ClaimState,
)
from onlinesvc_desktop.contract.claims import Claim, Deadlines, Outlook
from onlinesvc_desktop.contract.shipment import Event, Party
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.shipments import event_words
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_DASH: Final = "\N{EN DASH}"
_DOOR: Final = {
    ClaimDoor.INSPECTION: QT_TRANSLATE_NOOP("Claims", "Inspection request"),
    ClaimDoor.NOTICE: QT_TRANSLATE_NOOP("Claims", "Notice of claim"),
    ClaimDoor.CLAIM: QT_TRANSLATE_NOOP("Claims", "Claim"),
}
_KIND: Final = {
    ClaimKind.DAMAGE: QT_TRANSLATE_NOOP("Claims", "Damage"),
    ClaimKind.CONCEALED_DAMAGE: QT_TRANSLATE_NOOP("Claims", "Concealed damage"),
    ClaimKind.SHORTAGE: QT_TRANSLATE_NOOP("Claims", "Shortage"),
    ClaimKind.LOSS: QT_TRANSLATE_NOOP("Claims", "Loss"),
    ClaimKind.DELAY: QT_TRANSLATE_NOOP("Claims", "Delay"),
}
_STATE: Final = {
    ClaimState.SUBMITTED: QT_TRANSLATE_NOOP("Claims", "Received"),
    ClaimState.ACKNOWLEDGED: QT_TRANSLATE_NOOP("Claims", "Acknowledged"),
    ClaimState.DOCUMENTS_NEEDED: QT_TRANSLATE_NOOP("Claims", "Papers needed"),
    ClaimState.UNDER_REVIEW: QT_TRANSLATE_NOOP("Claims", "Under review"),
    ClaimState.OFFERED: QT_TRANSLATE_NOOP("Claims", "Offer made"),
    ClaimState.ACCEPTED: QT_TRANSLATE_NOOP("Claims", "Offer accepted"),
    ClaimState.PAID: QT_TRANSLATE_NOOP("Claims", "Paid"),
    ClaimState.DECLINED: QT_TRANSLATE_NOOP("Claims", "Declined"),
    ClaimState.WITHDRAWN: QT_TRANSLATE_NOOP("Claims", "Withdrawn"),
    ClaimState.CLOSED_INCOMPLETE: QT_TRANSLATE_NOOP("Claims", "Closed, papers missing"),
    ClaimState.OTHER: QT_TRANSLATE_NOOP("Claims", "Something this version does not know"),
}
_PAPER: Final = {
    ClaimPaper.BILL_OF_LADING: QT_TRANSLATE_NOOP("Claims", "bill of lading"),
    ClaimPaper.DELIVERY_RECEIPT: QT_TRANSLATE_NOOP("Claims", "delivery receipt"),
    ClaimPaper.COST_INVOICE: QT_TRANSLATE_NOOP("Claims", "supplier’s invoice"),
    ClaimPaper.PACKING_LIST: QT_TRANSLATE_NOOP("Claims", "packing list"),
    ClaimPaper.PHOTOS: QT_TRANSLATE_NOOP("Claims", "photos"),
    ClaimPaper.INSPECTION_REPORT: QT_TRANSLATE_NOOP("Claims", "inspection report"),
    ClaimPaper.REPAIR_INVOICE: QT_TRANSLATE_NOOP("Claims", "repair invoice"),
    ClaimPaper.FREIGHT_BILL: QT_TRANSLATE_NOOP("Claims", "paid freight bill"),
    ClaimPaper.OTHER: QT_TRANSLATE_NOOP("Claims", "other paper"),
}
_NEXT: Final = {
    ClaimState.SUBMITTED: QT_TRANSLATE_NOOP("Claims", "The carrier looks at it."),
    ClaimState.ACKNOWLEDGED: QT_TRANSLATE_NOOP("Claims", "The carrier looks at it."),
    ClaimState.UNDER_REVIEW: QT_TRANSLATE_NOOP("Claims", "The carrier looks at it."),
    ClaimState.ACCEPTED: QT_TRANSLATE_NOOP("Claims", "The payment of the offer follows."),
}


def door_words(door: ClaimDoor) -> str:
    """Return what a door is called."""
    return QCoreApplication.translate("Claims", _DOOR[door])


def kind_words(kind: ClaimKind | UnsetType) -> str:
    """Return what happened."""
    return _DASH if kind is UNSET else QCoreApplication.translate("Claims", _KIND[kind])


def kind_choices() -> list[tuple[str, str]]:
    """Return the kinds to choose from."""
    return [(kind.value, kind_words(kind)) for kind in ClaimKind]


def currency_choices() -> list[tuple[str, str]]:
    """Return the currencies to choose from."""
    return [(one.value, one.value) for one in ClaimCurrency]


def state_words(state: ClaimState) -> str:
    """Return where a claim stands."""
    return QCoreApplication.translate("Claims", _STATE[state])


def paper_words(paper: ClaimPaper) -> str:
    """Return what a paper is called."""
    return QCoreApplication.translate("Claims", _PAPER[paper])


def paper_choices() -> list[tuple[str, str]]:
    """Return the papers to choose from."""
    return [(paper.value, paper_words(paper)) for paper in ClaimPaper]


def papers_words(papers: Sequence[ClaimPaper]) -> str:
    """Return papers in a row, a dash for none."""
    return ", ".join(paper_words(paper) for paper in papers) or _DASH


def money_or_dash(amount: str | UnsetType, currency: str = "CAD") -> str:
    """Return an amount, a dash when there is none."""
    return _DASH if amount is UNSET else formats.money_words(amount, currency)


def deadline_words(door: ClaimDoor, deadlines: Deadlines, today: date) -> str:
    """Say how many days are left for the door, and until when; that it is late, if it is."""
    last = last_day(door, deadlines)
    left = days_left(last, today)
    day = formats.full_date_words(last)
    if door is ClaimDoor.CLAIM:
        return Counted().claim_days(left, day) if left >= 0 else Counted().claim_late(-left, day)
    return Counted().notice_days(left, day) if left >= 0 else Counted().notice_late(-left, day)


def days_words(claim: Claim, now: datetime) -> str:
    """Return the days left of a claim for a table: until the claim itself, which a notice still owes."""
    if claim.state not in OPEN_STATES or claim.door is ClaimDoor.CLAIM:
        return _DASH
    return formats.number_words(days_left(claim.deadlines.claim_by, today_for(claim.outlook, now)))


def next_words(claim: Claim) -> str:
    """Return what is wanted next."""
    if claim.state is ClaimState.OFFERED:
        return QCoreApplication.translate("Claims", "Accept the offer, or tell the carrier why not.")
    if claim.state in OPEN_STATES and claim.documents_wanted:
        words = QCoreApplication.translate("Claims", "Add: {papers}")
        return words.format(papers=papers_words(claim.documents_wanted))
    if claim.state in OPEN_STATES and claim.door is not ClaimDoor.CLAIM:
        return QCoreApplication.translate("Claims", "Make it a claim before its last day.")
    key = _NEXT.get(claim.state)
    return _DASH if key is None else QCoreApplication.translate("Claims", key)


def party_words(party: Party) -> str:
    """Return name and city."""
    return f"{party.name}, {party.city} ({party.province})"


def outlook_facts(outlook: Outlook) -> list[Fact]:
    """Return what a claim takes from its shipment."""
    translate = QCoreApplication.translate
    weight = formats.weight_words(outlook.weight_kg)
    delivered = formats.day_or_dash(outlook.delivered_on)
    signed = f"{delivered}, {outlook.signed_by}" if outlook.signed_by else delivered
    facts = [
        (translate("Claims", "Shipper"), party_words(outlook.shipper)),
        (translate("Claims", "Consignee"), party_words(outlook.consignee)),
        (translate("Claims", "Shipped"), formats.date_words(outlook.shipped_on)),
        (translate("Claims", "Delivered"), signed),
        (translate("Claims", "Weight"), weight),
    ]
    if outlook.exceptions:
        noted = "\n".join(exception_words(event) for event in outlook.exceptions)
        facts.append((translate("Claims", "Noted on the way"), noted))
    return facts


def exception_words(event: Event) -> str:
    """Return what was noted, and when."""
    return f"{formats.date_words(event.occurred_at.date())}: {event_words(event)}"


def claim_facts(claim: Claim, now: datetime) -> list[Fact]:
    """Return everything about a claim."""
    translate = QCoreApplication.translate
    checklist = (
        (
            translate("Claims", "Papers added"),
            "\n".join(f"✓ {paper_words(one.paper)}: {one.name}" for one in claim.documents),
        ),
        (translate("Claims", "Papers missing"), "\n".join(f"□ {paper_words(one)}" for one in claim.documents_wanted)),
    )
    facts = [
        (translate("Claims", "Number"), claim.claim_number),
        (translate("Claims", "Status"), state_words(claim.state)),
        (door_words(claim.door), kind_words(claim.kind)),
        (translate("Claims", "What is next"), next_words(claim)),
        *(fact for fact in checklist if fact[1]),
        (translate("Claims", "Autopro number"), formats.autopro_display(claim.outlook.autopro_number)),
        (translate("Claims", "Last day for the notice"), formats.date_words(claim.deadlines.notice_by)),
        (translate("Claims", "Last day for the claim"), formats.date_words(claim.deadlines.claim_by)),
        (translate("Claims", "Limit of liability"), money_or_dash(claim.liability_cap)),
    ]
    if claim.state in OPEN_STATES and claim.door is not ClaimDoor.CLAIM:
        left = deadline_words(ClaimDoor.CLAIM, claim.deadlines, today_for(claim.outlook, now))
        facts.append((translate("Claims", "Time left"), left))
    if claim.is_late:
        facts.append((translate("Claims", "In time"), translate("Claims", "It came after its last day.")))
    if claim.claimed is not UNSET:
        facts.append((translate("Claims", "Claimed"), money_or_dash(claim.claimed, claim.currency)))
    if claim.offered is not UNSET:
        facts.append((translate("Claims", "Offered"), money_or_dash(claim.offered)))
    optional = (
        (translate("Claims", "Payment"), claim.payment_reference),
        (translate("Claims", "What the carrier says"), claim.reason),
        (translate("Claims", "Description"), claim.description),
        (translate("Claims", "Where the goods are"), claim.goods_at),
        (translate("Claims", "Goods"), goods_words(claim)),
    )
    facts += [fact for fact in optional if fact[1]]
    return [*facts, *outlook_facts(claim.outlook)]


def goods_words(claim: Claim) -> str:
    """Return the lines of a claim, one below the other."""
    times = "\N{MULTIPLICATION SIGN}"
    return "\n".join(
        f"{formats.number_words(line.quantity)} {times} {line.description}, {money_or_dash(line.unit_cost, claim.currency)}"
        for line in claim.lines
    )
