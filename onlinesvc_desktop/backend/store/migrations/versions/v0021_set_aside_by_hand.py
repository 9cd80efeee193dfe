# SPDX-License-Identifier: MIT
"""What was set aside knows its sender, its cells and what became of it; a file knows by which mapping it was read."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_COLUMNS = (
    "intake_quarantine ADD COLUMN sender TEXT DEFAULT '' NOT NULL",
    "intake_quarantine ADD COLUMN cells TEXT",
    "intake_quarantine ADD COLUMN settled_at BIGINT",
    "intake_quarantine ADD COLUMN settlement VARCHAR(16)",
    "intake_files ADD COLUMN mapping TEXT",
    "intake_files ADD COLUMN settled_at BIGINT",
)


def upgrade() -> None:
    """Add the columns; both databases know these statements."""
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE {column}")
