# SPDX-License-Identifier: MIT
"""Closing of accounts nobody uses (P14): at sign-in, and by the upkeep of any worker."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.rules.access import closing_at
from onlinesvc_desktop.backend.store.accounts import (
    Account,
    active_administrators,
    close_inactive,
    end_sessions,
    note_warning,
    unused_since,
)
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail, withdraw_secrets
from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import Role
from onlinesvc_desktop.contract.outbox import MailKind

_SHORTEST_MONTH = timedelta(days=28)
_WARNED_BEFORE = timedelta(days=14)


def closes_now(context: Context, account: Account, now: datetime) -> bool:
    """Tell whether an account has been silent for too long."""
    return now >= closing_at(account.last_activity_at, context.config.account_open_months)


def close_for_inactivity(connection: Connection, account: Account, now: datetime) -> bool:
    """Close one account with its e-mail and its line in the audit log; the last administrator stays open.

    Exactly one of several workers gets True.
    """
    last = account.role is Role.ADMINISTRATOR and account.state is AccountState.ACTIVE
    if last and active_administrators(connection) <= 1:
        return False
    if not close_inactive(connection, account, now):
        return False
    end_sessions(connection, account.id)
    withdraw_secrets(connection, account.id)
    note(connection, now, None, AuditAction.CLOSED_FOR_INACTIVITY, account.code, "")
    if account.default_email:
        facts = {"access_code": account.code, "name": account.holder or ""}
        queue_mail(
            connection, NewMail(MailKind.ACCOUNT_CLOSED, account.default_email, account.language, facts, account.id), now
        )
    return True


def warn_of_closing(context: Context, now: datetime) -> int:
    """Write one e-mail for each account that closes within two weeks; return how many."""
    months = context.config.account_open_months
    before = now + _WARNED_BEFORE - _SHORTEST_MONTH * months
    with context.database.read() as connection:
        quiet = unused_since(connection, before)
    warned = 0
    for account in quiet:
        closes_at = closing_at(account.last_activity_at, months)
        if not account.default_email or not closes_at - _WARNED_BEFORE <= now < closes_at:
            continue
        with context.database.write() as connection:
            if not note_warning(connection, account, now):
                continue
            facts = {"access_code": account.code, "name": account.holder or "", "closes_on": closes_at.date().isoformat()}
            mail = NewMail(MailKind.CLOSING_SOON, account.default_email, account.language, facts, account.id)
            queue_mail(connection, mail, now)
            warned += 1
    return warned


def close_all_inactive(context: Context, now: datetime) -> int:
    """Close every account that is due, however long the backend was off; return how many."""
    before = now - _SHORTEST_MONTH * context.config.account_open_months
    with context.database.read() as connection:
        due = [one for one in unused_since(connection, before) if closes_now(context, one, now)]
    closed = 0
    for account in due:
        with context.database.write() as connection:
            closed += close_for_inactivity(connection, account, now)
    return closed
