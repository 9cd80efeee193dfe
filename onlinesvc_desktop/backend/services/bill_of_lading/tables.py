# SPDX-License-Identifier: MIT
"""Bills issued, their papers as they were first made, and what was printed of them."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from onlinesvc_desktop.backend.store.tables.metadata import BigKey, metadata

bills_of_lading = Table(
    "bills_of_lading",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False),
    Column("bol_number", String(30), nullable=False),
    Column("autopro_number", String(18), nullable=False),
    Column("issued_at", BigInteger, nullable=False),
    Column("cancelled_at", BigInteger),
    Column("ship_date", Date, nullable=False),
    Column("carrier", Text, nullable=False),
    Column("shipper", Text, nullable=False),
    Column("shipper_city", Text, nullable=False),
    Column("consignee", Text, nullable=False),
    Column("consignee_city", Text, nullable=False),
    Column("units", Integer, nullable=False),
    Column("pieces", Integer, nullable=False),
    Column("weight_g", BigInteger, nullable=False),
    Column("purchase_order", String(30), nullable=False),
    Column("dangerous", Boolean, nullable=False),
    Column("content", LargeBinary, nullable=False),
    UniqueConstraint("autopro_number"),
    Index("ux_bills_of_lading_customer_id_bol_number", "customer_id", "bol_number", unique=True),
    # Of cancelled bills alone. The migration says so: to say it here, SQLAlchemy would load the dialect of PostgreSQL.
    Index("ix_bills_of_lading_cancelled", "id"),
)
"""``content`` is the message with its numbers, as JSON; what stands beside it is there for lists."""

bill_papers = Table(
    "bill_papers",
    metadata,
    Column("bill_id", ForeignKey("bills_of_lading.id"), primary_key=True),
    Column("copies", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The paper of a bill as it was first made; what a later version of the program would make of it does not matter."""

bill_prints = Table(
    "bill_prints",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("bill_id", ForeignKey("bills_of_lading.id"), nullable=False, index=True),
    Column("at", BigInteger, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False),
    Column("what", String(10), nullable=False),
    Column("copies", Integer, nullable=False),
    Column("first", Integer),
    Column("last", Integer),
)
