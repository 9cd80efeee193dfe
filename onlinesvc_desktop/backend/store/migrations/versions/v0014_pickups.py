# SPDX-License-Identifier: MIT
"""Pickups, their steps, recurring ones and the days that were dealt with."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "recurring_pickups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("next_day", sa.Date(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_recurring_pickups_access_code_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_recurring_pickups_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recurring_pickups")),
    )
    for column in ("access_code_id", "customer_id", "due_at"):
        op.create_index(op.f(f"ix_recurring_pickups_{column}"), "recurring_pickups", [column], unique=False)
    op.create_table(
        "pickups",
        sa.Column("id", _BIG, nullable=False),
        sa.Column("serial", sa.BigInteger(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("access_code_id", sa.Integer(), nullable=True),
        sa.Column("recurring_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("pickup_date", sa.Date(), nullable=False),
        sa.Column("time_zone", sa.String(64), nullable=False),
        sa.Column("terminal", sa.Text(), nullable=False),
        sa.Column("terminal_code", sa.String(16), nullable=False),
        sa.Column("driver", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(24), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.BigInteger(), nullable=False),
        sa.Column("awaits_bills", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_pickups_access_code_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_pickups_customer_id")),
        sa.ForeignKeyConstraint(["recurring_id"], ["recurring_pickups.id"], name=op.f("fk_pickups_recurring_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pickups")),
        sa.UniqueConstraint("serial", name=op.f("uq_pickups_serial")),
    )
    for column in ("access_code_id", "awaits_bills", "customer_id", "pickup_date"):
        op.create_index(op.f(f"ix_pickups_{column}"), "pickups", [column], unique=False)
    op.create_table(
        "pickup_steps",
        sa.Column("id", _BIG, nullable=False),
        sa.Column("pickup_id", _BIG, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(24), nullable=False),
        sa.Column("pickup_date", sa.Date(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_pickup_steps_access_code_id")),
        sa.ForeignKeyConstraint(["pickup_id"], ["pickups.id"], name=op.f("fk_pickup_steps_pickup_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pickup_steps")),
    )
    op.create_index(op.f("ix_pickup_steps_pickup_id"), "pickup_steps", ["pickup_id"], unique=False)
    op.create_table(
        "recurring_pickup_days",
        sa.Column("recurring_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("pickup_id", _BIG, nullable=True),
        sa.ForeignKeyConstraint(["pickup_id"], ["pickups.id"], name=op.f("fk_recurring_pickup_days_pickup_id")),
        sa.ForeignKeyConstraint(
            ["recurring_id"], ["recurring_pickups.id"], name=op.f("fk_recurring_pickup_days_recurring_id")
        ),
        sa.PrimaryKeyConstraint("recurring_id", "day", name=op.f("pk_recurring_pickup_days")),
    )
