# SPDX-License-Identifier: MIT
"""Take files of invoices and of payments in, in batches that hold the database for a moment each (shipping.md 6).

Every row stands by itself, so a file that was interrupted is sent again: what went in is known already, the rest goes in.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from onlinesvc_desktop.backend.services.invoices.rows import (
    LONGEST,
    Row,
    RowError,
    cents_in,
    day_in,
    invoice_in,
    number_in,
    rows_of,
    text_in,
)
from onlinesvc_desktop.backend.store.customers import customer_ids_of
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.intake import as_only_writer
from onlinesvc_desktop.backend.store.invoices import (
    InvoiceRow,
    NewInvoice,
    NewPayment,
    Put,
    foresee_invoices,
    foresee_payments,
    invoices_by_number,
    put_invoices,
    put_payments,
)
from onlinesvc_desktop.contract.csv_text import plain_text
from onlinesvc_desktop.contract.invoice_desk import InvoiceFileResult, RejectedRow, RowFault

BATCH = 200
_MOST_NAMED = 500
_LONGEST_REFERENCE = 60
Told = TypeVar("Told")


def take_invoices(database: Database, content: bytes, preview: bool) -> InvoiceFileResult:
    """Take invoices in; a row that cannot be one is named and the others are taken. A preview writes nothing.

    Raises:
        ApiError: the file holds no rows, not the columns that are needed, or one of them twice.
    """

    def read(connection: Connection, rows: Sequence[Row]) -> list[NewInvoice | RowError]:
        customers = customer_ids_of(connection, {text_in(row, "customer_no") for row in rows})
        return [_told(partial(invoice_in, customer_of=customers.get), row) for row in rows]

    foresee = partial(foresee_invoices, stands={})
    return _each(
        database, content, ("invoice_no", "customer_no", "total"), read, foresee if preview else put_invoices, preview
    )


def take_payments(database: Database, content: bytes, preview: bool) -> InvoiceFileResult:
    """Take payments and credits in; one that is known changes nothing. A preview writes nothing.

    Raises:
        ApiError: the file holds no rows, not the columns that are needed, or one of them twice.
    """

    def read(connection: Connection, rows: Sequence[Row]) -> list[NewPayment | RowError]:
        stand = invoices_by_number(connection, {row.get("invoice_no", "") for row in rows})
        return [_told(partial(_payment, stand=stand), row) for row in rows]

    foresee = partial(foresee_payments, known=set())
    return _each(database, content, ("invoice_no", "paid_on", "amount"), read, foresee if preview else put_payments, preview)


def _payment(row: Row, stand: Mapping[str, InvoiceRow]) -> NewPayment:
    number = number_in(row, "invoice_no")
    found = stand.get(number)
    if found is None:
        raise RowError("invoice_no", RowFault.UNKNOWN_INVOICE, number)
    currency = row.get("currency", "").upper()
    if currency and currency != found.currency:
        raise RowError("currency", RowFault.OTHER_CURRENCY, currency)
    kind = row.get("kind", "").casefold()
    if kind not in ("", "payment", "credit"):
        raise RowError("kind", RowFault.MALFORMED, kind)
    paid_on, cents = day_in(row, "paid_on"), cents_in(row, "amount")
    return NewPayment(found.id, paid_on, cents, text_in(row, "reference")[:_LONGEST_REFERENCE], kind == "credit")


def _told(read: Callable[[Row], Told], row: Row) -> Told | RowError:
    try:
        return read(row)
    except RowError as error:
        return error


def _each(
    database: Database,
    content: bytes,
    needed: tuple[str, ...],
    read: Callable[[Connection, Sequence[Row]], list[Told | RowError]],
    put: Callable[[Connection, Sequence[Told]], list[Put]],
    preview: bool,
) -> InvoiceFileResult:
    counts, rejected, rejected_count = dict.fromkeys(Put, 0), list[RejectedRow](), 0
    rows = list(rows_of(content, needed))
    for first in range(0, len(rows), BATCH):
        batch = rows[first : first + BATCH]
        # Read outside of the transaction: meanwhile others write.
        with database.read() as connection:
            told = read(connection, [row for _, row in batch])
        with database.read() if preview else database.write() as connection:
            if not preview:
                as_only_writer(connection)
            for outcome in put(connection, [one for one in told if not isinstance(one, RowError)]):
                counts[outcome] += 1
        for (line, _), one in zip(batch, told, strict=True):
            if isinstance(one, RowError):
                rejected_count += 1
                if len(rejected) < _MOST_NAMED:
                    rejected.append(RejectedRow(line, one.column, one.fault, plain_text(one.value)[:LONGEST]))
    return InvoiceFileResult(
        taken=not preview,
        added=counts[Put.ADDED],
        changed=counts[Put.CHANGED],
        unchanged=counts[Put.UNCHANGED],
        rejected=tuple(rejected),
        rejected_count=rejected_count,
    )
