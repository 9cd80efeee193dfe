# SPDX-License-Identifier: MIT
"""The terms of claims: doors, kinds, states and what may follow them, papers, kinds of file (shipping.md 7)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from onlinesvc_desktop.contract.codes import OpenEnum

MAX_CLAIM_FILE_BYTES: Final = 5_000_000
"""One file of a claim."""


class ClaimDoor(StrEnum):
    """How far somebody goes: have the goods looked at, give notice in time, or claim an amount."""

    INSPECTION = "inspection"
    NOTICE = "notice"
    CLAIM = "claim"


class ClaimKind(StrEnum):
    """What happened to the goods."""

    DAMAGE = "damage"
    CONCEALED_DAMAGE = "concealed_damage"
    SHORTAGE = "shortage"
    LOSS = "loss"
    DELAY = "delay"


class ClaimCurrency(StrEnum):
    """The currency of the costs claimed."""

    CAD = "CAD"
    USD = "USD"


class ClaimState(OpenEnum, unknown="OTHER"):
    """Where a claim stands (shipping.md 7)."""

    SUBMITTED = "submitted"
    ACKNOWLEDGED = "acknowledged"
    DOCUMENTS_NEEDED = "documents_needed"
    UNDER_REVIEW = "under_review"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    """Whoever filed it takes the offer."""
    PAID = "paid"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CLOSED_INCOMPLETE = "closed_incomplete"
    """The papers that were asked for did not come."""
    OTHER = "other"
    """One that this version does not know."""


class ClaimPaper(OpenEnum, unknown="OTHER"):
    """What a file of a claim proves."""

    BILL_OF_LADING = "bill_of_lading"
    DELIVERY_RECEIPT = "delivery_receipt"
    COST_INVOICE = "cost_invoice"
    PACKING_LIST = "packing_list"
    PHOTOS = "photos"
    INSPECTION_REPORT = "inspection_report"
    REPAIR_INVOICE = "repair_invoice"
    FREIGHT_BILL = "freight_bill"
    """The paid one."""
    OTHER = "other"


NEXT_STATES: Final[Mapping[ClaimState, tuple[ClaimState, ...]]] = {
    ClaimState.SUBMITTED: (
        *(ClaimState.ACKNOWLEDGED, ClaimState.DOCUMENTS_NEEDED, ClaimState.UNDER_REVIEW),
        *(ClaimState.OFFERED, ClaimState.DECLINED),
    ),
    ClaimState.ACKNOWLEDGED: (
        *(ClaimState.DOCUMENTS_NEEDED, ClaimState.UNDER_REVIEW, ClaimState.OFFERED, ClaimState.DECLINED),
    ),
    ClaimState.DOCUMENTS_NEEDED: (
        *(ClaimState.UNDER_REVIEW, ClaimState.OFFERED, ClaimState.DECLINED, ClaimState.CLOSED_INCOMPLETE),
        ClaimState.DOCUMENTS_NEEDED,
    ),
    ClaimState.UNDER_REVIEW: (ClaimState.DOCUMENTS_NEEDED, ClaimState.OFFERED, ClaimState.DECLINED),
    ClaimState.OFFERED: (ClaimState.PAID, ClaimState.UNDER_REVIEW, ClaimState.OFFERED, ClaimState.DECLINED),
    ClaimState.ACCEPTED: (ClaimState.PAID,),
    ClaimState.CLOSED_INCOMPLETE: (ClaimState.UNDER_REVIEW,),
    ClaimState.DECLINED: (ClaimState.UNDER_REVIEW,),
}
"""Where the carrier may move a claim; what stands here under no state is final."""
OPEN_STATES: Final = (
    *(ClaimState.SUBMITTED, ClaimState.ACKNOWLEDGED, ClaimState.DOCUMENTS_NEEDED),
    *(ClaimState.UNDER_REVIEW, ClaimState.OFFERED),
)
"""States in which whoever filed a claim may still change it, add papers and withdraw it."""
WAITING_STATES: Final = (ClaimState.SUBMITTED, ClaimState.UNDER_REVIEW, ClaimState.ACCEPTED)
"""States in which the carrier has the next word."""
