# SPDX-License-Identifier: MIT
"""The administrator's outbox: what waits, what went, what failed and why; retry, or save for a site without mail."""

from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.mail.compose import CARRIES_SECRET, CannotBeWrittenError, compose
from onlinesvc_desktop.backend.mail.present import as_it_stands
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.outbox import StoredMail, count_mail_left, find_mail, list_mail, note_gone, retry_mail
from onlinesvc_desktop.backend.store.sent_reports import table_of
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.outbox import (
    LIST_OUTBOX,
    RETRY_MAIL,
    SAVE_MAIL,
    MailFile,
    MailState,
    OutboxItem,
    OutboxPage,
    OutboxQuery,
)


def show(call: Call, query: OutboxQuery) -> OutboxPage:
    """Return a page of the outbox."""
    state = None if query.state is UNSET else query.state
    with call.context.database.read() as connection:
        mails = list_mail(connection, state, search_of(query))
    items = tuple(_item(mail) for mail in mails)
    return OutboxPage(items, cursor_after(items, query.limit), mail_server=call.context.config.mail_server is not None)


def count_unsent(context: Context, connection: Connection) -> int:
    """Return how many e-mails need a hand; what waits for its first attempt by a mail server goes by itself."""
    return count_mail_left(connection, has_server=context.config.mail_server is not None)


def retry(call: Call, _: None) -> OutboxItem:
    """Let an e-mail be tried at once.

    Raises:
        ApiError: not found, gone already, or its temporary password is no longer good.
    """
    mail_id = int(call.path["id"])
    with call.context.database.write() as connection:
        if find_mail(connection, mail_id) is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        if not retry_mail(connection, mail_id, call.now):
            raise ApiError(ErrorCode.WRONG_STATE)
        note(connection, call.now, call.own_session.account.id, AuditAction.MAIL_RETRIED, str(mail_id), call.address)
        mail = find_mail(connection, mail_id)
    assert mail is not None
    call.context.mail_queued.set()
    return _item(mail)


def save(call: Call, _: None) -> MailFile:
    """Return an e-mail that was not sent as a file to be sent by other means; it then counts as gone.

    Raises:
        ApiError: not found, sent already, its temporary password is no longer good, nobody is to get it any longer, or no
            message can be made of it.
    """
    with call.context.database.write() as connection:
        mail = find_mail(connection, int(call.path["id"]))
        if mail is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        if mail.state is MailState.SENT or (mail.kind in CARRIES_SECRET and mail.secret is None):
            raise ApiError(ErrorCode.WRONG_STATE)
        present = as_it_stands(connection, mail, call.context.config, call.now)
        if present is None:
            raise ApiError(ErrorCode.WRONG_STATE)
        try:
            content = compose(present, call.context.config, call.now, table_of(connection, mail.id)).as_bytes()
        except CannotBeWrittenError as error:
            raise ApiError(ErrorCode.WRONG_STATE) from error
        if mail.state is not MailState.SAVED:
            note_gone(connection, mail, MailState.SAVED, call.now)
        note(connection, call.now, call.own_session.account.id, AuditAction.MAIL_SAVED, str(mail.id), call.address)
    return MailFile(f"{mail.kind.value.replace('_', '-')}-{mail.id}.eml", content)


def _item(mail: StoredMail) -> OutboxItem:
    return OutboxItem(
        id=mail.id,
        kind=mail.kind,
        state=mail.state,
        recipient=mail.recipient,
        language=mail.language,
        created_at=mail.created_at,
        attempts=mail.attempts,
        access_code=mail.facts.get("access_code", ""),
        error=mail.error,
        next_attempt_at=mail.next_attempt_at if mail.state is MailState.WAITING else UNSET,
        sent_at=UNSET if mail.sent_at is None else mail.sent_at,
    )


ROUTES = (
    Route(LIST_OUTBOX, show),
    Route(RETRY_MAIL, retry),
    Route(SAVE_MAIL, save),
)
