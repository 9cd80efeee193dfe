# SPDX-License-Identifier: MIT
"""The commands ``onlinesvc-backend backup``, ``restore`` and ``check``."""

import sys
from datetime import datetime
from pathlib import Path

from onlinesvc_desktop.backend.backup.check import findings
from onlinesvc_desktop.backend.backup.copies import make_copy, suffix_of
from onlinesvc_desktop.backend.backup.errors import BackupError
from onlinesvc_desktop.backend.backup.one_maker import one_maker
from onlinesvc_desktop.backend.backup.restore import put_back
from onlinesvc_desktop.backend.clock import utc_now
from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.store.accounts import administrators_in
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate


def run_backup(config: BackendConfig, target: Path | None) -> int:
    """Make a copy and say where it lies."""
    database = Database(config.command_database_url)
    try:
        file = target or Path(config.backup_folder or ".") / _name(utc_now(), suffix_of(database))
        if target is not None and target.is_dir():
            file = target / _name(utc_now(), suffix_of(database))
        with one_maker(database, wait=True):
            make_copy(database, file)
    except BackupError as error:
        return _failed(error)
    finally:
        database.close()
    sys.stdout.write(f"{file}\n")
    return 0


def run_restore(config: BackendConfig, source: Path) -> int:
    """Put a copy back, bring it to this version, and say where what there was lies now."""
    database = Database(config.command_database_url)
    try:
        kept = put_back(database, source, utc_now())
        migrate(database)
        with database.read() as connection:
            administrators = administrators_in(connection)
    except BackupError as error:
        return _failed(error)
    finally:
        database.close()
    sys.stdout.write(f"restored from {source}\n")
    if kept is not None:
        sys.stdout.write(f"what there was lies in {kept}\n")
    sys.stdout.write(f"administrators in it: {', '.join(administrators) or 'none'}\n")
    return 0


def run_check(config: BackendConfig, data_dir: Path) -> int:
    """Say what was found; 1 when something is not well."""
    database = Database(config.command_database_url)
    is_well = True
    try:
        for what, well, found in findings(database, data_dir, utc_now()):
            is_well &= well
            sys.stdout.write(f"{'ok' if well else 'BAD':<4}{what:<14}{found}\n")
    finally:
        database.close()
    return 0 if is_well else 1


def _name(now: datetime, suffix: str) -> str:
    return f"onlinesvc-{now:%Y-%m-%d-%H%M%S}{suffix}"


def _failed(error: BackupError) -> int:
    sys.stderr.write(f"onlinesvc-backend: {error}\n")
    return 1
