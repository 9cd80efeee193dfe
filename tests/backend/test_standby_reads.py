# SPDX-License-Identifier: MIT
"""Traces go on from a standby while there is no primary, with their moment; nothing else does: on two real PostgreSQL."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onlinesvc_desktop.contract.codes import ErrorCode
from tests.support.backend import UNTHROTTLED, Sample, Server, make_sample_in, process
from tests.support.life import FORM
from tests.support.postgres import Cluster, binaries, primary_and_standby
from tests.support.waiting import wait_for


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Cluster, Cluster]]:
    """A primary and its standby."""
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL here")
    with primary_and_standby(tmp_path, programs) as made:
        yield made


@pytest.fixture
def sample(pair: tuple[Cluster, Cluster], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sample:
    url = pair[0].new_database()
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", url)
    monkeypatch.setenv("ONLINESVC_READ_DATABASE_URL", url.replace(str(pair[0].folder), str(pair[1].folder)))
    (tmp_path / "config.toml").write_text(UNTHROTTLED)
    (tmp_path / "site").mkdir()
    return make_sample_in(tmp_path / "site", [], shipments=30, seed=3)


def _status(server: Server, path: str, token: str | None = None) -> int:
    return server.ask("GET", path, token).status_code


def test_traces_go_on_without_a_primary(pair: tuple[Cluster, Cluster], sample: Sample, tmp_path: Path):
    primary, standby = pair
    one = f"/v1/shipments/{sample.numbers[0]}"
    with process(tmp_path / "site", config=tmp_path / "config.toml") as server:
        token, ended, chief = (server.token(code) for code in (sample.customer, sample.customer, sample.administrator))
        assert server.ask("DELETE", "/v1/sessions/current", ended).status_code == 204
        before = server.ask("GET", one, token).json()
        assert "known_until" not in before
        written = primary.written()
        wait_for(lambda: standby.has(written))
        primary.kill()

        for asker in (token, None):
            answer = server.ask("GET", one, asker)
            assert answer.status_code == 200, answer.text
            age = datetime.now(UTC) - datetime.fromisoformat(answer.json()["known_until"])
            assert timedelta() <= age < timedelta(hours=1)
        told = server.ask("GET", one, token).json()
        assert {name: told[name] for name in before} == before
        asked = {"reference_type": "autopro", "references": list(sample.numbers[:3])}
        items = server.ask("POST", "/v1/traces", token, json=asked).json()["items"]
        assert all("known_until" in item["matches"][0] for item in items)

        # The proxy goes on sending requests here; a sign-out holds; what must be written waits.
        assert _status(server, "/v1/health/ready") == 200
        assert _status(server, "/v1/health") == 503
        assert server.ask("GET", one, ended).json()["code"] == ErrorCode.SESSION_EXPIRED
        assert server.ask("POST", "/v1/access-requests", json=FORM).status_code == 503
        assert _status(server, "/v1/addresses", token) == 503
        assert _status(server, one, chief) == 503

        primary.start()
        wait_for(lambda: "known_until" not in server.ask("GET", one, token).json())
        assert server.ask("POST", "/v1/access-requests", json=FORM).status_code == 201
