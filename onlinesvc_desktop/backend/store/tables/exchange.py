# SPDX-License-Identifier: MIT
"""Other sides that files are exchanged with."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from onlinesvc_desktop.backend.store.tables.metadata import metadata

exchange_parties = Table(
    "exchange_parties",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("name", String(80), nullable=False, unique=True),
    Column("public_key", String(80), nullable=False),
    Column("written", Integer, nullable=False),
    Column("taken", Integer, nullable=False),
    Column("confirmed", Integer, nullable=False),
    Column("access_code", String(64), nullable=False, server_default=""),
    Column("carrier_since", BigInteger),
)
"""Sides we exchange files with; the numbers are those of letters. ``access_code``: under which a site ships here;
``carrier_since``: from when on bills and pickups of ours go to it."""

exchange_asked = Table(
    "exchange_asked",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("party", ForeignKey("exchange_parties.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("key", String(40), nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("reference", String(20)),
    Column("state", String(20)),
    Column("reason", Text, nullable=False, server_default=""),
    Column("answered", Integer, nullable=False, server_default="0"),
    UniqueConstraint("party", "key", name="uq_exchange_asked_party_key"),
    UniqueConstraint("party", "kind", "row_id", name="uq_exchange_asked_party_kind_row_id"),
)
"""Requests of ours that went out, with what was answered, and for which revision."""

exchange_taken = Table(
    "exchange_taken",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("party", ForeignKey("exchange_parties.id"), nullable=False),
    Column("key", String(40), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("reference", String(20), nullable=False),
    Column("taken_at", BigInteger, nullable=False),
    Column("said_state", String(20), nullable=False),
    Column("said_in", Integer, nullable=False),
    Column("revision", Integer, nullable=False, server_default="1"),
    Column("refused", Text, nullable=False, server_default=""),
    UniqueConstraint("party", "key", name="uq_exchange_taken_party_key"),
)
"""Requests of others that came in, with what we last said of them and in which letter."""

exchange_numbers = Table(
    "exchange_numbers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("party", ForeignKey("exchange_parties.id"), nullable=False),
    Column("first", String(9), nullable=False),
    Column("last", String(9), nullable=False),
    Column("check_digit", String(8), nullable=False),
    Column("token", String(200), nullable=False),
    Column("said_in", Integer),
    UniqueConstraint("party", "token", name="uq_exchange_numbers_party_token"),
)
"""Numbers lent to a side, with the letter that first said so (0: none yet), or lent by it (null)."""
