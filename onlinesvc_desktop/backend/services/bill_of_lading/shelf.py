# SPDX-License-Identifier: MIT
"""Issued bills among the documents of their shipments, as they were first made."""

import hashlib
from typing import Any

from sqlalchemy import Row, Select, select

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.papers.held import HeldDocument, PaperStream, Shelf, stream_of
from onlinesvc_desktop.backend.services.bill_of_lading.papers import USUAL_COPIES, document
from onlinesvc_desktop.backend.services.bill_of_lading.tables import bills_of_lading
from onlinesvc_desktop.backend.store.tables.shipments import shipments
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.documents import DocumentKind

_BILLS: Select[Any] = (
    select(
        bills_of_lading.c.id,
        bills_of_lading.c.bol_number,
        bills_of_lading.c.carrier,
        bills_of_lading.c.issued_at,
        shipments.c.id.label("shipment_id"),
    )
    .join(shipments, shipments.c.autopro_number == bills_of_lading.c.autopro_number)
    .where(bills_of_lading.c.cancelled_at.is_(None))
)


def _opened(context: Context, row_id: int, name: str) -> PaperStream:
    with context.database.read() as connection:
        row = connection.execute(_BILLS.where(bills_of_lading.c.id == row_id)).one()
    content = document(context, row.id, row.bol_number, row.carrier, USUAL_COPIES).content
    return stream_of(content, "application/pdf", name, hashlib.sha256(content).hexdigest())


def _held(row: Row[Any]) -> HeldDocument:
    return HeldDocument(
        row=row.id,
        shipment_id=row.shipment_id,
        kind=DocumentKind.BILL_OF_LADING,
        name=row.bol_number,
        media_type="application/pdf",
        added_at=from_seconds(row.issued_at),
    )


ISSUED_BILLS = Shelf(_BILLS, bills_of_lading.c.id, bills_of_lading.c.autopro_number, _held, by_number=True).source(
    "b", _opened
)
