# SPDX-License-Identifier: MIT
"""The audit log: kept for the time that is stated and not longer, and taken out of the server with a line about it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DatabaseError

from onlinesvc_desktop.backend.config import BackendConfig, ConfigurationError, load_config, sqlite_url
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.rules.retention import AUDIT_NEVER_YOUNGER
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.tables.accounts import audit
from onlinesvc_desktop.backend.store.times import to_seconds
from onlinesvc_desktop.backend.upkeep import forget
from tests.support.backend import Sample, Server
from tests.support.life import assert_only_grows

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    url = sqlite_url(tmp_path) if request.param == "sqlite" else request.getfixturevalue("database_url")
    made = Database(url)
    migrate(made)
    yield made
    made.close()


def note(database: Database, *ages: timedelta) -> None:
    """Note lines of these ages, the subject being the days."""
    rows = [{"at": to_seconds(NOW - age), "action": "signed_in", "subject": str(age.days), "address": ""} for age in ages]
    with database.write() as connection:
        connection.execute(insert(audit), rows)


def ages(database: Database) -> list[int]:
    with database.read() as connection:
        return [int(subject) for subject in connection.execute(select(audit.c.subject).order_by(audit.c.id)).scalars()]


def tidy(database: Database, months: int, at: datetime = NOW) -> None:
    config = BackendConfig(database_url=str(database.url), audit_kept_months=months)
    forget(Context(config, database, lambda: at), at)


def test_lines_are_forgotten_after_the_stated_months(database: Database):
    note(database, DAY * 800, DAY * 745, DAY * 740, DAY * 373, DAY * 371, DAY)
    tidy(database, 24)
    assert ages(database) == [740, 373, 371, 1]
    tidy(database, 12)
    assert ages(database) == [371, 1]
    assert_only_grows(database)


def test_a_site_that_was_off_for_years_keeps_its_last_year(database: Database):
    note(database, DAY * 400, DAY * 360, DAY * 0)
    tidy(database, 12, NOW + 9 * 365 * DAY)
    assert ages(database) == [360, 0]


def test_the_database_lets_go_of_nothing_younger_than_a_year_whoever_asks(database: Database):
    year = AUDIT_NEVER_YOUNGER.days
    note(database, DAY * (year + 1), DAY * year, DAY * 0)
    with pytest.raises(DatabaseError, match="only grows"), database.write() as connection:
        connection.execute(text("DELETE FROM audit WHERE subject <> '0'"))
    assert ages(database) == [year + 1, year, 0]
    with database.write() as connection:
        connection.execute(text(f"DELETE FROM audit WHERE subject = '{year + 1}'"))
    assert ages(database) == [year, 0]
    with pytest.raises(DatabaseError, match="only grows"), database.write() as connection:
        connection.execute(text("UPDATE audit SET at = 0"))


def test_a_shorter_time_than_a_year_is_refused(tmp_path: Path):
    assert load_config(tmp_path, None, {}).audit_kept_months == 24
    assert load_config(tmp_path, None, {"ONLINESVC_AUDIT_KEPT_MONTHS": "36"}).audit_kept_months == 36
    with pytest.raises(ConfigurationError, match="at least 12 months"):
        load_config(tmp_path, None, {"ONLINESVC_AUDIT_KEPT_MONTHS": "11"})


def test_the_names_of_the_site_are_a_variable_too(tmp_path: Path):
    names = load_config(tmp_path, None, {"ONLINESVC_HOST_NAMES": "server.quai.example, 192.168.10.5"}).host_names
    assert names == ("server.quai.example", "192.168.10.5")
    assert load_config(tmp_path, None, {"ONLINESVC_HOST_NAMES": ""}).host_names == ()


def test_what_is_exported_is_all_that_matches_and_is_noted_once(server: Server, sample: Sample):
    rows = [{"at": at, "action": "signed_in", "subject": f"Dock {at}", "address": ""} for at in range(2_300)]
    with server.context.database.write() as connection:
        connection.execute(insert(audit), rows)
    token = server.token(sample.administrator)
    found: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = server.ask("POST", "/v1/admin/audit/exports", token, json={"search": "dock", **cursor}).json()
        found += [item["subject"] for item in page["items"]]
        if "cursor" not in page:
            break
        cursor = {"cursor": page["cursor"]}
    assert found == [f"Dock {at}" for at in reversed(range(2_300))]
    (line,) = server.ask("GET", "/v1/admin/audit?action=audit_exported", token).json()["items"]
    assert (line["access_code"], line["subject"]) == (sample.administrator.access_code, "dock")
