# SPDX-License-Identifier: MIT
"""Today in the window: numbers that open their lists, by keyboard, in both languages; gone with the sign-out."""

from base64 import b64encode
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.shipment_report import LIST_OWN_SHIPMENTS, ShipmentQuery
from onlinesvc_desktop.contract.status import Stage, stage_of
from onlinesvc_desktop.contract.today import GET_TODAY, ShipmentPart
from onlinesvc_desktop.desktop.targets import Open
from tests.desktop.conftest import Clerk, Start
from tests.pickup.samples import HALIFAX, at, body, next_monday
from tests.support.backend import Sample, Server, serving
from tests.support.life import FORM
from tests.support.x12 import interchange, status

_UNDER_WAY = {Stage.BOOKED, Stage.PICKED_UP, Stage.AT_TERMINAL, Stage.IN_TRANSIT}


def _asked(clerk: Clerk) -> int:
    return sum(one["path"] == GET_TODAY.path for one in clerk.asked())


def _shown(clerk: Clerk) -> dict[str, str]:
    buttons = clerk.window.findChildren(QPushButton)
    return {one.objectName().removeprefix("home.today."): one.text() for one in buttons if _is_today(one)}


def _is_today(button: QPushButton) -> bool:
    return button.objectName().startswith("home.today.") and button.isVisible()


def _known(clerk: Clerk) -> bool:
    panel = clerk.window.services_home.today
    return panel is not None and panel._counts.today is not None


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
    panel = clerk.window.services_home.today
    assert panel is not None
    assert not any(one.text() for one in panel._buttons.values())


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


def test_what_a_carriers_file_changes_is_counted_anew(clerk: Clerk, sample: Sample, data_dir: Path):
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: _known(clerk))
    found = clerk.program.client.send(LIST_OWN_SHIPMENTS, query=ShipmentQuery(limit=200)).items
    number = next(one.autopro_number for one in found if stage_of(one.status.code) in _UNDER_WAY)
    before = int(_shown(clerk).get("exceptions", "0").split()[0])
    watched = clerk.program.watch_list
    clerk.wait(lambda: watched.loaded)
    at = datetime.now(UTC) + timedelta(minutes=1)
    body = status(number, f"A7 A5 {at:%Y%m%d} {at:%H%M} UT RIMOUSKI QC")
    (data_dir / "drop" / "news.x12").write_bytes(interchange([("214", body)]))

    def counted() -> bool:
        watched.look()
        return _shown(clerk).get("exceptions", "0").split()[0] == str(before + 1)

    clerk.wait(counted)


def test_an_administrator_sees_what_waits_and_each_opens_its_tab(
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample
):
    with serving(data_dir) as server:
        monday = next_monday(server.clock().astimezone(ZoneInfo(HALIFAX)).date())
        server.clock.offset += at(HALIFAX, monday, "08:00") - server.clock()
        _let_wait(server, sample, monday)
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.signed_in(sample.administrator)
        clerk.wait(lambda: clerk.program.open_work.is_known)
        assert clerk.sees("home.today.note"), "copies made or not"
        shown = _shown(clerk)
        assert set(shown) == {f"waiting.{queue}" for queue in (*_TABS, "claims", "intake", "invoices", "outbox", "partners")}
        for name, words in shown.items():
            clerk.window.navigator.home()
            clerk.click(f"home.today.{name}")
            queue = name.removeprefix("waiting.")
            tab = f"administration.{_TABS.get(queue, queue)}"
            assert clerk.sees(tab)
            assert int(words.split()[0]) == clerk.program.open_work.count(queue) > 0
        assert _asked(clerk) == 0


def _let_wait(server: Server, sample: Sample, monday: date) -> None:
    """Leave something to do in every queue."""
    admin, token = server.token(sample.administrator), server.token(sample.customer)
    assert server.ask("POST", "/v1/access-requests", json=FORM).ok
    message = {"name": "Marie", "company": "Acme", "message": "Forgotten.", "email": "marie@b.example"}
    assert server.ask("POST", "/v1/password-help-requests", json=message).ok
    assert server.ask("POST", "/v1/pickups", token, json=body("Halifax", pickup_date=monday.isoformat())).ok
    rows = server.ask("GET", "/v1/shipments?limit=200", token).json()["items"]
    number = next(row["autopro_number"] for row in rows if row["status"]["code"] == "D1")
    assert server.ask("POST", "/v1/claims", token, json={"autopro_number": number, "door": "notice"}).ok
    half = [("214", status(one, "D1 NS 20291123 0915 ET RIMOUSKI QC")) for one in ("123456789", "12")]
    content = b64encode(interchange(half)).decode()
    assert server.ask("POST", "/v1/admin/intake", admin, json={"name": "mixed.x12", "content": content}).ok


_TABS = {"pickup": "pickups", "access_request": "accessRequests", "password_help": "passwordHelp"}
