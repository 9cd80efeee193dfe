# SPDX-License-Identifier: MIT
"""Copies of the database: made in use, put back onto nothing and onto ruins, refused when wrong, kept as promised."""

import os
import shutil
import sqlite3
import stat
import subprocess
import threading
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.backend.backup.copies import make_copy
from onlinesvc_desktop.backend.backup.daily import daily_copy
from onlinesvc_desktop.backend.backup.errors import BackupError
from onlinesvc_desktop.backend.backup.one_maker import one_maker
from onlinesvc_desktop.backend.backup.restore_dump import prove_dump
from onlinesvc_desktop.backend.backup.upgrade import migrate_with_copy
from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.rules.retention import kept
from onlinesvc_desktop.backend.store import migrate as migrations
from onlinesvc_desktop.backend.store.engine import Database
from tests.support.backend import COMMAND, Sample, process
from tests.support.small_disk import small_disk
from tests.support.versions import migrate_to
from tests.support.waiting import wait_for

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def run(data_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, "--data-dir", str(data_dir), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def count(file: Path, table: str = "shipments") -> int:
    with closing(sqlite3.connect(file)) as database:
        return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_copy_made_while_the_server_writes_is_whole(data_dir: Path, sample: Sample, tmp_path: Path):
    with process(data_dir) as server:
        stop = threading.Event()

        def write() -> None:
            while not stop.is_set():
                server.ask("POST", "/v1/access-requests", json={})
                server.sign_in(sample.customer)

        writer = threading.Thread(target=write)
        writer.start()
        try:
            made = run(data_dir, "backup", str(tmp_path / "copy.sqlite3"))
        finally:
            stop.set()
            writer.join()
    assert made.returncode == 0, made.stderr
    copy = tmp_path / "copy.sqlite3"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert count(copy) == count(data_dir / "onlinesvc.sqlite3")
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not list(tmp_path.glob("*.part"))


def test_a_copy_is_put_back_onto_an_empty_and_onto_a_damaged_site(data_dir: Path, sample: Sample, tmp_path: Path):
    assert run(data_dir, "backup", str(tmp_path / "copy.sqlite3")).returncode == 0
    empty = tmp_path / "empty"
    assert run(empty, "restore", str(tmp_path / "copy.sqlite3")).returncode == 0
    with process(empty) as server:
        assert server.ask("GET", f"/v1/shipments/{sample.numbers[0]}").status_code == 200
    place = data_dir / "onlinesvc.sqlite3"
    content = bytearray(place.read_bytes())
    content[4096 * 3 : 4096 * 40] = b"\xff" * (4096 * 37)
    place.write_bytes(content)
    found = run(data_dir, "check")
    assert found.returncode == 1
    assert "BAD" in found.stdout
    restored = run(data_dir, "restore", str(tmp_path / "copy.sqlite3"))
    assert restored.returncode == 0, restored.stderr
    assert run(data_dir, "check").returncode == 0
    (before,) = data_dir.glob("onlinesvc-before-restore-*.sqlite3")
    assert before.read_bytes()[4096 * 3 : 4096 * 4] == b"\xff" * 4096


def test_what_is_no_copy_is_refused_and_changes_nothing(data_dir: Path, tmp_path: Path):
    place = data_dir / "onlinesvc.sqlite3"
    shipments = count(place)
    assert run(data_dir, "backup", str(tmp_path / "copy.sqlite3")).returncode == 0
    later = tmp_path / "later.sqlite3"
    shutil.copyfile(tmp_path / "copy.sqlite3", later)
    with closing(sqlite3.connect(later)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    cut = tmp_path / "cut.sqlite3"
    cut.write_bytes((tmp_path / "copy.sqlite3").read_bytes()[:200_000])
    (tmp_path / "text").write_text("hello")
    for name in ("later.sqlite3", "cut.sqlite3", "text", "nowhere"):
        refused = run(data_dir, "restore", str(tmp_path / name))
        assert refused.returncode == 1, name
        assert refused.stderr.startswith("onlinesvc-backend: ")
        assert "Traceback" not in refused.stderr
    assert count(place) == shipments
    assert not list(data_dir.glob("*restor*"))


_TAKEOVER = """
CREATE TRIGGER helpful AFTER UPDATE ON access_codes BEGIN
UPDATE access_codes SET role = 'administrator' WHERE id = NEW.id; END
"""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_TAKEOVER, "trigger helpful"),
        ("ALTER TABLE watches RENAME TO w; CREATE VIEW watches AS SELECT * FROM w", "view watches"),
        ("DROP TABLE throttles", "table throttles"),
        ("DROP TRIGGER audit_no_DELETE", "trigger audit_no_DELETE"),
        ("UPDATE alembic_version SET version_num = '0000zz'", "something else than this product (0000zz)"),
        ("DELETE FROM alembic_version", "it names no version"),
    ],
)
def test_a_copy_that_is_not_ours_is_refused_before_the_database_is_touched(
    data_dir: Path, tmp_path: Path, change: str, says: str
):
    place = data_dir / "onlinesvc.sqlite3"
    copy = tmp_path / "copy.sqlite3"
    assert run(data_dir, "backup", str(copy)).returncode == 0
    with closing(sqlite3.connect(copy)) as database:
        database.executescript(change)
        database.commit()
    before = place.read_bytes()
    names = sorted(entry.name for entry in data_dir.iterdir())
    refused = run(data_dir, "restore", str(copy))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert says in refused.stderr
    assert "Traceback" not in refused.stderr
    assert place.read_bytes() == before
    assert sorted(entry.name for entry in data_dir.iterdir()) == names


