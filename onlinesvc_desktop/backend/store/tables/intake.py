# SPDX-License-Identifier: MIT
"""Files that came in."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from onlinesvc_desktop.backend.store.tables.metadata import metadata

intake_files = Table(
    "intake_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sha256", LargeBinary(32), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("state", String(16), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("quarantined", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Column("finished_at", BigInteger),
    Column("remarked", Integer, nullable=False, server_default="0"),
    Column("remarks", Text, nullable=False, server_default="[]"),
    Column("mapping", Text),
    Column("settled_at", BigInteger),
    UniqueConstraint("sha256"),
)
"""Files taken in. ``position`` is how far, in bytes; ``answer`` the 997; ``reason`` why a file was rejected whole;
``remarked`` how much was mended or left out, ``remarks`` the first of it as JSON; ``mapping`` how a table was read, as TOML;
``settled_at`` when an administrator had dealt with it."""

partners = Table(
    "partners",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("state", String(16), nullable=False),
    Column("profile", Text, nullable=False),
    Column("files", Integer, nullable=False),
    Column("last_file_id", Integer),
    Column("last_file", Text, nullable=False),
    Column("first_at", BigInteger, nullable=False),
    Column("last_at", BigInteger, nullable=False),
)
"""Partners with their profiles as JSON, and senders whom nobody has looked at, with how many files came from each.
The last of these may be forgotten, so its number is no key."""

intake_quarantine = Table(
    "intake_quarantine",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_id", ForeignKey("intake_files.id"), nullable=False, index=True),
    Column("position", BigInteger, nullable=False),
    Column("control", Text, nullable=False),
    Column("reason", String(20), nullable=False),
    Column("detail", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("sender", Text, nullable=False, server_default=""),
    Column("cells", Text),
    Column("settled_at", BigInteger),
    Column("settlement", String(16)),
)
"""What was set aside: ``sender`` is the ISA's qualifier and identification, or the name of a table's partner; ``cells``
those of a row under our headings, as JSON; ``settled_at`` and ``settlement`` when and how it was dealt with by hand."""
