# SPDX-License-Identifier: MIT
"""Documents over HTTP: parties alone, by any number, in parts, once; from the page, the folder and other services."""

import base64
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from requests import Response

from onlinesvc_desktop.backend.store.contents import PIECE_BYTES
from onlinesvc_desktop.backend.store.tables.contents import content_pieces, contents
from onlinesvc_desktop.backend.upkeep import forget
from tests.documents.desk import Desk
from tests.support.backend import Sample, serving
from tests.support.papers import odd_pdf, pdf, tiff

LARGE = tiff(1, width=8_000, height=3_000)
"""More than eleven pieces."""


def test_a_party_reads_what_was_added_byte_for_byte_and_who_signed(desk: Desk):
    content = pdf(pages=2)
    name = desk.added(content)
    found = desk.of(desk.delivered)
    (item,) = [one for one in found["items"] if one["id"] == name]
    assert (item["kind"], item["page_count"], item["size"]) == ("proof_of_delivery", 2, len(content))
    shipment = desk.shipment(desk.delivered)
    delivered = [event for event in shipment["events"] if event["code"] == "D1"][-1]
    assert found["delivery"]["at"] == delivered["occurred_at"]
    assert found["delivery"]["received_by"] == shipment["signed_by"]
    answer = desk.open(name)
    assert answer.content == content
    assert answer.headers["Content-Type"] == "application/pdf"
    assert f"{desk.delivered}_proof_of_delivery_{name}.pdf" in answer.headers["Content-Disposition"]
    assert "delivery" not in desk.of(desk.moving)


def test_a_strangers_shipment_is_answered_exactly_as_an_unknown_one(desk: Desk):
    name = desk.added(pdf())
    unknown = "999000111"
    looks = [desk.server.ask("GET", f"/v1/documents?autopro={one}", desk.token) for one in (desk.foreign, unknown)]
    assert [one.status_code for one in looks] == [404, 404]
    assert looks[0].json() == looks[1].json()
    assert desk.open(name, desk.other).json() == desk.open("999999", desk.other).json()
    found = desk.search([desk.delivered, unknown], token=desk.other)
    assert [(one["outcome"], one["shipments"]) for one in found] == [("not_found", []), ("not_found", [])]
    assert desk.server.ask("GET", f"/v1/documents?autopro={desk.delivered}").status_code == 401


def test_sixty_numbers_of_any_kind_are_each_answered_with_what_is_missing_and_why(desk: Desk):
    name = desk.added(pdf())
    reference = next(one for one in desk.shipment(desk.delivered)["references"] if one["type"] == "bill_of_lading")["value"]
    numbers = [desk.delivered, reference.lower(), desk.moving, "no such number", "x", *["480999123"] * 55]
    found = desk.search(numbers, ["proof_of_delivery", "weight_inspection"])
    assert len(found) == 60
    assert [one["reference"] for one in found] == numbers
    outcomes = [one["outcome"] for one in found]
    assert outcomes[0] == "found"
    assert outcomes[1] in ("found", "several")
    assert outcomes[2:5] == ["found", "not_found", "malformed"]
    first = found[0]["shipments"][0]
    assert [one["id"] for one in first["items"]] == [name]
    assert first["missing"] == [{"kind": "weight_inspection", "reason": "not_made"}]
    assert desk.delivered in [one["autopro_number"] for one in found[1]["shipments"]]
    assert {"kind": "proof_of_delivery", "reason": "not_delivered"} in found[2]["shipments"][0]["missing"]


