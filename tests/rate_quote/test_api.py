# SPDX-License-Identifier: MIT
"""Quotes and tariffs over HTTP, on SQLite and on PostgreSQL."""

import base64
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
import requests
from msgspec.structs import replace

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.contract.rate_quote import QuoteItem, RateQuote
from onlinesvc_desktop.contract.tariff import Lane, Tariff, Zone
from tests.rate_quote.tariffs import T1, TARIFF
from tests.support.backend import COMMAND, UNTHROTTLED, Code, Sample, Server, process, serving

PATH, TARIFFS = "/v1/rate-quotes", "/v1/admin/tariffs"
DAY = date(2027, 6, 15)
SKIDS = {"count": 2, "type": "SKD", "length": "48", "width": "40", "height": "60", "weight": "620"}


def body(**changed: Any) -> dict[str, Any]:
    asked = {
        "origin": {"postal_code": "H3C 3P8"},
        "destination": {"postal_code": "M5V 2T6"},
        "ship_date": DAY.isoformat(),
        "handling_units": [SKIDS],
        "accessorials": ["TGDL"],
    }
    return {name: value for name, value in (asked | changed).items() if value is not None}


def vectors(customer_number: str, **changed: Any) -> Tariff:
    """Return the tariff of the test vectors with a discount of 30 % for a customer."""
    lanes = tuple(Lane(one.code, other.code, T1) for one in TARIFF.zones for other in TARIFF.zones)
    customers = (replace(TARIFF.customers[0], customer_number=customer_number),)
    made = replace(TARIFF, lanes=lanes, effective_on=date(2026, 12, 31), customers=customers, fuel=TARIFF.fuel[:1])
    return replace(made, **changed)


def added(server: Server, token: str, tariff: Tariff) -> dict[str, Any]:
    answer = server.ask("POST", TARIFFS, token, json=msgspec.to_builtins(tariff))
    assert answer.status_code == 201
    found: dict[str, Any] = answer.json()
    return found


def ask(server: Server, token: str | None, key: str = "", **changed: Any) -> requests.Response:
    headers = {"Idempotency-Key": key} if key else {}
    return server.ask("POST", PATH, token, json=body(**changed), headers=headers)


@pytest.fixture
def priced(server: Server, sample: Sample) -> tuple[Server, str]:
    """A backend with the tariff of the test vectors, and the token of a customer with 30 % off."""
    added(server, server.token(sample.administrator), vectors(sample.customer.customer_number))
    return server, server.token(sample.customer)


def test_the_vector_of_two_skids_holds_to_the_cent_over_http(priced: tuple[Server, str]):
    server, token = priced
    answer = ask(server, token)
    assert answer.status_code == 201
    quote = msgspec.json.decode(answer.content, type=RateQuote)
    amounts = {line.code: line.amount for line in quote.lines}
    assert amounts == {"freight": "1066.40", "discount": "-319.92", "fuel": "222.45", "TGDL": "60.00"}
    assert (quote.subtotal, quote.total) == ("1028.93", "1162.69")
    assert [(tax.code, tax.rate, tax.amount) for tax in quote.taxes] == [("hst", "13", "133.76")]
    assert (quote.rated_weight_lb, quote.freight_class, quote.measured) == ("1333", "175", True)
    assert [one.letter for one in quote.options] == ["A", "B", "C"]
    assert quote.options[0].total == quote.total
    assert all(isinstance(one.delivery_date, date) and one.delivery_date > DAY for one in quote.options)
    assert (quote.origin.city, quote.destination.city) == ("Montréal", "Toronto")
    assert quote.tariff.name == "Vectors"


def test_a_quote_stands_as_it_was_made_when_another_tariff_takes_over(priced: tuple[Server, str], sample: Sample):
    server, token = priced
    first = ask(server, token).json()
    dear = tuple(replace(lane, minimum="5000") for lane in TARIFF.lanes)
    number = sample.customer.customer_number
    added(server, server.token(sample.administrator), vectors(number, name="Dear", effective_on=DAY, lanes=dear))
    assert Decimal(ask(server, token).json()["total"]) > 5000
    before = (DAY - timedelta(days=1)).isoformat()
    assert ask(server, token, ship_date=before).json()["total"] == first["total"], "it takes over on its day, not before"
    assert server.ask("GET", f"{PATH}/{first['number']}", token).json() == first


def made(server: Server, token: str) -> list[dict[str, Any]]:
    """Return the quotes that the test made: all but the one that an invoice of the sample names."""
    items = server.ask("GET", PATH, token).json()["items"]
    return [one for one in items if not one["number"].startswith("Q7000000")]


