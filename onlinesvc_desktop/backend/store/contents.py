# SPDX-License-Identifier: MIT
"""Contents of files: kept once whoever adds them, read piece by piece, forgotten when nothing refers to them."""

import hashlib
from collections.abc import Iterator
from mmap import mmap

from sqlalchemy import Connection, delete, exists, insert, select

from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.tables.contents import content_pieces, contents
from onlinesvc_desktop.backend.store.tables.metadata import metadata
from onlinesvc_desktop.backend.store.upsert import upsert

PIECE_BYTES = 262_144


class ContentGoneError(Exception):
    """A content was forgotten while it was read."""


def keep_content(connection: Connection, content: bytes | mmap, media_type: str) -> bytes:
    """Keep a content, once, and return its digest; a mapped file is never held as a whole."""
    size = len(content)
    hashed = hashlib.sha256()
    for start in range(0, size, PIECE_BYTES):
        hashed.update(content[start : start + PIECE_BYTES])
    digest = hashed.digest()
    row = upsert(contents, connection.dialect.name).values(digest=digest, media_type=media_type, size=size)
    # Whoever forgets contents waits for this row, then sees that it is referred to.
    connection.execute(row.on_conflict_do_update(index_elements=["digest"], set_={"size": size}))
    first = select(content_pieces.c.number).where(content_pieces.c.digest == digest).limit(1)
    if connection.execute(first).first() is None:
        for number, start in enumerate(range(0, size, PIECE_BYTES)):
            piece = {"digest": digest, "number": number, "bytes": bytes(content[start : start + PIECE_BYTES])}
            connection.execute(insert(content_pieces).values(**piece))
    return digest


def read_content(connection: Connection, digest: bytes) -> bytes:
    """Return a content that is known to be small as a whole."""
    statement = select(content_pieces.c.bytes).where(content_pieces.c.digest == digest).order_by(content_pieces.c.number)
    return b"".join(bytes(one) for one in connection.execute(statement).scalars())


def pieces_of(database: Database, digest: bytes, first: int, last: int) -> Iterator[bytes]:
    """Return the bytes from one place to another, both included; one piece is held, and no connection between two.

    Raises:
        ContentGoneError: it was forgotten meanwhile.
    """
    for number in range(first // PIECE_BYTES, last // PIECE_BYTES + 1):
        statement = select(content_pieces.c.bytes).where(
            content_pieces.c.digest == digest, content_pieces.c.number == number
        )
        with database.read() as connection:
            piece = connection.execute(statement).scalar()
        if piece is None:
            raise ContentGoneError
        start = number * PIECE_BYTES
        yield bytes(piece)[max(0, first - start) : last - start + 1]


def forget_contents(connection: Connection) -> None:
    """Forget contents that no row of any table refers to."""
    referring = [
        key.parent
        for table in metadata.tables.values()
        if table is not content_pieces
        for key in table.foreign_keys
        if key.column is contents.c.digest
    ]
    unused = select(contents.c.digest).where(*(~exists().where(column == contents.c.digest) for column in referring))
    digests = connection.execute(unused.with_for_update() if connection.dialect.name != "sqlite" else unused).scalars().all()
    for digest in digests:
        connection.execute(delete(content_pieces).where(content_pieces.c.digest == digest))
        connection.execute(delete(contents).where(contents.c.digest == digest))
