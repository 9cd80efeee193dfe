# SPDX-License-Identifier: MIT
"""Tariffs and rate quotes."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "tariffs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("effective_on", sa.String(length=10), nullable=False),
        sa.Column("taken_at", sa.BigInteger(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_tariffs_access_code_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tariffs")),
        sa.UniqueConstraint("name", "effective_on", name=op.f("uq_tariffs_name")),
    )
    op.create_index(op.f("ix_tariffs_effective_on"), "tariffs", ["effective_on"], unique=False)
    op.create_table(
        "rate_quotes",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("number", sa.String(length=10), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.Column("tariff_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_rate_quotes_customer_id")),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_rate_quotes_access_code_id")),
        sa.ForeignKeyConstraint(["tariff_id"], ["tariffs.id"], name=op.f("fk_rate_quotes_tariff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rate_quotes")),
        sa.UniqueConstraint("number", name=op.f("uq_rate_quotes_number")),
    )
    op.create_index(op.f("ix_rate_quotes_access_code_id"), "rate_quotes", ["access_code_id"], unique=False)
    op.create_index(op.f("ix_rate_quotes_tariff_id"), "rate_quotes", ["tariff_id"], unique=False)
    op.create_index(op.f("ix_rate_quotes_customer_id"), "rate_quotes", ["customer_id", "id"], unique=False)
