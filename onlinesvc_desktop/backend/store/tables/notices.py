# SPDX-License-Identifier: MIT
"""What access codes watch, and what they are told of by e-mail."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, SmallInteger, String, Table, Text

from onlinesvc_desktop.backend.store.tables.metadata import metadata

watches = Table(
    "watches",
    metadata,
    Column("access_code_id", ForeignKey("access_codes.id"), primary_key=True),
    Column("value", String(30), primary_key=True),
    Column("created_at", BigInteger, nullable=False),
    Column("told_from", BigInteger),
    Index("ix_watches_value", "value"),
)
"""Numbers of any kind that an access code watches, also ones that no shipment has yet.

What happens to them since ``told_from`` is told by e-mail.
"""

notice_settings = Table(
    "notice_settings",
    metadata,
    Column("access_code_id", ForeignKey("access_codes.id"), primary_key=True, autoincrement=False),
    Column("email", Text, nullable=False),
    Column("kinds", Text, nullable=False),
    Column("all_from", BigInteger),
    Column("frequency", String(8), nullable=False),
    Column("hour", SmallInteger, nullable=False),
    Column("time_zone", String(120), nullable=False),
    Column("secret", String(64), nullable=False),
    Column("looked_to", BigInteger, nullable=False),
    Column("next_at", BigInteger, nullable=False),
)
"""``kinds`` says since when each is told of, ``all_from`` since when every shipment of the enterprise is.

``looked_to`` is the last change that was looked at; ``next_at`` is 0 where things are told as they happen.
"""

notices_told = Table(
    "notices_told",
    metadata,
    Column("access_code_id", ForeignKey("access_codes.id"), primary_key=True, autoincrement=False),
    Column("shipment_id", ForeignKey("shipments.id"), primary_key=True),
    Column("code", String(3), primary_key=True),
    Column("reason", String(3), primary_key=True),
    Column("occurred_at", BigInteger, primary_key=True),
    Column("place_id", Integer, primary_key=True),
    Index("ix_notices_told_occurred_at", "occurred_at"),
    sqlite_with_rowid=False,
)
"""Events that an access code was told of: numbers of events change when a late report comes between them."""
