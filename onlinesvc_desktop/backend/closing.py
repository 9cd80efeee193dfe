# SPDX-License-Identifier: MIT
"""What an access code may do now, and closing of those nobody uses (P14): at every door, and by the upkeep of any worker."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from onlinesvc_desktop.backend.account_mail import write_to_holder
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.rules.access import Standing, closing_at, standing
from onlinesvc_desktop.backend.store.accounts import (
    Account,
    active_administrators,
    close_inactive,
    end_sessions,
    find_account,
    note_warning,
    unused_since,
)
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.outbox import withdraw_secrets
from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import Role
from onlinesvc_desktop.contract.outbox import MailKind

_SHORTEST_MONTH = timedelta(days=28)
_WARNED_BEFORE = timedelta(days=14)


def standing_of(context: Context, account: Account, now: datetime) -> Standing:
    """Return what an access code may do now; one that was silent for too long is closed first. Every door asks this."""
    config = context.config
    found = standing(account, now, config.account_open_months, config.password_active_months)
    if found is not Standing.SILENT:
        return found
    with context.database.write() as connection:
        closed = close_for_inactivity(connection, account, now)
        present = account if closed else find_account(connection, account.code) or account
    if closed:
        return Standing.CLOSED
    # The last administrator stays open; so does a code that somebody used meanwhile.
    return standing(present, now, config.account_open_months, config.password_active_months, may_close=False)


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
    write_to_holder(connection, MailKind.ACCOUNT_CLOSED, account, now)
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
            days = {"since": account.last_activity_at.date().isoformat(), "closes_on": closes_at.date().isoformat()}
            write_to_holder(connection, MailKind.CLOSING_SOON, account, now, **days)
            warned += 1
    return warned


def close_all_inactive(context: Context, now: datetime) -> int:
    """Close every account that is due, however long the backend was off; return how many."""
    months = context.config.account_open_months
    with context.database.read() as connection:
        quiet = unused_since(connection, now - _SHORTEST_MONTH * months)
    due = [account for account in quiet if now >= closing_at(account.last_activity_at, months)]
    closed = 0
    for account in due:
        with context.database.write() as connection:
            closed += close_for_inactivity(connection, account, now)
    return closed
