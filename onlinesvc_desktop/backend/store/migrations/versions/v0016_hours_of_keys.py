# SPDX-License-Identifier: MIT
"""How the program of a company key reads the time of a delivery."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.execute("ALTER TABLE company_keys ADD COLUMN twelve_hours BOOLEAN DEFAULT false NOT NULL")
