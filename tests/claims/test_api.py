# SPDX-License-Identifier: MIT
"""Claims over HTTP: filed by a party alone, once; deadlines and limit from the shipment; papers; moves to the end."""

import base64
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader
from requests import Response
from sqlalchemy import func, select, update

from onlinesvc_desktop.backend.store.tables.contents import contents
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.backend.store.tables.shipments import events, shipments
from onlinesvc_desktop.contract.claim_rules import months_after
from onlinesvc_desktop.contract.claim_terms import MAX_CLAIM_FILE_BYTES
from onlinesvc_desktop.contract.zones import zone_of
from tests.support.backend import Sample, Server, serving

PATH = "/v1/claims"
LINE = {"quantity": 2, "description": "Chaises de chêne", "unit_cost": "120.50", "weight": "40"}
PDF, PNG = b"%PDF-1.7 a paper", b"\x89PNG\r\n\x1a\n a picture"


class Desk:
    """A clerk, a stranger and an administrator before one backend."""

    def __init__(self, server: Server, sample: Sample) -> None:
        self.server = server
        self.admin = server.token(sample.administrator)
        customers = [one for one in sample.codes if one.role == "customer" and one.password_state == "active"]
        of_each = {one.access_code: self._shipments(server.token(one)) for one in customers}
        mine = next(one for one in customers if {True, False} <= set(of_each[one.access_code].values()))
        others = next(one for one in customers if one is not mine)
        self.code, self.stranger = mine, others
        self._sample = sample
        self.token, self.other = server.token(mine), server.token(others)
        own, theirs = of_each[mine.access_code], of_each[others.access_code]
        self.delivered, self.unclaimed = [number for number, is_delivered in own.items() if is_delivered][:2]
        self.moving = next(number for number, is_delivered in own.items() if is_delivered is False)
        self.foreign = next(number for number in theirs if number not in own)
        self.known = {*own, *theirs}

    def admin_token(self) -> str:
        """Sign an administrator in at the time of now."""
        return self.server.token(self._sample.administrator)

    def _shipments(self, token: str) -> dict[str, bool | None]:
        """Return the numbers of an enterprise, each with whether it is delivered; None for what began in the United States.

        A notice for that has nine months: who waits so long before a sign-in finds the access code closed.
        """
        items = self.server.ask("GET", "/v1/shipments?limit=200", token).json()["items"]
        return {
            item["autopro_number"]: None if item["origin"]["country"] == "US" else item["status"]["code"] == "D1"
            for item in items
        }

    def file(self, key: str = "", **members: Any) -> Response:
        asked = {"autopro_number": self.delivered, "door": "notice"} | members
        return self.server.ask("POST", PATH, self.token, json=asked, headers={"Idempotency-Key": key} if key else {})

    def filed(self, **members: Any) -> str:
        answer = self.file(**members)
        assert answer.status_code == 201, answer.text
        number: str = answer.json()["claim_number"]
        return number

    def show(self, number: str, token: str = "") -> dict[str, Any]:
        found: dict[str, Any] = self.server.ask("GET", f"{PATH}/{number}", token or self.token).json()
        return found

    def add(self, number: str, paper: str, content: bytes = PDF, name: str = "a paper.pdf", token: str = "") -> Response:
        body = {"paper": paper, "name": name, "content": base64.b64encode(content).decode()}
        return self.server.ask("POST", f"{PATH}/{number}/documents", token or self.token, json=body)

    def move(self, number: str, state: str, **members: Any) -> Response:
        version = members.pop("version", None) or self.show(number)["version"]
        body = {"state": state, "version": version} | members
        return self.server.ask("POST", f"/v1/admin/claims/{number}/moves", self.admin, json=body)

    def mails(self) -> list[str]:
        with self.server.context.database.read() as connection:
            found = connection.execute(select(outbox.c.kind, outbox.c.facts).order_by(outbox.c.id))
            return [f"{kind} {facts}" for kind, facts in found if kind.startswith("claim")]


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, data_dir: Path, sample: Sample) -> Iterator[Desk]:
    if request.param == "sqlite":
        with serving(data_dir) as server:
            yield Desk(server, sample)
        return
    made, url = request.getfixturevalue("postgresql_sample")
    with serving(data_dir, database_url=url) as server:
        yield Desk(server, made)


