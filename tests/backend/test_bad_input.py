# SPDX-License-Identifier: MIT
"""What nobody should send to the shipping services, by HTTP: one code at one field, nothing made; odd names live on."""

import base64
from collections.abc import Callable
from typing import Any

import pytest

from tests.bill_of_lading.bills import bill, party, unit
from tests.bill_of_lading.papers import texts_of
from tests.bill_of_lading.test_x12 import sets_of
from tests.pickup.samples import ITEM, body, next_monday
from tests.rate_quote.test_api import SKIDS
from tests.rate_quote.test_api import body as quote
from tests.support.backend import Sample, Server

BILLS, QUOTES, PICKUPS, TARIFFS = "/v1/bills-of-lading", "/v1/rate-quotes", "/v1/pickups", "/v1/admin/tariffs"
CITY = "Sainte-Marguerite-du-Lac-Masson-Nor"
NAMES = ("שלום הובלות", "شركة النقل السريع", "Déménagement 🚚📦 Cœur", "\u202eetneT\u202c Évin", "ﷺ Żółć Ltée")


class Desk:
    """A clerk of an enterprise, and what the server holds of it."""

    def __init__(self, server: Server, sample: Sample) -> None:
        self.server = server
        self.sample = sample
        self.token = server.token(sample.customer)
        self.day = next_monday(server.clock().date(), 2)

    def count(self, path: str) -> int:
        return len(self.server.ask("GET", f"{path}?limit=100", self.token).json()["items"])

    def post(self, path: str, content: dict[str, Any]) -> Any:
        return self.server.ask("POST", path, self.token, json=content)

    def bill(self, **more: Any) -> dict[str, Any]:
        return bill(ship_date=self.day.isoformat(), **more)


@pytest.fixture
def desk(server: Server, sample: Sample) -> Desk:
    return Desk(server, sample)


def _bill(**more: Any) -> Callable[[Desk], tuple[str, dict[str, Any]]]:
    return lambda desk: (BILLS, desk.bill() | more)


def _quote(**more: Any) -> Callable[[Desk], tuple[str, dict[str, Any]]]:
    return lambda desk: (QUOTES, quote(ship_date=desk.day.isoformat()) | more)


def _pickup(**more: Any) -> Callable[[Desk], tuple[str, dict[str, Any]]]:
    return lambda desk: (PICKUPS, body("Rimouski", pickup_date=desk.day.isoformat()) | more)


@pytest.mark.parametrize(
    ("made", "pointer", "code"),
    [
        *(
            (_bill(handling_units=[unit(weight=weight)]), "/handling_units/0/weight", "malformed")
            for weight in ("0", "-620")
        ),
        *(
            (_quote(handling_units=[SKIDS | {"weight": weight}]), "/handling_units/0/weight", "malformed")
            for weight in ("0", "-1")
        ),
        *((_pickup(items=[ITEM | {"weight": weight}]), "/items/0/weight", "malformed") for weight in ("0.00", "-3")),
        (_pickup(ready_time="22:00", close_time="02:00"), "/close_time", "window_too_short"),
        (_pickup(pickup_date="2027-03-14", ready_time="02:30", close_time="06:00"), "/ready_time", "time_skipped"),
        (_bill(handling_units=[unit(weight="9" * 400)]), "/handling_units/0/weight", "too_long"),
        (_bill(shipper=party("A" * 400, "Rimouski", "QC", "G5L 1A1")), "/shipper/name", "too_long"),
        (_bill(consignee=party("", CITY, "QC", "J0T 1L0")), "/consignee/name", "required"),
    ],
)
def test_what_cannot_be_has_one_code_at_its_field_and_nothing_is_made(
    desk: Desk, made: Callable[[Desk], tuple[str, dict[str, Any]]], pointer: str, code: str
):
    path, content = made(desk)
    before = desk.count(path)
    answer = desk.post(path, content)
    assert answer.status_code == 422, answer.text
    errors = {one["pointer"]: one["code"] for one in answer.json()["errors"]}
    assert errors.pop(pointer) == code
    assert set(errors) <= {"/pickup_date"}  # the night of the skipped hour is a Sunday
    assert desk.count(path) == before


