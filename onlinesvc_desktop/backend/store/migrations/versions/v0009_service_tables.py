# SPDX-License-Identifier: MIT
"""Service tables: points, terminals and the days between them, as the files they came in."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "service_tables",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.BigInteger(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=True),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("terminals", sa.LargeBinary(), nullable=False),
        sa.Column("points", sa.LargeBinary(), nullable=False),
        sa.Column("transit_days", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_service_tables_access_code_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_tables")),
    )
