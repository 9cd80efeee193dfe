# SPDX-License-Identifier: MIT
"""Personal access requests and the customers they lead to."""

from datetime import datetime
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType
from sqlalchemy import Connection, Row, insert, select, update

from onlinesvc_desktop.backend.passwords import random_letters
from onlinesvc_desktop.backend.store.schema import access_codes, access_requests, customers
from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.access_request import AccessRequest, AccessRequestItem, NewCustomer
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.decisions import Decision, RequestState

_DECIDER = access_codes.alias("decider")
_GRANTED = access_codes.alias("granted")
_ITEMS = (
    select(access_requests, _DECIDER.c.code.label("decided_by"), _GRANTED.c.code.label("granted"))
    .outerjoin(_DECIDER, access_requests.c.decided_by_id == _DECIDER.c.id)
    .outerjoin(_GRANTED, access_requests.c.access_code_id == _GRANTED.c.id)
)


def add_request(connection: Connection, request: AccessRequest, now: datetime) -> str:
    """Write a request and return its reference."""
    reference = f"AR-{random_letters(6)}"
    connection.execute(
        insert(access_requests).values(
            **msgspec.to_builtins(request),
            reference=reference,
            state=RequestState.PENDING.value,
            submitted_at=to_seconds(now),
        )
    )
    return reference


def _item(row: Row[Any]) -> AccessRequestItem:
    decision: Decision | UnsetType = UNSET
    if row.decided_at is not None:
        decision = Decision(from_seconds(row.decided_at), row.decided_by or "", row.granted or "", row.decision_reason or "")
    texts = {name: getattr(row, name) for name in AccessRequest.__struct_fields__ if name != "language"}
    return AccessRequestItem(
        id=row.id,
        reference=row.reference,
        state=RequestState(row.state),
        submitted_at=from_seconds(row.submitted_at),
        language=Language(row.language),
        decision=decision,
        **texts,
    )


def find_request(connection: Connection, request_id: int) -> AccessRequestItem | None:
    """Return one request."""
    row = connection.execute(_ITEMS.where(access_requests.c.id == request_id)).first()
    return None if row is None else _item(row)


def list_requests(connection: Connection, state: RequestState | None, search: Search) -> list[AccessRequestItem]:
    """Return requests that contain every word, the newest first."""
    statement = _ITEMS if state is None else _ITEMS.where(access_requests.c.state == state.value)
    rows = search_rows(
        connection,
        statement,
        access_requests.c.id,
        lambda row: (
            f"{row.reference} {row.company} {row.first_name} {row.last_name} {row.email} {row.telephone} {row.city}"
            f" {row.customer_number} {row.granted or ''}"
        ),
        search,
    )
    return [_item(row) for row in rows]


def decide(
    connection: Connection, request_id: int, state: RequestState, decided_by: int, reason: str, now: datetime
) -> bool:
    """Decide a pending request; False when somebody already has."""
    decided = connection.execute(
        update(access_requests)
        .where(access_requests.c.id == request_id, access_requests.c.state == RequestState.PENDING.value)
        .values(state=state.value, decided_at=to_seconds(now), decided_by_id=decided_by, decision_reason=reason)
    )
    return decided.rowcount == 1


def note_grant(connection: Connection, request_id: int, access_code_id: int) -> None:
    """Remember which access code a request led to."""
    connection.execute(
        update(access_requests).where(access_requests.c.id == request_id).values(access_code_id=access_code_id)
    )


def find_customer(connection: Connection, number: str) -> int | None:
    """Return the row of a customer number."""
    row = connection.execute(select(customers.c.id).where(customers.c.number == number.strip())).scalar()
    return None if row is None else int(row)


def add_customer(connection: Connection, new: NewCustomer, request: AccessRequestItem, now: datetime) -> int:
    """Write a customer with the request's address and return its row."""
    written = connection.execute(
        insert(customers).values(
            number=new.number.strip(),
            name=new.name.strip() or request.company,
            language=request.language.value,
            created_at=to_seconds(now),
            address1=request.address1,
            city=request.city,
            province=request.province,
            postal_code=request.postal_code,
        )
    )
    assert written.inserted_primary_key is not None
    return int(written.inserted_primary_key[0])
