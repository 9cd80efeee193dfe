# SPDX-License-Identifier: MIT
"""The carrier's side of invoices: every enterprise's, files of invoices and payments, and disputes to decide."""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.fields import LongText, ShortText
from onlinesvc_desktop.contract.invoices import Amount, Dispute, DisputeState, Invoice, InvoiceQuery
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery


class InvoiceFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """A CSV file of invoices, or of payments and credits; ``preview`` only says what it would do."""

    content: Annotated[bytes, Meta(min_length=1, max_length=limits.MAX_UPLOAD_BYTES)]
    preview: bool = False


class RowFault(StrEnum):
    """Why a row of a file is not taken."""

    MISSING = "missing"
    MALFORMED = "malformed"
    UNKNOWN_CUSTOMER = "unknown_customer"
    UNKNOWN_INVOICE = "unknown_invoice"
    OTHER_CURRENCY = "other_currency"
    TOTAL_DIFFERS = "total_differs"
    """The lines and taxes do not come to the total."""


class RejectedRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """A row that is not taken: its line in the file, the column and what stands there."""

    line: int
    column: str
    fault: RowFault
    value: str = ""


class InvoiceFileResult(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a file did, or would do: rows that are new, changed, known already, and those that are not taken."""

    taken: bool
    added: int
    changed: int
    unchanged: int
    rejected: tuple[RejectedRow, ...] = ()
    """The first 500."""
    rejected_count: int = 0


class DisputeQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which disputes: words, a state."""

    state: DisputeState | UnsetType = UNSET


class DisputeDecision(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the carrier decides: accepted with an amount that becomes a credit, or refused with the reason."""

    state: DisputeState
    version: int
    amount: Amount | UnsetType = UNSET
    """All of it where nothing is said."""
    answer: LongText = ""


class CustomerInvoiceQuery(InvoiceQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The carrier's choice: also by customer."""

    customer_number: ShortText = ""


LIST_ALL_INVOICES = Operation(
    "listAllInvoices",
    "GET",
    "/v1/admin/invoices",
    "Invoices of every enterprise, the newest first",
    Page[Invoice],
    access=Access.ADMINISTRATOR,
    query=CustomerInvoiceQuery,
)

IMPORT_INVOICES = Operation(
    "importInvoices",
    "POST",
    "/v1/admin/invoices",
    "Take in a file of invoices, or say what it would do",
    InvoiceFileResult,
    access=Access.ADMINISTRATOR,
    body=InvoiceFile,
)

IMPORT_PAYMENTS = Operation(
    "importPayments",
    "POST",
    "/v1/admin/payments",
    "Take in a file of payments and credits, or say what it would do",
    InvoiceFileResult,
    access=Access.ADMINISTRATOR,
    body=InvoiceFile,
)

LIST_DISPUTES = Operation(
    "listDisputes",
    "GET",
    "/v1/admin/disputes",
    "Disputes of every enterprise, the newest first",
    Page[Dispute],
    access=Access.ADMINISTRATOR,
    query=DisputeQuery,
)

DECIDE_DISPUTE = Operation(
    "decideDispute",
    "POST",
    "/v1/admin/disputes/{id}/decision",
    "Accept a dispute with a credit, or refuse it",
    Dispute,
    access=Access.ADMINISTRATOR,
    body=DisputeDecision,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.CHANGED_MEANWHILE),
    path_patterns={"id": limits.ROW_PATTERN},
)
