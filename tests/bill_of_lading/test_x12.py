# SPDX-License-Identifier: MIT
"""A bill as X12 211: the same characters as the kept file, read back by the reader that partners' files go through."""

import io
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from onlinesvc_desktop.backend.intake.profile import STRANGER
from onlinesvc_desktop.backend.intake.records import PartyRole
from onlinesvc_desktop.backend.intake.x12.read import understand
from onlinesvc_desktop.backend.intake.x12.segments import read_segments
from onlinesvc_desktop.backend.intake.x12.sets import TransactionSet, read_sets
from onlinesvc_desktop.backend.services.bill_of_lading.x12 import Identity, bill_211
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading
from onlinesvc_desktop.contract.shipment import ReferenceType
from tests.bill_of_lading.bills import bill, party, unit
from tests.bill_of_lading.test_api import issue
from tests.support.backend import COMMAND, Sample, Server, serving

KEPT = Path(__file__).with_name("files") / "bill.211"
NOW = datetime(2027, 6, 22, 13, 5, tzinfo=UTC)
OURS, THEIRS = Identity("02", "KWAY"), Identity("ZZ", "RIVIERENORD")


def content(**more) -> BillOfLading:
    kilograms = unit(count=1, weight="100", weight_unit="kg")
    numbers = {"bol_number": "B480000017", "autopro_number": "480000017"}
    references = [{"type": "purchase_order", "value": "PO-77812"}]
    facts = {"handling_units": [unit(), kilograms], "references": references, **numbers, **more}
    return msgspec.convert(bill(**facts), BillOfLading)


def sets_of(text: str) -> list[TransactionSet]:
    return [one for one in read_sets(read_segments(io.BytesIO(text.encode()))) if isinstance(one, TransactionSet)]


def test_a_bill_is_written_as_the_kept_file():
    assert bill_211(content(), OURS, THEIRS, NOW, 7) == KEPT.read_text("utf-8")


def test_what_is_written_is_read_back_as_the_same_shipment():
    (found,) = sets_of(bill_211(content(), OURS, THEIRS, NOW, 7))
    assert (found.kind, found.fault, found.envelope.sender) == ("211", None, "KWAY")
    said = understand(found, NOW, STRANGER)
    (record,) = said.records
    assert (record.autopro_number, record.pieces, record.weight_g) == ("480000017", 48, 381_227)
    assert record.references >= {(ReferenceType.BILL_OF_LADING, "B480000017"), (ReferenceType.PURCHASE_ORDER, "PO-77812")}
    shipper, consignee = record.parties[PartyRole.SHIPPER], record.parties[PartyRole.CONSIGNEE]
    assert shipper.place is not None
    assert consignee.place is not None
    assert (shipper.name, shipper.place.city, consignee.place.province) == ("Aciers Val-Clair inc.", "Rimouski", "ON")


def test_delimiters_in_a_text_and_a_long_city_do_no_harm():
    city = "Sainte-Marguerite-du-Lac-Masson-Nor"
    odd = party("A*B~C>D Ltée", city, "QC", "J0T 1L0")
    text = bill_211(content(consignee=odd, bill_to=odd), OURS, THEIRS, NOW, 7)
    (found,) = sets_of(text)
    assert found.fault is None
    assert understand(found, NOW, STRANGER).records[0].parties[PartyRole.CONSIGNEE].name == "A B C D Ltée"
    assert f"K1*{city[:30]}*{city[30:]}~" in text


def test_the_command_writes_an_issued_bill_and_refuses_what_is_none(data_dir: Path, sample: Sample):
    with serving(data_dir) as server:
        number = _issued(server, sample)
    (found,) = sets_of(_run(data_dir, number).stdout.decode())
    assert understand(found, NOW, STRANGER).records[0].autopro_number == number
    missing = _run(data_dir, "999999999")
    assert (missing.returncode, missing.stdout) == (1, b"")
    assert b"no bill of lading" in missing.stderr


def _issued(server: Server, sample: Sample) -> str:
    return str(issue(server, server.token(sample.customer))["autopro_number"])


def _run(data_dir: Path, number: str) -> "subprocess.CompletedProcess[bytes]":
    sides = ["--sender", "02:KWAY", "--receiver", "ZZ:PARTNER"]
    command = [*COMMAND, "--data-dir", str(data_dir), "bill211", number, *sides]
    return subprocess.run(command, capture_output=True, check=False)
