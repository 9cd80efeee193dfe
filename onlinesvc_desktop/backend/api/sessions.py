# SPDX-License-Identifier: MIT
"""Signing in and out."""

from datetime import datetime, timedelta
from typing import assert_never

from msgspec import UNSET

from onlinesvc_desktop.backend.api.authenticate import account_of, ends_at, state_of
from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.closing import standing_of
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.rules.access import Standing, password_expiry
from onlinesvc_desktop.backend.store.accounts import (
    Account,
    OpenSession,
    close_session,
    open_session,
    rehash_password,
)
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.session import (
    GET_CURRENT_SESSION,
    SIGN_IN,
    SIGN_OUT,
    CurrentSession,
    Profile,
    Session,
    SessionRequest,
)


def profile_of(context: Context, account: Account, now: datetime) -> Profile:
    """Return what an account says of itself."""
    expiry = password_expiry(account.password_changed_at, context.config.password_active_months)
    owed = account.password_temporary or now >= expiry
    return Profile(
        access_code=account.code,
        role=account.role,
        language=account.language,
        customer_number=account.customer_number or UNSET,
        customer_name=account.customer_name or UNSET,
        default_email=account.default_email or UNSET,
        password_changed_at=UNSET if owed else account.password_changed_at,
        password_expires_at=UNSET if owed else expiry,
        rights=account.rights,
    )


def sign_in(call: Call, request: SessionRequest) -> Session:
    """Open a session; until the password is right, every account and none get one answer, after the same work."""
    context = call.context
    account = account_of(context, request.access_code, request.password, call.address, call.now)
    try:
        _refuse_unless_open(standing_of(context, account, call.now))
    except ApiError:
        with context.database.write() as connection:
            note(connection, call.now, account.id, AuditAction.SIGN_IN_REFUSED, account.code, call.address)
        raise
    absolute = timedelta(hours=context.config.session_absolute_hours)
    with context.database.write() as connection:
        if context.passwords.is_outdated(account.password_hash):
            rehash_password(connection, account.id, context.passwords.hash(request.password))
        token = open_session(connection, account, request.workstation, call.now, absolute)
        note(connection, call.now, account.id, AuditAction.SIGNED_IN, request.workstation, call.address)
    session = OpenSession(0, call.now, call.now, account)
    return Session(
        token=token,
        expires_at=ends_at(context, session, call.now),
        password_state=state_of(context, session, call.now),
        profile=profile_of(context, account, call.now),
    )


def _refuse_unless_open(found: Standing) -> None:
    """Say why an account whose password is right cannot be used.

    Raises:
        ApiError: closed, locked, or a temporary password whose hours are over.
    """
    match found:
        case Standing.MAY_ACT | Standing.OWES_PASSWORD:
            return
        case Standing.CLOSED | Standing.SILENT:
            raise ApiError(ErrorCode.ACCOUNT_CLOSED)
        case Standing.LOCKED:
            raise ApiError(ErrorCode.ACCOUNT_LOCKED)
        case Standing.TEMPORARY_OVER:
            raise ApiError(ErrorCode.TEMPORARY_PASSWORD_EXPIRED)
        case never:
            assert_never(never)


def current(call: Call, _: None) -> CurrentSession:
    """Describe the session that asks."""
    session = call.own_session
    return CurrentSession(
        ends_at(call.context, session, session.last_used_at),
        state_of(call.context, session, call.now),
        profile_of(call.context, session.account, call.now),
    )


def sign_out(call: Call, _: None) -> None:
    """End the session that asks."""
    with call.context.database.write() as connection:
        close_session(connection, call.own_session)
        note(connection, call.now, call.own_session.account.id, AuditAction.SIGNED_OUT, "", call.address)


ROUTES = (
    Route(SIGN_IN, sign_in),
    Route(GET_CURRENT_SESSION, current),
    Route(SIGN_OUT, sign_out),
)
