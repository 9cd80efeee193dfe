# SPDX-License-Identifier: MIT
"""Make a copy of the database while it is in use. Blocks.

SQLite copies itself by its own backup interface, a snapshot that holds nobody up; PostgreSQL by pg_dump. A copy gets its
name only after it was read through.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from onlinesvc_desktop.backend.backup.errors import BackupError
from onlinesvc_desktop.backend.backup.tools import IsStopped, never, read_dump_through, run_tool
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.whole_file import replacing


def suffix_of(database: Database) -> str:
    """Return how copies of this database end."""
    return ".sqlite3" if database.is_sqlite else ".dump"


def make_copy(database: Database, target: Path, is_stopped: IsStopped = never) -> None:
    """Write a copy, whole or not at all, for its owner alone; SQLite's own copying cannot be stopped.

    Raises:
        BackupStoppedError: ``is_stopped`` said so.
        BackupError: the disk is full, the tools are missing, or the copy does not check out.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with replacing(target) as fresh:
            if database.is_sqlite:
                _copy_sqlite(Path(str(database.url.database)), fresh)
            else:
                run_tool(["pg_dump", "--format=custom", f"--file={fresh}"], database.direct_url, is_stopped)
                read_dump_through(str(fresh), database.direct_url, is_stopped)
    except (OSError, sqlite3.Error) as error:
        raise BackupError(str(error)) from error


def refuse_damaged(database: sqlite3.Connection, name: Path) -> None:
    """Read a SQLite database through.

    Raises:
        BackupError: it is damaged.
        sqlite3.Error: it cannot be read at all.
    """
    (found,) = database.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise BackupError(f"{name}: damaged ({found})")


def _copy_sqlite(source: Path, target: Path) -> None:
    if not source.exists():
        raise BackupError(f"{source}: there is no database")
    try:
        with (
            closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as origin,
            closing(sqlite3.connect(target)) as copy,
        ):
            origin.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            refuse_damaged(copy, source)
    finally:
        for beside in ("-journal", "-wal", "-shm"):
            Path(f"{target}{beside}").unlink(missing_ok=True)
