# SPDX-License-Identifier: MIT
"""Bring a database to this version, whichever command finds it older."""

from pathlib import Path

from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate


def migrate_with_copy(database: Database, backup_folder: str) -> None:
    """Bring the database to this version; an older one is copied first, so that nothing an upgrade does is final.

    Raises:
        BackupError: it cannot be copied; it was not changed.
        NewerSchemaError: the database is of a later version than this program knows.
    """

    def keep(version: str) -> None:
        if backup_folder:
            from onlinesvc_desktop.backend.backup.daily import copy_before_migration

            copy_before_migration(database, Path(backup_folder), version)

    migrate(database, keep)
