# SPDX-License-Identifier: MIT
"""Messages of invoices, what is owed, and disputes; only the payer's codes with the right see them (shipping.md 6)."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, Any, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, OpenEnum, Right
from onlinesvc_desktop.contract.fields import DecimalText, Instant, LongText, ShortText
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.paper import Paper
from onlinesvc_desktop.contract.problem import FieldProblem

INVOICE_NUMBER_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,29}\Z"

Amount = Annotated[str, Meta(pattern=r"^[0-9]{1,9}(\.[0-9]{1,2})?\Z", max_length=12)]


class InvoiceState(OpenEnum, unknown="OTHER"):
    """Where an invoice stands; of one that is disputed the rest is still due."""

    OPEN = "open"
    PART_PAID = "part_paid"
    PAID = "paid"
    DISPUTED = "disputed"
    CREDITED = "credited"
    VOID = "void"
    """The carrier took it back: nothing of it is owed, and it counts nowhere."""
    OTHER = "other"
    """One that this version does not know."""


class Chosen(StrEnum):
    """Which invoices a list holds."""

    OPEN = "open"
    """With a balance, whether due or not."""
    PAST_DUE = "past_due"
    DISPUTED = "disputed"
    PAID = "paid"
    VOID = "void"


class Bucket(StrEnum):
    """How long an invoice is past due, in days."""

    CURRENT = "current"
    DAYS_1_30 = "1_30"
    DAYS_31_60 = "31_60"
    DAYS_61_90 = "61_90"
    OVER_90 = "over_90"


class VarianceCause(OpenEnum, unknown="OTHER"):
    """Why more or less was billed than was quoted."""

    REWEIGH = "reweigh"
    RECLASS = "reclass"
    ACCESSORIAL = "accessorial"
    OTHER = "other"


class DisputeReason(StrEnum):
    """What is wrong with an invoice (shipping.md 6)."""

    RATE = "rate"
    """The rate or the discount that was agreed was not applied."""
    WEIGHT = "weight"
    FREIGHT_CLASS = "freight_class"
    ACCESSORIAL = "accessorial"
    """A service was billed that was not asked for."""
    DUPLICATE = "duplicate"
    WRONG_BILL_TO = "wrong_bill_to"
    TAX = "tax"
    PAID_ALREADY = "paid_already"
    SERVICE_FAILURE = "service_failure"
    OTHER = "other"


class DisputeState(OpenEnum, unknown="OTHER"):
    """Where a dispute stands."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    """A credit was given, of the whole amount or a part."""
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    OTHER = "other"
    """One that this version does not know."""


class InvoiceLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """A charge; a discount is negative. ``code`` is ``freight``, ``discount``, ``fuel`` or that of an accessorial."""

    code: str
    amount: DecimalText
    basis: str = ""
    """How it came about, as codes and figures, without words."""


class InvoiceTax(msgspec.Struct, frozen=True, omit_defaults=True):
    """A tax: ``gst``, ``qst`` or ``hst``; ``rate`` in percent, where it is known."""

    code: str
    amount: DecimalText
    rate: DecimalText = ""


class Payment(msgspec.Struct, frozen=True, omit_defaults=True):
    """What lowered an invoice: money, or a credit."""

    paid_on: date
    amount: DecimalText
    reference: str = ""
    is_credit: bool = False


class DisputeFile(msgspec.Struct, frozen=True):
    """A file of a dispute, without its content."""

    id: int
    name: str
    media_type: str
    size: int
    added_at: Instant


class Dispute(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What somebody does not agree with, and what became of it."""

    id: int
    invoice_number: str
    reason: DisputeReason
    amount: DecimalText
    currency: str
    state: DisputeState
    version: int
    submitted_at: Instant
    submitted_by: str = ""
    customer: str = ""
    description: str = ""
    line: str = ""
    """The code of the charge or tax it is about, where it is about one."""
    accepted: DecimalText | UnsetType = UNSET
    answer: str = ""
    decided_at: Instant | UnsetType = UNSET
    documents: tuple[DisputeFile, ...] = ()


