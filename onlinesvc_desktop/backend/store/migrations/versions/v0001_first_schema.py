# SPDX-License-Identifier: MIT
"""First schema: customers, access codes, sessions, places, parties, shipments, events, references, audit."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "customers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customers"),
        sa.UniqueConstraint("number", name="uq_customers_number"),
    )
    op.create_table(
        "places",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_places"),
        sa.UniqueConstraint("city", "province", "country", name="uq_places_city"),
    )
    op.create_table(
        "access_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("code_folded", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("password_changed_at", sa.BigInteger(), nullable=False),
        sa.Column("password_temporary", sa.Boolean(), nullable=False),
        sa.Column("default_email", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("last_activity_at", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_access_codes_customer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_access_codes"),
        sa.UniqueConstraint("code_folded", name="uq_access_codes_code_folded"),
    )
    op.create_table(
        "parties",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address1", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("postal_code", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_parties_customer_id"),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name="fk_parties_place_id"),
        sa.PrimaryKeyConstraint("id", name="pk_parties"),
    )
    op.create_table(
        "audit",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name="fk_audit_access_code_id"),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("last_used_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name="fk_sessions_access_code_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("token_hash", name="uq_sessions_token_hash"),
    )
    op.create_index("ix_sessions_access_code_id", "sessions", ["access_code_id"])
    op.create_index("ix_sessions_expires_at", "sessions", ["expires_at"])
    op.create_table(
        "shipments",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("autopro_number", sa.String(length=9), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False),
        sa.Column("destination_id", sa.Integer(), nullable=False),
        sa.Column("shipper_id", BIG_KEY, nullable=False),
        sa.Column("consignee_id", BIG_KEY, nullable=False),
        sa.Column("bill_to_id", BIG_KEY, nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("weight_g", sa.BigInteger(), nullable=False),
        sa.Column("estimated_delivery", sa.Date(), nullable=True),
        sa.Column("status_sequence", sa.Integer(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("freight_cents", sa.BigInteger(), nullable=True),
        sa.Column("fuel_cents", sa.BigInteger(), nullable=True),
        sa.Column("accessorial_cents", sa.BigInteger(), nullable=True),
        sa.Column("tax_cents", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["bill_to_id"], ["parties.id"], name="fk_shipments_bill_to_id"),
        sa.ForeignKeyConstraint(["consignee_id"], ["parties.id"], name="fk_shipments_consignee_id"),
        sa.ForeignKeyConstraint(["destination_id"], ["places.id"], name="fk_shipments_destination_id"),
        sa.ForeignKeyConstraint(["origin_id"], ["places.id"], name="fk_shipments_origin_id"),
        sa.ForeignKeyConstraint(["shipper_id"], ["parties.id"], name="fk_shipments_shipper_id"),
        sa.PrimaryKeyConstraint("id", name="pk_shipments"),
        sa.UniqueConstraint("autopro_number", name="uq_shipments_autopro_number"),
    )
    op.create_table(
        "customer_shipments",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("shipment_id", BIG_KEY, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_customer_shipments_customer_id"),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"], name="fk_customer_shipments_shipment_id"),
        sa.PrimaryKeyConstraint("customer_id", "shipment_id", name="pk_customer_shipments"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "events",
        sa.Column("shipment_id", BIG_KEY, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=3), nullable=False),
        sa.Column("reason", sa.String(length=3), nullable=False),
        sa.Column("occurred_at", sa.BigInteger(), nullable=False),
        sa.Column("occurred_offset", sa.SmallInteger(), nullable=False),
        sa.Column("reported_at", sa.BigInteger(), nullable=False),
        sa.Column("reported_offset", sa.SmallInteger(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("terminal", sa.String(length=8), nullable=True),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name="fk_events_place_id"),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"], name="fk_events_shipment_id"),
        sa.PrimaryKeyConstraint("shipment_id", "sequence", name="pk_events"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shipment_references",
        sa.Column("value", sa.String(length=30), nullable=False),
        sa.Column("type", sa.String(length=20), nullable=False),
        sa.Column("shipment_id", BIG_KEY, nullable=False),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"], name="fk_shipment_references_shipment_id"),
        sa.PrimaryKeyConstraint("value", "type", "shipment_id", name="pk_shipment_references"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shipment_references_shipment_id", "shipment_references", ["shipment_id"])
