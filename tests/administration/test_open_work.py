# SPDX-License-Identifier: MIT
"""How much waits for an administrator: counted by the server, on the card and the tabs, asked for only while seen."""

import base64
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QTabWidget

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.access_request import REQUEST_ACCESS, AccessRequest
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample, Server, serving
from tests.support.forms import choose, done
from tests.support.life import FORM, Life, code_of
from tests.support.x12 import interchange, status

DELIVERED = "D1 NS 20291123 0915 ET RIMOUSKI QC"
MIXED = interchange([("214", status("123456789", DELIVERED)), ("214", status("12", DELIVERED))])


def counts(server: Server, token: str) -> dict[str, int]:
    answer = server.ask("GET", "/v1/admin/open-work", token)
    return {queue["name"]: queue["count"] for queue in answer.json()["queues"]}


def take_in(server: Server, token: str, content: bytes) -> None:
    body = {"name": "mixed.x12", "content": base64.b64encode(content).decode()}
    assert server.ask("POST", "/v1/admin/intake", token, json=body).status_code == 201


def test_every_queue_is_counted_and_for_administrators_alone(server: Server, sample: Sample):
    token = server.token(sample.administrator)
    before = counts(server, token)
    assert {name for name, count in before.items() if count} == {"invoices"}  # disputes of the sample
    for _ in range(2):
        assert server.ask("POST", "/v1/access-requests", json=FORM).status_code == 201
    take_in(server, token, MIXED)
    row = server.ask("GET", "/v1/admin/access-requests", token).json()["items"][0]["id"]
    server.ask("POST", f"/v1/admin/access-requests/{row}/refusal", token, json={"reason": "Not ours."})
    waiting = {name: count - before[name] for name, count in counts(server, token).items() if count != before[name]}
    assert waiting == {"access_request": 1, "outbox": 1, "intake": 1, "partners": 1}
    assert code_of(server.ask("GET", "/v1/admin/open-work", server.token(sample.customer))) == "forbidden"


def test_an_email_on_its_way_needs_no_hand_and_one_that_failed_does(life: Life):
    life.request()
    life.upkeep()
    life.admin("POST", f"/access-requests/{life.pending()[0]['id']}/refusal", json={"reason": "Not ours."})
    queues = life.admin("GET", "/open-work").json()["queues"]
    assert next(queue["count"] for queue in queues if queue["name"] == "outbox") == 0
    life.mailbox.data_answer = "451 4.3.0 later"
    life.upkeep()
    queues = life.admin("GET", "/open-work").json()["queues"]
    assert next(queue["count"] for queue in queues if queue["name"] == "outbox") == 1


def asked(clerk: Clerk) -> int:
    return sum(request["path"] == "/v1/admin/open-work" for request in clerk.requests())


def tab_texts(clerk: Clerk) -> list[str]:
    tabs = clerk.find("administration.tabs", QTabWidget)
    return [tabs.tabText(at) for at in range(tabs.count())]


def test_card_and_tabs_say_what_waits_in_both_languages(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    with serving(data_dir) as server:
        take_in(server, server.token(sample.administrator), MIXED)
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.signed_in(sample.administrator)
        clerk.wait(lambda: clerk.sees("services.administration.waiting"))
        assert (
            clerk.text("services.administration.waiting")
            == "6 disputes of invoices, 1 file not fully imported, 1 unknown sender"
        )
        assert "1 file not" in clerk.find("services.administration").accessibleDescription()
        server.ask("POST", "/v1/access-requests", json=FORM)
        clerk.click("services.administration")
        clerk.wait(lambda: "Access requests (1)" in tab_texts(clerk))
        assert "Received files (1)" in tab_texts(clerk)
        clerk.wait(lambda: clerk.rows("administration.accessRequests.results") == 1)

        server.ask("POST", "/v1/access-requests", json=FORM)
        clerk.program.open_work.look()
        clerk.wait(lambda: clerk.rows("administration.accessRequests.results") == 2)
        assert "Access requests (2)" in tab_texts(clerk)
        clerk.click("topBar.language")
        clerk.click("administration.back")
        assert (
            clerk.text("services.administration.waiting")
            == "6 contestations de factures, 2 demandes d’accès, 1 fichier importé en partie, 1 expéditeur inconnu"
        )
        clerk.click("accessLogin.signOut")
        assert clerk.program.open_work.counts == {}


def test_what_nobody_looks_at_is_not_asked_for(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.customer)
    clerk.program.open_work.look()
    clerk.click("accessLogin.signOut")
    clerk.signed_in(sample.administrator)
    clerk.wait(lambda: asked(clerk) == 1)
    clerk.click("services.transitTimes")
    clerk.program.open_work.look()
    clerk.click("transitTimes.back")
    clerk.wait(lambda: asked(clerk) == 2)
    clerk.trace(sample.numbers[0])
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    assert asked(clerk) == 2, "neither the customer nor the page of transit times asked"


def test_what_is_being_decided_stays_while_the_list_fetches_itself(clerk: Clerk, sample: Sample):
    send_request(clerk)
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    choose(clerk, "accessRequests", "AR-")
    clerk.type("administration.accessRequests.customerNumber", "Q-77")
    send_request(clerk)
    clerk.program.open_work.look()
    clerk.wait(lambda: clerk.rows("administration.accessRequests.results") == 2)
    clerk.click("administration.accessRequests.approve")
    done(clerk, "accessRequests", "MBELANGER")


def send_request(clerk: Clerk) -> None:
    clerk.program.client.send(REQUEST_ACCESS, msgspec.convert(FORM, AccessRequest))
