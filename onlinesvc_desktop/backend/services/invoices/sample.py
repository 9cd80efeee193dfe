# SPDX-License-Identifier: MIT
"""Invoices of the sample: those of each customer's newest shipments; some paid, some late, one disputed."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, select

from onlinesvc_desktop.backend.rules.invoice import office_day, taxes_of
from onlinesvc_desktop.backend.services.invoices.disputes import add_dispute
from onlinesvc_desktop.backend.services.invoices.store import held_invoice
from onlinesvc_desktop.backend.store.accounts import Account, find_account
from onlinesvc_desktop.backend.store.invoices import InvoiceDetails, NewInvoice, put_invoice, put_payment
from onlinesvc_desktop.backend.store.tables.shipments import customer_shipments, events, parties, shipments
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.invoices import DisputeReason, DisputeRequest, InvoiceLine

_LOOKED_AT, _EVERY = 150, 5
NET = timedelta(days=15)
_GRAMS_PER_POUND = Decimal("453.59237")
_SHIPPER, _CONSIGNEE = parties.alias("shipper"), parties.alias("consignee")
_NEWEST = (
    select(shipments, events.c.occurred_at, _SHIPPER.c.name.label("from_name"), _SHIPPER.c.postal_code.label("from_code"))
    .add_columns(_CONSIGNEE.c.name.label("to_name"), _CONSIGNEE.c.postal_code.label("to_code"))
    .join(customer_shipments, customer_shipments.c.shipment_id == shipments.c.id)
    .join(parties, parties.c.id == shipments.c.bill_to_id)
    .join(_SHIPPER, _SHIPPER.c.id == shipments.c.shipper_id)
    .join(_CONSIGNEE, _CONSIGNEE.c.id == shipments.c.consignee_id)
    .join(events, (events.c.shipment_id == shipments.c.id) & (events.c.sequence == 1))
    .where(shipments.c.currency.is_not(None))
    .order_by(shipments.c.id.desc())
    .limit(_LOOKED_AT)
)
"""Shipments with charges and who pays them, the newest first."""


def write_invoices(connection: Connection, access_codes: Sequence[str], as_of: datetime) -> None:
    """Write the invoices of each customer that somebody signs in for; the same for the same sample."""
    for account in paying_accounts(connection, access_codes):
        for at, row in enumerate(paid_by(connection, account)[::_EVERY]):
            _write(connection, account, row, at, as_of)


def paying_accounts(connection: Connection, access_codes: Sequence[str]) -> Iterator[Account]:
    """Yield the first access code of each customer."""
    done = set[int]()
    for code in access_codes:
        account = find_account(connection, code)
        if account is not None and account.customer_id is not None and account.customer_id not in done:
            done.add(account.customer_id)
            yield account


def _write(connection: Connection, account: Account, row: Row[Any], at: int, as_of: datetime) -> None:
    subtotal = row.freight_cents + row.fuel_cents + row.accessorial_cents
    day = min(from_seconds(row.occurred_at).date() + timedelta(days=1), office_day(as_of))
    told = (("freight", row.freight_cents), ("fuel", row.fuel_cents), ("APT", row.accessorial_cents))
    lines = tuple(InvoiceLine(code, written(cents)) for code, cents in told if cents)
    number = f"F{row.autopro_number}"
    made = invoice_of(account, row, number, lines, subtotal, row.tax_cents)
    put_invoice(connection, msgspec.structs.replace(made, invoice_date=day, due_date=day + NET, currency=row.currency))
    held = held_invoice(connection, number)
    paid_on, reference = day + timedelta(days=9), f"EFT {20_000 + at}"
    is_past = paid_on <= office_day(as_of)
    if is_past and at % 3 == 1:
        put_payment(connection, held.id, paid_on, held.balance_cents, reference, is_credit=False)
    elif is_past and at % 7 == 3:
        put_payment(connection, held.id, paid_on, held.balance_cents // 2, reference, is_credit=False)
    elif at == 2:
        amount = written(max(100, held.balance_cents // 5))
        asked = DisputeRequest(DisputeReason.WEIGHT, amount, "The packing slip says less than was billed.")
        add_dispute(connection, held.id, asked, account.id, account.language, as_of - timedelta(hours=20))


def paid_by(connection: Connection, account: Account, *narrowed: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """Return the shipments with charges that a customer pays, the newest first."""
    own = customer_shipments.c.customer_id == account.customer_id, parties.c.customer_id == account.customer_id
    return connection.execute(_NEWEST.where(*own, *narrowed)).all()


def invoice_of(
    account: Account, row: Row[Any], number: str, lines: tuple[InvoiceLine, ...], subtotal: int, tax: int
) -> NewInvoice:
    """Return an invoice of a shipment in Canadian dollars, made the day after it was picked up."""
    day = from_seconds(row.occurred_at).date()
    return NewInvoice(
        number=number,
        customer_id=account.customer_id,
        autopro_number=row.autopro_number,
        invoice_date=day + timedelta(days=1),
        due_date=day + timedelta(days=1) + NET,
        currency="CAD",
        total=subtotal + tax,
        details=InvoiceDetails(
            lines=lines,
            taxes=taxes_of(subtotal, tax),
            terms="prepaid",
            bill_to=account.customer_name or "",
            shipper=row.from_name,
            shipper_postal_code=row.from_code,
            consignee=row.to_name,
            consignee_postal_code=row.to_code,
            shipped_on=day,
            pieces=row.pieces,
            billed_weight_lb=f"{Decimal(row.weight_g) / _GRAMS_PER_POUND:.0f}",
        ),
    )


def written(cents: int) -> str:
    """Return cents as an amount on the wire."""
    return f"{Decimal(cents) / 100:.2f}"
