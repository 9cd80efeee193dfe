# SPDX-License-Identifier: MIT
"""Prove a dump of PostgreSQL before it is put back: whole, of a version of ours, and with nothing in it that we never make.

The kind of everything in it is looked at first, then every statement that makes something is compared with what this product
makes for the same version: tables, columns, keys, indexes, triggers and functions. A dump runs with the rights of the site's
own role, which needs to be no superuser.
"""

import re
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError

from onlinesvc_desktop.backend.backup.dump_schema import strange_statements
from onlinesvc_desktop.backend.backup.errors import BackupError
from onlinesvc_desktop.backend.backup.tools import read_dump_through, run_tool
from onlinesvc_desktop.backend.store.migrate import known_versions

_ENTRY = re.compile(r"\d+; \d+ \d+ (?P<kind>[A-Z][A-Z ]*[A-Z]) (?P<schema>\S+) (?P<name>.+) \S+")
_PLAIN = {
    *("SCHEMA", "EXTENSION", "COMMENT", "ACL", "SEQUENCE", "SEQUENCE OWNED BY", "SEQUENCE SET", "DEFAULT"),
    *("TABLE", "TABLE DATA", "CONSTRAINT", "FK CONSTRAINT", "INDEX"),
}
_NAMED = {
    "FUNCTION": {"audit_only_grows()", "audit_kept()"},
    "TRIGGER": {"audit audit_only_grows", "audit audit_kept"},
}


def prove_dump(source: Path, url: URL) -> None:
    """Refuse a dump that is not ours.

    Raises:
        BackupError: it is damaged, of a later version, or holds something that this product never makes.
    """
    dump = str(source)
    read_dump_through(dump, url)
    strangers = []
    for line in run_tool(["pg_restore", "--list", dump], url).splitlines():
        if line.startswith(";") or not line:
            continue
        entry = _ENTRY.fullmatch(line)
        if entry is None or not (entry["kind"] in _PLAIN or entry["name"] in _NAMED.get(entry["kind"], ())):
            strangers.append(line.split(" ", 3)[-1] if entry is None else f"{entry['kind'].lower()} {entry['name']}")
    if strangers:
        raise BackupError(f"{source}: its schema is not ours ({', '.join(strangers[:5])})")
    rows = run_tool(["pg_restore", "--data-only", "--table=alembic_version", "--file=-", dump], url)
    versions = re.findall(r"\nCOPY [^\n]* FROM stdin;\n(.*?)\\\.\n", rows, re.DOTALL)
    version = versions[0].strip() if len(versions) == 1 else ""
    if version not in known_versions():
        later = "a later version of the product" if version.isdigit() else "something else than this product"
        raise BackupError(f"{source}: made by {later} ({version or 'it names no version'})")
    try:
        differing = strange_statements(dump, url, version)
    except SQLAlchemyError as error:
        raise BackupError(f"{source}: the database cannot be asked what its schema should be ({error})") from error
    if differing:
        raise BackupError(f"{source}: its schema is not ours ({', '.join(differing[:5])})")
