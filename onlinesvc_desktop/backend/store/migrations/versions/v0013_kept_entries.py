# SPDX-License-Identifier: MIT
"""Address book, goods and templates."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "kept_books",
        sa.Column("book", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("book", "kind", name=op.f("pk_kept_books")),
    )
    op.create_table(
        "kept_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("book", sa.Integer(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("match_key", sa.Text(), nullable=True),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_by", sa.String(32), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_kept_entries_access_code_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_entries")),
    )
    op.create_index(op.f("ix_kept_entries_access_code_id"), "kept_entries", ["access_code_id"], unique=False)
    op.create_index("ix_kept_entries_change", "kept_entries", ["kind", "book", "change"], unique=False)
    op.create_index("ix_kept_entries_match_key", "kept_entries", ["kind", "book", "match_key"], unique=False)
    op.create_index("ix_kept_entries_code", "kept_entries", ["kind", "book", "code"], unique=True)
