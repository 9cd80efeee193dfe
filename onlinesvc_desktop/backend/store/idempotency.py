# SPDX-License-Identifier: MIT
"""Answers kept by idempotency key, so that a request sent twice acts once (design section 4)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, select, update
from sqlalchemy.sql.dml import ReturningInsert

from onlinesvc_desktop.backend.store.tables.accounts import idempotency_keys
from onlinesvc_desktop.backend.store.times import to_seconds
from onlinesvc_desktop.backend.store.upsert import upsert

KEPT = timedelta(days=30)


# Built once: building them for each request cost more than running them.
_KEEP = (
    update(idempotency_keys)
    .where(idempotency_keys.c.operation == bindparam("of_operation"), idempotency_keys.c.key == bindparam("of_key"))
    .values(answer=bindparam("kept"))
)


@cache
def _claim(dialect: str) -> ReturningInsert[tuple[str]]:
    return upsert(idempotency_keys, dialect).on_conflict_do_nothing().returning(idempotency_keys.c.key)


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """What the same key was answered before."""

    request_hash: bytes
    answer: bytes


def claim_key(connection: Connection, operation: str, key: str, request_hash: bytes, now: datetime) -> EarlierAnswer | None:
    """Take a key for this request, or return what it was answered; a request under way with the same key is waited for.

    The row of an earlier answer is locked, which PostgreSQL writes down: a transaction that writes nothing waits for no
    standby, so that an answer which no standby has yet would be given as one that lasts.
    """
    values = {
        "operation": operation,
        "key": key,
        "request_hash": request_hash,
        "answer": b"",
        "created_at": to_seconds(now),
    }
    claimed = connection.execute(_claim(connection.dialect.name), values).first()
    if claimed is not None:
        return None
    columns = (idempotency_keys.c.request_hash, idempotency_keys.c.answer)
    row = connection.execute(select(*columns).where(_same(operation, key)).with_for_update()).one()
    return EarlierAnswer(row[0], row[1])


def keep_answer(connection: Connection, operation: str, key: str, answer: bytes) -> None:
    """Keep the answer of a claimed key, in the transaction of its effect."""
    connection.execute(_KEEP, {"of_operation": operation, "of_key": key, "kept": answer})


def drop_old_keys(connection: Connection, now: datetime) -> None:
    """Forget keys nobody can be retrying any more."""
    connection.execute(delete(idempotency_keys).where(idempotency_keys.c.created_at < to_seconds(now - KEPT)))


def _same(operation: str, key: str) -> ColumnElement[bool]:
    return and_(idempotency_keys.c.operation == operation, idempotency_keys.c.key == key)
