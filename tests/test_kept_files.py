# SPDX-License-Identifier: MIT
"""What version 0.1 left on disk before services became slices is read as it was: database, unsent work, bundles.

``kept_files`` was written by that version: one access request and one message about a forgotten password, still waiting,
four kinds of unsent work, and the bundle that carries the two requests.
"""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.exchange.seal import unseal
from onlinesvc_desktop.backend.exchange.store import add_party, open_requests, take_request
from onlinesvc_desktop.backend.services.access_request.store import ACCESS_REQUESTS
from onlinesvc_desktop.backend.services.password_help.store import PASSWORD_HELP
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import NEWEST, current_version, migrate
from onlinesvc_desktop.backend.store.search import Search
from onlinesvc_desktop.client.unsent import UnsentFolder
from onlinesvc_desktop.contract.decisions import RequestState
from onlinesvc_desktop.contract.operations import QUEUED

KEPT = Path(__file__).parent / "kept_files"
SENDER, SENDER_ID, RECIPIENT = "FaGn+4HZQW9/FwGHx3VDaCCJssDNaf0s9tuBsU6HRPY=", "7de8067004536e50", "c2590273cbaec19d"
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
ALL = Search("", 2**31 - 1, 10)


@pytest.fixture
def database(tmp_path: Path):
    with sqlite3.connect(tmp_path / "onlinesvc.sqlite3") as connection:
        connection.executescript((KEPT / "database.sql").read_text("utf-8"))
    connection.close()
    database = Database(sqlite_url(tmp_path))
    yield database
    database.close()


def test_its_database_is_brought_up_and_its_queues_go_on(database: Database):
    assert current_version(database) == "0008"
    migrate(database)
    assert current_version(database) == NEWEST
    with database.write() as connection:
        (asked,) = ACCESS_REQUESTS.list(connection, RequestState.PENDING, ALL)
        assert (asked.company, asked.first_name, asked.postal_code) == ("Quai 9", "Maude", "G1K 3X2")
        (help_wanted,) = PASSWORD_HELP.list(connection, None, ALL)
        assert (help_wanted.message, help_wanted.language) == ("Perdu", "fr")
        assert ACCESS_REQUESTS.decide(connection, asked.id, RequestState.REFUSED, None, NOW, reason="inconnu")
        decided = ACCESS_REQUESTS.find(connection, asked.id)
        assert decided is not None
        assert decided.state is RequestState.REFUSED
        assert {row.kind for row in open_requests(connection, RECIPIENT)} == {"access_request", "password_help"}


def test_its_unsent_work_still_goes_out(tmp_path: Path):
    folder = tmp_path / "unsent"
    folder.mkdir()
    for file in (KEPT / "unsent").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    kept = UnsentFolder(folder).load()
    assert [one.number for one in kept] == [1, 2, 3, 4]
    assert [QUEUED[one.kind].name for one in kept] == ["requestAccess", "askPasswordHelp", "watch", "unwatch"]
    assert not list(folder.glob("*.damaged"))
    for one in kept:
        body = QUEUED[one.kind].body
        assert body is not None
        assert isinstance(msgspec.json.decode(one.body, type=body), body)


def test_its_bundle_is_taken_in(tmp_path: Path):
    database = Database(sqlite_url(tmp_path))
    migrate(database)
    bundle = unseal((KEPT / "request.bundle").read_bytes(), {SENDER_ID: SENDER}, RECIPIENT)
    with database.write() as connection:
        add_party(connection, SENDER_ID, "Site", SENDER)
        assert [take_request(connection, SENDER_ID, request, NOW) for request in bundle.requests] == [True, True]
        assert [take_request(connection, SENDER_ID, request, NOW) for request in bundle.requests] == [False, False]
        assert [item.email for item in ACCESS_REQUESTS.list(connection, None, ALL)] == ["maude@quai9.example"]
        assert [item.email for item in PASSWORD_HELP.list(connection, None, ALL)] == ["maude@quai9.example"]
    database.close()
