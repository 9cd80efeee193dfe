# SPDX-License-Identifier: MIT
"""Take files of invoices and of payments in: every row by itself, the wrong ones with their reason (shipping.md 6)."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.problems import field_error
from onlinesvc_desktop.backend.intake.tables.delimited import delimited_rows
from onlinesvc_desktop.backend.intake.tables.rows import TableError
from onlinesvc_desktop.backend.services.invoices.store import held_invoice
from onlinesvc_desktop.backend.store.customers import customer_id_of
from onlinesvc_desktop.backend.store.invoices import (
    InvoiceDetails,
    NewInvoice,
    Put,
    put_invoice,
    put_payment,
)
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.csv_text import plain_text
from onlinesvc_desktop.contract.invoice_desk import InvoiceFileResult, RejectedRow, RowFault
from onlinesvc_desktop.contract.invoices import INVOICE_NUMBER_PATTERN, InvoiceLine, InvoiceTax

_MOST_NAMED = 500
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
_LONGEST = 120


class _RowError(Exception):
    def __init__(self, column: str, fault: RowFault, value: str = "") -> None:
        super().__init__(column)
        self.column, self.fault, self.value = column, fault, value


Row = Mapping[str, str]


def take_invoices(connection: Connection, content: bytes, preview: bool) -> InvoiceFileResult:
    """Take invoices in; a row that cannot be one is named and the others are taken.

    Raises:
        ApiError: the file holds no rows, not the columns that are needed, or one of them twice.
    """
    known: dict[str, int | None] = {}

    def customer_of(number: str) -> int | None:
        if number not in known:
            known[number] = customer_id_of(connection, number)
        return known[number]

    def take(row: Row) -> Put:
        return put_invoice(connection, _invoice(row, customer_of))

    return _each(connection, content, ("invoice_no", "customer_no", "total"), preview, take)


def take_payments(connection: Connection, content: bytes, preview: bool) -> InvoiceFileResult:
    """Take payments and credits in; one that is known changes nothing.

    Raises:
        ApiError: the file holds no rows, not the columns that are needed, or one of them twice.
    """

    def take(row: Row) -> Put:
        number = _number(row, "invoice_no")
        held = held_invoice(connection, number)
        if held is None:
            raise _RowError("invoice_no", RowFault.UNKNOWN_INVOICE, number)
        currency = row.get("currency", "").upper()
        if currency and currency != held.currency:
            raise _RowError("currency", RowFault.OTHER_CURRENCY, currency)
        kind = row.get("kind", "").casefold()
        if kind not in ("", "payment", "credit"):
            raise _RowError("kind", RowFault.MALFORMED, kind)
        paid_on = _day(row, "paid_on")
        amount = _cents(row, "amount")
        payment = (held.id, paid_on, amount, _text(row, "reference")[:60], kind == "credit")
        return Put.ADDED if put_payment(connection, *payment) else Put.UNCHANGED

    return _each(connection, content, ("invoice_no", "paid_on", "amount"), preview, take)


def _each(
    connection: Connection, content: bytes, needed: tuple[str, ...], preview: bool, take: Callable[[Row], Put]
) -> InvoiceFileResult:
    """Take every row; a preview takes them too, since one may rest on another, and then takes all of it back."""
    trial = connection.begin_nested()
    counts = dict.fromkeys(Put, 0)
    rejected: list[RejectedRow] = []
    count = 0
    for line, row in _rows(content, needed):
        try:
            counts[take(row)] += 1
        except _RowError as error:
            count += 1
            if len(rejected) < _MOST_NAMED:
                rejected.append(RejectedRow(line, error.column, error.fault, plain_text(error.value)[:_LONGEST]))
    if preview:
        trial.rollback()
    else:
        trial.commit()
    return InvoiceFileResult(
        taken=not preview,
        added=counts[Put.ADDED],
        changed=counts[Put.CHANGED],
        unchanged=counts[Put.UNCHANGED],
        rejected=tuple(rejected),
        rejected_count=count,
    )


def _rows(content: bytes, needed: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
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


def _invoice(row: Row, customer_of: Callable[[str], int | None]) -> NewInvoice:
    number, total = _number(row, "invoice_no"), _cents(row, "total", may_be_negative=True)
    customer_number = _text(row, "customer_no")
    customer = customer_of(customer_number)
    if customer is None:
        raise _RowError("customer_no", RowFault.UNKNOWN_CUSTOMER, customer_number)
    lines, taxes = _lines(row), _taxes(row)
    amounts = [line.amount for line in lines] + [tax.amount for tax in taxes]
    told = sum(map(Decimal, amounts), Decimal(0))
    if lines and int(told * 100) != total:
        raise _RowError("total", RowFault.TOTAL_DIFFERS, row["total"])
    before_tax = Decimal(total) / 100 - sum((Decimal(tax.amount) for tax in taxes), Decimal(0))
    invoice_date = _day(row, "invoice_date")
    due = _day(row, "due_date") if row.get("due_date") else invoice_date
    if due < invoice_date:
        raise _RowError("due_date", RowFault.MALFORMED, row["due_date"])
    currency = row.get("currency", "").upper() or "CAD"
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise _RowError("currency", RowFault.MALFORMED, currency)
    pieces = row.get("pieces", "")
    if pieces and not re.fullmatch(r"[0-9]{1,7}", pieces):
        raise _RowError("pieces", RowFault.MALFORMED, pieces)
    return NewInvoice(
        number=number,
        customer_id=customer,
        autopro_number=_text(row, "pro")[:18],
        invoice_date=invoice_date,
        due_date=due,
        currency=currency,
        total=total,
        details=InvoiceDetails(
            lines=lines or (InvoiceLine("freight", f"{before_tax:.2f}"),),
            taxes=taxes,
            shipped_on=_day(row, "pickup_date") if row.get("pickup_date") else None,
            delivered_on=_day(row, "delivery_date") if row.get("delivery_date") else None,
            pieces=int(pieces) if pieces else None,
            actual_weight_lb=_weight(row, "actual_weight_lb"),
            billed_weight_lb=_weight(row, "billed_weight_lb"),
            **{ours: _text(row, theirs) for theirs, ours in _TEXTS.items()},
        ),
    )


def _lines(row: Row) -> tuple[InvoiceLine, ...]:
    lines = []
    for column, code, sign in (("gross", "freight", 1), ("discount", "discount", -1), ("fuel", "fuel", 1)):
        if row.get(column):
            cents = _cents(row, column, may_be_negative=True)
            if cents:
                lines.append(InvoiceLine(code, _written(-abs(cents) if sign < 0 else cents)))
    for column, cell in row.items():
        if column.startswith("accessorial") and cell:
            found = _ACCESSORIAL.fullmatch(cell)
            if found is None:
                raise _RowError(column, RowFault.MALFORMED, cell)
            lines.append(InvoiceLine(found[1].upper(), _written(_amount(found[2], column, True))))
    return tuple(lines)


def _taxes(row: Row) -> tuple[InvoiceTax, ...]:
    taxes = []
    for code in ("gst", "hst", "qst"):
        if row.get(code):
            cents = _cents(row, code, may_be_negative=True)
            if cents:
                taxes.append(InvoiceTax(code, _written(cents)))
    return tuple(taxes)


def _written(cents: int) -> str:
    return f"{Decimal(cents) / 100:.2f}"


def _number(row: Row, column: str) -> str:
    number = row.get(column, "")
    if not number:
        raise _RowError(column, RowFault.MISSING)
    if not _NUMBER.fullmatch(number):
        raise _RowError(column, RowFault.MALFORMED, number)
    return number


def _text(row: Row, column: str) -> str:
    return row.get(column, "")[:_LONGEST]


def _day(row: Row, column: str) -> date:
    value = row.get(column, "")
    if not value:
        raise _RowError(column, RowFault.MISSING)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise _RowError(column, RowFault.MALFORMED, value) from None
    if not 1990 <= day.year <= 2100:
        raise _RowError(column, RowFault.MALFORMED, value)
    return day


def _weight(row: Row, column: str) -> str:
    value = row.get(column, "")
    if value and not _WEIGHT.fullmatch(value):
        raise _RowError(column, RowFault.MALFORMED, value)
    return value


def _cents(row: Row, column: str, may_be_negative: bool = False) -> int:
    value = row.get(column, "")
    if not value:
        raise _RowError(column, RowFault.MISSING)
    return _amount(value, column, may_be_negative)


def _amount(text: str, column: str, may_be_negative: bool) -> int:
    plain = text.replace("$", "").replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    if not _AMOUNT.fullmatch(plain):
        raise _RowError(column, RowFault.MALFORMED, text)
    try:
        cents = int(Decimal(plain.replace(",", ".")) * 100)
    except InvalidOperation:
        raise _RowError(column, RowFault.MALFORMED, text) from None
    if abs(cents) > _MOST_CENTS or (cents <= 0 and not may_be_negative):
        raise _RowError(column, RowFault.MALFORMED, text)
    return cents
