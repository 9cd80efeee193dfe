# SPDX-License-Identifier: MIT
"""What calls a bill off with the carrier that it was handed to as X12 211."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    op.add_column("handed_bills", sa.Column("cancel_control", sa.String(9), nullable=True))
    op.add_column("handed_bills", sa.Column("called_off_at", sa.BigInteger(), nullable=True))
    op.create_index(op.f("ix_handed_bills_cancel_control"), "handed_bills", ["cancel_control"], unique=False)
    cancelled = sa.text("cancelled_at IS NOT NULL")
    op.create_index(
        "ix_bills_of_lading_cancelled", "bills_of_lading", ["id"], sqlite_where=cancelled, postgresql_where=cancelled
    )
