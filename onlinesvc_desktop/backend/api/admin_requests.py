# SPDX-License-Identifier: MIT
"""The administrator's queue of personal access requests: list, approve, refuse. Each action is one transaction."""

import re
from datetime import timedelta
from itertools import islice

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.passwords import random_letters, temporary_password
from onlinesvc_desktop.backend.rules.access_code import access_code_candidates
from onlinesvc_desktop.backend.store.access_requests import (
    add_customer,
    decide,
    find_customer,
    find_request,
    list_requests,
    note_grant,
)
from onlinesvc_desktop.backend.store.accounts import NewAccount, add_account, find_account
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.backend.store.resemblance import Asker, Resemblances
from onlinesvc_desktop.contract.access_request import (
    APPROVE_ACCESS_REQUEST,
    LIST_ACCESS_REQUESTS,
    REFUSE_ACCESS_REQUEST,
    AccessRequestItem,
    Approval,
    tidy_lines,
)
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Role
from onlinesvc_desktop.contract.decisions import Granted, Reason, RequestQuery, RequestState
from onlinesvc_desktop.contract.limits import ACCESS_CODE_PATTERN, CUSTOMER_NUMBER_PATTERN, TEMPORARY_PASSWORD_HOURS
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.paging import Page

_TRIED_CODES = 500


def show(call: Call, query: RequestQuery) -> Page[AccessRequestItem]:
    """Return a page of the queue."""
    state = None if query.state is UNSET else query.state
    with call.context.database.read() as connection:
        items = list_requests(connection, state, search_of(query))
        if any(item.state is RequestState.PENDING for item in items):
            known = Resemblances(connection)
            items = [_with_resemblance(item, known) for item in items]
    return Page(tuple(items), cursor_after(items, query.limit))


def approve(call: Call, approval: Approval) -> Granted:
    """Grant an access code with a temporary password, and write the e-mail that carries it.

    Raises:
        ApiError: not found, already decided, or a customer number or access code that cannot be used.
    """
    password = temporary_password()
    hashed = call.context.passwords.hash(password)

    def create(connection: Connection) -> Granted:
        request = _find(call, connection)
        customer_id = _customer_of(call, connection, approval, request)
        code = _code_of(connection, approval, request)
        account = NewAccount(
            code,
            Role.CUSTOMER,
            customer_id,
            hashed,
            call.now,
            request.language,
            default_email=request.email,
            holder=f"{request.first_name} {request.last_name}",
            temporary_until=call.now + timedelta(hours=TEMPORARY_PASSWORD_HOURS),
        )
        account_id = add_account(connection, account, call.now)
        administrator = call.own_session.account.id
        if not decide(connection, request.id, RequestState.APPROVED, administrator, "", call.now):
            raise ApiError(ErrorCode.ALREADY_DECIDED)
        note_grant(connection, request.id, account_id)
        facts = {"name": account.holder or "", "access_code": code, "reference": request.reference}
        mail = NewMail(MailKind.ACCESS_GRANTED, request.email, request.language, facts, account_id, password)
        outbox_id = queue_mail(connection, mail, call.now)
        subject = f"{request.reference} {code}"
        note(connection, call.now, administrator, AuditAction.ACCESS_REQUEST_APPROVED, subject, call.address)
        return Granted(code, outbox_id)

    granted = answer_once(call, APPROVE_ACCESS_REQUEST, approval, create)
    call.context.mail_queued.set()
    return granted


def refuse(call: Call, reason: Reason) -> AccessRequestItem:
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
        if not decide(connection, request.id, RequestState.REFUSED, administrator, words, call.now):
            raise ApiError(ErrorCode.ALREADY_DECIDED)
        name = f"{request.first_name} {request.last_name}"
        facts = {"name": name, "reason": words, "reference": request.reference}
        queue_mail(connection, NewMail(MailKind.ACCESS_REFUSED, request.email, request.language, facts), call.now)
        note(connection, call.now, administrator, AuditAction.ACCESS_REQUEST_REFUSED, request.reference, call.address)
        refused = _find(call, connection, RequestState.REFUSED)
    call.context.mail_queued.set()
    return refused


def _with_resemblance(item: AccessRequestItem, known: Resemblances) -> AccessRequestItem:
    if item.state is not RequestState.PENDING:
        return item
    asker = Asker(item.reference, f"{item.first_name} {item.last_name}", item.company, item.email)
    return msgspec.structs.replace(item, resembles=known.of(asker))


def _find(call: Call, connection: Connection, state: RequestState = RequestState.PENDING) -> AccessRequestItem:
    request = find_request(connection, int(call.path["id"]))
    if request is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    if request.state is not state:
        raise ApiError(ErrorCode.ALREADY_DECIDED)
    return request


def _customer_of(call: Call, connection: Connection, approval: Approval, request: AccessRequestItem) -> int:
    new = approval.new_customer
    if new is not UNSET:
        number = new.number.strip()
        if not re.match(CUSTOMER_NUMBER_PATTERN, number):
            raise field_error("/new_customer/number", FieldCode.MALFORMED)
        if find_customer(connection, number) is not None:
            raise field_error("/new_customer/number", FieldCode.TAKEN)
        return add_customer(connection, new, request, call.now)
    if approval.customer_number is UNSET or not approval.customer_number.strip():
        raise field_error("/customer_number", FieldCode.REQUIRED)
    customer_id = find_customer(connection, approval.customer_number)
    if customer_id is None:
        raise field_error("/customer_number", FieldCode.UNKNOWN)
    return customer_id


def _code_of(connection: Connection, approval: Approval, request: AccessRequestItem) -> str:
    if approval.access_code is not UNSET and approval.access_code.strip():
        code = approval.access_code.strip()
        if not re.match(ACCESS_CODE_PATTERN, code):
            raise field_error("/access_code", FieldCode.MALFORMED)
        if find_account(connection, code) is not None:
            raise field_error("/access_code", FieldCode.TAKEN)
        return code
    candidates = access_code_candidates(request.first_name, request.last_name, request.company)
    free = (code for code in islice(candidates, _TRIED_CODES) if find_account(connection, code) is None)
    return next(free, None) or f"U{random_letters(9)}"


ROUTES = (
    Route(LIST_ACCESS_REQUESTS, show),
    Route(APPROVE_ACCESS_REQUEST, approve),
    Route(REFUSE_ACCESS_REQUEST, refuse),
)
