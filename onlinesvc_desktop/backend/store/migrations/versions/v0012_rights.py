# SPDX-License-Identifier: MIT
"""Rights of access codes: those taken away, none at first, so that a right that comes later is everybody's."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.execute("ALTER TABLE access_codes ADD COLUMN withheld_rights VARCHAR(64) DEFAULT '' NOT NULL")
