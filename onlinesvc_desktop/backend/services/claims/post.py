# SPDX-License-Identifier: MIT
"""E-mails of claims, in the claimant's language."""

from datetime import datetime
from decimal import Decimal

from msgspec import UNSET
from sqlalchemy import Connection, select

from onlinesvc_desktop.backend.services.claims.store import StoredClaim
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.written import written_day, written_money


def tell_received(connection: Connection, filed: StoredClaim, now: datetime) -> None:
    """Write that a claim has arrived, with its deadlines and the papers that are wanted."""
    _queue(connection, MailKind.CLAIM_RECEIVED, filed, now)


def tell_moved(connection: Connection, filed: StoredClaim, now: datetime) -> None:
    """Write where a claim stands now."""
    _queue(connection, MailKind.CLAIM_MOVED, filed, now)


def _queue(connection: Connection, kind: MailKind, filed: StoredClaim, now: datetime) -> None:
    if filed.email:
        holder = select(access_codes.c.holder).where(access_codes.c.id == filed.access_code_id)
        facts = _facts(filed) | {"name": connection.execute(holder).scalar() or ""}
        queue_mail(connection, NewMail(kind, filed.email, filed.language, facts, filed.access_code_id), now)


def _facts(filed: StoredClaim) -> dict[str, str]:
    claim, language = filed.claim, filed.language
    return {
        "number": claim.claim_number,
        "autopro": claim.outlook.autopro_number,
        "door": claim.door.value,
        "state": claim.state.value,
        "notice_by": written_day(claim.deadlines.notice_by, language),
        "claim_by": written_day(claim.deadlines.claim_by, language),
        "papers": ",".join(claim.documents_wanted),
        "reason": claim.reason,
        "cap": _money(claim.liability_cap, language),
        "amount": _money(claim.offered, language),
        "payment": claim.payment_reference,
    }


def _money(amount: object, language: Language) -> str:
    return "" if amount is UNSET else written_money(Decimal(str(amount)), "CAD", language)
