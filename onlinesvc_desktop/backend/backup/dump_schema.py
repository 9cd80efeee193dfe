# SPDX-License-Identifier: MIT
"""Compare the schema in a dump of PostgreSQL with the one that this product makes for the same version. Blocks.

The expected one is made by the product's own migrations in a schema of the same database that exists for a moment and never
holds a row; nothing of the dump is run.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex

from sqlalchemy import URL, text

from onlinesvc_desktop.backend.backup.tools import run_tool
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate

_PLAIN = ["--schema-only", "--no-owner", "--no-privileges"]
_SCHEMA = re.compile(r"(?:CREATE|ALTER|COMMENT ON) SCHEMA [^;]*")
_SETTING = re.compile(r"SET \w+ = [\w']+|SELECT pg_catalog\.set_config\('search_path', '', false\)")
_SUBJECT = re.compile(r"(?:CREATE|ALTER)(?: OR REPLACE)?(?: UNIQUE)? (\w+)(?: ONLY)?\s+(?:public\.)?([\w$\".]+)")


def strange_statements(source: str, url: URL, version: str) -> list[str]:
    """Return what a dump makes and this product does not, or the other way round; empty when they agree.

    Raises:
        BackupError: a tool of PostgreSQL is missing or fails.
        SQLAlchemyError: the database cannot be reached.
    """
    found = _statements(run_tool(["pg_restore", *_PLAIN, "--file=-", source], url))
    with _scratch(url, version) as schema:
        written = run_tool(["pg_dump", *_PLAIN, f"--schema={schema}"], url)
    expected = _statements(written.replace(f"{schema}.", "public."))
    return sorted({_named(statement) for statement in found ^ expected})


@contextmanager
def _scratch(url: URL, version: str) -> Iterator[str]:
    """Lend the name of an empty schema of a version; it is gone afterwards."""
    name = f"onlinesvc_proof_{token_hex(6)}"
    database = Database(url.render_as_string(hide_password=False))
    try:
        with database.write() as connection:
            connection.execute(text(f"CREATE SCHEMA {name}"))
        beside = Database(url.render_as_string(hide_password=False), schema=name)
        try:
            migrate(beside, to=version)
        finally:
            beside.close()
        yield name
    finally:
        with database.write() as connection:
            connection.execute(text(f"DROP SCHEMA IF EXISTS {name} CASCADE"))
        database.close()


def _statements(script: str) -> set[str]:
    """Return the statements of a script that make something, each in one line."""
    lines = [line for line in script.splitlines() if not line.startswith(("--", "\\restrict ", "\\unrestrict "))]
    whole = (" ".join(statement.split()) for statement in re.split(r";[ \t]*(?:\n|\Z)", "\n".join(lines)))
    return {one for one in whole if one and not (_SETTING.fullmatch(one) or _SCHEMA.fullmatch(one))}


def _named(statement: str) -> str:
    """Return what a statement is about, as ``table watches``."""
    subject = _SUBJECT.match(statement)
    return statement[:60] if subject is None else f"{subject[1].lower()} {subject[2]}"
