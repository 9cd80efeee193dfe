# SPDX-License-Identifier: MIT
"""Bills handed to carriers as X12 211, and what these replied."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "handed_bills",
        sa.Column("bill_id", _KEY, nullable=False),
        sa.Column("receiver", sa.String(18), nullable=False),
        sa.Column("bol_number", sa.String(30), nullable=False),
        sa.Column("autopro_number", sa.String(18), nullable=False),
        sa.Column("handed_at", sa.BigInteger(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["bill_id"], ["bills_of_lading.id"], name=op.f("fk_handed_bills_bill_id")),
        sa.PrimaryKeyConstraint("bill_id", "receiver", name=op.f("pk_handed_bills")),
    )
    for column in ("autopro_number", "bol_number"):
        op.create_index(op.f(f"ix_handed_bills_{column}"), "handed_bills", [column], unique=False)
    op.create_table(
        "bill_replies",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("bill_id", _KEY, nullable=False),
        sa.Column("weight", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("reasons", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["bill_id"], ["bills_of_lading.id"], name=op.f("fk_bill_replies_bill_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bill_replies")),
    )
    op.create_index("ix_bill_replies_bill_id", "bill_replies", ["bill_id", "weight", "id"], unique=False)
