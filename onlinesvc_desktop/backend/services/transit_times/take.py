# SPDX-License-Identifier: MIT
"""Take a service table in: checked as a whole, and only when no row of it is wrong."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from onlinesvc_desktop.backend.services.transit_times.files import read_service_table
from onlinesvc_desktop.backend.services.transit_times.find import ServiceTable, city_key
from onlinesvc_desktop.backend.services.transit_times.rules import ServedPoint
from onlinesvc_desktop.backend.services.transit_times.store import TableReader, add_table
from onlinesvc_desktop.contract.transit_times import PointFile, PointImportResult

_MOST_REJECTED = 500
"""Rows that an answer names; the count of a file with more of them helps nobody."""


def take_table(
    connection: Connection,
    reader: TableReader,
    files: Mapping[PointFile, bytes],
    at: datetime,
    access_code_id: int | None,
    preview: bool,
) -> PointImportResult:
    """Return what a table changes against the one in use, and put it to use unless a row is wrong or it is a preview."""
    table, rejected = read_service_table(files)
    before, after = _by_city(reader.newest(connection)), _by_city(table)
    taken = not preview and not rejected
    if taken:
        add_table(connection, files, at, access_code_id)
    return PointImportResult(
        taken=taken,
        terminals=len({served.point.terminal.code for served in table.points}),
        points=len(table.points),
        added=len(after.keys() - before.keys()),
        changed=sum(before[city] != after[city] for city in before.keys() & after.keys()),
        removed=len(before.keys() - after.keys()),
        rejected=rejected[:_MOST_REJECTED],
    )


def _by_city(table: ServiceTable) -> dict[tuple[str, str], ServedPoint]:
    return {(city_key(served.point.city), served.point.province): served for served in table.points}