def test_a_notice_with_the_number_alone_knows_its_deadlines_its_limit_and_its_papers(desk: Desk):
    answer = desk.file(autopro_number=f"{desk.delivered[:3]} {desk.delivered[3:]}").json()
    shipment = desk.server.ask("GET", f"/v1/shipments/{desk.delivered}", desk.token).json()
    delivered = next(one for one in shipment["events"] if one["code"] == "D1")["occurred_at"]
    day = datetime.fromisoformat(delivered).date()
    # Sixty days in Canada; nine months for what began in the United States.
    expected = months_after(day, 9) if shipment["origin"]["country"] == "US" else day + timedelta(days=60)
    assert answer["deadlines"]["notice_by"] == expected.isoformat()
    # The shipment's own tells a tenth of a kilogram; the limit is counted from the grams.
    assert abs(float(answer["liability_cap"]) - float(shipment["weight_kg"]) * 4.41) < 0.25
    assert answer["state"] == "submitted"
    assert "cost_invoice" in answer["documents_wanted"]
    found = desk.show(answer["claim_number"])
    assert found["kind"] == "damage"
    assert found["outlook"]["consignee"]["name"] == shipment["consignee"]["name"]
    assert [step["state"] for step in found["steps"]] == ["submitted"]
    outlook = desk.server.ask("GET", f"/v1/claim-outlook?autopro_number={desk.delivered}", desk.token).json()
    assert outlook == found["outlook"]


def test_what_is_not_delivered_is_taken_for_lost_and_has_nine_months(desk: Desk):
    found = desk.show(desk.filed(autopro_number=desk.moving))
    assert found["kind"] == "loss"
    assert found["deadlines"]["notice_by"] == found["deadlines"]["claim_by"]


def test_a_strangers_shipment_is_answered_exactly_as_an_unknown_one(desk: Desk):
    unknown = next(str(n) for n in range(100_000_001, 100_000_999) if str(n) not in desk.known)
    answers = [desk.file(autopro_number=number) for number in (desk.foreign, unknown)]
    assert [one.status_code for one in answers] == [422, 422]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["errors"] == [{"pointer": "/autopro_number", "code": "unknown"}]
    looks = [
        desk.server.ask("GET", f"/v1/claim-outlook?autopro_number={one}", desk.token) for one in (desk.foreign, unknown)
    ]
    assert looks[0].json() == looks[1].json()
    assert looks[0].json()["code"] == "shipment_not_found"


def test_others_neither_see_nor_change_a_claim(desk: Desk):
    number = desk.filed()
    assert desk.show(number, desk.other)["code"] == "not_found"
    assert desk.add(number, "photos", token=desk.other).status_code == 404
    assert number not in str(desk.server.ask("GET", PATH, desk.other).json())
    gone = desk.server.ask("POST", f"{PATH}/{number}/withdrawal", desk.other, json={"version": 1})
    assert gone.status_code == 404
    refused = desk.server.ask("POST", f"/v1/admin/claims/{number}/moves", desk.token, json={"state": "paid", "version": 1})
    assert refused.status_code == 403


def test_one_key_files_one_claim(desk: Desk):
    first, second = desk.file(key="k" * 20), desk.file(key="k" * 20)
    assert first.json() == second.json()
    mine = desk.server.ask("GET", PATH, desk.token).json()["items"]
    assert [one["claim_number"] for one in mine].count(first.json()["claim_number"]) == 1
    other = desk.file(key="k" * 20, description="Two boxes crushed")
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_key_reused")


def test_a_claim_goes_on_from_its_notice_under_the_same_number(desk: Desk):
    number = desk.filed()
    assert desk.filed(door="claim", lines=[LINE], claim_number=number, kind="shortage") == number
    found = desk.show(number)
    assert (found["door"], found["kind"], found["claimed"], found["version"]) == ("claim", "shortage", "241.00", 2)
    assert [step["door"] for step in found["steps"]] == ["notice", "claim"]
    wrong = desk.file(autopro_number=desk.moving, door="claim", lines=[LINE], claim_number=number)
    assert wrong.json()["errors"] == [{"pointer": "/claim_number", "code": "unknown"}]


