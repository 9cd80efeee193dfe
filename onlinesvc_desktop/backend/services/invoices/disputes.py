# SPDX-License-Identifier: MIT
"""Queries on disputes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from msgspec import UNSET, UnsetType
from sqlalchemy import Connection, Row, Select, func, insert, select, update

from onlinesvc_desktop.backend.store.invoices import settle
from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, customers
from onlinesvc_desktop.backend.store.tables.contents import contents
from onlinesvc_desktop.backend.store.tables.invoices import dispute_files, invoice_disputes, invoices
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.invoices import Dispute, DisputeFile, DisputeReason, DisputeRequest, DisputeState

_DISPUTES: Select[Any] = (
    select(
        invoice_disputes,
        invoices.c.number,
        invoices.c.currency,
        invoices.c.customer_id,
        customers.c.name.label("customer"),
        access_codes.c.code,
        access_codes.c.default_email,
    )
    .join(invoices, invoices.c.id == invoice_disputes.c.invoice_id)
    .join(access_codes, access_codes.c.id == invoice_disputes.c.access_code_id)
    .outerjoin(customers, customers.c.id == invoices.c.customer_id)
)
_FILES = (
    select(dispute_files, contents.c.media_type, contents.c.size)
    .join(contents, contents.c.digest == dispute_files.c.digest)
    .order_by(dispute_files.c.id)
)


@dataclass(frozen=True, slots=True)
class StoredDispute:
    """A dispute with whom to tell about it."""

    dispute: Dispute
    invoice_id: int
    language: Language
    access_code_id: int
    email: str | None


def money(cents: int) -> str:
    """Return cents as decimal text."""
    return f"{Decimal(cents) / 100:.2f}"


def cents(amount: str) -> int:
    """Return an amount of two decimals at most in cents."""
    return int(Decimal(amount) * 100)


def add_dispute(
    connection: Connection, invoice_id: int, request: DisputeRequest, by: int, language: Language, now: datetime
) -> StoredDispute:
    """Keep a dispute."""
    row_id = connection.execute(
        insert(invoice_disputes)
        .values(
            invoice_id=invoice_id,
            access_code_id=by,
            language=language.value,
            reason=request.reason.value,
            amount_cents=cents(request.amount),
            line=request.line,
            description=request.description,
            state=DisputeState.SUBMITTED.value,
            version=1,
            submitted_at=to_seconds(now),
            answer="",
        )
        .returning(invoice_disputes.c.id)
    ).scalar_one()
    settle(connection, [invoice_id])
    found = find_dispute(connection, None, row_id)
    assert found is not None
    return found


def find_dispute(connection: Connection, customer_id: int | None, row_id: int, hold: bool = False) -> StoredDispute | None:
    """Return a dispute; of anyone, for None. With ``hold`` nobody else writes it meanwhile."""
    if hold:
        connection.execute(select(invoice_disputes.c.id).where(invoice_disputes.c.id == row_id).with_for_update())
    rows = connection.execute(_disputes_of(customer_id).where(invoice_disputes.c.id == row_id)).all()
    return next(iter(_stored(connection, rows)), None)


def disputes_of(connection: Connection, customer_id: int | None, invoice_id: int) -> tuple[Dispute, ...]:
    """Return the disputes of an invoice that a customer sees, the oldest first; all of them, for None."""
    own = _disputes_of(customer_id).where(invoice_disputes.c.invoice_id == invoice_id)
    rows = connection.execute(own.order_by(invoice_disputes.c.id)).all()
    return tuple(one.dispute for one in _stored(connection, rows))


def _disputes_of(customer_id: int | None) -> Select[Any]:
    """Return the disputes of invoices that a customer pays; those that a former payer of one wrote stay theirs."""
    if customer_id is None:
        return _DISPUTES
    return _DISPUTES.where(invoices.c.customer_id == customer_id, access_codes.c.customer_id == customer_id)


def list_disputes(connection: Connection, state: DisputeState | UnsetType, search: Search) -> list[Dispute]:
    """Return disputes that contain every word, the newest first."""
    statement = _DISPUTES if state is UNSET else _DISPUTES.where(invoice_disputes.c.state == state.value)

    def text_of(row: Row[Any]) -> str:
        return f"{row.number} {row.customer or ''} {row.code} {row.description}"

    rows = search_rows(connection, statement, invoice_disputes.c.id, text_of, search)
    return [one.dispute for one in _stored(connection, rows)]


def count_open_disputes(connection: Connection) -> int:
    """Return how many disputes wait for the carrier."""
    waiting = invoice_disputes.c.state == DisputeState.SUBMITTED.value
    return int(connection.execute(select(func.count()).select_from(invoice_disputes).where(waiting)).scalar_one())


def move_dispute(
    connection: Connection,
    stored: StoredDispute,
    state: DisputeState,
    now: datetime,
    answer: str = "",
    accepted: int | None = None,
) -> None:
    """Bring a dispute into a state."""
    connection.execute(
        update(invoice_disputes)
        .where(invoice_disputes.c.id == stored.dispute.id)
        .values(
            state=state.value,
            version=stored.dispute.version + 1,
            answer=answer,
            accepted_cents=accepted,
            decided_at=to_seconds(now),
        )
    )
    settle(connection, [stored.invoice_id])


def _stored(connection: Connection, rows: Sequence[Row[Any]]) -> list[StoredDispute]:
    files = defaultdict[int, list[DisputeFile]](list)
    statement = _FILES.where(dispute_files.c.dispute_id.in_(sorted(row.id for row in rows)))
    for one in connection.execute(statement) if rows else ():
        file = DisputeFile(one.id, one.name, one.media_type, one.size, from_seconds(one.added_at))
        files[one.dispute_id].append(file)
    return [_dispute(row, files[row.id]) for row in rows]


def _dispute(row: Row[Any], files: Sequence[DisputeFile]) -> StoredDispute:
    dispute = Dispute(
        id=row.id,
        invoice_number=row.number,
        reason=DisputeReason(row.reason),
        amount=money(row.amount_cents),
        currency=row.currency,
        state=DisputeState(row.state),
        version=row.version,
        submitted_at=from_seconds(row.submitted_at),
        submitted_by=row.code,
        customer=row.customer or "",
        description=row.description,
        line=row.line,
        accepted=UNSET if row.accepted_cents is None else money(row.accepted_cents),
        answer=row.answer,
        decided_at=UNSET if row.decided_at is None else from_seconds(row.decided_at),
        documents=tuple(files),
    )
    return StoredDispute(dispute, row.invoice_id, Language(row.language), row.access_code_id, row.default_email)
