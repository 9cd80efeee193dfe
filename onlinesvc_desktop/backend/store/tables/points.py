# SPDX-License-Identifier: MIT
"""The service tables taken in, whole, as the files they came in."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, Table

from onlinesvc_desktop.backend.store.tables.metadata import metadata

service_tables = Table(
    "service_tables",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("taken_at", BigInteger, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id")),
    Column("digest", LargeBinary(32), nullable=False),
    Column("terminals", LargeBinary, nullable=False),
    Column("points", LargeBinary, nullable=False),
    Column("transit_days", LargeBinary, nullable=False),
)
"""The newest row is the one in use; ``digest`` is the SHA-256 of its three files."""
