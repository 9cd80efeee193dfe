# SPDX-License-Identifier: MIT
"""The command ``onlinesvc-backend points``: a service table in or out as three CSV files in a folder."""

import sys
from pathlib import Path

from onlinesvc_desktop.backend.backup.upgrade import migrate_with_copy
from onlinesvc_desktop.backend.clock import utc_now
from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.points.store import TableReader, newest_files
from onlinesvc_desktop.backend.services.transit_times.take import take_table
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.contract.transit_times import PointFile, PointImportResult
from onlinesvc_desktop.whole_file import write_whole

_DONE, _REJECTED = 0, 1


def run_import(config: BackendConfig, folder: Path, preview: bool) -> int:
    """Take in ``terminals.csv``, ``points.csv`` and ``transit_days.csv`` of a folder; 1 when a row was rejected.

    Raises:
        OSError: a file is missing or cannot be read.
    """
    files = {file: (folder / file.file_name).read_bytes() for file in PointFile}
    database = Database(config.command_database_url)
    try:
        migrate_with_copy(database, config.backup_folder)
        with database.write() as connection:
            result = take_table(connection, TableReader(), files, utc_now(), None, preview)
    finally:
        database.close()
    for row in result.rejected:
        sys.stdout.write(f"{row.file.file_name} line {row.line}: {row.column} {row.fault} {row.text}".rstrip() + "\n")
    sys.stdout.write(_sentence(result) + "\n")
    return _REJECTED if result.rejected else _DONE


def _sentence(result: PointImportResult) -> str:
    counts = f"{result.points} points, {result.terminals} terminals"
    changes = f"{result.added} new, {result.changed} changed, {result.removed} gone"
    outcome = "taken in" if result.taken else f"nothing changed ({len(result.rejected)} rejected)"
    return f"{counts}: {changes}; {outcome}"


def run_export(config: BackendConfig, folder: Path) -> int:
    """Write the files of the table in use into a folder; 1 when there is none.

    Raises:
        OSError: a file cannot be written.
    """
    database = Database(config.command_database_url)
    try:
        migrate_with_copy(database, config.backup_folder)
        with database.read() as connection:
            files = newest_files(connection)
    finally:
        database.close()
    if not files.points:
        sys.stderr.write("onlinesvc-backend: there is no service table yet\n")
        return _REJECTED
    folder.mkdir(parents=True, exist_ok=True)
    for file in PointFile:
        write_whole(folder / file.file_name, getattr(files, file.value))
    return _DONE
