# SPDX-License-Identifier: MIT
"""The carrier's number ranges, the blocks lent from them, and the numbers that came back."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from onlinesvc_desktop.backend.store.tables.metadata import metadata

number_ranges = Table(
    "number_ranges",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(16), nullable=False, unique=True),
    Column("secret", LargeBinary(32), nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("check_digit", String(8), nullable=False),
    Column("next", BigInteger, nullable=False),
    Column("reserved", BigInteger, nullable=False),
    Column("reuses", BigInteger, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id")),
)
"""Serial numbers without check digit. Everything below ``reserved`` may have been given out by some later state of this
database; the mark beside it says how far that state had come (ADR 0014)."""

number_blocks = Table(
    "number_blocks",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("range_id", ForeignKey("number_ranges.id"), nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("count", Integer, nullable=False),
    Column("customer_id", ForeignKey("customers.id"), nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id")),
    Column("workstation", Text, nullable=False),
    Column("lent_at", BigInteger, nullable=False),
    Column("returned_at", BigInteger),
    Column("returned", Text, nullable=False),
    Index("ix_number_blocks_range_id", "range_id"),
)
"""``returned`` lists the serial numbers that came back."""

free_numbers = Table(
    "free_numbers",
    metadata,
    Column("range_id", ForeignKey("number_ranges.id"), primary_key=True),
    Column("serial", BigInteger, primary_key=True),
)
"""Numbers that came back and stand on no paper."""
