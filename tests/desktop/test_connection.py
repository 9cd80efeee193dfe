# SPDX-License-Identifier: MIT
"""Choosing a server, a site's file, and a server of a different version, through the window."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

import msgspec
import pytest
from PySide6.QtWidgets import QLineEdit, QTableView

from onlinesvc_desktop import __version__
from onlinesvc_desktop.backend.certificates import AUTHORITY, make_certificates
from onlinesvc_desktop.backend.config import TLS_FOLDER
from onlinesvc_desktop.client.settings import BackendMode, Settings, load_settings
from onlinesvc_desktop.client.site import SiteFileError, load_site
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.places.server_address import is_readable_by_others
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from tests.desktop.conftest import Start
from tests.support.backend import Sample, free_port, process, serving
from tests.support.forms import bring_tab
from tests.support.proxy import changing


def minor(step: int) -> str:
    major, number = __version__.split(".")[:2]
    return f"{major}.{int(number) + step}.0"


def test_another_server_is_tried_taken_and_asks_for_a_new_sign_in(
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample
):
    make_certificates(tmp_path / "site" / TLS_FOLDER, ["127.0.0.1"], datetime.now(UTC))
    authority = tmp_path / "site" / TLS_FOLDER / AUTHORITY
    clerk = start(data_dir)
    clerk.wait_online()
    clerk.signed_in(sample.english_customer)
    with process(tmp_path / "site") as server:
        url = server.url.replace("http:", "https:")
        clerk.click("statusBar.change")
        assert "This computer’s own data" in clerk.text("connection.state")
        clerk.type("connection.serverUrl", "https://")
        clerk.click("connection.connect")
        assert clerk.find("connection.serverUrl").property("wrong")
        clerk.type("connection.serverUrl", url.removeprefix("https://"))
        clerk.type("connection.caFile", str(tmp_path / "missing.pem"))
        clerk.click("connection.connect")
        assert clerk.find("connection.caFile").property("wrong")
        clerk.type("connection.caFile", "")
        clerk.type("connection.serverUrl", f"127.0.0.1:{free_port()}")
        clerk.click("connection.connect")
        clerk.wait(lambda: clerk.sees("connection.message"))
        assert "does not answer; nothing was changed" in clerk.text("connection.message")
        clerk.type("connection.serverUrl", url)
        clerk.click("connection.connect")
        clerk.wait(lambda: clerk.sees("connection.message"))
        assert "certificate is not trusted" in clerk.text("connection.message")
        assert clerk.program.session.is_open
        clerk.type("connection.caFile", str(authority))
        clerk.click("connection.connect")
        clerk.wait(lambda: "Connected." in clerk.text("connection.message"))
        assert not clerk.program.session.is_open
        clerk.wait(lambda: "Connected to 127.0.0.1" in clerk.text("connection.state"))
        clerk.wait(lambda: not clerk.program.embedded.is_running)
        clerk.program.settings.flush()
        clerk.click("connection.useOwn")
        clerk.wait_online()
        clerk.signed_in(sample.english_customer)
        assert clerk.program.client.endpoint is not None
        assert clerk.program.client.endpoint.is_embedded
    kept = load_settings(data_dir / "settings.json").settings
    assert (kept.server_url, kept.ca_file) == (url, str(authority))


@pytest.mark.parametrize(
    ("url", "readable"),
    [("http://fret.example", True), ("https://fret.example", False), ("http://127.0.0.1:8765", False)],
)
def test_passwords_in_the_clear_are_noticed(url: str, readable: bool):
    assert is_readable_by_others(url) is readable


def test_a_sites_file_says_where_the_server_is(tmp_path: Path):
    file = tmp_path / "site.toml"
    file.write_text('server_url = "https://fret.example"\nca_file = "authority.pem"\n')
    assert load_site(file) == {
        "backend_mode": BackendMode.SERVER,
        "server_url": "https://fret.example",
        "ca_file": str(tmp_path / "authority.pem"),
    }
    for wrong in ('server = "x"\n', "server_url = 3\n", "server_url", f"a = {'[' * 10_000}", b"\xff\xfe"):
        file.write_bytes(wrong if isinstance(wrong, bytes) else wrong.encode())
        with pytest.raises(SiteFileError):
            load_site(file)


def tomorrow(_method: str, path: str, status: int, answer: Any) -> tuple[int, Any]:
    """Answer as a backend one version ahead might: members and codes that nobody knows yet."""
    if path == "/v1/info":
        answer["version"] = minor(1)
        answer["services"].append({"service": "drones", "requires_access": True})
    if path.startswith("/v1/admin/audit"):
        answer["items"][0]["action"] = "drone_called"
    if path.startswith("/v1/admin/outbox"):
        for item in answer["items"]:
            item["kind"] = "drone_due"
    if status == 401:
        answer["code"] = "drone_refuses"

    def grown(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: grown(member) for name, member in value.items()} | {"member_of_tomorrow": {"a": [1]}}
        return [grown(one) for one in value] if isinstance(value, list) else value

    return status, grown(answer)


def test_a_server_one_version_ahead_is_worked_with(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    with serving(data_dir) as server, changing(server.url, tomorrow) as url:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=url))
        clerk.wait_online()
        assert "a different version" in clerk.text("statusBar.version")
        assert not clerk.sees("mainWindow.notice")
        clerk.sign_in(sample.english_customer, "wrong password")
        clerk.wait(lambda: clerk.sees("accessLogin.message"))
        assert "The server refused the request" in clerk.text("accessLogin.message")
        clerk.signed_in(sample.administrator)
        clerk.trace(sample.numbers[0])
        clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
        clerk.click("tracing.back")
        clerk.click("services.administration")
        bring_tab(clerk, "administration.audit")
        clerk.wait(lambda: clerk.rows("administration.audit.results") > 0)
        model = clerk.find("administration.audit.results", QTableView).model()
        texts = [str(model.index(0, column).data()) for column in range(model.columnCount())]
        assert "Something this version does not know" in texts


def test_a_server_whose_database_is_away_counts_as_offline_until_it_is_back(
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample
):
    away = Event()

    def without_database(_method: str, path: str, status: int, answer: Any) -> tuple[int, Any]:
        """Answer as a node does that has lost its primary: it still knows what the carrier is called."""
        if not away.is_set() or path == "/v1/info":
            return status, answer
        return 503, {"type": "t", "title": "t", "status": 503, "code": "unavailable", "retry_after_seconds": 2}

    with serving(data_dir) as server, changing(server.url, without_database) as url:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=url))
        clerk.wait_online()
        away.set()
        clerk.trace(sample.numbers[0])
        clerk.wait(lambda: clerk.program.connection.state is LinkState.OFFLINE)
        assert clerk.text("statusBar.connection").startswith("Offline since")
        clerk.wait(lambda: "cannot answer for the moment and comes back by itself" in clerk.text("tracing.results.message"))
        probes = []
        clerk.program.connection.changed.connect(lambda: probes.append(clerk.program.connection.state))
        clerk.wait(lambda: len(probes) >= 2)
        assert set(probes) == {LinkState.OFFLINE}
        away.clear()
        clerk.wait_online()


def yesterday(_method: str, path: str, status: int, answer: Any) -> tuple[int, Any]:
    """Answer as a backend one version behind: a resource and members are not there yet."""
    if path == "/v1/info":
        return status, {name: value for name, value in answer.items() if name != "service_email"} | {"version": minor(-1)}
    if path.startswith(("/v1/watches", "/v1/changes")):
        problem = {"type": "t", "title": "t", "status": 404, "code": "not_found"}
        return 404, problem
    return status, answer


def test_a_server_one_version_behind_is_worked_with(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    with serving(data_dir) as server, changing(server.url, yesterday) as url:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=url))
        clerk.wait_online()
        assert "a different version" in clerk.text("statusBar.version")
        clerk.signed_in(sample.english_customer)
        clerk.trace(sample.numbers[0])
        clerk.wait(lambda: clerk.sees("tracing.watch"))
        clerk.click("tracing.watch")
        clerk.wait(lambda: clerk.sees("tracing.results.message"))
        assert "refused the request" in clerk.text("tracing.results.message")
        assert clerk.program.connection.state is LinkState.ONLINE
        assert not clerk.sees("statusBar.unsent")


def test_versions_far_apart_are_said_once_in_the_window(start: Start, data_dir: Path, tmp_path: Path):
    def far(_method: str, path: str, status: int, answer: Any) -> tuple[int, Any]:
        return status, (answer | {"version": minor(2)} if path == "/v1/info" else answer)

    with serving(data_dir) as server, changing(server.url, far) as url:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=url))
        clerk.wait(lambda: clerk.sees("mainWindow.notice"))
        assert "too old for the server" in clerk.text("mainWindow.notice")
        clerk.click("statusBar.change")
        assert minor(2) in clerk.text("connection.state")
        assert clerk.find("connection.connect", TextButton).isEnabled()
        assert clerk.find("connection.serverUrl", QLineEdit).text() == url


def test_a_program_one_version_ahead_may_send_more(data_dir: Path, sample: Sample):
    with serving(data_dir) as server:
        body = {"reference_type": "any", "references": [sample.numbers[0]], "member_of_tomorrow": True}
        assert server.ask("POST", "/v1/traces", json=body).status_code == 200
        token = server.token(sample.customer)
        refused = server.ask("GET", "/v1/shipments?filter_of_tomorrow=1", token)
        assert refused.status_code == 422
        assert msgspec.json.decode(refused.content)["errors"][0]["pointer"] == "/filter_of_tomorrow"
