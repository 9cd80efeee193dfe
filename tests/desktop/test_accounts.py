# SPDX-License-Identifier: MIT
"""An account through the window: asked for, approved, received as a file, used, locked, closed, asked for again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QWidget,
)

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.access_request import REQUEST_ACCESS
from onlinesvc_desktop.contract.services import Service
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Code, Sample, serving
from tests.support.forms import choose, done, fill, open_tab, value
from tests.support.lost_answer import lose_answers
from tests.support.mail import fact, opened


def send(clerk: Clerk) -> str:
    clerk.click("accessRequest.submit")
    clerk.wait(lambda: clerk.sees("accessRequest.reference"))
    return clerk.text("accessRequest.reference")


def errors(clerk: Clerk) -> set[str]:
    editors: list[QWidget] = clerk.find("accessRequest.page").findChildren(QWidget)
    return {editor.objectName().removeprefix("accessRequest.") for editor in editors if editor.property("wrong")}


def approve(clerk: Clerk, reference: str) -> None:
    clerk.click("services.administration")
    clerk.wait(lambda: clerk.rows("administration.accessRequests.results") == 1)
    choose(clerk, "accessRequests", reference)
    clerk.type("administration.accessRequests.customerNumber", "")
    clerk.click("administration.accessRequests.approve")
    assert clerk.find("administration.accessRequests.customerNumber").property("wrong")
    clerk.type("administration.accessRequests.customerNumber", "Q-2041")
    clerk.in_front()
    clerk.find("administration.accessRequests.approve").setFocus()
    clerk.press(Qt.Key.Key_Return)
    done(clerk, "accessRequests", "MBELANGER")
    clerk.wait(lambda: clerk.rows("administration.accessRequests.results") == 0)
    clerk.wait(lambda: clerk.window.focusWidget() is clerk.find("administration.accessRequests.search"))


def save_mail(clerk: Clerk, file: Path, monkeypatch: pytest.MonkeyPatch) -> Code:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    open_tab(clerk, "outbox")
    choose(clerk, "outbox", "marie@expediteur.example")
    clerk.click("administration.outbox.save")
    done(clerk, "outbox", str(file))
    mail = opened(file.read_bytes())
    return Code(fact(mail, "Access code"), fact(mail, "Temporary password"), "customer", "temporary", "en")


def choose_password(clerk: Clerk, password: str) -> None:
    for name in ("newPassword", "newPasswordAgain"):
        clerk.type(f"newPassword.{name}", password)
    clerk.click("newPassword.submit")


def lock_and_close(clerk: Clerk) -> None:
    clerk.click("services.administration")
    open_tab(clerk, "accessCodes")
    choose(clerk, "accessCodes", "MBELANGER")
    clerk.click("administration.accessCodes.lock")
    done(clerk, "accessCodes", "Locked")
    clerk.wait(lambda: clerk.sees("administration.accessCodes.unlock"))
    answer_question(clerk, "Close it")
    clerk.click("administration.accessCodes.close")
    clerk.wait(lambda: not clerk.sees("administration.accessCodes.close"))


def test_the_whole_life_through_the_window(clerk: Clerk, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    clerk.click("accessLogin.requestAccess")
    fill(clerk)
    reference = send(clerk)
    assert reference.startswith("AR-")
    clerk.click("accessRequest.back")

    clerk.signed_in(sample.administrator)
    approve(clerk, reference)
    person = save_mail(clerk, tmp_path / "mail.eml", monkeypatch)
    clerk.click("accessLogin.signOut")
    assert not clerk.sees("administration.page")
    assert not clerk.sees("services.administration")

    clerk.sign_in(person)
    clerk.wait(lambda: clerk.sees("newPassword.page"))
    choose_password(clerk, "quincaillerie belanger")
    clerk.wait(lambda: bool(clerk.find("newPassword.newPassword").property("wrong")))
    assert "Too easy to guess" in clerk.find("newPassword.newPassword").accessibleDescription()
    choose_password(clerk, "nine green lanterns drift")
    clerk.wait(lambda: clerk.program.session.is_open)
    assert not clerk.sees("services.administration")
    clerk.click("accessLogin.signOut")

    clerk.signed_in(sample.administrator)
    lock_and_close(clerk)
    clerk.click("accessLogin.signOut")

    clerk.sign_in(person, "nine green lanterns drift")
    clerk.wait(lambda: "closed" in clerk.text("accessLogin.message"))
    assert clerk.window.focusWidget() is clerk.find("accessLogin.requestAccess")
    clerk.press(Qt.Key.Key_Return)
    assert "MBELANGER" in clerk.find("accessRequest.reason", QPlainTextEdit).toPlainText()


def answer_question(clerk: Clerk, words: str) -> None:
    """Press a button of the question that is about to be asked."""

    def press() -> None:
        boxes = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox)]
        if not boxes:
            QTimer.singleShot(20, press)
            return
        button = next(button for button in boxes[0].buttons() if button.text().replace("&", "") == words)
        clerk.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(20, press)


def leave(clerk: Clerk, name: str) -> None:
    """Let a field lose the focus; the offscreen platform has no active window to do so."""
    QApplication.sendEvent(clerk.find(name), QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))


def test_wrong_fields_are_named_together_and_the_first_gets_the_focus(clerk: Clerk):
    clerk.click("services.accessRequest")
    assert clerk.window.focusWidget() is clerk.find("accessRequest.company")
    clerk.type("accessRequest.firstName", "Marie")
    clerk.type("accessRequest.telephone", "12")
    leave(clerk, "accessRequest.telephone")
    assert errors(clerk) == {"telephone"}
    clerk.type("accessRequest.telephone", "514 555 0142")
    leave(clerk, "accessRequest.telephone")
    assert errors(clerk) == set()
    assert value(clerk, "accessRequest.telephone") == "514-555-0142"
    clerk.click("accessRequest.submit")
    assert errors(clerk) == {"company", "lastName", "email", "address1", "city", "province", "postalCode"}
    assert clerk.window.focusWidget() is clerk.find("accessRequest.company")
    assert "7" in clerk.text("accessRequest.message")
    assert "required" in clerk.find("accessRequest.company").accessibleName()
    assert "required" not in clerk.find("accessRequest.customerNumber").accessibleName()


def test_what_was_typed_survives_the_end_of_the_program(start: Start, data_dir: Path):
    clerk = start(data_dir)
    clerk.wait_online()
    clerk.click("services.accessRequest")
    clerk.type("accessRequest.company", "Scierie du Nord")
    clerk.find("accessRequest.reason", QPlainTextEdit).setPlainText("Two lines\nof reasons")
    clerk.window.close()
    clerk.program.stop()
    assert clerk.program.finish()
    assert (data_dir / "drafts" / "accessRequest.json").stat().st_mode & 0o077 == 0
    again = start(data_dir)
    again.wait_online()
    again.click("services.accessRequest")
    assert value(again, "accessRequest.company") == "Scierie du Nord"
    assert again.find("accessRequest.reason", QPlainTextEdit).toPlainText() == "Two lines\nof reasons"
    again.click("accessRequest.clear")
    assert value(again, "accessRequest.company") == ""


def test_a_lost_answer_and_a_second_attempt_make_one_request(
    start: Start, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with serving(data_dir) as server:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.click("services.accessRequest")
        fill(clerk)
        lose_answers(monkeypatch, REQUEST_ACCESS)
        clerk.click("accessRequest.submit")
        clerk.wait(lambda: clerk.sees("accessRequest.another"))
        assert not clerk.sees("accessRequest.reference")
        monkeypatch.undo()
        clerk.click("statusBar.unsent")
        clerk.click("unsent.tryNow")
        clerk.wait(lambda: "Reference" in clerk.text("mainWindow.notice"))
        reference = clerk.text("mainWindow.notice").split()[-1]
        assert not clerk.sees("statusBar.unsent")
        from sqlalchemy import text

        with server.context.database.read() as connection:
            rows = connection.execute(text("SELECT reference FROM access_requests")).scalars().all()
        assert rows == [reference]


def test_a_customer_finds_no_administration(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    assert not clerk.sees("services.administration")
    assert clerk.program.window.navigator.open(Service.ADMINISTRATION) is None
    clerk.type("topBar.find", "administration")
    targets = clerk.window.top_bar.find_field._targets
    assert not any(getattr(target, "service", None) is Service.ADMINISTRATION for target in targets)


def test_a_company_key_is_issued_copied_and_revoked(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    open_tab(clerk, "customers")
    table = clerk.find("administration.customers.results", QTableView)
    choose(clerk, "customers", str(table.model().index(0, 0).data()))
    assert not clerk.sees("administration.customers.authorization")
    assert not clerk.sees("administration.customers.revokeKey")
    clerk.click("administration.customers.issueKey")
    done(clerk, "customers", "new company key")
    clerk.wait(lambda: clerk.sees("administration.customers.authorization"))
    clerk.click("administration.customers.copy")
    assert len(QApplication.clipboard().text()) == 60
    requestor = clerk.find("administration.customers.keys", QComboBox).currentText()
    assert requestor in clerk.text("administration.customers.message")
    clerk.click("administration.customers.twelveHours")
    done(clerk, "customers", "12-hour clock")
    clerk.wait(lambda: clerk.find("administration.customers.twelveHours", QCheckBox).isChecked())
    clerk.click("administration.customers.revokeKey")
    done(clerk, "customers", "no longer works")
    clerk.wait(lambda: not clerk.sees("administration.customers.authorization"))
    clerk.click("accessLogin.signOut")
    (hidden,) = clerk.window.findChildren(QLineEdit, "administration.customers.authorization")
    assert hidden.text() == ""


def test_the_others_of_a_shared_code_are_told_of_its_new_password(
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample
):
    with serving(data_dir) as server:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.signed_in(sample.english_customer)
        expiry = clerk.program.session._expiry
        expiry.stop()
        clerk.program.session.look_again()
        clerk.wait(expiry.isActive)
        assert not clerk.sees("accessLogin.message")
        change = {"current_password": sample.english_customer.password, "new_password": "copper river, seven kites"}
        token = server.token(sample.english_customer)
        assert server.ask("PUT", "/v1/profile/password", token, json=change).status_code == 200
        clerk.program.session.look_again()
        clerk.wait(lambda: "shares this access code" in clerk.text("accessLogin.message"))
        assert clerk.program.session.is_open
        clerk.click("topBar.language")
        assert "partage ce code" in clerk.text("accessLogin.message")


def test_the_meter_explains_a_new_password_in_both_languages(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    clerk.click("services.userProfile")
    clerk.type("userProfile.newPassword", "password1234")
    clerk.wait(lambda: "Too easy to guess" in clerk.text("userProfile.strengthWords"))
    assert clerk.find("userProfile.strength", QProgressBar).property("tone") == "warning"
    clerk.click("topBar.language")
    french = clerk.text("userProfile.strengthWords")
    assert french
    assert "Too easy to guess" not in french
    clerk.type("userProfile.newPassword", "copper river, seven kites")
    clerk.wait(lambda: clerk.find("userProfile.strength", QProgressBar).property("tone") == "success")
    assert clerk.text("userProfile.strengthWords") != french
