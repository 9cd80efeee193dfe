# SPDX-License-Identifier: MIT
"""Short reads on PostgreSQL stay on the event loop: the same answers, none in the way of another, nothing left behind."""

import asyncio
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any, TypeVar

import psycopg
import pytest
from sqlalchemy import Connection, bindparam, select, text
from sqlalchemy.exc import DBAPIError, OperationalError

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.store.accounts import find_session
from onlinesvc_desktop.backend.store.engine import Database, WouldWaitError
from onlinesvc_desktop.backend.store.loop_reader import LOOP_CONNECTIONS
from onlinesvc_desktop.backend.store.prepared import Prepared
from onlinesvc_desktop.backend.store.tables.shipments import shipments
from onlinesvc_desktop.backend.store.whole_shipment import find_whole_shipment
from tests.support.backend import COMMAND, serving
from tests.support.postgres import Cluster
from tests.support.waiting import wait_for

Answer = TypeVar("Answer")

_HELD_UP = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND wait_event_type = 'Lock' AND now() - query_start > interval '1100 ms'
"""
_KEPT = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
_NUMBER = "123456782"
_WHERE = Prepared(select(shipments.c.autopro_number).where(shipments.c.autopro_number == bindparam("number")))


@pytest.fixture(params=["straight", "through a pooler"])
def database(request: pytest.FixtureRequest, database_url: str) -> Iterator[Database]:
    made = Database(database_url, direct_url=database_url if request.param == "through a pooler" else "")
    yield made
    made.close()


@pytest.fixture
def filled(database: Database, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    command = [*COMMAND, "--data-dir", str(tmp_path), "sample", "--shipments", "40", "--seed", "2"]
    subprocess.run(command, check=True, capture_output=True)
    return database


def _read(database: Database, work: Callable[[Connection], Answer]) -> Answer:
    def with_connection() -> Answer:
        with database.read() as connection:
            return work(connection)

    return asyncio.run(database.without_waiting(with_connection))


def test_what_is_read_on_the_loop_is_what_is_read_on_a_thread(filled: Database):
    with filled.read() as connection:
        numbers = list(connection.execute(select(shipments.c.autopro_number)).scalars())
        told = [find_whole_shipment(connection, number) for number in numbers]

    def ask_twice(connection: Connection) -> list[Any]:
        return [find_whole_shipment(connection, number) for _ in range(2) for number in numbers]

    assert len(numbers) == 40
    assert None not in told
    assert _read(filled, ask_twice) == told * 2


def test_texts_nobody_should_send_find_nothing_and_break_nothing(filled: Database):
    def ask(connection: Connection) -> list[Any]:
        number = connection.execute(select(shipments.c.autopro_number).limit(1)).scalar_one()
        odd = [f"{number}'", f"{number}%s", f"{number}$1", "$1", "", "é" * 5_000]
        found = [*(_WHERE.first(connection, number=one) for one in odd), find_session(connection, "nobody's")]
        with pytest.raises(DBAPIError):
            _WHERE.first(connection, number=f"{number}\0")
        assert _WHERE.first(connection, number=number) == (number,)
        return found

    assert _read(filled, ask) == [None] * 7


def test_what_the_database_refuses_is_worded_by_sqlalchemy_and_asked_anew_afterwards(
    database: Database, request: pytest.FixtureRequest
):
    gone = Prepared(select(text("kept.number")).select_from(text("kept")))

    def ask(connection: Connection) -> Any:
        return gone.first(connection)

    def with_a_table(connection: Connection) -> list[Any]:
        connection.execute(text("CREATE TABLE kept (number INTEGER)"))
        before = gone.rows(connection)
        connection.execute(text("ALTER TABLE kept ALTER number TYPE TEXT"))
        connection.execute(text("INSERT INTO kept VALUES ('seven')"))
        rows = [before, gone.first(connection), gone.first(connection)]
        prepared = connection.execute(
            text("SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'loop%'")
        ).scalar_one()
        return [*rows, prepared]

    with pytest.raises(DBAPIError):
        _read(database, ask)
    is_pooled = "pooler" in request.node.name
    assert _read(database, with_a_table) == [[], ("seven",), ("seven",), 0 if is_pooled else 2]


def test_a_lost_connection_is_noticed_and_replaced(database_url: str, cluster: Cluster):
    database, one = Database(database_url), Prepared(select(text("1")))

    async def live() -> None:
        assert await database.without_waiting(lambda: _first(database, one)) == (1,)
        cluster.kill()
        cluster.start()
        with pytest.raises(OperationalError) as lost:
            await database.without_waiting(lambda: _first(database, one))
        assert lost.value.connection_invalidated
        assert await database.without_waiting(lambda: _first(database, one)) == (1,)

    asyncio.run(live())
    database.close()


def _first(database: Database, statement: Prepared) -> Any:
    with database.read() as connection:
        return statement.first(connection)


def test_reads_beside_each_other_share_one_thread_and_keep_their_connections_apart(database: Database):
    slow = Prepared(select(text("pg_backend_pid()"), text("pg_sleep(0.3)")))

    def work() -> tuple[bool, bool, int]:
        with database.one_reader():
            with database.read() as first:
                number = slow.rows(first)[0][0]
            with database.read() as second:
                return current_thread() is main_thread(), first is second, number

    async def live() -> list[tuple[bool, bool, int]]:
        began = asyncio.get_running_loop().time()
        found = await asyncio.gather(*(database.without_waiting(work) for _ in range(LOOP_CONNECTIONS)))
        assert asyncio.get_running_loop().time() - began < 0.3 * LOOP_CONNECTIONS
        return found

    found = asyncio.run(live())
    assert [one[:2] for one in found] == [(True, True)] * LOOP_CONNECTIONS
    assert len({one[2] for one in found}) == LOOP_CONNECTIONS


def test_those_who_ask_again_and_again_have_their_turns_alike(database: Database):
    short = Prepared(select(text("pg_sleep(0.004)")))
    answered = [0] * (4 * LOOP_CONNECTIONS)

    async def ask(client: int) -> None:
        while max(answered) < 30:
            await database.without_waiting(lambda: _first(database, short))
            answered[client] += 1

    async def live() -> None:
        await asyncio.gather(*(ask(client) for client in range(len(answered))))

    asyncio.run(live())
    assert min(answered) >= 28, answered


def test_writes_and_standbys_are_refused_on_the_loop_and_to_nobody_else(database: Database):
    def write() -> None:
        with database.write():
            pass

    def stand_by() -> None:
        with database.on_standby():
            pass

    for work in (write, stand_by):
        with pytest.raises(WouldWaitError):
            asyncio.run(database.without_waiting(work))
    write()


def test_a_read_that_is_cut_off_leaves_no_answer_for_the_next_one(database: Database):
    slow, one = Prepared(select(text("2"), text("pg_sleep(20)"))), Prepared(select(text("1")))

    async def live() -> None:
        cut = [
            asyncio.ensure_future(database.without_waiting(lambda: _first(database, slow))) for _ in range(LOOP_CONNECTIONS)
        ]
        await asyncio.sleep(0.3)
        for task in cut:
            task.cancel()
        ended = await asyncio.gather(*cut, return_exceptions=True)
        assert all(isinstance(end, BaseException) for end in ended)
        for _ in range(LOOP_CONNECTIONS + 1):
            assert await asyncio.wait_for(database.without_waiting(lambda: _first(database, one)), 10) == (1,)

    asyncio.run(live())


def test_a_closed_database_keeps_no_connection(database: Database, database_url: str):
    _read(database, lambda connection: connection.execute(text("SELECT 1")).scalar_one())
    database.close()
    with psycopg.connect(database_url, autocommit=True) as onlooker:
        wait_for(lambda: onlooker.execute(_KEPT).fetchone() == (0,))


def test_reads_that_wait_for_a_lock_keep_no_other_read_waiting(database_url: str, tmp_path: Path):
    with (
        serving(tmp_path, database_url=database_url, anonymous_traces=Throttle(0, 0)) as server,
        ThreadPoolExecutor(LOOP_CONNECTIONS) as clerks,
    ):
        path = f"/v1/shipments/{_NUMBER}"
        assert server.ask("GET", path).status_code == 404
        with psycopg.connect(database_url) as holder, psycopg.connect(database_url, autocommit=True) as onlooker:
            holder.execute("LOCK TABLE shipments IN ACCESS EXCLUSIVE MODE")
            asked = [clerks.submit(server.ask, "GET", path) for _ in range(LOOP_CONNECTIONS)]
            wait_for(lambda: onlooker.execute(_HELD_UP).fetchone() == (LOOP_CONNECTIONS,))
            assert server.ask("GET", "/v1/health").status_code == 200
            assert not any(one.done() for one in asked)
            holder.rollback()
        assert [one.result().status_code for one in asked] == [404] * LOOP_CONNECTIONS
