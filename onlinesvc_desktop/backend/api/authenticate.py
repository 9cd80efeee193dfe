# SPDX-License-Identifier: MIT
"""From an Authorization header to a session that may call an operation."""

from datetime import datetime, timedelta
from typing import Any

from onlinesvc_desktop.backend.api.problems import ApiError, wait_first
from onlinesvc_desktop.backend.closing import standing_of
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.rules.access import Standing, password_state, session_end
from onlinesvc_desktop.backend.store.accounts import Account, OpenSession, find_account, find_session, touch_session
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, Role
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.session import PasswordState

_TOUCH_AFTER = timedelta(minutes=1)


def account_of(context: Context, access_code: str, password: str, address: str, now: datetime) -> Account:
    """Return the account of an access code and its password, whatever its state.

    Every code takes the same work, whether it exists or not. Failures slow this address down for this code.

    Raises:
        ApiError: ``too_many_requests`` or ``sign_in_failed``.
    """
    wait_first(
        max(context.sign_ins_per_address.take(address, 1, now), context.sign_ins_per_code.take(access_code, address, now))
    )
    with context.database.read() as connection:
        account = find_account(connection, access_code)
    right = context.passwords.verify(None if account is None else account.password_hash, password)
    if account is None or not right:
        context.sign_ins_per_code.failed(access_code, address)
        # One line whether the code exists or not, so that the time it takes tells nobody which do.
        _note(context, now, None, AuditAction.SIGN_IN_FAILED, "" if account is None else account.code, address)
        raise ApiError(ErrorCode.SIGN_IN_FAILED)
    context.sign_ins_per_code.succeeded(access_code, address)
    return account


def ends_at(context: Context, session: OpenSession, now: datetime) -> datetime:
    """Return when a session used at ``now`` ends."""
    return session_end(
        session.created_at,
        now,
        timedelta(hours=context.config.session_idle_hours),
        timedelta(hours=context.config.session_absolute_hours),
    )


def state_of(context: Context, session: OpenSession, now: datetime) -> PasswordState:
    """Return the password state of a session's account."""
    account = session.account
    months = context.config.password_active_months
    return password_state(account.password_changed_at, account.password_temporary, now, months)


def authenticate(
    context: Context, header: str | None, operation: Operation[Any], address: str, now: datetime
) -> OpenSession | None:
    """Return the session of a request, or None when it has none and needs none.

    Raises:
        ApiError: no session where one is required, a session that is over, or a new password owed first.
    """
    if header is None:
        if operation.access is Access.PUBLIC:
            return None
        raise ApiError(ErrorCode.SIGN_IN_REQUIRED)
    scheme, _, token = header.partition(" ")
    if scheme.casefold() != "bearer" or not token.isascii():
        raise ApiError(ErrorCode.SESSION_EXPIRED)
    with context.database.read() as connection:
        session = find_session(connection, token.strip())
    if session is None or now >= ends_at(context, session, session.last_used_at):
        raise ApiError(ErrorCode.SESSION_EXPIRED)
    found = standing_of(context, session.account, now)
    if found not in (Standing.MAY_ACT, Standing.OWES_PASSWORD):
        raise ApiError(ErrorCode.SESSION_EXPIRED)
    if operation.access is not Access.ANY_SESSION and found is Standing.OWES_PASSWORD:
        raise ApiError(ErrorCode.PASSWORD_CHANGE_REQUIRED)
    refused = _refused(operation, session.account)
    if refused is not None:
        if context.refusals_noted.take(str(session.account.id), 1, now) == 0:
            _note(context, now, session.account.id, AuditAction.ACCESS_REFUSED, operation.name, address)
        raise ApiError(refused)
    if operation.counts_as_use and now - session.last_used_at >= _TOUCH_AFTER and _is_to_touch(context, session, now):
        with context.database.write() as connection:
            touch_session(connection, session, now)
    return session


def _is_to_touch(context: Context, session: OpenSession, now: datetime) -> bool:
    """Tell whether this request notes that its session is used.

    Of those on the event loop one goes to a thread for it, another a second later if that came to nothing; the others read
    on: all of them would wait for the same row.
    """
    if context.database.is_on_standby:
        return False
    return not context.database.never_waits or context.touches.take(str(session.id), 1, now) == 0


def _refused(operation: Operation[Any], account: Account) -> ErrorCode | None:
    """Return why an account may not call an operation, or None if it may."""
    if operation.access is Access.ADMINISTRATOR and account.role is not Role.ADMINISTRATOR:
        return ErrorCode.FORBIDDEN
    if operation.right is not None and operation.right not in account.rights:
        return ErrorCode.RIGHT_MISSING
    return None


def _note(
    context: Context, now: datetime, access_code_id: int | None, action: AuditAction, subject: str, address: str
) -> None:
    with context.database.write() as connection:
        note(connection, now, access_code_id, action, subject, address)
