# SPDX-License-Identifier: MIT
"""Contents of files, each kept once by its SHA-256 in pieces, so that a large one is read without being held."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, String, Table

from onlinesvc_desktop.backend.store.tables.metadata import metadata

contents = Table(
    "contents",
    metadata,
    Column("digest", LargeBinary(32), primary_key=True),
    Column("media_type", String(32), nullable=False),
    Column("size", BigInteger, nullable=False),
)

content_pieces = Table(
    "content_pieces",
    metadata,
    Column("digest", ForeignKey("contents.digest"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)
