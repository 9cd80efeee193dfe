# SPDX-License-Identifier: MIT
"""GET /v1/today: each count is the length of the list it opens, only for whoever has the right, by the day of the place."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from onlinesvc_desktop.backend.services.claims.store import ClaimOwner, count_due
from onlinesvc_desktop.backend.services.claims.tables import claims
from onlinesvc_desktop.contract.today import ShipmentPart
from onlinesvc_desktop.contract.zones import zone_of
from tests.pickup.samples import HALIFAX, at, body, next_monday
from tests.support.backend import Code, Sample, Server, make_sample_in, serving
from tests.support.postgres import Cluster


@contextmanager
def on_postgresql(cluster: Cluster, folder: Path) -> Iterator[tuple[Server, Sample]]:
    url = cluster.new_database()
    (folder / "config.toml").write_text(f'database_url = "{url}"\n')
    sample = make_sample_in(folder / "data", ["--config", str(folder / "config.toml")], shipments=120, seed=7)
    with serving(folder / "data", database_url=url) as server:
        yield server, sample


def turn(server: Server, moment: datetime) -> None:
    """Set the backend's clock."""
    server.clock.offset += moment - server.clock()


def counts(server: Server, token: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in server.ask("GET", "/v1/today", token).json()["counts"]:
        name = f"{one['name']}.{one['state']}" if "state" in one else one["name"]
        assert name not in found
        found[name] = one["count"]
    return found


def listed(server: Server, token: str, part: ShipmentPart) -> list[dict[str, Any]]:
    found, cursor = list[dict[str, Any]](), ""
    while True:
        page = server.ask("GET", f"/v1/shipments?today={part}&limit=3{cursor}", token).json()
        found += page["items"]
        if "cursor" not in page:
            return found
        cursor = f"&cursor={page['cursor']}"


def agree(server: Server, code: Code) -> dict[str, int]:
    token = server.token(code)
    said = counts(server, token)
    for part in ShipmentPart:
        rows = listed(server, token, part)
        assert len({row["autopro_number"] for row in rows}) == len(rows) == said.get(part.value, 0)
    return said


def test_each_count_is_the_length_of_its_list(server: Server, sample: Sample):
    said = agree(server, sample.customer)
    assert sum(said.get(part.value, 0) for part in ShipmentPart) > 0
    server.clock.offset += timedelta(days=2)
    later = agree(server, sample.customer)
    assert later.get("silent", 0) > said.get("silent", 0), "two days without any news"


def test_the_same_on_postgresql(cluster: Cluster, tmp_path: Path):
    with on_postgresql(cluster, tmp_path) as (server, sample):
        found = [agree(server, one) for one in sample.codes if one.role == "customer" and one.password_state == "active"]
        assert any(found)


def test_pickups_are_those_of_the_day_at_their_place(server: Server, sample: Sample):
    token = server.token(sample.customer)
    monday = next_monday(server.clock().astimezone(ZoneInfo(HALIFAX)).date())
    turn(server, at(HALIFAX, monday, "08:00"))
    token = server.token(sample.customer)
    before = counts(server, token).get("pickups.requested", 0)
    answer = server.ask("POST", "/v1/pickups", token, json=body("Halifax", pickup_date=monday.isoformat()))
    assert answer.status_code == 201, answer.text
    assert counts(server, token)["pickups.requested"] == before + 1
    turn(server, at(HALIFAX, monday, "23:30"))
    token = server.token(sample.customer)
    assert server.clock().date() > monday, "in UTC the next day has begun"
    assert counts(server, token)["pickups.requested"] == before + 1
    turn(server, at(HALIFAX, monday + timedelta(days=1), "00:01"))
    token = server.token(sample.customer)
    assert counts(server, token).get("pickups.requested", 0) == 0
    number = answer.json()["confirmation_number"]
    admin = server.token(sample.administrator)
    turn(server, at(HALIFAX, monday, "09:00"))
    queues = {one["name"]: one["count"] for one in server.ask("GET", "/v1/admin/open-work", admin).json()["queues"]}
    assert queues["pickup"] >= 1
    cancelled = server.ask("POST", f"/v1/pickups/{number}/cancellation", token, json={"version": 1})
    assert cancelled.status_code == 200, cancelled.text
    assert counts(server, token).get("pickups.requested", 0) == before


def test_a_notice_is_due_in_the_last_week_before_its_claim(server: Server, sample: Sample):
    token = server.token(sample.customer)
    before = counts(server, token).get("claims", 0)
    rows = server.ask("GET", "/v1/shipments?limit=200", token).json()["items"]
    number = next(
        row["autopro_number"] for row in rows if row["status"]["code"] == "D1" and row["origin"]["country"] == "CA"
    )
    filed = server.ask("POST", "/v1/claims", token, json={"autopro_number": number, "door": "notice"})
    assert filed.status_code == 201, filed.text
    assert counts(server, token).get("claims", 0) == before
    found = server.ask("GET", f"/v1/claims/{filed.json()['claim_number']}", token).json()
    last, zone = date.fromisoformat(found["deadlines"]["claim_by"]), zone_of(found["outlook"]["destination"]["province"])
    with server.context.database.read() as connection:
        code = connection.execute(select(claims.c.access_code_id, claims.c.customer_id).order_by(claims.c.id.desc())).first()
        assert code is not None
        owner = ClaimOwner(code.customer_id, code.access_code_id)
        said = [count_due(connection, owner, at(zone, last - timedelta(days=days), "23:59")) for days in (8, 7, 0, -1)]
        others = count_due(connection, owner, at(zone, last - timedelta(days=8), "23:59"))
    assert said[1] > said[0] == others
    assert said[2] > said[3]


def test_invoices_past_due_are_those_of_their_list_by_the_day_of_the_office(server: Server, sample: Sample):
    office, customer = "America/Toronto", sample.customer.customer_number
    due = server.clock().astimezone(ZoneInfo(office)).date() + timedelta(days=2)
    rows = (
        "invoice_no,customer_no,pro,invoice_date,due_date,gross,gst,total,currency",
        f"D-1,{customer},,2026-02-01,{due},100.00,5.00,105.00,CAD",
        f"D-2,{customer},,2026-02-01,{due},-40.00,-2.00,-42.00,CAD",
    )
    taken = {"content": b64encode("\n".join(rows).encode()).decode(), "preview": False}
    answer = server.ask("POST", "/v1/admin/invoices", server.token(sample.administrator), json=taken)
    assert answer.json()["added"] == 2, answer.text

    def late_at(moment: datetime) -> set[str]:
        turn(server, moment)
        token = server.token(sample.customer)
        items = server.ask("GET", "/v1/invoices?state=past_due&limit=200", token).json()["items"]
        assert counts(server, token).get("invoices", 0) == len(items)
        return {one["invoice_number"] for one in items}

    before, after = late_at(at(office, due, "23:59")), late_at(at(office, due + timedelta(days=1), "00:01"))
    assert "D-1" in after - before
    assert "D-2" not in after, "a credit is owed to the customer"


def test_what_needs_a_right_is_not_counted_without_it(server: Server, sample: Sample):
    admin, code = server.token(sample.administrator), sample.customer
    path = f"/v1/admin/access-codes/{code.access_code}/rights"
    assert server.ask("PUT", path, admin, json={"rights": ["rate"]}).status_code == 200
    names = {name.split(".")[0] for name in counts(server, server.token(code))}
    assert names <= {part.value for part in ShipmentPart}


def test_all_shipments_of_a_small_enterprise_are_looked_at(server: Server, sample: Sample):
    assert "shipments_looked_at" not in server.ask("GET", "/v1/today", server.token(sample.customer)).json()


@pytest.mark.parametrize("query", ["today=tomorrow", "today=", "today=late&today=late%00"])
def test_no_part_is_refused(server: Server, sample: Sample, query: str):
    assert server.ask("GET", f"/v1/shipments?{query}", server.token(sample.customer)).status_code in (400, 422)


def test_nobody_and_an_administrator_have_no_shipments_of_their_own(server: Server, sample: Sample):
    assert server.ask("GET", "/v1/today").status_code == 401
    assert not {part.value for part in ShipmentPart} & set(counts(server, server.token(sample.administrator)))


def test_the_last_copy_is_said_to_administrators(data_dir: Path, sample: Sample, tmp_path: Path):
    with serving(data_dir, backup_folder=str(tmp_path)) as server:
        admin = server.token(sample.administrator)
        assert "last_copy" not in server.ask("GET", "/v1/admin/open-work", admin).json()
        (tmp_path / "onlinesvc-2026-03-02.sqlite3").touch()
        (tmp_path / "onlinesvc-2026-03-01.sqlite3").touch()
        assert server.ask("GET", "/v1/admin/open-work", admin).json()["last_copy"] == "2026-03-02"
