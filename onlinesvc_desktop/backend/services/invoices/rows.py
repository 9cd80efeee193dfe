# SPDX-License-Identifier: MIT
"""Rows of files of invoices and of payments: what each says, or which column of it is wrong and why (shipping.md 6)."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from onlinesvc_desktop.backend.api.problems import field_error
from onlinesvc_desktop.backend.intake.tables.delimited import delimited_rows
from onlinesvc_desktop.backend.intake.tables.rows import TableError
from onlinesvc_desktop.backend.store.invoices import InvoiceDetails, NewInvoice
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.csv_text import plain_text
from onlinesvc_desktop.contract.invoice_desk import RowFault
from onlinesvc_desktop.contract.invoices import INVOICE_NUMBER_PATTERN, InvoiceLine, InvoiceState, InvoiceTax

_MOST_CENTS = 10**12
_NUMBER = re.compile(INVOICE_NUMBER_PATTERN)
_AMOUNT = re.compile(r"-?[0-9]{1,10}([.,][0-9]{1,2})?")
_ACCESSORIAL = re.compile(r"([A-Za-z0-9]{1,8})\s*=\s*(.+)")
_WEIGHT = re.compile(r"[0-9]{1,7}(\.[0-9]{1,4})?")
_TEXTS = {
    "bol": "bol_number",
    "po": "purchase_order",
    "applies_to": "applies_to",
    "terms": "terms",
    "bill_to": "bill_to",
    "shipper": "shipper",
    "shipper_postal": "shipper_postal_code",
    "consignee": "consignee",
    "consignee_postal": "consignee_postal_code",
    "class": "freight_class",
    "quote_id": "quote_number",
}
LONGEST = 120
_STATES = frozenset(state.value for state in InvoiceState if state is not InvoiceState.OTHER)


class RowError(Exception):
    """A row that is not taken: its column, the fault and what stands there."""

    def __init__(self, column: str, fault: RowFault, value: str = "") -> None:
        super().__init__(column)
        self.column, self.fault, self.value = column, fault, value


Row = Mapping[str, str]


def rows_of(content: bytes, needed: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    """Yield each row with its line in the file, by the headings of its columns.

    Raises:
        ApiError: the file holds no rows, not the columns that are needed, or one of them twice.
    """
    headings: list[str] | None = None
    try:
        for row in delimited_rows(io.BytesIO(content)):
            cells = [plain_text(cell).strip() for cell in row.cells]
            if not any(cells):
                continue
            if headings is None:
                headings = [re.sub(r"[\s-]+", "_", cell.casefold()) for cell in cells]
                missing = [name for name in needed if name not in headings]
                if missing:
                    raise field_error("/content", FieldCode.UNKNOWN, columns=", ".join(missing))
                twice = sorted({name for name in headings if name and headings.count(name) > 1})
                if twice:
                    raise field_error("/content", FieldCode.TAKEN, columns=", ".join(twice))
                continue
            yield row.line, dict(zip(headings, cells, strict=False))
    except TableError as error:
        raise field_error("/content", FieldCode.MALFORMED) from error


def invoice_in(row: Row, customer_of: Callable[[str], int | None]) -> NewInvoice:
    """Return the invoice of a row.

    Raises:
        RowError: the row is none.
    """
    number, total = number_in(row, "invoice_no"), cents_in(row, "total", may_be_negative=True)
    customer_number = text_in(row, "customer_no")
    customer = customer_of(customer_number)
    if customer is None:
        raise RowError("customer_no", RowFault.UNKNOWN_CUSTOMER, customer_number)
    lines, taxes = _lines(row), _taxes(row)
    amounts = [line.amount for line in lines] + [tax.amount for tax in taxes]
    told = sum(map(Decimal, amounts), Decimal(0))
    if lines and int(told * 100) != total:
        raise RowError("total", RowFault.TOTAL_DIFFERS, row["total"])
    before_tax = Decimal(total) / 100 - sum((Decimal(tax.amount) for tax in taxes), Decimal(0))
    invoice_date = day_in(row, "invoice_date")
    due = day_in(row, "due_date") if row.get("due_date") else invoice_date
    if due < invoice_date:
        raise RowError("due_date", RowFault.MALFORMED, row["due_date"])
    currency = row.get("currency", "").upper() or "CAD"
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise RowError("currency", RowFault.MALFORMED, currency)
    pieces = row.get("pieces", "")
    if pieces and not re.fullmatch(r"[0-9]{1,7}", pieces):
        raise RowError("pieces", RowFault.MALFORMED, pieces)
    return NewInvoice(
        number=number,
        customer_id=customer,
        autopro_number=text_in(row, "pro")[:18],
        invoice_date=invoice_date,
        due_date=due,
        currency=currency,
        total=total,
        is_void=_is_void(row),
        details=InvoiceDetails(
            lines=lines or (InvoiceLine("freight", f"{before_tax:.2f}"),),
            taxes=taxes,
            shipped_on=day_in(row, "pickup_date") if row.get("pickup_date") else None,
            delivered_on=day_in(row, "delivery_date") if row.get("delivery_date") else None,
            pieces=int(pieces) if pieces else None,
            actual_weight_lb=_weight(row, "actual_weight_lb"),
            billed_weight_lb=_weight(row, "billed_weight_lb"),
            **{ours: text_in(row, theirs) for theirs, ours in _TEXTS.items()},
        ),
    )


def _is_void(row: Row) -> bool:
    """Tell whether a row takes its invoice back; every other state follows from what was paid and disputed."""
    state = row.get("status", "").casefold()
    if state and state not in _STATES:
        raise RowError("status", RowFault.MALFORMED, row["status"])
    return state == InvoiceState.VOID.value


def _lines(row: Row) -> tuple[InvoiceLine, ...]:
    lines = []
    for column, code, sign in (("gross", "freight", 1), ("discount", "discount", -1), ("fuel", "fuel", 1)):
        if row.get(column):
            cents = cents_in(row, column, may_be_negative=True)
            if cents:
                lines.append(InvoiceLine(code, _written(-abs(cents) if sign < 0 else cents)))
    for column, cell in row.items():
        if column.startswith("accessorial") and cell:
            found = _ACCESSORIAL.fullmatch(cell)
            if found is None:
                raise RowError(column, RowFault.MALFORMED, cell)
            lines.append(InvoiceLine(found[1].upper(), _written(_amount(found[2], column, True))))
    return tuple(lines)


def _taxes(row: Row) -> tuple[InvoiceTax, ...]:
    taxes = []
    for code in ("gst", "hst", "qst"):
        if row.get(code):
            cents = cents_in(row, code, may_be_negative=True)
            if cents:
                taxes.append(InvoiceTax(code, _written(cents)))
    return tuple(taxes)


def _written(cents: int) -> str:
    return f"{Decimal(cents) / 100:.2f}"


def number_in(row: Row, column: str) -> str:
    """Return the number in a column.

    Raises:
        RowError: it is missing or malformed.
    """
    number = row.get(column, "")
    if not number:
        raise RowError(column, RowFault.MISSING)
    if not _NUMBER.fullmatch(number):
        raise RowError(column, RowFault.MALFORMED, number)
    return number


def text_in(row: Row, column: str) -> str:
    """Return the text in a column, cut where it is too long."""
    return row.get(column, "")[:LONGEST]


def day_in(row: Row, column: str) -> date:
    """Return the day in a column.

    Raises:
        RowError: it is missing or malformed.
    """
    value = row.get(column, "")
    if not value:
        raise RowError(column, RowFault.MISSING)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise RowError(column, RowFault.MALFORMED, value) from None
    if not 1990 <= day.year <= 2100:
        raise RowError(column, RowFault.MALFORMED, value)
    return day


def _weight(row: Row, column: str) -> str:
    value = row.get(column, "")
    if value and not _WEIGHT.fullmatch(value):
        raise RowError(column, RowFault.MALFORMED, value)
    return value


def cents_in(row: Row, column: str, may_be_negative: bool = False) -> int:
    """Return the amount in a column.

    Raises:
        RowError: it is missing or malformed.
    """
    value = row.get(column, "")
    if not value:
        raise RowError(column, RowFault.MISSING)
    return _amount(value, column, may_be_negative)


def _amount(text: str, column: str, may_be_negative: bool) -> int:
    plain = text.replace("$", "").replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    if not _AMOUNT.fullmatch(plain):
        raise RowError(column, RowFault.MALFORMED, text)
    try:
        cents = int(Decimal(plain.replace(",", ".")) * 100)
    except InvalidOperation:
        raise RowError(column, RowFault.MALFORMED, text) from None
    if abs(cents) > _MOST_CENTS or (cents <= 0 and not may_be_negative):
        raise RowError(column, RowFault.MALFORMED, text)
    return cents
