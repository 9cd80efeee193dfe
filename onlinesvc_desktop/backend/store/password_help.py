# SPDX-License-Identifier: MIT
"""Requests for help with a forgotten password."""

from datetime import datetime
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType
from sqlalchemy import Connection, Row, insert, select, update

from onlinesvc_desktop.backend.passwords import random_letters
from onlinesvc_desktop.backend.store.schema import access_codes, password_help_requests
from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.decisions import Decision, RequestState
from onlinesvc_desktop.contract.password_help import PasswordHelpItem, PasswordHelpRequest

_DECIDER = access_codes.alias("decider")
_HELPED = access_codes.alias("helped")
_ITEMS = (
    select(password_help_requests, _DECIDER.c.code.label("decided_by"), _HELPED.c.code.label("helped"))
    .outerjoin(_DECIDER, password_help_requests.c.decided_by_id == _DECIDER.c.id)
    .outerjoin(_HELPED, password_help_requests.c.access_code_id == _HELPED.c.id)
)


def add_help_request(connection: Connection, request: PasswordHelpRequest, now: datetime) -> str:
    """Write a request and return its reference; access codes are not looked at."""
    reference = f"PH-{random_letters(6)}"
    connection.execute(
        insert(password_help_requests).values(
            **msgspec.to_builtins(request),
            reference=reference,
            state=RequestState.PENDING.value,
            submitted_at=to_seconds(now),
        )
    )
    return reference


def _item(row: Row[Any]) -> PasswordHelpItem:
    decision: Decision | UnsetType = UNSET
    if row.decided_at is not None:
        reason = row.decision_reason or ""
        decision = Decision(from_seconds(row.decided_at), row.decided_by or "", row.helped or "", reason)
    return PasswordHelpItem(
        id=row.id,
        reference=row.reference,
        state=RequestState(row.state),
        submitted_at=from_seconds(row.submitted_at),
        name=row.name,
        company=row.company,
        email=row.email,
        message=row.message,
        language=Language(row.language),
        decision=decision,
    )


def find_help_request(connection: Connection, request_id: int) -> PasswordHelpItem | None:
    """Return one request."""
    row = connection.execute(_ITEMS.where(password_help_requests.c.id == request_id)).first()
    return None if row is None else _item(row)


def list_help_requests(connection: Connection, state: RequestState | None, search: Search) -> list[PasswordHelpItem]:
    """Return requests that contain every word, the newest first."""
    statement = _ITEMS if state is None else _ITEMS.where(password_help_requests.c.state == state.value)

    def text_of(row: Row[Any]) -> str:
        return f"{row.reference} {row.name} {row.company} {row.email} {row.message} {row.helped or ''}"

    return [_item(row) for row in search_rows(connection, statement, password_help_requests.c.id, text_of, search)]


def decide_help_request(
    connection: Connection,
    request_id: int,
    state: RequestState,
    decided_by: int,
    reason: str,
    access_code_id: int | None,
    now: datetime,
) -> bool:
    """Decide a pending request; False when somebody already has."""
    pending = password_help_requests.c.state == RequestState.PENDING.value
    values: dict[str, Any] = {"state": state.value, "decided_at": to_seconds(now), "decided_by_id": decided_by}
    values |= {"decision_reason": reason, "access_code_id": access_code_id}
    decided = connection.execute(
        update(password_help_requests).where(password_help_requests.c.id == request_id, pending).values(**values)
    )
    return decided.rowcount == 1
