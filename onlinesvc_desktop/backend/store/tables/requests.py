# SPDX-License-Identifier: MIT
"""Requests that an administrator decides."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from onlinesvc_desktop.backend.store.tables.metadata import metadata

access_requests = Table(
    "access_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reference", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("submitted_at", BigInteger, nullable=False),
    Column("company", Text, nullable=False),
    Column("first_name", Text, nullable=False),
    Column("last_name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("telephone", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("address1", Text, nullable=False),
    Column("city", Text, nullable=False),
    Column("province", String(2), nullable=False),
    Column("postal_code", String(16), nullable=False),
    Column("customer_number", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("decided_at", BigInteger),
    Column("decided_by_id", ForeignKey("access_codes.id")),
    Column("decision_reason", Text),
    Column("access_code_id", ForeignKey("access_codes.id")),
    UniqueConstraint("reference"),
    Index("ix_access_requests_state", "state", "id"),
)

password_help_requests = Table(
    "password_help_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reference", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("submitted_at", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("company", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("decided_at", BigInteger),
    Column("decided_by_id", ForeignKey("access_codes.id")),
    Column("decision_reason", Text),
    Column("access_code_id", ForeignKey("access_codes.id")),
    UniqueConstraint("reference"),
    Index("ix_password_help_requests_state", "state", "id"),
)
