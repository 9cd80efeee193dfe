# SPDX-License-Identifier: MIT
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.schema import metadata
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import NEWEST, NewerSchemaError, current_version, migrate
from tests.support.backend import Sample


@pytest.fixture
def empty(tmp_path: Path):
    database = Database(sqlite_url(tmp_path))
    yield database
    database.close()


def test_migrations_make_exactly_the_schema(empty: Database):
    migrate(empty)
    with empty.read() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []
    assert current_version(empty) == NEWEST


def test_migrating_twice_changes_nothing(empty: Database):
    migrate(empty)
    migrate(empty)
    assert current_version(empty) == NEWEST


def test_every_run_makes_the_schema_alike_to_the_letter(tmp_path: Path):
    schemas = set[tuple[object, ...]]()
    for run in range(8):
        folder = tmp_path / str(run)
        folder.mkdir()
        database = Database(sqlite_url(folder))
        migrate(database)
        with database.read() as connection:
            rows = connection.execute(text("SELECT name, sql FROM sqlite_master ORDER BY name"))
            schemas.add(tuple(tuple(row) for row in rows))
        database.close()
    assert len(schemas) == 1, "a copy is put back only when its schema is the one that the migrations make"


def test_a_database_of_a_later_version_is_refused_untouched(empty: Database):
    migrate(empty)
    with empty.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerSchemaError):
        migrate(empty)
    assert current_version(empty) == "9999"


def test_a_failed_write_leaves_nothing(empty: Database):
    migrate(empty)

    def fail_half_way() -> None:
        with empty.write() as connection:
            connection.execute(text("INSERT INTO places (id, city, province, country) VALUES (1, 'Alma', 'QC', 'CA')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with empty.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM places")).scalar() == 0


def test_sqlite_runs_in_wal_with_foreign_keys(empty: Database):
    with empty.read() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM shipments WHERE autopro_number = '1'",
        "SELECT * FROM shipment_references WHERE value = '1'",
        "SELECT * FROM events WHERE shipment_id = 1 ORDER BY sequence",
        "SELECT * FROM customer_shipments WHERE customer_id = 1 AND shipment_id < 9 ORDER BY shipment_id DESC LIMIT 5",
        "SELECT * FROM sessions WHERE token_hash = x'00'",
        "SELECT * FROM access_codes WHERE code_folded = 'a'",
    ],
)
def test_every_look_up_is_answered_from_an_index(sample: Sample, query: str):
    database = Database(sqlite_url(sample.data_dir))
    with database.read() as connection:
        plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
    database.close()
    assert all(step.startswith("SEARCH") for step in plan), plan


@pytest.mark.skipif(sys.platform == "win32", reason="nothing takes the place of an open file there")
def test_writes_share_a_connection_until_another_file_takes_the_place_of_theirs(tmp_path: Path):
    file, other = tmp_path / "one.sqlite3", tmp_path / "other.sqlite3"
    database = Database(f"sqlite:///{file}")

    def write(number: int) -> object:
        with database.write() as connection:
            connection.execute(text("CREATE TABLE IF NOT EXISTS kept (number INTEGER)"))
            connection.execute(text("INSERT INTO kept VALUES (:number)"), {"number": number})
            return connection.connection.dbapi_connection

    assert write(1) is write(2)
    with closing(sqlite3.connect(other)) as copy, closing(sqlite3.connect(file)) as source:
        source.backup(copy)
    for beside in ("-wal", "-shm"):
        file.with_name(file.name + beside).unlink()
    other.replace(file)
    write(3)
    database.close()
    with closing(sqlite3.connect(file)) as found:
        assert found.execute("SELECT number FROM kept ORDER BY number").fetchall() == [(1,), (2,), (3,)]


def test_a_write_that_fails_leaves_the_connection_fit_for_the_next_one(tmp_path: Path):
    database = Database(f"sqlite:///{tmp_path / 'one.sqlite3'}")
    with database.write() as connection:
        connection.execute(text("CREATE TABLE kept (number INTEGER UNIQUE)"))
    for _ in range(8):
        with pytest.raises(IntegrityError), database.write() as connection:
            connection.execute(text("INSERT INTO kept VALUES (1), (1)"))
    with database.write() as connection:
        connection.execute(text("INSERT INTO kept VALUES (1)"))
        assert connection.execute(text("SELECT count(*) FROM kept")).scalar_one() == 1
    database.close()
