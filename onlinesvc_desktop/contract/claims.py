# SPDX-License-Identifier: MIT
"""Messages of claims for loss, damage or delay: the three doors, where a claim stands, its papers, its limits.

What follows from a shipment alone (deadlines, limit of liability, papers) is in ``claim_rules``. Sources: shipping.md 7,
domain.md 6.6.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from http import HTTPStatus
from typing import Annotated, Any, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.claim_terms import (
    MAX_CLAIM_FILE_BYTES,
    ClaimCurrency,
    ClaimDoor,
    ClaimKind,
    ClaimPaper,
    ClaimState,
)
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Right
from onlinesvc_desktop.contract.fields import DecimalText, Email, Instant, LongText, ShortText
from onlinesvc_desktop.contract.file_kinds import EXTENSION_OF
from onlinesvc_desktop.contract.freight import PositiveDecimal, WeightUnit
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.paper import Paper
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.shipment import Event, Party, Place

CLAIM_NUMBER_PATTERN: Final = r"^C[0-9]{9}\Z"
MOST_LINES: Final = 200
MOST_FILES: Final = 40
"""Files of one claim."""
_BODY_BYTES: Final = 7_000_000
"""What carries such a file: base64 of it, and some room."""

Amount = Annotated[str, Meta(pattern=r"^[0-9]{1,9}(\.[0-9]{1,2})?\Z", max_length=12)]
Content = Annotated[bytes, Meta(min_length=1, max_length=MAX_CLAIM_FILE_BYTES)]


class ClaimLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """Goods of one kind that are missing or damaged; ``unit_cost`` is what they cost, without profit."""

    quantity: Annotated[int, Meta(ge=1, le=99_999)]
    description: ShortText
    unit_cost: Amount
    weight: PositiveDecimal | UnsetType = UNSET
    weight_unit: WeightUnit = WeightUnit.POUND


class ClaimDetails(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What a notice, a claim and a change of one have in common; a claim needs lines, a notice nothing of it."""

    door: ClaimDoor
    kind: ClaimKind | UnsetType = UNSET
    """Left out, it is loss before a delivery and damage after one."""
    currency: ClaimCurrency = ClaimCurrency.CAD
    declared_value: Amount | UnsetType = UNSET
    """In Canadian dollars, as the bill of lading declares it."""
    lines: Annotated[tuple[ClaimLine, ...], Meta(max_length=MOST_LINES)] = ()
    goods_at: ShortText = ""
    """Where the goods can be looked at."""
    description: LongText = ""
    email: Email | UnsetType = UNSET
    """Where news of the claim goes; otherwise the default e-mail of the access code."""

    @staticmethod
    def across(values: Mapping[str, Any]) -> Iterator[FieldProblem]:
        """Find a claim without lines, an inspection without a place, and costs that are nothing."""
        door, lines = values.get("door"), values.get("lines") or ()
        if door == ClaimDoor.CLAIM and not lines:
            yield FieldProblem("/lines", FieldCode.REQUIRED)
        if door == ClaimDoor.INSPECTION and not values.get("goods_at"):
            yield FieldProblem("/goods_at", FieldCode.REQUIRED)
        for index, line in enumerate(lines):
            cost = line.get("unit_cost") if isinstance(line, Mapping) else None
            if isinstance(cost, str) and cost and not cost.strip("0."):
                yield FieldProblem(f"/lines/{index}/unit_cost", FieldCode.MALFORMED)


class ClaimRequest(ClaimDetails, frozen=True, omit_defaults=True, kw_only=True):
    """A notice, a claim or an inspection request; with ``claim_number`` it goes on from what was filed under it."""

    autopro_number: ShortText
    claim_number: Annotated[str, Meta(pattern=CLAIM_NUMBER_PATTERN)] | UnsetType = UNSET

    @staticmethod
    def across(values: Mapping[str, Any]) -> Iterator[FieldProblem]:
        """Find also a number that is no autopro number."""
        typed = values.get("autopro_number")
        if isinstance(typed, str) and typed and isinstance(parse_autopro(typed), AutoproFault):
            yield FieldProblem("/autopro_number", FieldCode.MALFORMED)
        yield from ClaimDetails.across(values)


