# SPDX-License-Identifier: MIT
import json
import subprocess
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import text

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.sample.carrier import NotEmptyError, write_sample
from onlinesvc_desktop.backend.sample.histories import DAY
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.contract.status import STAGE_OF_STATUS, Stage, stage_of
from tests.support.backend import COMMAND, Sample

AS_OF = datetime(2026, 11, 23, 12, tzinfo=UTC)
TABLES = ("places", "customers", "parties", "shipments", "events", "shipment_references", "customer_shipments")


def _dump(folder: Path, seed: int) -> dict[str, list[tuple[object, ...]]]:
    database = Database(sqlite_url(folder))
    migrate(database)
    write_sample(database, 400, seed, AS_OF, lambda _done: None)
    with database.read() as connection:
        rows = {name: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}"))] for name in TABLES}
    database.close()
    return rows


def test_the_same_seed_gives_the_same_carrier_and_another_seed_another(tmp_path: Path):
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
    first = _dump(tmp_path / "a", 5)
    assert first == _dump(tmp_path / "b", 5)
    assert first != _dump(tmp_path / "c", 6)


def test_sample_data_never_mixes_with_other_data(data_dir: Path):
    database = Database(sqlite_url(data_dir))
    with pytest.raises(NotEmptyError):
        write_sample(database, 10, 1, AS_OF, lambda _done: None)
    database.close()
    again = subprocess.run([*COMMAND, "--data-dir", str(data_dir), "sample"], capture_output=True, check=False)
    assert again.returncode == 4


def test_a_believable_carrier(sample: Sample):
    database = Database(sqlite_url(sample.data_dir))
    with database.read() as connection:
        events = connection.execute(
            text("SELECT shipment_id, sequence, code, occurred_at, reported_at FROM events ORDER BY shipment_id, sequence")
        ).all()
        current = connection.execute(
            text("SELECT e.code FROM shipments s JOIN events e ON e.shipment_id = s.id AND e.sequence = s.status_sequence")
        ).scalars()
        stages = Counter(stage_of(code) for code in current)
        shared = connection.execute(
            text(
                "SELECT count(*) FROM (SELECT r.value FROM shipment_references r JOIN shipments s ON s.id = r.shipment_id"
                " WHERE r.type = 'bill_of_lading' GROUP BY r.value HAVING count(DISTINCT s.shipper_id) > 1)"
            )
        ).scalar_one()
        rows = connection.execute(
            text("SELECT shipment_id, code, occurred_at FROM events ORDER BY shipment_id, sequence")
        ).all()
    newest = {row[0]: row[2] for row in rows}
    codes_now = {row[0]: row[1] for row in rows}
    database.close()
    for previous, following in pairwise(events):
        if previous[0] == following[0]:
            assert previous[3] <= following[3]
    assert all(event[2] in STAGE_OF_STATUS for event in events)
    assert all(event[3] <= event[4] for event in events)
    expected = {Stage.BOOKED, Stage.DELIVERED, Stage.EXCEPTION, Stage.AT_TERMINAL, Stage.IN_TRANSIT}
    assert expected <= set(stages), stages
    assert stages[Stage.DELIVERED] > sum(stages.values()) / 2
    assert shared > 0
    latest = max(newest.values())
    silent = [one for one, at in newest.items() if latest - at > 6 * DAY and stage_of(codes_now[one]) is not Stage.DELIVERED]
    assert silent
    assert any(event[2] == "SD" for event in events)
    assert any(event[2] == "A7" for event in events)


def test_show_prints_the_codes_without_a_database(tmp_path: Path, sample: Sample):
    arguments = ["--data-dir", str(tmp_path), "sample", "--show", "--shipments", "1500", "--seed", "7"]
    shown = subprocess.run([*COMMAND, *arguments], capture_output=True, check=True, text=True).stdout
    assert sample.customer.password in shown
    assert not (tmp_path / "onlinesvc.sqlite3").exists()


def test_the_json_names_codes_and_numbers(sample: Sample):
    assert len(sample.numbers) == 1500
    assert {code.role for code in sample.codes} == {"customer", "administrator"}
    assert json.dumps(sample.numbers)
