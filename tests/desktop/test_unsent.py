# SPDX-License-Identifier: MIT
"""Submissions without a link: kept on disk, shown, changed, withdrawn, sent once when the link is back."""

import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from onlinesvc_desktop.client.faults import BadAnswer
from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.client.unsent import TRIED_FOR, UnsentFolder
from onlinesvc_desktop.contract.access_request import REQUEST_ACCESS
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.queued import submission_words
from onlinesvc_desktop.desktop.services.tracing.shipment_view import ShipmentView
from onlinesvc_desktop.desktop.unsent import Answer, Sent, Waiting
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from tests.desktop.conftest import Start
from tests.support.backend import Sample, free_port, serving
from tests.support.forms import REQUEST, fill, value
from tests.support.life import FORM
from tests.support.lost_answer import lose_answers
from tests.support.unsent import a_request, close, keep, requests_on, without_server


def test_a_file_of_an_earlier_version_is_read(tmp_path: Path):
    """Version 0.1.0 wrote what was typed a second time, beside the message."""
    folder = tmp_path / "unsent"
    folder.mkdir()
    old = {"number": 7, "kind": "access_request", "key": "k" * 32, "made_at": "2026-11-01T12:00:00Z"}
    old |= {"body": FORM | {"company": "Quai 9"}, "values": {"company": "Quai 9"}}
    (folder / "0000000000000007.json").write_bytes(msgspec.json.encode(old))
    (submission,) = UnsentFolder(folder).load()
    assert submission.fields["company"] == "Quai 9"
    assert submission_words(submission).endswith("Quai 9")


def test_what_was_typed_without_a_link_is_sent_once_after_a_restart(start: Start, data_dir: Path, tmp_path: Path):
    port = free_port()
    clerk = without_server(start, tmp_path / "clerk", port)
    clerk.click("services.accessRequest")
    fill(clerk)
    clerk.click("accessRequest.submit")
    clerk.wait(lambda: clerk.sees("accessRequest.another"))
    assert not clerk.sees("accessRequest.reference")
    assert clerk.find("statusBar.unsent", TextButton).text() == "1\u00a0request not sent yet"
    clerk.click("topBar.language")
    assert clerk.find("statusBar.unsent", TextButton).text() == "1\u00a0à transmettre"
    clerk.click("topBar.language")
    close(clerk)
    again = without_server(start, tmp_path / "clerk", port)
    again.wait(lambda: again.sees("statusBar.unsent"))
    again.click("statusBar.unsent")
    assert REQUEST["company"] in again.text("unsent.item1")
    assert "Waiting for the server" in again.text("unsent.state1")
    with serving(data_dir, at_port=port) as server:
        again.click("unsent.tryNow")
        again.wait(lambda: again.sees("mainWindow.notice") and "Reference" in again.text("mainWindow.notice"))
        assert requests_on(server) == [REQUEST["company"]]
        assert not again.sees("statusBar.unsent")
        assert "Everything has been sent" in again.text("unsent.intro")
    assert not list((tmp_path / "clerk" / "unsent").iterdir())


def test_it_is_changed_withdrawn_and_put_back_while_it_waits(start: Start, tmp_path: Path):
    clerk = without_server(start, tmp_path / "clerk", free_port())
    clerk.click("services.accessRequest")
    fill(clerk)
    clerk.click("accessRequest.submit")
    clerk.wait(lambda: clerk.sees("accessRequest.another"))
    clerk.click("statusBar.unsent")
    clerk.click("unsent.edit1")
    assert value(clerk, "accessRequest.company") == REQUEST["company"]
    assert not clerk.sees("statusBar.unsent")
    clerk.type("accessRequest.company", "Quai 12")
    clerk.click("accessRequest.submit")
    clerk.wait(lambda: clerk.sees("statusBar.unsent") and clerk.sees("accessRequest.another"))
    clerk.click("statusBar.unsent")
    assert "Quai 12" in clerk.text("unsent.item1")
    clerk.click("unsent.withdraw1")
    assert not clerk.sees("statusBar.unsent")
    clerk.wait(lambda: not list((tmp_path / "clerk" / "unsent").iterdir()))
    clerk.click("unsent.undo")
    clerk.wait(lambda: len(list((tmp_path / "clerk" / "unsent").iterdir())) == 1)
    assert "Quai 12" in clerk.text("unsent.item1")


def test_a_form_that_holds_something_else_is_not_overwritten(start: Start, tmp_path: Path):
    keep(tmp_path / "clerk")
    clerk = without_server(start, tmp_path / "clerk", free_port())
    clerk.click("services.accessRequest")
    clerk.type("accessRequest.company", "Another one")
    clerk.click("statusBar.unsent")
    clerk.click("unsent.edit1")
    assert "already has other content" in clerk.text("accessRequest.message")
    assert value(clerk, "accessRequest.company") == "Another one"
    assert clerk.sees("statusBar.unsent")