def test_a_change_says_a_part_and_an_older_version_is_told_what_stands(desk: Desk):
    number = desk.filed(goods_at="Dock 4")
    path = f"{PATH}/{number}"
    changed = desk.server.ask("PATCH", path, desk.token, json={"version": 1, "declared_value": "5000"}).json()
    assert (changed["liability_cap"], changed["goods_at"], changed["version"]) == ("5000.00", "Dock 4", 2)
    old = desk.server.ask("PATCH", path, desk.token, json={"version": 1, "kind": "delay"})
    assert (old.status_code, old.json()["code"]) == (409, "changed_meanwhile")
    assert old.json()["current"]["version"] == 2
    wrong = desk.server.ask("PATCH", path, desk.token, json={"version": 2, "door": "claim"})
    assert wrong.json()["errors"] == [{"pointer": "/lines", "code": "required"}]


def test_papers_are_kept_once_and_read_back_as_they_were(desk: Desk):
    first, second = desk.filed(kind="shortage"), desk.filed(kind="damage")
    for number in (first, second):
        assert desk.add(number, "photos", PNG, "façade <1>.png").status_code == 201
    again = desk.add(first, "photos", PNG, "again.png").json()
    assert [one["name"] for one in again["documents"]] == ["façade <1>.png"]
    with desk.server.context.database.read() as connection:
        same = select(func.count()).where(contents.c.media_type == "image/png")
        kept = connection.execute(same).scalar_one()
    assert kept == 1
    file = again["documents"][0]
    got = desk.server.ask("GET", f"{PATH}/{first}/documents/{file['id']}", desk.token)
    assert (got.content, got.headers["Content-Type"]) == (PNG, "image/png")
    assert f"{first}_photos_{file['id']}.png" in got.headers["Content-Disposition"]
    assert desk.server.ask("GET", f"{PATH}/{second}/documents/{file['id']}", desk.token).status_code == 404
    assert desk.server.ask("GET", f"{PATH}/{first}/documents/{file['id']}", desk.other).status_code == 404
    assert "photos" not in desk.show(second)["documents_wanted"]


def test_a_file_that_is_not_what_it_says_or_too_large_is_refused(desk: Desk):
    number = desk.filed()
    wrong = desk.add(number, "photos", b"MZ\x90\x00 a program", "photo.pdf")
    assert wrong.json()["errors"] == [{"pointer": "/content", "code": "file_kind"}]
    large = desk.add(number, "photos", PDF + b"0" * MAX_CLAIM_FILE_BYTES)
    assert large.status_code == 422
    assert large.json()["errors"][0]["pointer"] == "/content"
    assert desk.add(number, "photos", PDF.ljust(MAX_CLAIM_FILE_BYTES, b"0")).status_code == 201


def test_a_claim_goes_to_its_payment_and_every_step_is_told_and_noted(desk: Desk):
    number = desk.filed(kind="loss", door="claim", lines=[LINE])
    assert desk.move(number, "acknowledged").status_code == 200
    asked = desk.move(number, "documents_needed", papers=["repair_invoice"], reason="Which parts?").json()
    assert "repair_invoice" in asked["documents_wanted"]
    for paper in asked["documents_wanted"]:
        assert desk.show(number)["state"] == "documents_needed"
        assert desk.add(number, paper).status_code == 201
    assert desk.show(number)["state"] == "under_review"
    assert desk.move(number, "offered", amount="200.5").json()["offered"] == "200.50"
    paid = desk.move(number, "paid", payment_reference="Cheque 1042").json()
    assert (paid["state"], paid["offered"], paid["payment_reference"]) == ("paid", "200.50", "Cheque 1042")
    states = [step["state"] for step in desk.show(number)["steps"]]
    assert states == ["submitted", "acknowledged", "documents_needed", "under_review", "offered", "paid"]
    assert len(desk.mails()) == 5
    audit = desk.server.ask("GET", f"/v1/admin/audit?search={number}", desk.admin).json()["items"]
    actions = {one["action"] for one in audit}
    assert actions == {"claim_filed", "claim_moved", "claim_file_added"}
    assert desk.move(number, "declined", reason="Too late").json()["code"] == "wrong_state"


