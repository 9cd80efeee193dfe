# SPDX-License-Identifier: MIT
"""Files in: X12 and CSV, whole and damaged, repeated, late, mixed up, stopped and resumed, dropped into a folder."""

import gc
import io
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import func, select, text

from onlinesvc_desktop.backend.config import load_config
from onlinesvc_desktop.backend.intake.drop_folder import DropFolder
from onlinesvc_desktop.backend.intake.run import MOST_PARTS, Intake, IntakeReport
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping, load_mapping
from onlinesvc_desktop.backend.intake.x12.segments import read_segments
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.invoices import InvoiceDetails
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.tables import intake
from onlinesvc_desktop.backend.store.tables import shipments as tables
from onlinesvc_desktop.backend.store.tables.invoices import invoices
from onlinesvc_desktop.contract.intake import IntakeState
from tests.support.x12 import adopted, interchange, status

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PICKED_UP = "AF NS 20261120 1530 ET TORONTO ON"
ARRIVED = "X4 NS 20261121 0800 LT RIMOUSKI QC"
DELIVERED = "D1 NS 20261122 0915 ET RIMOUSKI QC"
_TWO = ("523456789", "623456780")
DAMAGED_DATE = "AF NS 20261340 1530 ET TORONTO ON"


class Site:
    """A database fed by files alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = Database(f"sqlite:///{folder / 'site.sqlite3'}")
        migrate(self.database)
        self.stopped = False
        self.intake = Intake(self.database, lambda: NOW, lambda: self.stopped, adopted(folder))
        self._files = 0

    def take(self, content: bytes, headings: TableMapping | None = None, name: str = "") -> IntakeReport:
        self._files += 1
        path = self.folder / (name or f"file{self._files}")
        path.write_bytes(content)
        return self.intake.take(path, path.name, headings or TableMapping())

    def events(self, autopro: str) -> list[str]:
        statement = (
            select(tables.events.c.code)
            .join(tables.shipments, tables.shipments.c.id == tables.events.c.shipment_id)
            .where(tables.shipments.c.autopro_number == autopro)
            .order_by(tables.events.c.sequence)
        )
        with self.database.read() as connection:
            return list(connection.execute(statement).scalars())

    def shipment(self, autopro: str) -> Any:
        with self.database.read() as connection:
            return connection.execute(select(tables.shipments).where(tables.shipments.c.autopro_number == autopro)).one()

    def latest(self, autopro: str) -> str:
        return self.events(autopro)[self.shipment(autopro).status_sequence - 1]

    def reasons(self) -> list[str]:
        with self.database.read() as connection:
            statement = select(intake.intake_quarantine.c.reason).order_by(intake.intake_quarantine.c.id)
            return list(connection.execute(statement).scalars())

    def count(self, table: Any) -> int:
        with self.database.read() as connection:
            return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    yield made
    made.database.close()


def counts(report: IntakeReport) -> tuple[int, int, int]:
    return report.file.changed, report.file.unchanged, report.file.quarantined


@pytest.mark.parametrize(
    ("element", "terminator", "line_end"), [("*", "~", ""), ("*", "~", "\r\n"), ("|", "\n", ""), ("*", "\x1e", "\n")]
)
def test_a_status_message_makes_a_shipment_whatever_its_delimiters(site: Site, element: str, terminator: str, line_end: str):
    report = site.take(interchange([("214", status("123456789", PICKED_UP, ARRIVED))], element, terminator, line_end))
    assert counts(report) == (1, 0, 0)
    assert site.events("123456789") == ["AF", "X4"]
    row = site.shipment("123456789")
    assert (row.pieces, row.weight_g) == (3, 566_990)
    with site.database.read() as connection:
        found = connection.execute(select(tables.events).order_by(tables.events.c.sequence)).all()
    assert (found[0].occurred_at, found[0].occurred_offset) == (datetime(2026, 11, 20, 20, 30, tzinfo=UTC).timestamp(), -300)
    references = {("bill_of_lading", "BOL4471"), ("purchase_order", "PO9981")}
    with site.database.read() as connection:
        assert {(row.type, row.value) for row in connection.execute(select(tables.shipment_references))} == references


def test_kilograms_stay_kilograms_and_the_customer_finds_his_own(site: Site):
    with site.database.write() as connection:
        connection.execute(
            text("INSERT INTO customers (id, number, name, language, created_at) VALUES (7, 'C-7', 'Acme', 'en', 0)")
        )
    site.take(interchange([("214", status("123456789", PICKED_UP, kilograms=True, customer="C-7"))]))
    assert site.shipment("123456789").weight_g == 1_250_000
    with site.database.read() as connection:
        assert connection.execute(select(tables.customer_shipments.c.customer_id)).scalars().all() == [7]


def test_a_file_twice_and_the_same_events_in_another_file_change_nothing(site: Site):
    first = interchange([("214", status("123456789", PICKED_UP, ARRIVED))])
    site.take(first)
    again = site.take(first)
    assert again.known
    assert counts(site.take(interchange([("214", status("123456789", PICKED_UP, ARRIVED))], control=2))) == (0, 1, 0)
    assert site.events("123456789") == ["AF", "X4"]
    assert site.count(tables.changes) == 1


def test_a_set_twice_in_one_file_changes_something_once(site: Site):
    body = status("123456789", PICKED_UP, ARRIVED)
    assert counts(site.take(interchange([("214", body), ("214", body)]))) == (1, 1, 0)
    assert site.events("123456789") == ["AF", "X4"]


def test_late_and_mixed_up_reports_are_put_in_order_and_never_become_the_latest_status(site: Site):
    site.take(interchange([("214", status("123456789", DELIVERED))]))
    site.take(interchange([("214", status("123456789", ARRIVED, PICKED_UP))], control=2))
    assert site.events("123456789") == ["AF", "X4", "D1"]
    assert site.latest("123456789") == "D1"


def test_an_estimate_sets_the_estimate_and_is_never_the_status(site: Site):
    site.take(interchange([("214", status("123456789", PICKED_UP, "AG NS 20261125 1700 ET RIMOUSKI QC"))]))
    assert site.latest("123456789") == "AF"
    assert str(site.shipment("123456789").estimated_delivery) == "2026-11-25"


def test_a_private_code_is_kept_and_counts_as_on_its_way(site: Site):
    site.take(interchange([("214", status("123456789", PICKED_UP, "I1 Z9 20261121 0800 ET MONTREAL QC"))]))
    assert site.latest("123456789") == "I1"


def test_what_is_damaged_is_set_aside_with_place_and_reason_and_the_rest_goes_in(site: Site):
    bodies = [
        ("214", status("123456789", PICKED_UP)),
        ("214", status("223456789", DAMAGED_DATE)),
        ("214", status("12345", PICKED_UP)),
        ("214", status("323456789", "AF NS 20261120 2561 ET TORONTO ON")),
        ("204", ["B2*x"]),
        ("214", status("423456789", PICKED_UP)),
    ]
    content = interchange(bodies)
    report = site.take(content)
    assert counts(report) == (3, 0, 3)
    assert site.reasons() == ["bad_date", "bad_autopro", "unknown_set"]
    with site.database.read() as connection:
        first = connection.execute(select(intake.intake_quarantine).order_by(intake.intake_quarantine.c.id)).first()
    assert first is not None
    assert content[first.position :].startswith(b"ST*214*0002~")
    assert bytes(first.content).startswith(b"ST*214*0002~B10*223456789")
    assert "20261340" in first.detail
    assert "AK9*P*6*6*3" in report.answer
    assert "AK2*214*0002" in report.answer


def test_an_answer_is_itself_a_whole_interchange(site: Site):
    answer = site.take(interchange([("214", status("123456789", PICKED_UP))])).answer
    tags = [segment.tag for segment in read_segments(io.BytesIO(answer.encode()))]
    assert tags == ["ISA", "GS", "ST", "AK1", "AK9", "SE", "GE", "IEA"]
    assert "GS*FA*OURSITE*CARRIER" in answer


def test_a_bill_of_lading_announces_a_shipment_and_an_invoice_adds_its_charges(site: Site):
    bill = [
        "BOL*KWAY*PP*BL-77*20261119*1400",
        "L11*523456789*CN",
        "G62*17*20261126",
        "N1*SH*ACME",
        "N4*TORONTO*ON*M5V2T6*CA",
    ]
    bill += ["N1*CN*XYZ", "N4*RIMOUSKI*QC*G5L1A1*CA", "LX*1", "AT2*4*SKD*G*K*800", "LX*2", "AT2*1*BOX*G*K*20"]
    invoice = ["B3**523456789*BL-77*PP**20261122*15120", "C3*CAD", "N9*CN*523456789"]
    invoice += ["L1*1*1*FR*10000****400", "L1*2*1*FR*3150****FUE", "L1*3*1*FR*1970****HST"]
    assert counts(site.take(interchange([("211", bill), ("210", invoice)]))) == (2, 0, 0)
    row = site.shipment("523456789")
    assert (row.pieces, row.weight_g, str(row.estimated_delivery)) == (5, 820_000, "2026-11-26")
    assert (row.freight_cents, row.fuel_cents, row.tax_cents, row.currency) == (10_000, 3_150, 1_970, "CAD")
    assert site.latest("523456789") == "XB"


def test_an_invoice_is_kept_once_with_its_terms_and_told_apart_from_another_of_its_number(site: Site):
    bills = [
        ["BOL*KWAY*PP*BL-77*20261119*1400", f"L11*{number}*CN", "N1*SH*ACME", "N4*TORONTO*ON*M5V2T6*CA"] for number in _TWO
    ]
    invoice = ["B3**INV/77*BL-77*CC**20261122*15120", "C3*USD", f"N9*CN*{_TWO[0]}", "ITD*01*3*****15"]
    invoice += ["L1*1*1*FR*10000****400", "L1*2*1*FR*3150****FUE", "L1*3*1*FR*1970****HST"]
    other = ["B3**INV/77*BL-78*PP**20261122*5000", f"N9*CN*{_TWO[1]}"]
    sent = interchange([("211", bills[0]), ("211", bills[1]), ("210", invoice), ("210", invoice), ("210", other)])
    assert counts(site.take(sent))[2] == 0
    with site.database.read() as connection:
        rows = connection.execute(select(invoices).order_by(invoices.c.id)).all()
    assert [(row.number, row.currency, row.total_cents, str(row.due_date)) for row in rows] == [
        ("INV-77", "USD", 15_120, "2026-12-07"),
        (f"INV-77-{_TWO[1]}", "CAD", 5_000, "2026-12-22"),
    ]
    details = msgspec.json.decode(rows[0].details, type=InvoiceDetails)
    assert [(one.code, one.amount) for one in details.lines] == [("freight", "100.00"), ("fuel", "31.50")]
    assert [(one.code, one.amount) for one in details.taxes] == [("hst", "19.70")]
    assert details.terms == "collect"


def test_an_invoice_for_a_shipment_nobody_knows_is_set_aside(site: Site):
    assert counts(site.take(interchange([("210", ["B3**999456789*B*PP**20261122*15120"])]))) == (0, 0, 1)
    assert site.reasons() == ["unknown_shipment"]
    assert site.count(tables.shipments) == 0


def test_a_file_is_stopped_between_transactions_and_goes_on_where_it_was(site: Site):
    content = interchange([("214", status(f"{100_000_000 + at}", PICKED_UP)) for at in range(MOST_PARTS + 600)])
    path = site.folder / "long"
    path.write_bytes(content)

    def stop_after_the_first(_file: object, _size: int) -> None:
        site.stopped = True

    first = site.intake.take(path, "long", TableMapping(), stop_after_the_first)
    assert first.file.state is IntakeState.STOPPED
    assert site.count(tables.shipments) == MOST_PARTS
    site.stopped = False
    second = site.intake.take(path, "long", TableMapping())
    assert second.file.state is IntakeState.DONE
    assert counts(second) == (MOST_PARTS + 600, 0, 0)
    assert site.count(tables.shipments) == MOST_PARTS + 600
    assert f"AK9*A{f'*{MOST_PARTS + 600}' * 3}" in second.answer


def test_a_batch_is_spared_the_collector_of_cycles_which_works_as_before_afterwards(site: Site):
    usual, during = gc.get_threshold(), list[int]()
    path = site.folder / "one"
    path.write_bytes(interchange([("214", status("523456789", PICKED_UP))]))
    site.intake.take(path, "one", TableMapping(), lambda _file, _size: during.append(gc.get_threshold()[0]))
    assert [seen > MOST_PARTS for seen in during] == [True]
    assert gc.get_threshold() == usual
    assert site.take(b"no,such,headings\n1,2,3\n").file.state is IntakeState.REJECTED
    assert gc.get_threshold() == usual


def test_a_killed_import_goes_on_and_loses_nothing(tmp_path: Path):
    content = interchange([("214", status(f"{100_000_000 + at}", PICKED_UP)) for at in range(9_000)])
    (tmp_path / "long.x12").write_bytes(content)
    command = [
        sys.executable,
        "-m",
        "onlinesvc_desktop.backend",
        "--data-dir",
        str(tmp_path),
        "import",
        str(tmp_path / "long.x12"),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        assert process.stderr is not None
        process.stderr.readline()
        process.kill()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "9000 changed something, 0 changed nothing, 0 set aside" in done.stdout
    assert (tmp_path / "long.x12.997").exists()
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "taken in before" in again.stdout


CSV = """autopro_number,status,occurred_at,city,province,reason,weight_kg,pieces,bill_of_lading
123456789,AF,2026-11-20T15:30-05:00,Toronto,ON,NS,567,3,BL-1
123456789,D1,2026-11-22 09:15,Rimouski,QC,,,,
12345,AF,2026-11-20,Toronto,ON,,,,
223456789,AF,yesterday,Toronto,ON,,,,
"""


def test_rows_of_csv_are_events(site: Site):
    report = site.take(CSV.encode())
    assert counts(report) == (2, 0, 2)
    assert site.reasons() == ["bad_autopro", "bad_date"]
    assert site.events("123456789") == ["AF", "D1"]
    assert site.shipment("123456789").weight_g == 567_000


def test_foreign_headings_are_understood_by_a_mapping(site: Site):
    mapping = site.folder / "mapping.toml"
    mapping.write_text(
        '[columns]\nautopro_number = "No pro"\nstatus = "État"\noccurred_at = "Quand"\ncity = "Ville"\nprovince = "Prov"\n'
        '[statuses]\n"Livré" = "D1"\n',
        "utf-8",
    )
    content = "No pro;État;Quand;Ville;Prov\n123456789;livré;2026-11-22T09:15;Rimouski;QC\n".encode("cp1252")
    assert counts(site.take(content, load_mapping(mapping))) == (1, 0, 0)
    assert site.events("123456789") == ["D1"]
    rejected = site.take(b"No pro;x\n1;2\n")
    assert rejected.file.state is IntakeState.REJECTED
    assert "autopro_number" in rejected.reason


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"ISA*too short", b"%PDF-1.7 hello"])
def test_what_is_neither_is_rejected_whole(site: Site, content: bytes):
    assert site.take(content).file.state is IntakeState.REJECTED
    assert site.count(tables.shipments) == 0


def test_the_drop_folder_takes_whole_files_archives_and_rejects_with_a_reason(site: Site):
    drop = site.folder / "drop"
    drop.mkdir()
    watched = DropFolder(drop, site.intake)
    (drop / "a.x12").write_bytes(interchange([("214", status("123456789", PICKED_UP))]))
    (drop / "growing.x12.part").write_bytes(b"x")
    (drop / "bad.x12").write_bytes(b"ISA*no")
    (drop / "link.csv").symlink_to("/etc/hostname")
    assert watched.round(NOW) == 0
    (drop / "b.x12").write_bytes(interchange([("214", status("223456789", PICKED_UP))], control=2))
    assert watched.round(NOW) == 2
    assert (drop / "archive" / "2026-11-24" / "a.x12").exists()
    assert "AK9*A*1*1*1" in (drop / "answers" / "a.x12.997").read_text("utf-8")
    assert "not_readable" in (drop / "rejected" / "bad.x12.reason.txt").read_text("utf-8")
    assert (drop / "rejected" / "bad.x12").read_bytes() == b"ISA*no"
    assert (drop / "b.x12").exists()
    assert watched.round(NOW) == 1
    assert sorted(entry.name for entry in drop.iterdir() if not entry.is_dir()) == ["growing.x12.part", "link.csv"]
    assert site.count(tables.shipments) == 2


def test_the_drop_folder_lies_in_the_data_folder_unless_told_otherwise(tmp_path: Path):
    assert load_config(tmp_path, environment={}).drop_folder == str(tmp_path / "drop")
    assert load_config(tmp_path, environment={"ONLINESVC_DROP_FOLDER": "/srv/in"}).drop_folder == "/srv/in"
