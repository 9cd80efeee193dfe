# SPDX-License-Identifier: MIT
"""Keep invoices and what lowers them. A number told again changes what is told otherwise, and nothing twice."""

from datetime import date
from enum import Enum
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, insert, select, update

from onlinesvc_desktop.backend.rules.invoice import standing
from onlinesvc_desktop.backend.store.tables.invoices import invoice_disputes, invoice_payments, invoices
from onlinesvc_desktop.contract.invoices import DisputeState, InvoiceLine, InvoiceTax


class InvoiceDetails(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What stands in an invoice beside what lists and sums need."""

    lines: tuple[InvoiceLine, ...] = ()
    taxes: tuple[InvoiceTax, ...] = ()
    bol_number: str = ""
    purchase_order: str = ""
    applies_to: str = ""
    terms: str = ""
    bill_to: str = ""
    shipper: str = ""
    shipper_postal_code: str = ""
    consignee: str = ""
    consignee_postal_code: str = ""
    shipped_on: date | None = None
    delivered_on: date | None = None
    pieces: int | None = None
    actual_weight_lb: str = ""
    billed_weight_lb: str = ""
    freight_class: str = ""
    quote_number: str = ""


class NewInvoice(msgspec.Struct, frozen=True, kw_only=True):
    """An invoice as a file tells it; the total in cents."""

    number: str
    customer_id: int | None
    autopro_number: str
    invoice_date: date
    due_date: date
    currency: str
    total: int
    details: InvoiceDetails


class Put(Enum):
    """What became of something that was told."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


def what_becomes(connection: Connection, invoice: NewInvoice) -> Put:
    """Say what putting an invoice would do."""
    row = _row(connection, invoice.number)
    if row is None:
        return Put.ADDED
    values = _values(invoice)
    return Put.UNCHANGED if all(getattr(row, name) == value for name, value in values.items()) else Put.CHANGED


def put_invoice(connection: Connection, invoice: NewInvoice) -> Put:
    """Keep an invoice; one that is known is told anew, and what was paid stays."""
    outcome = what_becomes(connection, invoice)
    if outcome is Put.UNCHANGED:
        return outcome
    values = _values(invoice)
    if outcome is Put.ADDED:
        state = standing(invoice.total, invoice.total, 0, False).value
        nothing = {"balance_cents": invoice.total, "disputed_cents": 0, "state": state, "is_open": invoice.total != 0}
        connection.execute(insert(invoices).values(number=invoice.number, **values, **nothing))
        return outcome
    connection.execute(update(invoices).where(invoices.c.number == invoice.number).values(**values))
    row = _row(connection, invoice.number)
    assert row is not None
    settle(connection, row.id)
    return outcome


def knows_payment(
    connection: Connection, invoice_id: int, paid_on: date, cents: int, reference: str, is_credit: bool
) -> bool:
    """Tell whether a payment stands already."""
    table = invoice_payments
    same = (table.c.paid_on == paid_on, table.c.amount_cents == cents, table.c.reference == reference)
    statement = select(table.c.id).where(table.c.invoice_id == invoice_id, *same, table.c.is_credit == is_credit)
    return connection.execute(statement).first() is not None


def put_payment(connection: Connection, invoice_id: int, paid_on: date, cents: int, reference: str, is_credit: bool) -> bool:
    """Lower an invoice by a payment or a credit; False for one that is known already."""
    _hold(connection, invoice_id)
    if knows_payment(connection, invoice_id, paid_on, cents, reference, is_credit):
        return False
    values = {"invoice_id": invoice_id, "paid_on": paid_on, "amount_cents": cents, "reference": reference}
    connection.execute(insert(invoice_payments).values(**values, is_credit=is_credit))
    settle(connection, invoice_id)
    return True


def settle(connection: Connection, invoice_id: int) -> None:
    """Reckon what is still owed of an invoice, what of it is disputed, and where it stands."""
    _hold(connection, invoice_id)
    paid = func.coalesce(func.sum(invoice_payments.c.amount_cents), 0)
    total = connection.execute(select(invoices.c.total_cents).where(invoices.c.id == invoice_id)).scalar_one()
    of_it = invoice_payments.c.invoice_id == invoice_id
    lowered = int(connection.execute(select(paid).where(of_it)).scalar_one())
    money = connection.execute(select(invoice_payments.c.id).where(of_it, invoice_payments.c.is_credit.is_(False))).first()
    claimed = select(func.coalesce(func.sum(invoice_disputes.c.amount_cents), 0)).where(
        invoice_disputes.c.invoice_id == invoice_id, invoice_disputes.c.state == DisputeState.SUBMITTED.value
    )
    balance = total - lowered
    disputed = min(int(connection.execute(claimed).scalar_one()), max(balance, 0))
    connection.execute(
        update(invoices)
        .where(invoices.c.id == invoice_id)
        .values(
            balance_cents=balance,
            disputed_cents=disputed,
            is_open=balance != 0,
            state=standing(total, balance, disputed, money is not None).value,
        )
    )


def _hold(connection: Connection, invoice_id: int) -> None:
    """Let nobody else reckon an invoice until the transaction ends: a payment of theirs would be missing in our sum."""
    connection.execute(select(invoices.c.id).where(invoices.c.id == invoice_id).with_for_update())


def _row(connection: Connection, number: str) -> Row[Any] | None:
    return connection.execute(select(invoices).where(invoices.c.number == number).with_for_update()).first()


def _values(invoice: NewInvoice) -> dict[str, Any]:
    return {
        "customer_id": invoice.customer_id,
        "autopro_number": invoice.autopro_number,
        "invoice_date": invoice.invoice_date,
        "due_date": invoice.due_date,
        "currency": invoice.currency,
        "total_cents": invoice.total,
        "details": msgspec.json.encode(invoice.details).decode(),
    }
