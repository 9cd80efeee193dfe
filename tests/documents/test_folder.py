# SPDX-License-Identifier: MIT
"""The drop folder of documents: what is taken, what is put aside and why, how it stands; a document taken back."""

import os
from pathlib import Path
from threading import Thread

from onlinesvc_desktop.backend.upkeep import Upkeep
from onlinesvc_desktop.contract.documents import KINDS, DocumentKind
from tests.documents.desk import Desk
from tests.support.backend import Sample, serving
from tests.support.papers import pdf, tiff


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


def test_every_kind_has_a_name_in_the_drop_folder(desk: Desk):
    for kind in KINDS:
        desk.put(f"{desk.delivered}_{kind}.pdf", pdf(kind))
    desk.rounds()
    found = desk.of(desk.delivered, desk.admin)["items"]
    assert {one["kind"] for one in found} >= {kind.value for kind in KINDS}
    assert DocumentKind.OTHER.value not in {one["kind"] for one in found}
