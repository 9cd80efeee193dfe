# SPDX-License-Identifier: MIT
"""The tariff that is remembered is that of the database that is asked."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from onlinesvc_desktop.backend.services.rate_quote.store import TariffReader, add_tariff
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from tests.rate_quote.tariffs import TARIFF

AT = datetime(2026, 11, 29, tzinfo=UTC)


@pytest.fixture
def databases(tmp_path: Path) -> Iterator[tuple[Database, Database]]:
    with (
        closing(Database(f"sqlite:///{tmp_path}/one.sqlite")) as one,
        closing(Database(f"sqlite:///{tmp_path}/other.sqlite")) as other,
    ):
        yield one, other


def test_two_tariffs_of_one_name_row_and_second_stay_apart(databases: tuple[Database, Database]):
    reader, found = TariffReader(), []
    for database, lanes in zip(databases, (TARIFF.lanes, ()), strict=True):
        migrate(database)
        with database.write() as connection:
            add_tariff(connection, replace(TARIFF, lanes=lanes), AT, None)
    for database in (*databases, *databases):
        with database.read() as connection:
            known = reader.of_day(connection, TARIFF.effective_on)
        assert known is not None
        found.append((known.id, len(known.tariff.lanes)))
    assert found == [(1, len(TARIFF.lanes)), (1, 0)] * 2
