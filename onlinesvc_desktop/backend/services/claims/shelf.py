# SPDX-License-Identifier: MIT
"""The papers of claims among the documents of their shipments; only the claimant's enterprise sees them."""

from typing import Any

from sqlalchemy import Row, Select, select

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.papers.held import HeldDocument, PaperStream, Shelf, kept_stream
from onlinesvc_desktop.backend.services.claims.tables import claim_files, claims
from onlinesvc_desktop.backend.store.tables.contents import contents
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.documents import DocumentKind

_NOBODY = 0
_FILES: Select[Any] = (
    select(claim_files, claims.c.shipment_id, claims.c.customer_id, contents.c.media_type, contents.c.size)
    .join(claims, claims.c.id == claim_files.c.claim_id)
    .join(contents, contents.c.digest == claim_files.c.digest)
)


def _opened(context: Context, row_id: int, name: str) -> PaperStream:
    with context.database.read() as connection:
        row = connection.execute(_FILES.where(claim_files.c.id == row_id)).one()
    return kept_stream(context, row.digest, row.size, row.media_type, name)


def _held(row: Row[Any]) -> HeldDocument:
    return HeldDocument(
        row=row.id,
        shipment_id=row.shipment_id,
        kind=DocumentKind.CLAIM,
        name=row.name,
        media_type=row.media_type,
        added_at=from_seconds(row.added_at),
        size=row.size,
        owner=row.customer_id or _NOBODY,
    )


CLAIM_PAPERS = Shelf(_FILES, claim_files.c.id, claims.c.shipment_id, _held).source("c", _opened)
