# SPDX-License-Identifier: MIT
"""Throttles that several workers share."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table, without a write-ahead log where the database can."""
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    op.create_table(
        "throttles",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("left", sa.Double(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "key", name=op.f("pk_throttles")),
        prefixes=["UNLOGGED"] if is_postgresql else [],
    )
    op.create_index(op.f("ix_throttles_at"), "throttles", ["at"], unique=False)