@pytest.mark.parametrize("version", ["0001", "0005"])
def test_an_older_copy_is_proved_by_the_schema_of_its_time_and_brought_to_this_version(tmp_path: Path, version: str):
    old = Database(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    migrations.migrate(old, to=version)
    old.close()
    restored = run(tmp_path / "data", "restore", str(tmp_path / "old.sqlite3"))
    assert restored.returncode == 0, restored.stderr
    assert "administrators in it: none" in restored.stdout
    assert "BAD schema" not in run(tmp_path / "data", "check").stdout


def test_a_restore_names_the_administrators_it_brought(data_dir: Path, sample: Sample, tmp_path: Path):
    assert run(data_dir, "backup", str(tmp_path / "copy.sqlite3")).returncode == 0
    restored = run(data_dir, "restore", str(tmp_path / "copy.sqlite3"))
    assert f"administrators in it: {sample.administrator.access_code}" in restored.stdout


def test_a_running_server_keeps_its_database(data_dir: Path, sample: Sample, tmp_path: Path):
    assert run(data_dir, "backup", str(tmp_path / "copy.sqlite3")).returncode == 0
    with process(data_dir) as server:
        assert server.ask("GET", f"/v1/shipments/{sample.numbers[0]}").status_code == 200
        refused = run(data_dir, "restore", str(tmp_path / "copy.sqlite3"))
        assert (refused.returncode, "stop it first" in refused.stderr) == (1, True)
        assert server.ask("GET", f"/v1/shipments/{sample.numbers[0]}").status_code == 200


def test_a_full_disk_leaves_no_half_copy(data_dir: Path, tmp_path: Path):
    with small_disk(tmp_path / "small", "200k") as small:
        refused = run(data_dir, "backup", str(small / "copy.sqlite3"))
        assert refused.returncode == 1
        assert list(small.iterdir()) == []
    assert run(data_dir, "check").returncode == 0


def test_the_daily_copies_are_made_once_a_day_and_the_old_ones_thinned_out(data_dir: Path, tmp_path: Path):
    database = Database(sqlite_url(data_dir))
    made = [
        daily_copy(database, tmp_path / "backups", NOW + timedelta(days=day, hours=hour))
        for day in range(40)
        for hour in (0, 6)
    ]
    database.close()
    assert made == [True, False] * 40
    days = sorted(file.name[10:20] for file in (tmp_path / "backups").iterdir())
    assert len(days) == 7 + 2 + 1
    assert days[-1] == "2027-01-02"
    assert days[0] == "2026-11-30"
    assert count(tmp_path / "backups" / "onlinesvc-2027-01-02.sqlite3") == count(data_dir / "onlinesvc.sqlite3")


@given(st.sets(st.dates(date(2024, 1, 1), date(2027, 12, 31)), max_size=200))
def test_what_is_kept_is_the_newest_of_its_days_weeks_and_months(days: set[date]):
    chosen = kept(days)
    assert chosen <= days
    assert len(chosen) <= 7 + 4 + 12
    assert set(sorted(days)[-7:]) <= chosen
    assert kept(chosen) == chosen
    for month in sorted({(day.year, day.month) for day in days})[-12:]:
        assert max(day for day in days if (day.year, day.month) == month) in chosen


def test_an_upgrade_keeps_a_copy_and_a_failed_one_leaves_the_old_version_working(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    database = Database(sqlite_url(tmp_path))
    migrate_to(database, "0003")

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the upgrade breaks half-way")

    with monkeypatch.context() as patched:
        patched.setattr("alembic.op.create_index", fail)
        with pytest.raises(RuntimeError):
            migrate_with_copy(database, str(tmp_path / "backups"))
    assert migrations.current_version(database) == "0003"
    with database.read() as connection:
        assert not list(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'company_keys'"))
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name == "before-upgrade-from-0003.sqlite3"
    migrate_with_copy(database, str(tmp_path / "backups"))
    assert migrations.current_version(database) == migrations.NEWEST
    database.close()
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("SELECT version_num FROM alembic_version").fetchone() == ("0003",)


def test_postgresql_is_copied_and_put_back_by_the_same_commands(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    assert run(tmp_path, "sample", "--shipments", "60").returncode == 0
    made = run(tmp_path, "backup", str(tmp_path / "copy.dump"))
    assert made.returncode == 0, made.stderr
    database = Database(database_url)
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM events")
    restored = run(tmp_path, "restore", str(tmp_path / "copy.dump"))
    assert restored.returncode == 0, restored.stderr
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one() > 60
    database.close()
    assert run(tmp_path, "check").returncode == 0
    assert run(tmp_path, "restore", str(tmp_path / "nowhere.dump")).returncode == 1


def test_a_dump_with_what_we_never_make_is_refused_before_the_database_is_touched(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    database = Database(database_url)
    migrations.migrate(database)
    changes = {
        "view spy": "CREATE VIEW spy AS SELECT * FROM access_codes",
        "function audit_only_grows": "CREATE OR REPLACE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN RETURN NULL; END'",
        "0000zz": "UPDATE alembic_version SET version_num = '0000zz'",
        "it names no version": "DELETE FROM alembic_version",
    }
    for at, (says, change) in enumerate(changes.items()):
        file = tmp_path / f"{at}.dump"
        with database.write() as connection:
            connection.exec_driver_sql(change)
            connection.commit()
        assert run(tmp_path, "backup", str(file)).returncode == 0
        with database.write() as connection:
            connection.exec_driver_sql(
                "DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE untouched (id integer)"
            )
        refused = run(tmp_path, "restore", str(file))
        assert (refused.returncode, says in refused.stderr) == (1, True), refused.stderr
        with database.write() as connection:
            connection.exec_driver_sql("DROP TABLE untouched")
        migrations.migrate(database)
    database.close()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            "CREATE OR REPLACE FUNCTION audit_kept() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
            "audit_kept",
        ),
        ("DROP TRIGGER audit_kept ON audit", "trigger audit_kept"),
        ("ALTER TABLE access_codes ALTER COLUMN role SET DEFAULT 'administrator'", "table access_codes"),
        ("ALTER TABLE customers ADD COLUMN more text", "table customers"),
        ("ALTER TABLE watches RENAME TO w; CREATE TABLE watches (id integer)", "table watches"),
        ("ALTER TABLE outbox ALTER COLUMN recipient DROP NOT NULL", "table outbox"),
        ("DROP TABLE throttles", "table throttles"),
        ("CREATE TABLE stranger (id integer DEFAULT length(version()))", "table stranger"),
        ("ALTER TABLE sessions DROP CONSTRAINT fk_sessions_access_code_id", "table sessions"),
        ("DROP INDEX ix_audit_at", "index ix_audit_at"),
        ("CREATE INDEX spy ON audit (upper(subject))", "index spy"),
    ],
)
def test_a_dump_whose_tables_are_not_ours_is_refused(database_url: str, tmp_path: Path, change: str, says: str):
    database = Database(database_url)
    migrations.migrate(database)
    make_copy(database, tmp_path / "ours.dump")
    with database.write() as connection:
        connection.exec_driver_sql(change)
    make_copy(database, tmp_path / "changed.dump")
    prove_dump(tmp_path / "ours.dump", database.url)
    with pytest.raises(BackupError, match=f"its schema is not ours.*{says}"):
        prove_dump(tmp_path / "changed.dump", database.url)
    database.close()


@pytest.mark.parametrize("version", ["0001", "0008"])
def test_an_older_dump_is_proved_by_the_schema_of_its_time(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str
):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    database = Database(database_url)
    migrations.migrate(database, to=version)
    dump = tmp_path / "old.dump"
    make_copy(database, dump)
    with database.write() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    assert run(tmp_path, "restore", str(dump)).returncode == 0
    with database.read() as connection:
        schemas = connection.exec_driver_sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'onlinesvc%%'").all()
    database.close()
    assert schemas == []


def test_two_workers_make_one_copy_of_the_day(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Each start of the present version before this test ended in one worker taking the other's file away."""
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    assert run(tmp_path, "sample", "--shipments", "400").returncode == 0
    backups = tmp_path / "backups"
    with (tmp_path / "errors").open("wb") as errors, process(tmp_path, "--workers", "2", stderr=errors):
        wait_for(lambda: list(backups.glob("onlinesvc-*.dump")))
        wait_for(lambda: not list(backups.glob("*.part")))
    assert (tmp_path / "errors").read_text() == ""
    (copy,) = backups.iterdir()
    subprocess.run(["pg_restore", "--file=/dev/null", str(copy)], check=True)


def test_a_dump_that_is_cut_on_its_way_to_the_disk_gets_no_name(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The real pg_dump, whose file then loses its end, as on a disk that acknowledges what it does not keep."""
    database = Database(database_url)
    migrate_with_copy(database, "")
    tools = tmp_path / "tools"
    tools.mkdir()
    cut = 'for one; do case $one in --file=*) truncate -s -400 "${one#--file=}";; esac; done'
    (tools / "pg_dump").write_text(f'#!/bin/sh\n{shutil.which("pg_dump")} "$@" && {cut}\n')
    (tools / "pg_dump").chmod(0o755)
    with monkeypatch.context() as patched:
        patched.setenv("PATH", f"{tools}:{os.environ['PATH']}")
        assert not daily_copy(database, tmp_path / "backups", NOW)
        assert list((tmp_path / "backups").iterdir()) == []
    assert daily_copy(database, tmp_path / "backups", NOW)
    database.close()


def test_a_copy_that_another_process_makes_is_not_made_twice(data_dir: Path, tmp_path: Path):
    database = Database(sqlite_url(data_dir))
    with one_maker(database, wait=False) as is_ours:
        assert is_ours
        assert not daily_copy(database, tmp_path / "backups", NOW)
        by_hand = subprocess.Popen([*COMMAND, "--data-dir", str(data_dir), "backup", str(tmp_path / "by-hand.sqlite3")])
        with pytest.raises(subprocess.TimeoutExpired):
            by_hand.wait(2)
    assert by_hand.wait(20) == 0
    assert daily_copy(database, tmp_path / "backups", NOW)
    database.close()


def test_files_in_an_open_folder_are_their_owners_alone(data_dir: Path, sample: Sample, tmp_path: Path):
    data_dir.chmod(0o755)
    key = tmp_path / "key.pem"
    key.write_text("")
    key.chmod(0o644)
    (data_dir / "exchange-key.pem").symlink_to(key)
    for name in ("onlinesvc.sqlite3", "backend.log", "program.lock"):
        (data_dir / name).touch()
        (data_dir / name).chmod(0o644)
    found = run(data_dir, "check")
    assert "BAD files" in found.stdout
    assert stat.S_IMODE((data_dir / "backend.log").stat().st_mode) == 0o644
    with process(data_dir, "--request-log", str(data_dir / "requests.log")) as server:
        assert server.sign_in(sample.customer).status_code == 201
        modes = {file.name: stat.S_IMODE(file.lstat().st_mode) for file in data_dir.iterdir() if file.is_file()}
        assert {"onlinesvc.sqlite3", "onlinesvc.sqlite3-wal", "onlinesvc.sqlite3-shm", "requests.log"} <= modes.keys()
        assert {name: mode for name, mode in modes.items() if mode & 0o077 and name != "exchange-key.pem"} == {}
    assert stat.S_IMODE(key.stat().st_mode) == 0o644
    assert "ok  files" in run(data_dir, "check").stdout