def test_one_key_makes_one_quote(priced: tuple[Server, str]):
    server, token = priced
    answers = [ask(server, token, key="0123456789abcdef") for _ in range(3)]
    assert len({answer.json()["number"] for answer in answers}) == 1
    assert ask(server, token, key="0123456789abcdef", accessorials=[]).json()["code"] == "idempotency_key_reused"
    assert len(made(server, token)) == 1


def test_several_are_priced_at_once_and_each_says_what_became_of_it(priced: tuple[Server, str]):
    server, token = priced
    asked = [body(), body(origin={"city": "Rimousky"}), body(handling_units=[SKIDS | {"weight": "0"}]), body()]
    headers = {"Idempotency-Key": "0123456789abcdef"}
    answers = [server.ask("POST", f"{PATH}/list", token, json={"requests": asked}, headers=headers) for _ in range(2)]
    assert answers[0].status_code == 200
    assert answers[0].json() == answers[1].json()
    items = answers[0].json()["items"]
    assert [one.get("quote", {}).get("total") for one in items] == ["1162.69", None, None, "1162.69"]
    assert items[1]["problem"]["code"] == "unknown_point"
    assert items[1]["problem"]["suggestions"][0] == "Rimouski, QC"
    assert items[2]["problem"]["errors"][0]["pointer"] == "/handling_units/0/weight"
    assert len(made(server, token)) == 2
    assert server.ask("POST", f"{PATH}/list", token, json={"requests": [body()] * 51}).status_code == 422


def test_quotes_are_listed_searched_and_paged_for_their_own_enterprise(priced: tuple[Server, str], sample: Sample):
    server, token = priced
    numbers = [
        ask(server, token, destination={"city": city, "province": "ON"}).json()["number"] for city in ("Toronto",) * 3
    ]
    items = msgspec.convert(made(server, token), list[QuoteItem])
    assert [item.number for item in items] == numbers[::-1]
    page = server.ask("GET", PATH, token, params={"limit": 2}).json()
    rest = server.ask("GET", PATH, token, params={"limit": 2, "cursor": page["cursor"]}).json()
    assert [one["number"] for one in page["items"] + rest["items"]][:3] == numbers[::-1]
    assert len(server.ask("GET", PATH, token, params={"search": f"montreal {numbers[1]}"}).json()["items"]) == 1
    stranger = server.token(sample.other_customer)
    assert made(server, stranger) == []
    assert server.ask("GET", f"{PATH}/{numbers[0]}", stranger).status_code == 404
    assert server.ask("GET", f"{PATH}/{numbers[0]}", server.token(sample.administrator)).status_code == 200


@pytest.mark.parametrize(
    ("changed", "code", "pointer"),
    [
        ({"origin": {"city": "Rimousky", "province": "QC"}}, "unknown_point", "/origin"),
        ({"destination": {"postal_code": "X0X 0X0"}}, "unknown_point", "/destination"),
        ({"destination": {"postal_code": "R3C 0A1"}}, "no_zone", "/destination"),
        ({"ship_date": "2001-01-01"}, "no_tariff", None),
        ({"accessorials": ["TGDL", "NONE"]}, "invalid_fields", "/accessorials/1"),
        ({"accessorials": ["VAL"]}, "invalid_fields", "/declared_value"),
        ({"handling_units": [SKIDS | {"weight": "999999"}, SKIDS]}, "too_heavy", None),
        ({"handling_units": [SKIDS | {"weight": "0"}]}, "invalid_fields", "/handling_units/0/weight"),
        ({"handling_units": [SKIDS | {"weight": "-5"}]}, "invalid_fields", "/handling_units/0/weight"),
        ({"handling_units": [SKIDS | {"count": 0}]}, "invalid_fields", "/handling_units/0/count"),
        ({"handling_units": [SKIDS | {"width": "0.0"}]}, "invalid_fields", "/handling_units/0/width"),
        ({"handling_units": [{"count": 1, "type": "SKD", "weight": "5", "width": "9"}]}, "invalid_fields", None),
        ({"handling_units": [SKIDS | {"freight_class": "51"}]}, "invalid_fields", "/handling_units/0/freight_class"),
        ({"handling_units": []}, "invalid_fields", "/handling_units"),
        ({"ship_date": "2027-02-29"}, "invalid_fields", "/ship_date"),
        ({"ship_date": "2100-01-01"}, "invalid_fields", "/ship_date"),
        ({"origin": {}}, "invalid_fields", "/origin/postal_code"),
        ({"origin": {"city": "Laval\0", "province": "QC"}}, "invalid_fields", "/origin/city"),
    ],
)
def test_what_has_no_price_is_refused_with_its_code(
    priced: tuple[Server, str], changed: dict[str, Any], code: str, pointer: str | None
):
    server, token = priced
    answer = ask(server, token, **changed)
    problem = answer.json()
    assert 400 <= answer.status_code < 500
    assert problem["code"] == code
    assert "total" not in problem
    if pointer:
        assert problem["errors"][0]["pointer"] == pointer
    assert made(server, token) == [], "nothing is kept of it"


