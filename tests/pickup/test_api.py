# SPDX-License-Identifier: MIT
"""Pickups over HTTP: made once, seen by their enterprise alone, changed and cancelled in time, moved by dispatch."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from requests import Response

from onlinesvc_desktop.backend.store.pickups import number_of, serial_of
from onlinesvc_desktop.backend.upkeep import Upkeep
from onlinesvc_desktop.contract.pickup import NEXT_STATES, PickupState
from tests.pickup.samples import HALIFAX, ITEM, at, body, next_monday
from tests.support.backend import Sample, Server, serving
from tests.support.mail import mail_server, text_of

PATH = "/v1/pickups"
_ELSEWHERE = body()["place"] | {"postal_code": "X0A 0H0", "province": "NU", "city": "Iqaluit"}


class Desk:
    """A clerk and a dispatcher before one backend, at nine on a Monday morning in Halifax."""

    def __init__(self, server: Server, sample: Sample) -> None:
        self.server = server
        self.sample = sample
        self.monday = next_monday(datetime.now(UTC).date())
        self.move_to(self.monday, "09:00")
        self.token = server.token(sample.customer)
        self.other = server.token(sample.other_customer)
        self.admin = server.token(sample.administrator)

    def move_to(self, day: date, clock: str) -> None:
        self.server.clock.offset = at(HALIFAX, day, clock) - datetime.now(UTC)

    def ask(self, key: str = "", **changed: Any) -> Response:
        headers = {"Idempotency-Key": key} if key else {}
        asked = body(**({"pickup_date": self.monday.isoformat()} | changed))
        return self.server.ask("POST", PATH, self.token, json=asked, headers=headers)

    def made(self, **changed: Any) -> str:
        answer = self.ask(**changed)
        assert answer.status_code == 201, answer.text
        number: str = answer.json()["confirmation_number"]
        return number

    def show(self, number: str, token: str = "") -> dict[str, Any]:
        found: dict[str, Any] = self.server.ask("GET", f"{PATH}/{number}", token or self.token).json()
        return found

    def change(self, number: str, **changed: Any) -> Response:
        asked = body(**({"pickup_date": self.monday.isoformat()} | changed))
        return self.server.ask("PUT", f"{PATH}/{number}", self.token, json=asked)

    def cancel(self, number: str, version: int) -> Response:
        return self.server.ask("POST", f"{PATH}/{number}/cancellation", self.token, json={"version": version})

    def move(self, number: str, **move: Any) -> Response:
        version = move.pop("version", None) or self.show(number)["version"]
        asked = move | {"version": version}
        return self.server.ask("POST", f"/v1/admin/pickups/{number}/moves", self.admin, json=asked)


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, data_dir: Path, sample: Sample) -> Iterator[Desk]:
    if request.param == "sqlite":
        with serving(data_dir) as server:
            yield Desk(server, sample)
        return
    made, url = request.getfixturevalue("postgresql_sample")
    with serving(data_dir, database_url=url) as server:
        yield Desk(server, made)


def test_a_pickup_has_its_number_at_once_and_is_kept_as_it_is_spelt(desk: Desk):
    answer = desk.ask(place=body("Rimouski")["place"])
    assert answer.status_code == 201
    number = answer.json()["confirmation_number"]
    assert answer.json() == {"confirmation_number": number, "state": "requested", "pickup_date": str(desk.monday)}
    assert number.startswith(f"P{desk.server.clock():%y%m%d}")
    found = desk.show(number)
    assert found["place"]["postal_code"] == "G5L 1A1"
    assert found["items"][0]["destination"]["postal_code"] == "M5V 1A1"
    assert found["contact"]["telephone"] == "902-555-0142"
    assert (found["time_zone"], found["terminal"]["code"]) == ("America/Toronto", "RIM")
    assert [step["state"] for step in found["steps"]] == ["requested"]


def test_one_key_makes_one_pickup(desk: Desk):
    first, second = desk.ask(key="k" * 20), desk.ask(key="k" * 20)
    assert first.json() == second.json()
    assert len(desk.server.ask("GET", PATH, desk.token).json()["items"]) == 1
    other = desk.ask(key="k" * 20, ready_time="11:00")
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_key_reused")


def test_numbers_never_come_twice_even_when_the_clock_stands(desk: Desk):
    numbers = [desk.made() for _ in range(12)]
    assert len(set(numbers)) == 12
    assert [number_of(serial_of(number) or 0) for number in numbers] == numbers
    desk.server.clock.offset -= timedelta(hours=1)
    assert desk.made() > max(numbers)


@pytest.mark.parametrize(
    ("changed", "pointer", "code", "following"),
    [
        ({"ready_time": "15:30", "close_time": "16:30"}, "/close_time", "window_too_short", None),
        ({"pickup_date": 5}, "/pickup_date", "closed_day", 7),
        ({"pickup_date": -3}, "/pickup_date", "after_cutoff", 0),
        ({"place": body("New Glasgow")["place"], "pickup_date": 1}, "/pickup_date", "not_served", 2),
    ],
)
def test_a_refusal_names_the_next_day(desk: Desk, changed: dict[str, Any], pointer: str, code: str, following: int | None):
    if "pickup_date" in changed:
        changed = changed | {"pickup_date": str(desk.monday + timedelta(days=changed["pickup_date"]))}
    answer = desk.ask(**changed)
    (problem,) = answer.json()["errors"]
    assert (answer.status_code, problem["pointer"], problem["code"]) == (422, pointer, code)
    if following is None:
        assert "next_date" not in problem["params"]
        return
    day = problem["params"]["next_date"]
    assert day == str(desk.monday + timedelta(days=following))
    assert desk.ask(**(changed | {"pickup_date": day})).status_code == 201


@pytest.mark.parametrize(
    ("changed", "pointer", "code"),
    [
        ({"place": _ELSEWHERE}, "/place/postal_code", "not_served"),
        ({"place": body()["place"] | {"postal_code": "nowhere"}}, "/place/postal_code", "malformed"),
        ({"place": body()["place"] | {"postal_code": "90210"}}, "/place/postal_code", "other_country"),
        ({"items": []}, "/items", "required"),
        ({"items": [ITEM | {"weight": "0"}]}, "/items/0/weight", "malformed"),
        ({"items": [ITEM | {"weight": "-4"}]}, "/items/0/weight", "malformed"),
        ({"items": [ITEM | {"count": 0}]}, "/items/0/count", "malformed"),
        ({"pickup_date": "2027-02-29"}, "/pickup_date", "malformed"),
        ({"ready_time": "24:00"}, "/ready_time", "malformed"),
        ({"ready_time": "22:00", "close_time": "02:00"}, "/close_time", "window_too_short"),
        ({"contact": {"name": "Jean Roy", "telephone": "12"}}, "/contact/telephone", "malformed"),
        ({"instructions": "x" * 2001}, "/instructions", "too_long"),
    ],
)  # fmt: skip
def test_bad_input_is_named_and_nothing_is_made(desk: Desk, changed: dict[str, Any], pointer: str, code: str):
    answer = desk.ask(**changed)
    assert answer.status_code == 422
    assert (answer.json()["errors"][0]["pointer"], answer.json()["errors"][0]["code"]) == (pointer, code)
    assert desk.server.ask("GET", PATH, desk.token).json()["items"] == []


def _sunday_until(day: date) -> date:
    return day - timedelta(days=day.isoweekday() % 7)


def test_an_hour_that_the_clock_skips_is_named(desk: Desk):
    second_of_march = (_sunday_until(date(desk.monday.year + later, 3, 14)) for later in (0, 1))
    spring = next(day for day in second_of_march if day > desk.monday)
    errors = desk.ask(pickup_date=spring.isoformat(), ready_time="02:30", close_time="05:00").json()["errors"]
    assert [(one["pointer"], one["code"]) for one in errors] == [
        ("/ready_time", "time_skipped"),
        ("/pickup_date", "closed_day"),
    ]


def test_names_of_any_script_are_kept_as_written(desk: Desk):
    name = "شركة 🚚 Œuvres d’Anse-à-l’Île"
    number = desk.made(place=body()["place"] | {"name": name})
    assert desk.show(number)["place"]["name"] == name


def test_another_enterprise_sees_nothing_of_it(desk: Desk):
    number = desk.made()
    for method, path in (("GET", ""), ("POST", "/cancellation")):
        answer = desk.server.ask(method, f"{PATH}/{number}{path}", desk.other, json={"version": 1} if path else None)
        assert answer.status_code == 404
    assert desk.server.ask("GET", PATH, desk.other).json()["items"] == []
    assert desk.server.ask("GET", f"/v1/admin/pickups?search={number}", desk.token).status_code == 403


def test_a_change_keeps_the_number_and_goes_back_to_dispatch(desk: Desk):
    number = desk.made()
    assert desk.move(number, state="confirmed").status_code == 200
    changed = desk.change(number, ready_time="11:00", version=2)
    assert changed.status_code == 200, changed.text
    assert (changed.json()["confirmation_number"], changed.json()["state"]) == (number, "requested")
    assert changed.json()["ready_time"] == "11:00"
    older = desk.change(number, ready_time="12:00", version=2)
    assert (older.status_code, older.json()["code"]) == (409, "changed_meanwhile")
    assert (older.json()["current"]["version"], older.json()["current"]["ready_time"]) == (3, "11:00")
    assert desk.show(number)["ready_time"] == "11:00"


def test_a_change_is_checked_like_a_pickup(desk: Desk):
    number = desk.made()
    saturday = str(desk.monday + timedelta(days=5))
    answer = desk.change(number, pickup_date=saturday, version=1)
    assert answer.json()["errors"][0]["code"] == "closed_day"
    assert desk.show(number)["version"] == 1


def test_once_a_driver_has_it_changes_go_by_telephone(desk: Desk):
    number = desk.made()
    assert desk.move(number, state="assigned", driver="Ann Caron").json()["driver"] == "Ann Caron"
    for answer in (desk.change(number, version=2), desk.cancel(number, 2)):
        assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")


def test_a_cancelled_pickup_stays_in_the_list_and_is_moved_no_more(desk: Desk):
    number = desk.made()
    assert desk.cancel(number, 9).json()["code"] == "changed_meanwhile"
    assert desk.cancel(number, 1).json()["state"] == "cancelled"
    assert desk.cancel(number, 2).json()["code"] == "wrong_state"
    assert desk.move(number, state="confirmed").json()["code"] == "wrong_state"
    (item,) = desk.server.ask("GET", f"{PATH}?state=cancelled", desk.token).json()["items"]
    assert item["confirmation_number"] == number


def test_a_missed_pickup_has_a_reason_and_is_brought_back_on_another_day(desk: Desk):
    number = desk.made()
    assert desk.move(number, state="missed").json()["errors"][0]["pointer"] == "/reason"
    assert desk.move(number, state="missed", reason="closed").json()["reason"] == "closed"
    assert desk.move(number, state="confirmed").json()["errors"][0]["pointer"] == "/pickup_date"
    tuesday = str(desk.monday + timedelta(days=1))
    back = desk.move(number, state="confirmed", pickup_date=tuesday).json()
    assert (back["state"], back["pickup_date"]) == ("confirmed", tuesday)
    steps = desk.show(number)["steps"]
    assert [(one["state"], one.get("reason", "")) for one in steps] == [
        ("requested", ""),
        ("missed", "closed"),
        ("confirmed", ""),
    ]


def test_dispatch_moves_only_where_a_pickup_can_go(desk: Desk):
    for state in PickupState:
        number = desk.made()
        move = {"state": state.value, "driver": "Ann Caron", "reason": "no_freight"}
        expected = 200 if state in NEXT_STATES[PickupState.REQUESTED] else 409
        assert desk.move(number, **move).status_code == expected, state


def test_two_dispatchers_never_undo_each_other(desk: Desk):
    number = desk.made()
    assert desk.move(number, state="confirmed", version=1).status_code == 200
    assert desk.move(number, state="assigned", driver="Ann Caron", version=1).json()["code"] == "changed_meanwhile"


def test_the_board_counts_the_day_by_terminal(desk: Desk):
    first = desk.made()
    desk.made(place=body("Rimouski")["place"])
    desk.made(pickup_date=str(desk.monday + timedelta(days=1)))
    desk.move(first, state="confirmed")
    day = f"since={desk.monday}&until={desk.monday}"
    board = desk.server.ask("GET", f"/v1/admin/pickups?{day}", desk.admin).json()
    assert board["terminals"] == ["MON", "RIM"]
    assert {one["state"]: one["count"] for one in board["counts"]} == {"requested": 1, "confirmed": 1}
    (item,) = desk.server.ask("GET", f"/v1/admin/pickups?{day}&terminal=MON", desk.admin).json()["items"]
    assert item["confirmation_number"] == first
    (found,) = desk.server.ask("GET", "/v1/admin/pickups?search=belanger", desk.admin).json()["items"]
    assert found["place"]["city"] == "Rimouski"


def test_each_move_is_in_the_audit_log(desk: Desk):
    number = desk.made()
    desk.move(number, state="confirmed")
    (line,) = desk.server.ask("GET", "/v1/admin/audit?action=pickup_moved", desk.admin).json()["items"]
    assert line["subject"] == f"{number} requested > confirmed"


def test_tracing_by_the_number_finds_the_shipments_of_its_bills(desk: Desk):
    own = desk.server.ask("GET", "/v1/shipments?limit=2", desk.token).json()["items"]
    numbers = [one["autopro_number"] for one in own]
    number = desk.made(items=[ITEM | {"autopro_number": one} for one in numbers])
    trace = {"reference_type": "pickup", "references": [number]}
    (found,) = desk.server.ask("POST", "/v1/traces", desk.token, json=trace).json()["items"]
    assert {one["autopro_number"] for one in found["matches"]} == set(numbers)
    desk.change(number, items=[ITEM | {"autopro_number": numbers[0]}], version=1)
    (found,) = desk.server.ask("POST", "/v1/traces", desk.token, json=trace).json()["items"]
    assert [one["autopro_number"] for one in found["matches"]] == numbers[:1]


def test_somebody_elses_shipment_is_not_tied_to_a_pickup(desk: Desk):
    mine = {one["autopro_number"] for one in desk.server.ask("GET", "/v1/shipments?limit=200", desk.token).json()["items"]}
    theirs = desk.server.ask("GET", "/v1/shipments?limit=200", desk.other).json()["items"]
    foreign = next(one["autopro_number"] for one in theirs if one["autopro_number"] not in mine)
    number = desk.made(items=[ITEM | {"autopro_number": foreign}])
    trace = {"reference_type": "pickup", "references": [number]}
    (found,) = desk.server.ask("POST", "/v1/traces", desk.token, json=trace).json()["items"]
    assert found["outcome"] == "not_found"


def test_without_the_right_to_ship_nothing_of_it_opens(desk: Desk):
    code = desk.sample.customer.access_code
    rights = {"rights": ["rate", "invoices", "claims"]}
    assert desk.server.ask("PUT", f"/v1/admin/access-codes/{code}/rights", desk.admin, json=rights).status_code == 200
    assert desk.ask().json()["code"] == "right_missing"
    assert desk.server.ask("GET", "/v1/recurring-pickups", desk.token).json()["code"] == "right_missing"


@pytest.mark.parametrize(
    ("who", "subject", "ready"), [("customer", "Ramassage", "10 h"), ("english_customer", "Pickup", "10:00 a.m.")]
)
def test_whoever_wants_a_confirmation_gets_it_in_the_language_of_the_profile(
    data_dir: Path, sample: Sample, who: str, subject: str, ready: str
):
    with mail_server() as mailbox, serving(data_dir, smtp_url=mailbox.url) as server:
        desk = Desk(server, sample)
        desk.token = server.token(getattr(sample, who))
        number = desk.made(confirmation_email="quai@expediteur.example")
        Upkeep(server.context).round()
        (message,) = mailbox.to("quai@expediteur.example")
        assert str(message["Subject"]).startswith(f"{subject} {number}")
        assert ready in text_of(message).replace("\N{NO-BREAK SPACE}", " ")


def test_who_asked_hears_of_moves_by_others_once(desk: Desk):
    before = desk.server.ask("GET", "/v1/watches", desk.token).json()["pickup_cursor"]
    number = desk.made()
    desk.move(number, state="confirmed")

    def moved(since: str, token: str) -> dict[str, Any]:
        found: dict[str, Any] = desk.server.ask("GET", f"/v1/changes?since=0&pickups_since={since}", token).json()
        return found

    first = moved(before, desk.token)
    assert [(one["confirmation_number"], one["state"]) for one in first["pickups"]] == [(number, "confirmed")]
    assert "pickups" not in moved(first["pickup_cursor"], desk.token)
    assert "pickups" not in moved(before, desk.other)
    assert "pickup_cursor" not in desk.server.ask("GET", "/v1/changes?since=0", desk.token).json()


def test_a_change_and_a_cancellation_act_once_for_each_key(desk: Desk):
    number = desk.made()
    key = {"Idempotency-Key": "k" * 32}
    changed = body(pickup_date=desk.monday.isoformat(), version=1, instructions="Gate 4")
    answers = [desk.server.ask("PUT", f"{PATH}/{number}", desk.token, json=changed, headers=key) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    path, key = f"/v1/pickups/{number}/cancellation", {"Idempotency-Key": "c" * 32}
    answers = [desk.server.ask("POST", path, desk.token, json={"version": 2}, headers=key) for _ in range(2)]
    assert [one.json()["state"] for one in answers] == ["cancelled", "cancelled"]
