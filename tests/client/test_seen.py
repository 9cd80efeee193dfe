# SPDX-License-Identifier: MIT
"""What was seen: public facts on disk, private ones in memory, damage and a full folder survived."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from onlinesvc_desktop.client import seen as seen_module
from onlinesvc_desktop.client.seen import Seen
from onlinesvc_desktop.contract.shipment import ReferenceType, Shipment
from onlinesvc_desktop.contract.tracing import Trace, TraceOutcome

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def shipment(number: str) -> Shipment:
    place = {"city": "Sorel-Tracy", "province": "QC", "country": "CA"}
    party = {"name": "Quai Secret", "address1": "1, rue du Quai", "postal_code": "J3P 1A1"} | place
    event = {"sequence": 1, "code": "X4", "reason": "NS", "occurred_at": NOW, "reported_at": NOW} | place
    facts = {"autopro_number": number, "status": event, "origin": place, "destination": place, "pieces": 3}
    private = {"weight_kg": "5.0", "consignee": party, "signed_by": "R. Secret", "booked_at": NOW}
    return msgspec.convert(facts | private, Shipment)


def found(reference: str, *numbers: str) -> Trace:
    return Trace(reference, TraceOutcome.FOUND, tuple(map(shipment, numbers)), suggestions=("SECRET-1",))


def test_private_facts_last_as_long_as_the_session_and_are_never_on_disk(tmp_path: Path):
    file = tmp_path / "seen.sqlite3"
    seen = Seen(file)
    seen.remember(ReferenceType.ANY, [found("BOL-7", "123456789")], NOW)()
    seen.remember_shipment(shipment("123456789"), NOW)()
    aged = seen.recall(ReferenceType.ANY, ["bol-7", "unknown"])
    assert list(aged) == ["bol-7"]
    assert aged["bol-7"].trace.matches[0].signed_by == "R. Secret"
    seen.forget_private_facts()
    known = seen.recall(ReferenceType.ANY, ["BOL-7"])["BOL-7"]
    assert known.seen_at == NOW
    assert known.trace.matches[0].pieces == 3
    assert known.trace.matches[0].signed_by is msgspec.UNSET
    recalled = seen.recall_shipment("123456789")
    assert recalled is not None
    assert recalled[0].consignee is msgspec.UNSET
    assert b"ecret" not in file.read_bytes().replace(b"SECRET", b"Secret")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_shipment_found_by_another_number_is_known_by_its_own(tmp_path: Path):
    Seen(tmp_path / "seen.sqlite3").remember(ReferenceType.BILL_OF_LADING, [found("B1", "111111111", "222222222")], NOW)()
    again = Seen(tmp_path / "seen.sqlite3")
    assert again.recall_shipment("222222222") is not None
    assert "222222222" in again.recall(ReferenceType.ANY, ["222222222"])
    assert not again.recall(ReferenceType.PURCHASE_ORDER, ["B1"])
    assert again.recall_shipment("333333333") is None


def test_a_number_not_found_is_not_kept(tmp_path: Path):
    seen = Seen(tmp_path / "seen.sqlite3")
    seen.remember(ReferenceType.ANY, [Trace("NOBODY", TraceOutcome.NOT_FOUND)], NOW)()
    assert not seen.recall(ReferenceType.ANY, ["NOBODY"])


def test_the_longest_unseen_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(seen_module, "MOST_KEPT", 4)
    seen = Seen(tmp_path / "seen.sqlite3")
    for day in range(1, 4):
        moment = NOW.replace(day=day)
        seen.remember(ReferenceType.ANY, [found(f"B{day}", f"{day}" * 9)], moment)()
    seen.forget_private_facts()
    assert list(seen.recall(ReferenceType.ANY, ["B1", "B2", "B3"])) == ["B2", "B3"]


def test_a_damaged_file_is_begun_anew_and_a_folder_that_refuses_is_done_without(tmp_path: Path):
    file = tmp_path / "seen.sqlite3"
    file.write_bytes(b"not a database" * 500)
    seen = Seen(file)
    assert not seen.recall(ReferenceType.ANY, ["B1"])
    seen.remember(ReferenceType.ANY, [found("B1", "1" * 9)], NOW)()
    assert Seen(file).recall(ReferenceType.ANY, ["B1"])
    nowhere = Seen(tmp_path / "missing" / "seen.sqlite3")
    nowhere.remember(ReferenceType.ANY, [found("B1", "1" * 9)], NOW)()
    assert nowhere.recall(ReferenceType.ANY, ["B1"])
