# SPDX-License-Identifier: MIT
"""E-mails to whoever uses an access code about what happened to it: a person who did not do it can call.

What is merely told is written only where a mail server takes it; at other sites it would be one more file for a hand.
"""

from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import Connection

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.store.accounts import Account
from onlinesvc_desktop.backend.store.outbox import NewMail, count_written, queue_mail
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.outbox import MailKind

_DAY = timedelta(days=1)
_MOST_CHANGES_A_DAY = 10
"""Of the e-mail address of one access code: whoever is signed in cannot write to strangers without end."""
_MOST_RECEIPTS_A_DAY = 3


class Asked(Protocol):
    """What every request of a stranger has."""

    @property
    def email(self) -> str:
        """Where its answer goes."""

    @property
    def language(self) -> Language:
        """The language of its answer."""


def write_to_holder(connection: Connection, kind: MailKind, account: Account, now: datetime, **facts: str) -> None:
    """Write to the default e-mail address of an access code, in its language; without an address nobody is told."""
    if account.default_email:
        _write(connection, kind, account, account.default_email, now, facts)


class Telling:
    """What happens to access codes and requests, told as it happens in the transaction of its cause."""

    def __init__(self, context: Context, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._is_told = context.config.mail_server is not None

    def holder(self, kind: MailKind, account: Account, **facts: str) -> None:
        """Tell whoever uses an access code."""
        if self._is_told:
            write_to_holder(self._connection, kind, account, self._now, **facts)

    def password_elsewhere(self, account: Account, recipient: str) -> None:
        """Tell the default e-mail address that a temporary password went to another one."""
        if account.default_email != recipient:
            self.holder(MailKind.PASSWORD_CHANGED, account, elsewhere="yes")

    def email_changed(self, account: Account, before: str | None) -> None:
        """Tell the former and the new default e-mail address; neither learns the other one."""
        if account.default_email == before or not self._is_told:
            return
        kind, since = MailKind.EMAIL_CHANGED, self._now - _DAY
        if count_written(self._connection, kind, since, access_code_id=account.id) >= 2 * _MOST_CHANGES_A_DAY:
            return
        for address, which in ((before, "former"), (account.default_email, "new")):
            if address:
                facts = {"address": which, "removed": "" if account.default_email else "yes"}
                _write(self._connection, kind, account, address, self._now, facts)

    def received(self, kind: MailKind, request: Asked, reference: str) -> None:
        """Acknowledge a request; nothing that was typed is said, since anybody may type anybody's address."""
        if not self._is_told:
            return
        written = count_written(self._connection, kind, self._now - _DAY, recipient=request.email)
        if written < _MOST_RECEIPTS_A_DAY:
            mail = NewMail(kind, request.email, request.language, {"reference": reference})
            queue_mail(self._connection, mail, self._now)


def _write(
    connection: Connection, kind: MailKind, account: Account, recipient: str, now: datetime, facts: dict[str, str]
) -> None:
    about = {"access_code": account.code, "name": account.holder or "", "customer": account.customer_name or ""}
    queue_mail(connection, NewMail(kind, recipient, account.language, about | facts, account.id), now)