class Invoice(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """An invoice. Payments and disputes come only where one invoice is asked for, lines and taxes also in a whole list.

    Amounts are decimal texts in ``currency``; that of a credit note is negative. ``quoted`` is the total of the quote that
    the bill of lading named, ``variance`` what was billed beyond it.
    """

    id: int
    invoice_number: str
    state: InvoiceState
    invoice_date: date
    due_date: date
    days_past_due: int
    """0 while it is not, or nothing is owed."""
    currency: str
    subtotal: DecimalText
    total: DecimalText
    balance: DecimalText
    disputed: DecimalText = "0.00"
    autopro_number: str = ""
    bol_number: str = ""
    purchase_order: str = ""
    applies_to: str = ""
    """The invoice that a credit note lowers."""
    terms: str = ""
    bill_to: str = ""
    shipper: str = ""
    shipper_postal_code: str = ""
    consignee: str = ""
    consignee_postal_code: str = ""
    shipped_on: date | UnsetType = UNSET
    delivered_on: date | UnsetType = UNSET
    pieces: int | UnsetType = UNSET
    actual_weight_lb: DecimalText | UnsetType = UNSET
    billed_weight_lb: DecimalText | UnsetType = UNSET
    freight_class: str = ""
    quote_number: str = ""
    quoted: DecimalText | UnsetType = UNSET
    variance: DecimalText | UnsetType = UNSET
    variance_cause: VarianceCause | UnsetType = UNSET
    lines: tuple[InvoiceLine, ...] = ()
    taxes: tuple[InvoiceTax, ...] = ()
    payments: tuple[Payment, ...] = ()
    disputes: tuple[Dispute, ...] = ()


class InvoiceQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which invoices: words, a choice, how long past due, a currency. The newest first."""

    state: Chosen | UnsetType = UNSET
    bucket: Bucket | UnsetType = UNSET
    currency: ShortText = ""
    whole: bool = False
    """Also with lines, taxes and what was quoted."""


class Owed(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is owed in one bucket of one currency, and by how many invoices."""

    bucket: Bucket
    amount: DecimalText
    count: int


class CurrencyAging(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is owed in one currency: every bucket, in order."""

    currency: str
    total: DecimalText
    past_due: DecimalText
    disputed: DecimalText
    buckets: tuple[Owed, ...]


class InvoiceSummary(msgspec.Struct, frozen=True):
    """What is owed by the day of the answer, in each currency."""

    as_of: date
    currencies: tuple[CurrencyAging, ...]


class Statement(msgspec.Struct, frozen=True, omit_defaults=True):
    """Everything that is open on a day, the oldest first."""

    as_of: date
    customer: str
    customer_number: str
    summary: InvoiceSummary
    items: tuple[Invoice, ...]


class DisputeRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """What somebody does not agree with in an invoice."""

    reason: DisputeReason
    amount: Amount
    description: LongText = ""
    line: ShortText = ""

    @staticmethod
    def across(values: Mapping[str, Any]) -> Iterator[FieldProblem]:
        """Find an amount of nothing, and another reason that is not described."""
        amount = values.get("amount")
        if isinstance(amount, str) and amount and not amount.strip("0."):
            yield FieldProblem("/amount", FieldCode.MALFORMED)
        if values.get("reason") == DisputeReason.OTHER and not values.get("description"):
            yield FieldProblem("/description", FieldCode.REQUIRED)


class DisputeVersion(msgspec.Struct, frozen=True):
    """Which version of a dispute somebody saw who withdraws it."""

    version: int


NUMBER_IN_PATH: Final = {"invoice_number": INVOICE_NUMBER_PATTERN}

LIST_INVOICES = Operation(
    "listInvoices",
    "GET",
    "/v1/invoices",
    "Invoices that the enterprise pays, the newest first",
    Page[Invoice],
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
    query=InvoiceQuery,
)

GET_INVOICE_SUMMARY = Operation(
    "getInvoiceSummary",
    "GET",
    "/v1/invoices/summary",
    "What is owed, by currency and days past due",
    InvoiceSummary,
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
)

GET_INVOICE = Operation(
    "getInvoice",
    "GET",
    "/v1/invoices/{invoice_number}",
    "One invoice with lines, taxes, payments and disputes",
    Invoice,
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns=NUMBER_IN_PATH,
)

GET_INVOICE_DOCUMENT = Operation(
    "getInvoiceDocument",
    "GET",
    "/v1/invoices/{invoice_number}/document",
    "An invoice as a paper in both languages",
    Paper,
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns=NUMBER_IN_PATH,
    media_types=("application/pdf",),
)

GET_STATEMENT = Operation(
    "getStatement",
    "GET",
    "/v1/statements/current",
    "Everything that is open today",
    Statement,
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
)

GET_STATEMENT_DOCUMENT = Operation(
    "getStatementDocument",
    "GET",
    "/v1/statements/current/document",
    "The statement as a paper in both languages",
    Paper,
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
    media_types=("application/pdf",),
)

DISPUTE_INVOICE = Operation(
    "disputeInvoice",
    "POST",
    "/v1/invoices/{invoice_number}/disputes",
    "Dispute an invoice or a line of it",
    Dispute,
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
    body=DisputeRequest,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE),
    path_patterns=NUMBER_IN_PATH,
    creates=True,
    queued="dispute",
)

WITHDRAW_DISPUTE = Operation(
    "withdrawDispute",
    "POST",
    "/v1/disputes/{id}/withdrawal",
    "Withdraw a dispute",
    Dispute,
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
    body=DisputeVersion,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.CHANGED_MEANWHILE),
    path_patterns={"id": limits.ROW_PATTERN},
)
