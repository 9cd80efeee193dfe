# SPDX-License-Identifier: MIT
"""Tariffs as they were taken in, and the quotes made of them; neither ever changes."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from onlinesvc_desktop.backend.store.tables.metadata import BigKey, metadata

tariffs = Table(
    "tariffs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("effective_on", String(10), nullable=False, index=True),
    Column("taken_at", BigInteger, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id")),
    Column("content", LargeBinary, nullable=False),
    UniqueConstraint("name", "effective_on"),
)
"""``content`` is the tariff as JSON. Of several with one day, the one taken in last prices."""

rate_quotes = Table(
    "rate_quotes",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("number", String(10), nullable=False),
    Column("customer_id", ForeignKey("customers.id")),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False, index=True),
    Column("tariff_id", ForeignKey("tariffs.id"), nullable=False, index=True),
    Column("made_at", BigInteger, nullable=False),
    Column("places", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    UniqueConstraint("number"),
    Index("ix_rate_quotes_customer_id", "customer_id", "id"),
)
"""``content`` is the whole quote as JSON, ``places`` what a search looks through besides the number."""