class ClaimChange(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What of a claim shall be otherwise, made on the version that its author saw; what is left out stays.

    ``None`` takes a declared value or an e-mail address away.
    """

    version: int
    door: ClaimDoor | UnsetType = UNSET
    kind: ClaimKind | UnsetType = UNSET
    currency: ClaimCurrency | UnsetType = UNSET
    declared_value: Amount | UnsetType | None = UNSET
    lines: Annotated[tuple[ClaimLine, ...], Meta(max_length=MOST_LINES)] | UnsetType = UNSET
    goods_at: ShortText | UnsetType = UNSET
    description: LongText | UnsetType = UNSET
    email: Email | UnsetType | None = UNSET


class ClaimVersion(msgspec.Struct, frozen=True):
    """Which version of a claim somebody saw who withdraws it or takes its offer."""

    version: int


class Deadlines(msgspec.Struct, frozen=True):
    """The last days for a notice in writing and for the claim itself."""

    notice_by: date
    claim_by: date


class Outlook(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What a shipment means for a claim, before one is filed."""

    autopro_number: str
    shipper: Party
    consignee: Party
    origin: Place
    destination: Place
    deadlines: Deadlines
    shipped_on: date
    pieces: int | UnsetType = UNSET
    weight_kg: DecimalText | UnsetType = UNSET
    delivered_on: date | UnsetType = UNSET
    signed_by: str = ""
    exceptions: tuple[Event, ...] = ()
    """What went wrong on the way, as the carrier noted it; the oldest first."""
    liability_cap: DecimalText | UnsetType = UNSET
    """In Canadian dollars, while no value is declared; unknown while the weight is."""


class NoticesDue(msgspec.Struct, frozen=True):
    """Shipments for which a notice is to be given soon, the most urgent first; at most ``MOST_NOTICES_DUE``."""

    items: tuple[Outlook, ...]


class OutlookQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which shipment."""

    autopro_number: ShortText


class ClaimFile(msgspec.Struct, frozen=True):
    """A file of a claim, without its content."""

    id: int
    paper: ClaimPaper
    name: str
    media_type: str
    size: int
    added_at: Instant


class ClaimStep(msgspec.Struct, frozen=True, omit_defaults=True):
    """When a claim came into a state, and what was said with it."""

    state: ClaimState
    at: Instant
    door: ClaimDoor
    reason: str = ""
    amount: DecimalText | UnsetType = UNSET
    payment_reference: str = ""


class Claim(ClaimDetails, frozen=True, omit_defaults=True, kw_only=True):
    """A claim as it stands."""

    id: int
    claim_number: str
    state: ClaimState
    version: int
    outlook: Outlook
    deadlines: Deadlines
    submitted_at: Instant
    is_late: bool = False
    """Whether it came after its deadline."""
    claimed: DecimalText | UnsetType = UNSET
    """What the lines cost together, in ``currency``."""
    liability_cap: DecimalText | UnsetType = UNSET
    """In Canadian dollars."""
    documents_wanted: tuple[ClaimPaper, ...] = ()
    """Papers that are still missing."""
    documents: tuple[ClaimFile, ...] = ()
    steps: tuple[ClaimStep, ...] = ()
    """The oldest first; only where one claim is asked for."""
    submitted_by: str = ""
    customer: str = ""
    reason: str = ""
    """What the carrier said with the last step."""
    offered: DecimalText | UnsetType = UNSET
    """In Canadian dollars."""
    payment_reference: str = ""


class ClaimReceived(msgspec.Struct, frozen=True, omit_defaults=True):
    """A claim has its number, once for ever, and what is to be done until when."""

    claim_number: str
    state: ClaimState
    deadlines: Deadlines
    documents_wanted: tuple[ClaimPaper, ...]
    liability_cap: DecimalText | UnsetType = UNSET


class ClaimQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which claims: words, a state."""

    state: ClaimState | UnsetType = UNSET


class NewClaimFile(msgspec.Struct, frozen=True):
    """A file to be added; PDF, JPEG, PNG or TIFF."""

    paper: ClaimPaper
    name: Annotated[str, Meta(min_length=1, max_length=limits.MAX_SHORT_TEXT)]
    content: Content


def cost_of(lines: tuple[ClaimLine, ...]) -> Decimal:
    """Return what lines cost together."""
    return sum((line.quantity * Decimal(line.unit_cost) for line in lines), Decimal(0))


MOST_NOTICES_DUE: Final = 50
NUMBER_IN_PATH: Final = {"claim_number": CLAIM_NUMBER_PATTERN}
CHANGE_ERRORS: Final = (ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.CHANGED_MEANWHILE)

GET_OUTLOOK = Operation(
    "getClaimOutlook",
    "GET",
    "/v1/claim-outlook",
    "What a shipment means for a claim: deadlines, limit of liability, parties",
    Outlook,
    access=Access.SIGNED_IN,
    right=Right.CLAIMS,
    query=OutlookQuery,
    errors=(ErrorCode.SHIPMENT_NOT_FOUND,),
)

FILE_CLAIM = Operation(
    "fileClaim",
    "POST",
    "/v1/claims",
    "Give notice, claim, or ask for an inspection",
    ClaimReceived,
    access=Access.SIGNED_IN,
    right=Right.CLAIMS,
    body=ClaimRequest,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.WRONG_STATE,),
    creates=True,
    queued="claim",
)

