# SPDX-License-Identifier: MIT
"""A bill that is cancelled after its carrier was given it is called off there: a 211 with B2A 01, once."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onlinesvc_desktop.backend.intake.profile import STRANGER
from onlinesvc_desktop.backend.intake.x12.read import understand
from onlinesvc_desktop.backend.upkeep import Upkeep
from tests.bill_of_lading.test_api import BILLS, issue
from tests.bill_of_lading.test_carrier_reply import Desk, acknowledged, reasons, reply
from tests.bill_of_lading.test_x12 import sets_of
from tests.support.backend import Sample, Server, serving


@pytest.fixture
def desk(server: Server, sample: Sample) -> Desk:
    return Desk(server, sample)


def test_what_calls_a_bill_off_goes_out_once_where_the_bill_did_and_is_saved_like_it(
    data_dir: Path, sample: Sample, tmp_path: Path
):
    out = tmp_path / "out"
    with serving(data_dir, outgoing_folder=str(out), x12_sender="02:KWAY", x12_receiver="ZZ:PARTNER") as server:
        token = server.token(sample.customer)
        upkeep = Upkeep(server.context)
        written, stands, never = (issue(server, token) for _ in range(3))
        server.ask("POST", f"{BILLS}/{never['bol_number']}/cancellation", token, json={})
        upkeep.round()
        first = (out / f"{written['autopro_number']}.211").read_text("utf-8")
        by_hand = issue(server, token)
        server.ask("GET", f"{BILLS}/{by_hand['bol_number']}/x12", token)
        for one in (written, by_hand):
            server.ask("POST", f"{BILLS}/{one['bol_number']}/cancellation", token, json={})
        for file in out.iterdir():
            file.unlink()
        upkeep.round()
        (file,) = out.iterdir()
        assert file.name == f"{written['autopro_number']}-cancelled.211"
        text = file.read_text("utf-8")
        file.unlink()
        upkeep.round()
        assert list(out.iterdir()) == []
        saved = server.ask("GET", f"{BILLS}/{written['bol_number']}/x12", token)
        assert (saved.text, saved.status_code) == (text, 200)
        assert f"{written['bol_number']}-cancelled.x12" in saved.headers["Content-Disposition"]
        assert server.ask("GET", f"{BILLS}/{by_hand['bol_number']}/x12", token).text.count("B2A*01") == 1
        assert server.ask("GET", f"{BILLS}/{never['bol_number']}/x12", token).status_code == 409
        assert "B2A*00" in server.ask("GET", f"{BILLS}/{stands['bol_number']}/x12", token).text
        (found,), (original,) = sets_of(text), sets_of(first)
        assert found.envelope.isa[13] not in {one["autopro_number"] for one in (written, stands, never, by_hand)}
        differing = {
            one.tag for one, other in zip(found.segments, original.segments, strict=True) if one.elements != other.elements
        }
        assert differing == {"B2A"}
        (record,) = understand(found, server.clock(), STRANGER).records
        assert (record.autopro_number, record.may_create) == (written["autopro_number"], False)
        assert [one.code for one in record.events] == ["CA"]
        bill = server.ask("GET", f"{BILLS}/{written['bol_number']}", token).json()
        assert bill["cancelled_at"] >= bill["handed_at"]


def test_a_reply_to_what_called_a_bill_off_is_matched_by_its_control_number(desk: Desk):
    made = desk.handed()
    path = f"{BILLS}/{made['bol_number']}"
    desk.server.ask("POST", f"{path}/cancellation", desk.clerk, json={})
    (found,) = sets_of(desk.server.ask("GET", f"{path}/x12", desk.clerk).text)
    assert not reasons(desk.take(reply(acknowledged(found.envelope.isa[13], "R*5"))))
    assert desk.replies(made["bol_number"]) == [("acknowledgement", "rejected")]


def test_without_a_number_left_the_cancellation_waits_for_one(data_dir: Path, sample: Sample, tmp_path: Path):
    with closing(sqlite3.connect(data_dir / "onlinesvc.sqlite3")) as database, database:
        database.execute("UPDATE number_ranges SET last = first")
    out = tmp_path / "out"
    with serving(data_dir, outgoing_folder=str(out)) as server:
        token = server.token(sample.customer)
        made = issue(server, token)
        path = f"{BILLS}/{made['bol_number']}"
        Upkeep(server.context).round()
        server.ask("POST", f"{path}/cancellation", token, json={})
        Upkeep(server.context).round()
        assert [file.name for file in out.iterdir()] == [f"{made['autopro_number']}.211"]
        refused = server.ask("GET", f"{path}/x12", token)
        assert (refused.status_code, refused.json()["code"]) == (409, "no_numbers_left")
        more = {"first": "123000004", "last": "123000005"}
        server.ask("POST", "/v1/admin/number-ranges", server.token(sample.administrator), json=more)
        Upkeep(server.context).round()
        (found,) = sets_of((out / f"{made['autopro_number']}-cancelled.211").read_text("utf-8"))
        assert found.envelope.isa[13] == "123000004"
