# SPDX-License-Identifier: MIT
"""Recurring pickups: made a day ahead, each day once by all workers, never afterwards; on SQLite and PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from requests import Response

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.services.pickup.recurring import make_due_pickups
from onlinesvc_desktop.backend.store.engine import Database
from tests.pickup.samples import body
from tests.pickup.test_api import Desk, desk

__all__ = ["desk"]
PATH = "/v1/recurring-pickups"


def _begun(desk: Desk, **changed: Any) -> dict[str, Any]:
    answer = _asked(desk, **changed)
    assert answer.status_code == 201, answer.text
    item: dict[str, Any] = answer.json()
    return item


def _asked(desk: Desk, **changed: Any) -> Response:
    plain = {"weekdays": ["tue", "thu"], "starts_on": desk.monday.isoformat()}
    return desk.server.ask("POST", PATH, desk.token, json=body(**(plain | changed)))


def _change(desk: Desk, item: dict[str, Any], **changed: Any) -> Response:
    own = {
        name: value for name, value in item.items() if name not in ("id", "created_at", "requested_by", "next_day", "days")
    }
    return desk.server.ask("PUT", f"{PATH}/{item['id']}", desk.token, json=own | changed)


def _shown(desk: Desk) -> dict[str, Any]:
    (item,) = desk.server.ask("GET", PATH, desk.token).json()["items"]
    found: dict[str, Any] = item
    return found


def _made(desk: Desk) -> list[str]:
    items = desk.server.ask("GET", "/v1/pickups", desk.token).json()["items"]
    return sorted(item["pickup_date"] for item in items)


def _round(desk: Desk) -> int:
    return make_due_pickups(desk.server.context, desk.server.clock())


def _in(desk: Desk, days: int) -> str:
    return (desk.monday + timedelta(days=days)).isoformat()


def test_it_is_made_a_day_ahead_and_once_however_often_the_upkeep_comes(desk: Desk):
    item = _begun(desk)
    assert item["next_day"] == _in(desk, 1)
    assert [_round(desk) for _ in range(3)] == [1, 0, 0]
    assert _made(desk) == [_in(desk, 1)]
    shown = _shown(desk)
    assert shown["next_day"] == _in(desk, 3)
    assert [(day["day"], day["outcome"]) for day in shown["days"]] == [(_in(desk, 1), "made")]
    number = shown["days"][0]["confirmation_number"]
    assert desk.show(number)["recurring"] == item["id"]


def test_two_workers_make_one_pickup_of_a_day(desk: Desk):
    for place in ("Halifax", "Rimouski"):
        _begun(desk, place=body(place)["place"])
    url = desk.server.context.database.url.render_as_string(hide_password=False)
    databases = [Database(url) for _ in range(4)]
    contexts = [Context(BackendConfig(database_url=url), database, desk.server.clock) for database in databases]
    with ThreadPoolExecutor(len(contexts)) as workers:
        made = list(workers.map(lambda context: make_due_pickups(context, desk.server.clock()), contexts))
    for database in databases:
        database.close()
    assert sum(made) == 2
    assert _made(desk) == [_in(desk, 1)] * 2


def test_a_server_that_was_off_makes_nothing_late_and_says_so(desk: Desk):
    _begun(desk)
    desk.move_to(desk.monday + timedelta(days=4), "09:00")
    assert _round(desk) == 0
    assert _round(desk) == 0
    desk.token = desk.server.token(desk.sample.customer)
    assert _made(desk) == []
    assert {day["outcome"] for day in _shown(desk)["days"]} == {"too_late"}
    assert _shown(desk)["next_day"] == _in(desk, 8)


def test_a_day_that_is_left_out_is_not_made(desk: Desk):
    item = _begun(desk)
    assert _change(desk, item, skipped_days=[_in(desk, 1)]).status_code == 200
    assert _round(desk) == 0
    assert [(day["day"], day["outcome"]) for day in _shown(desk)["days"]] == [(_in(desk, 1), "skipped")]


def test_a_change_makes_no_day_twice_and_an_older_one_is_refused(desk: Desk):
    item = _begun(desk)
    assert _round(desk) == 1
    changed = _change(desk, item, weekdays=["mon", "tue", "wed", "thu", "fri"], ready_time="11:00")
    assert changed.status_code == 200, changed.text
    assert changed.json()["next_day"] == _in(desk, 2)
    older = _change(desk, item, ready_time="12:00")
    assert (older.status_code, older.json()["code"], older.json()["current"]["version"]) == (409, "changed_meanwhile", 2)
    _round(desk)
    assert _made(desk) == [_in(desk, 1)]


def test_ended_it_makes_no_more_and_what_it_made_stands(desk: Desk):
    item = _begun(desk)
    assert _round(desk) == 1
    assert desk.server.ask("DELETE", f"{PATH}/{item['id']}", desk.other).status_code == 404
    assert desk.server.ask("DELETE", f"{PATH}/{item['id']}", desk.token).status_code == 204
    desk.move_to(desk.monday + timedelta(days=2), "09:00")
    assert _round(desk) == 0
    desk.token = desk.server.token(desk.sample.customer)
    assert _made(desk) == [_in(desk, 1)]
    assert desk.server.ask("GET", PATH, desk.token).json()["items"] == []


def test_a_locked_access_code_has_nothing_picked_up(desk: Desk):
    _begun(desk)
    code = desk.sample.customer.access_code
    assert desk.server.ask("POST", f"/v1/admin/access-codes/{code}/lock", desk.admin).status_code == 200
    assert _round(desk) == 0
    assert desk.server.ask("GET", "/v1/admin/pickups", desk.admin).json()["items"] == []


def test_what_falls_on_no_day_is_refused(desk: Desk):
    answer = _asked(desk, ends_on=desk.monday.isoformat())
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/ends_on")
    assert _asked(desk, weekdays=[]).json()["errors"][0]["pointer"] == "/weekdays"
    assert _asked(desk, close_time="11:00").json()["errors"][0]["code"] == "window_too_short"


@pytest.mark.parametrize("day", ["9999-12-31", "2999-01-01"])
def test_what_begins_further_ahead_than_anybody_plans_is_refused_at_its_field(desk: Desk, day: str):
    answer = _asked(desk, starts_on=day, weekdays=["fri"])
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"pointer": "/starts_on", "code": "malformed"}]
