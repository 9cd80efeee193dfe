# SPDX-License-Identifier: MIT
"""What an invoice and a statement say, as plain values; amounts are decimal and in the currency named beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Supplier:
    """The carrier as a tax invoice names it, and where it is paid.

    The Excise Tax Act and the Quebec sales tax ask for name and registration numbers (shipping.md 6); ``sample`` says on
    the paper that they are invented.
    """

    name: str
    address: Sequence[str]
    gst_number: str
    qst_number: str
    remit_to: Sequence[str] = ()
    sample: bool = False


@dataclass(frozen=True, slots=True)
class BilledLine:
    """A charge: its code, how its amount came about in plain figures, and the amount; a discount is negative."""

    code: str
    basis: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class BilledTax:
    """A tax on the subtotal; ``rate`` in percent, None where nobody told it."""

    code: str
    rate: Decimal | None
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Payment:
    """Money received against an invoice."""

    day: date
    reference: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class InvoicePaper:
    """An invoice, or a credit note when ``applies_to`` names the invoice that it lowers.

    ``terms`` is a stored code (``prepaid``, ``collect``, ``third_party``);
    ``facts`` are further pairs of a bilingual caption and a value, in their order.
    """

    number: str
    issued_on: date
    due_on: date
    currency: str
    bill_to: Sequence[str]
    shipper: Sequence[str]
    consignee: Sequence[str]
    autopro_number: str
    terms: str
    lines: Sequence[BilledLine]
    subtotal: Decimal
    taxes: Sequence[BilledTax]
    total: Decimal
    payments: Sequence[Payment] = ()
    disputed: Decimal = Decimal(0)
    applies_to: str = ""
    facts: Sequence[tuple[str, str]] = ()
    is_void: bool = False
    """The supplier took it back."""

    @property
    def due(self) -> Decimal:
        """What is still to be paid."""
        if self.is_void:
            return Decimal(0)
        return self.total - sum((payment.amount for payment in self.payments), Decimal(0))


@dataclass(frozen=True, slots=True)
class StatementRow:
    """An open invoice; ``balance`` of a credit note is negative."""

    number: str
    autopro_number: str
    issued_on: date
    due_on: date
    total: Decimal
    balance: Decimal
    disputed: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class StatementPart:
    """The open invoices of one currency and their sums by days past the due date.

    ``aging``: not yet due, 1 to 30, 31 to 60, 61 to 90 and more than 90 days.
    """

    currency: str
    rows: Sequence[StatementRow]
    aging: tuple[Decimal, Decimal, Decimal, Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class StatementPaper:
    """What a customer owes on a day, each currency by itself."""

    customer_number: str
    day: date
    bill_to: Sequence[str]
    parts: Sequence[StatementPart]
