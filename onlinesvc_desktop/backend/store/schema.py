# SPDX-License-Identifier: MIT
"""Tables as they stand after the newest migration.

Instants are stored as seconds since 1970 in UTC plus the offset in minutes that the source gave; weights in grams; money in
cents. Places and parties are shared rows, so a shipment stays narrow at ten million of them.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

BigKey = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only for a plain INTEGER key."""

customers = Table(
    "customers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    UniqueConstraint("number"),
)

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
    UniqueConstraint("code_folded"),
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

places = Table(
    "places",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("city", Text, nullable=False),
    Column("province", String(2), nullable=False),
    Column("country", String(2), nullable=False),
    UniqueConstraint("city", "province", "country"),
)

parties = Table(
    "parties",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("customer_id", ForeignKey("customers.id")),
    Column("name", Text, nullable=False),
    Column("address1", Text, nullable=False),
    Column("place_id", ForeignKey("places.id"), nullable=False),
    Column("postal_code", String(16), nullable=False),
)

shipments = Table(
    "shipments",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("autopro_number", String(9), nullable=False),
    Column("origin_id", ForeignKey("places.id"), nullable=False),
    Column("destination_id", ForeignKey("places.id"), nullable=False),
    Column("shipper_id", ForeignKey("parties.id"), nullable=False),
    Column("consignee_id", ForeignKey("parties.id"), nullable=False),
    Column("bill_to_id", ForeignKey("parties.id"), nullable=False),
    Column("pieces", Integer, nullable=False),
    Column("weight_g", BigInteger, nullable=False),
    Column("estimated_delivery", Date),
    Column("status_sequence", Integer, nullable=False),
    Column("signed_by", Text),
    Column("currency", String(3)),
    Column("freight_cents", BigInteger),
    Column("fuel_cents", BigInteger),
    Column("accessorial_cents", BigInteger),
    Column("tax_cents", BigInteger),
    UniqueConstraint("autopro_number"),
)

events = Table(
    "events",
    metadata,
    Column("shipment_id", ForeignKey("shipments.id"), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("code", String(3), nullable=False),
    Column("reason", String(3), nullable=False),
    Column("occurred_at", BigInteger, nullable=False),
    Column("occurred_offset", SmallInteger, nullable=False),
    Column("reported_at", BigInteger, nullable=False),
    Column("reported_offset", SmallInteger, nullable=False),
    Column("place_id", ForeignKey("places.id"), nullable=False),
    Column("terminal", String(8)),
    sqlite_with_rowid=False,
)

shipment_references = Table(
    "shipment_references",
    metadata,
    Column("value", String(30), primary_key=True),
    Column("type", String(20), primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id"), primary_key=True),
    Index("ix_shipment_references_shipment_id", "shipment_id"),
    sqlite_with_rowid=False,
)

customer_shipments = Table(
    "customer_shipments",
    metadata,
    Column("customer_id", ForeignKey("customers.id"), primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id"), primary_key=True),
    sqlite_with_rowid=False,
)

audit = Table(
    "audit",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id")),
    Column("action", String(40), nullable=False),
    Column("subject", Text, nullable=False),
    Column("address", Text, nullable=False),
)
