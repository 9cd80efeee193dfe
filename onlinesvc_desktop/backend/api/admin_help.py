# SPDX-License-Identifier: MIT
"""The administrator's queue of forgotten passwords: list, answer with a temporary password, refuse."""

from datetime import timedelta

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.passwords import temporary_password
from onlinesvc_desktop.backend.store.accounts import find_account, set_temporary_password
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.old_passwords import remember_password
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail, withdraw_secrets
from onlinesvc_desktop.backend.store.password_help import decide_help_request, find_help_request, list_help_requests
from onlinesvc_desktop.backend.store.resemblance import Asker, Resemblances
from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.access_request import tidy_lines
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.decisions import Granted, Reason, RequestQuery, RequestState
from onlinesvc_desktop.contract.limits import TEMPORARY_PASSWORD_HOURS
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.password_help import (
    ANSWER_PASSWORD_HELP,
    LIST_PASSWORD_HELP,
    REFUSE_PASSWORD_HELP,
    HelpAnswer,
    PasswordHelpItem,
)


def show(call: Call, query: RequestQuery) -> Page[PasswordHelpItem]:
    """Return a page of the queue."""
    state = None if query.state is UNSET else query.state
    with call.context.database.read() as connection:
        items = list_help_requests(connection, state, search_of(query))
        if any(item.state is RequestState.PENDING for item in items):
            known = Resemblances(connection)
            items = [_with_resemblance(item, known) for item in items]
    return Page(tuple(items), cursor_after(items, query.limit))


def answer(call: Call, reply: HelpAnswer) -> Granted:
    """Give an access code a temporary password and send it, to the code's own e-mail unless told otherwise.

    Raises:
        ApiError: not found, already decided, an access code that is unknown or not open, or nowhere to send it.
    """
    password = temporary_password()
    hashed = call.context.passwords.hash(password)
    administrator = call.own_session.account.id

    def create(connection: Connection) -> Granted:
        request = _find(call, connection)
        account = find_account(connection, reply.access_code)
        if account is None or account.state is not AccountState.ACTIVE:
            raise field_error("/access_code", FieldCode.UNKNOWN)
        recipient = request.email if reply.to_asker else account.default_email
        if recipient is None:
            raise field_error("/to_asker", FieldCode.REQUIRED)
        approved = RequestState.APPROVED
        if not decide_help_request(connection, request.id, approved, administrator, "", account.id, call.now):
            raise ApiError(ErrorCode.ALREADY_DECIDED)
        withdraw_secrets(connection, account.id)
        until = call.now + timedelta(hours=TEMPORARY_PASSWORD_HOURS)
        remember_password(connection, account)
        set_temporary_password(connection, account.id, hashed, until, call.now)
        facts = {"name": account.holder or request.name, "access_code": account.code}
        mail = NewMail(MailKind.PASSWORD_RESET, recipient, request.language, facts, account.id, password)
        outbox_id = queue_mail(connection, mail, call.now)
        subject = f"{request.reference} {account.code} {recipient}"
        note(connection, call.now, administrator, AuditAction.PASSWORD_HELP_ANSWERED, subject, call.address)
        return Granted(account.code, outbox_id)

    granted = answer_once(call, ANSWER_PASSWORD_HELP, reply, create)
    call.context.mail_queued.set()
    return granted


def refuse(call: Call, reason: Reason) -> PasswordHelpItem:
    """Refuse a request and write the e-mail that says why.

    Raises:
        ApiError: not found, already decided, or no reason given.
    """
    words = tidy_lines(reason.reason)
    if not words:
        raise field_error("/reason", FieldCode.REQUIRED)
    administrator = call.own_session.account.id
    with call.context.database.write() as connection:
        request = _find(call, connection)
        refused = RequestState.REFUSED
        if not decide_help_request(connection, request.id, refused, administrator, words, None, call.now):
            raise ApiError(ErrorCode.ALREADY_DECIDED)
        facts = {"name": request.name, "reason": words, "reference": request.reference}
        queue_mail(connection, NewMail(MailKind.HELP_REFUSED, request.email, request.language, facts), call.now)
        note(connection, call.now, administrator, AuditAction.PASSWORD_HELP_REFUSED, request.reference, call.address)
        decided = find_help_request(connection, request.id)
    call.context.mail_queued.set()
    assert decided is not None
    return decided


def _with_resemblance(item: PasswordHelpItem, known: Resemblances) -> PasswordHelpItem:
    if item.state is not RequestState.PENDING:
        return item
    asker = Asker(item.reference, item.name, item.company, item.email)
    return msgspec.structs.replace(item, resembles=known.of(asker))


def _find(call: Call, connection: Connection) -> PasswordHelpItem:
    request = find_help_request(connection, int(call.path["id"]))
    if request is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    if request.state is not RequestState.PENDING:
        raise ApiError(ErrorCode.ALREADY_DECIDED)
    return request


ROUTES = (
    Route(LIST_PASSWORD_HELP, show),
    Route(ANSWER_PASSWORD_HELP, answer),
    Route(REFUSE_PASSWORD_HELP, refuse),
)
