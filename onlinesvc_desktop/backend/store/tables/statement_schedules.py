# SPDX-License-Identifier: MIT
"""Statements of account by e-mail on a schedule, one for each access code."""

from sqlalchemy import BigInteger, Column, ForeignKey, String, Table, Text

from onlinesvc_desktop.backend.store.tables.metadata import metadata

statement_schedules = Table(
    "statement_schedules",
    metadata,
    Column("access_code_id", ForeignKey("access_codes.id"), primary_key=True, autoincrement=False),
    Column("request", Text, nullable=False),
    Column("secret", String(64), nullable=False),
    Column("next_at", BigInteger, nullable=False, index=True),
)
"""``request`` is a ``contract.statement_mail.StatementSchedule``; ``secret`` signs the link that ends it."""
