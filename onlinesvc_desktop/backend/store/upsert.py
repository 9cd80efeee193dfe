# SPDX-License-Identifier: MIT
"""Inserts that may meet a row which is there already; only the dialect that is spoken is loaded."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import Table

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite


def upsert(table: Table, dialect: str) -> "sqlite.Insert | postgresql.Insert":
    """Return an insert that has ``on_conflict_do_...``, for a dialect by its name; SQLite's own or PostgreSQL's."""
    insert: Any
    if dialect == "sqlite":
        from sqlalchemy.dialects.sqlite import insert
    else:
        from sqlalchemy.dialects.postgresql import insert
    made: sqlite.Insert | postgresql.Insert = insert(table)
    return made
