# SPDX-License-Identifier: MIT
"""Queries on access codes and sessions."""

import hashlib
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from onlinesvc_desktop.backend.store.prepared import Prepared
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, customers, sessions
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.codes import RIGHTS, Language, Right, Role

INACTIVITY = "inactivity"
BY_ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Account:
    """One access code with its customer."""

    id: int
    code: str
    role: Role
    state: AccountState
    customer_id: int | None
    customer_number: str | None
    customer_name: str | None
    password_hash: str
    password_changed_at: datetime
    password_temporary: bool
    default_email: str | None
    language: Language
    last_activity_at: datetime
    temporary_until: datetime | None
    holder: str | None
    rights: tuple[Right, ...]


def rights_left(role: Role, withheld: str) -> tuple[Right, ...]:
    """Return the rights of an access code, given those taken from it as they are stored; administrators keep all."""
    if role is Role.ADMINISTRATOR:
        return RIGHTS
    return tuple(right for right in RIGHTS if right.value not in withheld.split())


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session row with the account it belongs to."""

    id: int
    created_at: datetime
    last_used_at: datetime
    account: Account
    workstation: str = ""


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
    access_codes.c.last_activity_at,
    access_codes.c.temporary_until,
    access_codes.c.holder,
    access_codes.c.withheld_rights,
)
_SESSION_AT = len(_ACCOUNT_COLUMNS)
_ACCOUNT_TABLES = access_codes.outerjoin(customers)
_BY_CODE = (
    select(*_ACCOUNT_COLUMNS).select_from(_ACCOUNT_TABLES).where(access_codes.c.code_folded == bindparam("code_folded"))
)
_BY_TOKEN = Prepared(
    select(*_ACCOUNT_COLUMNS, sessions.c.id, sessions.c.created_at, sessions.c.last_used_at)
    .select_from(sessions.join(_ACCOUNT_TABLES, sessions.c.access_code_id == access_codes.c.id))
    .where(sessions.c.token_hash == bindparam("token_hash"))
)


def _account(row: Sequence[Any]) -> Account:
    return Account(
        id=row[0],
        code=row[1],
        role=Role(row[2]),
        state=AccountState(row[3]),
        customer_id=row[4],
        customer_number=row[5],
        customer_name=row[6],
        password_hash=row[7],
        password_changed_at=from_seconds(row[8]),
        password_temporary=row[9],
        default_email=row[10],
        language=Language(row[11]),
        last_activity_at=from_seconds(row[12]),
        temporary_until=None if row[13] is None else from_seconds(row[13]),
        holder=row[14],
        rights=rights_left(Role(row[2]), row[15]),
    )


def hash_token(token: str) -> bytes:
    """Return what is stored of a session token; 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).digest()


def has_accounts(connection: Connection) -> bool:
    """Tell whether there is any access code."""
    return connection.execute(select(access_codes.c.id).limit(1)).first() is not None


def find_account(connection: Connection, code: str) -> Account | None:
    """Return the account of an access code, without regard to case."""
    row = connection.execute(_BY_CODE, {"code_folded": code.strip().casefold()}).first()
    return None if row is None else _account(row)


def account_of(connection: Connection, account_id: int) -> Account | None:
    """Return the account of a row id."""
    statement = select(*_ACCOUNT_COLUMNS).select_from(_ACCOUNT_TABLES).where(access_codes.c.id == account_id)
    row = connection.execute(statement).first()
    return None if row is None else _account(row)


def find_session(connection: Connection, token: str) -> OpenSession | None:
    """Return the session of a token, expired or not."""
    row = _BY_TOKEN.first(connection, token_hash=hash_token(token))
    if row is None:
        return None
    session_id, created_at, last_used_at = row[_SESSION_AT:]
    return OpenSession(session_id, from_seconds(created_at), from_seconds(last_used_at), _account(row))


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


def list_sessions(connection: Connection, account: Account) -> list[OpenSession]:
    """Return the sessions of an access code, the last used first."""
    columns = (sessions.c.id, sessions.c.created_at, sessions.c.last_used_at, sessions.c.workstation)
    statement = select(*columns).where(sessions.c.access_code_id == account.id)
    rows = connection.execute(statement.order_by(sessions.c.last_used_at.desc(), sessions.c.id.desc()))
    return [OpenSession(row[0], from_seconds(row[1]), from_seconds(row[2]), account, row[3]) for row in rows]


def end_session(connection: Connection, account_id: int, session_id: int) -> bool:
    """End one session of an access code; False when there is none such."""
    own = (sessions.c.access_code_id == account_id, sessions.c.id == session_id)
    return connection.execute(delete(sessions).where(*own)).rowcount == 1


def change_profile(connection: Connection, account_id: int, values: dict[str, str | None]) -> None:
    """Write preferred language or default e-mail."""
    connection.execute(update(access_codes).where(access_codes.c.id == account_id).values(**values))


