# SPDX-License-Identifier: MIT
"""One database, two doors: reads in autocommit, writes in an explicit transaction (backend stack ADR).

Through a pooler in transaction mode nothing may be set for a session and no statement prepared in one: the next statement
runs in another session. Limits then belong to the role (``deploy/roles.sql``), and those of a write to its transaction.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DisconnectionError, InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    from onlinesvc_desktop.backend.store.loop_reader import LoopReader

Answer = TypeVar("Answer")

BUSY_TIMEOUT_MS = 10_000
SQLITE_THREADS = 2
POSTGRESQL_THREADS = 8
READ_SECONDS = 20
WRITE_SECONDS = 60
LOCK_SECONDS = 15
POOL_SECONDS = 20
CONNECT_SECONDS = 5


_READ_ONLY = "25006"
_KNOWN_UNTIL = text(
    "SELECT CASE WHEN pg_is_in_recovery() THEN coalesce(pg_last_xact_replay_timestamp(), pg_postmaster_start_time())"
    " ELSE now() END"
)
_TRIED_AGAIN_SECONDS = 1.0
_TRYING_SECONDS = 10.0
_UNSURE = "commit is unsure"
_FILE = "file"

# What a request may do and reads on; it may run on a thread or, beside others, on the event loop.
_NEVER_WAITS: ContextVar[bool] = ContextVar("never waits", default=False)
_ON_STANDBY: ContextVar[bool] = ContextVar("reads from a standby", default=False)
_SHARED: ContextVar[list[Connection] | None] = ContextVar("reads on one connection", default=None)


class WouldWaitError(Exception):
    """A write or a standby was asked for where nothing may wait."""


class NotOnStandbyError(Exception):
    """A write was asked for while a standby answers."""


class UnsureCommitError(Exception):
    """A transaction was committed, but the wait for its copy on a standby was given up: a failover may lose it."""


class PrimaryWatch:
    """Whether the primary answers, as far as this process has seen; while it does not, one request at a time tries it."""

    def __init__(self) -> None:
        self._try_at: float | None = None

    @property
    def is_trusted(self) -> bool:
        """Tell whether it answered whenever it was asked last."""
        return self._try_at is None

    def is_worth_trying(self) -> bool:
        """Tell whether to ask the primary; who is told so says afterwards what came of it."""
        if self._try_at is None:
            return True
        if time.monotonic() < self._try_at:
            return False
        self._try_at = time.monotonic() + _TRYING_SECONDS
        return True

    def answered(self) -> None:
        """Note that it does."""
        self._try_at = None

    def failed(self) -> None:
        """Note that it does not."""
        self._try_at = time.monotonic() + _TRIED_AGAIN_SECONDS


class Database:
    """Open a database by URL; SQLite in WAL mode, PostgreSQL through psycopg 3, there in another ``schema`` if one is named.

    With ``direct_url`` the first URL leads through a pooler in transaction mode, and this one past it.
    A worker holds up to ``2 * threads + 4`` connections to PostgreSQL and those of ``LoopReader``, and ``threads + 2`` to
    standbys at ``standby_url``.
    """

    def __init__(self, url: str, schema: str = "", direct_url: str = "", standby_url: str = "") -> None:
        parsed = _with_driver(url)
        self.url = parsed
        self.direct_url = _with_driver(direct_url or url)
        is_pooled = bool(direct_url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        self.threads = SQLITE_THREADS if self.is_sqlite else POSTGRESQL_THREADS
        # The upkeep is one more than the threads that answer requests. Parameters hold names and addresses: never in a log.
        pool: dict[str, Any] = {"poolclass": QueuePool, "pool_size": self.threads + 1, "hide_parameters": True}
        if not self.is_sqlite:
            pool |= {"max_overflow": 1, "pool_timeout": POOL_SECONDS}
        reading: dict[str, Any] = {"pool_reset_on_return": None, "isolation_level": "AUTOCOMMIT", "hide_parameters": True}
        if not self.is_sqlite:
            reading["connect_args"] = _postgresql_options(READ_SECONDS, schema, is_pooled)
        self._reader = create_engine(parsed, **reading | pool)
        self._loop_reader = None if self.is_sqlite else _loop_reader(parsed, reading | {"pool_timeout": POOL_SECONDS})
        self._standby: Engine | None = None
        self.primary = PrimaryWatch()
        if standby_url:
            self._standby = create_engine(_with_driver(standby_url), pool_pre_ping=True, **reading | pool)
        if self.is_sqlite:
            self._writer = create_engine(parsed, **pool)
            event.listen(self._reader, "connect", _prepare_sqlite)
            event.listen(self._writer, "connect", _prepare_sqlite)
            event.listen(self._writer, "connect", _note_file)
            event.listen(self._writer, "checkout", _leave_former_file)
            event.listen(self._writer, "begin", _begin_immediate)
        else:
            arguments = _postgresql_options(WRITE_SECONDS, schema, is_pooled)
            self._writer = create_engine(parsed, pool_pre_ping=True, connect_args=arguments, **pool)
            event.listen(self._writer, "connect", _watch_commits)
            event.listen(self._writer, "handle_error", _leave_standby)
            if is_pooled:
                event.listen(self._writer, "begin", _limit_transaction)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend a connection on which every statement stands alone."""
        shared = _SHARED.get()
        if shared:
            yield shared[0]
            return
        connection = self._engine_to_read().connect()
        if shared is not None:
            shared.append(connection)
            yield connection
            return
        with connection:
            yield connection

    def _engine_to_read(self) -> Engine:
        if self.is_on_standby and self._standby is not None:
            return self._standby
        if self.never_waits and self._loop_reader is not None:
            return self._loop_reader.engine
        return self._reader

    @contextmanager
    def one_reader(self) -> Iterator[None]:
        """Let a request read on one connection within the block, taken when it first reads."""
        shared: list[Connection] = []
        before = _SHARED.set(shared)
        try:
            yield
        finally:
            _SHARED.reset(before)
            for connection in shared:
                connection.close()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Lend a connection inside one transaction; it commits when the block ends without an error.

        Raises:
            WouldWaitError: within ``without_waiting``.
            NotOnStandbyError: within ``on_standby``.
            UnsureCommitError: it is not known whether the commit outlives this primary; nobody may be told that it does.
        """
        self.needs_a_thread()
        if self.is_on_standby:
            raise NotOnStandbyError
        with self._writer.connect() as connection:
            with connection.begin():
                yield connection
            if connection.info.pop(_UNSURE, False):
                raise UnsureCommitError

    @property
    def answers_at_once(self) -> bool:
        """Tell whether short reads are short: neither a lock nor a primary that is away holds them up.

        The event loop of Windows does not suit psycopg.
        """
        if not self.is_sqlite and sys.platform == "win32":
            return False
        return self.primary.is_trusted and not (self._loop_reader is not None and self._loop_reader.is_stuck())

    async def without_waiting(self, work: Callable[[], Answer]) -> Answer:
        """Run a short read on the event loop; writes and standbys are refused to it.

        SQLite's write-ahead log lets it read at once; while PostgreSQL works, the loop goes on.

        Raises:
            WouldWaitError: it wanted to write, to read from a standby, or to read at length.
        """
        before = _NEVER_WAITS.set(True)
        try:
            return work() if self._loop_reader is None else await self._loop_reader.run(work)
        finally:
            _NEVER_WAITS.reset(before)

    @property
    def never_waits(self) -> bool:
        """Tell whether this request runs on the event loop, where writes are refused."""
        return _NEVER_WAITS.get()

    def needs_a_thread(self) -> None:
        """Say that what was to be a short read is a long one: it is run again on a thread, where this does nothing.

        Raises:
            WouldWaitError: within ``without_waiting``.
        """
        if self.never_waits:
            raise WouldWaitError

    @property
    def has_standby(self) -> bool:
        """Tell whether there is anybody else to read from."""
        return self._standby is not None

    @property
    def is_on_standby(self) -> bool:
        """Tell whether this request reads from a standby."""
        return _ON_STANDBY.get()

    @contextmanager
    def on_standby(self) -> Iterator[datetime]:
        """Let a request read from a standby and refuse it to write; lend the moment up to which everything is there (UTC).

        A standby that has become the primary meanwhile has everything.

        Raises:
            WouldWaitError: within ``without_waiting``.
        """
        self.needs_a_thread()
        standby, shared = _ON_STANDBY.set(True), _SHARED.set(None)
        try:
            with self.read() as connection:
                known: datetime = connection.execute(_KNOWN_UNTIL).scalar_one()
            yield known.astimezone(UTC)
        finally:
            _SHARED.reset(shared)
            _ON_STANDBY.reset(standby)

    def close(self) -> None:
        """Close every pooled connection, once no event loop runs any more."""
        if self._loop_reader is not None:
            self._loop_reader.close()
        if self._standby is not None:
            self._standby.dispose()
        self._reader.dispose()
        self._writer.dispose()


def is_away(error: BaseException) -> bool:
    """Tell whether a failure means that there is no primary to write to, or none to reach, for now."""
    if isinstance(error, InternalError):
        return getattr(error.orig, "sqlstate", None) == _READ_ONLY
    return isinstance(error, OperationalError | InterfaceError | NoConnectionFree | UnsureCommitError | NotOnStandbyError)


def _with_driver(url: str) -> URL:
    parsed = make_url(url)
    return parsed.set(drivername="postgresql+psycopg") if parsed.drivername == "postgresql" else parsed


def _loop_reader(url: URL, options: dict[str, Any]) -> "LoopReader":
    """Return what reads on the event loop; SQLite needs none, and the program on a clerk's computer holds no psycopg."""
    from onlinesvc_desktop.backend.store.loop_reader import LoopReader

    return LoopReader(url, options)


