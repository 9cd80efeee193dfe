# SPDX-License-Identifier: MIT
"""Where services keep papers of shipments: each says how to list and open its own, and the documents show them all."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.store.contents import pieces_of
from onlinesvc_desktop.contract.documents import DocumentKind


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