def test_an_unknown_place_is_answered_by_similar_ones(priced: tuple[Server, str]):
    server, token = priced
    problem = ask(server, token, origin={"city": "Rimousky", "province": "QC"}).json()
    assert problem["suggestions"][0] == "Rimouski, QC"


def test_the_leap_day_is_a_day(server: Server, sample: Sample):
    quote = ask(server, server.token(sample.customer), ship_date="2028-02-29").json()
    assert quote["pickup_date"] == "2028-02-29"


def test_who_may_ask(server: Server, sample: Sample):
    assert ask(server, None).status_code == 401
    token, administrator = server.token(sample.customer), server.token(sample.administrator)
    path = f"/v1/admin/access-codes/{sample.customer.access_code}/rights"
    assert server.ask("PUT", path, administrator, json={"rights": ["ship"]}).status_code == 200
    assert ask(server, token).json()["code"] == "right_missing"
    assert server.ask("GET", PATH, token).json()["code"] == "right_missing"
    for method, where in (("GET", TARIFFS), ("POST", TARIFFS), ("POST", f"{TARIFFS}/file"), ("GET", f"{TARIFFS}/1")):
        assert server.ask(method, where, token, json=msgspec.to_builtins(vectors("1"))).status_code == 403


def test_the_services_of_a_day_are_those_of_its_tariff(priced: tuple[Server, str]):
    server, token = priced
    offered = server.ask("GET", "/v1/accessorials", token, params={"ship_date": DAY.isoformat()}).json()
    assert offered == {"accessorials": ["TGDL", "INSD", "HEAT", "VAL"], "declared": ["VAL"]}
    assert server.ask("GET", "/v1/accessorials", token, params={"ship_date": "2001-01-01"}).json()["accessorials"] == []


def test_a_tariff_with_faults_is_not_taken_and_every_fault_is_named(server: Server, sample: Sample):
    token = server.token(sample.administrator)
    wrong = vectors("1", name="Wrong", zones=(*TARIFF.zones, Zone("XXX", ("H",))), lanes=(Lane("MTL", "YYY", T1[1:]),))
    result = added(server, token, wrong)
    assert result["taken"] is False
    found = {(one["pointer"], one["fault"]) for one in result["problems"]}
    assert found == {
        ("/zones/5/prefixes/0", "taken"),
        ("/lanes/0/destination", "unknown_zone"),
        ("/lanes/0/breaks/0/from_lb", "no_first_break"),
    }
    assert len(server.ask("GET", TARIFFS, token).json()["items"]) == 1, "the sample's alone"


def test_a_tariff_never_changes_and_holes_are_said(server: Server, sample: Sample):
    token = server.token(sample.administrator)
    holes = vectors("1", lanes=(Lane("MTL", "TOR", T1),))
    result = added(server, token, holes)
    assert result["taken"] is True
    assert len(result["warnings"]) == len(TARIFF.zones) ** 2 - 1
    again = added(server, token, holes)
    assert (again["taken"], again["problems"]) == (
        False,
        [{"pointer": "/name", "fault": "taken", "about": "Vectors"}],
    )
    items = server.ask("GET", TARIFFS, token).json()["items"]
    assert [item["name"] for item in items] == ["Vectors", "Sample carrier"]
    assert items[1]["until"] == "2026-12-30"
    kept = server.ask("GET", f"{TARIFFS}/{items[0]['id']}", token)
    assert msgspec.json.decode(kept.content, type=Tariff) == holes
    customer = server.token(sample.customer)
    assert ask(server, customer, destination={"postal_code": "G1K 3X2"}).json()["code"] == "no_lane"


