# SPDX-License-Identifier: MIT
"""Queries on invoices."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import msgspec
from msgspec import UNSET
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select, tuple_

from onlinesvc_desktop.backend.rules.invoice import cause_of_variance, days_past_due
from onlinesvc_desktop.backend.services.invoices.disputes import disputes_of, money
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.invoice_words import search_invoices
from onlinesvc_desktop.backend.store.invoices import InvoiceDetails
from onlinesvc_desktop.backend.store.search import Search
from onlinesvc_desktop.backend.store.tables.accounts import customers
from onlinesvc_desktop.backend.store.tables.invoices import invoice_payments, invoice_sums, invoices
from onlinesvc_desktop.backend.store.tables.rates import rate_quotes
from onlinesvc_desktop.contract.invoices import (
    Bucket,
    Chosen,
    CurrencyAging,
    Invoice,
    InvoiceQuery,
    InvoiceState,
    InvoiceSummary,
    Owed,
    Payment,
)
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.rate_quote import RateQuote, number_and_letter

_ITEMS: Select[Any] = select(invoices, customers.c.name.label("customer")).outerjoin(
    customers, customers.c.id == invoices.c.customer_id
)
_AT_ONCE = 500
_LAST_DAYS = ((Bucket.CURRENT, 0), (Bucket.DAYS_1_30, 30), (Bucket.DAYS_31_60, 60), (Bucket.DAYS_61_90, 90))


def list_invoices(
    connection: Connection, customer_id: int | None, query: InvoiceQuery, search: Search, today: date
) -> list[Invoice]:
    """Return a customer's invoices that fit, or everybody's for None, the newest first."""
    statement = _ITEMS if customer_id is None else _ITEMS.where(invoices.c.customer_id == customer_id)
    match query.state:
        case Chosen.OPEN:
            statement = statement.where(invoices.c.is_open)
        case Chosen.PAST_DUE:
            statement = statement.where(*_past_due(today))
        case Chosen.DISPUTED:
            statement = statement.where(invoices.c.state == InvoiceState.DISPUTED.value)
        case Chosen.PAID:
            statement = statement.where(invoices.c.is_open.is_(False), invoices.c.state != InvoiceState.VOID.value)
        case Chosen.VOID:
            statement = statement.where(invoices.c.state == InvoiceState.VOID.value)
    if query.currency:
        statement = statement.where(invoices.c.currency == query.currency.upper())
    if query.bucket is not UNSET:
        statement = statement.where(invoices.c.is_open, _within(query.bucket, today))
    rows = search_invoices(connection, statement, customer_id, search)
    items = _items(connection, rows, today)
    if not query.whole:
        return items
    return [_beside_its_quote(connection, _with_lines(item, row)) for item, row in zip(items, rows, strict=True)]


def _with_lines(item: Invoice, row: Row[Any]) -> Invoice:
    details = _details(row)
    return msgspec.structs.replace(item, lines=details.lines, taxes=details.taxes)


def _past_due(today: date) -> tuple[ColumnElement[bool], ...]:
    """Return what makes an invoice past due; a credit that is not used up is owed to the customer, never late."""
    return invoices.c.is_open, invoices.c.due_date < today, invoices.c.balance_cents > 0


def _within(bucket: Bucket, today: date) -> ColumnElement[bool]:
    """Return what holds for invoices with a balance of one bucket; a credit is never past due."""
    due, owed = invoices.c.due_date, invoices.c.balance_cents > 0
    latest: date | None = None
    for one, last in _LAST_DAYS:
        earliest = today - timedelta(days=last)
        if one is bucket:
            return or_(~owed, due >= earliest) if latest is None else and_(owed, due >= earliest, due < latest)
        latest = earliest
    return and_(owed, due < today - timedelta(days=_LAST_DAYS[-1][1]))


def find_invoice(connection: Connection, customer_id: int | None, number: str, today: date) -> Invoice | None:
    """Return an invoice with everything that belongs to it; of anyone, for None."""
    statement = _ITEMS.where(invoices.c.number == number)
    if customer_id is not None:
        statement = statement.where(invoices.c.customer_id == customer_id)
    row = connection.execute(statement).first()
    if row is None:
        return None
    details = _details(row)
    payments = connection.execute(
        select(invoice_payments)
        .where(invoice_payments.c.invoice_id == row.id)
        .order_by(invoice_payments.c.paid_on, invoice_payments.c.id)
    )
    (item,) = _items(connection, [row], today)
    whole = msgspec.structs.replace(
        item,
        lines=details.lines,
        taxes=details.taxes,
        payments=tuple(Payment(one.paid_on, money(one.amount_cents), one.reference, one.is_credit) for one in payments),
        disputes=disputes_of(connection, customer_id, row.id),
    )
    return _beside_its_quote(connection, whole)


def _beside_its_quote(connection: Connection, invoice: Invoice) -> Invoice:
    named = number_and_letter(invoice.quote_number) if invoice.quote_number else None
    if named is None:
        return invoice
    content = connection.execute(select(rate_quotes.c.content).where(rate_quotes.c.number == named[0])).scalar()
    if content is None:
        return invoice
    quote = from_json(content, RateQuote)
    option = next((one for one in quote.options if one.letter == named[1]), None)
    quoted = Decimal(quote.total if option is None else option.total)
    variance = Decimal(invoice.total) - quoted
    if not variance:
        return msgspec.structs.replace(invoice, quoted=f"{quoted:.2f}", variance="0.00")
    cause = cause_of_variance(
        None if invoice.billed_weight_lb is UNSET else Decimal(invoice.billed_weight_lb),
        Decimal(quote.rated_weight_lb),
        invoice.freight_class,
        quote.freight_class if isinstance(quote.freight_class, str) else "",
        [line.code for line in invoice.lines],
        [line.code for line in quote.lines],
    )
    return msgspec.structs.replace(invoice, quoted=f"{quoted:.2f}", variance=f"{variance:.2f}", variance_cause=cause)


def summary_of(connection: Connection, customer_id: int, today: date) -> InvoiceSummary:
    """Return what a customer owes, by currency and days past due; a credit counts as not due and lowers the sum."""
    found: dict[str, dict[int, tuple[int, int, int]]] = {}
    for row in connection.execute(select(invoice_sums).where(invoice_sums.c.customer_id == customer_id)):
        late = (today - row.due_date).days
        rank = next((at for at, (_, last) in enumerate(_LAST_DAYS) if late <= last), len(_LAST_DAYS))
        ranks = found.setdefault(row.currency, {})
        owed = (row.owed_count, row.owed_cents, row.disputed_cents)
        for at, more in ((rank, owed), (0, (row.credit_count, row.credit_cents, 0))):
            count, cents, disputed = ranks.get(at, (0, 0, 0))
            ranks[at] = (count + int(more[0]), cents + int(more[1]), disputed + int(more[2]))
    return InvoiceSummary(today, tuple(_aging(currency, found[currency]) for currency in sorted(found)))


def _aging(currency: str, by_rank: dict[int, tuple[int, int, int]]) -> CurrencyAging:
    buckets = tuple(
        Owed(bucket, money(by_rank.get(at, (0, 0, 0))[1]), by_rank.get(at, (0, 0, 0))[0]) for at, bucket in enumerate(Bucket)
    )
    total = sum(owed for _, owed, _ in by_rank.values())
    current = by_rank.get(0, (0, 0, 0))[1]
    disputed = sum(one[2] for one in by_rank.values())
    return CurrencyAging(currency, money(total), money(total - current), money(disputed), buckets)


def open_invoices(database: Database, customer_id: int, today: date) -> Iterator[Invoice]:
    """Yield everything that is open, the oldest due first, as a statement lists it; a few are held at a time."""
    order = (invoices.c.due_date, invoices.c.id)
    statement = _ITEMS.where(invoices.c.customer_id == customer_id, invoices.c.is_open).order_by(*order).limit(_AT_ONCE)
    rows: Sequence[Row[Any]] = ()
    while True:
        after = statement if not rows else statement.where(tuple_(*order) > (rows[-1].due_date, rows[-1].id))
        with database.read() as connection:
            rows = connection.execute(after).all()
            items = _items(connection, rows, today)
        yield from items
        if len(rows) < _AT_ONCE:
            return


def count_past_due(connection: Connection, customer_id: int, today: date) -> int:
    """Return how many invoices of a customer are past due, as the list of them has them."""
    late = (invoice_sums.c.customer_id == customer_id, invoice_sums.c.due_date < today)
    statement = select(func.coalesce(func.sum(invoice_sums.c.owed_count), 0)).where(*late)
    return int(connection.execute(statement).scalar_one())


def held_invoice(connection: Connection, number: str, customer_id: int | None = None) -> Any:
    """Return what is owed of an invoice, held until the transaction ends; of anyone, for None."""
    columns = (
        *(invoices.c.id, invoices.c.currency, invoices.c.balance_cents, invoices.c.disputed_cents),
        *(invoices.c.details, invoices.c.state),
    )
    statement = select(*columns).where(invoices.c.number == number)
    if customer_id is not None:
        statement = statement.where(invoices.c.customer_id == customer_id)
    return connection.execute(statement.with_for_update()).first()


def codes_of(row: Row[Any]) -> set[str]:
    """Return the codes of the charges and taxes of an invoice."""
    details = _details(row)
    return {one.code for one in details.lines} | {one.code for one in details.taxes}


def _items(connection: Connection, rows: Sequence[Row[Any]], today: date) -> list[Invoice]:
    """Return invoices without the quotes that somebody else than their payer was given."""
    items = [_item(row, today) for row in rows]
    named = {found[0] for one in items if one.quote_number and (found := number_and_letter(one.quote_number))}
    if not named:
        return items
    columns = (rate_quotes.c.number, rate_quotes.c.customer_id)
    found_quotes = connection.execute(select(*columns).where(rate_quotes.c.number.in_(sorted(named))))
    owners = {row.number: row.customer_id for row in found_quotes}

    def is_own(item: Invoice, row: Row[Any]) -> bool:
        found = number_and_letter(item.quote_number)
        return found is None or owners.get(found[0], row.customer_id) == row.customer_id

    return [
        item if is_own(item, row) else msgspec.structs.replace(item, quote_number="")
        for item, row in zip(items, rows, strict=True)
    ]


def _details(row: Row[Any]) -> InvoiceDetails:
    return from_json(row.details, InvoiceDetails)


def _item(row: Row[Any], today: date) -> Invoice:
    details = _details(row)
    taxes = sum((Decimal(tax.amount) for tax in details.taxes), Decimal(0))
    return Invoice(
        id=row.id,
        invoice_number=row.number,
        state=InvoiceState(row.state),
        invoice_date=row.invoice_date,
        due_date=row.due_date,
        days_past_due=days_past_due(row.due_date, row.balance_cents > 0, today),
        currency=row.currency,
        subtotal=f"{Decimal(row.total_cents) / 100 - taxes:.2f}",
        total=money(row.total_cents),
        balance=money(row.balance_cents),
        disputed=money(row.disputed_cents),
        autopro_number=row.autopro_number,
        bol_number=details.bol_number,
        purchase_order=details.purchase_order,
        applies_to=details.applies_to,
        terms=details.terms,
        bill_to=details.bill_to or row.customer or "",
        shipper=details.shipper,
        shipper_postal_code=details.shipper_postal_code,
        consignee=details.consignee,
        consignee_postal_code=details.consignee_postal_code,
        shipped_on=details.shipped_on or UNSET,
        delivered_on=details.delivered_on or UNSET,
        pieces=UNSET if details.pieces is None else details.pieces,
        actual_weight_lb=details.actual_weight_lb or UNSET,
        billed_weight_lb=details.billed_weight_lb or UNSET,
        freight_class=details.freight_class,
        quote_number=details.quote_number,
    )
