# SPDX-License-Identifier: MIT
"""Bills handed to carriers as X12 211, and what these replied."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, LargeBinary, SmallInteger, String, Table

from onlinesvc_desktop.backend.store.tables.metadata import BigKey, metadata

handed_bills = Table(
    "handed_bills",
    metadata,
    Column("bill_id", ForeignKey("bills_of_lading.id"), primary_key=True),
    Column("receiver", String(18), primary_key=True),
    Column("bol_number", String(30), nullable=False, index=True),
    Column("autopro_number", String(18), nullable=False, index=True),
    Column("handed_at", BigInteger, nullable=False),
    Column("written_at", BigInteger),
    Column("cancel_control", String(9), index=True),
    Column("called_off_at", BigInteger),
)
"""``receiver`` is qualifier and identification; ``written_at`` when it was put into the folder of outgoing bills.

``cancel_control`` is the control number of its cancellation, ``called_off_at`` when that was put into the folder.
"""

bill_replies = Table(
    "bill_replies",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("bill_id", ForeignKey("bills_of_lading.id"), nullable=False),
    Column("weight", SmallInteger, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("reasons", LargeBinary, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Index("ix_bill_replies_bill_id", "bill_id", "weight", "id"),
)
"""The reply that counts is the last of those with the greatest ``weight``: that a file could be read says least."""
