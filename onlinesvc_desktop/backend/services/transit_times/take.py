# SPDX-License-Identifier: MIT
"""Take a service table in: checked as a whole, and only when no row of it is wrong."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from onlinesvc_desktop.backend.points.files import read_service_table
from onlinesvc_desktop.backend.points.find import ServiceTable, city_key
from onlinesvc_desktop.backend.points.store import TableReader, add_table
from onlinesvc_desktop.backend.rules.transit import ServedPoint
from onlinesvc_desktop.contract.transit_times import PointChange, PointChangeKind, PointFile, PointImportResult

_MOST_NAMED = 500
"""Faults, and places, that an answer names; more of them help nobody."""

_Places = dict[tuple[str, str], ServedPoint]
"""Places by the key of their city and their province."""


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
    present = reader.newest(connection)
    changes = _changes(_by_city(present), _by_city(table))
    kinds = [change.kind for change in changes]
    taken = not preview and not rejected
    if taken:
        add_table(connection, files, at, access_code_id)
    return PointImportResult(
        taken=taken,
        terminals=len({served.point.terminal.code for served in table.points}),
        points=len(table.points),
        added=kinds.count(PointChangeKind.ADDED),
        changed=kinds.count(PointChangeKind.CHANGED),
        removed=kinds.count(PointChangeKind.REMOVED),
        rejected=rejected[:_MOST_NAMED],
        days_changed=len(dict(_both_ways(present).items() ^ _both_ways(table).items())),
        changes=changes[:_MOST_NAMED],
    )


def _changes(before: _Places, after: _Places) -> tuple[PointChange, ...]:
    """Return every place that is not served as before: the new ones, the changed ones, those that are gone."""
    added = ((after[place], PointChangeKind.ADDED) for place in sorted(after.keys() - before.keys()))
    both = sorted(before.keys() & after.keys())
    changed = ((after[place], PointChangeKind.CHANGED) for place in both if before[place] != after[place])
    removed = ((before[place], PointChangeKind.REMOVED) for place in sorted(before.keys() - after.keys()))
    return tuple(
        PointChange(served.point.city, served.point.province, served.point.country, kind)
        for served, kind in (*added, *changed, *removed)
    )


def _both_ways(table: ServiceTable) -> dict[tuple[str, str], int]:
    """Return the service days of every pair of terminals, also of the way back that stands once for both."""
    return {(other, one): days for (one, other), days in table.terminal_days.items()} | table.terminal_days


def _by_city(table: ServiceTable) -> _Places:
    return {(city_key(served.point.city), served.point.province): served for served in table.points}
