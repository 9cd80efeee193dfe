# SPDX-License-Identifier: MIT
"""Issuing a bill: once, traceable at once, printed the same for ever, cancelled while nothing was picked up."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from tests.bill_of_lading.bills import bill, party, unit
from tests.bill_of_lading.papers import codes_of, texts_of
from tests.support.backend import Sample, Server

BILLS = "/v1/bills-of-lading"
KEY = {"Idempotency-Key": "k" * 20}


def today(server: Server, **more: Any) -> dict[str, Any]:
    return bill(ship_date=server.clock().date().isoformat(), **more)


def issue(server: Server, token: str, **more: Any) -> dict[str, Any]:
    answer = server.ask("POST", BILLS, token, json=today(server, **more))
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def test_a_bill_is_traced_at_once_by_each_of_its_numbers(server: Server, sample: Sample):
    token = server.token(sample.customer)
    made = issue(server, token, references=[{"type": "purchase_order", "value": "po-990017"}])
    assert made["bol_number"] == f"B{made['autopro_number']}"
    for kind, number in (
        ("autopro", made["autopro_number"]),
        ("bill_of_lading", made["bol_number"]),
        ("purchase_order", "PO-990017"),
    ):
        body = {"reference_type": kind, "references": [number]}
        (found,) = server.ask("POST", "/v1/traces", json=body).json()["items"]
        (shipment,) = found["matches"]
        assert shipment["autopro_number"] == made["autopro_number"]
        assert shipment["status"]["code"] == "XB"
        assert (shipment["origin"]["city"], shipment["destination"]["city"]) == ("Rimouski", "Toronto")
    own = server.ask("GET", f"/v1/shipments/{made['autopro_number']}", token).json()
    assert (own["pieces"], own["weight_kg"]) == (24, "281.2")
    assert own["shipper"]["customer_number"] == sample.customer.customer_number


def test_the_same_key_makes_no_second_bill_however_many_ask_at_once(server: Server, sample: Sample):
    token, body = server.token(sample.customer), today(server)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: server.ask("POST", BILLS, token, json=body, headers=KEY).json(), range(8)))
    assert len({answer["autopro_number"] for answer in answers}) == 1
    assert len(server.ask("GET", BILLS, token).json()["items"]) == 1


def test_bills_issued_side_by_side_have_each_its_number(server: Server, sample: Sample):
    tokens = [server.token(sample.customer), server.token(sample.other_customer)]
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda at: issue(server, tokens[at % 2])["autopro_number"], range(30)))
    assert len(set(made)) == 30


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_made(server: Server, sample: Sample):
    token = server.token(sample.customer)
    wrong = today(server, shipper=party("A", "Rimouski", "QC", "M5V 2T6"), handling_units=[unit(weight="0", lines=[])])
    answer = server.ask("POST", BILLS, token, json=wrong)
    assert answer.status_code == 422
    assert {one["pointer"]: one["code"] for one in answer.json()["errors"]} == {
        "/shipper/postal_code": "other_province",
        "/handling_units/0/weight": "malformed",
        "/handling_units/0/lines": "required",
    }
    for day in (server.clock() + timedelta(days=400), server.clock() - timedelta(days=90)):
        answer = server.ask("POST", BILLS, token, json=bill(ship_date=day.date().isoformat()))
        assert answer.json()["errors"] == [{"pointer": "/ship_date", "code": "malformed"}]
    assert server.ask("GET", BILLS, token).json()["items"] == []


def test_a_postal_code_is_kept_in_its_one_spelling(server: Server, sample: Sample):
    token = server.token(sample.customer)
    made = issue(server, token, shipper=party("A", "Rimouski", "QC", "g5l-1a1"))
    content = server.ask("GET", f"{BILLS}/{made['bol_number']}", token).json()["content"]
    assert content["shipper"]["postal_code"] == "G5L 1A1"


def test_a_number_of_the_writer_is_kept_and_never_used_twice(server: Server, sample: Sample):
    token = server.token(sample.customer)
    assert issue(server, token, bol_number="VC-1001")["bol_number"] == "VC-1001"
    again = server.ask("POST", BILLS, token, json=today(server, bol_number="VC-1001"))
    assert again.json()["errors"] == [{"pointer": "/bol_number", "code": "taken"}]
    other = server.token(sample.other_customer)
    assert issue(server, other, bol_number="VC-1001")["bol_number"] == "VC-1001"
    assert server.ask("POST", BILLS, token, json=today(server, bol_number="é /1")).status_code == 422


def test_nobody_sees_the_bill_of_another_customer(server: Server, sample: Sample):
    made = issue(server, server.token(sample.customer))
    stranger = server.token(sample.other_customer)
    for path in ("", "/document", "/labels"):
        assert server.ask("GET", f"{BILLS}/{made['bol_number']}{path}", stranger).status_code == 404
    assert server.ask("POST", f"{BILLS}/{made['bol_number']}/cancellation", stranger, json={}).status_code == 404
    assert server.ask("GET", f"{BILLS}/{made['bol_number']}").status_code == 401
    administrator = server.token(sample.administrator)
    assert server.ask("POST", BILLS, administrator, json=today(server)).status_code == 403


def test_an_access_code_without_the_right_to_ship_issues_nothing(server: Server, sample: Sample):
    administrator = server.token(sample.administrator)
    where = f"/v1/admin/access-codes/{sample.customer.access_code}/rights"
    assert server.ask("PUT", where, administrator, json={"rights": ["rate"]}).status_code == 200
    token = server.token(sample.customer)
    assert server.ask("POST", BILLS, token, json=today(server)).status_code == 403


def test_the_paper_has_the_same_bytes_for_ever(server: Server, sample: Sample, monkeypatch: pytest.MonkeyPatch):
    token = server.token(sample.customer)
    made = issue(server, token)
    path = f"{BILLS}/{made['bol_number']}/document"
    first = server.ask("GET", path, token)
    assert first.headers["content-type"] == "application/pdf"
    assert f'filename="{made["bol_number"]}.pdf"' in first.headers["content-disposition"]
    assert codes_of(first.content, 1) == [[made["autopro_number"], made["bol_number"]]]
    monkeypatch.setattr("onlinesvc_desktop.forms.bill_of_lading.bill_pdf", lambda *_: b"a later layout")
    assert server.ask("GET", path, token).content == first.content
    assert server.ask("GET", f"{path}?copies=2", token).content == b"a later layout"
    assert server.ask("GET", f"{path}?copies=7", token).status_code == 422


def test_a_bill_that_nobody_printed_has_its_paper_from_the_version_that_issued_it(
    server: Server, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    from onlinesvc_desktop.backend.services.bill_of_lading.papers import keep_papers

    token = server.token(sample.customer)
    made = issue(server, token)
    keep_papers(server.context, server.clock())
    monkeypatch.setattr("onlinesvc_desktop.forms.bill_of_lading.bill_pdf", lambda *_: b"a later layout")
    content = server.ask("GET", f"{BILLS}/{made['bol_number']}/document", token).content
    assert content.startswith(b"%PDF")


def test_papers_are_looked_for_oldest_first_and_not_long_below_the_newest(
    server: Server, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    from onlinesvc_desktop.backend.services.bill_of_lading import store

    def missing(late: int) -> list[int]:
        monkeypatch.setattr(store, "_LATE", late)
        with server.context.database.read() as connection:
            return [row.id for row in store.without_paper(connection, 3, 20)]

    token = server.token(sample.customer)
    before = missing(1_000)
    *_, newest = [issue(server, token) for _ in range(4)]
    first, second, third, last = [one for one in missing(1_000) if one not in before]
    assert first < second < third < last
    assert server.ask("GET", f"{BILLS}/{newest['bol_number']}/document", token).status_code == 200
    assert missing(1_000) == [*before, first, second, third]
    assert missing(3) == [second, third]


def test_labels_of_a_range_begin_where_the_sheet_is_free(server: Server, sample: Sample):
    token = server.token(sample.customer)
    made = issue(server, token, handling_units=[unit(count=12, weight="4800")])
    path = f"{BILLS}/{made['bol_number']}/labels"
    whole = server.ask("GET", path, token)
    assert len(texts_of(whole.content)) == 12
    part = server.ask("GET", f"{path}?format=letter&from=5&to=7&start=4", token)
    codes = sorted(code for page in codes_of(part.content) for code in page)
    assert codes == [f"{made['autopro_number']}{at:03d}" for at in (5, 6, 7)]
    zpl = server.ask("GET", f"{path}?format=zpl&from=12", token)
    assert zpl.headers["content-type"].startswith("application/zpl")
    assert zpl.text.count("^XA") == 1
    for query in ("from=5&to=13", "from=7&to=5", "from=0", "start=7", "format=a4"):
        assert server.ask("GET", f"{path}?{query}", token).status_code == 422, query


def test_prints_are_kept_in_a_history(server: Server, sample: Sample):
    token = server.token(sample.customer)
    made = issue(server, token, handling_units=[unit(count=5)])
    path = f"{BILLS}/{made['bol_number']}"
    server.ask("POST", f"{path}/prints", token, json={"what": "document", "copies": 3}, headers=KEY)
    server.ask("POST", f"{path}/prints", token, json={"what": "document", "copies": 3}, headers=KEY)
    answer = server.ask("POST", f"{path}/prints", token, json={"what": "labels", "first": 2, "last": 4}).json()
    assert [one["note"] for one in answer["prints"]] == [
        {"what": "labels", "first": 2, "last": 4},
        {"what": "document", "copies": 3},
    ]
    assert answer["prints"][0]["by"] == sample.customer.access_code
    assert answer["item"]["prints"] == 2


def test_a_print_without_a_link_is_told_later_and_stays_one(server: Server, sample: Sample):
    token = server.token(sample.customer)
    path = f"{BILLS}/{issue(server, token)['bol_number']}/prints"
    when = [(server.clock() - timedelta(hours=hours)).replace(microsecond=0).isoformat() for hours in (5, 9)]
    for at in (*when, when[0]):
        note = {"what": "labels", "first": 1, "last": 4, "printed_at": at}
        server.ask("POST", path, token, json=note, headers={"Idempotency-Key": f"{when.index(at)}" * 20})
    answer = server.ask("GET", path.removesuffix("/prints"), token).json()
    assert [one["at"].replace("Z", "+00:00") for one in answer["prints"]] == when
    other = {"what": "document", "printed_at": "9999-12-31T23:59:59Z"}
    answer = server.ask("POST", path, token, json=other).json()
    assert (len(answer["prints"]), answer["prints"][0]["note"]["what"]) == (3, "document")
    assert answer["prints"][0]["at"][:19] <= server.clock().isoformat()[:19]


def test_a_bill_is_cancelled_once_and_only_before_the_pickup(server: Server, sample: Sample):
    token = server.token(sample.customer)
    made = issue(server, token)
    path = f"{BILLS}/{made['bol_number']}"
    assert server.ask("POST", f"{path}/cancellation", token, json={}, headers=KEY).json()["state"] == "cancelled"
    assert server.ask("POST", f"{path}/cancellation", token, json={}, headers=KEY).json()["state"] == "cancelled"
    assert server.ask("POST", f"{path}/cancellation", token, json={}).json()["code"] == "wrong_state"
    assert server.ask("GET", f"/v1/shipments/{made['autopro_number']}").json()["status"]["code"] == "CA"
    assert server.ask("GET", f"{path}/document", token).status_code == 200


def test_a_bill_whose_goods_were_picked_up_stays(server: Server, sample: Sample):
    from onlinesvc_desktop.backend.intake.records import EventRecord, PlaceRecord, ShipmentRecord
    from onlinesvc_desktop.backend.store.intake import IntakeStore

    token = server.token(sample.customer)
    made = issue(server, token)
    moment = server.clock() + timedelta(minutes=5)
    event = EventRecord("AF", "NS", moment, moment, PlaceRecord("Rimouski", "QC", "CA"))
    with server.context.database.write() as connection:
        IntakeStore().take(connection, [ShipmentRecord(made["autopro_number"], events=[event])], moment)
    answer = server.ask("POST", f"{BILLS}/{made['bol_number']}/cancellation", token, json={})
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")
    assert server.ask("GET", f"{BILLS}/{made['bol_number']}", token).json()["item"]["state"] == "picked_up"


def test_the_list_is_searched_narrowed_and_paged(server: Server, sample: Sample):
    token = server.token(sample.customer)
    made = [
        issue(server, token, consignee=party(f"Client Éloïse {at}", "Toronto", "ON", "M5V 2T6"), bol_number=f"L-10{at}")
        for at in range(5)
    ]
    server.ask("POST", f"{BILLS}/L-103/cancellation", token, json={})

    def numbers(query: str) -> list[str]:
        return [item["bol_number"] for item in server.ask("GET", f"{BILLS}?{query}", token).json()["items"]]

    assert numbers("") == ["L-104", "L-103", "L-102", "L-101", "L-100"]
    assert numbers("search=eloise 2 toronto") == ["L-102"]
    assert numbers(f"search={made[1]['autopro_number']}") == ["L-101"]
    assert numbers("state=cancelled") == ["L-103"]
    assert numbers("state=issued") == ["L-104", "L-102", "L-101", "L-100"]
    assert numbers("state=picked_up") == []
    page = server.ask("GET", f"{BILLS}?limit=2", token).json()
    assert numbers(f"limit=2&cursor={page['cursor']}") == ["L-102", "L-101"]
    day = server.clock().date()
    assert numbers(f"since={day + timedelta(days=1)}") == []
    assert len(numbers(f"until={day}")) == 5