def upload(server: Server, token: str, content: bytes, preview: bool = False) -> dict[str, Any]:
    file = {"content": base64.b64encode(content).decode(), "preview": preview}
    answer = server.ask("POST", f"{TARIFFS}/file", token, json=file)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_a_file_is_previewed_then_taken_in(server: Server, sample: Sample):
    token = server.token(sample.administrator)
    content = msgspec.json.encode(vectors("1", name="File"))
    preview = upload(server, token, content, preview=True)
    assert (preview["taken"], preview["zones"]) == (False, 5)
    assert upload(server, token, content)["taken"] is True
    audit = server.ask("GET", "/v1/admin/audit", token, params={"search": "tariff File"}).json()["items"]
    assert len(audit) == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe\x00", b"[]", b'{"name": 1}', b"{" * 5000, b"tariff,\0", b"=cmd|' /C calc'!A0", b'"' * 3000],
)
def test_a_hostile_file_is_refused_in_words_and_changes_nothing(server: Server, sample: Sample, content: bytes):
    token = server.token(sample.administrator)
    result = upload(server, token, content)
    assert result["taken"] is False
    assert result["problems"]


def test_the_command_names_faults_and_takes_a_tariff_in(data_dir: Path, tmp_path: Path):
    command = [*COMMAND, "--data-dir", str(data_dir), "tariff"]
    file = tmp_path / "tariff.json"
    file.write_bytes(msgspec.json.encode(vectors("1", fuel=())))
    refused = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "/fuel: empty" in refused.stdout
    file.write_bytes(msgspec.json.encode(vectors("1")))
    previewed = subprocess.run([*command, str(file), "--preview"], capture_output=True, text=True, check=True)
    assert "nothing changed (0 faults)" in previewed.stdout
    taken = subprocess.run([*command, str(file)], capture_output=True, text=True, check=True)
    assert "takes over on 2026-12-31" in taken.stdout


def test_a_database_without_a_tariff_has_no_price(tmp_path: Path, sample: Sample, data_dir: Path):
    from sqlalchemy import delete

    from onlinesvc_desktop.backend.store.engine import Database
    from onlinesvc_desktop.backend.store.tables.rates import rate_quotes, tariffs

    database = Database(sqlite_url(data_dir))
    with database.write() as connection:
        connection.execute(delete(rate_quotes))
        connection.execute(delete(tariffs))
    database.close()
    with serving(data_dir) as server:
        assert ask(server, server.token(sample.customer)).json()["code"] == "no_tariff"


def test_the_sample_prices_every_pair_of_its_terminals(server: Server, sample: Sample):
    """Each answer has every line; places served by a partner have no guaranteed service."""
    token = server.token(sample.customer)
    places = [("Montréal", "QC"), ("Toronto", "ON"), ("Halifax", "NS"), ("Rimouski", "QC"), ("Vancouver", "BC")]
    for origin in places:
        for destination in places:
            ends = [dict(zip(("city", "province"), place, strict=True)) for place in (origin, destination)]
            quote = ask(server, token, origin=ends[0], destination=ends[1]).json()
            assert Decimal(quote["total"]) > 0
            assert {"freight", "discount", "fuel", "TGDL"} <= {line["code"] for line in quote["lines"]}


@pytest.fixture
def on_postgresql(database_url: str, tmp_path: Path) -> Iterator[tuple[Server, tuple[Code, ...]]]:
    (tmp_path / "config.toml").write_text(f'database_url = "{database_url}"\n{UNTHROTTLED}')
    where = ["--data-dir", str(tmp_path), "--config", str(tmp_path / "config.toml")]
    made = subprocess.run([*COMMAND, *where, "sample", "--shipments", "60", "--json"], check=True, capture_output=True)
    codes = tuple(Code(**one) for one in msgspec.json.decode(made.stdout)["access_codes"])
    with process(tmp_path, config=tmp_path / "config.toml") as server:
        yield server, codes


def test_quotes_and_tariffs_on_postgresql(on_postgresql: tuple[Server, tuple[Code, ...]]):
    server, codes = on_postgresql
    administrator = next(code for code in codes if code.role == "administrator")
    added(server, server.token(administrator), vectors(codes[0].customer_number, name="Vectors on PostgreSQL"))
    token = server.token(codes[0])
    first = ask(server, token, key="0123456789abcdef")
    assert first.json()["total"] == "1162.69"
    assert ask(server, token, key="0123456789abcdef").json() == first.json()
    assert [one["number"] for one in made(server, token)] == [first.json()["number"]]
    assert server.ask("GET", f"{PATH}/{first.json()['number']}", token).json() == first.json()
    assert ask(server, token, ship_date="2001-01-01").json()["code"] == "no_tariff"
