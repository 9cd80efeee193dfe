# SPDX-License-Identifier: MIT
"""Make a copy of the database while it is in use, and put one back. Blocks.

SQLite copies itself by its own backup interface, a snapshot that holds nobody up; PostgreSQL by pg_dump and pg_restore.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL

from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import NEWEST

_SQLITE_HEAD = b"SQLite format 3\0"
_DUMP_HEAD = b"PGDMP"


class BackupError(Exception):
    """A copy cannot be made or put back; the text says why. What there was is untouched."""


def suffix_of(database: Database) -> str:
    """Return how copies of this database end."""
    return ".sqlite3" if database.is_sqlite else ".dump"


def make_copy(database: Database, target: Path) -> None:
    """Write a copy, whole or not at all, for its owner alone.

    Raises:
        BackupError: the disk is full, the tools are missing, or the copy does not check out.
    """
    partial = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        partial.unlink(missing_ok=True)
        partial.touch(mode=0o600)
        if database.is_sqlite:
            _copy_sqlite(Path(str(database.url.database)), partial)
        else:
            _run_tool(["pg_dump", "--format=custom", f"--file={partial}"], database.url)
        with partial.open("rb") as stream:
            os.fsync(stream.fileno())
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise BackupError(str(error)) from error
    finally:
        partial.unlink(missing_ok=True)


def put_back(database: Database, source: Path, now: datetime) -> Path | None:
    """Replace the database by a copy; return where what there was lies now (SQLite), or None.

    Raises:
        BackupError: the file is no copy of such a database, is damaged, or of a later version; nothing was changed.
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
    tool = ["pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error"]
    _run_tool([*tool, f"--dbname={_name(database.url)}", str(source)], database.url)
    return None


def _copy_sqlite(source: Path, target: Path) -> None:
    if not source.exists():
        raise BackupError(f"{source}: there is no database")
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as origin, closing(sqlite3.connect(target)) as copy:
        origin.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        _check(copy, source)


def _put_back_sqlite(place: Path, source: Path, now: datetime) -> Path | None:
    fresh = place.with_name(f"{place.name}.restoring")
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(source, fresh)
        fresh.chmod(0o600)
        with closing(sqlite3.connect(fresh)) as copy:
            _check(copy, source)
            (version,) = copy.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
            if str(version) > NEWEST:
                raise BackupError(f"{source}: made by a later version of the product ({version})")
        kept = None
        if place.exists():
            _close_log(place)
            kept = place.with_name(f"{place.stem}-before-restore-{now:%Y%m%d-%H%M%S}{place.suffix}")
            place.replace(kept)
        for tail in ("-wal", "-shm"):
            place.with_name(place.name + tail).unlink(missing_ok=True)
        fresh.replace(place)
    except (OSError, sqlite3.Error) as error:
        raise BackupError(f"{source}: {error}") from error
    finally:
        fresh.unlink(missing_ok=True)
    return kept


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


def _check(database: sqlite3.Connection, name: Path) -> None:
    (found,) = database.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise BackupError(f"{name}: damaged ({found})")


def _name(url: URL) -> str:
    return str(url.database)


def _run_tool(command: list[str], url: URL) -> None:
    """Run a tool of PostgreSQL; the password goes by the environment, never as an argument."""
    tool = shutil.which(command[0])
    if tool is None:
        raise BackupError(f"{command[0]} is not installed; it comes with PostgreSQL")
    environment = os.environ | {
        "PGHOST": str(url.query.get("host") or url.host or ""),
        "PGPORT": str(url.query.get("port") or url.port or ""),
        "PGUSER": url.username or "",
        "PGPASSWORD": str(url.password or ""),
        "PGDATABASE": _name(url),
    }
    environment = {key: value for key, value in environment.items() if value or not key.startswith("PG")}
    done = subprocess.run([tool, *command[1:]], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BackupError((done.stderr.strip().splitlines() or [f"{command[0]} failed"])[-1])