def change_password(connection: Connection, account_id: int, password_hash: str, now: datetime) -> None:
    """Replace a password; it is active from ``now``."""
    connection.execute(
        update(access_codes)
        .where(access_codes.c.id == account_id)
        .values(
            password_hash=password_hash, password_changed_at=to_seconds(now), password_temporary=False, temporary_until=None
        )
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
    holder: str | None = None
    temporary_until: datetime | None = None
    """Until when the password, if it is a temporary one, can be used."""


def add_account(connection: Connection, account: NewAccount, now: datetime) -> int:
    """Write an active access code and return its row."""
    temporary_until = account.temporary_until
    written = connection.execute(
        insert(access_codes).values(
            code=account.code,
            code_folded=account.code.casefold(),
            role=account.role.value,
            state=AccountState.ACTIVE.value,
            customer_id=account.customer_id,
            password_hash=account.password_hash,
            password_changed_at=to_seconds(account.password_changed_at),
            password_temporary=temporary_until is not None,
            temporary_until=None if temporary_until is None else to_seconds(temporary_until),
            holder=account.holder,
            default_email=account.default_email,
            language=account.language.value,
            last_activity_at=to_seconds(now),
            created_at=to_seconds(now),
        )
    )
    assert written.inserted_primary_key is not None
    return int(written.inserted_primary_key[0])


def close_inactive(connection: Connection, account: Account, now: datetime) -> bool:
    """Close an account nobody used; False when somebody did meanwhile, or another worker was quicker."""
    closed = connection.execute(
        update(access_codes)
        .where(
            access_codes.c.id == account.id,
            access_codes.c.state != AccountState.CLOSED.value,
            access_codes.c.last_activity_at == to_seconds(account.last_activity_at),
        )
        .values(state=AccountState.CLOSED.value, closed_at=to_seconds(now), closed_reason=INACTIVITY)
    )
    return closed.rowcount == 1


def note_warning(connection: Connection, account: Account, now: datetime) -> bool:
    """Note that an account was warned of closing; False when it was since its last use, or was used meanwhile."""
    used_at = to_seconds(account.last_activity_at)
    warned = connection.execute(
        update(access_codes)
        .where(access_codes.c.id == account.id, access_codes.c.last_activity_at == used_at)
        .where(func.coalesce(access_codes.c.closing_warned_at, -1) < used_at)
        .values(closing_warned_at=to_seconds(now))
    )
    return warned.rowcount == 1


def unused_since(connection: Connection, before: datetime) -> list[Account]:
    """Return open accounts whose last activity lies before an instant."""
    rows = connection.execute(
        select(*_ACCOUNT_COLUMNS)
        .select_from(_ACCOUNT_TABLES)
        .where(access_codes.c.state != AccountState.CLOSED.value, access_codes.c.last_activity_at <= to_seconds(before))
    )
    return [_account(row) for row in rows]


def active_administrators(connection: Connection) -> int:
    """Return how many administrators can still sign in, and hold them until the transaction ends."""
    wanted = (access_codes.c.role == Role.ADMINISTRATOR.value, access_codes.c.state == AccountState.ACTIVE.value)
    return len(connection.execute(select(access_codes.c.id).where(*wanted).with_for_update()).all())


def administrators_in(connection: Connection) -> list[str]:
    """Return the access codes of the administrators that are not closed."""
    wanted = (access_codes.c.role == Role.ADMINISTRATOR.value, access_codes.c.state != AccountState.CLOSED.value)
    return list(connection.execute(select(access_codes.c.code).where(*wanted).order_by(access_codes.c.code)).scalars())


def change_state(connection: Connection, account: Account, state: AccountState, now: datetime) -> bool:
    """Lock, unlock or close; False when the account is no longer as it was. Its sessions end; unlocking counts as use."""
    values: dict[str, Any] = {"state": state.value}
    if state is AccountState.ACTIVE:
        values["last_activity_at"] = to_seconds(now)
    if state is AccountState.CLOSED:
        values |= {"closed_at": to_seconds(now), "closed_reason": BY_ADMINISTRATOR}
    changed = connection.execute(
        update(access_codes)
        .where(access_codes.c.id == account.id, access_codes.c.state == account.state.value)
        .values(**values)
    )
    end_sessions(connection, account.id)
    return changed.rowcount == 1


def set_rights(connection: Connection, account_id: int, rights: Collection[Right]) -> None:
    """Leave an access code these rights and no others; it counts from its next request."""
    withheld = " ".join(right.value for right in RIGHTS if right not in rights)
    connection.execute(update(access_codes).where(access_codes.c.id == account_id).values(withheld_rights=withheld))


def end_sessions(connection: Connection, account_id: int, but: int | None = None) -> None:
    """End every session of an access code, but one if that is named."""
    own = delete(sessions).where(sessions.c.access_code_id == account_id)
    connection.execute(own if but is None else own.where(sessions.c.id != but))


def set_temporary_password(
    connection: Connection, account_id: int, password_hash: str, until: datetime, now: datetime
) -> None:
    """Replace a password by a temporary one; counts as use, so that the account does not close under the reply."""
    connection.execute(
        update(access_codes)
        .where(access_codes.c.id == account_id)
        .values(
            password_hash=password_hash,
            password_changed_at=to_seconds(now),
            password_temporary=True,
            temporary_until=to_seconds(until),
            last_activity_at=to_seconds(now),
        )
    )
    end_sessions(connection, account_id)


def extend_temporary_password(connection: Connection, account_id: int, until: datetime) -> None:
    """Let the hours of a temporary password count from when its e-mail went out."""
    connection.execute(
        update(access_codes)
        .where(access_codes.c.id == account_id, access_codes.c.password_temporary)
        .values(temporary_until=to_seconds(until))
    )
