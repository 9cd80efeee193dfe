# SPDX-License-Identifier: MIT
"""Company keys: the pairs that a customer's own program signs its XML with."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "company_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("requestor", sa.String(length=6), nullable=False),
        sa.Column("authorization_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_company_keys_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_company_keys")),
        sa.UniqueConstraint("requestor", name=op.f("uq_company_keys_requestor")),
    )
    op.create_index(op.f("ix_company_keys_customer_id"), "company_keys", ["customer_id"], unique=False)
