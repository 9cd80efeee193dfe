# SPDX-License-Identifier: MIT
"""Short reads on PostgreSQL without a thread: they run on the event loop, which goes on while the database works.

A thread hands the interpreter on at every wait for the database, and two of them took a third more processor time than this
(docs/scaling.md has the figures).
"""

import asyncio
from collections.abc import Callable, Sequence
from itertools import count
from time import monotonic
from typing import Any, TypeVar

import greenlet  # noqa: F401 - SQLAlchemy asks for it at the first read; whoever starts without it hears so at once
from psycopg import AsyncConnection, generators
from psycopg.adapt import PyFormat, Transformer
from psycopg.pq import ExecStatus
from sqlalchemy import URL, Connection, Engine
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.util import greenlet_spawn

Answer = TypeVar("Answer")

LOOP_CONNECTIONS = 4
STUCK_SECONDS = 1.0
"""From when on a read is not short any more: a lock, or a primary that is gone."""
_PREPARED = "prepared"
_NUMBERS = count()


class LoopReader:
    """Connections in autocommit that belong to the event loop of the process; there is one."""

    def __init__(self, url: URL, options: dict[str, Any]) -> None:
        """``options`` are SQLAlchemy's for an engine that reads; how many connections there are is decided here."""
        self._engine = create_async_engine(url, pool_size=LOOP_CONNECTIONS, max_overflow=0, **options)
        # The pool would let who comes just then go first, and others wait for long.
        self._turns = asyncio.Semaphore(LOOP_CONNECTIONS)
        self._begun: dict[object, float] = {}

    @property
    def engine(self) -> Engine:
        """What lends connections to work that ``run`` runs."""
        return self._engine.sync_engine

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """Run work as if it had a thread of its own; at each statement the loop goes on until the answer is there."""
        one = object()
        self._begun[one] = monotonic()
        try:
            async with self._turns:
                return await greenlet_spawn(work)
        finally:
            del self._begun[one]

    def is_stuck(self) -> bool:
        """Tell whether reads keep every connection for long; others had better go elsewhere."""
        return len(self._begun) >= LOOP_CONNECTIONS and monotonic() - next(iter(self._begun.values())) > STUCK_SECONDS

    def close(self) -> None:
        """Close every pooled connection, once the loop has ended."""
        asyncio.run(self._engine.dispose())


def rows_on_loop(connection: Connection, text: str, values: Sequence[Any]) -> list[Any] | None:
    """Return the rows of a statement whose parameters are ``$1`` and so on; None when the database refused it.

    It is prepared once for each connection, unless that leads through a pooler, and past psycopg's cursors, which cost more
    than an indexed look-up does.
    """
    lent: Any = connection.connection.dbapi_connection
    names: dict[str, bytes] = connection.info.setdefault(_PREPARED, {})
    rows: list[Any] | None = lent.run_async(lambda driver: _rows(driver, names, text, values))
    if rows is None:
        names.pop(text, None)
    return rows


async def _rows(driver: AsyncConnection[Any], names: dict[str, bytes], text: str, values: Sequence[Any]) -> list[Any] | None:
    pgconn, words = driver.pgconn, Transformer(driver)
    parameters = words.dump_sequence(values, [PyFormat.TEXT] * len(values))
    if driver.prepare_threshold is None:
        pgconn.send_query_params(text.encode(), parameters)
    else:
        name = names.get(text)
        if name is None:
            name = b"loop_%d" % next(_NUMBERS)
            pgconn.send_prepare(name, text.encode())
            if (await driver.wait(generators.execute(pgconn)))[0].status != ExecStatus.COMMAND_OK:
                return None
            names[text] = name
        pgconn.send_query_prepared(name, parameters)
    result = (await driver.wait(generators.execute(pgconn)))[0]
    if result.status != ExecStatus.TUPLES_OK:
        return None
    words.set_pgresult(result)
    return words.load_rows(0, result.ntuples, tuple)
