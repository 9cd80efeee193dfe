# SPDX-License-Identifier: MIT
"""Personal access requests: anybody may send one; an administrator approves or refuses it in one transaction (P4)."""

import re
from datetime import timedelta
from itertools import islice

from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.decisions import approve as note_approved
from onlinesvc_desktop.backend.api.decisions import find_pending, queue, refusal
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.api.submissions import receive
from onlinesvc_desktop.backend.passwords import random_letters, temporary_password
from onlinesvc_desktop.backend.services.access_request.customers import add_customer, find_customer
from onlinesvc_desktop.backend.services.access_request.rules import access_code_candidates
from onlinesvc_desktop.backend.services.access_request.store import ACCESS_REQUESTS
from onlinesvc_desktop.backend.store.accounts import NewAccount, add_account, find_account
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.contract.access_request import (
    APPROVE_ACCESS_REQUEST,
    LIST_ACCESS_REQUESTS,
    REFUSE_ACCESS_REQUEST,
    REQUEST_ACCESS,
    AccessRequestItem,
    Approval,
)
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import FieldCode, Role
from onlinesvc_desktop.contract.decisions import Granted
from onlinesvc_desktop.contract.limits import ACCESS_CODE_PATTERN, CUSTOMER_NUMBER_PATTERN, TEMPORARY_PASSWORD_HOURS
from onlinesvc_desktop.contract.outbox import MailKind

_TRIED_CODES = 500


def approve(call: Call, approval: Approval) -> Granted:
    """Grant an access code with a temporary password, and write the e-mail that carries it.

    Raises:
        ApiError: not found, already decided, or a customer number or access code that cannot be used.
    """
    password = temporary_password()
    hashed = call.context.passwords.hash(password)

    def create(connection: Connection) -> Granted:
        request = find_pending(call, connection, ACCESS_REQUESTS)
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
        note_approved(call, connection, ACCESS_REQUESTS, request, account_id)
        facts = {"name": account.holder or "", "access_code": code, "reference": request.reference}
        mail = NewMail(MailKind.ACCESS_GRANTED, request.email, request.language, facts, account_id, password)
        outbox_id = queue_mail(connection, mail, call.now)
        subject = f"{request.reference} {code}"
        note(connection, call.now, call.own_session.account.id, AuditAction.ACCESS_REQUEST_APPROVED, subject, call.address)
        return Granted(code, outbox_id)

    granted = answer_once(call, APPROVE_ACCESS_REQUEST, approval, create)
    call.context.mail_queued.set()
    return granted


def _customer_of(call: Call, connection: Connection, approval: Approval, request: AccessRequestItem) -> int:
    new = approval.new_customer
    if new is not UNSET:
        number = new.number.strip()
        if not re.fullmatch(CUSTOMER_NUMBER_PATTERN, number):
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
        if not re.fullmatch(ACCESS_CODE_PATTERN, code):
            raise field_error("/access_code", FieldCode.MALFORMED)
        if find_account(connection, code) is not None:
            raise field_error("/access_code", FieldCode.TAKEN)
        return code
    candidates = access_code_candidates(request.first_name, request.last_name, request.company)
    free = (code for code in islice(candidates, _TRIED_CODES) if find_account(connection, code) is None)
    return next(free, None) or f"U{random_letters(9)}"


ROUTES = (
    receive(REQUEST_ACCESS, ACCESS_REQUESTS, MailKind.ACCESS_REQUESTED),
    queue(LIST_ACCESS_REQUESTS, ACCESS_REQUESTS),
    Route(APPROVE_ACCESS_REQUEST, approve),
    refusal(REFUSE_ACCESS_REQUEST, ACCESS_REQUESTS, MailKind.ACCESS_REFUSED, AuditAction.ACCESS_REQUEST_REFUSED),
)
