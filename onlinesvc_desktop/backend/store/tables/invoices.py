# SPDX-License-Identifier: MIT
"""Invoices, what lowered them, and disputes; amounts in cents."""

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from onlinesvc_desktop.backend.store.tables.metadata import BigKey, metadata

invoices = Table(
    "invoices",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("number", String(30), nullable=False),
    Column("customer_id", ForeignKey("customers.id")),
    Column("autopro_number", String(18), nullable=False, index=True),
    Column("invoice_date", Date, nullable=False),
    Column("due_date", Date, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("total_cents", BigInteger, nullable=False),
    Column("balance_cents", BigInteger, nullable=False),
    Column("disputed_cents", BigInteger, nullable=False),
    Column("state", String(12), nullable=False),
    Column("is_open", Boolean, nullable=False),
    Column("details", Text, nullable=False),
    Column("folded", Text, nullable=False, server_default=""),
    UniqueConstraint("number"),
    Index("ix_invoices_customer_id", "customer_id", "id"),
    Index("ix_invoices_due", "customer_id", "is_open", "due_date", "id"),
    Index("ix_invoices_open", "customer_id", "is_open", "id"),
    Index("ix_invoices_state", "customer_id", "state", "id"),
)
"""``details`` is a ``store.invoices.InvoiceDetails``; it is open while its balance is not 0; ``folded`` its words."""

invoice_sums = Table(
    "invoice_sums",
    metadata,
    Column("customer_id", ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("currency", String(3), primary_key=True),
    Column("due_date", Date, primary_key=True),
    Column("owed_count", BigInteger, nullable=False),
    Column("owed_cents", BigInteger, nullable=False),
    Column("credit_count", BigInteger, nullable=False),
    Column("credit_cents", BigInteger, nullable=False),
    Column("disputed_cents", BigInteger, nullable=False),
)
"""Invoices with a balance above 0 and below it, by customer, currency and due day; a row without either is removed."""

invoice_words = Table(
    "invoice_words",
    metadata,
    Column("customer_id", Integer, primary_key=True, autoincrement=False),
    Column("word", String(40).with_variant(String(40, collation="C"), "postgresql"), primary_key=True),
    Column("invoice_id", ForeignKey("invoices.id"), primary_key=True, index=True),
)
"""What invoices are found by; customer 0 where nobody pays. Sorted by code points, so that a beginning is a stretch."""

invoice_payments = Table(
    "invoice_payments",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("invoice_id", ForeignKey("invoices.id"), nullable=False),
    Column("paid_on", Date, nullable=False),
    Column("amount_cents", BigInteger, nullable=False),
    Column("reference", String(60), nullable=False),
    Column("is_credit", Boolean, nullable=False),
    UniqueConstraint("invoice_id", "paid_on", "amount_cents", "reference", "is_credit"),
)

invoice_disputes = Table(
    "invoice_disputes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("invoice_id", ForeignKey("invoices.id"), nullable=False, index=True),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False, index=True),
    Column("language", String(2), nullable=False),
    Column("reason", String(20), nullable=False),
    Column("amount_cents", BigInteger, nullable=False),
    Column("line", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("state", String(12), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("submitted_at", BigInteger, nullable=False),
    Column("accepted_cents", BigInteger),
    Column("answer", Text, nullable=False),
    Column("decided_at", BigInteger),
)

dispute_files = Table(
    "dispute_files",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("dispute_id", ForeignKey("invoice_disputes.id"), nullable=False, index=True),
    Column("digest", ForeignKey("contents.digest"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("added_at", BigInteger, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False),
)
