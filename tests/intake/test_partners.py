# SPDX-License-Identifier: MIT
"""Partners over HTTP: strangers are listed and adopted with one step; their numbers are traced like ours."""

import base64
from pathlib import Path
from typing import Any

import pytest
from requests import Response

from onlinesvc_desktop.backend.store.partners import MOST_STRANGERS
from tests.support.backend import Sample, Server, serving
from tests.support.life import code_of
from tests.support.x12 import interchange

EVENT = ["LX*1", "AT7*AF*NS***20261120*1530", "MS1*SPRINGFIELD*ZZ"]
SENDER = "ZZ:CARRIER"


def shipment(number: str, *segments: str, control: int = 1) -> bytes:
    return interchange([("214", [f"B10*{number}*BL-1*KWAY", *segments, *EVENT])], control=control)


class Admin:
    def __init__(self, server: Server, sample: Sample) -> None:
        self.server = server
        self.token = server.token(sample.administrator)

    def ask(self, method: str, path: str, **keywords: Any) -> Response:
        return self.server.ask(method, f"/v1/admin{path}", self.token, **keywords)

    def take(self, content: bytes, name: str = "in.x12") -> dict[str, Any]:
        body = {"name": name, "content": base64.b64encode(content).decode()}
        taken: dict[str, Any] = self.ask("POST", "/intake", json=body).json()
        return taken

    def partners(self, query: str = "") -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = self.ask("GET", f"/partners{query}").json()["items"]
        return items

    def strangers(self) -> int:
        queues = self.ask("GET", "/open-work").json()["queues"]
        return next(int(queue["count"]) for queue in queues if queue["name"] == "partners")

    def outcome(self, kind: str, number: str) -> str:
        asked = {"reference_type": kind, "references": [number]}
        return str(self.server.ask("POST", "/v1/traces", self.token, json=asked).json()["items"][0]["outcome"])


@pytest.fixture
def admin(server: Server, sample: Sample) -> Admin:
    return Admin(server, sample)


def test_a_stranger_is_listed_with_its_files_and_adopted_with_one_step(admin: Admin):
    assert admin.take(shipment("800000037"))["changed"] == 1
    admin.take(shipment("800000038", control=2), "later.x12")
    (item,) = admin.partners("?state=unknown")
    assert (item["profile"], item["files"], item["last_file"]) == ({"name": "CARRIER", "senders": [SENDER]}, 2, "later.x12")
    assert admin.strangers() == 1

    adopted = admin.ask("PUT", f"/partners/{item['id']}", json=item["profile"]).json()
    assert adopted["state"] == "adopted"
    assert admin.strangers() == 0
    admin.take(shipment("800000039", control=3))
    assert [one["state"] for one in admin.partners()] == ["adopted"]
    assert admin.ask("DELETE", f"/partners/{item['id']}").status_code == 204
    assert code_of(admin.ask("DELETE", f"/partners/{item['id']}")) == "not_found"
    actions = [line["action"] for line in admin.ask("GET", "/audit?action=partner_changed").json()["items"]]
    assert actions == ["partner_changed"] * 2


def test_an_answer_to_us_makes_nobody_a_stranger(admin: Admin):
    admin.take(
        interchange(
            [("997", ["AK1*QM*1", "AK9*A*1*1*1"])],
        )
    )
    assert admin.partners() == []


@pytest.mark.parametrize("number", ["1234", "ABC-12345", "123456789012345678", "12345678"])
def test_a_partners_own_numbers_are_traced_like_ours(admin: Admin, number: str):
    assert admin.take(shipment(number))["quarantined"] == 1
    assert admin.outcome("autopro", number) == "malformed"
    profile = {"name": "Carrier", "senders": [SENDER], "shortest": 4, "longest": 18}
    assert admin.ask("POST", "/partners", json=profile).status_code == 201
    assert admin.partners("?state=unknown") == []
    assert admin.take(shipment(number, control=2))["changed"] == 1
    found = admin.server.ask("GET", f"/v1/shipments/{number.lower()}", admin.token)
    assert found.json()["autopro_number"] == number
    assert admin.outcome("autopro", f" {number.lower()} ") == "found"
    assert admin.outcome("any", number) == "found"


def test_a_number_that_nobody_has_is_malformed_unless_it_has_nine_digits(admin: Admin):
    assert admin.server.ask("GET", "/v1/shipments/ABC-12345").json()["errors"][0]["pointer"] == "/autopro"
    assert code_of(admin.server.ask("GET", "/v1/shipments/999999998")) == "shipment_not_found"


