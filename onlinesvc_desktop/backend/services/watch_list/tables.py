# SPDX-License-Identifier: MIT
"""What access codes watch."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, Table

from onlinesvc_desktop.backend.store.tables.metadata import metadata

watches = Table(
    "watches",
    metadata,
    Column("access_code_id", ForeignKey("access_codes.id"), primary_key=True),
    Column("value", String(30), primary_key=True),
    Column("created_at", BigInteger, nullable=False),
    Index("ix_watches_value", "value"),
)
"""Numbers of any kind that an access code watches, also ones that no shipment has yet."""
