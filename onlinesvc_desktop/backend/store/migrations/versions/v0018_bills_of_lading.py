# SPDX-License-Identifier: MIT
"""Bills of lading with their papers and prints; number ranges, blocks lent and numbers that came back."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    _numbers()
    _bills()


def _numbers() -> None:
    op.create_table(
        "number_ranges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(16), nullable=False),
        sa.Column("secret", sa.LargeBinary(32), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("check_digit", sa.String(8), nullable=False),
        sa.Column("next", sa.BigInteger(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), nullable=False),
        sa.Column("reuses", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_number_ranges_access_code_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_ranges")),
        sa.UniqueConstraint("key", name=op.f("uq_number_ranges_key")),
    )
    op.create_table(
        "number_blocks",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("range_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=True),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("lent_at", sa.BigInteger(), nullable=False),
        sa.Column("returned_at", sa.BigInteger(), nullable=True),
        sa.Column("returned", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_number_blocks_access_code_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_number_blocks_customer_id")),
        sa.ForeignKeyConstraint(["range_id"], ["number_ranges.id"], name=op.f("fk_number_blocks_range_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_blocks")),
    )
    op.create_index("ix_number_blocks_range_id", "number_blocks", ["range_id"])
    op.create_table(
        "free_numbers",
        sa.Column("range_id", sa.Integer(), nullable=False),
        sa.Column("serial", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["range_id"], ["number_ranges.id"], name=op.f("fk_free_numbers_range_id")),
        sa.PrimaryKeyConstraint("range_id", "serial", name=op.f("pk_free_numbers")),
    )


def _bills() -> None:
    op.create_table(
        "bills_of_lading",
        sa.Column("id", _BIG_KEY, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.Column("bol_number", sa.String(30), nullable=False),
        sa.Column("autopro_number", sa.String(18), nullable=False),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("cancelled_at", sa.BigInteger(), nullable=True),
        sa.Column("ship_date", sa.Date(), nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("shipper", sa.Text(), nullable=False),
        sa.Column("shipper_city", sa.Text(), nullable=False),
        sa.Column("consignee", sa.Text(), nullable=False),
        sa.Column("consignee_city", sa.Text(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("weight_g", sa.BigInteger(), nullable=False),
        sa.Column("purchase_order", sa.String(30), nullable=False),
        sa.Column("dangerous", sa.Boolean(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_bills_of_lading_access_code_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_bills_of_lading_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bills_of_lading")),
        sa.UniqueConstraint("autopro_number", name=op.f("uq_bills_of_lading_autopro_number")),
    )
    op.create_index(
        "ux_bills_of_lading_customer_id_bol_number", "bills_of_lading", ["customer_id", "bol_number"], unique=True
    )
    op.create_table(
        "bill_papers",
        sa.Column("bill_id", _BIG_KEY, nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["bill_id"], ["bills_of_lading.id"], name=op.f("fk_bill_papers_bill_id")),
        sa.PrimaryKeyConstraint("bill_id", "copies", name=op.f("pk_bill_papers")),
    )
    op.create_table(
        "bill_prints",
        sa.Column("id", _BIG_KEY, nullable=False),
        sa.Column("bill_id", _BIG_KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(10), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("last", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_bill_prints_access_code_id")),
        sa.ForeignKeyConstraint(["bill_id"], ["bills_of_lading.id"], name=op.f("fk_bill_prints_bill_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bill_prints")),
    )
    op.create_index(op.f("ix_bill_prints_bill_id"), "bill_prints", ["bill_id"])