def test_a_large_file_comes_in_pieces_and_any_part_of_it_alone(desk: Desk):
    name = desk.added(LARGE)
    assert desk.count(content_pieces) >= len(LARGE) // PIECE_BYTES
    whole = desk.open(name)
    assert whole.content == LARGE
    assert whole.headers["Accept-Ranges"] == "bytes"
    edge = PIECE_BYTES
    for header, first, last in (
        ("bytes=0-0", 0, 0),
        (f"bytes={edge - 2}-{edge + 2}", edge - 2, edge + 2),
        (f"bytes={edge}-{edge * 3 - 1}", edge, edge * 3 - 1),
        ("bytes=-7", len(LARGE) - 7, len(LARGE) - 1),
        (f"bytes={len(LARGE) - 3}-", len(LARGE) - 3, len(LARGE) - 1),
    ):
        part = desk.open(name, Range=header)
        assert part.status_code == 206
        assert part.content == LARGE[first : last + 1]
        assert part.headers["Content-Range"] == f"bytes {first}-{last}/{len(LARGE)}"
    again = desk.open(name, **{"Range": "bytes=5-6", "If-Range": whole.headers["ETag"]})
    assert again.content == LARGE[5:7]
    assert desk.open(name, **{"Range": "bytes=5-6", "If-Range": '"another"'}).content == LARGE
    behind = desk.open(name, Range=f"bytes={len(LARGE)}-")
    assert (behind.status_code, behind.json()["code"]) == (416, "range_not_satisfiable")
    assert behind.headers["Content-Range"] == f"bytes */{len(LARGE)}"


def test_the_same_content_is_kept_once_and_forgotten_with_its_last_document(desk: Desk):
    content = pdf("shared")
    before = desk.count(contents)
    one, again = desk.added(content), desk.added(content)
    other = desk.added(content, number=desk.moving)
    photo = desk.added(content, kind="photo")
    assert one == again
    assert len({one, other, photo}) == 3
    assert desk.count(contents) == before + 1
    for name in (one, other):
        assert desk.withdraw(name).status_code == 204
        assert desk.withdraw(name).status_code == 404
        assert desk.open(name).status_code == 404
    forget(desk.server.context, datetime.now(UTC))
    assert desk.open(photo).content == content
    desk.withdraw(photo)
    forget(desk.server.context, datetime.now(UTC))
    assert desk.count(contents) == before