@pytest.mark.parametrize(
    "made",
    [
        _bill(ship_date="2027-02-29"),
        _quote(ship_date="2027-02-29"),
        _pickup(pickup_date="2027-02-29"),
        _bill(ship_date="9999-12-31"),
        _bill(ship_date="0001-01-01"),
        _pickup(pickup_date="9999-12-31"),
        _pickup(ready_time="24:00"),
        _pickup(ready_time="10:60"),
        _bill(handling_units=[unit(lines=[])] * 500),
        _bill(shipper=party("A\0B", "Rimouski", "QC", "G5L 1A1")),
    ],
)
def test_days_times_and_shapes_that_are_none_are_refused_and_nothing_is_made(
    desk: Desk, made: Callable[[Desk], tuple[str, dict[str, Any]]]
):
    path, content = made(desk)
    before = desk.count(path)
    answer = desk.post(path, content)
    assert answer.status_code in (400, 422), answer.text
    assert desk.count(path) == before


def test_the_hour_that_the_clock_repeats_is_a_time(desk: Desk):
    night = body("Rimouski", pickup_date="2027-11-07", ready_time="01:30", close_time="03:30")
    codes = {one["code"] for one in desk.post(PICKUPS, night).json()["errors"]}
    assert "time_skipped" not in codes
    assert "window_too_short" not in codes


@pytest.mark.parametrize("name", NAMES)
def test_any_script_goes_through_bill_paper_labels_and_x12(desk: Desk, name: str):
    there = party(name, CITY, "QC", "J0T 1L0")
    answer = desk.post(BILLS, desk.bill(consignee=there))
    assert answer.status_code == 201, answer.text
    number = answer.json()["bol_number"]
    kept = desk.server.ask("GET", f"{BILLS}/{number}", desk.token).json()["content"]["consignee"]
    # Marks that turn the direction of text around would turn around what stands beside them.
    plain = "".join(one for one in name if one not in "\u202e\u202c")
    assert (kept["name"], kept["city"]) == (plain, CITY)
    paper = desk.server.ask("GET", f"{BILLS}/{number}/document", desk.token)
    assert CITY in texts_of(paper.content)[0]
    for kind in ("4x6", "letter", "zpl"):
        assert desk.server.ask("GET", f"{BILLS}/{number}/labels?format={kind}", desk.token).status_code == 200
    (found,) = sets_of(desk.server.ask("GET", f"{BILLS}/{number}/x12", desk.token).content.decode())
    assert found.fault is None
    (wanted,) = [one.element(2) for one in found.segments if one.tag == "N1" and one.element(1) == "CN"]
    assert wanted == "".join(c if c.isprintable() else " " for c in plain).strip()


def test_500_lines_are_one_paper_and_501_one_sentence(desk: Desk):
    lines = [{"description": f"Article {at}", "pieces": 1, "package_type": "BOX"} for at in range(500)]
    answer = desk.post(BILLS, desk.bill(handling_units=[unit(lines=lines)]))
    assert answer.status_code == 201, answer.text
    number = answer.json()["bol_number"]
    paper = desk.server.ask("GET", f"{BILLS}/{number}/document?copies=1", desk.token)
    assert "Article 499" in " ".join(texts_of(paper.content))
    before = desk.count(BILLS)
    refused = desk.post(BILLS, desk.bill(handling_units=[unit(lines=[*lines, lines[0]])]))
    assert refused.status_code in (400, 422)
    assert desk.count(BILLS) == before


@pytest.mark.parametrize("content", [b"", b"\0" * 64, b"\xff\xfe\x00", b"zone;A\n" * 3, b'"' * 999, b"{}", b"[1,2"])
def test_a_hostile_tariff_is_refused_whole_and_the_price_stays(desk: Desk, sample: Sample, content: bytes):
    administrator = desk.server.token(sample.administrator)
    before = desk.server.ask("GET", TARIFFS, administrator).json()["items"]
    answer = desk.server.ask(
        "POST", f"{TARIFFS}/file", administrator, json={"name": "t.csv", "content": base64.b64encode(content).decode()}
    )
    assert answer.status_code < 500
    assert desk.server.ask("GET", TARIFFS, administrator).json()["items"] == before
