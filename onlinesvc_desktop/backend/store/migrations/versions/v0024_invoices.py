# SPDX-License-Identifier: MIT
"""Invoices, what lowered them, and disputes."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "invoices",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("number", sa.String(30), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("autopro_number", sa.String(18), nullable=False),
        sa.Column("invoice_date", sa.Date(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("total_cents", sa.BigInteger(), nullable=False),
        sa.Column("balance_cents", sa.BigInteger(), nullable=False),
        sa.Column("disputed_cents", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_invoices_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoices")),
        sa.UniqueConstraint("number", name=op.f("uq_invoices_number")),
    )
    op.create_index(op.f("ix_invoices_autopro_number"), "invoices", ["autopro_number"], unique=False)
    op.create_index("ix_invoices_customer_id", "invoices", ["customer_id", "id"], unique=False)
    owed = ["customer_id", "is_open", "currency", "due_date", "balance_cents", "disputed_cents"]
    op.create_index("ix_invoices_owed", "invoices", owed, unique=False)
    op.create_index("ix_invoices_state", "invoices", ["customer_id", "state", "id"], unique=False)
    op.create_table(
        "invoice_payments",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("invoice_id", _KEY, nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.String(60), nullable=False),
        sa.Column("is_credit", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_invoice_payments_invoice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_payments")),
        sa.UniqueConstraint(
            "invoice_id", "paid_on", "amount_cents", "reference", "is_credit", name=op.f("uq_invoice_payments_invoice_id")
        ),
    )
    op.create_table(
        "invoice_disputes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", _KEY, nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("submitted_at", sa.BigInteger(), nullable=False),
        sa.Column("accepted_cents", sa.BigInteger(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_invoice_disputes_access_code_id")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_invoice_disputes_invoice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_disputes")),
    )
    for column in ("access_code_id", "invoice_id", "state"):
        op.create_index(op.f(f"ix_invoice_disputes_{column}"), "invoice_disputes", [column], unique=False)
