# SPDX-License-Identifier: MIT
"""A backend that is told to stop answers for a while longer, tells a proxy to send nothing more, and ends in order."""

import os
import signal
import sys
from functools import partial
from pathlib import Path

import pytest
import requests
from sqlalchemy import select, text

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.tables.mail import outbox
from tests.support.backend import Server, process
from tests.support.life import FORM
from tests.support.mail import Mailbox, mail_server
from tests.support.waiting import gone, wait_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be told to end in peace there")


def _status(server: Server, path: str) -> int:
    try:
        return server.ask("GET", path).status_code
    except requests.RequestException:
        return 0


def _is_draining(server: Server) -> bool:
    """Tell whether no worker wants more; each connection may reach another one."""
    return {_status(server, "/v1/health/ready") for _ in range(6)} == {404}


def _drains_until_told_again(server: Server) -> None:
    assert _status(server, "/v1/health/ready") == 200
    os.kill(server.pid, signal.SIGTERM)
    wait_for(partial(_is_draining, server))
    assert {_status(server, path) for path in ("/v1/info", "/v1/health", "/v1/health/live")} == {200}
    os.kill(server.pid, signal.SIGTERM)
    wait_for(lambda: _status(server, "/v1/info") == 0)


def test_one_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONLINESVC_DRAIN_SECONDS", "600")
    with process(tmp_path) as server:
        _drains_until_told_again(server)


def test_two_workers(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    monkeypatch.setenv("ONLINESVC_DRAIN_SECONDS", "600")
    with process(tmp_path, "--workers", "2") as server:
        _drains_until_told_again(server)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_in_order_and_leaves_one_file(tmp_path: Path, number: int):
    with process(tmp_path) as server:
        # Before it serves, a signal that whoever began it ignores is lost.
        assert _status(server, "/v1/info") == 200
        os.kill(server.pid, number)
        assert gone(server.pid)
    assert not [file.name for file in tmp_path.iterdir() if file.name.endswith(("-wal", "-shm"))]


def _has_arrived_though_told_again(server: Server, mailbox: Mailbox) -> bool:
    os.kill(server.pid, signal.SIGTERM)
    return bool(mailbox.messages)


@pytest.mark.parametrize("is_told_again_and_again", [False, True])
def test_an_email_on_its_way_is_sent_and_noted_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_told_again_and_again: bool
):
    with mail_server() as mailbox:
        monkeypatch.setenv("ONLINESVC_SMTP_URL", mailbox.url)
        mailbox.pause_seconds = 2.0
        with process(tmp_path) as server:
            assert server.ask("POST", "/v1/access-requests", json=FORM).status_code == 201
            wait_for(lambda: mailbox.begun)
            if is_told_again_and_again:
                wait_for(partial(_has_arrived_though_told_again, server, mailbox))
        assert len(mailbox.messages) == 1
    database = Database(sqlite_url(tmp_path))
    with database.read() as connection:
        assert connection.execute(select(outbox.c.state, outbox.c.attempts)).all() == [("sent", 1)]
    database.close()


def test_a_server_that_stops_ends_the_copy_under_way(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    database = Database(database_url)
    migrate(database)

    def is_copying() -> bool:
        asked = text(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pg_dump'"
        )
        with database.read() as connection:
            return bool(connection.execute(asked).scalar_one())

    with database.write() as holding:
        # pg_dump waits for the table, as it is busy for minutes with a large one.
        holding.execute(text("LOCK TABLE shipments IN ACCESS EXCLUSIVE MODE"))
        with process(tmp_path):
            wait_for(is_copying)
        wait_for(lambda: not is_copying())
        assert list((tmp_path / "backups").iterdir()) == []
    with process(tmp_path):
        wait_for(lambda: [file.suffix for file in (tmp_path / "backups").iterdir()] == [".dump"])
    database.close()
