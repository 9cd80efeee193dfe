# SPDX-License-Identifier: MIT
"""Reports on a schedule."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Table, Text

from onlinesvc_desktop.backend.store.tables.metadata import metadata

report_schedules = Table(
    "report_schedules",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False, index=True),
    Column("request", Text, nullable=False),
    Column("next_at", BigInteger, nullable=False, index=True),
    Column("created_at", BigInteger, nullable=False),
)
