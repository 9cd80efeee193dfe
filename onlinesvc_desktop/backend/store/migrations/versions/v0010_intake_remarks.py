# SPDX-License-Identifier: MIT
"""What was mended or left out of files that came in; numbers of other carriers and provinces of three letters."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


_WIDER_ON_SQLITE = (
    "UPDATE sqlite_master SET sql = replace(sql, 'autopro_number VARCHAR(9)', 'autopro_number VARCHAR(18)')",
    "UPDATE sqlite_master SET sql = replace(sql, 'province VARCHAR(2)', 'province VARCHAR(3)') WHERE name = 'places'",
)
"""SQLite keeps no lengths: its schema alone is told, as its manual has it for changes that leave the data as they are."""


def upgrade() -> None:
    """Add the columns and widen two."""
    op.add_column("intake_files", sa.Column("remarked", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("intake_files", sa.Column("remarks", sa.Text(), nullable=False, server_default="[]"))
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA writable_schema = ON")
        for statement in _WIDER_ON_SQLITE:
            op.execute(statement)
        op.execute("PRAGMA writable_schema = RESET")
        return
    op.alter_column("shipments", "autopro_number", type_=sa.String(18), existing_nullable=False)
    op.alter_column("places", "province", type_=sa.String(3), existing_nullable=False)
