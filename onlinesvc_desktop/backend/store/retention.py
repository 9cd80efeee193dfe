# SPDX-License-Identifier: MIT
"""Forget rows whose time is over (``rules/retention.py`` says how long each class of data is kept)."""

from datetime import datetime

from sqlalchemy import Connection, Select, Table, delete, func, select, update

from onlinesvc_desktop.backend.rules.retention import (
    DECIDED_HELP_KEPT,
    DECIDED_REQUESTS_KEPT,
    FAILED_ATTACHMENTS_KEPT,
    FAILED_MAIL_KEPT,
    QUARANTINE_KEPT,
    SENT_ATTACHMENTS_KEPT,
    SENT_MAIL_KEPT,
)
from onlinesvc_desktop.backend.store.tables.accounts import sessions
from onlinesvc_desktop.backend.store.tables.exchange import exchange_asked, exchange_taken
from onlinesvc_desktop.backend.store.tables.intake import intake_files, intake_quarantine
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.backend.store.tables.requests import access_requests, password_help_requests
from onlinesvc_desktop.backend.store.times import to_seconds
from onlinesvc_desktop.contract.access_request import REQUEST_ACCESS
from onlinesvc_desktop.contract.outbox import MailState
from onlinesvc_desktop.contract.password_help import ASK_PASSWORD_HELP


def forget_old_rows(connection: Connection, now: datetime) -> None:
    """Forget decided requests, e-mails gone or given up, ended sessions and set-aside lines that are kept long enough."""
    _forget_requests(connection, REQUEST_ACCESS.queued, access_requests, to_seconds(now - DECIDED_REQUESTS_KEPT))
    _forget_requests(connection, ASK_PASSWORD_HELP.queued, password_help_requests, to_seconds(now - DECIDED_HELP_KEPT))
    _forget_mail(connection, now)
    connection.execute(delete(sessions).where(sessions.c.expires_at < to_seconds(now)))
    old_files = select(intake_files.c.id).where(intake_files.c.finished_at < to_seconds(now - QUARANTINE_KEPT))
    connection.execute(delete(intake_quarantine).where(intake_quarantine.c.file_id.in_(old_files)))


def _forget_requests(connection: Connection, kind: str, table: Table, before: int) -> None:
    """Forget requests decided before an instant (epoch seconds), with what was written about them to other sides.

    The newest row stays, whatever its age: a database may give the number of a last row that went to the next one.
    """
    newest = select(table.c.id).order_by(table.c.id.desc()).limit(1).scalar_subquery()
    old: Select[tuple[int]] = select(table.c.id).where(table.c.decided_at < before, table.c.id != newest)
    for exchanged in (exchange_asked, exchange_taken):
        connection.execute(delete(exchanged).where(exchanged.c.kind == kind, exchanged.c.row_id.in_(old)))
    connection.execute(delete(table).where(table.c.id.in_(old)))


def _forget_mail(connection: Connection, now: datetime) -> None:
    gone = outbox.c.state.in_([MailState.SENT.value, MailState.SAVED.value])
    gone_at = func.coalesce(outbox.c.sent_at, outbox.c.created_at)
    given_up = outbox.c.state == MailState.FAILED.value
    has_attachment = outbox.c.report_id.is_not(None)
    for over, at, kept in ((gone, gone_at, SENT_ATTACHMENTS_KEPT), (given_up, outbox.c.created_at, FAILED_ATTACHMENTS_KEPT)):
        old = at < to_seconds(now - kept)
        connection.execute(update(outbox).where(over, has_attachment, old).values(report_id=None))
    connection.execute(delete(outbox).where(gone, gone_at < to_seconds(now - SENT_MAIL_KEPT)))
    connection.execute(delete(outbox).where(given_up, outbox.c.created_at < to_seconds(now - FAILED_MAIL_KEPT)))
