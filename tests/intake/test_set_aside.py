# SPDX-License-Identifier: MIT
"""What was set aside is corrected by hand: the line at fault, the preview, all of one sender alike, for good."""

import base64
from typing import Any

import pytest
from requests import Response

from onlinesvc_desktop.backend.intake.set_aside import Line, with_the_same_changes
from tests.support.backend import Sample, Server
from tests.support.life import code_of
from tests.support.x12 import interchange

EVENT = ["LX*1", "AT7*AF*NS***20261120*1530*ET", "MS1*RIMOUSKI*QC*CA", "AT8*G*L*1250*3"]
HEADINGS = "autopro_number,status,occurred_at,city,province,weight_kg\n"


def status(number: str, *segments: str) -> tuple[str, list[str]]:
    return "214", [f"B10*{number}*BL-1*KWAY", *(segments or EVENT)]


class Admin:
    def __init__(self, server: Server, sample: Sample) -> None:
        self.server = server
        self.token = server.token(sample.administrator)

    def ask(self, method: str, path: str, **keywords: Any) -> Response:
        return self.server.ask(method, f"/v1/admin{path}", self.token, **keywords)

    def take(self, content: bytes, name: str = "in.x12", **more: Any) -> int:
        body = {"name": name, "content": base64.b64encode(content).decode()} | more
        return int(self.ask("POST", "/intake", json=body).json()["id"])

    def file(self, file: int) -> dict[str, Any]:
        return next(one for one in self.ask("GET", "/intake").json()["items"] if one["id"] == file)

    def aside(self, file: int) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = self.ask("GET", f"/intake/{file}/quarantine").json()["items"]
        return items[::-1]

    def preview(self, part: int, values: list[str] | None = None) -> dict[str, Any]:
        answer: dict[str, Any] = self.ask("POST", f"/set-aside/{part}/preview", json={"values": values or []}).json()
        return answer

    def faulty_files(self) -> int:
        queues = self.ask("GET", "/open-work").json()["queues"]
        return next(int(queue["count"]) for queue in queues if queue["name"] == "intake")

    def shipment(self, number: str) -> dict[str, Any]:
        found: dict[str, Any] = self.server.ask("GET", f"/v1/shipments/{number}", self.token).json()
        return found


@pytest.fixture
def admin(server: Server, sample: Sample) -> Admin:
    return Admin(server, sample)


def corrected(lines: list[dict[str, Any]], **by_name: str) -> list[str]:
    return [by_name.get(line["name"], line["value"]) for line in lines]


def test_a_set_is_shown_by_segment_corrected_previewed_and_taken_in(admin: Admin):
    file = admin.take(interchange([status("12")], element="|", line_end="\n"))
    (part,) = admin.aside(file)
    shown = admin.preview(part["id"])
    assert [line["name"] for line in shown["lines"]] == ["ST", "B10", "LX", "AT7", "MS1", "AT8", "SE"]
    assert [line["name"] for line in shown["lines"] if line.get("is_wrong")] == ["B10"]
    assert (shown["reason"], shown["detail"]) == ("bad_autopro", 'B10-01 "12"')

    values = corrected(shown["lines"], B10="B10|800000037|BL-1|KWAY")
    read = admin.preview(part["id"], values)
    assert "reason" not in read
    (said,) = read["shipments"]
    event = said["events"][0]
    assert (said["autopro_number"], said["weight_kg"], said["pieces"]) == ("800000037", "567.0", 3)
    assert (event["code"], event["occurred_at"], event["city"]) == ("AF", "2026-11-20T15:30:00-05:00", "RIMOUSKI")
    assert code_of(admin.server.ask("GET", "/v1/shipments/800000037", admin.token)) == "shipment_not_found"

    assert admin.faulty_files() == 1
    answer = admin.ask("POST", f"/set-aside/{part['id']}/import", json={"values": values})
    assert answer.json() == {"imported": 1, "left": 0}
    assert admin.shipment("800000037")["status"]["code"] == "AF"
    assert admin.faulty_files() == 0
    assert (admin.file(file)["changed"], admin.file(file).get("left", 0)) == (1, 0)
    assert admin.aside(file) == []
    assert code_of(admin.ask("POST", f"/set-aside/{part['id']}/import", json={})) == "wrong_state"
    (line,) = admin.ask("GET", "/audit?action=set_aside_settled").json()["items"]
    assert "in.x12" in line["subject"]


@pytest.mark.parametrize(
    ("segments", "wrong"),
    [
        (["LX*1", "AT7*AF*NS***2026112*1530", "MS1*RIMOUSKI*QC*CA"], "AT7"),
        (["LX*1", "AT7**NS***20261120*1530"], "B10"),
    ],
)
def test_the_segment_at_fault_is_marked(admin: Admin, segments: list[str], wrong: str):
    (part,) = admin.aside(admin.take(interchange([status("800000037", *segments)])))
    assert [line["name"] for line in admin.preview(part["id"])["lines"] if line.get("is_wrong")] == [wrong]


def test_money_is_shown_before_it_is_taken(admin: Admin):
    invoice = ("210", ["B3**800000099***PP****20261124", "L1*1*1*FR*30050****400", "L1*2***-1000****DSC"])
    (part,) = admin.aside(admin.take(interchange([invoice])))
    shown = admin.preview(part["id"])
    assert part["reason"] == "unknown_shipment"
    charges = shown["shipments"][0]["charges"]
    assert (charges["freight"], charges["total"], charges["currency"]) == ("290.50", "290.50", "CAD")
    assert admin.ask("POST", f"/set-aside/{part['id']}/import", json={}).json() == {"imported": 0, "left": 1}
    admin.take(interchange([status("800000099")], control=2))
    assert admin.ask("POST", f"/set-aside/{part['id']}/import", json={}).json() == {"imported": 1, "left": 0}
    assert admin.shipment("800000099")["charges"]["total"] == "290.50"