def test_a_refusal_needs_its_reason_and_a_payment_an_offer(desk: Desk):
    number = desk.filed()
    assert desk.move(number, "declined").json()["errors"] == [{"pointer": "/reason", "code": "required"}]
    assert desk.move(number, "offered").json()["errors"] == [{"pointer": "/amount", "code": "required"}]
    assert desk.move(number, "paid", amount="10").json()["code"] == "wrong_state"
    assert desk.move(number, "declined", reason="Packed badly", version=9).json()["code"] == "changed_meanwhile"
    declined = desk.move(number, "declined", reason="Packed badly").json()
    assert (declined["state"], declined["reason"]) == ("declined", "Packed badly")


def test_a_claim_is_withdrawn_once(desk: Desk):
    number = desk.filed()
    path = f"{PATH}/{number}/withdrawal"
    assert desk.server.ask("POST", path, desk.token, json={"version": 1}).json()["state"] == "withdrawn"
    assert desk.server.ask("POST", path, desk.token, json={"version": 2}).json()["code"] == "wrong_state"
    assert desk.add(number, "photos").json()["code"] == "wrong_state"
    assert "withdrawn" in desk.mails()[-1]


def test_an_offer_is_accepted_once_as_it_was_seen_and_then_only_paid(desk: Desk):
    number = desk.filed(door="claim", lines=[LINE])
    path = f"{PATH}/{number}/acceptance"

    def accept(version: int, token: str = "") -> Response:
        return desk.server.ask("POST", path, token or desk.token, json={"version": version})

    assert accept(1).json()["code"] == "wrong_state"
    first = desk.move(number, "offered", amount="150").json()["version"]
    second = desk.move(number, "offered", amount="200.50").json()["version"]
    stale = accept(first).json()
    assert (stale["code"], stale["current"]["offered"]) == ("changed_meanwhile", "200.50")
    assert accept(second, desk.other).status_code == 404
    accepted = accept(second).json()
    assert (accepted["state"], accepted["offered"]) == ("accepted", "200.50")
    assert "accepted" in desk.mails()[-1]
    assert accept(accepted["version"]).json()["code"] == "wrong_state"
    withdrawal = desk.server.ask("POST", f"{PATH}/{number}/withdrawal", desk.token, json={"version": accepted["version"]})
    assert withdrawal.json()["code"] == "wrong_state"
    assert desk.move(number, "declined", reason="No").json()["code"] == "wrong_state"
    assert desk.move(number, "accepted").json()["code"] == "wrong_state"
    assert desk.move(number, "paid", payment_reference="Cheque 7").json()["offered"] == "200.50"
    audit = desk.server.ask("GET", f"/v1/admin/audit?search={number}", desk.admin).json()["items"]
    assert "claim_accepted" in {one["action"] for one in audit}


def test_a_change_takes_a_declared_value_and_an_address_away_again(desk: Desk):
    number = desk.filed(declared_value="5000", email="claims@example.com")
    assert desk.show(number)["liability_cap"] == "5000.00"
    body = {"version": 1, "declared_value": None, "email": None}
    changed = desk.server.ask("PATCH", f"{PATH}/{number}", desk.token, json=body).json()
    assert "declared_value" not in changed
    assert "email" not in changed
    assert changed["liability_cap"] == changed["outlook"]["liability_cap"]


def test_administrators_see_every_claim_and_what_waits_is_counted(desk: Desk):
    number = desk.filed(description="Caisses écrasées")
    found = desk.server.ask("GET", "/v1/admin/claims?search=ecrasees", desk.admin).json()["items"]
    assert [one["claim_number"] for one in found] == [number]
    assert desk.server.ask("GET", "/v1/admin/claims?state=paid&search=ecrasees", desk.admin).json()["items"] == []
    assert desk.show(number, desk.admin)["claim_number"] == number

    def waiting() -> int:
        queues = desk.server.ask("GET", "/v1/admin/open-work", desk.admin).json()["queues"]
        return next(one["count"] for one in queues if one["name"] == "claims")

    before = waiting()
    desk.move(number, "acknowledged")
    assert waiting() == before - 1


