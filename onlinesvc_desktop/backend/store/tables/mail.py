# SPDX-License-Identifier: MIT
"""E-mails on their way."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text

from onlinesvc_desktop.backend.store.tables.metadata import metadata

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False, index=True),
    Column("created_at", BigInteger, nullable=False),
    Column("content", Text),
)
"""Reports by e-mail; ``content`` is the table attached to each of their messages, gone with the last of them."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("state", String(16), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("facts", Text, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id"), index=True),
    Column("secret", Text),
    Column("report_id", ForeignKey("reports.id"), index=True),
    Column("message_id", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", BigInteger, nullable=False),
    Column("claimed_until", BigInteger, nullable=False),
    Column("error", Text, nullable=False),
    Column("sent_at", BigInteger),
    Index("ix_outbox_state", "state", "next_attempt_at"),
)
"""``secret`` is the temporary password of a message that still has to go out; it is wiped when the message has gone."""