def test_a_refusal_comes_back_with_what_was_typed(start: Start, data_dir: Path, tmp_path: Path):
    body = a_request(email="nobody")
    keep(tmp_path / "clerk", body=msgspec.Raw(msgspec.json.encode(body)))
    with serving(data_dir) as server:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait(lambda: clerk.sees("mainWindow.notice") and "Not accepted" in clerk.text("mainWindow.notice"))
        clerk.click("statusBar.unsent")
        assert "Not accepted" in clerk.text("unsent.state1")
        clerk.click("unsent.edit1")
        assert clerk.find("accessRequest.email").property("wrong")
        assert value(clerk, "accessRequest.company") == "Quai 9"
        clerk.type("accessRequest.email", "somebody@quai9.example")
        clerk.click("accessRequest.submit")
        clerk.wait(lambda: clerk.sees("accessRequest.reference"))
        assert requests_on(server) == ["Quai 9"]


def test_an_answer_lost_while_signed_in_and_a_second_attempt_after_signing_out_act_once(
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    with serving(data_dir) as server:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.signed_in(sample.english_customer)
        lose_answers(monkeypatch, REQUEST_ACCESS)
        answers: list[Answer] = []
        body = a_request()
        clerk.program.unsent.submit(REQUEST_ACCESS, body, answers.append)
        clerk.wait(lambda: len(answers) == 1)
        monkeypatch.undo()
        clerk.click("accessLogin.signOut")
        clerk.wait_online()
        clerk.program.unsent.try_now()
        clerk.wait(lambda: not clerk.program.unsent.items)
        assert requests_on(server) == ["Quai 9"]


def test_what_is_withdrawn_at_once_or_just_before_the_end_is_gone_for_good(start: Start, tmp_path: Path):
    clerk = without_server(start, tmp_path / "clerk", free_port())
    queue = clerk.program.unsent
    for _ in range(20):
        body = a_request()
        queue.submit(REQUEST_ACCESS, body, lambda _answer: None)
        queue.withdraw(queue.items[-1])
    close(clerk)
    assert not list((tmp_path / "clerk").glob("unsent/*"))


def test_two_days_without_a_link_are_mentioned_at_the_start(start: Start, tmp_path: Path):
    keep(tmp_path / "clerk", made_at=datetime.now(UTC) - timedelta(days=2, minutes=1))
    keep(tmp_path / "clerk", number=2, key="l" * 32)
    clerk = without_server(start, tmp_path / "clerk", free_port())
    clerk.wait(lambda: clerk.sees("mainWindow.notice"))
    assert "1\u00a0request could not be sent for more than two days" in clerk.text("mainWindow.notice")
    assert clerk.find("statusBar.unsent", TextButton).text() == "2\u00a0requests not sent yet"


def test_what_may_have_arrived_long_ago_is_not_sent_by_itself(start: Start, data_dir: Path, tmp_path: Path):
    long_ago = datetime.now(UTC) - TRIED_FOR - timedelta(hours=1)
    keep(tmp_path / "clerk", made_at=long_ago, tried_at=long_ago)
    with serving(data_dir) as server:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.click("statusBar.unsent")
        assert "do not know whether this arrived" in clerk.text("unsent.state1")
        assert not requests_on(server)
        clerk.click("unsent.again1")
        clerk.wait(lambda: not clerk.sees("statusBar.unsent"))
        assert requests_on(server) == ["Quai 9"]


def test_a_damaged_file_is_set_aside_and_the_others_are_sent(start: Start, data_dir: Path, tmp_path: Path):
    keep(tmp_path / "clerk", number=5)
    folder = tmp_path / "clerk" / "unsent"
    (folder / "0000000000000004.json").write_bytes(b'{"number": 4, "kind"')
    with serving(data_dir) as server:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait(lambda: bool(requests_on(server)))
        clerk.wait(lambda: [file.name for file in folder.iterdir()] == ["0000000000000004.damaged"])


def test_changes_of_the_watch_list_wait_for_link_and_sign_in_and_keep_their_order(
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample
):
    port = free_port()
    first, second = sample.numbers[:2]
    settings = Settings(backend_mode=BackendMode.SERVER, server_url=f"http://127.0.0.1:{port}")
    answers: list[Answer] = []
    with serving(data_dir, at_port=port):
        clerk = start(tmp_path / "clerk", settings)
        clerk.wait_online()
        clerk.signed_in(sample.english_customer)
        clerk.wait(lambda: clerk.program.watch_list.loaded)
    watched = clerk.program.watch_list
    watched.watch([first, second], answers.append)
    clerk.wait(lambda: len(answers) == 1)
    watched.unwatch([first], answers.append)
    clerk.wait(lambda: len(answers) == 2)
    assert all(isinstance(answer, Waiting) for answer in answers)
    assert [item.reference for item in watched.items] == [second]
    clerk.click("statusBar.unsent")
    assert f"Watch {first} and 1 more" in clerk.text("unsent.item1")
    close(clerk)
    with serving(data_dir, at_port=port) as server:
        again = start(tmp_path / "clerk", settings)
        again.wait_online()
        again.click("statusBar.unsent")
        code = sample.english_customer.access_code
        again.wait(lambda: f"Waiting until {code} signs in" in again.text("unsent.state1"))
        again.signed_in(sample.other_customer)
        assert len(again.program.unsent.items) == 2
        again.click("accessLogin.signOut")
        again.signed_in(sample.english_customer)
        again.wait(lambda: not again.sees("statusBar.unsent"))
        token = server.token(sample.english_customer)
        listed = server.ask("GET", "/v1/watches", token).json()["items"]
        assert [item["reference"] for item in listed] == [second]


def test_a_server_that_fails_on_one_holds_nothing_else_up(start: Start, data_dir: Path, tmp_path: Path):
    with serving(data_dir) as server:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        with server.context.database.write() as connection:
            connection.execute(
                text(
                    "CREATE TRIGGER poison BEFORE INSERT ON access_requests WHEN NEW.company = 'Poison'"
                    " BEGIN SELECT RAISE(ABORT, 'no'); END"
                )
            )
        answers: list[Answer] = []
        for company in ("Poison", "Good"):
            body = a_request(company=company)
            clerk.program.unsent.submit(REQUEST_ACCESS, body, answers.append)
        clerk.wait(lambda: len(answers) == 2)
        assert {type(answer) for answer in answers} == {Waiting, Sent}
        assert requests_on(server) == ["Good"]


def test_what_was_seen_stays_readable_without_a_link_and_after_a_restart(
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample
):
    port = free_port()
    settings = Settings(backend_mode=BackendMode.SERVER, server_url=f"http://127.0.0.1:{port}")
    with serving(data_dir, at_port=port) as server:
        clerk = start(tmp_path / "clerk", settings)
        clerk.wait_online()
        clerk.signed_in(sample.english_customer)
        token = server.token(sample.english_customer)
        own = server.ask("GET", "/v1/shipments?limit=1", token).json()["items"][0]["autopro_number"]
        clerk.trace(own)
        clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
        clerk.type("tracing.references", " ".join(sample.numbers[:30]))
        clerk.click("tracing.submit")
        clerk.wait(lambda: clerk.sees("tracing.results") and clerk.rows("tracing.results") == 30)
    clerk.program.connection.try_now()
    clerk.wait(lambda: clerk.program.connection.state is LinkState.OFFLINE)
    clerk.trace(own)
    clerk.wait(lambda: clerk.sees("tracing.results.message"))
    assert "This is what was known" in clerk.text("tracing.results.message")
    assert clerk.sees("tracing.latestStatus")
    close(clerk)

    again = without_server(start, tmp_path / "clerk", port)
    again.click("services.tracing")
    again.type("tracing.references", " ".join([*sample.numbers[:30], "NEVER-SEEN"]))
    again.click("tracing.submit")
    again.wait(lambda: again.sees("tracing.results.message"))
    assert "30\u00a0numbers are shown as they were last known" in again.text("tracing.results.message")
    assert again.rows("tracing.results") == 30
    assert again.find("tracing.continue", TextButton).text() == "Go on with the 1\u00a0number left"
    again.trace(own)
    again.wait(lambda: again.sees("tracing.latestStatus"))
    view = again.find("tracing.shipment", ShipmentView)
    assert view.shipment is not None
    assert view.shipment.events
    assert view.shipment.consignee is msgspec.UNSET


def test_a_sign_in_page_of_the_network_is_not_our_server(start: Start, data_dir: Path, tmp_path: Path):
    port = free_port()

    class Portal(BaseHTTPRequestHandler):
        def _page(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<html>Welcome to the hotel. Room number?</html>")

        do_GET = do_POST = _page  # noqa: N815 - the library's names

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    settings = Settings(backend_mode=BackendMode.SERVER, server_url=f"http://127.0.0.1:{port}")
    with serving(data_dir, at_port=port):
        clerk = start(tmp_path / "clerk", settings)
        clerk.wait_online()
    with ThreadingHTTPServer(("127.0.0.1", port), Portal) as portal:
        threading.Thread(target=portal.serve_forever, daemon=True).start()
        clerk.click("services.accessRequest")
        fill(clerk)
        clerk.click("accessRequest.submit")
        clerk.wait(lambda: clerk.sees("accessRequest.another"))
        clerk.wait(lambda: clerk.program.connection.state is LinkState.OFFLINE)
        clerk.program.connection.try_now()
        clerk.wait(lambda: clerk.program.connection.fault == BadAnswer())
        assert "network sign-in page" in clerk.find("statusBar.connection").toolTip()
        portal.shutdown()
    with serving(data_dir, at_port=port) as server:
        clerk.click("statusBar.retry")
        clerk.wait(lambda: not clerk.sees("statusBar.unsent"))
        assert requests_on(server) == [REQUEST["company"]]
