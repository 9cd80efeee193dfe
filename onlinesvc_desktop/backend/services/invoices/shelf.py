# SPDX-License-Identifier: MIT
"""Invoices among the documents of their shipments; only whoever pays them, and has the right, sees them."""

import hashlib
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import Row, Select, select

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.papers.held import HeldDocument, PaperStream, Shelf, stream_of
from onlinesvc_desktop.backend.rules.invoice import office_day
from onlinesvc_desktop.backend.services.invoices.papers import drawn
from onlinesvc_desktop.backend.services.invoices.store import find_invoice
from onlinesvc_desktop.backend.store.tables.invoices import invoices
from onlinesvc_desktop.backend.store.tables.shipments import shipments
from onlinesvc_desktop.contract.documents import DocumentKind

_NOBODY = 0
_INVOICES: Select[Any] = select(
    invoices.c.id,
    invoices.c.number,
    invoices.c.customer_id,
    invoices.c.invoice_date,
    shipments.c.id.label("shipment_id"),
).join(shipments, shipments.c.autopro_number == invoices.c.autopro_number)


def _opened(context: Context, row_id: int, name: str) -> PaperStream:
    """Draw the invoice as it stands now: payments and credits are on it."""
    with context.database.read() as connection:
        number = connection.execute(select(invoices.c.number).where(invoices.c.id == row_id)).scalar_one()
        invoice = find_invoice(connection, None, number, office_day(context.clock()))
    assert invoice is not None
    content = drawn(context, invoice)
    return stream_of(content, "application/pdf", name, hashlib.sha256(content).hexdigest())


def _held(row: Row[Any]) -> HeldDocument:
    return HeldDocument(
        row=row.id,
        shipment_id=row.shipment_id,
        kind=DocumentKind.INVOICE,
        name=row.number,
        media_type="application/pdf",
        added_at=datetime.combine(row.invoice_date, time(), UTC),
        owner=row.customer_id or _NOBODY,
    )


INVOICE_PAPERS = Shelf(_INVOICES, invoices.c.id, invoices.c.autopro_number, _held, by_number=True).source("i", _opened)
