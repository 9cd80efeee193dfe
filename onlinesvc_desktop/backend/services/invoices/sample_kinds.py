# SPDX-License-Identifier: MIT
"""Further invoices of the sample: a credit note, a void one, one in US dollars, one that was weighed again."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from onlinesvc_desktop.backend.rules.invoice import office_day, taxes_of
from onlinesvc_desktop.backend.services.invoices.sample import invoice_of, paid_by, paying_accounts, written
from onlinesvc_desktop.backend.store.accounts import Account
from onlinesvc_desktop.backend.store.invoices import NewInvoice, put_invoice
from onlinesvc_desktop.backend.store.quotes import QuoteOwner, add_quote
from onlinesvc_desktop.backend.store.tables.rates import tariffs
from onlinesvc_desktop.backend.store.tables.shipments import places, shipments
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.invoices import InvoiceLine
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.rate_quote import (
    QuotedPoint,
    QuotedTariff,
    QuoteLine,
    QuoteOption,
    QuoteTax,
    RateQuote,
    RateQuoteRequest,
)
from onlinesvc_desktop.contract.tariff import ServiceLevel

_FIRST_QUOTE = 700_000_000
_FUEL = Decimal("38.50")
"""Percent of the freight."""
_MORE_THAN_SAID = Decimal("1.12")
"""As the weight and inspection papers of the sample have it."""
_GRAMS_PER_POUND = Decimal("453.59237")
_QUOTED_BEFORE = timedelta(days=2)
_VALID = timedelta(days=30)


def write_kinds(connection: Connection, access_codes: Sequence[str], inspected: Mapping[int, int], as_of: datetime) -> None:
    """Write one of each kind for each customer, after all other invoices.

    ``inspected`` names for a customer the shipment with a weight and inspection paper.
    """
    for account in paying_accounts(connection, access_codes):
        paid = paid_by(connection, account)
        if len(paid) > 1:
            _credit_note(connection, account, paid[0], as_of)
        if len(paid) > 2:
            put_invoice(
                connection, _told(account, paid[1], f"V{paid[1].autopro_number}", paid[1].freight_cents, is_void=True)
            )
            put_invoice(connection, _told(account, paid[2], f"U{paid[2].autopro_number}", paid[2].freight_cents, "USD"))
        found = inspected.get(account.customer_id or 0)
        row = None if found is None else next(iter(paid_by(connection, account, shipments.c.id == found)), None)
        if row is not None:
            _reweighed(connection, account, row)


def _credit_note(connection: Connection, account: Account, row: Row[Any], as_of: datetime) -> None:
    """Write a tenth of an invoice back; it lowers what is owed."""
    credit = _told(account, row, f"C{row.autopro_number}", -(row.freight_cents // 10))
    details = msgspec.structs.replace(credit.details, applies_to=f"F{row.autopro_number}")
    day = office_day(as_of)
    put_invoice(connection, msgspec.structs.replace(credit, invoice_date=day, due_date=day, details=details))


def _told(
    account: Account, row: Row[Any], number: str, freight: int, currency: str = "CAD", is_void: bool = False
) -> NewInvoice:
    """Return an invoice of freight and fuel, taxed as its shipment is; none in another currency."""
    fuel = _rounded(Decimal(freight) * _FUEL / 100)
    tax = _tax(row, freight + fuel) if currency == "CAD" else 0
    lines = (InvoiceLine("freight", written(freight)), InvoiceLine("fuel", written(fuel)))
    made = invoice_of(account, row, number, lines, freight + fuel, tax)
    return msgspec.structs.replace(made, currency=currency, is_void=is_void)


def _reweighed(connection: Connection, account: Account, row: Row[Any]) -> None:
    """Write an invoice of the weight that was found, and before it the quote of the weight that was stated."""
    found = (Decimal(row.weight_g) / _GRAMS_PER_POUND).quantize(Decimal(1))
    said = (found / _MORE_THAN_SAID).quantize(Decimal(1))
    rate = (Decimal(row.freight_cents) / found).quantize(Decimal("0.01"))
    number = f"Q{_FIRST_QUOTE + (account.customer_id or 0)}"
    _quote(connection, account, row, said, rate, number)
    told = _told(account, row, f"R{row.autopro_number}", _rounded(rate * found))
    basis = f"{found} lb @ {rate}/cwt >= 0 lb"
    freight, fuel = told.details.lines
    lines = (msgspec.structs.replace(freight, basis=basis), msgspec.structs.replace(fuel, basis=f"{_FUEL} %"))
    details = msgspec.structs.replace(told.details, lines=lines, actual_weight_lb=f"{said}", quote_number=number)
    put_invoice(connection, msgspec.structs.replace(told, details=details))


def _quote(connection: Connection, account: Account, row: Row[Any], said: Decimal, rate: Decimal, number: str) -> None:
    tariff = connection.execute(select(tariffs).order_by(tariffs.c.id.desc()).limit(1)).one()
    day = from_seconds(row.occurred_at).date()
    freight = _rounded(rate * said)
    fuel = _rounded(Decimal(freight) * _FUEL / 100)
    tax = _tax(row, freight + fuel)
    total = written(freight + fuel + tax)
    asked = {
        "origin": {"postal_code": row.from_code},
        "destination": {"postal_code": row.to_code},
        "ship_date": day.isoformat(),
        "terms": "prepaid",
        "handling_units": [
            {"count": 1, "type": "SKD", "weight": f"{said}", "weight_unit": "lb", "dimension_unit": "in"},
        ],
    }
    quote = RateQuote(
        number=number,
        made_at=from_seconds(row.occurred_at) - _QUOTED_BEFORE,
        made_by=account.code,
        origin=QuotedPoint(*_place(connection, row.origin_id), row.from_code),
        destination=QuotedPoint(*_place(connection, row.destination_id), row.to_code),
        pickup_date=day,
        service_days=2,
        request=from_values(asked, RateQuoteRequest),
        currency="CAD",
        actual_weight_lb=f"{said}",
        cubed_weight_lb="0",
        rated_weight_lb=f"{said}",
        deficit=False,
        volume_ft3="0",
        measured=False,
        lines=(
            QuoteLine("freight", f"{said} lb @ {rate}/cwt >= 0 lb", written(freight)),
            QuoteLine("fuel", f"{_FUEL} % {(day - timedelta(days=day.weekday())).isoformat()}", written(fuel)),
        ),
        subtotal=written(freight + fuel),
        taxes=tuple(QuoteTax(one.code, one.rate, one.amount) for one in taxes_of(freight + fuel, tax)),
        total=total,
        options=(QuoteOption("A", ServiceLevel.STANDARD, total),),
        tariff=QuotedTariff(tariff.name, datetime.fromisoformat(tariff.effective_on).date()),
        valid_until=day + _VALID,
    )
    add_quote(connection, quote, QuoteOwner(account.customer_id, account.id), tariff.id, quote.made_at)


def _place(connection: Connection, place_id: int) -> tuple[str, str]:
    row = connection.execute(select(places.c.city, places.c.province).where(places.c.id == place_id)).one()
    return row.city, row.province


def _tax(row: Row[Any], subtotal: int) -> int:
    before = row.freight_cents + row.fuel_cents + row.accessorial_cents
    return _rounded(Decimal(row.tax_cents) * subtotal / before) if before else 0


def _rounded(cents: Decimal) -> int:
    return int(cents.quantize(Decimal(1), ROUND_HALF_UP))
