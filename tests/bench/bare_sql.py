# SPDX-License-Identifier: MIT
"""The statements behind a request, as the program sends them, and what they cost on a bare driver without the program."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any, NamedTuple

from sqlalchemy import Engine, event

from onlinesvc_desktop.backend.store import prepared
from tests.bench.load import cpu_of
from tests.support.postgres import Cluster

_SECONDS = 2.0


class Statement(NamedTuple):
    """A statement as its driver took it."""

    text: str
    values: Any
    many: bool


@contextmanager
def recorded() -> Iterator[list[Statement]]:
    """Note the statements that this process sends until the end, also past SQLAlchemy; not what begins a transaction."""
    noted: list[Statement] = []

    def note(_connection: Any, _cursor: Any, text: str, values: Any, _context: Any, many: bool) -> None:
        if not text.startswith("BEGIN"):
            noted.append(Statement(text, values, many))

    kind: Any = prepared._Compiled
    past = kind.rows

    def rows(compiled: Any, connection: Any, given: dict[str, Any]) -> Any:
        names = compiled.positions
        noted.append(Statement(compiled.text, given if names is None else tuple(given[name] for name in names), False))
        return past(compiled, connection, given)

    event.listen(Engine, "before_cursor_execute", note)
    kind.rows = rows
    try:
        yield noted
    finally:
        kind.rows = past
        event.remove(Engine, "before_cursor_execute", note)


def on_sqlite(file: str, asked: list[list[Statement]]) -> float:
    """Return the processor milliseconds of the statements of one request, the mean; what they change is taken back."""
    with closing(sqlite3.connect(file, isolation_level=None, cached_statements=1_000)) as connection:

        def run(statements: list[Statement]) -> None:
            connection.execute("BEGIN")
            for one in statements:
                run_one = connection.executemany if one.many else connection.execute
                run_one(one.text, one.values).fetchall()
            connection.execute("ROLLBACK")

        return _processor_ms(run, asked, time.process_time)


def on_postgresql(url: str, cluster: Cluster, asked: list[list[Statement]]) -> float:
    """Return what ``on_sqlite`` does, with the time of the database's process."""
    import psycopg

    with psycopg.connect(url, prepare_threshold=1, autocommit=True) as connection:

        def run(statements: list[Statement]) -> None:
            # Past psycopg, which forgets what is prepared at every end of a transaction that it knows of.
            connection.pgconn.exec_(b"BEGIN")
            for one in statements:
                # The program's reads on its event loop number their parameters.
                cursor = psycopg.RawCursor(connection) if "$1" in one.text else connection.cursor()
                if one.many:
                    cursor.executemany(one.text.encode(), one.values)
                else:
                    cursor.execute(one.text.encode(), one.values)
                    if cursor.description is not None:
                        cursor.fetchall()
            connection.pgconn.exec_(b"ROLLBACK")

        def spent() -> float:
            return time.process_time() + sum(cpu_of(pid) for pid in cluster.pids())

        return _processor_ms(run, asked, spent)


def _processor_ms(run: Callable[[list[Statement]], None], asked: list[list[Statement]], spent: Callable[[], float]) -> float:
    for statements in asked:
        run(statements)
    times, end, before = 0, time.monotonic() + _SECONDS, spent()
    while time.monotonic() < end:
        for statements in asked:
            run(statements)
        times += len(asked)
    return 1000 * (spent() - before) / times
