# SPDX-License-Identifier: MIT
"""Forgotten passwords, open sessions and the audit log through the window."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.desktop.connection import LinkState
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample, serving
from tests.support.forms import choose, done, open_tab
from tests.support.mail import mail_server


def fill(clerk: Clerk, email: str) -> None:
    clerk.type("passwordHelp.name", "Marie")
    clerk.type("passwordHelp.company", "Quincaillerie")
    clerk.type("passwordHelp.email", email)
    clerk.find("passwordHelp.message", QPlainTextEdit).setPlainText("Please call me.")


def test_a_forgotten_password_from_the_link_to_the_mail(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    code = sample.english_customer
    with mail_server() as mailbox, serving(data_dir, smtp_url=mailbox.url) as server:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.click("accessLogin.forgotPassword")
        assert clerk.window.focusWidget() is clerk.find("passwordHelp.name")
        assert not clerk.sees("passwordHelp.mailProgram")
        clerk.click("passwordHelp.submit")
        assert clerk.find("passwordHelp.email").property("wrong")
        fill(clerk, f"{code.access_code.lower()}@example.com")
        clerk.click("passwordHelp.submit")
        clerk.wait(lambda: clerk.sees("passwordHelp.reference"))
        reference = clerk.text("passwordHelp.reference")
        clerk.click("passwordHelp.back")

        clerk.signed_in(sample.administrator)
        clerk.click("services.administration")
        open_tab(clerk, "passwordHelp")
        choose(clerk, "passwordHelp", reference)
        assert clerk.find("administration.passwordHelp.accessCode", QLineEdit).text() == code.access_code
        clerk.click("administration.passwordHelp.approve")
        done(clerk, "passwordHelp", code.access_code)
        open_tab(clerk, "audit")
        choose(clerk, "audit", "Password help given")

        from onlinesvc_desktop.backend.upkeep import Upkeep

        Upkeep(server.context).round()
        assert len(mailbox.to(f"{code.access_code.lower()}@example.com")) == 1


def test_without_a_backend_the_mail_program_and_the_telephone_are_offered(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    opened: list[QUrl] = []
    answers = [True, False]

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return answers.pop(0)

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    settings = Settings(backend_mode=BackendMode.SERVER, server_url="http://127.0.0.1:9")
    clerk = start(tmp_path / "clerk", settings, Language.FRENCH)
    clerk.wait(lambda: clerk.program.connection.state is LinkState.OFFLINE)
    clerk.click("accessLogin.forgotPassword")
    fill(clerk, "marie@expediteur.example")
    clerk.click("passwordHelp.mailProgram")
    url = urlsplit(bytes(opened[0].toEncoded().data()).decode())
    assert (url.scheme, unquote(url.path)) == ("mailto", clerk.program.connection.service_email)
    words = parse_qs(url.query)
    assert words["subject"] == ["Mot de passe oublié"]
    assert "Marie" in words["body"][0]
    assert "marie@expediteur.example" in words["body"][0]
    clerk.click("passwordHelp.mailProgram")
    labels: list[QLabel] = clerk.find("passwordHelp.page").findChildren(QLabel)
    assert any("1-800-856-5559" in label.text() for label in labels)
    clerk.click("passwordHelp.submit")
    clerk.wait(lambda: clerk.sees("passwordHelp.another") and clerk.sees("statusBar.unsent"))
    assert clerk.sees("passwordHelp.mailProgram")
    clerk.click("statusBar.unsent")
    clerk.click("unsent.edit1")
    clerk.wait(lambda: clerk.sees("passwordHelp.name"))
    assert clerk.find("passwordHelp.name", QLineEdit).text() == "Marie"
    assert clerk.find("passwordHelp.message", QPlainTextEdit).toPlainText() == "Please call me."


def test_the_profile_lists_the_sessions_and_ends_one(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    with serving(data_dir) as server:
        body = {"access_code": sample.customer.access_code, "password": sample.customer.password, "workstation": "DOCK-7"}
        other = server.ask("POST", "/v1/sessions", json=body).json()["token"]
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.signed_in(sample.customer)
        clerk.program.language.switch_to(Language.ENGLISH)
        clerk.click("services.userProfile")
        clerk.wait(lambda: clerk.sees("userProfile.session2"))
        assert "this one" in clerk.text("userProfile.session1")
        assert "DOCK-7" in clerk.text("userProfile.session2")
        clerk.find("userProfile.endSession2").setFocus()
        clerk.press(Qt.Key.Key_Return)
        clerk.wait(lambda: not clerk.sees("userProfile.session2"))
        assert server.ask("GET", "/v1/profile", other).status_code == 401
        clerk.click("accessLogin.signOut")
        assert not clerk.sees("userProfile.session1")


def test_ten_days_before_it_expires_the_password_is_mentioned(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    with serving(data_dir) as server:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.signed_in(sample.customer)
        assert not clerk.sees("accessLogin.reminder")
        profile = clerk.program.session.profile
        assert profile is not None
        from msgspec import UNSET
        from msgspec.structs import replace

        assert profile.password_expires_at is not UNSET
        now = clerk.program.window._workplace.now()
        clerk.program.session.take_profile(replace(profile, password_expires_at=now + timedelta(days=9)))
        assert clerk.sees("accessLogin.reminder")
        clerk.program.session.take_profile(replace(profile, password_expires_at=now + timedelta(days=11)))
        assert not clerk.sees("accessLogin.reminder")
