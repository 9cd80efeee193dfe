# SPDX-License-Identifier: MIT
"""The page of pickups by real keys: asked for, refused with the next day, changed, cancelled, repeated, waiting."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPushButton, QTableView, QTabWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.contract.pickup import (
    CHANGE_PICKUP,
    MOVE_PICKUP,
    REQUEST_PICKUP,
    PickupChange,
    PickupMove,
    PickupRequest,
    PickupState,
)
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.session import SessionRequest
from onlinesvc_desktop.desktop.services.pickup.page import PickupPage
from onlinesvc_desktop.desktop.targets import Open, Place
from onlinesvc_desktop.desktop.targets import Start as StartForm
from tests.desktop.conftest import Clerk, Start
from tests.pickup.samples import body, next_monday
from tests.support.backend import Sample, free_port, serving
from tests.support.unsent import without_server

_PLACE = {
    "pickup.place.name": "Quincaillerie Belanger",
    "pickup.place.address1": "12 rue des Erables",
    "pickup.place.city": "Rimouski",
    "pickup.place.postalCode": "g5l1a1",
    "pickup.contact.name": "Jean Roy",
    "pickup.contact.telephone": "418 555 0142",
    "pickup.line.destination": "m5v1a1",
    "pickup.line.weight": "1240",
}


def opened(clerk: Clerk, sample: Sample) -> PickupPage:
    clerk.signed_in(sample.english_customer)
    clerk.click("services.pickup")
    clerk.wait(lambda: clerk.sees("pickup.page"))
    return clerk.find("pickup.page", PickupPage)


def monday(weeks: int = 1) -> date:
    return next_monday(datetime.now(ZoneInfo("America/Toronto")).date(), weeks)


def fill(clerk: Clerk, day: date | None = None) -> None:
    for name, text in _PLACE.items():
        clerk.type(name, text)
    province = clerk.find("pickup.place.province", QComboBox)
    province.setFocus()
    clerk.bot.keyClicks(province, "Quebec")
    type_day(clerk, day or monday())


def type_day(clerk: Clerk, day: date) -> None:
    field = clerk.find("pickup.pickupDate", QDateEdit)
    field.setFocus()
    field.setSelectedSection(QDateEdit.Section.YearSection)
    clerk.bot.keyClicks(field, f"{day:%Y%m%d}")
    assert field.date().toString("yyyy-MM-dd") == day.isoformat()


def ask(clerk: Clerk) -> None:
    submit = clerk.find("pickup.submit")
    submit.setFocus()
    clerk.press(Qt.Key.Key_Return)


def made(clerk: Clerk) -> str:
    clerk.wait(lambda: clerk.sees("pickup.reference"))
    return clerk.text("pickup.reference")


def show(clerk: Clerk, tab: int) -> None:
    clerk.find("pickup.tabs", QTabWidget).setCurrentIndex(tab)


def choose(clerk: Clerk, table: str, row: int = 0) -> None:
    clerk.wait(lambda: clerk.sees(table) and clerk.rows(table) > row)
    view = clerk.find(table, QTableView)
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, 0))


def test_a_pickup_is_asked_for_by_keys_and_has_its_number(clerk: Clerk, sample: Sample):
    opened(clerk, sample)
    fill(clerk)
    ask(clerk)
    number = made(clerk)
    assert number.startswith("P")
    show(clerk, 1)
    choose(clerk, "pickup.results")
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("pickup.change"))
    assert clerk.find("pickup.results", QTableView).model().index(0, 0).data() == number


def test_a_refused_day_names_the_next_one_and_enter_takes_it(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    saturday = monday() + timedelta(days=5)
    fill(clerk, saturday)
    ask(clerk)
    clerk.wait(lambda: clerk.sees("pickup.nextDate"))
    assert "weekend" in clerk.text("pickup.message")
    assert clerk.window.focusWidget() is clerk.find("pickup.nextDate")
    clerk.click("topBar.language")
    assert "fin de semaine" in clerk.text("pickup.message")
    clerk.find("pickup.nextDate").setFocus()
    clerk.press(Qt.Key.Key_Return)
    made(clerk)
    show(clerk, 1)
    choose(clerk, "pickup.results")
    assert page._own.part._chosen is not None
    assert page._own.part._chosen.pickup_date == saturday + timedelta(days=2)


def test_a_short_window_is_said_at_its_field_before_anything_is_sent(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    fill(clerk)
    page.form.take({"ready_time": "15:30", "close_time": "16:30"})
    ask(clerk)
    assert "at least 2 hours" in page.form.field("close_time").error
    assert not [one for one in clerk.asked() if one["path"] == "/v1/pickups"]


def test_a_pickup_is_changed_under_its_number_and_cancelled_at_the_second_press(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    fill(clerk)
    ask(clerk)
    number = made(clerk)
    show(clerk, 1)
    choose(clerk, "pickup.results")
    clerk.click("pickup.change")
    assert page.form.values()["place"]["postal_code"] == "G5L 1A1"
    clerk.type("pickup.contact.name", "Ann Caron")
    ask(clerk)
    clerk.wait(lambda: number in clerk.text("pickup.message"))
    choose(clerk, "pickup.results")
    clerk.wait(lambda: page._own.part._chosen is not None and page._own.part._chosen.contact.name == "Ann Caron")
    clerk.click("pickup.cancel")
    assert number in clerk.find("pickup.cancel", QPushButton).text()
    clerk.click("pickup.cancel")
    clerk.wait(lambda: "cancelled" in clerk.text("pickup.message"))
    clerk.wait(lambda: not clerk.sees("pickup.cancel"))


def test_somebody_elses_change_is_shown_before_it_is_overwritten(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    fill(clerk)
    ask(clerk)
    made(clerk)
    show(clerk, 1)
    choose(clerk, "pickup.results")
    present = page._own.part._chosen
    assert present is not None
    clerk.click("pickup.change")
    values = {name: getattr(present, name) for name in PickupRequest.__struct_fields__} | {"ready_time": "11:00"}
    other = PickupChange(**values, version=present.version)
    clerk.program.client.send(CHANGE_PICKUP, other, confirmation_number=present.confirmation_number)
    clerk.type("pickup.contact.name", "Ann Caron")
    ask(clerk)
    clerk.wait(lambda: "11:00" in clerk.text("pickup.message"))
    ask(clerk)
    clerk.wait(lambda: "is changed" in clerk.text("pickup.message"))


def test_days_of_the_week_make_it_recurring_and_one_day_is_left_out(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    fill(clerk)
    days = clerk.find("pickup.weekdays")
    days.setFocus()
    clerk.press(Qt.Key.Key_Space)
    assert "recurring" in clerk.find("pickup.submit", QPushButton).text()
    ask(clerk)
    clerk.wait(lambda: clerk.find("pickup.tabs", QTabWidget).currentIndex() == 2)
    choose(clerk, "pickup.recurring.results")
    chosen = page._repeated.part._chosen
    assert chosen is not None
    assert chosen.next_day == monday()
    clerk.click("pickup.recurring.skip")
    clerk.wait(lambda: page._repeated.part._chosen is not None and page._repeated.part._chosen.skipped_days == (monday(),))
    clerk.click("pickup.recurring.end")
    clerk.click("pickup.recurring.end")
    clerk.wait(lambda: clerk.rows("pickup.recurring.results") == 0)


def test_it_begins_from_a_bill(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    values: dict[str, Any] = {
        "place": {
            "name": "Maple Mill",
            "address1": "1 Mill Road",
            "city": "Truro",
            "province": "NS",
            "postal_code": "B2N 1A1",
        },
        "pickup_date": monday().isoformat(),
        "items": [
            {"destination": {"postal_code": "M5V 1A1"}, "count": 2, "type": "PLT", "weight": "900", "bol_number": "B-77"}
        ],
    }
    clerk.window.navigator.go(StartForm(Service.PICKUP, values))
    assert page.form.values()["items"][0]["bol_number"] == "B-77"
    clerk.type("pickup.contact.name", "Jean Roy")
    clerk.type("pickup.contact.telephone", "902 555 0142")
    ask(clerk)
    made(clerk)


def test_nothing_typed_is_lost_between_two_runs(start: Start, data_dir: Path, sample: Sample):
    clerk = start(data_dir)
    clerk.wait_online()
    opened(clerk, sample)
    fill(clerk)
    clerk.program.window.close()
    clerk.program.drafts.flush()
    assert clerk.program.drafts.load("pickup") is not None


def queued_pickup(ready_at: datetime) -> tuple[PickupRequest, datetime]:
    local = ready_at.astimezone(ZoneInfo("America/Toronto"))
    values = body("Rimouski", pickup_date=local.date().isoformat(), ready_time="10:00", close_time="17:00")
    return msgspec.convert(values, PickupRequest), ready_at


def test_a_pickup_queued_for_yesterday_is_asked_about_and_never_sent(clerk: Clerk, sample: Sample):
    opened(clerk, sample)
    request, stale_at = queued_pickup(datetime.now(UTC) - timedelta(days=1))
    clerk.program.unsent.submit(
        REQUEST_PICKUP,
        request,
        lambda _answer: None,
        access_code=sample.english_customer.access_code,
        stale_at=stale_at,
    )
    clerk.wait(lambda: "time has passed" in clerk.text("mainWindow.notice"))
    assert not [one for one in clerk.asked() if one["path"] == "/v1/pickups" and one["method"] == "POST"]
    clerk.window.navigator.go(Open(Place.UNSENT))
    clerk.wait(lambda: clerk.sees("unsent.again1"))
    assert "Its time has passed" in clerk.text("unsent.state1")
    clerk.click("topBar.language")
    clerk.wait(lambda: clerk.sees("unsent.item1") and "Ramassage du" in clerk.text("unsent.item1"))
    clerk.click("unsent.edit1")
    clerk.wait(lambda: clerk.sees("pickup.page"))
    assert clerk.find("pickup.place.city", QLineEdit).text() == "Rimouski"


def test_a_stale_pickup_goes_out_when_its_author_says_so_and_the_next_day_is_offered(clerk: Clerk, sample: Sample):
    opened(clerk, sample)
    request, stale_at = queued_pickup(datetime.now(UTC) - timedelta(days=1))
    code = sample.english_customer.access_code
    clerk.program.unsent.submit(REQUEST_PICKUP, request, lambda _answer: None, access_code=code, stale_at=stale_at)
    clerk.window.navigator.go(Open(Place.UNSENT))
    clerk.wait(lambda: clerk.sees("unsent.again1"))
    clerk.click("unsent.again1")
    clerk.wait(lambda: "Not accepted" in clerk.text("unsent.state1"))
    clerk.click("unsent.edit1")
    clerk.wait(lambda: clerk.sees("pickup.nextDate"))
    clerk.click("pickup.nextDate")
    made(clerk)


def test_a_move_of_dispatch_is_told_and_shown(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    fill(clerk)
    ask(clerk)
    number = made(clerk)
    show(clerk, 1)
    choose(clerk, "pickup.results")
    told: list[str] = []
    clerk.program.notices.told.connect(lambda title, _text: told.append(title))
    clerk.wait(lambda: clerk.program.watch_list.loaded)
    dispatch = ApiClient(clerk.program.client.endpoint)
    dispatch.sign_in(SessionRequest(sample.administrator.access_code, sample.administrator.password))
    move = PickupMove(PickupState.ASSIGNED, 1, driver="Ann Caron")
    dispatch.send(MOVE_PICKUP, move, confirmation_number=number)
    clerk.program.watch_list.look()
    clerk.wait(lambda: told == [f"{number}: Driver assigned"])
    clerk.wait(lambda: page._own.part._chosen is not None and page._own.part._chosen.driver == "Ann Caron")
    assert not clerk.sees("pickup.change")
    assert "call the terminal" in clerk.text("pickup.why")


def test_without_a_link_it_waits_and_goes_out_once_with_its_number(
    start: Start, data_dir: Path, sample: Sample, tmp_path: Path
):
    port = free_port()
    clerk = without_server(start, tmp_path / "clerk", port)
    with serving(data_dir, at_port=port):
        clerk.program.unsent.try_now()
        clerk.wait_online()
        opened(clerk, sample)
        fill(clerk)
    ask(clerk)
    clerk.wait(lambda: clerk.sees("pickup.another"))
    assert not clerk.sees("pickup.reference")
    (waiting,) = clerk.program.unsent.items
    assert waiting.stale_at is not None
    assert waiting.stale_at.astimezone(ZoneInfo("America/Toronto")).strftime("%H:%M") == "09:00"
    with serving(data_dir, at_port=port):
        clerk.program.unsent.try_now()
        clerk.wait(lambda: clerk.sees("mainWindow.notice") and "Reference P" in clerk.text("mainWindow.notice"))
        show(clerk, 1)
        clerk.wait(lambda: clerk.rows("pickup.results") == 1)


def test_an_entry_of_the_address_book_brings_its_hours(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    page._fields.place.picked.emit({"name": "Maple Mill", "opens": "07:00", "closes": "15:30", "instructions": "Dock 4"})
    values = page.form.values()
    assert (values["ready_time"], values["close_time"], values["instructions"]) == ("07:00", "15:30", "Dock 4")
    page._fields.place.picked.emit({"name": "Other Mill", "opens": "08:00", "closes": "16:30", "instructions": "Gate 2"})
    assert page.form.values()["instructions"] == "Dock 4"
    assert page.form.values()["ready_time"] == "07:00"
