# SPDX-License-Identifier: MIT
"""Which bill a customer's program was answered for a shipment of its own."""

from sqlalchemy import Column, ForeignKey, LargeBinary, String, Table

from onlinesvc_desktop.backend.store.tables.metadata import metadata

electronic_bills = Table(
    "electronic_bills",
    metadata,
    Column("customer_id", ForeignKey("customers.id"), primary_key=True),
    Column("shipment_id", String(30), primary_key=True),
    Column("autopro_number", String(18), nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
)
"""``digest`` is of the bill that was asked for: the same once more is the same bill, another one under its name is not."""