def test_two_who_add_the_same_file_at_once_add_one(desk: Desk):
    content, ready, answers = pdf("at once"), Barrier(2), list[Response]()

    def add() -> None:
        ready.wait()
        answers.append(desk.add(content))

    threads = [Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.status_code for one in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize(
    ("changes", "pointer", "code"),
    [
        ({"autopro_number": "abc"}, "/autopro_number", "malformed"),
        ({"autopro_number": "999000111"}, "/autopro_number", "unknown"),
        ({"kind": "letter"}, "/kind", "unknown"),
        ({"name": "\u200b "}, "/name", "required"),
        ({"captured_at": "9999-12-31T23:59:59Z"}, "/captured_at", "malformed"),
        ({"content": base64.b64encode(b"MZ a program").decode()}, "/content", "file_kind"),
        ({"content": base64.b64encode(odd_pdf(b"<< /S /JavaScript >>")).decode()}, "/content", "file_scripts"),
        ({"content": base64.b64encode(odd_pdf(b"<< /Type /EmbeddedFile >>")).decode()}, "/content", "file_attachments"),
    ],
)
def test_what_cannot_be_added_names_the_field(desk: Desk, changes: dict[str, str], pointer: str, code: str):
    content = changes.get("content", "")
    answer = desk.add(
        base64.b64decode(content) if content else pdf(), **{k: v for k, v in changes.items() if k != "content"}
    )
    assert answer.status_code == 422
    (problem,) = answer.json()["errors"]
    assert (problem["pointer"], problem["code"]) == (pointer, code)
    assert not [one for one in desk.of(desk.delivered)["items"] if one["name"] == "scan.pdf"]


def test_what_an_administrator_does_is_in_the_audit_log_and_nobody_else_does_it(desk: Desk):
    name = desk.added(pdf())
    desk.open(name, desk.admin)
    desk.of(desk.delivered, desk.admin)
    desk.search([desk.delivered], token=desk.admin)
    desk.withdraw(name)
    lines = desk.server.ask("GET", f"/v1/admin/audit?search={desk.delivered}", desk.admin).json()["items"]
    actions = [line["action"] for line in lines]
    assert actions[0] == "document_removed"
    assert lines[0]["subject"].endswith(": Another shipment's")
    assert actions.count("shipment_viewed") == 3
    assert "document_added" in actions
    assert desk.server.ask("GET", "/v1/admin/documents", desk.token).status_code == 403


def test_the_list_is_searched_by_number_and_kind(desk: Desk):
    first, second = desk.added(pdf("one")), desk.added(pdf("two"), kind="photo", number=desk.moving)
    items = desk.server.ask("GET", f"/v1/admin/documents?search={desk.moving}", desk.admin).json()["items"]
    assert [one["document"]["id"] for one in items] == [second]
    items = desk.server.ask("GET", "/v1/admin/documents?kind=proof_of_delivery&limit=1", desk.admin).json()["items"]
    assert [one["document"]["id"] for one in items] == [first]
    assert items[0]["added_by"] == desk.sample.administrator.access_code


def test_one_key_adds_once(desk: Desk):
    assert desk.add(pdf(), key="k" * 20).json() == desk.add(pdf(), key="k" * 20).json()
    assert desk.add(pdf("other"), key="k" * 20).status_code == 409


def test_papers_that_other_services_keep_stand_beside_the_others(desk: Desk):
    claim = desk.server.ask("POST", "/v1/claims", desk.token, json={"autopro_number": desk.delivered, "door": "notice"})
    number = claim.json()["claim_number"]
    paper = {"paper": "photos", "name": "photo.pdf", "content": base64.b64encode(pdf("claimed")).decode()}
    assert desk.server.ask("POST", f"/v1/claims/{number}/documents", desk.token, json=paper).status_code == 201
    (item,) = [one for one in desk.of(desk.delivered)["items"] if one["kind"] == "claim"]
    assert desk.open(item["id"]).content == pdf("claimed")
    assert desk.open(item["id"], desk.other).status_code == 404
    assert desk.search([desk.delivered], ["claim"], desk.admin)[0]["shipments"][0]["items"] == [item]


HOSTILE: list[Any] = [
    None,
    [],
    {},
    {"references": []},
    {"references": ["\0"]},
    {"references": ["123456789"] * 201},
    {"references": ["9" * 400]},
    {"references": ["\u2028"], "kinds": ["nothing", "other"]},
    {"references": ["123"], "kinds": ["photo"] * 500},
    {"references": [1]},
]


def test_no_body_of_a_search_is_too_much(desk: Desk):
    for body in HOSTILE:
        answer = desk.server.ask("POST", "/v1/documents/search", desk.token, json=body)
        assert answer.status_code in (200, 400, 422), answer.text
    lone = desk.server.ask(
        "POST",
        "/v1/documents/search",
        desk.token,
        data=b'{"references":["\\ud800x123"]}',
        headers={"Content-Type": "application/json"},
    )
    assert lone.status_code in (200, 400, 422)
    for query in ("?autopro=", "?autopro=%00", "?autopro=" + "9" * 400, "", "?other=1", "?autopro=1&autopro=2"):
        assert desk.server.ask("GET", f"/v1/documents{query}", desk.token).status_code in (404, 422)


def test_documents_are_in_a_copy_of_the_database(data_dir: Path, sample: Sample, tmp_path: Path):
    from onlinesvc_desktop.backend.backup.copies import make_copy

    with serving(data_dir) as server:
        desk = Desk(server, sample, tmp_path)
        name = desk.added(LARGE)
        copy = tmp_path / "copy.sqlite3"
        make_copy(server.context.database, copy)
    with sqlite3.connect(copy) as database:
        pieces = database.execute(
            "SELECT bytes FROM content_pieces JOIN documents USING (digest) WHERE id = ? ORDER BY number", (int(name),)
        ).fetchall()
    database.close()
    assert b"".join(piece for (piece,) in pieces) == LARGE


def test_a_moment_of_capture_keeps_its_clock(desk: Desk):
    at = (datetime.now(UTC) - timedelta(days=2)).replace(microsecond=0)
    answer = desk.add(pdf(), captured_at=at.isoformat())
    assert datetime.fromisoformat(answer.json()["document"]["captured_at"]) == at


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z"])
def test_a_moment_before_any_paper_is_refused(desk: Desk, moment: str):
    answer = desk.add(pdf(), captured_at=moment)
    assert answer.status_code == 422
    assert [one["pointer"] for one in answer.json()["errors"]] == ["/captured_at"]
