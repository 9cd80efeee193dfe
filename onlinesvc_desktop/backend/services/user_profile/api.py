# SPDX-License-Identifier: MIT
"""The user profile: preferred language, default e-mail, password (P5, P10, P12)."""

from dataclasses import replace

from msgspec import UNSET

from onlinesvc_desktop.backend.account_mail import Telling
from onlinesvc_desktop.backend.api.authenticate import ends_at
from onlinesvc_desktop.backend.api.problems import ApiError, field_error, wait_first
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.api.sessions import profile_of
from onlinesvc_desktop.backend.passwords import new_password_fault
from onlinesvc_desktop.backend.store.accounts import (
    change_password,
    change_profile,
    close_session,
    end_session,
    end_sessions,
    list_sessions,
)
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.old_passwords import earlier_passwords, remember_password
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.contact import parse_email
from onlinesvc_desktop.contract.new_password import words_about
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.session import Profile
from onlinesvc_desktop.contract.user_profile import (
    CHANGE_PROFILE,
    END_SESSION,
    GET_PROFILE,
    LIST_SESSIONS,
    REPLACE_PASSWORD,
    OpenSessionItem,
    OpenSessions,
    PasswordChange,
    ProfileChange,
)

_MOST_WRONG_PASSWORDS = 5


def show(call: Call, _: None) -> Profile:
    """Return the profile of the session that asks."""
    return profile_of(call.context, call.own_session.account, call.now)


def change(call: Call, request: ProfileChange) -> Profile:
    """Change preferred language or default e-mail; the former and the new address are told."""
    account = call.own_session.account
    values: dict[str, str | None] = {}
    if request.language is not UNSET:
        values["language"] = request.language.value
        account = replace(account, language=request.language)
    if request.default_email is not UNSET:
        email = parse_email(request.default_email) if request.default_email.strip() else None
        if email is None and request.default_email.strip():
            raise field_error("/default_email", FieldCode.MALFORMED)
        values["default_email"] = email
        account = replace(account, default_email=email)
    if values:
        with call.context.database.write() as connection:
            change_profile(connection, account.id, values)
            Telling(call.context, connection, call.now).email_changed(account, call.own_session.account.default_email)
        call.context.mail_queued.set()
    return profile_of(call.context, account, call.now)


def replace_password(call: Call, request: PasswordChange) -> Profile:
    """Replace the password; also the only way on from an expired or temporary one.

    The other sessions of a code that belongs to one person end; those of a shared code go on (P5).
    """
    account = call.own_session.account
    passwords = call.context.passwords
    _prove(call, request.current_password)
    about = words_about(account.code, account.customer_name or "", account.default_email or "", account.holder or "")
    problem = new_password_fault(request.new_password, request.current_password, account.code, about)
    if problem is not None:
        raise ApiError(ErrorCode.INVALID_FIELDS, [problem])
    with call.context.database.read() as connection:
        earlier = earlier_passwords(connection, account)
    if any(passwords.verify(one, request.new_password) for one in earlier):
        raise field_error("/new_password", FieldCode.USED_BEFORE)
    hashed = passwords.hash(request.new_password)
    with call.context.database.write() as connection:
        remember_password(connection, account)
        change_password(connection, account.id, hashed, call.now)
        if account.holder is not None:
            end_sessions(connection, account.id, but=call.own_session.id)
        Telling(call.context, connection, call.now).holder(MailKind.PASSWORD_CHANGED, account)
        note(connection, call.now, account.id, AuditAction.PASSWORD_CHANGED, account.code, call.address)
    call.context.mail_queued.set()
    changed = replace(account, password_hash=hashed, password_changed_at=call.now, password_temporary=False)
    return profile_of(call.context, changed, call.now)


def _prove(call: Call, password: str) -> None:
    """Let whoever knows the present password pass; guessing it with somebody's session is slowed down and ends the session.

    Raises:
        ApiError: too soon after a wrong one, wrong, or wrong so often that the session was ended.
    """
    session, guesses = call.own_session, call.context.sign_ins_per_code
    key = f"session {session.id}"
    wait_first(guesses.take(key, "", call.now))
    if call.context.passwords.verify(session.account.password_hash, password):
        guesses.succeeded(key, "")
        return
    if guesses.failed(key, "") < _MOST_WRONG_PASSWORDS:
        raise field_error("/current_password", FieldCode.WRONG_PASSWORD)
    with call.context.database.write() as connection:
        close_session(connection, session)
        note(connection, call.now, session.account.id, AuditAction.SESSION_ENDED, session.account.code, call.address)
    raise ApiError(ErrorCode.SESSION_EXPIRED)


def show_sessions(call: Call, _: None) -> OpenSessions:
    """List the open sessions of the access code that asks (P5)."""
    session = call.own_session
    with call.context.database.read() as connection:
        rows = list_sessions(connection, session.account)
    items = [
        OpenSessionItem(one.id, one.workstation, one.created_at, one.last_used_at, one.id == session.id)
        for one in rows
        if call.now < ends_at(call.context, one, one.last_used_at)
    ]
    return OpenSessions(tuple(items))


def end_one_session(call: Call, _: None) -> None:
    """End a session of the same access code.

    Raises:
        ApiError: there is none such, or it is another code's.
    """
    account = call.own_session.account
    with call.context.database.write() as connection:
        if not end_session(connection, account.id, int(call.path["id"])):
            raise ApiError(ErrorCode.NOT_FOUND)
        note(connection, call.now, account.id, AuditAction.SESSION_ENDED, account.code, call.address)


ROUTES = (
    Route(LIST_SESSIONS, show_sessions),
    Route(END_SESSION, end_one_session),
    Route(GET_PROFILE, show),
    Route(CHANGE_PROFILE, change),
    Route(REPLACE_PASSWORD, replace_password),
)
