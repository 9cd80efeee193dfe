# SPDX-License-Identifier: MIT
"""Reports by e-mail: their schedules, and what is attached to a message."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table, add the column."""
    op.add_column("outbox", sa.Column("attachment", sa.Text(), nullable=True))
    op.create_table(
        "report_schedules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_report_schedules_access_code_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_schedules")),
    )
    op.create_index(op.f("ix_report_schedules_access_code_id"), "report_schedules", ["access_code_id"], unique=False)
    op.create_index(op.f("ix_report_schedules_next_at"), "report_schedules", ["next_at"], unique=False)
