# SPDX-License-Identifier: MIT
"""Notices of shipments by e-mail: who wants which, and what was told."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the column and create the tables."""
    op.add_column("watches", sa.Column("told_from", sa.BigInteger(), nullable=True))
    op.create_table(
        "notice_settings",
        sa.Column("access_code_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("all_from", sa.BigInteger(), nullable=True),
        sa.Column("frequency", sa.String(8), nullable=False),
        sa.Column("hour", sa.SmallInteger(), nullable=False),
        sa.Column("time_zone", sa.String(120), nullable=False),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("looked_to", sa.BigInteger(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_notice_settings_access_code_id")),
        sa.PrimaryKeyConstraint("access_code_id", name=op.f("pk_notice_settings")),
    )
    op.create_table(
        "notices_told",
        sa.Column("access_code_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("shipment_id", _KEY, nullable=False),
        sa.Column("code", sa.String(3), nullable=False),
        sa.Column("reason", sa.String(3), nullable=False),
        sa.Column("occurred_at", sa.BigInteger(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_notices_told_access_code_id")),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"], name=op.f("fk_notices_told_shipment_id")),
        sa.PrimaryKeyConstraint(
            *("access_code_id", "shipment_id", "code", "reason", "occurred_at", "place_id"), name=op.f("pk_notices_told")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_notices_told_occurred_at", "notices_told", ["occurred_at"], unique=False)
