# SPDX-License-Identifier: MIT
"""Shipments with their events, numbers and parties, and what changed."""

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from onlinesvc_desktop.backend.store.tables.metadata import BigKey, metadata

places = Table(
    "places",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("city", Text, nullable=False),
    Column("province", String(3), nullable=False),
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
    Column("autopro_number", String(18), nullable=False),
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

changes = Table(
    "changes",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id"), nullable=False),
    Column("at", BigInteger, nullable=False, index=True),
)
"""Which shipment changed, in the order of commits; one writer at a time appends (``store.intake.as_only_writer``)."""
