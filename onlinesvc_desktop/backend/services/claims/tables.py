# SPDX-License-Identifier: MIT
"""Claims, their steps, and their files; ``store/contents.py`` keeps what is in those."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text

from onlinesvc_desktop.backend.store.tables.metadata import BigKey, metadata

claims = Table(
    "claims",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("number", String(10), nullable=False, unique=True),
    Column("customer_id", ForeignKey("customers.id")),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False, index=True),
    Column("shipment_id", ForeignKey("shipments.id"), nullable=False, index=True),
    Column("state", String(20), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("language", String(2), nullable=False),
    Column("submitted_at", BigInteger, nullable=False),
    Column("details", Text, nullable=False),
    Column("outlook", Text, nullable=False),
    Column("asked", Text, nullable=False),
    Column("is_late", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("offered_cents", BigInteger),
    Column("payment_reference", Text, nullable=False),
    Index("ix_claims_customer_id", "customer_id", "id"),
)

claim_steps = Table(
    "claim_steps",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), nullable=False, index=True),
    Column("state", String(20), nullable=False),
    Column("door", String(12), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id")),
    Column("reason", Text, nullable=False),
    Column("offered_cents", BigInteger),
    Column("payment_reference", Text, nullable=False),
)

claim_files = Table(
    "claim_files",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), nullable=False, index=True),
    Column("digest", ForeignKey("contents.digest"), nullable=False, index=True),
    Column("paper", String(24), nullable=False),
    Column("name", Text, nullable=False),
    Column("added_at", BigInteger, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False),
)
