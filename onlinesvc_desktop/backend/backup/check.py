# SPDX-License-Identifier: MIT
"""Look a database over: whole, of this version, no orphans, room on the disk, a clock that goes forward. Changes nothing."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError

from onlinesvc_desktop.backend.config import TLS_CERTIFICATE, TLS_FOLDER
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.invoice_sums import wrong_sums
from onlinesvc_desktop.backend.store.migrate import NEWEST, current_version
from onlinesvc_desktop.backend.store.tables import accounts
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.private_files import open_to_others

_LEAST_FREE_BYTES = 1_000_000_000
_CLOCK_LEEWAY = timedelta(minutes=10)
_CERTIFICATE_LEEWAY = timedelta(days=30)
Finding = tuple[str, bool, str]
"""What was looked at, whether it is well, and what was found."""


def findings(database: Database, data_dir: Path, now: datetime) -> Iterator[Finding]:
    """Yield what was found, one line each."""
    free = shutil.disk_usage(data_dir).free
    yield "free disk", free >= _LEAST_FREE_BYTES, f"{free // 1_000_000} MB"
    open_files = sorted(file.name for file in open_to_others(data_dir))
    said = (
        f"{', '.join(open_files[:5])}: others may read them; start the server once"
        if open_files
        else "for their owner alone"
    )
    yield "files", not open_files, said
    yield from _certificate(data_dir / TLS_FOLDER / TLS_CERTIFICATE, now)
    try:
        version = current_version(database)
        yield "schema", version == NEWEST, f"{version or 'empty'}, this program knows {NEWEST}"
        if version is None:
            return
        if database.is_sqlite:
            yield from _sqlite(database)
        if version == NEWEST:
            yield from _contents(database, now)
    except DatabaseError as error:
        yield "database", False, str(error.orig)


def _certificate(file: Path, now: datetime) -> Iterator[Finding]:
    """Look at the certificate of the site, if it has one of its own."""
    if not file.exists():
        return
    from cryptography import x509

    try:
        until = x509.load_pem_x509_certificate(file.read_bytes()).not_valid_after_utc
    except ValueError as error:
        yield "certificate", False, f"{file.name} cannot be read: {error}"
        return
    yield "certificate", until - now > _CERTIFICATE_LEEWAY, f"good until {until:%Y-%m-%d}"


def _sqlite(database: Database) -> Iterator[Finding]:
    with database.read() as connection:
        found = connection.execute(text("PRAGMA integrity_check(5)")).scalars().all()
        yield "integrity", list(found) == ["ok"], "; ".join(map(str, found))
        orphans = connection.execute(text("PRAGMA foreign_key_check")).all()
        tables = sorted({str(row[0]) for row in orphans})
        yield "orphan rows", not orphans, f"{len(orphans)} {' '.join(tables)}".strip()


def _contents(database: Database, now: datetime) -> Iterator[Finding]:
    with database.read() as connection:
        latest = connection.execute(select(func.max(accounts.audit.c.at))).scalar()
        moment = from_seconds(latest or 0)
        yield "clock", moment <= now + _CLOCK_LEEWAY, f"last noted {moment:%Y-%m-%d %H:%M} UTC, now {now:%Y-%m-%d %H:%M} UTC"
        waiting = connection.execute(select(func.count()).select_from(outbox).where(outbox.c.state == "failed")).scalar_one()
        yield "outbox", waiting == 0, f"{waiting} e-mails failed"
        wrong = wrong_sums(connection)
        yield "invoice sums", wrong == 0, f"{wrong} differ from the invoices" if wrong else "as the invoices say"
        count = connection.execute(select(func.count()).select_from(accounts.access_codes)).scalar_one()
        yield "access codes", True, str(count)
