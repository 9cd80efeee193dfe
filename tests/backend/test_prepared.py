# SPDX-License-Identifier: MIT
"""What every request asks goes past SQLAlchemy's own execution, and gives the same; reads on the event loop never write."""

import asyncio
import json
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import bindparam, delete, select, text
from sqlalchemy.exc import DBAPIError, OperationalError

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.store.engine import Database, WouldWaitError
from onlinesvc_desktop.backend.store.prepared import Prepared
from onlinesvc_desktop.backend.store.shipments import find_events, find_parties, find_references, find_shipment
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.tables.shipments import shipment_references, shipments
from onlinesvc_desktop.backend.store.whole_shipment import WholeShipment, find_whole_shipment
from tests.support.backend import COMMAND, Sample, Server
from tests.support.postgres import Cluster

_WANTED = (
    select(shipments, access_codes.c.password_temporary)
    .join_from(shipments, access_codes, access_codes.c.id == bindparam("code"))
    .where(shipments.c.id == bindparam("shipment"))
)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    url = sqlite_url(tmp_path)
    if request.param == "postgresql":
        url = request.getfixturevalue("database_url")
        monkeypatch.setenv("ONLINESVC_DATABASE_URL", url)
    command = [*COMMAND, "--data-dir", str(tmp_path), "sample", "--shipments", "40", "--seed", "2"]
    subprocess.run(command, check=True, capture_output=True)
    made = Database(url)
    yield made
    made.close()


def test_a_prepared_statement_gives_what_sqlalchemy_gives(database: Database):
    prepared = Prepared(_WANTED)
    with database.read() as connection:
        for shipment in range(1, 41):
            expected = connection.execute(_WANTED, {"shipment": shipment, "code": 1}).all()
            found = prepared.rows(connection, shipment=shipment, code=1)
            assert [tuple(row) for row in found] == [tuple(row) for row in expected]
            assert [[type(value) for value in row] for row in found] == [[type(value) for value in row] for row in expected]
        assert expected
        assert prepared.first(connection, shipment=0, code=1) is None


def test_one_statement_tells_of_a_shipment_what_several_tell(database: Database):
    with database.read() as connection:
        for number in connection.execute(select(shipments.c.autopro_number)).scalars():
            row = find_shipment(connection, number)
            assert row is not None
            parties, references = find_parties(connection, [row]), find_references(connection, [row.id])
            told = WholeShipment(row, find_events(connection, row.id), parties, references.get(row.id, ()))
            assert find_whole_shipment(connection, number) == told
        assert find_whole_shipment(connection, "000000000") is None


def test_a_shipment_without_other_numbers_is_told_as_well(database: Database):
    with database.write() as connection:
        connection.execute(delete(shipment_references))
    with database.read() as connection:
        number = connection.execute(select(shipments.c.autopro_number)).scalars().first()
        found = find_whole_shipment(connection, number or "")
        assert found is not None
        assert found.references == ()
        assert found.events == find_events(connection, found.row.id)


def test_what_the_driver_refuses_is_worded_by_sqlalchemy(database: Database):
    with database.read() as connection, pytest.raises(DBAPIError):
        Prepared(select(text("missing"))).rows(connection)


def test_a_lost_connection_is_noticed_and_replaced(database_url: str, cluster: Cluster):
    database = Database(database_url)
    one = Prepared(select(text("1")))
    with database.read() as connection:
        assert one.first(connection) == (1,)
    cluster.kill()
    cluster.start()
    with database.read() as connection, pytest.raises(OperationalError) as lost:
        one.rows(connection)
    assert lost.value.connection_invalidated
    with database.read() as connection:
        assert one.first(connection) == (1,)
    database.close()


def test_where_nothing_may_wait_nothing_is_written(tmp_path: Path):
    database = Database(sqlite_url(tmp_path))

    def write() -> None:
        with database.write():
            pass

    with pytest.raises(WouldWaitError):
        asyncio.run(database.without_waiting(write))
    with database.write() as connection:
        connection.execute(text("CREATE TABLE kept (number INTEGER)"))
    database.close()


def test_a_trace_on_the_event_loop_keeps_its_session_alive_and_notes_an_administrators_look(server: Server, sample: Sample):
    number = sample.numbers[0]
    clerk, administrator = server.token(sample.customer), server.token(sample.administrator)
    for _ in range(3):
        server.clock.offset += timedelta(hours=5)
        expired = server.clock.offset > timedelta(hours=12)
        assert server.ask("GET", f"/v1/shipments/{number}", clerk).status_code == (401 if expired else 200)
    server.clock.offset -= timedelta(hours=14)
    assert server.ask("GET", f"/v1/shipments/{number}", administrator).status_code == 200
    looks = server.ask("GET", "/v1/admin/audit?limit=5", administrator).json()["items"]
    assert [(one["action"], one["subject"]) for one in looks][:1] == [("shipment_viewed", number)], json.dumps(looks)


def test_what_one_request_reads_it_reads_on_one_connection(database: Database):
    with database.one_reader():
        with database.read() as first, database.read() as second:
            assert first is second
            assert first.execute(text("SELECT 1")).scalar_one() == 1
        with database.read() as later:
            assert later is first
    assert first.closed
    with database.read() as first, database.read() as second:
        assert first is not second


def test_a_standby_is_not_taken_for_the_primary_that_was_read_before(database_url: str):
    database = Database(database_url, standby_url=database_url)
    with database.one_reader(), database.read() as primary, database.on_standby(), database.read() as standby:
        assert standby.engine is not primary.engine
    database.close()
