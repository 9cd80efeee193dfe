# SPDX-License-Identifier: MIT
"""An invoice as a row of an export: the columns of shipping.md 6 under the names by which files bring them in."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract.csv_text import Cell
from onlinesvc_desktop.contract.invoices import Invoice

_ACCESSORIALS: Final = 8
"""Columns of accessorials; the last holds whatever is left, a semicolon between."""
_OWN: Final = ("freight", "minimum", "discount", "fuel")
HEADINGS: Final = (
    *("invoice_no", "pro", "bol", "po", "invoice_date", "pickup_date", "delivery_date", "due_date", "days_past_due"),
    *("shipper", "shipper_postal", "consignee", "consignee_postal", "bill_to", "terms", "pieces"),
    *("actual_weight_lb", "billed_weight_lb", "class", "gross", "discount", "fuel"),
    *(f"accessorial_{number}" for number in range(1, _ACCESSORIALS + 1)),
    *("gst", "hst", "qst", "total", "balance", "disputed", "currency", "status", "applies_to"),
    *("quote_id", "quoted_total", "variance", "variance_cause"),
)


def row_of(invoice: Invoice) -> list[Cell]:
    """Return the cells under ``HEADINGS``; amounts as decimals, days as days, states and causes as their codes."""
    taxes = _sums((tax.code, tax.amount) for tax in invoice.taxes)
    lines = _sums((line.code, line.amount) for line in invoice.lines)
    gross = [lines[code] for code in ("freight", "minimum") if code in lines]
    others = [f"{code}={amount}" for code, amount in lines.items() if code not in _OWN]
    kept, rest = others[: _ACCESSORIALS - 1], others[_ACCESSORIALS - 1 :]
    accessorials = [*kept, "; ".join(rest)] if rest else kept
    return [
        *(invoice.invoice_number, invoice.autopro_number, invoice.bol_number, invoice.purchase_order),
        *(invoice.invoice_date, _told(invoice.shipped_on), _told(invoice.delivered_on), invoice.due_date),
        *(invoice.days_past_due, invoice.shipper, invoice.shipper_postal_code, invoice.consignee),
        *(invoice.consignee_postal_code, invoice.bill_to, invoice.terms, _told(invoice.pieces)),
        *(_decimal(invoice.actual_weight_lb), _decimal(invoice.billed_weight_lb), invoice.freight_class),
        *(sum(gross, Decimal(0)) if gross else None, lines.get("discount"), lines.get("fuel")),
        *accessorials,
        *(None for _ in range(_ACCESSORIALS - len(accessorials))),
        *(taxes.get("gst"), taxes.get("hst"), taxes.get("qst")),
        *(Decimal(invoice.total), Decimal(invoice.balance), Decimal(invoice.disputed), invoice.currency),
        *(invoice.state.value, invoice.applies_to, invoice.quote_number, _decimal(invoice.quoted)),
        *(_decimal(invoice.variance), "" if invoice.variance_cause is UNSET else invoice.variance_cause.value),
    ]


def _sums(pairs: Iterable[tuple[str, str]]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for code, amount in pairs:
        found[code] = found.get(code, Decimal(0)) + Decimal(amount)
    return found


def _told(value: date | int | UnsetType) -> Cell:
    return None if isinstance(value, UnsetType) else value


def _decimal(value: str | UnsetType) -> Decimal | None:
    return None if isinstance(value, UnsetType) or not value else Decimal(value)
