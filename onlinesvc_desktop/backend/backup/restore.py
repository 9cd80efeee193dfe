# SPDX-License-Identifier: MIT
"""Put a copy back. Blocks.

A copy is somebody's file until it is proved: it is read through, its version must be one of ours, and its tables, indexes,
triggers and views must be exactly those that this version makes. Only then is the database touched. What the rows say is
not proved: whoever can write a copy can write an administrator into it, so the command names those it holds.
"""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.exc import DatabaseError

from onlinesvc_desktop.backend.backup.copies import refuse_damaged
from onlinesvc_desktop.backend.backup.errors import BackupError
from onlinesvc_desktop.backend.backup.restore_dump import prove_dump
from onlinesvc_desktop.backend.backup.tools import run_tool
from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import known_versions, migrate
from onlinesvc_desktop.whole_file import replacing

_SQLITE_HEAD = b"SQLite format 3\0"
_DUMP_HEAD = b"PGDMP"


def put_back(database: Database, source: Path, now: datetime) -> Path | None:
    """Replace the database by a proved copy; return where what there was lies now (SQLite), or None.

    Raises:
        BackupError: the file is no copy of such a database, is damaged, changed, or of a later version; nothing was changed.
    """
    try:
        with source.open("rb") as stream:
            head = stream.read(16)
    except OSError as error:
        raise BackupError(str(error)) from error
    if database.is_sqlite:
        if not head.startswith(_SQLITE_HEAD):
            raise BackupError(f"{source}: not a copy of a SQLite database")
        return _put_back_sqlite(Path(str(database.url.database)), source, now)
    if not head.startswith(_DUMP_HEAD):
        raise BackupError(f"{source}: not a copy that pg_dump made")
    prove_dump(source, database.url)
    tool = ["pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error"]
    run_tool([*tool, f"--dbname={database.url.database}", str(source)], database.url)
    return None


def _put_back_sqlite(place: Path, source: Path, now: datetime) -> Path | None:
    kept = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with replacing(place) as fresh:
            shutil.copyfile(source, fresh)
            _prove_sqlite(fresh, source)
            if place.exists():
                _close_log(place)
                kept = place.with_name(f"{place.stem}-before-restore-{now:%Y%m%d-%H%M%S}{place.suffix}")
                _keep_beside(place, kept)
            for tail in ("-wal", "-shm"):
                place.with_name(place.name + tail).unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise BackupError(f"{source}: {error}") from error
    return kept


def _keep_beside(place: Path, kept: Path) -> None:
    """Give the database a second name, so that there is one at every moment; where the disk knows no links, another."""
    try:
        kept.hardlink_to(place)
    except OSError:
        place.replace(kept)


def _prove_sqlite(fresh: Path, source: Path) -> None:
    """Read the copy through, compare its schema with ours, and bring it to this version; one file remains.

    Raises:
        BackupError: it is none of ours.
        sqlite3.Error: it cannot be read.
    """
    with closing(sqlite3.connect(fresh)) as copy:
        copy.execute("PRAGMA trusted_schema = OFF")
        refuse_damaged(copy, source)
        rows = copy.execute("SELECT version_num FROM alembic_version").fetchmany(2)
        version = str(rows[0][0]) if len(rows) == 1 else ""
        if version not in known_versions():
            later = "a later version of the product" if version.isdigit() else "something else than this product"
            raise BackupError(f"{source}: made by {later} ({version or 'it names no version'})")
        found = _schema_of(copy)
    expected = _expected_schema(version)
    if found != expected:
        names = ", ".join(sorted({f"{kind} {name}" for kind, name, _, _ in found ^ expected}, reverse=True)[:5])
        raise BackupError(f"{source}: its schema is not ours ({names})")
    database = Database(f"sqlite:///{fresh}")
    try:
        migrate(database)
    except DatabaseError as error:
        raise BackupError(f"{source}: cannot be brought to this version ({error.orig})") from error
    finally:
        database.close()
    with closing(sqlite3.connect(fresh)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")


def _expected_schema(version: str) -> set[tuple[str, str, str, str]]:
    """Make an empty database of a version and return its schema."""
    with TemporaryDirectory(prefix="onlinesvc-") as folder:
        database = Database(sqlite_url(Path(folder)))
        try:
            migrate(database, to=version)
        finally:
            database.close()
        with closing(sqlite3.connect(str(database.url.database))) as empty:
            return _schema_of(empty)


def _schema_of(database: sqlite3.Connection) -> set[tuple[str, str, str, str]]:
    """Return everything that is in a database by kind, name, table and definition, but for what ANALYZE keeps."""
    statement = (
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'"
    )
    return {(kind, name, table, " ".join(sql.split())) for kind, name, table, sql in database.execute(statement)}


def _close_log(place: Path) -> None:
    """Bring what is still in the write-ahead log into the file; a damaged database keeps its log beside it."""
    try:
        with closing(sqlite3.connect(place, timeout=1)) as database:
            # In this mode a first look needs the file alone, so it fails while a server has it open.
            database.execute("PRAGMA locking_mode = EXCLUSIVE")
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise BackupError("the server is running; stop it first") from error
    except sqlite3.DatabaseError:
        return
