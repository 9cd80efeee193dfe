# SPDX-License-Identifier: MIT
"""Help with a forgotten password: anybody may ask, an administrator answers or refuses (P11).

Nobody looks at access codes when one asks, so the answer tells nothing.
"""

from datetime import timedelta

from sqlalchemy import Connection

from onlinesvc_desktop.backend.account_mail import Telling
from onlinesvc_desktop.backend.api.decisions import approve, find_pending, queue, refusal
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.api.submissions import receive
from onlinesvc_desktop.backend.passwords import temporary_password
from onlinesvc_desktop.backend.services.password_help.store import PASSWORD_HELP
from onlinesvc_desktop.backend.store.accounts import find_account, set_temporary_password
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.old_passwords import remember_password
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail, withdraw_secrets
from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.decisions import Granted
from onlinesvc_desktop.contract.limits import TEMPORARY_PASSWORD_HOURS
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.password_help import (
    ANSWER_PASSWORD_HELP,
    ASK_PASSWORD_HELP,
    LIST_PASSWORD_HELP,
    REFUSE_PASSWORD_HELP,
    HelpAnswer,
)


def answer(call: Call, reply: HelpAnswer) -> Granted:
    """Give an access code a temporary password and send it, to the code's own e-mail unless told otherwise.

    Raises:
        ApiError: not found, already decided, an access code that is unknown or not open, or nowhere to send it.
    """
    password = temporary_password()
    hashed = call.context.passwords.hash(password)
    administrator = call.own_session.account.id

    def create(connection: Connection) -> Granted:
        request = find_pending(call, connection, PASSWORD_HELP)
        account = find_account(connection, reply.access_code)
        if account is None or account.state is not AccountState.ACTIVE:
            raise field_error("/access_code", FieldCode.UNKNOWN)
        recipient = request.email if reply.to_asker else account.default_email
        if recipient is None:
            raise field_error("/to_asker", FieldCode.REQUIRED)
        approve(call, connection, PASSWORD_HELP, request, account.id)
        withdraw_secrets(connection, account.id)
        until = call.now + timedelta(hours=TEMPORARY_PASSWORD_HOURS)
        remember_password(connection, account)
        set_temporary_password(connection, account.id, hashed, until, call.now)
        facts = {"name": account.holder or request.name, "access_code": account.code, "reference": request.reference}
        mail = NewMail(MailKind.PASSWORD_RESET, recipient, request.language, facts, account.id, password)
        outbox_id = queue_mail(connection, mail, call.now)
        Telling(call.context, connection, call.now).password_elsewhere(account, recipient)
        subject = f"{request.reference} {account.code} {recipient}"
        note(connection, call.now, administrator, AuditAction.PASSWORD_HELP_ANSWERED, subject, call.address)
        return Granted(account.code, outbox_id)

    granted = answer_once(call, ANSWER_PASSWORD_HELP, reply, create)
    call.context.mail_queued.set()
    return granted


ROUTES = (
    receive(ASK_PASSWORD_HELP, PASSWORD_HELP),
    queue(LIST_PASSWORD_HELP, PASSWORD_HELP),
    Route(ANSWER_PASSWORD_HELP, answer),
    refusal(REFUSE_PASSWORD_HELP, PASSWORD_HELP, MailKind.HELP_REFUSED, AuditAction.PASSWORD_HELP_REFUSED),
)
