# SPDX-License-Identifier: MIT
"""What an X12 file would do is told before anything is taken in, and agrees with what is done when it is."""

import base64
from typing import Any

from sqlalchemy import func, select

from onlinesvc_desktop.backend.store.tables.metadata import metadata
from tests.support.backend import Sample, Server
from tests.support.x12 import interchange, status

PICKED_UP = "AF NS 20261120 1530 ET RIMOUSKI QC"
INVOICE = ["C3*CAD", "L1*1*1*FR*10000****400", "L1*2*1*FR*3150****FUE"]


def invoice(number: str) -> tuple[str, list[str]]:
    return "210", [f"B3**{number}*BL-77*PP**20261122*13150", *INVOICE]


def upload(content: bytes, name: str = "in.x12") -> dict[str, str]:
    return {"name": name, "content": base64.b64encode(content).decode()}


def rows(server: Server) -> dict[str, int]:
    with server.context.database.read() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in metadata.tables.items()
        }


def asked(server: Server, token: str, path: str, content: bytes, name: str = "in.x12") -> dict[str, Any]:
    answer = server.ask("POST", f"/v1/admin/intake{path}", token, json=upload(content, name))
    assert answer.status_code in (200, 201)
    found: dict[str, Any] = answer.json()
    return found


def test_a_file_is_foreseen_and_nothing_is_written(server: Server, sample: Sample):
    content = interchange(
        [
            ("214", status("800000037", PICKED_UP)),
            ("214", status("12", PICKED_UP)),
            invoice("800000037"),
            invoice("800000099"),
        ]
    )
    token = server.token(sample.administrator)
    before = rows(server)
    foreseen = asked(server, token, "/preview", content)
    assert rows(server) == before
    assert (foreseen["kind"], foreseen["importable"], foreseen["set_aside"]) == ("x12", 2, 2)
    status_part, wrong, invoice_part, unknown = foreseen["parts"]
    (shipment,) = status_part["shipments"]
    (event,) = shipment["events"]
    assert (status_part["control"], shipment["autopro_number"], event["code"]) == ("0001", "800000037", "AF")
    assert (event["occurred_at"], event["city"], event["province"]) == ("2026-11-20T15:30:00-05:00", "RIMOUSKI", "QC")
    assert (shipment["weight_kg"], shipment["pieces"]) == ("567.0", 3)
    assert (wrong["reason"], wrong["detail"]) == ("bad_autopro", 'B10-01 "12"')
    assert invoice_part["shipments"][0]["charges"]["total"] == "131.50"
    assert (unknown["control"], unknown["reason"]) == ("0004", "unknown_shipment")
    assert "shipments" not in unknown

    taken = asked(server, token, "", content)
    assert (taken["changed"] + taken["unchanged"], taken["quarantined"]) == (2, 2)
    assert "is_known" not in foreseen
    assert asked(server, token, "/preview", content)["is_known"] is True


def test_the_first_fifty_are_shown_and_all_are_counted(server: Server, sample: Sample):
    content = interchange([("214", status(f"{800_000_100 + at}", PICKED_UP)) for at in range(60)])
    foreseen = asked(server, server.token(sample.administrator), "/preview", content)
    assert (len(foreseen["parts"]), foreseen["importable"]) == (50, 60)


def test_a_later_batch_knows_what_an_earlier_one_begins(server: Server, sample: Sample):
    sets = [("214", status(f"{800_001_000 + at}", PICKED_UP)) for at in range(401)]
    foreseen = asked(server, server.token(sample.administrator), "/preview", interchange([*sets, invoice("800001000")]))
    assert (foreseen["importable"], foreseen.get("set_aside", 0)) == (402, 0)


def test_of_a_table_its_kind_is_told_and_a_broken_file_is_no_fault_of_the_server(server: Server, sample: Sample):
    token = server.token(sample.administrator)
    assert asked(server, token, "/preview", b"autopro_number,status\n1,D1\n", "a.csv") == {"kind": "csv"}
    assert asked(server, token, "/preview", b"  ", "a.txt") == {"kind": "unknown"}
    assert asked(server, token, "/preview", interchange([])[:60])["kind"] in ("x12", "csv")
