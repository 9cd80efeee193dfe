# SPDX-License-Identifier: MIT
"""Rows of documents, and whose shipments a number stands for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from mmap import mmap
from typing import Any

from msgspec import UNSET, UnsetType
from sqlalchemy import Connection, Row, Select, delete, insert, select

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.papers.held import DocumentSource, HeldDocument, PaperStream, Shelf, kept_stream
from onlinesvc_desktop.backend.services.documents.tables import documents
from onlinesvc_desktop.backend.store import shipments as shipment_store
from onlinesvc_desktop.backend.store.contents import keep_content
from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.shipments import ShipmentRow
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.tables.contents import contents
from onlinesvc_desktop.backend.store.tables.shipments import customer_shipments, shipment_references, shipments
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.documents import AddedDocument, Document, DocumentKind
from onlinesvc_desktop.contract.shipment import ReferenceType

_CHUNK = 500
_MOST_OF_ONE = 20
"""Shipments that one number of a search stands for at most, the newest."""
_EVERY: Select[Any] = (
    select(
        documents,
        contents.c.media_type,
        contents.c.size,
        shipments.c.autopro_number,
        access_codes.c.code,
    )
    .join(contents, contents.c.digest == documents.c.digest)
    .join(shipments, shipments.c.id == documents.c.shipment_id)
    .outerjoin(access_codes, access_codes.c.id == documents.c.access_code_id)
)


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of a file beside its content."""

    kind: DocumentKind
    name: str
    media_type: str
    pages: int | None
    captured_at: datetime | None = None


def add_document(
    connection: Connection,
    shipment: ShipmentRow,
    facts: DocumentFacts,
    content: bytes | mmap,
    by: int | None,
    now: datetime,
) -> tuple[AddedDocument, bool]:
    """Add a document and tell whether it is new; the same content for the same shipment and kind is one document."""
    digest = keep_content(connection, content, facts.media_type)
    same = _EVERY.where(
        documents.c.shipment_id == shipment.id, documents.c.kind == facts.kind.value, documents.c.digest == digest
    )
    if (earlier := connection.execute(same).first()) is not None:
        return _added(earlier), False
    at = facts.captured_at
    offset = None if at is None else at.utcoffset()
    row_id = connection.execute(
        insert(documents)
        .values(
            shipment_id=shipment.id,
            kind=facts.kind.value,
            digest=digest,
            name=facts.name,
            pages=facts.pages,
            captured_at=None if at is None else to_seconds(at),
            captured_offset=None if offset is None else int(offset.total_seconds()) // 60,
            added_at=to_seconds(now),
            access_code_id=by,
        )
        .returning(documents.c.id)
    ).scalar_one()
    return _added(connection.execute(_EVERY.where(documents.c.id == row_id)).one()), True


def list_added(connection: Connection, kind: DocumentKind | UnsetType, search: Search) -> list[AddedDocument]:
    """Return documents that contain every word, the newest first."""
    statement = _EVERY if kind is UNSET else _EVERY.where(documents.c.kind == kind.value)

    def text_of(row: Row[Any]) -> str:
        return f"{row.autopro_number} {row.name} {row.code or ''}"

    return [_added(row) for row in search_rows(connection, statement, documents.c.id, text_of, search)]


def remove_document(connection: Connection, row_id: int) -> AddedDocument | None:
    """Remove a document and return what it was; its content goes later, when nothing refers to it."""
    row = connection.execute(_EVERY.where(documents.c.id == row_id)).first()
    if row is None:
        return None
    connection.execute(delete(documents).where(documents.c.id == row_id))
    return _added(row)


def own_matches(connection: Connection, customer_id: int | None, values: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Return the rows of a customer's shipments that each number stands for, the newest first; of anyone's, for None."""
    if customer_id is None:
        every = shipment_store.match_references(connection, ReferenceType.ANY, values)
        return {value: ids[:_MOST_OF_ONE] for value, ids in every.items()}
    found: defaultdict[str, set[int]] = defaultdict(set)
    own = customer_shipments.c.customer_id == customer_id
    for start in range(0, len(values), _CHUNK):
        chunk = values[start : start + _CHUNK]
        by_number = (
            select(shipments.c.autopro_number, shipments.c.id)
            .join(customer_shipments, customer_shipments.c.shipment_id == shipments.c.id)
            .where(shipments.c.autopro_number.in_(chunk), own)
        )
        by_reference = (
            select(shipment_references.c.value, shipment_references.c.shipment_id)
            .join(customer_shipments, customer_shipments.c.shipment_id == shipment_references.c.shipment_id)
            .where(shipment_references.c.value.in_(chunk), own)
        )
        for statement in (by_number, by_reference):
            for value, row_id in connection.execute(statement):
                found[value].add(row_id)
    return {value: tuple(sorted(ids, reverse=True)[:_MOST_OF_ONE]) for value, ids in found.items()}


def _captured(row: Row[Any]) -> datetime | None:
    return None if row.captured_at is None else from_seconds(row.captured_at, row.captured_offset or 0)


def _held(row: Row[Any]) -> HeldDocument:
    return HeldDocument(
        row=row.id,
        shipment_id=row.shipment_id,
        kind=DocumentKind(row.kind),
        name=row.name,
        media_type=row.media_type,
        added_at=from_seconds(row.added_at),
        captured_at=_captured(row),
        size=row.size,
        pages=row.pages,
    )


def message_of(source: DocumentSource, held: HeldDocument, autopro: str) -> Document:
    """Return a document as it is listed."""
    return Document(
        id=f"{source.prefix}{held.row}",
        kind=held.kind,
        autopro_number=autopro,
        name=held.name,
        media_type=held.media_type,
        added_at=held.added_at,
        captured_at=UNSET if held.captured_at is None else held.captured_at,
        size=UNSET if held.size is None else held.size,
        page_count=UNSET if held.pages is None else held.pages,
    )


def _added(row: Row[Any]) -> AddedDocument:
    return AddedDocument(row.id, message_of(ADDED, _held(row), row.autopro_number), row.code or "")


def _opened(context: Context, row_id: int, name: str) -> PaperStream:
    with context.database.read() as connection:
        row = connection.execute(_EVERY.where(documents.c.id == row_id)).one()
    return kept_stream(context, row.digest, row.size, row.media_type, name)


ADDED = Shelf(_EVERY, documents.c.id, documents.c.shipment_id, _held).source("", _opened)
