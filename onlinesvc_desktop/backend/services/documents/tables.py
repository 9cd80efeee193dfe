# SPDX-License-Identifier: MIT
"""Documents that came in as files; ``store/contents.py`` keeps what is in them."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text

from onlinesvc_desktop.backend.store.tables.metadata import BigKey, metadata

documents = Table(
    "documents",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id"), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("digest", ForeignKey("contents.digest"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("pages", Integer),
    Column("captured_at", BigInteger),
    Column("captured_offset", Integer),
    Column("added_at", BigInteger, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id")),
    Index("ux_documents_shipment_id_kind_digest", "shipment_id", "kind", "digest", unique=True),
)
"""Without an access code it came through the drop folder."""
