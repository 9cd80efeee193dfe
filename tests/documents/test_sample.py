# SPDX-License-Identifier: MIT
"""The sample has documents from the first day: every kind that comes in as a file, of a shipment that had an exception."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.papers.inspect import inspect_file
from onlinesvc_desktop.backend.rules.exceptions import exceptions_of
from onlinesvc_desktop.backend.sample.carrier import write_sample
from onlinesvc_desktop.backend.services.documents.sample import _chosen
from onlinesvc_desktop.backend.services.documents.sample_papers import paper, scanned
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.contract.documents import MAX_DROPPED_BYTES
from onlinesvc_desktop.desktop.papers import PaperRenderer
from tests.support.backend import SAMPLE, Sample, serving


def test_each_customer_of_the_sample_has_every_kind_of_paper_and_one_who_signed_despite_an_exception(
    data_dir: Path, sample: Sample, qapp: object
):
    with serving(data_dir) as server:
        for code in (sample.english_customer, sample.other_customer):
            token = server.token(code)
            items = server.ask("GET", "/v1/shipments?limit=200", token).json()["items"]
            numbers = [one["autopro_number"] for one in items if one["status"]["code"] == "D1"][:100]
            found = server.ask("POST", "/v1/documents/search", token, json={"references": numbers}).json()["items"]
            shipments = [shipment for one in found for shipment in one["shipments"]]
            whole = [
                one
                for one in shipments
                if {"bill_of_lading", "proof_of_delivery", "weight_inspection", "photo"} <= {i["kind"] for i in one["items"]}
            ]
            assert whole
            assert whole[0]["delivery"]["received_by"]
            assert any(one["delivery"].get("exceptions") for one in whole)
            for item in whole[0]["items"]:
                content = server.ask("GET", f"/v1/documents/{item['id']}", token).content
                shown = PaperRenderer().page(content, item["media_type"], 0, 300)
                assert shown is not None
                assert shown.picture.width() > 100
            assert {item["media_type"] for item in whole[0]["items"]} >= {"image/tiff", "image/jpeg", "application/pdf"}


def test_the_papers_are_first_of_a_shipment_with_an_exception_at_whatever_hour(tmp_path: Path):
    database = Database(sqlite_url(tmp_path))
    migrate(database)
    # Of one customer nothing went wrong with the newest sixty then.
    write_sample(
        database, SAMPLE["shipments"], SAMPLE["seed"], datetime(2026, 11, 29, 15, 57, tzinfo=UTC), lambda _done: None
    )
    with database.read() as connection:
        owners = connection.execute(select(access_codes.c.customer_id).distinct()).scalars().all()
        firsts = [_chosen(connection, owner)[0] for owner in owners if owner is not None]
    database.close()
    assert len(firsts) > 1
    assert all(exceptions_of(events) for _row, events in firsts)


def test_a_scan_is_a_tiff_in_black_and_white_of_what_was_on_the_page(qapp: object):
    first = paper("Proof of delivery", "123456789", [("Pieces", "4")], "R. Roy")
    assert first == paper("Proof of delivery", "123456789", [("Pieces", "4")], "R. Roy")
    scan = scanned(first)
    assert inspect_file(scan, MAX_DROPPED_BYTES).media_type == "image/tiff"
    shown = PaperRenderer().printed_page(scan, "image/tiff", 0)
    drawn = PaperRenderer().page(first, "application/pdf", 0, 850)
    assert shown is not None
    assert drawn is not None
    assert (shown.picture.width(), shown.picture.height()) == (850, 1100)
    dark = [sum(shown.picture.pixelColor(x, y).value() < 128 for x in range(850)) for y in range(90, 180)]
    drawn_dark = [sum(drawn.picture.pixelColor(x, y).value() < 128 for x in range(850)) for y in range(90, 180)]
    assert max(dark) > 600, "the line below the title"
    assert abs(dark.index(max(dark)) - drawn_dark.index(max(drawn_dark))) <= 1
