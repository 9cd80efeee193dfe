# SPDX-License-Identifier: MIT
"""Requests about forgotten passwords, and the passwords that are refused because they were used before."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "password_help_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("submitted_at", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decision_reason", sa.Text(), nullable=True),
        sa.Column("access_code_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["access_code_id"], ["access_codes.id"], name=op.f("fk_password_help_requests_access_code_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["access_codes.id"], name=op.f("fk_password_help_requests_decided_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_password_help_requests")),
        sa.UniqueConstraint("reference", name=op.f("uq_password_help_requests_reference")),
    )
    op.create_index("ix_password_help_requests_state", "password_help_requests", ["state", "id"], unique=False)
    op.create_table(
        "old_passwords",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_old_passwords_access_code_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_old_passwords")),
    )
    op.create_index(op.f("ix_old_passwords_access_code_id"), "old_passwords", ["access_code_id"], unique=False)
