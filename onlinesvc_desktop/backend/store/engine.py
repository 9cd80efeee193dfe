# SPDX-License-Identifier: MIT
"""One database, two doors: reads in autocommit, writes in an explicit transaction (backend stack ADR)."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool, QueuePool

BUSY_TIMEOUT_MS = 10_000
SQLITE_THREADS = 2
POSTGRESQL_THREADS = 8
READ_SECONDS = 20
WRITE_SECONDS = 60
LOCK_SECONDS = 15
POOL_SECONDS = 20
CONNECT_SECONDS = 5


class WouldWaitError(Exception):
    """A write was asked for where nothing may wait."""


class Database:
    """Open a database by URL; SQLite in WAL mode, PostgreSQL through psycopg 3, there in another ``schema`` if one is named.

    A worker holds up to ``2 * threads + 4`` connections to PostgreSQL.
    """

    def __init__(self, url: str, schema: str = "") -> None:
        parsed = make_url(url)
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        self.url = parsed
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        self._here = threading.local()
        self.threads = SQLITE_THREADS if self.is_sqlite else POSTGRESQL_THREADS
        # The upkeep is one more than the threads that answer requests. Parameters hold names and addresses: never in a log.
        pool: dict[str, Any] = {"poolclass": QueuePool, "pool_size": self.threads + 1, "hide_parameters": True}
        if not self.is_sqlite:
            pool |= {"max_overflow": 1, "pool_timeout": POOL_SECONDS}
        self._reader = create_engine(
            parsed,
            pool_reset_on_return=None,
            isolation_level="AUTOCOMMIT",
            connect_args={} if self.is_sqlite else _postgresql_options(READ_SECONDS, schema),
            **pool,
        )
        if self.is_sqlite:
            # A writer opens its connection afresh: writes are rare there, and an idle writer would pin the WAL.
            self._writer = create_engine(parsed, poolclass=NullPool, hide_parameters=True)
            event.listen(self._reader, "connect", _prepare_sqlite)
            event.listen(self._writer, "connect", _prepare_sqlite)
            event.listen(self._writer, "begin", _begin_immediate)
        else:
            arguments = _postgresql_options(WRITE_SECONDS, schema)
            self._writer = create_engine(parsed, pool_pre_ping=True, connect_args=arguments, **pool)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend a connection on which every statement stands alone."""
        with self._reader.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Lend a connection inside one transaction; it commits when the block ends without an error.

        Raises:
            WouldWaitError: within ``without_waiting``.
        """
        if getattr(self._here, "never_waits", False):
            raise WouldWaitError
        with self._writer.begin() as connection:
            yield connection

    @contextmanager
    def without_waiting(self) -> Iterator[None]:
        """Let this thread read, which never waits with SQLite's write-ahead log, and refuse it to write."""
        self._here.never_waits = True
        try:
            yield
        finally:
            self._here.never_waits = False

    def close(self) -> None:
        """Close every pooled connection."""
        self._reader.dispose()
        self._writer.dispose()


def _postgresql_options(statement_seconds: int, schema: str) -> dict[str, Any]:
    """Bound every wait: to connect, for a lock, for a statement, and of the server for us inside a transaction."""
    limits = {
        "statement_timeout": statement_seconds,
        "lock_timeout": LOCK_SECONDS,
        "idle_in_transaction_session_timeout": WRITE_SECONDS,
    }
    options = " ".join(f"-c {name}={seconds}s" for name, seconds in limits.items())
    if schema:
        options += f" -c search_path={schema}"
    return {"options": options, "connect_timeout": CONNECT_SECONDS, "application_name": "onlinesvc-backend"}


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    """Take the write lock at once, so that a read followed by a write never meets SQLITE_BUSY half-way."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
