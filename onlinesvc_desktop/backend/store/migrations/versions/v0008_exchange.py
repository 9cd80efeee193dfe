# SPDX-License-Identifier: MIT
"""Exchange by files: whom we trust, what we asked, what we took in."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "exchange_parties",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("public_key", sa.String(80), nullable=False),
        sa.Column("written", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("confirmed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_parties")),
        sa.UniqueConstraint("name", name=op.f("uq_exchange_parties_name")),
    )
    op.create_table(
        "exchange_asked",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.String(20), nullable=True),
        sa.Column("state", sa.String(20), nullable=True),
        sa.ForeignKeyConstraint(["party"], ["exchange_parties.id"], name=op.f("fk_exchange_asked_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_asked")),
        sa.UniqueConstraint("party", "key", name=op.f("uq_exchange_asked_party_key")),
        sa.UniqueConstraint("party", "kind", "row_id", name=op.f("uq_exchange_asked_party_kind_row_id")),
    )
    op.create_table(
        "exchange_taken",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(16), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(20), nullable=False),
        sa.Column("taken_at", sa.BigInteger(), nullable=False),
        sa.Column("said_state", sa.String(20), nullable=False),
        sa.Column("said_in", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["party"], ["exchange_parties.id"], name=op.f("fk_exchange_taken_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_taken")),
        sa.UniqueConstraint("party", "key", name=op.f("uq_exchange_taken_party_key")),
    )
