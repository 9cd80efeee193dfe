# SPDX-License-Identifier: MIT
"""What holds for an invoice: where it stands, how long it is past due, why it differs from its quote (shipping.md 6)."""

from collections.abc import Collection
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from onlinesvc_desktop.contract.invoices import InvoiceState, InvoiceTax, VarianceCause

_OFFICE = ZoneInfo("America/Toronto")
"""Where the carrier keeps its books: a due date ends there."""
_REWEIGHED = Decimal(1)
"""Pounds; less is the rounding of kilograms."""
_GST, _QST, _ROUNDED = Decimal(5), Decimal("9.975"), Decimal("0.2")
"""Percent."""


def office_day(now: datetime) -> date:
    """Return the day at the carrier's office."""
    return now.astimezone(_OFFICE).date()


def standing(total: int, balance: int, disputed: int, has_money: bool) -> InvoiceState:
    """Return where an invoice stands, from cents; ``has_money`` when it was lowered by more than credits."""
    if disputed:
        return InvoiceState.DISPUTED
    if balance == 0:
        return InvoiceState.PAID if has_money or total == 0 else InvoiceState.CREDITED
    return InvoiceState.OPEN if balance == total else InvoiceState.PART_PAID


def days_past_due(due: date, is_owed: bool, today: date) -> int:
    """Return by how many days an invoice is late, 0 for none; a credit is never late."""
    return max(0, (today - due).days) if is_owed else 0


def cause_of_variance(
    billed_weight: Decimal | None,
    quoted_weight: Decimal | None,
    billed_class: str,
    quoted_class: str,
    billed_codes: Collection[str],
    quoted_codes: Collection[str],
) -> VarianceCause:
    """Return why an amount differs from the quote: another weight, another class, a service that was not asked for."""
    if billed_weight is not None and quoted_weight is not None and abs(billed_weight - quoted_weight) > _REWEIGHED:
        return VarianceCause.REWEIGH
    if billed_class and quoted_class and billed_class != quoted_class:
        return VarianceCause.RECLASS
    if set(billed_codes) - set(quoted_codes):
        return VarianceCause.ACCESSORIAL
    return VarianceCause.OTHER


def taxes_of(subtotal: int, tax: int) -> tuple[InvoiceTax, ...]:
    """Return the taxes that an amount in cents is made of, by its rate: GST, GST with QST, or HST (shipping.md 3.5)."""
    if not tax:
        return ()
    rate = Decimal(tax) / Decimal(subtotal) * 100 if subtotal else Decimal(0)
    if abs(rate - _GST - _QST) < _ROUNDED:
        gst = int((Decimal(subtotal) * _GST / 100).quantize(Decimal(1), ROUND_HALF_UP))
        return InvoiceTax("gst", _written(gst), str(_GST)), InvoiceTax("qst", _written(tax - gst), str(_QST))
    code = "gst" if rate < _GST + _ROUNDED else "hst"
    return (InvoiceTax(code, _written(tax), f"{rate.quantize(Decimal(1), ROUND_HALF_UP)}"),)


def _written(cents: int) -> str:
    return f"{Decimal(cents) / 100:.2f}"
