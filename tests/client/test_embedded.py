# SPDX-License-Identifier: MIT
"""The embedded backend: answers only its own program, ends with it, is quick from the first request."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import requests

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.embedded import EmbeddedBackend, EmbeddedStartError, ToolRun
from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.paths import Paths
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.info import GET_HEALTH
from onlinesvc_desktop.contract.operation import START_SECRET_HEADER
from tests.support.waiting import gone


@pytest.fixture
def running(data_dir: Path) -> Iterator[tuple[EmbeddedBackend, Endpoint]]:
    embedded = EmbeddedBackend(Paths(data_dir))
    yield embedded, embedded.start()
    embedded.stop()


def test_only_who_has_the_start_secret_is_answered(running: tuple[EmbeddedBackend, Endpoint]):
    _, endpoint = running
    url = endpoint.base_url + GET_HEALTH.path
    right = {START_SECRET_HEADER: endpoint.start_secret}
    assert requests.get(url, headers=right, timeout=5).status_code == 200
    assert requests.get(url, timeout=5).status_code == 403
    assert requests.get(url, headers={START_SECRET_HEADER: "guess"}, timeout=5).status_code == 403


def test_another_host_name_is_refused(running: tuple[EmbeddedBackend, Endpoint]):
    _, endpoint = running
    headers = {START_SECRET_HEADER: endpoint.start_secret, "Host": "evil.example"}
    assert requests.get(endpoint.base_url + GET_HEALTH.path, headers=headers, timeout=5).status_code == 403


def test_it_listens_on_loopback_alone_and_its_secret_is_in_no_argument_or_file(
    running: tuple[EmbeddedBackend, Endpoint], data_dir: Path
):
    embedded, endpoint = running
    assert endpoint.base_url.startswith("http://127.0.0.1:")
    secret = endpoint.start_secret.encode()
    assert len(secret) >= 43
    process = Path(f"/proc/{embedded.pid}")
    assert secret not in (process / "cmdline").read_bytes()
    assert secret not in (process / "environ").read_bytes()
    assert all(secret not in file.read_bytes() for file in data_dir.rglob("*") if file.is_file())


def test_each_start_has_another_secret(data_dir: Path):
    embedded = EmbeddedBackend(Paths(data_dir))
    first = embedded.start().start_secret
    second = embedded.start().start_secret
    embedded.stop()
    assert first != second


def test_a_request_costs_no_delayed_acknowledgement(running: tuple[EmbeddedBackend, Endpoint]):
    client = ApiClient(running[1])
    client.send(GET_HEALTH)
    times = []
    for _ in range(51):
        began = time.perf_counter()
        client.send(GET_HEALTH)
        times.append(time.perf_counter() - began)
    client.close()
    # WORKAROUND guard: without IPPROTO_TCP on the listening socket every request waits 44 ms (backend-stack ADR).
    assert sorted(times)[25] < 0.030


def test_it_ends_when_its_program_is_killed(data_dir: Path):
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from onlinesvc_desktop.client.embedded import EmbeddedBackend\n"
        "from onlinesvc_desktop.client.paths import Paths\n"
        "backend = EmbeddedBackend(Paths(Path(sys.argv[1])))\n"
        "backend.start()\n"
        "print(backend.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(data_dir)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    assert gone(child)


def test_stop_ends_it(data_dir: Path):
    embedded = EmbeddedBackend(Paths(data_dir))
    embedded.start()
    pid = embedded.pid
    assert pid is not None
    embedded.stop()
    assert gone(pid)
    assert not embedded.is_running


def test_a_start_that_fails_says_why(tmp_path: Path):
    (tmp_path / "onlinesvc.sqlite3").write_bytes(b"this is no database, but long enough to be taken for one" * 40)
    embedded = EmbeddedBackend(Paths(tmp_path))
    with pytest.raises(EmbeddedStartError, match="not a database"):
        embedded.start()
    assert not embedded.is_running


def test_a_sample_that_is_stopped_half_way_leaves_an_empty_database(tmp_path: Path):
    embedded = EmbeddedBackend(Paths(tmp_path))
    run = ToolRun()
    with pytest.raises(EmbeddedStartError):
        embedded.make_sample(60_000, 1, lambda _done: run.cancel(), run)
    report = embedded.make_sample(50, 1, lambda _done: None, ToolRun())
    assert report is not None
    assert len(report.autopro_numbers) == 50


@pytest.mark.parametrize(
    ("code", "password", "refusal"),
    [
        ("BOSS", "four plain words here", None),
        ("x y", "four plain words here", "access_code_malformed"),
        ("BOSS2", "boss2-is-in-here", "password_contains_access_code"),
        ("-BOSS", "four plain words here", "access_code_malformed"),
    ],
)
def test_the_first_administrator(tmp_path: Path, code: str, password: str, refusal: str | None):
    assert EmbeddedBackend(Paths(tmp_path)).create_administrator(code, password, Language.FRENCH) == refusal
    if refusal is None:
        assert EmbeddedBackend(Paths(tmp_path)).create_administrator(code, password, Language.FRENCH) == "site_in_use"
        with closing(sqlite3.connect(Paths(tmp_path).database)) as database:
            assert database.execute("select language from access_codes").fetchall() == [("fr",)]
