# SPDX-License-Identifier: MIT
"""Notices by e-mail on screen: chosen by keyboard and mouse, kept on the server, stopped, in both languages."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget

from onlinesvc_desktop.contract.notices import GET_NOTICES, Notices
from onlinesvc_desktop.desktop.targets import Open, Place
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample

TO = "quai@expediteur.example"


def kept(clerk: Clerk) -> Notices:
    """Return what the server keeps."""
    return clerk.program.client.send(GET_NOTICES)


def settings(clerk: Clerk) -> Any:
    return kept(clerk).settings


def ticked(clerk: Clerk, name: str) -> list[str]:
    rows = clerk.find(name, QListWidget)
    items = [rows.item(at) for at in range(rows.count())]
    return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked]


def watching(clerk: Clerk, sample: Sample, count: int = 2) -> list[str]:
    """Sign in and watch some shipments."""
    clerk.signed_in(sample.english_customer)
    numbers = list(sample.numbers[:count])
    clerk.program.watch_list.watch(numbers, lambda _answer: None)
    clerk.wait(lambda: {one.reference for one in clerk.program.watch_list.items if one.matches} >= set(numbers))
    return numbers


def opened(clerk: Clerk) -> None:
    clerk.window.navigator.go(Open(Place.NOTICES))
    clerk.wait(lambda: clerk.text("notices.next") != "" and bool(ticked(clerk, "notices.kinds")))


def saved(clerk: Clerk, words: str = "Saved.") -> None:
    clerk.click("notices.submit")
    clerk.wait(lambda: clerk.sees("notices.message") and words in clerk.text("notices.message"))


def test_the_dock_leads_to_the_form_and_what_is_saved_is_kept(clerk: Clerk, sample: Sample):
    first, second = watching(clerk, sample)
    menu = clerk.window.watch_list.menu()
    action = menu.findChild(QAction, "watchList.notices.byMail")
    assert action is not None
    action.trigger()
    menu.close()
    clerk.wait(lambda: clerk.sees("notices.page") and bool(ticked(clerk, "notices.kinds")))
    assert "in_transit" not in ticked(clerk, "notices.kinds")
    assert {"picked_up", "delivered", "exception"} <= set(ticked(clerk, "notices.kinds"))
    assert not clerk.sees("notices.hour")
    assert not clerk.sees("notices.end")
    clerk.type("notices.email", "nobody")
    clerk.click("notices.submit")
    assert clerk.find("notices.email", QLineEdit).property("wrong") is True
    assert clerk.find("notices.email", QLineEdit).text() == "nobody"
    clerk.type("notices.email", TO)
    saved(clerk, "no shipment is chosen yet")
    rows = clerk.find("notices.numbers", QListWidget)
    rows.setFocus()
    at = next(at for at in range(rows.count()) if rows.item(at).data(Qt.ItemDataRole.UserRole) == first)
    rows.setCurrentRow(at)
    clerk.press(Qt.Key.Key_Space)
    frequency = clerk.find("notices.frequency", QComboBox)
    frequency.setCurrentIndex(frequency.findData("daily"))
    hour = clerk.find("notices.hour", QComboBox)
    hour.setCurrentIndex(hour.findData("6"))
    saved(clerk, "from now on")
    assert (settings(clerk).email, settings(clerk).hour, settings(clerk).frequency) == (TO, 6, "daily")
    assert kept(clerk).numbers == (first,)
    assert "Next e-mail" in clerk.text("notices.next")
    clerk.click("notices.all")
    saved(clerk)
    assert set(kept(clerk).numbers) == {first, second}
    clerk.click("notices.none")
    clerk.click("notices.allShipments")
    saved(clerk, "from now on")
    assert kept(clerk).numbers == ()
    assert settings(clerk).all_shipments


def test_what_was_changed_and_not_saved_stays_and_goes_with_the_sign_out(clerk: Clerk, sample: Sample):
    watching(clerk, sample)
    opened(clerk)
    clerk.type("notices.email", TO)
    clerk.press(Qt.Key.Key_Escape)
    assert not clerk.sees("notices.page")
    clerk.click("services.userProfile")
    clerk.click("userProfile.notices")
    assert clerk.find("notices.email", QLineEdit).text() == TO
    clerk.click("accessLogin.signOut")
    clerk.wait(lambda: not clerk.sees("notices.page"))
    clerk.signed_in(sample.english_customer)
    opened(clerk)
    assert clerk.find("notices.email", QLineEdit).text() != TO
    assert not clerk.sees("notices.message")


def test_all_of_it_is_stopped_in_the_program(clerk: Clerk, sample: Sample):
    (number,) = watching(clerk, sample, 1)
    opened(clerk)
    clerk.type("notices.email", TO)
    clerk.click("notices.all")
    saved(clerk)
    assert kept(clerk).numbers == (number,)
    clerk.click("notices.end")
    clerk.wait(lambda: clerk.sees("notices.message") and "Stopped" in clerk.text("notices.message"))
    assert kept(clerk) == Notices()
    assert not clerk.sees("notices.end")


def test_a_watched_shipment_is_ticked_from_its_own_view(clerk: Clerk, sample: Sample):
    first, second = watching(clerk, sample)
    opened(clerk)
    clerk.type("notices.email", TO)
    clerk.click("notices.all")
    saved(clerk)
    clerk.click("notices.none")
    saved(clerk, "no shipment is chosen yet")
    clerk.trace(second)
    clerk.wait(lambda: clerk.sees("tracing.notices"))
    clerk.click("tracing.notices")
    clerk.wait(lambda: clerk.sees("notices.numbers") and ticked(clerk, "notices.numbers") == [second])
    assert kept(clerk).numbers == (), "saving is left to the clerk"
    saved(clerk, "from now on")
    assert kept(clerk).numbers == (second,)
    assert settings(clerk).email == TO
    clerk.trace(sample.numbers[5])
    clerk.wait(lambda: clerk.sees("tracing.shipmentNumber") and not clerk.sees("tracing.notices"))
    assert clerk.find("tracing.watch", TextButton).text() == "Watch"
    assert first != second


def test_every_word_follows_the_language_and_nobody_else_gets_in(clerk: Clerk, sample: Sample):
    clerk.wait_online()
    assert clerk.window.navigator.go(Open(Place.NOTICES)) is None, "nobody is signed in"
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: clerk.sees("notices.page") and bool(ticked(clerk, "notices.kinds")))
    clerk.click("topBar.language")
    QApplication.processEvents()
    assert clerk.text("notices.heading") == "Avis par courriel"
    rows = clerk.find("notices.kinds", QListWidget)
    assert "Livré" in {rows.item(at).text() for at in range(rows.count())}
    assert not clerk.sees("notices.numbers")
