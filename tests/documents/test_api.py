# SPDX-License-Identifier: MIT
"""Documents over HTTP: parties alone, by any number, in parts, once; from the page, the folder and other services."""

import base64
import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from requests import Response
from sqlalchemy import func, select

from onlinesvc_desktop.backend.store.contents import PIECE_BYTES
from onlinesvc_desktop.backend.store.tables.contents import content_pieces, contents
from onlinesvc_desktop.backend.upkeep import Upkeep, forget
from onlinesvc_desktop.contract.documents import KINDS, DocumentKind
from tests.support.backend import Sample, Server, serving
from tests.support.papers import odd_pdf, pdf, tiff

LARGE = tiff(1, width=8_000, height=3_000)
"""More than eleven pieces."""


class Desk:
    """A party, a stranger and an administrator before one backend."""

    def __init__(self, server: Server, sample: Sample, drop: Path) -> None:
        self.server, self.sample = server, sample
        self.drop = drop / "documents"
        self.admin = server.token(sample.administrator)
        customers = [one for one in sample.codes if one.role == "customer" and one.password_state == "active"][:4]
        self.tokens = {one.customer_number: server.token(one) for one in customers}
        own = {number: self._shipments(token) for number, token in self.tokens.items()}
        mine = next(number for number, items in own.items() if {True, False} == set(items.values()))
        theirs = next(number for number in own if number != mine)
        self.token, self.other = self.tokens[mine], self.tokens[theirs]
        # Those of an enterprise and of nobody else who is here.
        only = {one: done for one, done in own[mine].items() if one not in own[theirs]}
        self.delivered = next(one for one, done in only.items() if done and not self.of(one)["items"])
        self.moving = next(one for one, done in only.items() if not done)
        self.foreign = next(one for one in own[theirs] if one not in own[mine])

    def _shipments(self, token: str) -> dict[str, bool]:
        items = self.server.ask("GET", "/v1/shipments?limit=200", token).json()["items"]
        return {item["autopro_number"]: item["status"]["code"] == "D1" for item in items}

    def shipment(self, number: str) -> dict[str, Any]:
        found: dict[str, Any] = self.server.ask("GET", f"/v1/shipments/{number}", self.token).json()
        return found

    def add(self, content: bytes, kind: str = "proof_of_delivery", number: str = "", **more: Any) -> Response:
        body = {
            "autopro_number": number or self.delivered,
            "kind": kind,
            "name": "scan.pdf",
            "content": base64.b64encode(content).decode(),
        }
        key = more.pop("key", "")
        headers = {"Idempotency-Key": key} if key else {}
        return self.server.ask("POST", "/v1/admin/documents", self.admin, json=body | more, headers=headers)

    def added(self, content: bytes, kind: str = "proof_of_delivery", number: str = "") -> str:
        answer = self.add(content, kind, number)
        assert answer.status_code == 201, answer.text
        name: str = answer.json()["document"]["id"]
        return name

    def of(self, number: str, token: str = "") -> dict[str, Any]:
        answer = self.server.ask("GET", f"/v1/documents?autopro={number}", token or self.token)
        found: dict[str, Any] = answer.json()
        return found

    def open(self, name: str, token: str = "", **headers: str) -> Response:
        return self.server.ask("GET", f"/v1/documents/{name}", token or self.token, headers=headers)

    def search(self, references: list[str], kinds: list[str] | None = None, token: str = "") -> list[dict[str, Any]]:
        body = {"references": references} | ({} if kinds is None else {"kinds": kinds})
        answer = self.server.ask("POST", "/v1/documents/search", token or self.token, json=body)
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    def withdraw(self, name: str, reason: str = "Another shipment's") -> Response:
        path = f"/v1/admin/documents/{name}/withdrawal"
        return self.server.ask("POST", path, self.admin, json={"reason": reason})

    def folder(self) -> dict[str, Any]:
        found: dict[str, Any] = self.server.ask("GET", "/v1/admin/documents/folder", self.admin).json()
        return found

    def count(self, table: Any) -> int:
        with self.server.context.database.read() as connection:
            return int(connection.execute(select(func.count()).select_from(table)).scalar_one())

    def put(self, name: str, content: bytes) -> Path:
        self.drop.mkdir(parents=True, exist_ok=True)
        file = self.drop / name
        file.write_bytes(content)
        return file

    def rounds(self, upkeep: Upkeep | None = None) -> None:
        watching = upkeep or Upkeep(self.server.context)
        watching.round()
        watching.round()


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, data_dir: Path, sample: Sample, tmp_path: Path) -> Iterator[Desk]:
    drop = tmp_path / "drop"
    if request.param == "sqlite":
        with serving(data_dir, drop_folder=str(drop)) as server:
            yield Desk(server, sample, drop)
        return
    made, url = request.getfixturevalue("postgresql_sample")
    with serving(data_dir, database_url=url, drop_folder=str(drop)) as server:
        yield Desk(server, made, drop)


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


