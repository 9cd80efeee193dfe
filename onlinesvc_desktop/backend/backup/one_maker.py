# SPDX-License-Identifier: MIT
"""Let one process at a time make a copy of a database: an advisory lock on PostgreSQL, a locked file beside SQLite's.

The lock belongs to a transaction, because behind a pooler a session is anybody's from one statement to the next. Between its
statements that transaction sees nothing, so it holds no vacuum up.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.file_lock import FileLock

_COPY_LOCK = 0x6F6E6C636F7079
"""Any number, as long as every version of the product takes the same."""
_LOOK_SECONDS = 0.2


@contextmanager
def one_maker(database: Database, *, wait: bool) -> Iterator[bool]:
    """Tell whether this process may make a copy now, and keep the others from it until the block ends. Blocks with ``wait``.

    Raises:
        OSError: the folder of a SQLite database cannot be written to.
        DatabaseError: PostgreSQL cannot be asked.
    """
    with _locked_file(database, wait) if database.is_sqlite else _advisory_lock(database, wait) as is_ours:
        yield is_ours


@contextmanager
def _locked_file(database: Database, wait: bool) -> Iterator[bool]:
    lock = FileLock(Path(f"{database.url.database}-copying"))
    while not (is_ours := lock.acquire()) and wait:
        time.sleep(_LOOK_SECONDS)
    try:
        yield is_ours
    finally:
        lock.release()


@contextmanager
def _advisory_lock(database: Database, wait: bool) -> Iterator[bool]:
    key = {"key": _COPY_LOCK}
    statement = text("SELECT pg_try_advisory_xact_lock(:key)")
    with database.write() as connection:
        connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        while not (is_ours := connection.execute(statement, key).scalar_one()) and wait:
            time.sleep(_LOOK_SECONDS)
        yield bool(is_ours)
