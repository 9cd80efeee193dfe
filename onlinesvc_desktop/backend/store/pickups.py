# SPDX-License-Identifier: MIT
"""Rows of pickups: numbers that never come twice, versions, steps in the order of commits, the shipments they stand for.

A confirmation number is P, the day and five digits: the hundred-thousandth of that day (0.864 s) at which it was given, or
the next free one. A database that was restored from a copy goes on at a later time, so it gives no number a second time.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

import msgspec
from msgspec import UNSET
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, delete, func, insert, or_, select, text, update

from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.shipments import match_references
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, customers
from onlinesvc_desktop.backend.store.tables.pickups import pickup_steps, pickups
from onlinesvc_desktop.backend.store.tables.shipments import customer_shipments, shipment_references
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.pickup import (
    MissedReason,
    Pickup,
    PickupQuery,
    PickupRequest,
    PickupState,
    PickupStep,
    StateCount,
)
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.contract.today import day_in
from onlinesvc_desktop.contract.transit_times import Terminal

_WRITER_LOCK: Final = 7_214_211
_A_DAY: Final = 100_000
_A_DAY_LONG: Final = timedelta(days=1)
_EPOCH: Final = date(2000, 1, 1)
_AWAITED_FOR: Final = timedelta(days=30)
"""How long after its day a pickup is still tied to bills that come later."""
_ITEMS: Final[Select[Any]] = select(
    pickups, access_codes.c.code.label("code"), customers.c.name.label("customer"), customers.c.number.label("number")
).select_from(
    pickups.outerjoin(access_codes, pickups.c.access_code_id == access_codes.c.id).outerjoin(
        customers, pickups.c.customer_id == customers.c.id
    )
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose pickups: an enterprise's, or those of an access code that belongs to none."""

    customer_id: int | None
    access_code_id: int | None

    def owns(self) -> ColumnElement[bool]:
        """Return the condition on rows."""
        if self.customer_id is not None:
            return pickups.c.customer_id == self.customer_id
        return and_(pickups.c.customer_id.is_(None), pickups.c.access_code_id == self.access_code_id)


