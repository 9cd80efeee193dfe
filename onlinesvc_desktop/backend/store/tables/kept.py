# SPDX-License-Identifier: MIT
"""What clerks keep for the next time: addresses, goods, templates."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from onlinesvc_desktop.backend.store.tables.metadata import metadata

kept_books = Table(
    "kept_books",
    metadata,
    Column("book", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), primary_key=True),
    Column("change", BigInteger, nullable=False),
)
"""The number of the last change of a kind in a book: whoever writes holds the row, so that numbers appear in their order.

A book is that of a customer, or by a negative number that of an access code without one.
"""

kept_entries = Table(
    "kept_entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("book", Integer, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False, index=True),
    Column("shared", Boolean, nullable=False),
    Column("code", Text),
    Column("match_key", Text),
    Column("folded", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("change", BigInteger, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("changed_by", String(32), nullable=False),
    Column("removed", Boolean, nullable=False),
    Index("ix_kept_entries_change", "kind", "book", "change"),
    Index("ix_kept_entries_match_key", "kind", "book", "match_key"),
    Index("ix_kept_entries_code", "kind", "book", "code", unique=True),
)
"""``body`` is the message as JSON, ``folded`` what a search looks at; ``code`` is folded, null where none need be unique."""
