# SPDX-License-Identifier: MIT
"""The administrator's access codes: list, lock, unlock, close, rights, a new temporary password. Nothing reopens (P14)."""

from datetime import timedelta
from functools import partial

from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.account_mail import Telling
from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.passwords import temporary_password
from onlinesvc_desktop.backend.services.access_codes.store import find_access_code, list_access_codes
from onlinesvc_desktop.backend.store.accounts import (
    Account,
    active_administrators,
    change_state,
    find_account,
    set_rights,
    set_temporary_password,
)
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.old_passwords import remember_password
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail, withdraw_secrets
from onlinesvc_desktop.contract.access_codes import (
    CLOSE_ACCESS_CODE,
    LIST_ACCESS_CODES,
    LOCK_ACCESS_CODE,
    RESET_PASSWORD,
    SET_RIGHTS,
    UNLOCK_ACCESS_CODE,
    AccessCodeItem,
    AccessCodeQuery,
    AccountState,
    PasswordReset,
    RightsChange,
)
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import RIGHTS, ErrorCode, FieldCode, Right, Role
from onlinesvc_desktop.contract.contact import parse_email
from onlinesvc_desktop.contract.decisions import Granted
from onlinesvc_desktop.contract.limits import TEMPORARY_PASSWORD_HOURS
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.paging import Page

_RESET = "resetPassword"
_MAY_BECOME = {
    AccountState.LOCKED: (AccountState.ACTIVE,),
    AccountState.ACTIVE: (AccountState.LOCKED,),
    AccountState.CLOSED: (AccountState.ACTIVE, AccountState.LOCKED),
}
_ACTION = {
    AccountState.LOCKED: AuditAction.ACCESS_CODE_LOCKED,
    AccountState.ACTIVE: AuditAction.ACCESS_CODE_UNLOCKED,
    AccountState.CLOSED: AuditAction.ACCESS_CODE_CLOSED,
}
_MAIL = {AccountState.LOCKED: MailKind.ACCOUNT_LOCKED, AccountState.CLOSED: MailKind.ACCOUNT_CLOSED}


def show(call: Call, query: AccessCodeQuery) -> Page[AccessCodeItem]:
    """Return a page of access codes."""
    state = None if query.state is UNSET else query.state
    with call.context.database.read() as connection:
        items = list_access_codes(connection, state, search_of(query), call.context.config.account_open_months)
    return Page(tuple(items), cursor_after(items, query.limit))


def change(state: AccountState, call: Call, _: None) -> AccessCodeItem:
    """Lock, unlock or close an access code; its sessions end, and its holder is told.

    Raises:
        ApiError: not found, not in a state that allows it, or the last administrator.
    """
    with call.context.database.write() as connection:
        account = _find(call, connection)
        leaves = account.role is Role.ADMINISTRATOR and account.state is AccountState.ACTIVE
        if account.state not in _MAY_BECOME[state]:
            raise ApiError(ErrorCode.WRONG_STATE)
        if leaves and active_administrators(connection) <= 1:
            raise ApiError(ErrorCode.LAST_ADMINISTRATOR)
        if not change_state(connection, account, state, call.now):
            raise ApiError(ErrorCode.WRONG_STATE)
        if state is AccountState.CLOSED:
            withdraw_secrets(connection, account.id)
        if state in _MAIL:
            Telling(call.context, connection, call.now).holder(_MAIL[state], account, by_administrator="yes")
        note(connection, call.now, call.own_session.account.id, _ACTION[state], account.code, call.address)
        changed = find_access_code(connection, account.id, call.context.config.account_open_months)
    call.context.mail_queued.set()
    return changed


def set_what_it_may(call: Call, request: RightsChange) -> AccessCodeItem:
    """Leave an access code these rights; open sessions go on with them from their next request.

    Raises:
        ApiError: not found, closed, an administrator's, or a right that is none.
    """
    if Right.OTHER in request.rights:
        raise field_error("/rights", FieldCode.UNKNOWN)
    with call.context.database.write() as connection:
        account = _find(call, connection)
        if account.state is AccountState.CLOSED or account.role is Role.ADMINISTRATOR:
            raise ApiError(ErrorCode.WRONG_STATE)
        set_rights(connection, account.id, request.rights)
        subject = f"{account.code}: {' '.join(right for right in RIGHTS if right in request.rights) or '-'}"
        note(connection, call.now, call.own_session.account.id, AuditAction.RIGHTS_CHANGED, subject, call.address)
        return find_access_code(connection, account.id, call.context.config.account_open_months)


def reset(call: Call, request: PasswordReset) -> Granted:
    """Replace a password by a temporary one and write the e-mail that carries it; earlier ones become worthless.

    Raises:
        ApiError: not found, not active, or nowhere to send it.
    """
    email = parse_email(request.email) if request.email.strip() else None
    if email is None and request.email.strip():
        raise field_error("/email", FieldCode.MALFORMED)
    password = temporary_password()
    hashed = call.context.passwords.hash(password)
    until = call.now + timedelta(hours=TEMPORARY_PASSWORD_HOURS)

    def create(connection: Connection) -> Granted:
        account = _find(call, connection)
        if account.state is not AccountState.ACTIVE:
            raise ApiError(ErrorCode.WRONG_STATE)
        recipient = email or account.default_email
        if recipient is None:
            raise field_error("/email", FieldCode.REQUIRED)
        withdraw_secrets(connection, account.id)
        remember_password(connection, account)
        set_temporary_password(connection, account.id, hashed, until, call.now)
        facts = {"name": account.holder or "", "access_code": account.code}
        mail = NewMail(MailKind.PASSWORD_RESET, recipient, account.language, facts, account.id, password)
        outbox_id = queue_mail(connection, mail, call.now)
        Telling(call.context, connection, call.now).password_elsewhere(account, recipient)
        subject = f"{account.code} {recipient}"
        note(connection, call.now, call.own_session.account.id, AuditAction.PASSWORD_RESET, subject, call.address)
        return Granted(account.code, outbox_id)

    granted = answer_once(call, RESET_PASSWORD, request, create)
    call.context.mail_queued.set()
    return granted


def _find(call: Call, connection: Connection) -> Account:
    account = find_account(connection, call.path["code"])
    if account is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    return account


ROUTES = (
    Route(LIST_ACCESS_CODES, show),
    Route(LOCK_ACCESS_CODE, partial(change, AccountState.LOCKED)),
    Route(UNLOCK_ACCESS_CODE, partial(change, AccountState.ACTIVE)),
    Route(CLOSE_ACCESS_CODE, partial(change, AccountState.CLOSED)),
    Route(RESET_PASSWORD, reset),
    Route(SET_RIGHTS, set_what_it_may),
)