def test_the_letter_says_the_same_in_both_languages(desk: Desk):
    lines = [LINE | {"description": f"Chaise {n}"} for n in range(1, 61)]
    number = desk.filed(door="claim", kind="damage", lines=lines, description="Trois <b>caisses</b> écrasées")
    path = f"{PATH}/{number}/letter"
    got = desk.server.ask("GET", path, desk.token)
    assert got.headers["Content-Type"] == "application/pdf"
    assert desk.server.ask("GET", path, desk.token).content == got.content
    pages = [page.extract_text() for page in PdfReader(BytesIO(got.content)).pages]
    text = "\n".join(pages).replace("\N{NO-BREAK SPACE}", " ")
    assert pages[0].splitlines()[2] == f"Réclamation {number}"
    assert f"Claim {number}" in text
    for words in ("Chaise 60", "Trois <b>caisses</b> écrasées", "14 460,00 $", "$14,460.00", "Avarie", "Damage"):
        assert words in text
    assert desk.server.ask("GET", path, desk.other).status_code == 404


def test_the_sample_has_claims_on_their_way(desk: Desk):
    items = desk.server.ask("GET", "/v1/admin/claims", desk.admin).json()["items"]
    assert {one["state"] for one in items} == {"acknowledged", "documents_needed", "paid"}
    assert all(not one.get("is_late", False) and one["outlook"]["shipper"]["name"] for one in items)
    assert desk.mails() == []


def test_a_notice_on_its_last_day_is_in_time_until_that_day_ends_where_the_shipment_came(desk: Desk):
    """In UTC that day has ended hours before."""
    outlook = desk.server.ask("GET", f"/v1/claim-outlook?autopro_number={desk.delivered}", desk.token).json()
    last = datetime.fromisoformat(outlook["deadlines"]["notice_by"])
    late_evening = last.replace(hour=23, minute=30, tzinfo=ZoneInfo(zone_of(outlook["destination"]["province"])))
    assert late_evening.astimezone(UTC).date() > last.date()
    desk.server.clock.stop()
    desk.server.clock.offset += late_evening - desk.server.clock()
    desk.token = desk.server.token(desk.code)
    assert not desk.show(desk.filed()).get("is_late", False)
    desk.server.clock.offset += timedelta(hours=1)
    assert desk.show(desk.filed())["is_late"]


def test_what_came_damaged_is_named_while_its_notice_has_its_last_week_and_nobody_gave_it(desk: Desk):
    def due(token: str) -> list[str]:
        items = desk.server.ask("GET", "/v1/claim-notices-due", token).json()["items"]
        assert all(one["exceptions"] for one in items)
        return [one["autopro_number"] for one in items]

    def counted() -> int:
        counts = desk.server.ask("GET", "/v1/today", desk.token).json()["counts"]
        return next((one["count"] for one in counts if one["name"] == "notices"), 0)

    def days_before(last: datetime, days: int) -> None:
        noon = last.replace(hour=12, tzinfo=ZoneInfo(zone_of(outlook["destination"]["province"])))
        desk.server.clock.offset += noon - timedelta(days=days) - desk.server.clock()
        desk.token, desk.other = desk.server.token(desk.code), desk.server.token(desk.stranger)

    outlook = desk.server.ask("GET", f"/v1/claim-outlook?autopro_number={desk.unclaimed}", desk.token).json()
    last = datetime.fromisoformat(outlook["deadlines"]["notice_by"])
    with desk.server.context.database.write() as connection:
        row_id = select(shipments.c.id).where(shipments.c.autopro_number == desk.unclaimed).scalar_subquery()
        damaged = update(events).where(events.c.shipment_id == row_id, events.c.sequence == 2)
        connection.execute(damaged.values(code="A9", reason="AK"))
    desk.server.clock.stop()
    days_before(last, 8)
    assert desk.unclaimed not in due(desk.token)
    days_before(last, 2)
    assert desk.unclaimed in due(desk.token)
    assert desk.unclaimed not in due(desk.other)
    assert due(desk.admin_token()) == []
    before = counted()
    assert before == len(due(desk.token))
    desk.filed(autopro_number=desk.unclaimed, door="inspection", goods_at="Dock 4")
    assert desk.unclaimed in due(desk.token), "an inspection keeps no right"
    number = desk.filed(autopro_number=desk.unclaimed)
    assert desk.unclaimed not in due(desk.token)
    assert counted() == before - 1
    version = desk.show(number)["version"]
    desk.server.ask("POST", f"{PATH}/{number}/withdrawal", desk.token, json={"version": version}).raise_for_status()
    assert desk.unclaimed in due(desk.token)
    days_before(last, -1)
    assert desk.unclaimed not in due(desk.token), "it is too late"
