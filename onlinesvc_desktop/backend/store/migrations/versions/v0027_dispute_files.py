# SPDX-License-Identifier: MIT
"""Files of disputes."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "dispute_files",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_dispute_files_access_code_id")),
        sa.ForeignKeyConstraint(["digest"], ["contents.digest"], name=op.f("fk_dispute_files_digest")),
        sa.ForeignKeyConstraint(["dispute_id"], ["invoice_disputes.id"], name=op.f("fk_dispute_files_dispute_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_files")),
    )
    for column in ("digest", "dispute_id"):
        op.create_index(op.f(f"ix_dispute_files_{column}"), "dispute_files", [column], unique=False)