def test_the_drop_folder_takes_what_its_name_explains_and_puts_the_rest_aside_with_a_reason(desk: Desk):
    desk.put(f"{desk.delivered}_POD.tif", tiff(3))
    desk.put(f"{desk.delivered}_wi_2.pdf", pdf("weighed"))
    desk.put("999000111_POD.pdf", pdf("nobody's"))
    desk.put("scan0001.pdf", pdf("nameless"))
    desk.put(f"{desk.delivered}_BOL.pdf", b"MZ a program")
    desk.put(f"{desk.moving}_BOL.pdf", b"")
    desk.put(f"{desk.delivered}_INV.pdf.part", b"%PDF- half of")
    desk.rounds()
    kinds = {one["kind"]: one for one in desk.of(desk.delivered, desk.admin)["items"]}
    assert kinds["proof_of_delivery"]["page_count"] == 3
    assert desk.open(kinds["proof_of_delivery"]["id"]).content == tiff(3)
    assert kinds["weight_inspection"]["name"] == f"{desk.delivered}_wi_2.pdf"
    aside = {file.name: file.read_text("utf-8") for file in (desk.drop / "rejected").glob("*.reason.txt")}
    assert "unknown_shipment" in aside["999000111_POD.pdf.reason.txt"]
    assert "name: write" in aside["scan0001.pdf.reason.txt"]
    assert "file_kind" in aside[f"{desk.delivered}_BOL.pdf.reason.txt"]
    assert "file_damaged" in aside[f"{desk.moving}_BOL.pdf.reason.txt"]
    assert len(aside) == 4
    assert [file.name for file in desk.drop.iterdir() if file.is_file()] == [f"{desk.delivered}_INV.pdf.part"]
    assert len([file for file in (desk.drop / "archive").rglob("*") if file.is_file()]) == 2
    stands = desk.folder()
    assert (stands["folder"], stands.get("waiting", 0)) == (str(desk.drop), 0)
    assert {one["name"]: one["reason"] for one in stands["refused"]} == {
        "999000111_POD.pdf": "unknown_shipment",
        "scan0001.pdf": "name",
        f"{desk.delivered}_BOL.pdf": "file_kind",
        f"{desk.moving}_BOL.pdf": "file_damaged",
    }
    desk.put("123456789_POD.pdf", pdf())
    assert desk.folder()["waiting"] == 1
    (desk.drop / "rejected" / "odd.pdf.reason.txt").write_bytes(b"\xff\xfe nothing that we wrote")
    assert {"odd.pdf": "other"}.items() <= {one["name"]: one["reason"] for one in desk.folder()["refused"]}.items()


def test_a_server_without_a_drop_folder_says_so(data_dir: Path, sample: Sample):
    with serving(data_dir) as server:
        answer = server.ask("GET", "/v1/admin/documents/folder", server.token(sample.administrator))
    assert answer.json() == {}


def test_a_document_is_taken_back_with_a_reason_only(desk: Desk):
    name = desk.added(pdf())
    for reason in ("", " \u200b ", "x" * 5_000):
        answer = desk.withdraw(name, reason)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/reason")
    assert desk.open(name).status_code == 200
    path = f"/v1/admin/documents/{name}/withdrawal"
    assert desk.server.ask("POST", path, desk.token, json={"reason": "mine"}).status_code == 403
    assert desk.withdraw(name).status_code == 204


def test_a_file_that_still_grows_is_left_until_it_is_whole_and_workers_take_it_once(desk: Desk):
    content = pdf("growing")
    file = desk.put(f"{desk.delivered}_POD.pdf", content[:500])
    first, second = Upkeep(desk.server.context), Upkeep(desk.server.context)
    first.round()
    file.write_bytes(content)
    os.utime(file, (1, 1))
    first.round()
    second.round()
    assert file.exists()
    threads = [Thread(target=worker.round) for worker in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not file.exists()
    pods = [one for one in desk.of(desk.delivered)["items"] if one["name"] == file.name]
    assert len(pods) == 1
    assert not (desk.drop / "rejected").exists()


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


def test_every_kind_has_a_name_in_the_drop_folder(desk: Desk):
    for kind in KINDS:
        desk.put(f"{desk.delivered}_{kind}.pdf", pdf(kind))
    desk.rounds()
    found = desk.of(desk.delivered, desk.admin)["items"]
    assert {one["kind"] for one in found} >= {kind.value for kind in KINDS}
    assert DocumentKind.OTHER.value not in {one["kind"] for one in found}


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
