# SPDX-License-Identifier: MIT
"""Invoices that files of the carrier told, with what is known of their shipments."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, select

from onlinesvc_desktop.backend.intake.records import ShipmentRecord
from onlinesvc_desktop.backend.rules.invoice import office_day
from onlinesvc_desktop.backend.store.invoices import InvoiceDetails, NewInvoice, Put, put_invoices
from onlinesvc_desktop.backend.store.tables.invoices import invoices
from onlinesvc_desktop.backend.store.tables.shipments import parties, shipment_references
from onlinesvc_desktop.contract.invoices import InvoiceLine, InvoiceTax
from onlinesvc_desktop.contract.shipment import ReferenceType

_GRAMS_PER_POUND = Decimal("453.59237")
_NET = timedelta(days=30)
"""Where a file names no terms."""
_ENDS = ("bill_to", "shipper", "consignee")
Told = tuple[Mapping[str, Any], ShipmentRecord]
"""A shipment as it stands, and the record that holds an invoice of it."""


def put_told_invoices(connection: Connection, told: Sequence[Told], now: datetime) -> list[Put]:
    """Keep the invoices of records whose shipments stand; the payer is the shipment's."""
    if not told:
        return []
    ends = {shipment[f"{name}_id"] for shipment, _ in told for name in _ENDS}
    payers = {row.id: row for row in connection.execute(select(parties).where(parties.c.id.in_(sorted(ends))))}
    references = _references(connection, sorted({shipment["id"] for shipment, _ in told}))
    numbers = {record.invoice.number or record.autopro_number for _, record in told if record.invoice is not None}
    columns = (invoices.c.number, invoices.c.autopro_number)
    standing = {
        row.number: row.autopro_number
        for row in connection.execute(select(*columns).where(invoices.c.number.in_(sorted(numbers))))
    }
    made = []
    for shipment, record in told:
        number = _number(standing, record)
        made.append(_invoice(number, shipment, record, payers, references[shipment["id"]], now))
    return put_invoices(connection, made)


def _invoice(
    number: str,
    shipment: Mapping[str, Any],
    record: ShipmentRecord,
    payers: Mapping[int, Row[Any]],
    references: Mapping[ReferenceType, str],
    now: datetime,
) -> NewInvoice:
    told = record.invoice
    assert told is not None
    payer, shipper, consignee = (payers[shipment[f"{name}_id"]] for name in _ENDS)
    day = told.invoice_date or office_day(now)
    due = told.due_date if told.due_date is not None and told.due_date >= day else day + _NET
    grams = shipment["weight_g"]
    return NewInvoice(
        number=number,
        customer_id=payer.customer_id,
        autopro_number=record.autopro_number,
        invoice_date=day,
        due_date=due,
        currency=told.currency,
        total=told.total,
        is_void=told.is_void,
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
    )


def _number(standing: dict[str, str], record: ShipmentRecord) -> str:
    """Return the invoice's number; one that stands at another shipment already is told apart by the shipment's."""
    told, autopro = record.invoice, record.autopro_number
    number = autopro if told is None else told.number or autopro
    return number if standing.setdefault(number, autopro) == autopro else f"{number[:11]}-{autopro}"


def _references(connection: Connection, shipment_ids: Sequence[int]) -> defaultdict[int, dict[ReferenceType, str]]:
    found = defaultdict[int, dict[ReferenceType, str]](dict)
    wanted = shipment_references.c.shipment_id.in_(shipment_ids)
    for row in connection.execute(select(shipment_references).where(wanted)):
        found[row.shipment_id][ReferenceType(row.type)] = row.value
    return found


def _written(cents: int) -> str:
    return f"{Decimal(cents) / 100:.2f}"
