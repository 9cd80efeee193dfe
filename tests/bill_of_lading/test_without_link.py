# SPDX-License-Identifier: MIT
"""Bills without a link: numbered, printed and kept at once, sent once and in order when the link is back."""

import json
from functools import partial
from pathlib import Path

import pytest
from msgspec import convert
from PySide6.QtWidgets import QFileDialog

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.services.bill_of_lading.page import BillOfLadingPage
from onlinesvc_desktop.desktop.targets import Start as Begin
from onlinesvc_desktop.desktop.unsent import UnsentQueue
from tests.bill_of_lading.bills import bill, party
from tests.bill_of_lading.papers import codes_of
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample, free_port, serving

O = "billOfLading"  # noqa: E741 - the owner of every name here


@pytest.fixture(autouse=True)
def witnesses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONLINESVC_WITNESS_DIR", str(tmp_path / "witnesses"))
    return tmp_path / "witnesses"


def page_of(clerk: Clerk) -> BillOfLadingPage:
    return clerk.find(f"{O}.page", BillOfLadingPage)


def opened(clerk: Clerk, sample: Sample) -> BillOfLadingPage:
    """Sign in, open the form and wait until numbers were borrowed."""
    clerk.wait_online()
    clerk.signed_in(sample.english_customer)
    clerk.click(f"services.{O}")
    clerk.wait(lambda: clerk.sees(f"{O}.page"))
    page = page_of(clerk)
    lent = page.workplace.lent_numbers
    clerk.wait(lambda: lent.left(sample.english_customer.access_code, page._lending._server()) == 20)
    return page


def _has_more_than(unsent: UnsentQueue, count: int) -> bool:
    return len(unsent.items) > count


def issue(clerk: Clerk, page: BillOfLadingPage, consignee: str) -> str:
    if clerk.sees(f"{O}.another"):
        clerk.click(f"{O}.another")
    there = party(consignee, "Toronto", "ON", "M5V 2T6")
    page.receive(Begin(Service.BILL_OF_LADING, bill(ship_date=page.workplace.today().isoformat(), consignee=there)))
    clerk.click(f"{O}.submit")
    clerk.wait(lambda: clerk.sees(f"{O}.reference") and clerk.sees(f"{O}.another"))
    return clerk.text(f"{O}.reference")