def _limits(statement_seconds: int) -> dict[str, str]:
    """Bound every wait: for a lock, for a statement, and of the server for us inside a transaction."""
    return {
        "statement_timeout": f"{statement_seconds}s",
        "lock_timeout": f"{LOCK_SECONDS}s",
        "idle_in_transaction_session_timeout": f"{WRITE_SECONDS}s",
    }


def _postgresql_options(statement_seconds: int, schema: str, is_pooled: bool) -> dict[str, Any]:
    always = {"connect_timeout": CONNECT_SECONDS, "application_name": "onlinesvc-backend"}
    if is_pooled:
        return always | {"prepare_threshold": None}
    options = " ".join(f"-c {name}={value}" for name, value in _limits(statement_seconds).items())
    if schema:
        options += f" -c search_path={schema}"
    return always | {"options": options}


def _limit_transaction(connection: Connection) -> None:
    """Set for the transaction what cannot be set for the session."""
    settings = "; ".join(f"SET LOCAL {name} = '{value}'" for name, value in _limits(WRITE_SECONDS).items())
    connection.exec_driver_sql(settings)


def _watch_commits(connection: Any, record: Any) -> None:
    """Notice the warning of a commit that no longer waits for its standby; its words are in the server's language."""

    def notice(diagnostic: Any) -> None:
        if diagnostic.source_function == "SyncRepWaitForLSN":
            record.info[_UNSURE] = True

    connection.add_notice_handler(notice)


def _leave_standby(context: Any) -> None:
    """Drop every connection when one turns out to lead to a standby, which the primary may have become."""
    if getattr(context.original_exception, "sqlstate", None) == _READ_ONLY:
        context.is_disconnect = True


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _note_file(connection: Any, record: Any) -> None:
    """Remember which file was opened."""
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    record.info[_FILE] = path, _identity(path)


def _leave_former_file(_connection: Any, record: Any, _lent: object) -> None:
    """Open the file anew when another took its place: what is written into one without a name is gone."""
    path, opened = record.info[_FILE]
    if _identity(path) != opened:
        raise DisconnectionError


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _begin_immediate(connection: Connection) -> None:
    """Take the write lock at once, so that a read followed by a write never meets SQLITE_BUSY half-way."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
