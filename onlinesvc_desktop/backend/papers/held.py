# SPDX-License-Identifier: MIT
"""Where services keep papers of shipments: each says how to list and open its own, and the documents show them all."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.store.contents import pieces_of
from onlinesvc_desktop.contract.documents import DocumentKind

_CHUNK = 500
"""Shipments asked for in one statement."""


class PaperStream(msgspec.Struct, frozen=True):
    """A file that goes out piece by piece; ``read`` returns the bytes from one place to another, both included."""

    size: int
    media_type: str
    name: str
    tag: str
    """The same for the same content, and for no other."""
    read: Callable[[int, int], Iterable[bytes]]


def stream_of(content: bytes, media_type: str, name: str, tag: str) -> PaperStream:
    """Return a small file as a stream."""

    def read(first: int, last: int) -> Iterator[bytes]:
        yield content[first : last + 1]

    return PaperStream(len(content), media_type, name, tag, read)


def kept_stream(context: Context, digest: bytes, size: int, media_type: str, name: str) -> PaperStream:
    """Return a content of the store as a stream."""
    return PaperStream(
        size, media_type, name, digest.hex(), lambda first, last: pieces_of(context.database, digest, first, last)
    )


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document as the service that keeps it knows it; ``owner`` is the one customer who sees it, None each party."""

    row: int
    shipment_id: int
    kind: DocumentKind
    name: str
    media_type: str
    added_at: datetime
    captured_at: datetime | None = None
    size: int | None = None
    pages: int | None = None
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """A service's papers. Its ``prefix`` stands before the row in the id of a document and is never changed."""

    prefix: str
    listed: Callable[[Connection, Mapping[int, str]], Iterable[HeldDocument]]
    """Of shipments, by row and autopro number; the oldest first."""
    found: Callable[[Connection, int], HeldDocument | None]
    opened: Callable[[Context, int, str], PaperStream]
    """Of a row that was found, under the name that it shall have."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Rows that are papers: the query for all of them, what tells them apart, of which shipment each is, and what it is."""

    every: Select[Any]
    row: ColumnElement[int]
    shipment: ColumnElement[Any]
    """The shipment's row, or its autopro number with ``by_number``."""
    held: Callable[[Row[Any]], HeldDocument]
    by_number: bool = False

    def listed(self, connection: Connection, numbers: Mapping[int, str]) -> Iterator[HeldDocument]:
        """Yield the papers of shipments, the oldest first."""
        wanted: list[Any] = sorted(numbers.values()) if self.by_number else sorted(numbers)
        for start in range(0, len(wanted), _CHUNK):
            chosen = self.every.where(self.shipment.in_(wanted[start : start + _CHUNK])).order_by(self.row)
            for row in connection.execute(chosen):
                yield self.held(row)

    def found(self, connection: Connection, row_id: int) -> HeldDocument | None:
        """Return a paper by its row."""
        row = connection.execute(self.every.where(self.row == row_id)).first()
        return None if row is None else self.held(row)

    def source(self, prefix: str, opened: Callable[[Context, int, str], PaperStream]) -> DocumentSource:
        """Return it as a source of documents."""
        return DocumentSource(prefix, self.listed, self.found, opened)
