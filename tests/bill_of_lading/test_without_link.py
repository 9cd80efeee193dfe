# SPDX-License-Identifier: MIT
"""Bills without a link: numbered, printed and kept at once, sent once and in order when the link is back."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.services.bill_of_lading.page import BillOfLadingPage
from onlinesvc_desktop.desktop.targets import Start as Begin
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


def issue(clerk: Clerk, page: BillOfLadingPage, consignee: str) -> str:
    if clerk.sees(f"{O}.another"):
        clerk.click(f"{O}.another")
    there = party(consignee, "Toronto", "ON", "M5V 2T6")
    page.receive(Begin(Service.BILL_OF_LADING, bill(ship_date=page._today().isoformat(), consignee=there)))
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
    clerk.click("statusBar.unsent")
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
    page.receive(Begin(Service.BILL_OF_LADING, bill(ship_date=page._today().isoformat())))
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
