# SPDX-License-Identifier: MIT
"""Bring a database to the newest schema.

Alembic costs a third of the start, so the recorded version is read first and Alembic is imported only when it is not the
newest.
"""

import logging
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import OperationalError

from onlinesvc_desktop.backend.store.engine import Database

_MIGRATIONS = Path(__file__).parent / "migrations"
NEWEST = max(file.name[1:5] for file in (_MIGRATIONS / "versions").glob("v*.py"))

_UPGRADE_LOCK = 0x6F6E6C696E65
"""Any number, as long as every version of the product takes the same."""
_LOCK_NOT_FREE = "55P03"
"""``lock_not_available`` (PostgreSQL, appendix A, class 55)."""
_LOCK_WAIT = "300ms"
_PAUSE_SECONDS = 1.0
_PATIENCE_SECONDS = 3_600.0
log = logging.getLogger(__name__)


class NewerSchemaError(Exception):
    """The database was written by a newer version of the product."""


def current_version(database: Database) -> str | None:
    """Return the recorded schema version, or None for an empty database."""
    with database.read() as connection:
        return _version_on(connection)


def migrate(database: Database, before_upgrade: Callable[[str], None] = lambda _version: None, to: str = NEWEST) -> None:
    """Apply what is missing up to version ``to``, in one transaction.

    ``before_upgrade`` is called first with the version of an older database, while no other process can upgrade it.

    Raises:
        NewerSchemaError: the database is of a later version than this program knows.
    """
    version = current_version(database)
    if version == to:
        return
    if version is not None and version > NEWEST:
        raise NewerSchemaError(f"schema {version} is newer than {NEWEST}")
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    with database.write() as connection:
        if not database.is_sqlite:
            # Workers that start together wait here; the second finds nothing left to do. An upgrade may take its time.
            limits = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
            connection.execute(text("; ".join(f"SET LOCAL {limit} = 0" for limit in limits)))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _UPGRADE_LOCK})
        version = _version_on(connection)
        if version is not None and version != to:
            before_upgrade(version)
        config.attributes["connection"] = connection
        if database.is_sqlite:
            command.upgrade(config, to)
        else:
            _between_others(connection, lambda: command.upgrade(config, to))


def _between_others(connection: Connection, upgrade: Callable[[], None]) -> None:
    """Upgrade when every table it changes is free within a moment, and step back and try again until it is.

    Whoever waits for such a lock holds up all who come later: behind a copy of an hour nobody would be answered for an hour.

    Raises:
        OperationalError: a table was in use for an hour.
    """
    began = time.monotonic()
    for attempt in count(1):
        try:
            with connection.begin_nested():
                connection.execute(text(f"SET LOCAL lock_timeout = '{_LOCK_WAIT}'"))
                upgrade()
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", None) != _LOCK_NOT_FREE or time.monotonic() - began > _PATIENCE_SECONDS:
                raise
            if attempt == 1:
                log.warning("the upgrade waits until a table is free that somebody reads or writes for long")
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def known_versions() -> list[str]:
    """Return every schema version there ever was, the oldest first."""
    names = (file.name for file in (Path(__file__).parent / "migrations" / "versions").glob("v[0-9]*.py*"))
    return sorted({name[1:5] for name in names})


def _version_on(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if version is None else str(version)
