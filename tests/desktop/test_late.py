# SPDX-License-Identifier: MIT
"""What a page makes when it is first needed: nothing before, and then as if it had always been there."""

import gc
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QTabWidget, QWidget

from onlinesvc_desktop.contract.number_blocks import BORROW_NUMBERS
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.pages.tabs_page import LateTab, TabsPage
from onlinesvc_desktop.desktop.services.bill_of_lading.page import BillOfLadingPage
from onlinesvc_desktop.desktop.services.shipment_report.page import ShipmentReportPage
from onlinesvc_desktop.desktop.targets import Where
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


@pytest.mark.parametrize("is_customer", [True, False], ids=["customer", "administrator"])
def test_pages_that_are_made_ahead_ask_for_nothing(
    clerk: Clerk, sample: Sample, monkeypatch: pytest.MonkeyPatch, is_customer: bool
):
    navigator, made, asked = clerk.window.navigator, list[Where](), list[object]()
    making = 0
    ask = BackendLink.ask

    def noted(link: BackendLink, *what: Any, **how: Any) -> Any:
        if making:
            asked.append(what)
        return ask(link, *what, **how)

    def watched(step: Callable[[Where], Any]) -> Callable[[Where], Any]:
        def take(where: Where) -> Any:
            nonlocal making
            making += 1
            page = step(where)
            making -= 1
            made.append(where)
            return page

        return take

    monkeypatch.setattr(BackendLink, "ask", noted)
    monkeypatch.setattr(navigator, "make", watched(navigator.make))
    monkeypatch.setattr(navigator, "page", watched(navigator.page))
    monkeypatch.setattr(clerk.program._ahead, "_prepare", watched(clerk.program._ahead._prepare))
    clerk.signed_in(sample.english_customer if is_customer else sample.administrator)
    wanted = set(clerk.ahead())
    clerk.wait(lambda: wanted <= set(made))
    clerk.wait(lambda: not clerk.program._ahead._timer.isActive())
    assert asked == []
    if not is_customer:
        administration = navigator.page(Service.ADMINISTRATION)
        assert isinstance(administration, TabsPage)
        assert isinstance(administration.in_front, LateTab)
        assert administration.in_front.made is not None


def test_the_collector_looks_over_what_was_made_ahead_while_nobody_waits(clerk: Clerk, sample: Sample):
    passed_over = gc.get_freeze_count()
    clerk.signed_in(sample.english_customer)
    clerk.wait(clerk.has_every_page_ahead)
    clerk.wait(lambda: not clerk.program._ahead._timer.isActive())
    page = clerk.window.navigator.page(Service.BILL_OF_LADING)
    assert gc.get_freeze_count() > passed_over
    assert not any(one is page for one in gc.get_objects())


def test_nothing_is_made_ahead_while_somebody_types_and_then_one_page_after_the_other(
    clerk: Clerk, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    # Longer than a busy machine may hold a key back, and shorter than the typing.
    monkeypatch.setattr("onlinesvc_desktop.desktop.ahead._QUIET_MS", 1_500)
    clerk.signed_in(sample.english_customer)
    clerk.in_front()
    wanted = clerk.ahead()
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


@pytest.mark.parametrize(
    ("service", "field", "beside"),
    [
        (Service.BILL_OF_LADING, "shipDate", "bolNumber"),
        (Service.PICKUP, "pickupDate", "contact.name"),
        (Service.RATE_QUOTE, "shipDate", "origin"),
        (Service.TRANSIT_TIMES, "shipDate", "origin"),
        (Service.SHIPMENT_REPORT, "until", "reference"),
    ],
)
def test_a_page_that_nobody_wrote_in_begins_on_the_day_it_is_opened(
    clerk: Clerk, sample: Sample, monkeypatch: pytest.MonkeyPatch, service: Service, field: str, beside: str
):
    clerk.signed_in(sample.english_customer)
    clerk.click(f"services.{service}")
    day, workplace = clerk.find(f"{service}.{field}", QDateEdit), clerk.program._workplace
    today, now = workplace.today(), workplace.now()

    def opened_after(days: int) -> date:
        clerk.window.navigator.home()
        monkeypatch.setitem(vars(workplace), "now", lambda: now + timedelta(days=days))
        clerk.click(f"services.{service}")
        shown = day.date().toPython()
        assert isinstance(shown, date)
        return shown

    assert opened_after(0) == today
    assert opened_after(1) == today + timedelta(days=1)
    clerk.type(f"{service}.{beside}", "KEPT")
    assert opened_after(2) == today + timedelta(days=1)


def test_a_form_that_is_cleared_begins_on_the_day_it_is_cleared(
    clerk: Clerk, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    clerk.signed_in(sample.english_customer)
    clerk.click("services.pickup")
    day, workplace = clerk.find("pickup.pickupDate", QDateEdit), clerk.program._workplace
    today, now = workplace.today(), workplace.now()
    clerk.type("pickup.contact.name", "Chantal")
    monkeypatch.setitem(vars(workplace), "now", lambda: now + timedelta(days=1))
    clerk.click("pickup.clear")
    assert day.date().toPython() == today + timedelta(days=1)


def test_the_report_is_fetched_anew_on_another_day_and_not_on_the_same(
    clerk: Clerk, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    clerk.signed_in(sample.english_customer)
    clerk.click("services.shipmentReport")
    page, workplace = clerk.window.navigator.current, clerk.program._workplace
    assert isinstance(page, ShipmentReportPage)
    today, now = workplace.today(), workplace.now()
    fetched = list[Any]()
    fetch_anew = page._list.reload

    def reload(fetch: Any) -> None:
        assert page._asked is not None
        fetched.append(page._asked.until)
        fetch_anew(fetch)

    monkeypatch.setattr(page._list, "reload", reload)
    for days in (0, 1, 1):
        clerk.wait(lambda: page._list.pages.is_loaded)
        clerk.window.navigator.home()
        monkeypatch.setitem(vars(workplace), "now", lambda days=days: now + timedelta(days=days))
        clerk.click("services.shipmentReport")
    assert fetched == [today + timedelta(days=1)]