@pytest.mark.parametrize(
    ("changes", "pointer", "code"),
    [
        ({"senders": []}, "/senders", "required"),
        ({"name": "  "}, "/name", "required"),
        ({"senders": ["CARRIER"]}, "/senders/0", "malformed"),
        ({"shortest": 3}, "/shortest", "malformed"),
        ({"shortest": 9, "longest": 8}, "/longest", "malformed"),
        ({"zone": "EASTERN"}, "/zone", "malformed"),
        ({"number_in": ["B10"]}, "/number_in/0", "malformed"),
        ({"senders": ["02:TAKEN"]}, "/senders", "taken"),
    ],
)
def test_a_profile_that_cannot_be_used_is_refused_at_its_member(
    admin: Admin, changes: dict[str, Any], pointer: str, code: str
):
    admin.ask("POST", "/partners", json={"name": "Other", "senders": ["02:TAKEN"]})
    answer = admin.ask("POST", "/partners", json={"name": "Carrier", "senders": [SENDER]} | changes)
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == [(pointer, code)]


def test_the_profile_of_a_table_is_found_by_the_name_of_its_file(admin: Admin, sample: Sample):
    number = sample.customer.customer_number
    row = "autopro_number,status,occurred_at,city,province,shipper_city,shipper_province,shipper_customer\n"
    row += "{number},OD,2026-11-20 09:15,CHICAGO,ZZ,CHICAGO,IL," + number + "\n"
    assert admin.take(row.format(number="AB-77").encode(), "canpar-1.csv")["quarantined"] == 1
    profile = {
        "name": "Canpar",
        "file_names": ["canpar*.csv"],
        "shortest": 4,
        "longest": 9,
        "zone": "CT",
        "country": "US",
        "statuses": [{"theirs": "od", "ours": "X6"}],
    }
    assert admin.ask("POST", "/partners", json=profile).status_code == 201
    assert admin.take(row.format(number="AB-78").encode(), "Canpar-2.csv")["changed"] == 1
    found = admin.server.ask("GET", "/v1/shipments/AB-78", admin.token).json()
    assert (found["status"]["code"], found["status"]["country"]) == ("X6", "US")
    assert found["status"]["occurred_at"] == "2026-11-20T09:15:00-06:00"
    own = admin.server.ask("GET", "/v1/shipments", admin.server.token(sample.customer)).json()["items"]
    assert "AB-78" not in {one["autopro_number"] for one in own}, "the profile does not say that they name customers"


def test_profiles_of_the_drop_folder_are_shown_and_give_way_to_those_of_the_page(
    data_dir: Path, sample: Sample, tmp_path: Path
):
    folder = tmp_path / "drop" / "partners"
    folder.mkdir(parents=True)
    (folder / "carrier.toml").write_text('senders = ["ZZ:CARRIER"]\nsignature = "K1"\n[number]\nlongest = 10\n', "utf-8")
    with serving(data_dir, drop_folder=str(tmp_path / "drop")) as server:
        admin = Admin(server, sample)
        (item,) = admin.partners("?state=from_file")
        assert (item["id"], item["profile"]["name"], item["profile"]["longest"]) == (-1, "carrier", 10)
        assert admin.take(shipment("ABCDE12345"))["changed"] == 1
        assert admin.partners("?state=unknown") == []
        admin.ask("POST", "/partners", json={"name": "Carrier", "senders": [SENDER]})
        assert admin.take(shipment("ABCDE12346", control=2))["quarantined"] == 1


def test_an_odd_sender_costs_no_later_file_anything(admin: Admin):
    odd = shipment("800000037").replace(b"*ZZ*CARRIER        *", b"*a@b.example*CARRIER*")
    assert admin.take(odd, "odd.x12")["changed"] == 1
    assert admin.take(shipment("800000038", control=2), "good.x12")["changed"] == 1
    assert [one["profile"]["senders"] for one in admin.partners("?state=unknown")] == [[SENDER]]


def test_a_file_of_a_thousand_senders_fills_no_list(admin: Admin):
    one = shipment("800000037")
    many = b"".join(
        one.replace(b"*ZZ*CARRIER        *", f"*ZZ*{f'S{at}':<15}*".encode()) for at in range(MOST_STRANGERS + 20)
    )
    assert admin.take(many)["state"] == "done"
    assert admin.strangers() == MOST_STRANGERS
