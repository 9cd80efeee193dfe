# SPDX-License-Identifier: MIT
"""Messages of the bill of lading: what a clerk writes, what is issued, its papers, and the history of their prints."""

from datetime import date
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, ClassVar, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.address import Address
from onlinesvc_desktop.contract.bill_checks import problems_of
from onlinesvc_desktop.contract.bill_reply import CarrierReply, ReplyOutcome
from onlinesvc_desktop.contract.codes import ErrorCode, OpenEnum, Right
from onlinesvc_desktop.contract.dangerous_goods import DangerousGoods
from onlinesvc_desktop.contract.fields import DecimalText, Instant, LongText, ShortText
from onlinesvc_desktop.contract.freight import MOST_UNITS, HandlingUnit, PositiveDecimal
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.paper import Paper
from onlinesvc_desktop.contract.rate_quote import Terms
from onlinesvc_desktop.contract.shipment import ReferenceType

BOL_NUMBER_PATTERN: Final = r"^[A-Z0-9][A-Z0-9._-]{2,29}\Z"
"""A bill's number: it stands in paths and bar codes, so it has no blanks and no accents."""
MOST_LINES: Final = 500
"""Lines of goods of a whole bill."""
MOST_COPIES: Final = 6
SHEET_LABELS: Final = 6
"""Labels on a Letter sheet."""

BolNumber = Annotated[str, Meta(pattern=BOL_NUMBER_PATTERN, max_length=limits.MAX_REFERENCE_LENGTH)]
AutoproNumber = Annotated[str, Meta(pattern=limits.AUTOPRO_PATTERN)]
Reference = Annotated[str, Meta(max_length=limits.MAX_REFERENCE_LENGTH)]


class GoodsLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """What lies on a handling unit: pieces of one kind; ``weight`` is in the unit's own weight unit."""

    description: ShortText
    pieces: Annotated[int, Meta(ge=1, le=99_999)]
    package_type: ShortText
    weight: PositiveDecimal | UnsetType = UNSET
    nmfc: ShortText | UnsetType = UNSET
    dangerous_goods: DangerousGoods | UnsetType = UNSET


class BillUnit(HandlingUnit, frozen=True, omit_defaults=True):
    """Handling units of one size with what lies on them."""

    lines: Annotated[tuple[GoodsLine, ...], Meta(max_length=MOST_LINES)] = ()


class BillReference(msgspec.Struct, frozen=True):
    """Another number that the shipment is to be found by."""

    type: ReferenceType
    value: Reference


class CashOnDelivery(msgspec.Struct, frozen=True):
    """What the driver collects; ``fee_terms`` says who pays the fee for it, prepaid or collect."""

    amount: PositiveDecimal
    currency: ShortText = "CAD"
    fee_terms: Terms = Terms.PREPAID


class BillTemplate(msgspec.Struct, frozen=True, omit_defaults=True):
    """A bill without day and numbers; anything may still be missing."""

    terms: Terms = Terms.PREPAID
    shipper: Address | UnsetType = UNSET
    consignee: Address | UnsetType = UNSET
    bill_to: Address | UnsetType = UNSET
    customs_broker: Address | UnsetType = UNSET
    references: Annotated[tuple[BillReference, ...], Meta(max_length=50)] = ()
    handling_units: Annotated[tuple[BillUnit, ...], Meta(max_length=MOST_UNITS)] = ()
    accessorials: Annotated[tuple[ShortText, ...], Meta(max_length=30)] = ()
    declared_value: PositiveDecimal | UnsetType = UNSET
    cod: CashOnDelivery | UnsetType = UNSET
    instructions: LongText = ""


