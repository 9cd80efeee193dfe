# SPDX-License-Identifier: MIT
"""One bad value, row or file stops nothing else: not its file, not the next file, not the rest of a round."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.intake.drop_folder import DropFolder
from onlinesvc_desktop.backend.intake.run import Intake
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.tables import intake
from onlinesvc_desktop.backend.store.tables import shipments as tables
from onlinesvc_desktop.backend.upkeep import Upkeep
from onlinesvc_desktop.contract.intake import IntakeState
from tests.support.backend import MovableClock
from tests.support.x12 import adopted, interchange, status

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HEADINGS = (
    "autopro_number,status,occurred_at,city,province,weight_kg,pieces,reported_at,consignee_customer,estimated_delivery"
)
GOOD_ROW = "223456789,AF,2026-11-20T15:30,Toronto,ON,12,1,,,"
HOSTILE_ROWS = {
    "a weight beyond every number": "123456789,AF,2026-11-20T15:30,Toronto,ON,1E+999999999,1,,,",
    "a weight below every number": "123456789,AF,2026-11-20T15:30,Toronto,ON,1E-999999999,1,,,",
    "pieces beyond every number": "123456789,AF,2026-11-20T15:30,Toronto,ON,1,9E+999999999,,,",
    "a moment before the calendar": "123456789,AF,0001-01-01T00:00+23:59,Toronto,ON,1,1,,,",
    "a report after the calendar": "123456789,AF,2026-11-20T15:30,Toronto,ON,1,1,9999-12-31T23:59-23:59,,",
    "a day at the end of the calendar": "123456789,AF,2026-11-20T15:30,Toronto,ON,1,1,,,9999-12-31",
    "a digit that is none": "①②③④⑤⑥⑦⑧⑨①,AF,2026-11-20T15:30,Toronto,ON,1,1,,,",
}


class Folder:
    """A drop folder with its database, looked at as the upkeep does."""

    def __init__(self, folder: Path, url: str = "") -> None:
        self.drop = folder / "drop"
        self.drop.mkdir()
        self.database = Database(url or f"sqlite:///{folder / 'site.sqlite3'}")
        migrate(self.database)
        self.context = Context(
            BackendConfig(database_url=str(self.database.url), drop_folder=str(self.drop)), self.database, MovableClock()
        )
        self.intake = Intake(self.database, lambda: NOW, partners=adopted(folder))

    def put(self, name: str, content: bytes) -> Path:
        (self.drop / name).write_bytes(content)
        return self.drop / name

    def left(self) -> list[str]:
        return sorted(path.name for path in self.drop.iterdir() if path.is_file())

    def autopro_numbers(self) -> set[str]:
        with self.database.read() as connection:
            return set(connection.execute(select(tables.shipments.c.autopro_number)).scalars())

    def reasons(self) -> list[str]:
        with self.database.read() as connection:
            return list(connection.execute(select(intake.intake_quarantine.c.reason)).scalars())


@pytest.fixture
def folder(tmp_path: Path):
    made = Folder(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def large_folder(tmp_path: Path, database_url: str):
    """The same on PostgreSQL, which refuses texts that SQLite takes."""
    made = Folder(tmp_path, database_url)
    yield made
    made.database.close()


@pytest.mark.parametrize("row", HOSTILE_ROWS.values(), ids=HOSTILE_ROWS)
def test_a_row_with_an_impossible_value_is_set_aside_and_the_next_row_and_file_go_in(folder: Folder, row: str):
    folder.put("a-bad.csv", f"{HEADINGS}\n{row}\n{GOOD_ROW}\n".encode())
    folder.put("b-good.csv", f"{HEADINGS}\n{GOOD_ROW.replace('223456789', '323456789')}\n".encode())
    upkeep = Upkeep(folder.context)
    upkeep.round()
    upkeep.round()
    assert folder.left() == []
    assert folder.autopro_numbers() == {"223456789", "323456789"}
    assert len(folder.reasons()) == 1


def test_a_time_zone_of_a_digit_that_is_none_is_the_local_time_of_the_place(folder: Folder):
    content = interchange([("214", status("123456789", "AF NS 20261120 1530 ① TORONTO ON"))])
    report = folder.intake.take(folder.put("a.x12", content), "a.x12", TableMapping())
    assert report.file.quarantined == 0
    with folder.database.read() as connection:
        assert connection.execute(select(tables.events.c.occurred_offset)).scalars().all() == [-300]


def test_a_file_whose_name_is_no_text_is_taken_in(folder: Folder):
    folder.put("caf\udce9.csv", f"{HEADINGS}\n{GOOD_ROW}\n".encode())
    watched = DropFolder(folder.drop, folder.intake)
    watched.round(NOW)
    assert watched.round(NOW) == 1
    assert folder.autopro_numbers() == {"223456789"}
    assert folder.left() == []


def test_a_file_rejected_whole_goes_in_once_what_was_wrong_is_mended(folder: Folder):
    file = folder.put("theirs.csv", f"{HEADINGS.replace('city', 'ville')}\n{GOOD_ROW}\n".encode())
    assert folder.intake.take(file, file.name, TableMapping()).file.state is IntakeState.REJECTED
    report = folder.intake.take(file, file.name, TableMapping({"city": "ville"}))
    assert (report.file.state, report.known, report.file.changed) == (IntakeState.DONE, False, 1)


def test_a_value_that_the_database_refuses_costs_its_part_alone(large_folder: Folder):
    numbers = [str(123_456_789 + at) for at in range(12)]
    bodies = [("214", status(number, "AF NS 20261120 1530 ET TORONTO ON", customer="C-7")) for number in numbers]
    content = interchange(bodies).replace(b"93*C-7", b"93*C\0-7", 3).replace(b"SE*13*0005", b"SE*13*00\x0005")
    report = large_folder.intake.take(large_folder.put("a.x12", content), "a.x12", TableMapping())
    assert report.file.state is IntakeState.DONE
    assert large_folder.autopro_numbers() == {*numbers[3:4], *numbers[5:]}
    assert sorted(large_folder.reasons()) == ["not_readable"] * 3 + ["wrong_control"]


def test_a_part_of_a_round_that_fails_leaves_the_others_to_do_their_work(folder: Folder):
    with folder.database.write() as connection:
        connection.execute(text("DROP TABLE report_schedules"))
        connection.execute(text("DROP TABLE throttles"))
    folder.put("a.csv", f"{HEADINGS}\n{GOOD_ROW}\n".encode())
    upkeep = Upkeep(folder.context)
    upkeep.round()
    upkeep.round()
    assert folder.autopro_numbers() == {"223456789"}
