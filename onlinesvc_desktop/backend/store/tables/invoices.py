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
    UniqueConstraint("number"),
    Index("ix_invoices_customer_id", "customer_id", "id"),
    Index("ix_invoices_owed", "customer_id", "is_open", "currency", "due_date", "balance_cents", "disputed_cents"),
    Index("ix_invoices_state", "customer_id", "state", "id"),
)
"""``details`` is a ``store.invoices.InvoiceDetails``; an invoice is open while its balance is not 0."""

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
