# SPDX-License-Identifier: MIT
"""Queries on access codes and sessions."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from onlinesvc_desktop.backend.store.schema import access_codes, customers, sessions
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.codes import Language, Role

ACTIVE = "active"


@dataclass(frozen=True, slots=True)
class Account:
    """One access code with its customer."""

    id: int
    code: str
    role: Role
    state: str
    customer_id: int | None
    customer_number: str | None
    customer_name: str | None
    password_hash: str
    password_changed_at: datetime
    password_temporary: bool
    default_email: str | None
    language: Language


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session row with the account it belongs to."""

    id: int
    created_at: datetime
    last_used_at: datetime
    account: Account


_ACCOUNT_COLUMNS = (
    access_codes.c.id,
    access_codes.c.code,
    access_codes.c.role,
    access_codes.c.state,
    access_codes.c.customer_id,
    customers.c.number,
    customers.c.name,
    access_codes.c.password_hash,
    access_codes.c.password_changed_at,
    access_codes.c.password_temporary,
    access_codes.c.default_email,
    access_codes.c.language,
)
_ACCOUNT_TABLES = access_codes.outerjoin(customers)
_BY_CODE = (
    select(*_ACCOUNT_COLUMNS).select_from(_ACCOUNT_TABLES).where(access_codes.c.code_folded == bindparam("code_folded"))
)
_BY_TOKEN = (
    select(*_ACCOUNT_COLUMNS, sessions.c.id, sessions.c.created_at, sessions.c.last_used_at)
    .select_from(sessions.join(_ACCOUNT_TABLES, sessions.c.access_code_id == access_codes.c.id))
    .where(sessions.c.token_hash == bindparam("token_hash"))
)


def _account(row: Sequence[Any]) -> Account:
    return Account(
        id=row[0],
        code=row[1],
        role=Role(row[2]),
        state=row[3],
        customer_id=row[4],
        customer_number=row[5],
        customer_name=row[6],
        password_hash=row[7],
        password_changed_at=from_seconds(row[8]),
        password_temporary=row[9],
        default_email=row[10],
        language=Language(row[11]),
    )


def hash_token(token: str) -> bytes:
    """Return what is stored of a session token; 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).digest()


def find_account(connection: Connection, code: str) -> Account | None:
    """Return the account of an access code, without regard to case."""
    row = connection.execute(_BY_CODE, {"code_folded": code.strip().casefold()}).first()
    return None if row is None else _account(row)


def find_session(connection: Connection, token: str) -> OpenSession | None:
    """Return the session of a token, expired or not."""
    row = connection.execute(_BY_TOKEN, {"token_hash": hash_token(token)}).first()
    if row is None:
        return None
    return OpenSession(row[12], from_seconds(row[13]), from_seconds(row[14]), _account(row))


def open_session(connection: Connection, account: Account, workstation: str, now: datetime, absolute: timedelta) -> str:
    """Store a new session, note the activity, drop sessions long over, and return the token."""
    token = secrets.token_urlsafe(32)
    at = to_seconds(now)
    connection.execute(delete(sessions).where(sessions.c.expires_at < at))
    connection.execute(
        insert(sessions).values(
            token_hash=hash_token(token),
            access_code_id=account.id,
            workstation=workstation,
            created_at=at,
            last_used_at=at,
            expires_at=to_seconds(now + absolute),
        )
    )
    connection.execute(update(access_codes).where(access_codes.c.id == account.id).values(last_activity_at=at))
    return token


def touch_session(connection: Connection, session: OpenSession, now: datetime) -> None:
    """Note that a session was used."""
    at = to_seconds(now)
    connection.execute(update(sessions).where(sessions.c.id == session.id).values(last_used_at=at))
    connection.execute(update(access_codes).where(access_codes.c.id == session.account.id).values(last_activity_at=at))


def close_session(connection: Connection, session: OpenSession) -> None:
    """Forget a session."""
    connection.execute(delete(sessions).where(sessions.c.id == session.id))


def change_profile(connection: Connection, account_id: int, values: dict[str, str | None]) -> None:
    """Write preferred language or default e-mail."""
    connection.execute(update(access_codes).where(access_codes.c.id == account_id).values(**values))


def change_password(connection: Connection, account_id: int, password_hash: str, now: datetime) -> None:
    """Replace a password; it is active from ``now``."""
    connection.execute(
        update(access_codes)
        .where(access_codes.c.id == account_id)
        .values(password_hash=password_hash, password_changed_at=to_seconds(now), password_temporary=False)
    )


def rehash_password(connection: Connection, account_id: int, password_hash: str) -> None:
    """Store the same password under newer hash parameters."""
    connection.execute(update(access_codes).where(access_codes.c.id == account_id).values(password_hash=password_hash))


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An access code to be written."""

    code: str
    role: Role
    customer_id: int | None
    password_hash: str
    password_changed_at: datetime
    language: Language
    default_email: str | None = None


def add_account(connection: Connection, account: NewAccount, now: datetime) -> None:
    """Write an active access code."""
    connection.execute(
        insert(access_codes).values(
            code=account.code,
            code_folded=account.code.casefold(),
            role=account.role.value,
            state=ACTIVE,
            customer_id=account.customer_id,
            password_hash=account.password_hash,
            password_changed_at=to_seconds(account.password_changed_at),
            password_temporary=False,
            default_email=account.default_email,
            language=account.language.value,
            last_activity_at=to_seconds(now),
            created_at=to_seconds(now),
        )
    )
