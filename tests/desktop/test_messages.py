# SPDX-License-Identifier: MIT
"""A message lasts as long as its cause, and nothing about one person is left for the next."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableView

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.lifetime import UntilClosed
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample, free_port, serving
from tests.support.forms import fill
from tests.support.unsent import without_server

DOCK = "tracing.autoproNumber"


def said(clerk: Clerk) -> list[str]:
    """Return every message of the window, those of pages behind included."""
    return [line.text for line in clerk.window.findChildren(MessageLine) if line.text]


def test_a_trace_without_a_link_is_asked_again_by_itself(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    port = free_port()
    clerk = without_server(start, tmp_path / "clerk", port)
    clerk.trace(sample.numbers[40])
    clerk.wait(lambda: clerk.sees("tracing.results.message"))
    assert "cannot be reached" in clerk.text("tracing.results.message")
    clerk.window.navigator.open(Service.CONTACT)
    focused = clerk.window.focusWidget()
    with serving(data_dir, at_port=port):
        clerk.program.connection.try_now()
        clerk.wait(lambda: clerk.program.connection.state is LinkState.ONLINE)
        page = clerk.window.navigator.page(Service.TRACING)
        clerk.wait(lambda: page._detail.shipment.shipment is not None)  # type: ignore[attr-defined]
        assert not said(clerk)
        assert clerk.sees("contact.page")
        assert clerk.window.focusWidget() is focused


def test_a_list_without_a_link_is_asked_again_whole(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    port = free_port()
    clerk = without_server(start, tmp_path / "clerk", port)
    clerk.type(DOCK, " ".join([*sample.numbers[:20], "000000000"]))
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.results.message"))
    assert clerk.sees("tracing.continue")
    with serving(data_dir, at_port=port):
        clerk.click("statusBar.retry")
        clerk.wait(lambda: clerk.sees("tracing.results") and clerk.rows("tracing.results") == 21)
        clerk.wait(lambda: "000000000" in clerk.text("tracing.results.message"))
        assert not clerk.sees("tracing.continue")


def test_what_was_known_is_asked_for_anew(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    port = free_port()
    with serving(data_dir, at_port=port):
        clerk = without_server(start, tmp_path / "clerk", free_port())
        clerk.program.settings.change(server_url=f"http://127.0.0.1:{port}")
        clerk.program.connection.start()
        clerk.wait_online()
        clerk.type(DOCK, " ".join(sample.numbers[:5]))
        clerk.press(Qt.Key.Key_Return)
        clerk.wait(lambda: clerk.sees("tracing.results") and clerk.rows("tracing.results") == 5)
        clerk.wait(lambda: not clerk.program.jobs._waiting)
    clerk.type(DOCK, " ".join(sample.numbers[:5]))
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.results.message"))
    assert clerk.rows("tracing.results") == 5
    with serving(data_dir, at_port=port):
        clerk.click("statusBar.retry")
        clerk.wait(lambda: not clerk.sees("tracing.results.message") and clerk.rows("tracing.results") == 5)
        clerk.wait(lambda: not clerk.program.jobs._waiting)
        assert not said(clerk)


def test_what_is_not_asked_again_by_itself_is_offered(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    port = free_port()
    clerk = without_server(start, tmp_path / "clerk", port)
    clerk.sign_in(sample.customer)
    clerk.wait(lambda: clerk.sees("accessLogin.message"))
    assert "cannot be reached" in clerk.text("accessLogin.message")
    with serving(data_dir, at_port=port):
        clerk.click("statusBar.retry")
        clerk.wait(lambda: "answers again" in clerk.text("accessLogin.message"))
        clerk.find("accessLogin.password").setFocus()
        clerk.press(Qt.Key.Key_Return)
        clerk.wait(lambda: clerk.program.session.is_open)
        assert not said(clerk)


def test_a_request_that_waited_says_that_it_went_out(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    port = free_port()
    clerk = without_server(start, tmp_path / "clerk", port)
    clerk.click("services.accessRequest")
    fill(clerk)
    clerk.click("accessRequest.submit")
    clerk.wait(lambda: clerk.sees("accessRequest.another"))
    with serving(data_dir, at_port=port):
        clerk.click("statusBar.retry")
        clerk.wait(lambda: clerk.sees("mainWindow.notice"))
        assert clerk.text("accessRequest.reference")
        reference = clerk.text("accessRequest.reference")
        assert reference in clerk.text("mainWindow.notice")
        clerk.signed_in(sample.customer)
        assert not said(clerk)
        clerk.window.navigator.open(Service.ACCESS_REQUEST)
        assert not clerk.sees("accessRequest.reference")
        assert clerk.sees("accessRequest.submit")


def test_a_notice_is_closed_by_its_button_and_by_escape(start: Start, data_dir: Path, tmp_path: Path):
    clerk = without_server(start, tmp_path / "clerk", free_port())
    clerk.window.navigator.open(Service.CONTACT)
    clerk.window.notice.say(Tone.INFO, lambda: "Something", UntilClosed())
    clerk.click("mainWindow.notice.close")
    assert not clerk.sees("mainWindow.notice")
    clerk.window.notice.say(Tone.INFO, lambda: "Something", UntilClosed())
    clerk.find("contact.back").setFocus()
    clerk.press(Qt.Key.Key_Escape)
    assert not clerk.sees("mainWindow.notice")
    assert clerk.sees("contact.page")
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.sees("home.page")


def test_nothing_said_to_one_person_is_left_for_the_next(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    clerk.click("services.userProfile")
    clerk.type("userProfile.defaultEmail", "dispatch@example.com")
    clerk.click("userProfile.submit")
    clerk.wait(lambda: clerk.sees("userProfile.message"))
    clerk.trace("000000000")
    clerk.wait(lambda: clerk.sees("tracing.results.message"))
    clerk.click("accessLogin.signOut")
    assert said(clerk) == [clerk.text("accessLogin.message")]
    clerk.signed_in(sample.other_customer)
    assert not said(clerk)


def test_what_was_done_on_a_page_is_not_said_when_it_opens_again(clerk: Clerk):
    clerk.click("services.contact")
    clerk.click("contact.copy1")
    assert clerk.sees("contact.message")
    clerk.click("contact.back")
    clerk.click("services.contact")
    assert not clerk.sees("contact.message")


def test_a_slip_in_the_dock_is_forgotten_when_the_clerk_goes_on(clerk: Clerk):
    clerk.trace("12345")
    assert clerk.sees("tracing.message")
    clerk.click("services.contact")
    assert not clerk.sees("tracing.message")
    assert clerk.find(DOCK, QLineEdit).text() == "12345"


def test_the_report_comes_by_itself_when_the_link_is_back(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    port = free_port()
    with serving(data_dir, at_port=port):
        clerk = without_server(start, tmp_path / "clerk", free_port())
        clerk.program.settings.change(server_url=f"http://127.0.0.1:{port}")
        clerk.program.connection.start()
        clerk.wait_online()
        clerk.signed_in(sample.english_customer)
    clerk.click("services.shipmentReport")
    clerk.wait(lambda: clerk.sees("shipmentReport.message"))
    with serving(data_dir, at_port=port):
        clerk.click("statusBar.retry")
        clerk.wait(lambda: clerk.find("shipmentReport.results", QTableView).model().rowCount() > 0)
        assert not clerk.sees("shipmentReport.message")
