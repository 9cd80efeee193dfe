# SPDX-License-Identifier: MIT
"""Rows of recurring pickups; a day is dealt with by exactly one of several workers."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import msgspec
from msgspec import UNSET
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, func, insert, select, update

from onlinesvc_desktop.backend.store.pickups import Owner, number_of
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.tables.pickups import pickups, recurring_pickup_days, recurring_pickups
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.recurring_pickups import (
    Outcome,
    RecurringDay,
    RecurringPickup,
    RecurringRequest,
)

_SHOWN_DAYS: Final = 20
_ITEMS: Final[Select[Any]] = select(recurring_pickups, access_codes.c.code).join(
    access_codes, recurring_pickups.c.access_code_id == access_codes.c.id
)
_DUE: Final = _ITEMS.where(recurring_pickups.c.due_at <= bindparam("now")).order_by(recurring_pickups.c.due_at)


@dataclass(frozen=True, slots=True)
class Due:
    """A recurring pickup whose next day is to be dealt with."""

    id: int
    access_code: str
    request: RecurringRequest
    day: date


def add_recurring(
    connection: Connection,
    owner: Owner,
    request: RecurringRequest,
    next_day: date | None,
    due: datetime | None,
    now: datetime,
) -> int:
    """Keep a recurring pickup and return its row."""
    values = {
        "customer_id": owner.customer_id,
        "access_code_id": owner.access_code_id,
        "version": 1,
        "request": msgspec.json.encode(request).decode(),
        "next_day": next_day,
        "due_at": None if due is None else to_seconds(due),
        "created_at": to_seconds(now),
    }
    return int(connection.execute(insert(recurring_pickups).values(**values).returning(recurring_pickups.c.id)).scalar_one())


def change_recurring(
    connection: Connection, row_id: int, version: int, request: RecurringRequest, next_day: date | None, due: datetime | None
) -> bool:
    """Write what it is now; False when somebody changed it meanwhile."""
    changed = connection.execute(
        update(recurring_pickups)
        .where(recurring_pickups.c.id == row_id, recurring_pickups.c.version == version)
        .values(
            version=version + 1,
            request=msgspec.json.encode(request).decode(),
            next_day=next_day,
            due_at=None if due is None else to_seconds(due),
        )
    )
    return changed.rowcount == 1


def end_recurring(connection: Connection, owner: Owner, row_id: int, now: datetime) -> bool:
    """End one; tell whether it was there. Its row stays, because pickups name it."""
    ended = connection.execute(
        update(recurring_pickups)
        .where(recurring_pickups.c.id == row_id, _owned(owner))
        .values(ended_at=to_seconds(now), next_day=None, due_at=None, version=recurring_pickups.c.version + 1)
    )
    return ended.rowcount == 1


def find_recurring(connection: Connection, owner: Owner, row_id: int) -> RecurringPickup | None:
    """Return one with its last days."""
    row = connection.execute(_ITEMS.where(recurring_pickups.c.id == row_id, _owned(owner))).first()
    return None if row is None else _item(connection, row)


def list_recurring(connection: Connection, owner: Owner) -> list[RecurringPickup]:
    """Return those that go on, the newest first."""
    statement = _ITEMS.where(_owned(owner)).order_by(recurring_pickups.c.id.desc())
    return [_item(connection, row) for row in connection.execute(statement).all()]


def count_recurring(connection: Connection, owner: Owner) -> int:
    """Return how many go on."""
    statement = select(func.count()).select_from(recurring_pickups).where(_owned(owner))
    return int(connection.execute(statement).scalar_one())


def last_day(connection: Connection, row_id: int) -> date | None:
    """Return the last day that was dealt with."""
    statement = select(func.max(recurring_pickup_days.c.day)).where(recurring_pickup_days.c.recurring_id == row_id)
    found: date | None = connection.execute(statement).scalar()
    return found


def due_recurring(connection: Connection, now: datetime) -> list[Due]:
    """Return what is due, the longest due first."""
    return [
        Due(row.id, row.code, from_json(row.request, RecurringRequest), row.next_day)
        for row in connection.execute(_DUE, {"now": to_seconds(now)})
    ]


def advance(connection: Connection, due: Due, next_day: date | None, next_due: datetime | None) -> bool:
    """Go on to the next day; exactly one of several workers gets True."""
    advanced = connection.execute(
        update(recurring_pickups)
        .where(recurring_pickups.c.id == due.id, recurring_pickups.c.next_day == due.day)
        .values(next_day=next_day, due_at=None if next_due is None else to_seconds(next_due))
    )
    return advanced.rowcount == 1


def note_day(connection: Connection, row_id: int, day: date, outcome: Outcome, pickup_id: int | None) -> None:
    """Note what became of a day."""
    values = {"recurring_id": row_id, "day": day, "outcome": outcome.value, "pickup_id": pickup_id}
    connection.execute(insert(recurring_pickup_days).values(**values))


def _owned(owner: Owner) -> ColumnElement[bool]:
    going_on = recurring_pickups.c.ended_at.is_(None)
    if owner.customer_id is not None:
        return and_(going_on, recurring_pickups.c.customer_id == owner.customer_id)
    nobodys = recurring_pickups.c.customer_id.is_(None)
    return and_(going_on, nobodys, recurring_pickups.c.access_code_id == owner.access_code_id)


def _item(connection: Connection, row: Row[Any]) -> RecurringPickup:
    request = from_json(row.request, RecurringRequest)
    days = connection.execute(
        select(recurring_pickup_days, pickups.c.serial, pickups.c.pickup_date)
        .select_from(recurring_pickup_days.outerjoin(pickups, pickups.c.id == recurring_pickup_days.c.pickup_id))
        .where(recurring_pickup_days.c.recurring_id == row.id)
        .order_by(recurring_pickup_days.c.day.desc())
        .limit(_SHOWN_DAYS)
    )
    return RecurringPickup(
        id=row.id,
        version=row.version,
        created_at=from_seconds(row.created_at),
        requested_by=row.code,
        next_day=UNSET if row.next_day is None else row.next_day,
        days=tuple(_day(one) for one in days),
        **msgspec.structs.asdict(request),
    )


def _day(row: Row[Any]) -> RecurringDay:
    if row.serial is None:
        return RecurringDay(row.day, Outcome(row.outcome))
    return RecurringDay(row.day, Outcome(row.outcome), number_of(row.serial), row.pickup_date)
