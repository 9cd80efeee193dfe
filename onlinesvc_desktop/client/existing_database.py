# SPDX-License-Identifier: MIT
"""What the database of a data folder holds, looked at before anything is written to it."""

import sqlite3
from contextlib import closing
from enum import Enum
from pathlib import Path

_DATA = ("shipments", "customers")


class Contents(Enum):
    """What a database holds, as far as a first start must know it."""

    NOTHING = "nothing"
    """There is no file, or nothing in it."""
    IN_USE = "in_use"
    """Somebody can sign in."""
    WITHOUT_CODES = "without_codes"
    """There is data, and nobody can sign in."""
    UNREADABLE = "unreadable"
    """There is a file that is no database, or that cannot be read now."""


def contents_of(database: Path) -> Contents:
    """Look at a database of the embedded backend without changing it; blocks for a few indexed look-ups."""
    try:
        if not database.exists() or not database.stat().st_size:
            return Contents.NOTHING
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if _has_rows(connection, tables, "access_codes"):
                return Contents.IN_USE
            if any(_has_rows(connection, tables, table) for table in _DATA):
                return Contents.WITHOUT_CODES
    except (sqlite3.Error, OSError):
        return Contents.UNREADABLE
    return Contents.NOTHING


def _has_rows(connection: sqlite3.Connection, tables: set[str], table: str) -> bool:
    if table not in tables:
        return False
    (found,) = connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()  # noqa: S608 - a name of this module
    return bool(found)
