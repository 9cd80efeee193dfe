# SPDX-License-Identifier: MIT
"""Whether a data folder holds a database that somebody works with already."""

import sqlite3
from contextlib import closing
from pathlib import Path


def is_filled(database: Path) -> bool:
    """Tell whether a database of the embedded backend has an access code in it; blocks for one indexed look-up."""
    if not database.exists():
        return False
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            (found,) = connection.execute("SELECT EXISTS (SELECT 1 FROM access_codes)").fetchone()
    except sqlite3.Error:
        return False
    return bool(found)
