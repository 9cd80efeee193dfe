# SPDX-License-Identifier: MIT
"""Customers, their access codes and sessions, what is remembered of passwords and of requests."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from onlinesvc_desktop.backend.store.tables.metadata import BigKey, metadata

customers = Table(
    "customers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("address1", Text),
    Column("city", Text),
    Column("province", String(2)),
    Column("postal_code", String(16)),
    UniqueConstraint("number"),
)

company_keys = Table(
    "company_keys",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False, index=True),
    Column("requestor", String(6), nullable=False),
    Column("authorization_hash", LargeBinary(32), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    Column("twelve_hours", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("requestor"),
)
"""Pairs a customer's own program signs its XML with (domain.md 1.2); the authorization itself is not kept.
``twelve_hours``: the program reads ``<time>`` as a 12-hour clock."""

access_codes = Table(
    "access_codes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(32), nullable=False),
    Column("code_folded", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("customer_id", ForeignKey("customers.id")),
    Column("password_hash", Text, nullable=False),
    Column("password_changed_at", BigInteger, nullable=False),
    Column("password_temporary", Boolean, nullable=False),
    Column("default_email", Text),
    Column("language", String(2), nullable=False),
    Column("last_activity_at", BigInteger, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("holder", Text),
    Column("temporary_until", BigInteger),
    Column("closed_at", BigInteger),
    Column("closed_reason", String(16)),
    Column("closing_warned_at", BigInteger),
    Column("withheld_rights", String(64), nullable=False, server_default=""),
    UniqueConstraint("code_folded"),
    Index("ix_access_codes_last_activity_at", "state", "last_activity_at"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token_hash", LargeBinary(32), nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False, index=True),
    Column("workstation", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("last_used_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False, index=True),
    UniqueConstraint("token_hash"),
)

old_passwords = Table(
    "old_passwords",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False, index=True),
    Column("password_hash", Text, nullable=False),
)
"""The passwords before the present one, as many as are still refused."""

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("operation", String(40), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("request_hash", LargeBinary(32), nullable=False),
    Column("answer", LargeBinary, nullable=False),
    Column("created_at", BigInteger, nullable=False, index=True),
)

throttles = Table(
    "throttles",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("key", LargeBinary, primary_key=True),
    Column("left", Double, nullable=False),
    Column("at", Double, nullable=False, index=True),
    Column("failures", Integer, nullable=False),
)
"""Buckets by purpose and hashed key; ``at`` in seconds since 1970."""

audit = Table(
    "audit",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("at", BigInteger, nullable=False, index=True),
    Column("access_code_id", ForeignKey("access_codes.id")),
    Column("action", String(40), nullable=False),
    Column("subject", Text, nullable=False),
    Column("address", Text, nullable=False),
)
