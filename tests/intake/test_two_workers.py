# SPDX-License-Identifier: MIT
"""One file taken in by two workers at once: each part acts once, is counted once, and what is done stays done."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from onlinesvc_desktop.backend.intake.run import MOST_PARTS, Intake, IntakeReport
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.backend.intake.watched_folder import put_aside, refused_files
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.intake_files import add_file
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.tables import intake
from onlinesvc_desktop.contract.intake import IntakeKind, IntakeState
from tests.support.waiting import wait_for
from tests.support.x12 import adopted, interchange, status

_NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
_PICKED_UP = "AF NS 20261120 1530 ET TORONTO ON"
_DAMAGED = "AF NS 20261340 1530 ET TORONTO ON"
_FAULTY = (10, MOST_PARTS + 10)
_PARTS = MOST_PARTS + 200
_WHOLE = (_PARTS - len(_FAULTY), 0, len(_FAULTY))


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    local = f"sqlite:///{tmp_path / 'site.sqlite3'}"
    made = Database(local if request.param == "sqlite" else request.getfixturevalue("database_url"))
    migrate(made)
    yield made
    made.close()


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    said = [status(f"{100_000_000 + at}", _DAMAGED if at in _FAULTY else _PICKED_UP) for at in range(_PARTS)]
    path = tmp_path / "long.x12"
    path.write_bytes(interchange([("214", one) for one in said]))
    return path


def _rows(database: Database) -> list[tuple[str, int, int, int]]:
    table = intake.intake_files.c
    with database.read() as connection:
        found = connection.execute(select(table.state, table.changed, table.unchanged, table.quarantined)).all()
    return [(row.state, row.changed, row.unchanged, row.quarantined) for row in found]


def _set_aside(database: Database) -> int:
    with database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(intake.intake_quarantine)).scalar_one())


def test_what_another_worker_took_in_meanwhile_is_not_counted_again(database: Database, long_file: Path):
    partners = adopted(long_file.parent)
    behind = Intake(database, lambda: _NOW, partners=partners)
    ahead = Intake(database, lambda: _NOW, partners=partners)
    reports = list[IntakeReport]()

    def overtaken(_file: object, _size: int) -> None:
        if not reports:
            reports.append(ahead.take(long_file, "long.x12", TableMapping()))

    reports.append(behind.take(long_file, "long.x12", TableMapping(), overtaken))
    assert [one.file.state for one in reports] == [IntakeState.DONE] * 2
    assert [(one.file.changed, one.file.unchanged, one.file.quarantined) for one in reports] == [_WHOLE] * 2
    assert reports[0].answer == reports[1].answer
    assert _rows(database) == [("done", *_WHOLE)]
    assert _set_aside(database) == len(_FAULTY)


def test_a_worker_that_stops_leaves_done_what_another_did(database: Database, long_file: Path):
    stopped = False
    partners = adopted(long_file.parent)
    behind = Intake(database, lambda: _NOW, lambda: stopped, partners)

    def overtaken(_file: object, _size: int) -> None:
        nonlocal stopped
        Intake(database, lambda: _NOW, partners=partners).take(long_file, "long.x12", TableMapping())
        stopped = True

    behind.take(long_file, "long.x12", TableMapping(), overtaken)
    assert _rows(database) == [("done", *_WHOLE)]


def test_a_file_that_another_worker_notes_at_the_same_moment_is_taken_in_once(database_url: str, long_file: Path):
    database = Database(database_url)
    migrate(database)
    digest = hashlib.sha256(long_file.read_bytes()).digest()
    worker = Intake(database, lambda: _NOW, partners=adopted(long_file.parent))
    waiting = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")

    def somebody_waits() -> int:
        with database.read() as connection:
            return int(connection.execute(waiting).scalar_one())

    with ThreadPoolExecutor(1) as threads:
        with database.write() as connection:
            add_file(connection, "long.x12", digest, IntakeKind.X12, long_file.stat().st_size, _NOW)
            report = threads.submit(worker.take, long_file, "long.x12", TableMapping())
            wait_for(somebody_waits)
        assert report.result(timeout=60).file.state is IntakeState.DONE
    assert _rows(database) == [("done", *_WHOLE)]
    database.close()


def test_a_refused_file_that_another_worker_moved_leaves_one_reason(tmp_path: Path):
    file = tmp_path / "odd.csv"
    file.write_bytes(b"neither fish nor fowl")
    put_aside(file, _NOW, "headings: none")
    with pytest.raises(FileNotFoundError):
        put_aside(file, _NOW, "headings: none")
    assert [(one.name, one.why) for one in refused_files(tmp_path, 10)] == [("odd.csv", "headings: none")]
    assert sorted(path.name for path in (tmp_path / "rejected").iterdir()) == ["odd.csv", "odd.csv.reason.txt"]
