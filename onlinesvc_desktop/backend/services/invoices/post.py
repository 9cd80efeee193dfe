# SPDX-License-Identifier: MIT
"""E-mails about disputes, in the language of whoever disputed."""

from datetime import datetime
from decimal import Decimal

from msgspec import UNSET
from sqlalchemy import Connection, select

from onlinesvc_desktop.backend.services.invoices.disputes import StoredDispute
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.written import written_money


def tell_received(connection: Connection, stored: StoredDispute, now: datetime) -> None:
    """Write that a dispute has arrived."""
    _queue(connection, MailKind.DISPUTE_RECEIVED, stored, now)


def tell_decided(connection: Connection, stored: StoredDispute, now: datetime) -> None:
    """Write what was decided."""
    _queue(connection, MailKind.DISPUTE_DECIDED, stored, now)


def _queue(connection: Connection, kind: MailKind, stored: StoredDispute, now: datetime) -> None:
    if not stored.email:
        return
    dispute, language = stored.dispute, stored.language
    holder = select(access_codes.c.holder).where(access_codes.c.id == stored.access_code_id)
    accepted = "0" if dispute.accepted is UNSET else dispute.accepted
    facts = {
        "name": connection.execute(holder).scalar() or "",
        "number": dispute.invoice_number,
        "state": dispute.state.value,
        "amount": written_money(Decimal(dispute.amount), dispute.currency, language),
        "accepted": written_money(Decimal(accepted), dispute.currency, language),
        "currency": dispute.currency,
        "reason": dispute.answer,
    }
    queue_mail(connection, NewMail(kind, stored.email, language, facts, stored.access_code_id), now)
