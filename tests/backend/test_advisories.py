# SPDX-License-Identifier: MIT
"""The look for known advisories, against a server of the test's own that speaks as OSV does: a real socket, no internet."""

import json
import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.support.backend import COMMAND, free_port


@contextmanager
def database(answer: Callable[[dict[str, Any]], tuple[int, bytes]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Serve answers to queries; lend the address and what was asked."""
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append(body | {"path": self.path})
            status, content = answer(body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Write nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def run(url: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"ONLINESVC_OSV_URL": url}
    return subprocess.run([*COMMAND, "advisories"], capture_output=True, text=True, check=False, env=environment)


def answer_with(advisories: dict[str, list[str]]) -> Callable[[dict[str, Any]], tuple[int, bytes]]:
    def answer(body: dict[str, Any]) -> tuple[int, bytes]:
        names = [query["package"]["name"].lower() for query in body["queries"]]
        found = [
            {"vulns": [{"id": one, "modified": "2026-01-01T00:00:00Z"} for one in advisories.get(name, [])]}
            for name in names
        ]
        return 200, json.dumps({"results": [one if one["vulns"] else {} for one in found]}).encode()

    return answer


def test_a_part_with_an_advisory_is_named_and_only_names_and_versions_are_sent():
    with database(answer_with({"starlette": ["GHSA-xxxx-yyyy-zzzz", "PYSEC-2026-1"]})) as (url, asked):
        found = run(url)
    assert found.returncode == 1, found.stderr
    assert "https://osv.dev/GHSA-xxxx-yyyy-zzzz, https://osv.dev/PYSEC-2026-1" in found.stdout
    assert found.stdout.lower().startswith("starlette ")
    (request,) = asked
    assert request["path"] == "/v1/querybatch"
    assert {frozenset(query) for query in request["queries"]} == {frozenset({"package", "version"})}
    assert {"starlette", "cryptography", "msgspec", "sqlalchemy"} <= {
        q["package"]["name"].lower() for q in request["queries"]
    }


def test_no_advisory_is_said_too():
    with database(answer_with({})) as (url, _):
        found = run(url)
    assert found.returncode == 0
    assert found.stdout.endswith("0 with a known advisory\n")


@pytest.mark.parametrize("answer", [(500, b"{}"), (200, b"<html>"), (200, b"[" * 100_000), (200, b'{"results": []}')])
def test_a_strange_answer_is_no_all_clear(answer: tuple[int, bytes]):
    with database(lambda _body: answer) as (url, _):
        found = run(url)
    assert (found.returncode, found.stdout) == (2, "")
    assert "Nothing is known about the" in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize(
    "url",
    [f"http://127.0.0.1:{free_port()}", "https://api.osv.invalid", "file:///etc"],
    ids=["nobody answers", "no such name", "no address of the web"],
)
def test_without_internet_it_says_so(url: str):
    found = run(url)
    assert (found.returncode, found.stdout) == (2, "")
    assert "Run this on a machine with internet." in found.stderr
    assert "Traceback" not in found.stderr