LIST_NOTICES_DUE = Operation(
    "listNoticesDue",
    "GET",
    "/v1/claim-notices-due",
    "Shipments that came damaged or short, whose notice of claim has its last days and was not given",
    NoticesDue,
    access=Access.SIGNED_IN,
    right=Right.CLAIMS,
    counts_as_use=False,
)

LIST_CLAIMS = Operation(
    "listClaims",
    "GET",
    "/v1/claims",
    "Claims of the enterprise, the newest first",
    Page[Claim],
    access=Access.SIGNED_IN,
    right=Right.CLAIMS,
    query=ClaimQuery,
)

GET_CLAIM = Operation(
    "getClaim",
    "GET",
    "/v1/claims/{claim_number}",
    "One claim with its steps",
    Claim,
    access=Access.SIGNED_IN,
    right=Right.CLAIMS,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns=NUMBER_IN_PATH,
)

CHANGE_CLAIM = Operation(
    "changeClaim",
    "PATCH",
    "/v1/claims/{claim_number}",
    "Change a claim under its number",
    Claim,
    access=Access.SIGNED_IN,
    right=Right.CLAIMS,
    body=ClaimChange,
    errors=CHANGE_ERRORS,
    path_patterns=NUMBER_IN_PATH,
)

WITHDRAW_CLAIM = Operation(
    "withdrawClaim",
    "POST",
    "/v1/claims/{claim_number}/withdrawal",
    "Withdraw a claim",
    Claim,
    access=Access.SIGNED_IN,
    right=Right.CLAIMS,
    body=ClaimVersion,
    errors=CHANGE_ERRORS,
    path_patterns=NUMBER_IN_PATH,
)

ACCEPT_OFFER = Operation(
    "acceptClaimOffer",
    "POST",
    "/v1/claims/{claim_number}/acceptance",
    "Accept the carrier's offer for a claim",
    Claim,
    access=Access.SIGNED_IN,
    right=Right.CLAIMS,
    body=ClaimVersion,
    errors=CHANGE_ERRORS,
    path_patterns=NUMBER_IN_PATH,
)

ADD_CLAIM_FILE = Operation(
    "addClaimDocument",
    "POST",
    "/v1/claims/{claim_number}/documents",
    "Add a paper to a claim",
    Claim,
    access=Access.SIGNED_IN,
    right=Right.CLAIMS,
    body=NewClaimFile,
    most_bytes=_BODY_BYTES,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE),
    path_patterns=NUMBER_IN_PATH,
    creates=True,
)

GET_CLAIM_FILE = Operation(
    "getClaimDocument",
    "GET",
    "/v1/claims/{claim_number}/documents/{id}",
    "A paper of a claim, as it was added",
    Paper,
    access=Access.SIGNED_IN,
    right=Right.CLAIMS,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={**NUMBER_IN_PATH, "id": limits.ROW_PATTERN},
    media_types=tuple(EXTENSION_OF),
)

GET_CLAIM_LETTER = Operation(
    "getClaimLetter",
    "GET",
    "/v1/claims/{claim_number}/letter",
    "The letter of a claim in both languages",
    Paper,
    access=Access.SIGNED_IN,
    right=Right.CLAIMS,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns=NUMBER_IN_PATH,
    media_types=("application/pdf",),
)