def as_only_writer(connection: Connection) -> None:
    """Wait until no other worker writes pickups; numbers and steps then follow the order of commits."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})


def number_of(serial: int) -> str:
    """Return the confirmation number of a serial number."""
    day = _EPOCH + timedelta(days=serial // _A_DAY)
    return f"P{day:%y%m%d}{serial % _A_DAY:05d}"


def serial_of(number: str) -> int | None:
    """Return the serial number of a confirmation number, None for what is none."""
    try:
        day = datetime.strptime(number[1:7], "%y%m%d").replace(tzinfo=UTC).date()
        return (day - _EPOCH).days * _A_DAY + int(number[7:])
    except ValueError:
        return None


def _next_serial(connection: Connection, now: datetime) -> int:
    at = now.astimezone(UTC)
    seconds = at.hour * 3600 + at.minute * 60 + at.second
    tick = (at.date() - _EPOCH).days * _A_DAY + seconds * _A_DAY // 86_400
    newest = connection.execute(select(func.max(pickups.c.serial))).scalar()
    return tick if newest is None else max(tick, int(newest) + 1)


def add_pickup(
    connection: Connection,
    owner: Owner,
    request: PickupRequest,
    terminal: Terminal,
    time_zone: str,
    now: datetime,
    recurring_id: int | None = None,
) -> int:
    """Write a pickup under a new number and return its row; the caller is the only writer."""
    row_id = connection.execute(
        insert(pickups)
        .values(
            serial=_next_serial(connection, now),
            customer_id=owner.customer_id,
            access_code_id=owner.access_code_id,
            recurring_id=recurring_id,
            state=PickupState.REQUESTED.value,
            version=1,
            requested_at=to_seconds(now),
            driver="",
            reason="",
            **_content(request, terminal, time_zone),
        )
        .returning(pickups.c.id)
    ).scalar_one()
    _tie(connection, int(row_id))
    _step(connection, int(row_id), owner.access_code_id, now)
    return int(row_id)


def change_pickup(
    connection: Connection, row_id: int, request: PickupRequest, terminal: Terminal, time_zone: str, by: int, now: datetime
) -> None:
    """Write what a pickup is now; dispatch looks at it again. The caller is the only writer and checked the version."""
    connection.execute(
        update(pickups)
        .where(pickups.c.id == row_id)
        .values(
            state=PickupState.REQUESTED.value,
            version=pickups.c.version + 1,
            driver="",
            reason="",
            **_content(request, terminal, time_zone),
        )
    )
    _tie(connection, row_id)
    _step(connection, row_id, by, now)


def move_pickup(
    connection: Connection,
    row_id: int,
    state: PickupState,
    by: int | None,
    now: datetime,
    *,
    driver: str = "",
    reason: MissedReason | None = None,
    pickup_date: date | None = None,
) -> None:
    """Bring a pickup into a state; the caller is the only writer and checked the version."""
    values: dict[str, Any] = {"state": state.value, "version": pickups.c.version + 1, "reason": reason or ""}
    if state in (PickupState.REQUESTED, PickupState.CONFIRMED):
        values["driver"] = ""
    if driver:
        values["driver"] = driver
    if pickup_date is not None:
        values["pickup_date"] = pickup_date
    connection.execute(update(pickups).where(pickups.c.id == row_id).values(**values))
    _step(connection, row_id, by, now)


def _content(request: PickupRequest, terminal: Terminal, time_zone: str) -> dict[str, Any]:
    return {
        "pickup_date": request.pickup_date,
        "time_zone": time_zone,
        "terminal": msgspec.json.encode(terminal).decode(),
        "terminal_code": terminal.code,
        "request": msgspec.json.encode(request).decode(),
        "awaits_bills": 0,
    }


def _step(connection: Connection, row_id: int, by: int | None, now: datetime) -> None:
    row = connection.execute(select(pickups).where(pickups.c.id == row_id)).one()
    values = {"pickup_id": row_id, "state": row.state, "reason": row.reason, "pickup_date": row.pickup_date}
    connection.execute(insert(pickup_steps).values(**values, at=to_seconds(now), access_code_id=by))


def find_pickup(connection: Connection, owner: Owner | None, number: str) -> Pickup | None:
    """Return a pickup with its steps; of anyone, for None."""
    serial = serial_of(number)
    statement = _ITEMS.where(pickups.c.serial == serial)
    row = connection.execute(statement if owner is None else statement.where(owner.owns())).first()
    if row is None:
        return None
    steps = select(pickup_steps).where(pickup_steps.c.pickup_id == row.id).order_by(pickup_steps.c.id)
    return msgspec.structs.replace(_pickup(row), steps=tuple(_as_step(one) for one in connection.execute(steps)))


def pickup_of_row(connection: Connection, row_id: int) -> Pickup:
    """Return the pickup of a row."""
    return _pickup(connection.execute(_ITEMS.where(pickups.c.id == row_id)).one())


def list_pickups(
    connection: Connection, owner: Owner | None, query: PickupQuery, search: Search, terminal: str = ""
) -> list[Pickup]:
    """Return pickups that contain every word, the newest first."""
    statement = _ITEMS.where(*_chosen(query)) if owner is None else _ITEMS.where(owner.owns(), *_chosen(query))
    if query.state is not UNSET:
        statement = statement.where(pickups.c.state == query.state.value)
    if terminal:
        statement = statement.where(pickups.c.terminal_code == terminal)
    rows = search_rows(connection, statement, pickups.c.id, _text_of, search)
    return [_pickup(row) for row in rows]


def counts_of(connection: Connection, query: PickupQuery, terminal: str) -> tuple[StateCount, ...]:
    """Return how many pickups of the days chosen stand in each state."""
    statement = select(pickups.c.state, func.count()).where(*_chosen(query)).group_by(pickups.c.state)
    if terminal:
        statement = statement.where(pickups.c.terminal_code == terminal)
    found = {PickupState(state): count for state, count in connection.execute(statement)}
    return tuple(StateCount(state, found[state]) for state in PickupState if state in found)


def terminals_of(connection: Connection, query: PickupQuery) -> tuple[str, ...]:
    """Return the codes of the terminals that send trucks on the days chosen."""
    statement = select(pickups.c.terminal_code).where(*_chosen(query)).distinct().order_by(pickups.c.terminal_code)
    return tuple(connection.execute(statement).scalars())


def _chosen(query: PickupQuery) -> list[ColumnElement[bool]]:
    since = [] if query.since is UNSET else [pickups.c.pickup_date >= query.since]
    return since if query.until is UNSET else [*since, pickups.c.pickup_date <= query.until]


def states_today(connection: Connection, owner: Owner | None, now: datetime) -> Counter[PickupState]:
    """Count by state the pickups of the day it is at their own places; of every owner for None."""
    around = now.date() - _A_DAY_LONG, now.date() + _A_DAY_LONG
    statement = select(pickups.c.state, pickups.c.pickup_date, pickups.c.time_zone).where(
        pickups.c.pickup_date.between(*around)
    )
    rows = connection.execute(statement if owner is None else statement.where(owner.owns()))
    return Counter(PickupState(row.state) for row in rows if row.pickup_date == day_in(row.time_zone, now))


def moved_since(connection: Connection, since: int, last: int, access_code_id: int, most: int) -> tuple[list[Pickup], int]:
    """Return what an access code asked for and others moved after a step, and the last step looked at.

    ``last`` is the last step of all, as it was before this is asked: one that is taken meanwhile is told the next time.
    """
    others = or_(pickup_steps.c.access_code_id.is_(None), pickup_steps.c.access_code_id != access_code_id)
    rows = connection.execute(
        select(pickup_steps.c.id, pickup_steps.c.pickup_id)
        .join(pickups, pickups.c.id == pickup_steps.c.pickup_id)
        .where(pickup_steps.c.id > since, pickups.c.access_code_id == access_code_id, others)
        .order_by(pickup_steps.c.id)
        .limit(most)
    ).all()
    if len(rows) == most:
        last = rows[-1].id
    ids = list(dict.fromkeys(row.pickup_id for row in rows))
    found = {row.id: _pickup(row) for row in connection.execute(_ITEMS.where(pickups.c.id.in_(ids)))} if ids else {}
    return [found[row_id] for row_id in ids], max(last, since)


def tie_awaited_bills(connection: Connection, now: datetime) -> int:
    """Tie pickups to shipments that their bills have made meanwhile; return how many were looked at."""
    since = (now - _AWAITED_FOR).date()
    waiting = select(pickups.c.id).where(pickups.c.awaits_bills > 0, pickups.c.pickup_date >= since)
    ids = list(connection.execute(waiting.order_by(pickups.c.id)).scalars())
    for row_id in ids:
        _tie(connection, row_id)
    return len(ids)


def _tie(connection: Connection, row_id: int) -> None:
    """Let the confirmation number stand for the shipments of the goods, as far as they are the owner's and known."""
    row = connection.execute(select(pickups).where(pickups.c.id == row_id)).one()
    request = from_json(row.request, PickupRequest)
    number, wanted = number_of(row.serial), list[str]()
    for item in request.items:
        named = item.autopro_number if item.autopro_number is not UNSET else item.bol_number
        if named is not UNSET and named.strip():
            wanted.append(named.strip().upper())
    matches = match_references(connection, ReferenceType.ANY, sorted(set(wanted)))
    found = {one for ids in matches.values() for one in ids}
    own = set[int]()
    if found and row.customer_id is not None:
        of_customer = select(customer_shipments.c.shipment_id).where(
            customer_shipments.c.customer_id == row.customer_id, customer_shipments.c.shipment_id.in_(found)
        )
        own = set(connection.execute(of_customer).scalars())
    _replace_references(connection, number, own)
    missing = sum(not own & set(matches.get(value, ())) for value in set(wanted))
    connection.execute(update(pickups).where(pickups.c.id == row_id).values(awaits_bills=missing))


