# SPDX-License-Identifier: MIT
"""Several workers on one PostgreSQL: one socket, shared throttles, replaced one by one without a failed request."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.throttles import SharedBuckets, SignInThrottles, Throttles
from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.faults import FaultError
from onlinesvc_desktop.contract.tracing import GET_SHIPMENT
from tests.support.backend import COMMAND, UNTHROTTLED, children_of, make_sample, process
from tests.support.waiting import wait_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a listening socket cannot be handed on there")


def _is_gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


def _are_replaced(supervisor: int, before: set[int]) -> bool:
    return len(children_of(supervisor)) == 2 and not before & children_of(supervisor)


def test_a_rolling_restart_fails_no_request(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    (tmp_path / "config.toml").write_text(UNTHROTTLED)
    sample = make_sample(tmp_path, 50, 3)
    with process(tmp_path, "--workers", "2", config=tmp_path / "config.toml") as server:
        before = children_of(server.pid)
        assert len(before) == 2
        client = ApiClient(Endpoint(server.url))
        outcomes: Counter[str] = Counter()
        ended = threading.Event()

        def ask() -> None:
            while not ended.is_set():
                try:
                    outcomes[client.send(GET_SHIPMENT, autopro=sample.numbers[0]).autopro_number] += 1
                except FaultError as error:
                    outcomes[type(error.fault).__name__] += 1

        with ThreadPoolExecutor(8) as pool:
            for _ in range(8):
                pool.submit(ask)
            for _ in range(3):
                before = children_of(server.pid)
                os.kill(server.pid, signal.SIGHUP)
                wait_for(partial(_are_replaced, server.pid, before))
            ended.set()
        client.close()
        assert set(outcomes) == {sample.numbers[0]}
        assert outcomes[sample.numbers[0]] > 100

        victim = next(iter(children_of(server.pid)))
        os.kill(victim, signal.SIGKILL)
        wait_for(lambda: victim not in children_of(server.pid) and len(children_of(server.pid)) == 2)
        assert server.ask("GET", "/v1/health").status_code == 200
        workers = children_of(server.pid)
    for worker in workers:
        wait_for(partial(_is_gone, worker))


def test_workers_end_with_a_killed_supervisor(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    with process(tmp_path, "--workers", "2", kill=True) as server:
        workers = children_of(server.pid)
    for worker in workers:
        wait_for(partial(_is_gone, worker))


def test_several_workers_on_sqlite_are_refused_with_the_reason(tmp_path: Path):
    command = [*COMMAND, "--data-dir", str(tmp_path), "serve", "--port", "0", "--workers", "2"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "several need PostgreSQL" in ended.stderr


def test_one_worker_goes_on_when_it_is_told_to_reload(tmp_path: Path):
    with process(tmp_path) as server:
        os.kill(server.pid, signal.SIGHUP)
        time.sleep(0.3)
        assert server.ask("GET", "/v1/health").status_code == 200


def test_workers_share_their_throttles(database_url: str):
    databases = [Database(database_url), Database(database_url)]
    migrate(databases[0])
    policy = Throttle(burst=40, per_minute=1)
    workers = [Throttles(policy, SharedBuckets(database, "traces")) for database in databases]
    now = datetime.now(UTC)
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda at: workers[at % 2].take("203.0.113.9", 1, now), range(60)))
    assert waits.count(0) == 40
    assert all(wait > 0 for wait in waits if wait)
    assert workers[0].take("203.0.113.10", 1, now) == 0
    sign_ins = [SignInThrottles(Throttle(burst=10, per_minute=2), SharedBuckets(one, "codes")) for one in databases]
    granted = 0
    while sign_ins[granted % 2].take("ACME", "203.0.113.9", now) == 0:
        sign_ins[granted % 2].failed("ACME", "203.0.113.9")
        granted += 1
    assert granted == 6  # 1 + 1 + 1 + 1 + 2 + 4 of 10, whichever worker was asked
    for database in databases:
        database.close()


def test_a_statement_that_never_ends_is_ended(database_url: str):
    from sqlalchemy import text
    from sqlalchemy.exc import OperationalError

    database = Database(database_url)
    with database.read() as connection:
        assert connection.execute(text("SHOW statement_timeout")).scalar() == "20s"
        connection.execute(text("SET statement_timeout = '200ms'"))
        with pytest.raises(OperationalError):
            connection.execute(text("SELECT pg_sleep(5)"))
    database.close()


def test_two_that_upgrade_together_upgrade_once(database_url: str):
    databases = [Database(database_url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(migrate, databases))
    for database in databases:
        database.close()
