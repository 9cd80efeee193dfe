# SPDX-License-Identifier: MIT
"""What a page makes when it is first needed: nothing before, and then as if it had always been there."""

import time
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QTabWidget, QWidget

from onlinesvc_desktop.contract.number_blocks import BORROW_NUMBERS
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.catalogue import catalogue
from onlinesvc_desktop.desktop.pages.tabs_page import LateTab
from onlinesvc_desktop.desktop.services.bill_of_lading.page import BillOfLadingPage
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.pages import every_page

_MOST_STOPS = 150


@pytest.fixture
def has(clerk: Clerk) -> Callable[[str], bool]:
    return lambda name: clerk.window.findChild(QWidget, name) is not None


def test_a_bill_opens_without_the_papers_and_bills_that_nobody_sees(
    clerk: Clerk, sample: Sample, has: Callable[[str], bool]
):
    clerk.signed_in(sample.english_customer)
    clerk.click("services.billOfLading")
    assert [name for name in ("bills.search", "reference") if has(f"billOfLading.{name}")] == []
    clerk.find("billOfLading.tabs", QTabWidget).setCurrentIndex(1)
    clerk.wait(lambda: clerk.sees("billOfLading.bills.search"))


@pytest.mark.parametrize("is_customer", [True, False], ids=["customer", "administrator"])
def test_tab_leaves_every_page_and_tab(clerk: Clerk, sample: Sample, is_customer: bool):
    clerk.signed_in(sample.english_customer if is_customer else sample.administrator)
    clerk.in_front()
    for page in every_page(clerk.window):
        page.first_field().setFocus()
        at = clerk.window.focusWidget()
        for _ in range(_MOST_STOPS):
            QTest.keyClick(clerk.window.windowHandle(), Qt.Key.Key_Tab)
            at = clerk.window.focusWidget()
            if at is clerk.window.top_bar.find_field:
                break
        assert at is clerk.window.top_bar.find_field, (page.objectName(), page.first_field().objectName())


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


def test_the_bill_is_made_ahead_asks_nothing_and_waits_behind(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: clerk.window.findChild(BillOfLadingPage) is not None)
    made = clerk.window.findChild(BillOfLadingPage)
    assert clerk.window.navigator.current is not made
    assert not [one for one in clerk.asked() if one["path"] == BORROW_NUMBERS.path]
    clerk.click("services.billOfLading")
    assert clerk.window.navigator.current is made
    assert clerk.window.findChildren(BillOfLadingPage) == [made]
    clerk.wait(lambda: any(one["path"] == BORROW_NUMBERS.path for one in clerk.asked()))


def test_nothing_is_made_ahead_while_somebody_types_and_then_one_page_after_the_other(
    clerk: Clerk, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    # Longer than a busy machine may hold a key back, and shorter than the typing.
    monkeypatch.setattr("onlinesvc_desktop.desktop.ahead._QUIET_MS", 1_500)
    clerk.signed_in(sample.english_customer)
    clerk.in_front()
    wanted = [entry.where for entry in catalogue() if entry.made_ahead]
    assert len(wanted) > 1
    ahead, stack = clerk.program._ahead, clerk.window.navigator._stack
    clerk.wait(lambda: ahead._timer.isActive())
    before = stack.count()
    end = time.monotonic() + 2.5

    def typed_for_a_while() -> bool:
        QTest.keyClick(clerk.window.windowHandle(), Qt.Key.Key_Shift)
        return time.monotonic() > end

    clerk.wait(typed_for_a_while)
    assert stack.count() == before
    clerk.wait(lambda: stack.count() == before + len(wanted))
    clerk.wait(lambda: not ahead._timer.isActive())
    assert all(clerk.window.navigator.page(where) is not None for where in wanted)
    assert stack.count() == before + len(wanted)


def test_who_signs_out_stops_what_is_made_ahead(clerk: Clerk, sample: Sample, monkeypatch: pytest.MonkeyPatch):
    # Nothing is made before the sign-out is through, however long that takes.
    monkeypatch.setattr("onlinesvc_desktop.desktop.ahead._QUIET_MS", 60_000)
    clerk.signed_in(sample.english_customer)
    ahead, stack = clerk.program._ahead, clerk.window.navigator._stack
    clerk.wait(lambda: ahead._timer.isActive())
    before = stack.count()
    clerk.program.session.sign_out()
    clerk.wait(lambda: not ahead._timer.isActive())
    assert not clerk.program.session.is_open
    assert stack.count() == before


def test_a_bill_that_nobody_wrote_in_begins_on_the_day_it_is_opened(
    clerk: Clerk, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    clerk.signed_in(sample.english_customer)
    clerk.click("services.billOfLading")
    page = clerk.window.navigator.current
    assert isinstance(page, BillOfLadingPage)
    day = clerk.find("billOfLading.shipDate", QDateEdit)
    today = day.date()
    clerk.window.navigator.home()
    monkeypatch.setattr(page, "_today", lambda: today.addDays(1).toPython())
    clerk.click("services.billOfLading")
    assert day.date() == today.addDays(1)
    clerk.type("billOfLading.bolNumber", "KEPT")
    clerk.window.navigator.home()
    monkeypatch.setattr(page, "_today", lambda: today.addDays(2).toPython())
    clerk.click("services.billOfLading")
    assert day.date() == today.addDays(1)
