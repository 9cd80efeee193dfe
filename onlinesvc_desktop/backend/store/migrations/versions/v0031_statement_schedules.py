# SPDX-License-Identifier: MIT
"""Statements of account by e-mail on a schedule."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "statement_schedules",
        sa.Column("access_code_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_statement_schedules_access_code_id")),
        sa.PrimaryKeyConstraint("access_code_id", name=op.f("pk_statement_schedules")),
    )
    op.create_index(op.f("ix_statement_schedules_next_at"), "statement_schedules", ["next_at"], unique=False)
