# SPDX-License-Identifier: MIT
"""What a page of the web can make a clerk's browser send: nothing that acts."""

from pathlib import Path

import msgspec
import pytest

from tests.support.backend import Sample, Server, process
from tests.support.life import FORM


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "text/plain; charset=application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
        "application/json-seq",
    ],
)
def test_a_body_that_a_form_could_send_is_refused(shared: Server, sample: Sample, kind: str):
    sign_in = {"access_code": sample.customer.access_code, "password": sample.customer.password}
    for path, body in (("/v1/sessions", sign_in), ("/v1/access-requests", FORM)):
        answer = shared.ask("POST", path, data=msgspec.json.encode(body), headers={"Content-Type": kind})
        assert (answer.status_code, answer.json()["code"]) == (400, "malformed_request")


@pytest.mark.parametrize("kind", ["application/json", "Application/JSON; charset=utf-8"])
def test_json_is_taken_by_its_name(shared: Server, sample: Sample, kind: str):
    body = msgspec.json.encode({"access_code": sample.customer.access_code, "password": sample.customer.password})
    assert shared.ask("POST", "/v1/sessions", data=body, headers={"Content-Type": kind}).status_code == 201


def test_a_server_that_knows_its_names_answers_under_no_other(tmp_path: Path):
    config = tmp_path / "config.toml"
    config.write_text('host_names = ["Server.Quai.example", "127.0.0.1"]')
    with process(tmp_path / "data", config=config) as server:
        for host in ("server.quai.example", "SERVER.quai.example:8765", "127.0.0.1:1"):
            assert server.ask("GET", "/v1/info", headers={"Host": host}).status_code == 200
        for host in ("evil.example", "server.quai.example.evil.example", "server.quai.example:x", "localhost", ""):
            assert server.ask("GET", "/v1/info", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/health"),
        ("GET", "/v1/shipments"),
        ("GET", "/v1/shipments/000000000"),
        ("POST", "/v1/sessions"),
        ("OPTIONS", "/v1/sessions"),
        ("GET", "/nowhere"),
        ("GET", "/openapi.json"),
        ("POST", "/xml/tracing"),
    ],
)
def test_no_answer_is_guessed_at_or_read_by_a_page_of_another_site(server: Server, method: str, path: str):
    answer = server.ask(method, path, headers={"Origin": "https://elsewhere.example"})
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert not [name for name in answer.headers if name.lower().startswith("access-control-")]
