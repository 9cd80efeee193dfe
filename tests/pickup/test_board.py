# SPDX-License-Identifier: MIT
"""The dispatch board by real keys: the day, its counts, moves, a missed one with its reason."""

from datetime import date
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QTableView

from onlinesvc_desktop.contract.pickup import REQUEST_PICKUP, PickupRequest
from onlinesvc_desktop.desktop.services.pickup.board import BoardPanel
from tests.desktop.conftest import Clerk
from tests.pickup.samples import body
from tests.pickup.test_page import monday
from tests.support.backend import Sample
from tests.support.forms import bring_tab

_TABLE = "administration.pickups.results"


def _board(clerk: Clerk, sample: Sample, *places: str) -> BoardPanel:
    clerk.signed_in(sample.customer)
    for place in places:
        request = msgspec.convert(body(place, pickup_date=monday().isoformat()), PickupRequest)
        clerk.program.client.send(REQUEST_PICKUP, request)
    clerk.click("accessLogin.signOut")
    clerk.wait(lambda: not clerk.program.session.is_open)
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    clerk.wait(lambda: clerk.sees("administration.tabs"))
    bring_tab(clerk, "pickups")
    panel = clerk.find("administration.pickups", BoardPanel)
    _show_day(clerk, monday())
    clerk.wait(lambda: clerk.rows(_TABLE) == len(places))
    return panel


def _show_day(clerk: Clerk, day: date) -> None:
    clerk.find("administration.pickups.day", QDateEdit).setDate(QDate(day.year, day.month, day.day))


def _choose(clerk: Clerk, row: int = 0) -> None:
    view = clerk.find(_TABLE, QTableView)
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, 0))


def _says(clerk: Clerk, words: str) -> bool:
    return words in _counts(clerk)


def _counts(clerk: Clerk) -> str:
    return clerk.find("administration.pickups.counts", QLabel).text().replace("\N{NO-BREAK SPACE}", " ")


def test_a_pickup_is_moved_by_keys_from_request_to_picked_up(clerk: Clerk, sample: Sample):
    panel = _board(clerk, sample, "Rimouski", "Halifax")
    assert "2 pickups" in _counts(clerk)
    _choose(clerk)
    clerk.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    clerk.wait(lambda: "Confirmed 1" in _counts(clerk))
    clerk.wait(lambda: panel.chosen is not None and panel.chosen.state == "confirmed")
    clerk.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    clerk.wait(lambda: panel._fields.field("driver").error != "")
    clerk.type("administration.pickups.driver", "Ann Caron")
    for key, words in ((Qt.Key.Key_2, "Driver assigned 1"), (Qt.Key.Key_3, "On the way 1"), (Qt.Key.Key_4, "Picked up 1")):
        clerk.press(key, Qt.KeyboardModifier.ControlModifier)
        clerk.wait(partial(_says, clerk, words))
    clerk.wait(lambda: panel.chosen is not None and panel.chosen.driver == "Ann Caron")
    assert not clerk.sees("administration.pickups.cancelled")


def test_a_missed_one_has_its_reason_and_the_list_is_in_french(clerk: Clerk, sample: Sample):
    panel = _board(clerk, sample, "Rimouski")
    _choose(clerk)
    reason = clerk.find("administration.pickups.reason", QComboBox)
    reason.setFocus()
    clerk.bot.keyClicks(reason, "Shipper")
    clerk.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    clerk.wait(lambda: panel.chosen is not None and panel.chosen.state == "missed")
    clerk.click("topBar.language")
    assert "Manqué 1" in _counts(clerk)
    assert "Expéditeur fermé" in clerk.find("administration.pickups.message", QLabel).text()


def test_the_days_list_is_of_one_terminal_and_goes_on_paper(clerk: Clerk, sample: Sample, tmp_path: Path):
    panel = _board(clerk, sample, "Rimouski", "Halifax")
    terminal = clerk.find("administration.pickups.terminal", QComboBox)
    terminal.setFocus()
    clerk.bot.keyClicks(terminal, "RIM")
    clerk.wait(lambda: clerk.rows(_TABLE) == 1)
    panel._paper.save(tmp_path / "day.pdf")
    clerk.wait(lambda: (tmp_path / "day.pdf").exists())
    assert panel._list_words().endswith(", RIM")
