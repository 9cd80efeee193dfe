# SPDX-License-Identifier: MIT
"""What a page makes when it is first needed: nothing before, and then as if it had always been there."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.pages.tabs_page import LateTab
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.late import LateEditor, _chain
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample


def test_a_late_editor_is_made_for_a_value_and_not_for_none(qtbot: QtBot):
    made: list[Line] = []

    def make() -> Line:
        made.append(Line("late"))
        return made[-1]

    late = LateEditor(make, "")
    qtbot.addWidget(late)
    late.limit_to(4)
    late.fill(None)
    late.fill("")
    assert late.show_problems([]) is False
    assert (late.value(), made) == ("", [])
    with qtbot.assertNotEmitted(late.edited):
        late.fill("Laval")
    assert (late.value(), len(made), made[0].maxLength()) == ("Lava", 1, 4)
    with qtbot.waitSignals([late.edited, late.submitted]):
        made[0].setText("")
        qtbot.keyClicks(made[0], "x")
        qtbot.keyClick(made[0], Qt.Key.Key_Return)
    late.fill(None)
    assert (late.value(), len(made)) == ("", 1)


def test_tab_stops_in_a_late_part_where_its_place_is(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    late = LateEditor(lambda: Line("second"), "")
    for widget in (Line("first"), late, Line("third")):
        column.addWidget(widget)
    late.hide()
    window.show()
    late.show()
    lines = window.findChildren(QLineEdit)
    assert [one.objectName() for one in _chain(window) if one in lines] == ["first", "second", "third"]


@pytest.fixture
def has(clerk: Clerk) -> Callable[[str], bool]:
    return lambda name: clerk.window.findChild(QWidget, name) is not None


def test_a_bill_opens_without_the_parties_and_papers_that_nobody_sees(
    clerk: Clerk, sample: Sample, has: Callable[[str], bool]
):
    clerk.signed_in(sample.english_customer)
    clerk.click("services.billOfLading")
    assert [
        name for name in ("billTo.name", "customsBroker.name", "bills.search", "reference") if has(f"billOfLading.{name}")
    ] == []
    terms = clerk.find("billOfLading.terms", QComboBox)
    terms.setCurrentIndex(terms.findData("third_party"))
    clerk.wait(lambda: clerk.sees("billOfLading.billTo.name"))
    assert not has("billOfLading.customsBroker.name")
    clerk.find("billOfLading.consignee.save").setFocus()
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.window.focusWidget() is clerk.find("billOfLading.billTo.find")
    clerk.find("billOfLading.tabs", QTabWidget).setCurrentIndex(1)
    clerk.wait(lambda: clerk.sees("billOfLading.bills.search"))


def test_what_was_typed_in_a_late_party_is_there_after_a_restart(start: Start, data_dir: Path, sample: Sample):
    clerk = _at_a_bill(start, data_dir, sample)
    terms = clerk.find("billOfLading.terms", QComboBox)
    terms.setCurrentIndex(terms.findData("third_party"))
    clerk.wait(lambda: clerk.sees("billOfLading.billTo.name"))
    clerk.type("billOfLading.billTo.name", "Acier Laval inc.")
    clerk.program.drafts.flush()
    clerk.program.stop()
    clerk.program.finish()
    again = _at_a_bill(start, data_dir, sample)
    assert again.find("billOfLading.billTo.name", QLineEdit).text() == "Acier Laval inc."


def _at_a_bill(start: Start, data_dir: Path, sample: Sample) -> Clerk:
    clerk = start(data_dir)
    clerk.wait_online()
    clerk.signed_in(sample.english_customer)
    clerk.click("services.billOfLading")
    return clerk


@pytest.mark.parametrize(
    ("service", "late"),
    [
        (Service.ADDRESSES, ("addresses.goods.search", "addresses.templates.search", "addresses.import.choose")),
        (Service.RATE_QUOTE, ("rateQuote.quotes.search", "rateQuote.many.file")),
    ],
)
def test_a_page_of_tabs_makes_each_when_it_comes_to_the_front(
    clerk: Clerk, sample: Sample, has: Callable[[str], bool], service: Service, late: tuple[str, ...]
):
    clerk.signed_in(sample.customer)
    page = clerk.window.navigator.open(service)
    assert page is not None
    assert [name for name in late if has(name)] == []
    tabs = clerk.find(f"{service}.tabs", QTabWidget)
    assert tabs.count() == len(late) + 1
    for at, name in enumerate(late, start=1):
        tabs.setCurrentIndex(at)
        clerk.wait(partial(clerk.sees, name))
    late_tabs = [tab for at in range(1, tabs.count()) if isinstance(tab := tabs.widget(at), LateTab)]
    assert len(late_tabs) == len(late)
    for _ in range(2):
        clerk.program.language.toggle()
        clerk.wait(lambda: [tabs.tabText(at) for at in range(1, tabs.count())] == [tab.title_words() for tab in late_tabs])
    assert [tab.title_words() for tab in late_tabs] == [tab.part.title_words() for tab in late_tabs]
