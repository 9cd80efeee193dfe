# SPDX-License-Identifier: MIT
"""A copy a day without being asked, kept for seven days, four weeks and twelve months; and one before each migration."""

import logging
from datetime import date, datetime
from pathlib import Path

from onlinesvc_desktop.backend.backup.copies import make_copy, suffix_of
from onlinesvc_desktop.backend.backup.errors import BackupError, BackupStoppedError
from onlinesvc_desktop.backend.backup.one_maker import one_maker
from onlinesvc_desktop.backend.backup.tools import IsStopped, never
from onlinesvc_desktop.backend.rules.retention import kept
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.whole_file import drop_unfinished

log = logging.getLogger(__name__)

_PREFIX = "onlinesvc-"


def daily_copy(database: Database, folder: Path, now: datetime, is_stopped: IsStopped = never) -> bool:
    """Make the copy of the day unless it is there, then drop those that are not kept; tell whether one was made.

    Of several workers one makes it; the others pass on.
    """
    suffix = suffix_of(database)
    today = folder / f"{_PREFIX}{now:%Y-%m-%d}{suffix}"
    if today.exists():
        return False
    with one_maker(database, wait=False) as is_ours:
        if not is_ours or today.exists():
            return False
        drop_unfinished(folder)
        try:
            make_copy(database, today, is_stopped)
        except BackupStoppedError:
            log.info("the copy of the day is made after the next start")
            return False
        except BackupError:
            log.exception("the copy of the day was not made; it is tried again")
            return False
        copies = _copies(folder, suffix)
        for day in copies.keys() - kept(copies):
            copies[day].unlink(missing_ok=True)
    return True


def newest_copy(database: Database, folder: Path) -> date | None:
    """Return the day (UTC) of the newest daily copy in a folder, None without one."""
    return max(_copies(folder, suffix_of(database)), default=None)


def copy_before_migration(database: Database, folder: Path, version: str) -> Path:
    """Keep the database as it is before an upgrade changes it; kept until somebody removes it.

    Raises:
        BackupError: it cannot be kept, so the upgrade must not begin.
    """
    target = folder / f"before-upgrade-from-{version}{suffix_of(database)}"
    with one_maker(database, wait=True):
        if not target.exists():
            make_copy(database, target)
    return target


def _copies(folder: Path, suffix: str) -> dict[date, Path]:
    found = {}
    for file in folder.glob(f"{_PREFIX}*{suffix}"):
        try:
            found[date.fromisoformat(file.name.removeprefix(_PREFIX).removesuffix(suffix))] = file
        except ValueError:
            continue
    return found
