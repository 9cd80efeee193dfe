# SPDX-License-Identifier: MIT
"""An invoice that a file of the carrier told, with what is known of its shipment."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from onlinesvc_desktop.backend.intake.records import InvoiceRecord, ShipmentRecord
from onlinesvc_desktop.backend.rules.invoice import office_day
from onlinesvc_desktop.backend.store.invoices import InvoiceDetails, NewInvoice, Put, put_invoice
from onlinesvc_desktop.backend.store.tables.invoices import invoices
from onlinesvc_desktop.backend.store.tables.shipments import parties, shipment_references
from onlinesvc_desktop.contract.invoices import InvoiceLine, InvoiceTax
from onlinesvc_desktop.contract.shipment import ReferenceType

_GRAMS_PER_POUND = Decimal("453.59237")
_NET = timedelta(days=30)
"""Where a file names no terms."""


def put_told_invoice(connection: Connection, shipment: Mapping[str, Any], record: ShipmentRecord, now: datetime) -> Put:
    """Keep the invoice of a record whose shipment stands; the payer is the shipment's."""
    told, charges = record.invoice, record.charges
    assert told is not None
    assert charges is not None
    ends = {name: shipment[f"{name}_id"] for name in ("bill_to", "shipper", "consignee")}
    rows = {row.id: row for row in connection.execute(select(parties).where(parties.c.id.in_(set(ends.values()))))}
    payer, shipper, consignee = (rows[ends[name]] for name in ("bill_to", "shipper", "consignee"))
    day = told.invoice_date or office_day(now)
    due = told.due_date if told.due_date is not None and told.due_date >= day else day + _NET
    grams = shipment["weight_g"]
    references = _references(connection, shipment["id"])
    return put_invoice(
        connection,
        NewInvoice(
            number=_number(connection, told, record.autopro_number),
            customer_id=payer.customer_id,
            autopro_number=record.autopro_number,
            invoice_date=day,
            due_date=due,
            currency=charges.currency,
            total=told.total,
            details=InvoiceDetails(
                lines=tuple(InvoiceLine(code, _written(amount)) for code, amount in told.lines),
                taxes=tuple(InvoiceTax(code, _written(amount)) for code, amount in told.taxes),
                bol_number=references.get(ReferenceType.BILL_OF_LADING, ""),
                purchase_order=references.get(ReferenceType.PURCHASE_ORDER, ""),
                terms=told.terms,
                bill_to=payer.name,
                shipper=shipper.name,
                shipper_postal_code=shipper.postal_code,
                consignee=consignee.name,
                consignee_postal_code=consignee.postal_code,
                pieces=shipment["pieces"] or None,
                billed_weight_lb=f"{Decimal(grams) / _GRAMS_PER_POUND:.0f}" if grams else "",
            ),
        ),
    )


def _number(connection: Connection, told: InvoiceRecord, autopro: str) -> str:
    """Return the invoice's number; one that stands at another shipment already is told apart by the shipment's."""
    number = told.number or autopro
    standing = connection.execute(select(invoices.c.autopro_number).where(invoices.c.number == number)).scalar()
    return number if standing in (None, autopro) else f"{number[:11]}-{autopro}"


def _references(connection: Connection, shipment_id: int) -> dict[ReferenceType, str]:
    rows = connection.execute(select(shipment_references).where(shipment_references.c.shipment_id == shipment_id))
    return {ReferenceType(row.type): row.value for row in rows}


def _written(cents: int) -> str:
    return f"{Decimal(cents) / 100:.2f}"
