# SPDX-License-Identifier: MIT
"""What is owed by customer, currency and due day, and the words that invoices are found by."""

import json
import unicodedata
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WORD = sa.String(40).with_variant(sa.String(40, collation="C"), "postgresql")
_BATCH = 1_000
_NAMED = ("bol_number", "purchase_order", "quote_number", "bill_to", "shipper", "consignee")


def upgrade() -> None:
    """Create the tables and fill them from the invoices."""
    op.create_table(
        "invoice_sums",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("owed_count", sa.BigInteger(), nullable=False),
        sa.Column("owed_cents", sa.BigInteger(), nullable=False),
        sa.Column("credit_count", sa.BigInteger(), nullable=False),
        sa.Column("credit_cents", sa.BigInteger(), nullable=False),
        sa.Column("disputed_cents", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_invoice_sums_customer_id")),
        sa.PrimaryKeyConstraint("customer_id", "currency", "due_date", name=op.f("pk_invoice_sums")),
    )
    op.create_table(
        "invoice_words",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("word", _WORD, nullable=False),
        sa.Column("invoice_id", _KEY, nullable=False),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_invoice_words_invoice_id")),
        sa.PrimaryKeyConstraint("customer_id", "word", "invoice_id", name=op.f("pk_invoice_words")),
    )
    op.create_index(op.f("ix_invoice_words_invoice_id"), "invoice_words", ["invoice_id"], unique=False)
    op.add_column("invoices", sa.Column("folded", sa.Text(), nullable=False, server_default=""))
    op.drop_index("ix_invoices_owed", "invoices")
    op.create_index("ix_invoices_due", "invoices", ["customer_id", "is_open", "due_date", "id"], unique=False)
    op.create_index("ix_invoices_open", "invoices", ["customer_id", "is_open", "id"], unique=False)
    op.execute(
        "INSERT INTO invoice_sums SELECT customer_id, currency, due_date,"
        " SUM(CASE WHEN balance_cents > 0 THEN 1 ELSE 0 END),"
        " SUM(CASE WHEN balance_cents > 0 THEN balance_cents ELSE 0 END),"
        " SUM(CASE WHEN balance_cents < 0 THEN 1 ELSE 0 END),"
        " SUM(CASE WHEN balance_cents < 0 THEN balance_cents ELSE 0 END), SUM(disputed_cents)"
        " FROM invoices WHERE customer_id IS NOT NULL AND balance_cents <> 0 GROUP BY customer_id, currency, due_date"
    )
    _fill_words(op.get_bind())


def _fill_words(connection: sa.Connection) -> None:
    rows = sa.text("SELECT * FROM invoices WHERE id > :after ORDER BY id LIMIT :batch")
    after = 0
    while found := connection.execute(rows, {"after": after, "batch": _BATCH}).all():
        after = found[-1].id
        words = {row.id: _words(row) for row in found}
        connection.execute(
            sa.text("UPDATE invoices SET folded = :folded WHERE id = :id"),
            [{"id": row_id, "folded": f" {' '.join(those)}"} for row_id, those in words.items()],
        )
        connection.execute(
            sa.text("INSERT INTO invoice_words (customer_id, word, invoice_id) VALUES (:customer, :word, :id)"),
            [{"customer": row.customer_id or 0, "word": word, "id": row.id} for row in found for word in words[row.id]],
        )


def _words(row: Any) -> list[str]:
    """Return the words of an invoice as ``store.invoice_words`` had them when this was written."""
    details = json.loads(row.details)
    total = f"{'-' if row.total_cents < 0 else ''}{abs(row.total_cents) // 100}.{abs(row.total_cents) % 100:02}"
    text = " ".join([row.number, row.autopro_number, *(details.get(name, "") for name in _NAMED), total])
    found = set()
    for word in _folded(text).split():
        parts = "".join(one if one.isalnum() else " " for one in word).split()
        found |= {word.strip(".,;:()'\"!?-/&")[:40], *(part[:40] for part in parts)}
    return sorted(found - {""})


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return "".join(one for one in decomposed if not unicodedata.combining(one))