def test_all_of_a_sender_go_in_once_its_profile_is_right(admin: Admin):
    files = [admin.take(interchange([status(f"ABC{at}"), status(f"ABD{at}")], control=at)) for at in (1, 2)]
    first = admin.aside(files[0])[0]
    assert admin.preview(first["id"])["alike"] == 3
    body = {"name": "Carrier", "senders": ["ZZ:CARRIER"], "shortest": 4, "longest": 4}
    assert admin.ask("POST", "/partners", json=body).status_code == 201
    answer = admin.ask("POST", f"/set-aside/{first['id']}/import", json={"alike": True})
    assert answer.json() == {"imported": 4, "left": 0}
    assert [admin.aside(file) for file in files] == [[], []]
    assert admin.shipment("ABD2")["status"]["code"] == "AF"


def test_one_correction_is_made_in_all_alike(admin: Admin):
    wrong = ["LX*1", "AT7*ARRIVED*NS***20261120*1530", "MS1*RIMOUSKI*QC*CA"]
    other = ["LX*1", "AT7*UNLOADED*NS***20261120*1630", "MS1*LAVAL*QC*CA"]
    sets = [status("800000037", *wrong), status("800000038", *wrong), status("800000039", *other)]
    file = admin.take(interchange(sets))
    first = admin.aside(file)[0]
    values = corrected(admin.preview(first["id"])["lines"], AT7="AT7*X1*NS***20261120*1530")
    answer = admin.ask("POST", f"/set-aside/{first['id']}/import", json={"values": values, "alike": True})
    assert answer.json() == {"imported": 2, "left": 1}
    assert {admin.shipment(number)["status"]["code"] for number in ("800000037", "800000038")} == {"X1"}
    assert [part["control"] for part in admin.aside(file)] == ["0003"]


def test_only_the_element_that_was_corrected_is_changed_in_others():
    changes = [(Line("AT7", "AT7*OLD*NS*1"), Line("AT7", "AT7*D1*NS*1"))]
    lines = [Line("AT7", "AT7*OLD*A9*2"), Line("AT7", "AT7*X1*NS*1"), Line("B10", "B10*OLD")]
    assert with_the_same_changes(lines, changes, "*") == ["AT7*D1*A9*2", "AT7*X1*NS*1", "B10*OLD"]


def test_a_row_of_a_table_is_shown_by_heading_and_read_as_its_file_was(admin: Admin):
    table = 'Tracking,Etat,Quand,Ville,Prov,Kg\n80000004,Livré,2026-11-20 09:15,Laval,QC,"1,5"\n'
    columns = {
        "autopro_number": "Tracking",
        "status": "Etat",
        "occurred_at": "Quand",
        "city": "Ville",
        "province": "Prov",
        "weight_kg": "Kg",
    }
    mapping = {"columns": columns, "statuses": {"livré": "D1"}}
    file = admin.take(table.encode(), "liste.csv", mapping=mapping)
    (part,) = admin.aside(file)
    shown = admin.preview(part["id"])
    assert [line["name"] for line in shown["lines"] if line.get("is_wrong")] == ["autopro_number"]
    values = corrected(shown["lines"], autopro_number="800000044")
    said = admin.preview(part["id"], values)["shipments"][0]
    assert (said["events"][0]["code"], said["weight_kg"]) == ("D1", "1.5")
    assert admin.ask("POST", f"/set-aside/{part['id']}/import", json={"values": values}).json()["imported"] == 1
    assert admin.shipment("800000044")["status"]["code"] == "D1"


def test_what_is_set_aside_for_good_and_what_is_dealt_with_counts_no_more(admin: Admin):
    rows = HEADINGS + "1,D1,2026-11-20,LAVAL,QC,\n2,D1,2026-11-20,LAVAL,QC,\n800000051,D1,2026-11-20,LAVAL,QC,\n"
    file = admin.take(rows.encode(), "two.csv")
    rejected = admin.take(b"nothing of ours\n1\n", "other.csv")
    assert (admin.file(file)["left"], admin.faulty_files()) == (2, 2)
    first, second = admin.aside(file)
    admin.ask("POST", f"/set-aside/{first['id']}/dismissal", json={})
    assert admin.aside(file) == [second]
    admin.ask("POST", f"/set-aside/{second['id']}/dismissal", json={"alike": True})
    assert admin.faulty_files() == 1
    assert admin.ask("POST", f"/intake/{rejected}/dismissal").json()["is_settled"] is True
    assert admin.faulty_files() == 0
    assert code_of(admin.ask("POST", "/intake/99999/dismissal")) == "not_found"
    assert code_of(admin.ask("POST", "/set-aside/99999/preview", json={})) == "not_found"


def test_what_cannot_be_told_into_lines_is_shown_with_its_reason(admin: Admin):
    file = admin.take(interchange([status("800000037")]).replace(b"SE*7*0001~", b""))
    part = admin.aside(file)[0]
    shown = admin.preview(part["id"])
    assert shown["reason"] == "cut_short"
    assert shown["lines"][0]["value"].startswith("ST*214")
