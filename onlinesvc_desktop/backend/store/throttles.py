# SPDX-License-Identifier: MIT
"""Buckets of throttles that several workers share; on PostgreSQL a table without a log, because a crash may forget them."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import Connection, and_, delete, select, update

from onlinesvc_desktop.backend.rules.throttle import Bucket
from onlinesvc_desktop.backend.store.tables.accounts import throttles
from onlinesvc_desktop.backend.store.upsert import upsert


def change_bucket(connection: Connection, name: str, key: str, change: Callable[[Bucket | None], Bucket | None]) -> None:
    """Change a bucket while its row is locked; ``change`` gets None for one that is new."""
    hashed = sha256(key.encode()).digest()
    connection.execute(
        upsert(throttles, connection.dialect.name)
        .values(name=name, key=hashed, left=0.0, at=0.0, failures=0)
        .on_conflict_do_nothing()
    )
    its_own = and_(throttles.c.name == name, throttles.c.key == hashed)
    columns = (throttles.c.left, throttles.c.at, throttles.c.failures)
    left, at, failures = connection.execute(select(*columns).where(its_own).with_for_update()).one()
    changed = change(None if at == 0.0 else Bucket(left, datetime.fromtimestamp(at, UTC), failures))
    if changed is not None:
        connection.execute(
            update(throttles).where(its_own).values(left=changed.left, at=changed.at.timestamp(), failures=changed.failures)
        )


def forget_buckets(connection: Connection, before: datetime) -> None:
    """Drop buckets nobody has used since; they are full again by then."""
    connection.execute(delete(throttles).where(throttles.c.at < before.timestamp()))
