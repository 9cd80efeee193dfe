# SPDX-License-Identifier: MIT
"""Bills that customers' programs asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "electronic_bills",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("shipment_id", sa.String(30), nullable=False),
        sa.Column("autopro_number", sa.String(18), nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_electronic_bills_customer_id")),
        sa.PrimaryKeyConstraint("customer_id", "shipment_id", name=op.f("pk_electronic_bills")),
    )
