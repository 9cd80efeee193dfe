# SPDX-License-Identifier: MIT
"""The page of claims as a clerk uses it, by its keys, in both languages; and the tab of administrators."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import UNSET
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QTableView,
    QWidget,
)

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.claim_moves import MOVE_CLAIM, ClaimMove
from onlinesvc_desktop.contract.claim_terms import ClaimState
from onlinesvc_desktop.contract.claims import CHANGE_CLAIM, LIST_CLAIMS, Claim, ClaimChange, ClaimQuery
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.shipment_report import LIST_OWN_SHIPMENTS, ShipmentQuery
from onlinesvc_desktop.desktop.services.claims.page import ClaimsPage
from tests.desktop.conftest import Clerk, Start
from tests.desktop.test_afternoon import let_come_damaged
from tests.support.backend import Code, Sample, free_port, serving
from tests.support.forms import bring_tab

TABLE = "claims.results"


def _opened(clerk: Clerk, code: Code) -> Clerk:
    clerk.signed_in(code)
    clerk.click("services.claims")
    clerk.wait(lambda: clerk.sees("claims.page"))
    return clerk


def _delivered(clerk: Clerk) -> str:
    items = clerk.program.client.send(LIST_OWN_SHIPMENTS, query=ShipmentQuery(limit=200)).items
    return next(one.autopro_number for one in items if one.status.code == "D1")


def _unclaimed(clerk: Clerk) -> str:
    items = clerk.program.client.send(LIST_OWN_SHIPMENTS, query=ShipmentQuery(limit=200)).items
    claimed = {one.outlook.autopro_number for one in _claims(clerk)}
    return next(one.autopro_number for one in items if one.status.code == "D1" and one.autopro_number not in claimed)


def _claims(clerk: Clerk) -> tuple[Claim, ...]:
    return clerk.program.client.send(LIST_CLAIMS, query=ClaimQuery()).items


def _page(clerk: Clerk) -> ClaimsPage:
    return clerk.find("claims.page", ClaimsPage)


def _shows(clerk: Clerk, number: str) -> bool:
    chosen = _page(clerk).mine._chosen
    return chosen is not None and chosen.claim_number == number and clerk.sees("claims.addFile")


def _press(clerk: Clerk, name: str) -> None:
    """Press a button by its key, once it answers again."""
    button = clerk.find(name, QWidget)
    clerk.wait(button.isEnabled)
    button.setFocus()
    clerk.press(Qt.Key.Key_Return)


def _noticed(clerk: Clerk, number: str) -> str:
    clerk.click("claims.notice")
    clerk.type("claims.autoproNumber", number)
    clerk.wait(lambda: "left" in clerk.text("claims.deadline") or "late" in clerk.text("claims.deadline"))
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("claims.reference"))
    return clerk.text("claims.reference")


def test_a_notice_needs_the_number_and_says_how_long_is_left(clerk: Clerk, sample: Sample):
    _opened(clerk, sample.english_customer)
    before = len(_claims(clerk))
    number = _noticed(clerk, _delivered(clerk))
    assert len(_claims(clerk)) == before + 1
    _press(clerk, "claims.addPapers")
    clerk.wait(lambda: clerk.rows(TABLE) == before + 1)
    clerk.wait(lambda: _shows(clerk, number))
    assert clerk.sees("claims.goOn")


def test_a_number_of_somebody_else_is_said_before_it_is_sent(clerk: Clerk, sample: Sample):
    _opened(clerk, sample.english_customer)
    clerk.click("claims.notice")
    clerk.type("claims.autoproNumber", "999999998")
    clerk.wait(lambda: "no shipment of your company" in clerk.text("claims.deadline"))
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: bool(_page(clerk).form.field("autopro_number").error))
    clerk.type("claims.autoproNumber", "12")
    clerk.press(Qt.Key.Key_Return)
    assert "nine digits" in _page(clerk).form.field("autopro_number").error


def test_a_claim_in_french_lists_goods_by_keys_and_shows_claimed_beside_the_limit(
    start: Start, data_dir: Path, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    clerk = start(data_dir, language=Language.FRENCH)
    clerk.wait_online()
    _opened(clerk, sample.customer)
    number = _delivered(clerk)
    clerk.click("claims.claim")
    clerk.type("claims.autoproNumber", number)
    clerk.find("claims.submit").setFocus()
    clerk.press(Qt.Key.Key_Return)
    assert _page(clerk).form.field("lines").error
    clerk.type("claims.line.description", "Chaises de chêne")
    clerk.type("claims.line.unitCost", "120,50")
    clerk.wait(lambda: "120" in clerk.text("claims.limit"))
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("claims.reference"))
    made = _claims(clerk)[0]
    assert (made.door, made.claimed, made.lines[0].description) == ("claim", "120.50", "Chaises de chêne")
    _press(clerk, "claims.addPapers")
    clerk.wait(lambda: _shows(clerk, made.claim_number))

    paper = tmp_path / "façade.png"
    paper.write_bytes(b"\x89PNG\r\n\x1a\n a picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(paper), ""))
    wanted = made.documents_wanted[0]
    assert clerk.find("claims.paper", QComboBox).currentData() == wanted.value
    _press(clerk, "claims.addFile")
    clerk.wait(lambda: [one.paper for one in _claims(clerk)[0].documents] == [wanted])

    wrong = tmp_path / "photo.pdf"
    wrong.write_bytes(b"MZ a program")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(wrong), ""))
    _press(clerk, "claims.addFile")
    clerk.wait(lambda: "TIFF" in _page(clerk).message.text)

    letter = tmp_path / "lettre.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(letter), ""))
    _press(clerk, "claims.letter")
    clerk.wait(letter.exists)
    assert letter.read_bytes().startswith(b"%PDF-")


def test_a_notice_becomes_a_claim_under_its_number_and_is_withdrawn(clerk: Clerk, sample: Sample):
    _opened(clerk, sample.english_customer)
    number = _noticed(clerk, _delivered(clerk))
    _press(clerk, "claims.addPapers")
    clerk.wait(lambda: _shows(clerk, number))
    _press(clerk, "claims.goOn")
    clerk.wait(lambda: clerk.sees("claims.line.unitCost"))
    assert clerk.find("claims.autoproNumber", QLineEdit).text()
    clerk.type("claims.line.description", "Chairs")
    clerk.type("claims.line.unitCost", "10")
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("claims.reference"))
    assert clerk.text("claims.reference") == number
    made = next(one for one in _claims(clerk) if one.claim_number == number)
    assert made.door == "claim"
    _page(clerk).mine.withdraw(made)
    clerk.wait(lambda: next(one for one in _claims(clerk) if one.claim_number == number).state == "withdrawn")


def test_a_notice_waits_without_a_link_with_its_deadline_and_goes_out_with_it(
    start: Start, data_dir: Path, sample: Sample, tmp_path: Path
):
    port = free_port()
    settings = Settings(backend_mode=BackendMode.SERVER, server_url=f"http://127.0.0.1:{port}")
    with serving(data_dir, at_port=port):
        clerk = start(tmp_path / "clerk", settings)
        clerk.wait_online()
        _opened(clerk, sample.english_customer)
        number = _delivered(clerk)
        clerk.trace(number)
        clerk.wait(lambda: clerk.sees("tracing.history"))
        clerk.click("tracing.back")
        clerk.click("services.claims")
        clerk.wait(lambda: clerk.sees("claims.notice"))
    clerk.click("claims.notice")
    clerk.type("claims.autoproNumber", number)
    clerk.wait(lambda: "left" in clerk.text("claims.deadline") or "late" in clerk.text("claims.deadline"))
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("claims.another"))
    assert not clerk.sees("claims.reference")
    clerk.click("statusBar.unsent")
    assert f"Notice of claim for shipment {number}" in clerk.text("unsent.item1")
    with serving(data_dir, at_port=port) as server:
        clerk.click("unsent.tryNow")
        clerk.wait(lambda: not clerk.sees("statusBar.unsent"))
        items = server.ask("GET", "/v1/claims", server.token(sample.english_customer)).json()["items"]
    assert items[0]["outlook"]["autopro_number"] == number


def test_a_traced_shipment_leads_to_its_notice(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    number = _delivered(clerk)
    clerk.trace(number)
    clerk.wait(lambda: clerk.sees("tracing.claim"))
    clerk.click("tracing.claim")
    clerk.wait(lambda: clerk.sees("claims.autoproNumber"))
    assert clerk.find("claims.autoproNumber", QLineEdit).text() == number
    clerk.wait(lambda: "left" in clerk.text("claims.deadline") or "late" in clerk.text("claims.deadline"))


def test_an_administrator_asks_for_papers_and_refuses_with_a_reason(clerk: Clerk, sample: Sample):
    _opened(clerk, sample.english_customer)
    number = _noticed(clerk, _delivered(clerk))
    clerk.program.session.sign_out()
    clerk.wait(lambda: not clerk.program.session.is_open)
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    bring_tab(clerk, "administration.claims")
    table = clerk.find("administration.claims.results", QTableView)
    clerk.wait(lambda: table.model().rowCount() > 0)
    assert table.model().index(0, 0).data() == number
    table.setCurrentIndex(table.model().index(0, 0))
    clerk.wait(lambda: clerk.sees("administration.claims.decline"))
    assert not clerk.sees("administration.claims.pay")
    clerk.click("administration.claims.decline")
    clerk.wait(lambda: "required" in clerk.find("administration.claims.reason").accessibleDescription())
    clerk.click("administration.claims.askPapers")
    clerk.wait(lambda: clerk.sees("administration.claims.closeIncomplete"))
    clerk.find("administration.claims.reason").setFocus()
    clerk.bot.keyClicks(clerk.window.focusWidget(), "Packed badly")
    clerk.click("administration.claims.decline")
    clerk.wait(lambda: table.model().index(0, 3).data() == "Declined")


def _claim(clerk: Clerk, number: str) -> Claim:
    return next(one for one in _claims(clerk) if one.claim_number == number)


def _claimed(clerk: Clerk, number: str) -> str:
    """File a claim of one line and show it in the list."""
    clerk.click("claims.claim")
    clerk.type("claims.autoproNumber", number)
    clerk.type("claims.line.description", "Chairs")
    clerk.type("claims.line.unitCost", "10")
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("claims.reference"))
    made = clerk.text("claims.reference")
    _press(clerk, "claims.addPapers")
    clerk.wait(lambda: _shows(clerk, made))
    return made


def test_a_claim_is_changed_by_its_form_and_what_was_typed_outlasts_a_faster_one(clerk: Clerk, sample: Sample):
    _opened(clerk, sample.english_customer)
    number = _claimed(clerk, _delivered(clerk))
    _press(clerk, "claims.change")
    clerk.type("claims.edit.line.unitCost", "")
    clerk.type("claims.edit.declaredValue", "900")
    _press(clerk, "claims.edit.save")
    clerk.wait(lambda: "correct" in _page(clerk).message.text)
    assert clerk.sees("claims.edit.line.unitCost")
    clerk.type("claims.edit.line.unitCost", "12.50")
    standing = _claim(clerk, number)
    faster = ClaimChange(version=standing.version, goods_at="Dock 4")
    clerk.program.client.send(CHANGE_CLAIM, faster, claim_number=number)
    _press(clerk, "claims.edit.save")
    clerk.wait(lambda: "changed meanwhile" in _page(clerk).message.text)
    assert clerk.find("claims.edit.line.unitCost", QLineEdit).text() == "12.50"
    _press(clerk, "claims.edit.save")
    clerk.wait(lambda: _shows(clerk, number))
    changed = _claim(clerk, number)
    assert (changed.claimed, changed.liability_cap) == ("12.50", "900.00")
    _press(clerk, "claims.change")
    clerk.type("claims.edit.declaredValue", "")
    _press(clerk, "claims.edit.save")
    clerk.wait(lambda: _claim(clerk, number).declared_value is UNSET)


def test_what_was_typed_about_a_claim_is_there_again_after_a_restart(start: Start, data_dir: Path, sample: Sample):
    clerk = start(data_dir)
    clerk.wait_online()
    _opened(clerk, sample.english_customer)
    number = _claimed(clerk, _delivered(clerk))
    _press(clerk, "claims.change")
    clerk.type("claims.edit.goodsAt", "Dock 7")
    clerk.program.session.sign_out()
    clerk.wait(lambda: not clerk.program.session.is_open)
    _opened(clerk, sample.english_customer)
    clerk.click("claims.list")
    clerk.wait(lambda: clerk.sees("claims.edit.goodsAt"))
    assert clerk.find("claims.edit.goodsAt", QLineEdit).text() == "Dock 7"
    _press(clerk, "claims.edit.discard")
    clerk.wait(lambda: _shows(clerk, number))
    assert not _claim(clerk, number).goods_at


def test_an_offer_is_accepted_after_a_question(clerk: Clerk, sample: Sample, monkeypatch: pytest.MonkeyPatch):
    _opened(clerk, sample.english_customer)
    number = _claimed(clerk, _delivered(clerk))
    assert not clerk.sees("claims.accept")
    clerk.program.session.sign_out()
    clerk.wait(lambda: not clerk.program.session.is_open)
    clerk.signed_in(sample.administrator)
    move = ClaimMove(ClaimState.OFFERED, 1, amount="8.25")
    clerk.program.client.send(MOVE_CLAIM, move, claim_number=number)
    clerk.program.session.sign_out()
    clerk.wait(lambda: not clerk.program.session.is_open)
    _opened(clerk, sample.english_customer)
    _page(clerk).mine.open(number)
    clerk.wait(lambda: _shows(clerk, number) and clerk.sees("claims.accept"))
    assert not clerk.sees("claims.change")
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda question: asked.append(question.text()))
    _press(clerk, "claims.accept")
    assert asked == [f"Accept $8.25 for {number}?"]
    assert _claim(clerk, number).state == "offered"
    accepts: Callable[[QMessageBox], QAbstractButton] = lambda question: next(  # noqa: E731
        one for one in question.buttons() if one.text() == "Accept it"
    )
    monkeypatch.setattr(QMessageBox, "clickedButton", accepts)
    _press(clerk, "claims.accept")
    clerk.wait(lambda: _claim(clerk, number).state == "accepted")
    clerk.wait(lambda: not clerk.sees("claims.accept"))


def test_notices_that_are_due_take_no_focus_from_somebody_who_went_elsewhere(clerk: Clerk, sample: Sample, data_dir: Path):
    _opened(clerk, sample.english_customer)
    clerk.wait(lambda: clerk.rows(TABLE) > 0)
    let_come_damaged(clerk, data_dir, _unclaimed(clerk))
    due = _page(clerk)._due
    for elsewhere in (None, "tracing.autoproNumber"):
        clerk.find("claims.notice").setFocus()
        due.await_focus()
        due.look()
        if elsewhere is not None:
            clerk.find(elsewhere).setFocus()
        clerk.wait(lambda: due._came_from is None)
        assert clerk.sees("claims.due1")
        assert clerk.window.focusWidget() is clerk.find(elsewhere or "claims.giveNotice1")
