# SPDX-License-Identifier: MIT
"""E-mails to whoever uses an access code about what happened to it: a person who did not do it can call."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from onlinesvc_desktop.backend.store.accounts import Account
from onlinesvc_desktop.backend.store.outbox import NewMail, count_written, queue_mail
from onlinesvc_desktop.contract.outbox import MailKind

_MOST_A_DAY = 10
"""Of one kind about one access code: whoever is signed in cannot write to strangers without end."""


def tell_holder(connection: Connection, kind: MailKind, account: Account, now: datetime, **facts: str) -> None:
    """Write to the default e-mail address of an access code, in its language; without an address nobody is told."""
    if account.default_email:
        _tell(connection, kind, account, account.default_email, now, facts)


def tell_new_password_elsewhere(connection: Connection, account: Account, recipient: str, now: datetime) -> None:
    """Write to the default e-mail address that a temporary password went to another one."""
    if account.default_email != recipient:
        tell_holder(connection, MailKind.PASSWORD_CHANGED, account, now, elsewhere="yes")


def tell_email_changed(connection: Connection, account: Account, before: str | None, now: datetime) -> None:
    """Write to the former and to the new default e-mail address; neither learns the other one."""
    if account.default_email == before:
        return
    written = count_written(connection, MailKind.EMAIL_CHANGED, now - timedelta(days=1), access_code_id=account.id)
    if written >= _MOST_A_DAY:
        return
    for address, which in ((before, "former"), (account.default_email, "new")):
        if address:
            facts = {"address": which, "removed": "" if account.default_email else "yes"}
            _tell(connection, MailKind.EMAIL_CHANGED, account, address, now, facts)


def _tell(
    connection: Connection, kind: MailKind, account: Account, recipient: str, now: datetime, facts: dict[str, str]
) -> None:
    about = {"access_code": account.code, "name": account.holder or "", "customer": account.customer_name or ""}
    queue_mail(connection, NewMail(kind, recipient, account.language, about | facts, account.id), now)
