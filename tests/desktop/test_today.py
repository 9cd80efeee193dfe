# SPDX-License-Identifier: MIT
"""Today in the window: numbers that open their lists, by keyboard, in both languages; gone with the sign-out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QTabWidget

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.today import GET_TODAY, ShipmentPart
from onlinesvc_desktop.desktop.targets import Open
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample


def _asked(clerk: Clerk) -> int:
    return sum(one["path"] == GET_TODAY.path for one in clerk.asked())


def _shown(clerk: Clerk) -> dict[str, str]:
    buttons = clerk.window.findChildren(QPushButton)
    return {one.objectName().removeprefix("home.today."): one.text() for one in buttons if _is_today(one)}


def _is_today(button: QPushButton) -> bool:
    return button.objectName().startswith("home.today.") and button.isVisible()


def _known(clerk: Clerk) -> bool:
    return clerk.window.services_home.today._counts.today is not None


def test_a_number_opens_its_list_filtered_and_by_its_key(clerk: Clerk, sample: Sample):
    assert not clerk.sees("home.today")
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: _known(clerk))
    shown = _shown(clerk)
    part = next(part for part in ShipmentPart if part.value in shown)
    count = int(shown[part.value].split()[0])
    button = clerk.find(f"home.today.{part}", QPushButton)
    assert button.accessibleName() == button.text()
    button.setFocus()
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("shipmentReport.part") and f"{count} shipment" in clerk.text("shipmentReport.part"))
    assert clerk.rows("shipmentReport.results") == count
    clerk.click("shipmentReport.showAll")
    clerk.wait(lambda: not clerk.sees("shipmentReport.part") and clerk.rows("shipmentReport.results") > count)


def test_nothing_is_asked_while_it_is_not_seen_and_nothing_stays_after_the_sign_out(clerk: Clerk, sample: Sample):
    clerk.wait_online()
    assert _asked(clerk) == 0, "nobody is signed in"
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: _known(clerk))
    clerk.click("services.help")
    before = _asked(clerk)
    clerk.program.watch_list.arrived.emit()
    assert _asked(clerk) == before, "another page is in front"
    clerk.press(Qt.Key.Key_Escape)
    clerk.wait(lambda: _asked(clerk) == before + 1)
    clerk.program.watch_list.arrived.emit()
    clerk.wait(lambda: _asked(clerk) == before + 2)
    clerk.click("accessLogin.signOut")
    clerk.wait(lambda: not clerk.program.session.is_open)
    assert not clerk.sees("home.today")
    assert not any(one.text() for one in clerk.window.services_home.today._buttons.values())


def test_the_pickups_of_today_are_a_part_of_the_list(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: _known(clerk))
    clerk.window.navigator.go(Open(Service.PICKUP, "today"))
    clerk.wait(lambda: clerk.sees("pickup.part"))
    assert clerk.text("pickup.part") == "Pickups of today"
    clerk.click("pickup.showAll")
    assert not clerk.sees("pickup.part")


def test_invoices_past_due_open_their_list(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: _known(clerk))
    count = int(_shown(clerk)["invoices"].split()[0])
    clerk.click("home.today.invoices")
    clerk.wait(lambda: clerk.rows("invoices.results") == count)
    assert clerk.find("invoices.state", QComboBox).currentData() == "past_due"


def test_an_administrator_sees_what_waits_and_each_opens_its_tab(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    clerk.wait(lambda: clerk.program.open_work.is_known)
    assert clerk.sees("home.today.note"), "copies made or not"
    shown = _shown(clerk)
    assert all(name.startswith("waiting.") for name in shown)
    for name in shown:
        clerk.window.navigator.home()
        clerk.click(f"home.today.{name}")
        tabs = clerk.find("administration.tabs", QTabWidget)
        queue = name.removeprefix("waiting.")
        assert tabs.currentWidget().objectName() == f"administration.{_TABS.get(queue, queue)}"
    assert _asked(clerk) == 0


_TABS = {"pickup": "pickups", "access_request": "accessRequests", "password_help": "passwordHelp"}