class BillOfLading(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What is issued. Without numbers it gets them; ``autopro_number`` comes from a lent block, with the block's token."""

    ship_date: date
    shipper: Address
    consignee: Address
    handling_units: Annotated[tuple[BillUnit, ...], Meta(min_length=1, max_length=MOST_UNITS)]
    terms: Terms = Terms.PREPAID
    bol_number: BolNumber | UnsetType = UNSET
    autopro_number: AutoproNumber | UnsetType = UNSET
    number_block: Annotated[str, Meta(max_length=200)] | UnsetType = UNSET
    bill_to: Address | UnsetType = UNSET
    customs_broker: Address | UnsetType = UNSET
    quote: ShortText | UnsetType = UNSET
    """Number and letter of the quote whose price holds."""
    issued_at: Instant | UnsetType = UNSET
    """When a workstation without a link issued it; otherwise it is now."""
    references: Annotated[tuple[BillReference, ...], Meta(max_length=50)] = ()
    accessorials: Annotated[tuple[ShortText, ...], Meta(max_length=30)] = ()
    declared_value: PositiveDecimal | UnsetType = UNSET
    """In Canadian dollars, for the whole shipment."""
    cod: CashOnDelivery | UnsetType = UNSET
    instructions: LongText = ""

    across: ClassVar = staticmethod(problems_of)


def usual_bol_number(autopro_number: str) -> str:
    """Return the number of a bill whose writer gave it none: on both sides the same."""
    return f"B{autopro_number}"


class IssuedBill(msgspec.Struct, frozen=True):
    """The numbers of a bill that now stands."""

    bol_number: str
    autopro_number: str
    issued_at: Instant


class BillState(OpenEnum, unknown="OTHER"):
    """Where a bill stands."""

    ISSUED = "issued"
    PICKED_UP = "picked_up"
    """The goods are on their way; it can no longer be cancelled."""
    CANCELLED = "cancelled"
    OTHER = "other"
    """One that this version does not know."""


class BillItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """A bill in a list."""

    id: int
    bol_number: str
    autopro_number: str
    state: BillState
    issued_at: Instant
    ship_date: date
    shipper: str
    shipper_city: str
    consignee: str
    consignee_city: str
    units: int
    pieces: int
    weight_lb: DecimalText
    purchase_order: str = ""
    dangerous: bool = False
    prints: int = 0
    carrier: ReplyOutcome | UnsetType = UNSET
    """What the carrier that takes the goods over said to it, once it replied."""


class BillQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which bills: words, days of shipping, a state."""

    state: BillState | UnsetType = UNSET
    since: date | UnsetType = UNSET
    until: date | UnsetType = UNSET


class PrintedWhat(OpenEnum, unknown="OTHER"):
    """What was printed of a bill."""

    DOCUMENT = "document"
    LABELS = "labels"
    OTHER = "other"
    """One that this version does not know."""


class PrintNote(msgspec.Struct, frozen=True, omit_defaults=True):
    """That a paper was printed: ``copies`` of the document, or the labels ``first`` to ``last``.

    ``printed_at`` is when a workstation printed it, which may have been without a link; otherwise it is now.
    """

    what: PrintedWhat
    copies: Annotated[int, Meta(ge=1, le=MOST_COPIES)] = 1
    first: Annotated[int, Meta(ge=1, le=99_999)] | UnsetType = UNSET
    last: Annotated[int, Meta(ge=1, le=99_999)] | UnsetType = UNSET
    printed_at: Instant | UnsetType = UNSET


class PrintItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of the history of prints."""

    at: Instant
    by: str
    note: PrintNote


class Bill(msgspec.Struct, frozen=True, omit_defaults=True):
    """A bill with everything that was written in it."""

    item: BillItem
    content: BillOfLading
    prints: tuple[PrintItem, ...] = ()
    handed_at: Instant | UnsetType = UNSET
    """When it was first handed to a carrier as X12 211."""
    replies: tuple[CarrierReply, ...] = ()
    """What the carrier replied, the reply that counts first."""
    cancelled_at: Instant | UnsetType = UNSET
    """When its enterprise cancelled it."""


class DocumentQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many copies of the bill, each with its caption."""

    copies: Annotated[int, Meta(ge=1, le=MOST_COPIES)] = 3


class LabelFormat(StrEnum):
    """What labels are printed on."""

    PAGE_4X6 = "4x6"
    LETTER = "letter"
    ZPL = "zpl"


class LabelQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Labels of the units ``from`` to ``to``, all by default; ``start``, 1 to 6, is the first free place on the sheet."""

    format: LabelFormat = LabelFormat.PAGE_4X6
    first: Annotated[int, Meta(ge=1, le=99_999)] = msgspec.field(default=1, name="from")
    last: Annotated[int, Meta(ge=1, le=99_999)] | UnsetType = msgspec.field(default=UNSET, name="to")
    start: Annotated[int, Meta(ge=1, le=SHEET_LABELS)] = 1


class CancelBill(msgspec.Struct, frozen=True):
    """Cancel a bill whose goods were not picked up."""

    reason: ShortText = ""


_NUMBER = {"bol_number": BOL_NUMBER_PATTERN}

ISSUE_BILL = Operation(
    "issueBillOfLading",
    "POST",
    "/v1/bills-of-lading",
    "Issue a bill of lading: its shipment stands at once",
    IssuedBill,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=BillOfLading,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.FORBIDDEN, ErrorCode.NO_NUMBERS_LEFT),
    creates=True,
    queued="bill_of_lading",
)

LIST_BILLS = Operation(
    "listBillsOfLading",
    "GET",
    "/v1/bills-of-lading",
    "Bills of lading, the newest first",
    Page[BillItem],
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    query=BillQuery,
)

GET_BILL = Operation(
    "getBillOfLading",
    "GET",
    "/v1/bills-of-lading/{bol_number}",
    "One bill of lading",
    Bill,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns=_NUMBER,
)

GET_BILL_DOCUMENT = Operation(
    "getBillOfLadingDocument",
    "GET",
    "/v1/bills-of-lading/{bol_number}/document",
    "The paper of a bill of lading, the same bytes each time",
    Paper,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    query=DocumentQuery,
    errors=(ErrorCode.NOT_FOUND,),
    path_patterns=_NUMBER,
    media_types=("application/pdf",),
)

GET_BILL_LABELS = Operation(
    "getBillOfLadingLabels",
    "GET",
    "/v1/bills-of-lading/{bol_number}/labels",
    "Labels of the handling units",
    Paper,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    query=LabelQuery,
    errors=(ErrorCode.NOT_FOUND,),
    path_patterns=_NUMBER,
    media_types=("application/pdf", "application/zpl"),
)

GET_BILL_X12 = Operation(
    "getBillOfLadingX12",
    "GET",
    "/v1/bills-of-lading/{bol_number}/x12",
    "A bill of lading as X12 211, for the carrier who takes the goods over; once it was cancelled, what calls it off",
    Paper,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.INVALID_FIELDS, ErrorCode.NO_NUMBERS_LEFT),
    path_patterns=_NUMBER,
    media_types=("application/edi-x12",),
)

CANCEL_BILL = Operation(
    "cancelBillOfLading",
    "POST",
    "/v1/bills-of-lading/{bol_number}/cancellation",
    "Cancel a bill whose goods were not picked up",
    BillItem,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=CancelBill,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE),
    path_patterns=_NUMBER,
    creates=True,
)

NOTE_BILL_PRINT = Operation(
    "noteBillOfLadingPrint",
    "POST",
    "/v1/bills-of-lading/{bol_number}/prints",
    "Keep in the history that a paper was printed",
    Bill,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=PrintNote,
    errors=(ErrorCode.NOT_FOUND,),
    path_patterns=_NUMBER,
    creates=True,
    queued="bill_print",
)
