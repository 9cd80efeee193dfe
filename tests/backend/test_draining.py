# SPDX-License-Identifier: MIT
"""A backend that is told to stop answers for a while longer, and tells a proxy to send nothing more."""

import os
import signal
import sys
from functools import partial
from pathlib import Path

import pytest
import requests

from tests.support.backend import Server, process
from tests.support.waiting import wait_for

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
