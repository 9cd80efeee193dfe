# SPDX-License-Identifier: MIT
"""Locked home, sign in, keys gone, trace, sign out: by mouse and by keyboard."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTableView

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.services import ADMINISTRATOR_SERVICES, LOCKED_SERVICES, Service
from onlinesvc_desktop.contract.tracing import GET_SHIPMENT
from onlinesvc_desktop.contract.user_profile import GET_PROFILE
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.jobs import Ok
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample, serving

OPEN = set(Service) - LOCKED_SERVICES


def keys(clerk: Clerk) -> set[Service]:
    return {service for service in Service if clerk.sees(f"services.{service}.key")}


def in_the_language_of_the_profile(sentence: str) -> str:
    return QCoreApplication.translate("AccessLoginSection", sentence)


def test_keys_stand_before_locked_services_only_and_go_on_sign_in(clerk: Clerk, sample: Sample):
    assert keys(clerk) == LOCKED_SERVICES - ADMINISTRATOR_SERVICES
    clerk.signed_in(sample.customer)
    assert keys(clerk) == set()
    assert sample.customer.access_code in clerk.text("accessLogin.signedInAs")
    clerk.click("accessLogin.signOut")
    assert keys(clerk) == LOCKED_SERVICES - ADMINISTRATOR_SERVICES
    assert clerk.text("accessLogin.message") == in_the_language_of_the_profile("You are signed out.")


def test_a_locked_service_asks_for_the_sign_in_and_then_opens(clerk: Clerk, sample: Sample):
    clerk.click("services.shipmentReport")
    assert "Shipment report" in clerk.text("accessLogin.message")
    assert clerk.window.focusWidget() is clerk.find("accessLogin.accessCode")
    clerk.signed_in(sample.customer)
    clerk.wait(lambda: clerk.sees("shipmentReport.page") and clerk.rows("shipmentReport.results") > 0)


def test_a_wrong_password_says_so_and_keeps_the_code(clerk: Clerk, sample: Sample):
    clerk.sign_in(sample.customer, "not the password")
    clerk.wait(lambda: clerk.sees("accessLogin.message"))
    assert "is incorrect" in clerk.text("accessLogin.message")
    assert clerk.find("accessLogin.accessCode", QLineEdit).text() == sample.customer.access_code
    assert clerk.window.focusWidget() is clerk.find("accessLogin.password")
    clerk.type("accessLogin.password", sample.customer.password)
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.program.session.is_open)


def test_empty_fields_are_named_and_nothing_is_sent(clerk: Clerk):
    before = len(clerk.asked())
    clerk.click("accessLogin.signIn")
    assert clerk.window.focusWidget() is clerk.find("accessLogin.accessCode")
    assert "Enter your access code." in clerk.find("accessLogin.accessCode").accessibleDescription()
    assert len(clerk.asked()) == before


def test_trace_with_a_pasted_dash_shows_status_and_whole_history(clerk: Clerk, sample: Sample):
    number = sample.numbers[40]
    QApplication.clipboard().setText(f" {number[:4]}-{number[4:]}\n")
    clerk.click("tracing.autoproNumber")
    clerk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    assert clerk.text("tracing.shipmentNumber").replace("\N{NO-BREAK SPACE}", "").endswith(number)
    assert "ago" in clerk.text("tracing.latestWhen")
    assert clerk.rows("tracing.history") >= 5


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "nine digits"), ("12345", "fewer"), ("1234567890", "more"), ("12345678X", "digits only")],
)
def test_a_malformed_number_has_its_own_sentence_and_is_not_sent(clerk: Clerk, typed: str, words: str):
    before = len(clerk.asked())
    clerk.trace(typed)
    assert words in clerk.text("tracing.message")
    assert clerk.find("tracing.autoproNumber", QLineEdit).text() == typed
    assert len(clerk.asked()) == before


def test_an_unknown_number_has_its_own_sentence(clerk: Clerk):
    clerk.trace("000000000")
    clerk.wait(lambda: clerk.sees("tracing.results.message"))
    assert "No shipment has this number" in clerk.text("tracing.results.message")


def test_asking_too_often_has_its_own_sentence_with_the_wait(start: Start, tmp_path: Path, data_dir: Path, sample: Sample):
    with serving(data_dir, anonymous_traces=Throttle(burst=1, per_minute=1)) as server:
        clerk = start(tmp_path / "other", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.trace(sample.numbers[40])
        clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
        clerk.trace(sample.numbers[41])
        clerk.wait(lambda: clerk.sees("tracing.results.message"))
        assert "Too many requests" in clerk.text("tracing.results.message")
        assert "second" in clerk.text("tracing.results.message")
        clerk.click("topBar.language")
        assert "Trop de demandes" in clerk.text("tracing.results.message")


def test_offline_has_its_own_sentence_and_what_was_seen_stays_readable(clerk: Clerk, sample: Sample):
    seen, unseen = sample.numbers[40], sample.numbers[41]
    clerk.trace(seen)
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    clerk.program.client.move_to(None)
    clerk.trace(unseen)
    clerk.wait(lambda: clerk.sees("tracing.results.message"))
    assert "cannot be reached" in clerk.text("tracing.results.message")
    clerk.program.client.move_to(None)
    clerk.trace(seen)
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    clerk.wait_online()


def test_a_backend_that_dies_is_started_again_and_the_session_goes_on(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.customer)
    process = clerk.program.embedded._process
    assert process is not None
    process.kill()
    process.wait()
    clerk.trace(sample.numbers[3])
    clerk.wait(lambda: clerk.program.connection.state is LinkState.OFFLINE or clerk.program.embedded.is_running)
    clerk.wait_online()
    clerk.trace(sample.numbers[3])
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    assert clerk.program.session.is_open


def test_private_facts_go_the_moment_one_signs_out(clerk: Clerk, sample: Sample):
    clerk.click("services.shipmentReport")
    clerk.signed_in(sample.customer)
    clerk.wait(lambda: clerk.sees("shipmentReport.results") and clerk.rows("shipmentReport.results") > 0)
    table = clerk.find("shipmentReport.results", QTableView)
    clerk.trace(str(table.model().index(9, 0).data()))
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    page = clerk.program.window.navigator.page(Service.TRACING)
    view = page._detail.shipment  # type: ignore[attr-defined]
    assert view.shipment.shipper
    clerk.click("accessLogin.signOut")
    assert not view.shipment.shipper
    assert not view.shipment.charges
    assert table.model().rowCount() == 0
    assert clerk.sees("tracing.latestStatus")


def test_an_answer_that_arrives_after_the_sign_out_shows_only_public_facts(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    clerk.click("services.shipmentReport")
    clerk.wait(lambda: clerk.rows("shipmentReport.results") > 0)
    number = str(clerk.find("shipmentReport.results", QTableView).model().index(4, 0).data()).replace(
        "\N{NO-BREAK SPACE}", ""
    )
    as_party = clerk.program.client.send(GET_SHIPMENT, autopro=number)
    assert as_party.shipper
    page = clerk.program.window.navigator.page(Service.TRACING)
    clerk.click("accessLogin.signOut")
    assert not clerk.program.client.signed_in
    page._lookup._on_shipment(number, Ok(as_party))  # type: ignore[attr-defined]
    shown = page._detail.shipment.shipment  # type: ignore[attr-defined]
    assert shown.autopro_number == number
    assert not shown.shipper
    seen = clerk.program.seen.recall_shipment(number)
    assert seen is not None
    assert not seen[0].shipper


def test_a_profile_confirmed_after_the_sign_out_signs_nobody_in(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    profile = clerk.program.session.profile
    assert profile is not None
    clerk.click("accessLogin.signOut")
    clerk.program.session.take_profile(profile)
    assert keys(clerk) == LOCKED_SERVICES - ADMINISTRATOR_SERVICES


def test_a_slow_sign_out_does_not_end_the_session_opened_after_it(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    taken = clerk.program.client.take_token()
    assert taken is not None
    clerk.program.session._clear()
    clerk.signed_in(sample.english_customer)
    clerk.program.client.sign_out(taken)
    assert clerk.program.client.send(GET_PROFILE).access_code == sample.english_customer.access_code


def test_signing_in_adds_what_a_party_may_see_to_the_open_trace(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.customer)
    clerk.click("services.shipmentReport")
    clerk.wait(lambda: clerk.rows("shipmentReport.results") > 0)
    number = str(clerk.find("shipmentReport.results", QTableView).model().index(3, 0).data())
    clerk.click("accessLogin.signOut")
    clerk.trace(number)
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    view = clerk.program.window.navigator.page(Service.TRACING)._detail.shipment  # type: ignore[attr-defined]
    assert not view.shipment.shipper
    clerk.signed_in(sample.customer)
    clerk.wait(lambda: bool(view.shipment.shipper))


def test_session_over_on_the_server_brings_the_keys_back_once_and_keeps_what_was_typed(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.customer)
    clerk.click("services.tracing")
    clerk.type("tracing.references", "123 456")
    ended: list[bool] = []
    clerk.program.session.expired.connect(lambda: ended.append(True))
    token = clerk.program.client._token
    clerk.program.client._token = "no longer valid"
    link = clerk.program.window._workplace.link
    for _ in range(2):
        link.ask(lambda client: client.send(GET_PROFILE), lambda _outcome: None)
    clerk.wait(lambda: bool(ended))
    assert token is not None
    assert ended == [True]
    assert clerk.text("accessLogin.message") == in_the_language_of_the_profile(
        "Your session has ended. What you typed is kept; sign in again to continue."
    )
    assert clerk.find("tracing.references", QPlainTextEdit).toPlainText() == "123 456"
    clerk.press(Qt.Key.Key_Escape)
    assert keys(clerk) == LOCKED_SERVICES - ADMINISTRATOR_SERVICES


def test_a_session_that_runs_out_unused_is_noticed_without_a_click(
    start: Start, tmp_path: Path, data_dir: Path, sample: Sample
):
    with serving(data_dir) as server:
        clerk = start(tmp_path / "other", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.signed_in(sample.english_customer)
        session = clerk.program.session
        assert 7 * 3_600_000 < session._expiry.remainingTime() <= 8 * 3_600_000 + 1_000
        session._expiry.start(0)
        clerk.wait(lambda: session._expiry.remainingTime() > 3_600_000)
        assert keys(clerk) == set()
        server.clock.offset = timedelta(hours=8, minutes=1)
        session._expiry.start(0)
        clerk.wait(lambda: keys(clerk) == LOCKED_SERVICES - ADMINISTRATOR_SERVICES)
        assert "session has ended" in clerk.text("accessLogin.message")


def test_an_expired_password_is_told_asked_for_and_signed_in(clerk: Clerk, sample: Sample):
    clerk.sign_in(sample.expired)
    clerk.wait(lambda: clerk.sees("newPassword.page"))
    assert keys(clerk) == set()
    assert not clerk.sees("services.shipmentReport")
    clerk.type("newPassword.newPassword", "too short")
    clerk.click("newPassword.submit")
    assert "12\u00a0character" in clerk.find("newPassword.newPassword").accessibleDescription()
    clerk.type("newPassword.newPassword", "four good words here")
    clerk.type("newPassword.newPasswordAgain", "four good words there")
    clerk.click("newPassword.submit")
    assert "not the same" in clerk.find("newPassword.newPasswordAgain").accessibleDescription()
    clerk.type("newPassword.newPasswordAgain", "four good words here")
    clerk.click("newPassword.submit")
    clerk.wait(lambda: clerk.program.session.is_open)
    assert clerk.sees("services.shipmentReport")
    assert keys(clerk) == set()


def test_many_numbers_at_once_make_a_table_and_name_the_missing(clerk: Clerk, sample: Sample):
    clerk.click("services.tracing")
    numbers = [*sample.numbers[:30], "000000000", "zz"]
    clerk.find("tracing.references", QPlainTextEdit).setPlainText("\t".join([*numbers, numbers[0]]))
    clerk.click("tracing.submit")
    clerk.wait(lambda: clerk.sees("tracing.results"))
    clerk.wait(lambda: clerk.rows("tracing.results") == 32)
    clerk.wait(lambda: clerk.sees("tracing.results.message"))
    assert "000000000" in clerk.text("tracing.results.message")
    assert "zz" in clerk.text("tracing.results.message")
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))


def test_rows_are_copied_as_a_spreadsheet_takes_them(clerk: Clerk, sample: Sample):
    clerk.click("services.tracing")
    clerk.type("tracing.references", " ".join(sample.numbers[:3]))
    clerk.click("tracing.submit")
    clerk.wait(lambda: clerk.sees("tracing.results"))
    clerk.find("tracing.results", QTableView).selectAll()
    clerk.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert sorted(line.split("\t")[0] for line in lines) == sorted(sample.numbers[:3])


def test_the_profile_decides_the_language_after_sign_in(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.customer)
    profile = clerk.program.session.profile
    assert profile is not None
    assert clerk.program.language.language is profile.language


def test_preferences_are_saved_to_the_profile(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.other_customer)
    clerk.click("services.userProfile")
    clerk.type("userProfile.defaultEmail", "nonsense")
    clerk.click("userProfile.submit")
    assert clerk.find("userProfile.defaultEmail").accessibleDescription()
    clerk.type("userProfile.defaultEmail", "dispatch@example.com")
    clerk.click("userProfile.submit")
    clerk.wait(lambda: clerk.sees("userProfile.message"))
    assert clerk.program.session.profile is not None
    assert clerk.program.session.profile.default_email == "dispatch@example.com"


def test_the_password_is_changed_in_the_profile(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.other_customer)
    clerk.click("services.userProfile")
    clerk.type("userProfile.currentPassword", "wrong one")
    clerk.type("userProfile.newPassword", "five words make it good")
    clerk.type("userProfile.newPasswordAgain", "five words make it good")
    clerk.click("userProfile.changePassword")
    clerk.wait(lambda: bool(clerk.find("userProfile.currentPassword").accessibleDescription()))
    clerk.type("userProfile.currentPassword", sample.other_customer.password)
    clerk.click("userProfile.changePassword")
    clerk.wait(lambda: clerk.sees("userProfile.message"))
    clerk.click("accessLogin.signOut")
    clerk.sign_in(sample.other_customer, "five words make it good")
    clerk.wait(lambda: clerk.program.session.is_open)


def test_an_administrators_sign_in_does_not_look_at_what_stood_on_the_screen(clerk: Clerk, sample: Sample):
    clerk.trace(sample.numbers[0])
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    clerk.signed_in(sample.administrator)
    clerk.wait(lambda: any(str(one["path"]).startswith("/v1/watches") for one in clerk.requests()))
    looked = [one for one in clerk.asked() if one["path"] == "/v1/shipments/{}"]
    assert len(looked) == 1
