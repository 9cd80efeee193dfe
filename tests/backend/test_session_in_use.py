# SPDX-License-Identifier: MIT
"""That a session is used is noted once a minute; while one request waits to write it, the session's others read on."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import select

from onlinesvc_desktop.backend.store.tables.accounts import sessions
from onlinesvc_desktop.backend.store.times import from_seconds
from tests.support.backend import Server, make_sample, serving
from tests.support.waiting import wait_for

_AT_ONCE = 12


@contextmanager
def _sqlite_held(folder: Path) -> Iterator[None]:
    with closing(sqlite3.connect(folder / "onlinesvc.sqlite3", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")


@contextmanager
def _session_held(url: str) -> Iterator[None]:
    with psycopg.connect(url) as holder:
        holder.execute("SELECT 1 FROM sessions FOR UPDATE")
        yield
        holder.rollback()


@pytest.mark.parametrize("kind", ["SQLite", "PostgreSQL"])
def test_a_session_reads_on_while_its_use_waits_to_be_noted(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    url, holding = "", _sqlite_held(tmp_path)
    if kind == "PostgreSQL":
        url = request.getfixturevalue("database_url")
        monkeypatch.setenv("ONLINESVC_DATABASE_URL", url)
        holding = _session_held(url)
    sample = make_sample(tmp_path, 40, 2)
    with serving(tmp_path, database_url=url) as server, ThreadPoolExecutor(_AT_ONCE) as programs:
        server.clock.stop()
        token, path = server.token(sample.customer), f"/v1/shipments/{sample.numbers[0]}"
        before = _last_used(server)
        server.clock.offset = timedelta(minutes=2)
        with holding:
            asked = [programs.submit(server.ask, "GET", path, token) for _ in range(_AT_ONCE)]
            wait_for(lambda: sum(one.done() for one in asked) == _AT_ONCE - 1)
            assert _last_used(server) == before
        assert [one.result().status_code for one in asked] == [200] * _AT_ONCE
        assert _last_used(server) == server.clock()


def _last_used(server: Server) -> datetime:
    with server.context.database.read() as connection:
        return from_seconds(connection.execute(select(sessions.c.last_used_at)).scalar_one())
