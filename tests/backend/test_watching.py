# SPDX-License-Identifier: MIT
"""What an operator sees: numbered requests, the log in both forms, live and ready told apart, counters."""

import json
import os
import re
import signal
import socket
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.outbox import MailKind
from tests.support.backend import COMMAND, Sample, Server, children_of, free_port, process
from tests.support.life import FORM
from tests.support.postgres import Cluster
from tests.support.waiting import wait_for

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
NUMBER = re.compile("[0-9A-F]{8}")


def scraped(port: int) -> dict[tuple[str, ...], float]:
    """Return every figure by its name and the values of its labels."""
    answer = requests.get(f"http://127.0.0.1:{port}/metrics", timeout=10)
    return {
        (sample.name.removeprefix("onlinesvc_"), *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_every_answer_has_a_number_and_the_request_log_has_it_too(data_dir: Path, sample: Sample, tmp_path: Path):
    log = tmp_path / "requests.log"
    secret = sample.numbers[0]
    with process(data_dir, "--request-log", str(log)) as server:
        answers = [
            server.ask("GET", f"/v1/shipments/{secret}"),
            server.ask("GET", "/v1/nowhere"),
            server.ask("DELETE", "/v1/health"),
            server.ask("POST", "/v1/sessions", data=b"{" * 100_000),
            server.ask("POST", "/xml/tracing", data=b"<no"),
        ]
        numbers = [answer.headers["X-Request-ID"] for answer in answers]
    assert all(NUMBER.fullmatch(number) for number in numbers)
    assert len(set(numbers)) == len(numbers)
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert [(line["request"], line["status"]) for line in lines] == [
        (number, answer.status_code) for number, answer in zip(numbers, answers, strict=True)
    ]
    assert secret not in log.read_text()


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_the_log_says_which_request_failed_and_nothing_of_the_person(
    data_dir: Path, tmp_path: Path, log_format: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ONLINESVC_LOG_FORMAT", log_format)
    log = tmp_path / "stderr.log"
    with log.open("wb") as stream, process(data_dir, stderr=stream) as server:
        database = Database(sqlite_url(data_dir))
        with database.write() as connection:
            connection.execute(text("DROP TABLE access_requests"))
            connection.execute(text("CREATE TABLE access_requests (id INTEGER PRIMARY KEY)"))
        database.close()
        refused = server.ask("POST", "/v1/access-requests", json=FORM)
    number = refused.headers["X-Request-ID"]
    written = log.read_text("utf-8")
    assert refused.status_code >= 500
    assert FORM["email"] not in written
    if log_format == "json":
        # The upkeep meets the same table, outside of any request.
        (line,) = [line for line in map(json.loads, written.splitlines()) if line.get("request") == number]
        assert line["level"] == "error"
        assert line["time"].endswith("Z")
        assert "access_requests" in line["message"]
    else:
        assert re.search(rf"(?m)^\d{{4}}-\d\d-\d\dT[\d:.]+Z ERROR {number} onlinesvc_desktop\.backend", written)


def test_it_is_alive_while_the_database_is_away_and_ready_again_after(
    cluster: Cluster, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    port = free_port()
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    monkeypatch.setenv("ONLINESVC_METRICS_PORT", str(port))
    with process(tmp_path) as server:
        assert server.ask("GET", "/v1/health/ready").json() == {"ready": True}
        assert scraped(port)["database_up",] == 1
        cluster.kill()
        try:
            away = server.ask("GET", "/v1/health/ready")
            assert (away.status_code, away.json()["code"]) == (503, "unavailable")
            assert server.ask("GET", "/v1/health/live").json() == {"alive": True}
            assert scraped(port)["database_up",] == 0
            assert ("mail_waiting",) not in scraped(port)
        finally:
            cluster.start()
        wait_for(lambda: server.ask("GET", "/v1/health/ready").status_code == 200)
        assert scraped(port)["database_up",] == 1


def test_counters_say_what_was_asked_and_what_waits(data_dir: Path, sample: Sample, monkeypatch: pytest.MonkeyPatch):
    port = free_port()
    monkeypatch.setenv("ONLINESVC_METRICS_PORT", str(port))
    database = Database(sqlite_url(data_dir))
    with process(data_dir) as server:
        before = scraped(port)
        with database.write() as connection:
            queue_mail(connection, NewMail(MailKind.ACCESS_REFUSED, "clerk@dock.example", Language.FRENCH), NOW)
        database.close()
        for _ in range(3):
            server.ask("GET", f"/v1/shipments/{sample.numbers[0]}")
        refused = server.ask("GET", "/v1/shipments/9999999999").status_code
        answered = server.ask("POST", "/xml/tracing", data=b"<no").status_code
        server.ask("GET", "/v1/nowhere")
        server.ask("POST", "/v1/access-requests", json=FORM)
        after = scraped(port)
    assert after["requests_total", "getShipment", "200"] == 3
    assert after["requests_total", "getShipment", str(refused)] == 1
    assert after["request_seconds_count", "getShipment"] == 4
    assert after["request_seconds_bucket", "+Inf", "getShipment"] == 4
    assert after["requests_total", "/xml/tracing", str(answered)] == 1
    assert after["requests_total", "other", "404"] == 1
    assert after["mail_waiting",] == before["mail_waiting",] + 1
    assert after["mail_oldest_seconds",] > 0
    assert after["open_work", "access_request"] == before["open_work", "access_request"] + 1
    assert not any(sample.numbers[0] in label for key in after for label in key)


def test_workers_count_together_and_one_that_dies_takes_nothing_away(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    port = free_port()
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    monkeypatch.setenv("ONLINESVC_METRICS_PORT", str(port))
    with process(tmp_path, "--workers", "2") as server:

        def ask(times: int) -> None:
            for _ in range(times):
                requests.get(f"{server.url}/v1/info", timeout=10)

        ask(40)
        assert scraped(port)["requests_total", "getInfo", "200"] == 40
        victim = next(iter(children_of(server.pid)))
        os.kill(victim, signal.SIGKILL)
        wait_for(lambda: victim not in children_of(server.pid) and len(children_of(server.pid)) == 2)
        ask(10)
        counted = scraped(port)
        assert counted["requests_total", "getInfo", "200"] == 50
        assert counted["database_up",] == 1


def test_counters_are_for_this_machine_alone_and_off_unless_asked_for(data_dir: Path, monkeypatch: pytest.MonkeyPatch):
    port = free_port()
    monkeypatch.setenv("ONLINESVC_METRICS_PORT", str(port))
    with process(data_dir, "--host", "127.0.0.2"):
        assert scraped(port)["database_up",] == 1
        with pytest.raises(OSError, match="refused"):
            socket.create_connection(("127.0.0.2", port), timeout=5)


def test_a_port_that_is_taken_is_said_in_one_line(data_dir: Path, shared: Server):
    taken = shared.url.rpartition(":")[2]
    environment = os.environ | {"ONLINESVC_METRICS_PORT": taken}
    command = [*COMMAND, "--data-dir", str(data_dir), "serve", "--port", "0"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("onlinesvc-backend: metrics_port: ")
    assert len(ended.stderr.splitlines()) == 1