def _replace_references(connection: Connection, number: str, shipment_ids: Iterable[int]) -> None:
    kind = ReferenceType.PICKUP.value
    connection.execute(
        delete(shipment_references).where(shipment_references.c.value == number, shipment_references.c.type == kind)
    )
    for shipment_id in sorted(shipment_ids):
        connection.execute(insert(shipment_references).values(value=number, type=kind, shipment_id=shipment_id))


def _text_of(row: Row[Any]) -> str:
    request = from_json(row.request, PickupRequest)
    numbers = [
        str(named) for item in request.items for named in (item.bol_number, item.autopro_number) if named is not UNSET
    ]
    place, contact = request.place, request.contact
    parts: Sequence[str | None] = (
        *(number_of(row.serial), place.name, place.city, place.address1, place.postal_code, contact.name),
        *(contact.telephone, row.customer, row.number, row.code, row.driver, row.terminal_code, *numbers),
    )
    return " ".join(part for part in parts if part)


def _as_step(row: Row[Any]) -> PickupStep:
    reason = MissedReason(row.reason) if row.reason else UNSET
    return PickupStep(PickupState(row.state), from_seconds(row.at), row.pickup_date, reason)


def _pickup(row: Row[Any]) -> Pickup:
    request = from_json(row.request, PickupRequest)
    members = msgspec.structs.asdict(request) | {"pickup_date": row.pickup_date}
    return Pickup(
        id=row.id,
        confirmation_number=number_of(row.serial),
        state=PickupState(row.state),
        version=row.version,
        time_zone=row.time_zone,
        terminal=from_json(row.terminal, Terminal),
        requested_at=from_seconds(row.requested_at),
        requested_by=row.code or "",
        customer=row.customer or "",
        driver=row.driver,
        reason=MissedReason(row.reason) if row.reason else UNSET,
        recurring=UNSET if row.recurring_id is None else row.recurring_id,
        **members,
    )
