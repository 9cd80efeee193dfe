# SPDX-License-Identifier: MIT
"""Who came in, who tried and who was refused is in the audit log, and nothing of it tells which access codes exist."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.store.tables.accounts import audit
from tests.support.backend import Sample, Server, serving
from tests.support.life import Life


def lines(server: Server, sample: Sample) -> list[tuple[str, str, str]]:
    """Return action, access code and subject of each line, the oldest first, without what reading them adds."""
    token = server.token(sample.administrator)
    found = server.ask("GET", "/v1/admin/audit", token).json()["items"]
    items: list[dict[str, Any]] = list(reversed(found))[:-1]
    return [(item["action"], item.get("access_code", ""), item["subject"]) for item in items]


def test_a_sign_in_and_a_sign_out_leave_a_line_each(server: Server, sample: Sample):
    code = sample.customer
    body = {"access_code": code.access_code, "password": code.password, "workstation": "Dock 4"}
    token = server.ask("POST", "/v1/sessions", json=body).json()["token"]
    assert server.ask("DELETE", "/v1/sessions/current", token).status_code == 204
    assert lines(server, sample) == [
        ("signed_in", code.access_code, "Dock 4"),
        ("signed_out", code.access_code, ""),
    ]


def test_a_failure_names_the_code_only_if_there_is_one(server: Server, sample: Sample):
    for code, password in ((sample.customer.access_code, "wrong password"), ("NOBODY", "hunter2 in clear")):
        assert server.ask("POST", "/v1/sessions", json={"access_code": code, "password": password}).status_code == 401
    found = lines(server, sample)
    assert found == [("sign_in_failed", "", sample.customer.access_code), ("sign_in_failed", "", "")]
    assert "hunter2" not in str(found)


def test_a_right_password_that_may_not_be_used_leaves_a_line(life: Life):
    code = life.sample.customer
    assert life.admin("POST", f"/access-codes/{code.access_code}/lock").status_code == 200
    assert life.server.sign_in(code).status_code == 403
    found = life.admin("GET", "/audit?action=sign_in_refused").json()["items"]
    assert [(item["access_code"], item["subject"]) for item in found] == [(code.access_code, code.access_code)]


def test_an_action_that_is_refused_leaves_a_line_and_a_flood_of_them_only_some(server: Server, sample: Sample):
    token = server.token(sample.customer)
    for _ in range(40):
        assert server.ask("GET", "/v1/admin/outbox", token).status_code == 403
    refused = [line for line in lines(server, sample) if line[0] == "access_refused"]
    assert refused[0] == ("access_refused", sample.customer.access_code, "listOutbox")
    assert len(refused) == 10


def test_a_report_leaves_a_line_with_its_recipients(server: Server, sample: Sample):
    token = server.token(sample.customer)
    wanted = {"recipients": ["a@b.example", "c@d.example"], "days": 30}
    assert server.ask("POST", "/v1/reports", token, json=wanted).status_code == 200, wanted
    assert ("report_sent", sample.customer.access_code, "a@b.example, c@d.example") in lines(server, sample)


@pytest.fixture
def slow_server(data_dir: Path) -> Iterator[Server]:
    with serving(data_dir, sign_ins_per_address=Throttle(burst=5, per_minute=1)) as server:
        yield server


def test_a_flood_of_failures_leaves_no_more_lines_than_it_gets_answers(slow_server: Server, sample: Sample):
    answers = [
        slow_server.ask("POST", "/v1/sessions", json={"access_code": f"GUESS{at}", "password": "x"}).status_code
        for at in range(30)
    ]
    assert set(answers) == {401, 429}
    with slow_server.context.database.read() as connection:
        assert len(connection.execute(audit.select()).all()) == answers.count(401)
