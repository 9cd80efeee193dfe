# SPDX-License-Identifier: MIT
"""The carrier's side of claims: every enterprise's, and where an administrator moves them."""

import msgspec
from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract.claim_terms import ClaimPaper, ClaimState
from onlinesvc_desktop.contract.claims import CHANGE_ERRORS, NUMBER_IN_PATH, Amount, Claim, ClaimQuery
from onlinesvc_desktop.contract.fields import LongText, ShortText
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page


class ClaimMove(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where the carrier moves a claim; an amount goes with an offer and a payment, a reason with a refusal."""

    state: ClaimState
    version: int
    reason: LongText = ""
    papers: tuple[ClaimPaper, ...] = ()
    """What is asked for, with ``documents_needed``."""
    amount: Amount | UnsetType = UNSET
    payment_reference: ShortText = ""


LIST_ALL_CLAIMS = Operation(
    "listAllClaims",
    "GET",
    "/v1/admin/claims",
    "Claims of every enterprise, the newest first",
    Page[Claim],
    access=Access.ADMINISTRATOR,
    query=ClaimQuery,
)

MOVE_CLAIM = Operation(
    "moveClaim",
    "POST",
    "/v1/admin/claims/{claim_number}/moves",
    "Acknowledge, ask for papers, offer, pay or refuse",
    Claim,
    access=Access.ADMINISTRATOR,
    body=ClaimMove,
    errors=CHANGE_ERRORS,
    path_patterns=NUMBER_IN_PATH,
)
