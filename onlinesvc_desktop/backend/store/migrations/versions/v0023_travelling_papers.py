# SPDX-License-Identifier: MIT
"""Bills and pickups in bundles: under which access code a side ships, numbers lent to it, revisions."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and the table."""
    op.add_column("exchange_parties", sa.Column("access_code", sa.String(64), nullable=False, server_default=""))
    op.add_column("exchange_parties", sa.Column("carrier_since", sa.BigInteger(), nullable=True))
    op.add_column("exchange_asked", sa.Column("reason", sa.Text(), nullable=False, server_default=""))
    op.add_column("exchange_asked", sa.Column("answered", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("exchange_taken", sa.Column("revision", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("exchange_taken", sa.Column("refused", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "exchange_numbers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(16), nullable=False),
        sa.Column("first", sa.String(9), nullable=False),
        sa.Column("last", sa.String(9), nullable=False),
        sa.Column("check_digit", sa.String(8), nullable=False),
        sa.Column("token", sa.String(200), nullable=False),
        sa.Column("said_in", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["party"], ["exchange_parties.id"], name=op.f("fk_exchange_numbers_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_numbers")),
        sa.UniqueConstraint("party", "token", name=op.f("uq_exchange_numbers_party_token")),
    )
