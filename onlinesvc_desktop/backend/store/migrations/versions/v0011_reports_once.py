# SPDX-License-Identifier: MIT
"""The table of a report once, whatever the number of its e-mails; dropped when the last has gone."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_KEPT = """
INSERT INTO reports (access_code_id, created_at, content)
SELECT access_code_id, created_at, attachment FROM outbox
WHERE attachment IS NOT NULL AND state <> 'sent' AND access_code_id IS NOT NULL
GROUP BY access_code_id, created_at, attachment
"""
_TIED = """
UPDATE outbox SET report_id = (
    SELECT min(reports.id) FROM reports WHERE reports.access_code_id = outbox.access_code_id
    AND reports.created_at = outbox.created_at AND reports.content = outbox.attachment
) WHERE attachment IS NOT NULL AND state <> 'sent'
"""


def upgrade() -> None:
    """Create the table, move what is still to be sent into it, drop the column."""
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_reports_access_code_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_access_code_id"), "reports", ["access_code_id"], unique=False)
    # Both databases know these statements; a batch would write the table anew, its constraints in any order.
    op.execute("ALTER TABLE outbox ADD COLUMN report_id INTEGER CONSTRAINT fk_outbox_report_id REFERENCES reports (id)")
    op.create_index(op.f("ix_outbox_report_id"), "outbox", ["report_id"], unique=False)
    op.execute(_KEPT)
    op.execute(_TIED)
    op.execute("ALTER TABLE outbox DROP COLUMN attachment")
