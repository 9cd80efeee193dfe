# SPDX-License-Identifier: MIT
"""Files of disputes: taken once, read by both sides alone."""

import base64

from requests import Response

from onlinesvc_desktop.backend.store.contents import forget_contents
from onlinesvc_desktop.contract.dispute_files import MOST_DISPUTE_FILES
from tests.invoices.desk import Desk

PAPER = b"%PDF-1.4 the slip says 400 lb"


def attach(desk: Desk, row: int, content: bytes = PAPER, token: str = "", name: str = "slip.pdf", key: str = "") -> Response:
    body = {"name": name, "content": base64.b64encode(content).decode()}
    headers = {"Idempotency-Key": key} if key else {}
    path = f"/v1/disputes/{row}/documents"
    return desk.server.ask("POST", path, token or desk.token, json=body, headers=headers)


def test_a_dispute_takes_files_once_that_only_both_sides_read(desk: Desk):
    row = desk.dispute(desk.open_one()["invoice_number"], reason="weight", amount="1.00").json()["id"]
    made = attach(desk, row, key="f" * 32)
    assert made.status_code == 201, made.text
    assert attach(desk, row, key="f" * 32).json() == made.json()
    (file,) = attach(desk, row).json()["documents"]
    assert (file["name"], file["media_type"], file["size"]) == ("slip.pdf", "application/pdf", len(PAPER))
    path = f"/v1/disputes/{row}/documents/{file['id']}"
    for token in (desk.token, desk.admin):
        assert desk.server.ask("GET", path, token).content == PAPER
    assert desk.server.ask("GET", path, desk.token, headers={"Range": "bytes=0-3"}).content == b"%PDF"
    assert desk.server.ask("GET", path, desk.other).status_code == 404
    assert desk.server.ask("GET", path + "9", desk.token).status_code == 404
    assert attach(desk, row, token=desk.other).status_code == 404
    assert attach(desk, row, b"MZ a program").json()["errors"][0]["code"] == "file_kind"
    assert attach(desk, row, name="\u200b ").json()["errors"][0]["pointer"] == "/name"
    with desk.server.context.database.write() as connection:
        forget_contents(connection)
    assert desk.server.ask("GET", path, desk.admin).content == PAPER
    seen = next(one for one in desk.get("/v1/admin/disputes", desk.admin)["items"] if one["id"] == row)
    assert [one["id"] for one in seen["documents"]] == [file["id"]]
    assert desk.decide(row, state="refused", version=1, answer="As weighed.").json()["code"] == "changed_meanwhile"
    assert desk.decide(row, state="refused", version=2, answer="As weighed.").status_code == 200
    assert attach(desk, row, PAPER + b"2").json()["code"] == "wrong_state"
    assert desk.server.ask("GET", path, desk.token).content == PAPER


def test_a_dispute_takes_so_many_files(desk: Desk):
    row = desk.dispute(desk.open_one()["invoice_number"], reason="weight", amount="1.00").json()["id"]
    for at in range(MOST_DISPUTE_FILES):
        assert attach(desk, row, PAPER + bytes([at])).status_code == 201
    assert attach(desk, row, PAPER).json()["errors"][0]["code"] == "too_many"