def test_bills_without_a_link_are_printed_at_once_and_sent_once_in_order(
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    port = free_port()
    settings = Settings(backend_mode=BackendMode.SERVER, server_url=f"http://127.0.0.1:{port}")
    with serving(data_dir, at_port=port):
        clerk = start(tmp_path / "clerk", settings)
        page = opened(clerk, sample)
    numbers = [issue(clerk, page, f"Client {at}") for at in range(3)]
    assert len(set(numbers)) == 3
    file = tmp_path / "bill.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    clerk.click(f"{O}.savePdf")
    clerk.wait(file.exists)
    assert codes_of(file.read_bytes(), 1) == [[numbers[2][1:], numbers[2]]]
    clerk.wait(lambda: len(clerk.program.unsent.items) == 4)
    clerk.click("statusBar.unsent")
    clerk.wait(lambda: clerk.sees("unsent.item1"))
    assert f"{numbers[0]} for Client 0" in clerk.text("unsent.item1")
    with serving(data_dir, at_port=port) as server:
        clerk.program.connection.try_now()
        clerk.wait(lambda: not clerk.program.unsent.items)
        token = server.token(sample.english_customer)
        listed = server.ask("GET", "/v1/bills-of-lading", token).json()["items"]
        assert [item["bol_number"] for item in reversed(listed)] == numbers
        printed = server.ask("GET", f"/v1/bills-of-lading/{numbers[2]}/document", token).content
        assert printed == file.read_bytes()
        for number in numbers:
            assert server.ask("GET", f"/v1/shipments/{number[1:]}").json()["status"]["code"] == "XB"


def test_what_was_printed_without_a_link_stands_once_each_in_the_history_of_the_server(
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    port = free_port()
    settings = Settings(backend_mode=BackendMode.SERVER, server_url=f"http://127.0.0.1:{port}")
    with serving(data_dir, at_port=port):
        clerk = start(tmp_path / "clerk", settings)
        page = opened(clerk, sample)
    unsent = clerk.program.unsent
    unprinted, printed = issue(clerk, page, "Client 0"), issue(clerk, page, "Client 1")
    for button in ("savePdf", "saveLabels", "savePdf"):
        before = len(unsent.items)
        file = str(tmp_path / f"paper{before}")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, chosen=file: (chosen, ""))
        clerk.click(f"{O}.{button}")
        clerk.wait(partial(_has_more_than, unsent, before))
    waiting = list(unsent.items)
    clerk.click("statusBar.unsent")
    clerk.wait(lambda: clerk.sees("unsent.item4"))
    assert clerk.text("unsent.item3") == f"Print of the bill of lading {printed}"
    assert clerk.text("unsent.item4") == f"Print of labels, bill of lading {printed}"
    with serving(data_dir, at_port=port) as server:
        clerk.program.connection.try_now()
        clerk.wait(lambda: not unsent.items)
        assert clerk.window.notice.text.startswith(f"Sent: Bill of lading {printed}")
        for submission in waiting:
            # As after a start that found the files again: each is sent a second time.
            unsent.put_back(submission)
        clerk.wait(lambda: not unsent.items)
        token = server.token(sample.english_customer)
        assert server.ask("GET", f"/v1/bills-of-lading/{unprinted}", token).json().get("prints", []) == []
        prints = server.ask("GET", f"/v1/bills-of-lading/{printed}", token).json()["prints"]
        assert [one["note"] for one in reversed(prints)] == [
            {"what": "document", "copies": 3},
            {"what": "labels", "first": 1, "last": 2},
            {"what": "document", "copies": 3},
        ]
        when = [submission.fields["printed_at"] for submission in waiting if submission.kind == "bill_print"]
        assert [one["at"][:19] for one in reversed(prints)] == [one[:19] for one in when]


def test_a_print_waits_for_a_bill_that_was_refused_and_goes_when_it_is_withdrawn(
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    port = free_port()
    settings = Settings(backend_mode=BackendMode.SERVER, server_url=f"http://127.0.0.1:{port}")
    with serving(data_dir, at_port=port) as server:
        clerk = start(tmp_path / "clerk", settings)
        page = opened(clerk, sample)
        ours = bill(ship_date=page.workplace.today().isoformat(), bol_number="OURS-1")
        server.ask("POST", "/v1/bills-of-lading", server.token(sample.english_customer), json=ours)
    page.receive(Begin(Service.BILL_OF_LADING, ours))
    clerk.click(f"{O}.submit")
    clerk.wait(lambda: clerk.sees(f"{O}.another"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "bill.pdf"), ""))
    clerk.click(f"{O}.savePdf")
    unsent = clerk.program.unsent
    clerk.wait(lambda: len(unsent.items) == 2)
    with serving(data_dir, at_port=port) as server:
        clerk.program.connection.try_now()
        clerk.wait(lambda: unsent.items[0].refusal is not None)
        # Sent after it would be in its lane, so nothing before it is under way any more.
        other = bill(ship_date=page.workplace.today().isoformat(), bol_number="OURS-2")
        page.workplace.unsent.submit(
            page.operation, convert(other, BillOfLading), lambda _: None, access_code=sample.english_customer.access_code
        )
        clerk.wait(lambda: len(unsent.items) == 2)
        assert [(one.kind, one.tried_at is None) for one in unsent.items] == [
            ("bill_of_lading", False),
            ("bill_print", True),
        ]
        clerk.click("statusBar.unsent")
        clerk.wait(lambda: clerk.sees("unsent.withdraw1"))
        clerk.click("unsent.withdraw1")
        assert not unsent.items
        clerk.wait(lambda: clerk.sees("unsent.undo"))
        clerk.click("unsent.undo")
        assert [one.kind for one in unsent.items] == ["bill_of_lading", "bill_print"]


def test_a_bill_without_a_lent_number_waits_for_the_link_to_get_one(
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample, witnesses: Path
):
    port = free_port()
    settings = Settings(backend_mode=BackendMode.SERVER, server_url=f"http://127.0.0.1:{port}")
    with serving(data_dir, at_port=port):
        clerk = start(tmp_path / "clerk", settings)
        page = opened(clerk, sample)
    for file in witnesses.iterdir():
        file.unlink()
    page.receive(Begin(Service.BILL_OF_LADING, bill(ship_date=page.workplace.today().isoformat())))
    clerk.click(f"{O}.submit")
    clerk.wait(lambda: clerk.sees(f"{O}.another"))
    assert "no borrowed numbers left" in clerk.text(f"{O}.whatNext")
    assert not clerk.sees(f"{O}.print")
    with serving(data_dir, at_port=port) as server:
        clerk.program.connection.try_now()
        clerk.wait(lambda: not clerk.program.unsent.items)
        listed = server.ask("GET", "/v1/bills-of-lading", server.token(sample.english_customer)).json()["items"]
        assert len(listed) == 1


def test_a_loan_that_the_server_does_not_know_is_replaced_by_its_own_number(
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample
):
    with serving(data_dir) as server:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        page = opened(clerk, sample)
        (file,) = (tmp_path / "clerk" / "numbers").iterdir()
        kept = json.loads(file.read_bytes())
        kept["block"]["token"] = "not-ours"
        file.write_text(json.dumps(kept))
        number = issue(clerk, page, "Client 0")
        assert number[1:] not in kept["block"]["numbers"]
        listed = server.ask("GET", "/v1/bills-of-lading", server.token(sample.english_customer)).json()["items"]
        assert [item["bol_number"] for item in listed] == [number]
