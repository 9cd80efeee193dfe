# SPDX-License-Identifier: MIT
"""Databases as earlier versions of the program left them."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from onlinesvc_desktop.backend.store import migrate as migrations
from onlinesvc_desktop.backend.store.engine import Database


def migrate_to(database: Database, version: str) -> None:
    """Bring an empty or older database to the schema of a version that is not the newest."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
