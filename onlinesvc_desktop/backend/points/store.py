# SPDX-License-Identifier: MIT
"""The service table in use: kept as its files, read once and then remembered by what is in them."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from msgspec import UNSET
from sqlalchemy import Connection, insert, select

from onlinesvc_desktop.backend.points.files import read_service_table
from onlinesvc_desktop.backend.points.find import ServiceTable
from onlinesvc_desktop.backend.store.prepared import Prepared
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.tables.points import service_tables
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.transit_times import PointFile, PointFiles

_EMPTY = ServiceTable(())
_NEWEST = Prepared(select(service_tables.c.digest).order_by(service_tables.c.id.desc()).limit(1))
_NEWEST_FILES = (
    select(service_tables, access_codes.c.code)
    .select_from(service_tables.outerjoin(access_codes))
    .order_by(service_tables.c.id.desc())
    .limit(1)
)


class TableReader:
    """Reads the newest table of a database; one that was read before costs one look-up. Safe in any thread.

    What is remembered is found by the digest of its files, so it is right for whichever database holds them.
    """

    def __init__(self) -> None:
        self._remembered: tuple[bytes, ServiceTable] = (b"", _EMPTY)

    def newest(self, connection: Connection) -> ServiceTable:
        """Return the table in use; an empty one before the first was taken in."""
        newest = _NEWEST.first(connection)
        if newest is None:
            return _EMPTY
        (digest,) = newest
        known, table = self._remembered
        if known != digest:
            table, _ = read_service_table(_contents(newest_files(connection)))
            self._remembered = (digest, table)
        return table


def newest_files(connection: Connection) -> PointFiles:
    """Return the files of the table in use."""
    row = connection.execute(_NEWEST_FILES).one_or_none()
    if row is None:
        return PointFiles(taken_at=UNSET)
    return PointFiles(row.terminals, row.points, row.transit_days, from_seconds(row.taken_at), row.code or "")


def _contents(files: PointFiles) -> dict[PointFile, bytes]:
    return {
        PointFile.TERMINALS: files.terminals,
        PointFile.POINTS: files.points,
        PointFile.TRANSIT_DAYS: files.transit_days,
    }


def add_table(connection: Connection, files: Mapping[PointFile, bytes], at: datetime, access_code_id: int | None) -> None:
    """Put a checked table to use from now on; the ones before it stay for the record."""
    contents = {file.value: files[file] for file in PointFile}
    digest = hashlib.sha256(b"\0".join(contents.values())).digest()
    connection.execute(
        insert(service_tables).values(taken_at=to_seconds(at), access_code_id=access_code_id, digest=digest, **contents)
    )
