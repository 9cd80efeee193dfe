# SPDX-License-Identifier: MIT
"""What an access code watches, and what changed of that and of its customer's own shipments."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, func, select

from onlinesvc_desktop.backend.store.bulk import insert_rows
from onlinesvc_desktop.backend.store.prepared import Prepared
from onlinesvc_desktop.backend.store.tables.notices import watches
from onlinesvc_desktop.backend.store.tables.pickups import pickup_steps
from onlinesvc_desktop.backend.store.tables.shipments import changes, customer_shipments, shipment_references, shipments
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds

_KEPT = timedelta(days=60)
_SCANNED = 1_000
"""Changes looked at in one request: its cost does not grow with how long nobody asked."""

_SINCE = select(changes).where(changes.c.id > bindparam("since")).order_by(changes.c.id).limit(_SCANNED)
_NEWEST = Prepared(
    select(
        *(
            select(func.coalesce(func.max(column), 0)).scalar_subquery().label(column.table.name)
            for column in (changes.c.id, pickup_steps.c.id)
        )
    )
)
_OWN = select(customer_shipments.c.shipment_id).where(
    customer_shipments.c.customer_id == bindparam("customer"),
    customer_shipments.c.shipment_id.in_(bindparam("ids", expanding=True)),
)
_WATCHED_AUTOPROS = (
    select(shipments.c.id, watches.c.value)
    .join(watches, watches.c.value == shipments.c.autopro_number)
    .where(watches.c.access_code_id == bindparam("code"), shipments.c.id.in_(bindparam("ids", expanding=True)))
)
_WATCHED_REFERENCES = (
    select(shipment_references.c.shipment_id, watches.c.value)
    .join(watches, watches.c.value == shipment_references.c.value)
    .where(
        watches.c.access_code_id == bindparam("code"),
        shipment_references.c.shipment_id.in_(bindparam("ids", expanding=True)),
    )
)


@dataclass(frozen=True, slots=True)
class Change:
    """A shipment that changed and why it concerns the asker."""

    shipment_id: int
    at: datetime
    watched_as: tuple[str, ...]
    own: bool


def watch(connection: Connection, access_code_id: int, values: Sequence[str], at: datetime) -> None:
    """Watch numbers; those watched already stay as they are."""
    known = set(watched_values(connection, access_code_id))
    rows = [(access_code_id, value, to_seconds(at)) for value in dict.fromkeys(values) if value not in known]
    insert_rows(connection, watches, ("access_code_id", "value", "created_at"), rows)


def unwatch(connection: Connection, access_code_id: int, values: Sequence[str]) -> None:
    """Watch numbers no longer."""
    connection.execute(delete(watches).where(watches.c.access_code_id == access_code_id, watches.c.value.in_(values)))


def watched_values(connection: Connection, access_code_id: int) -> list[str]:
    """Return what an access code watches, the newest first."""
    statement = select(watches.c.value).where(watches.c.access_code_id == access_code_id)
    return list(connection.execute(statement.order_by(watches.c.created_at.desc(), watches.c.value)).scalars())


def count_watched(connection: Connection, access_code_id: int) -> int:
    """Return how many numbers an access code watches."""
    statement = select(func.count()).select_from(watches).where(watches.c.access_code_id == access_code_id)
    return int(connection.execute(statement).scalar_one())


def newest(connection: Connection) -> tuple[int, int]:
    """Return the number of the last change and that of the last step of a pickup, 0 without one."""
    row = _NEWEST.first(connection)
    assert row is not None
    return row[0], row[1]


def changes_since(
    connection: Connection, since: int, last: int, access_code_id: int, customer_id: int | None
) -> tuple[list[Change], int, bool]:
    """Return what concerns an access code among the next changes, where to go on, and whether there are more at once.

    ``last`` is the last change of all: a cursor beyond it is another database's, and is taken back.
    """
    rows = connection.execute(_SINCE, {"since": since}).all()
    if not rows:
        return [], min(since, last), False
    latest = {row.shipment_id: row for row in rows}
    ids = sorted(latest)
    own = set[int]()
    if customer_id is not None:
        own.update(connection.execute(_OWN, {"customer": customer_id, "ids": ids}).scalars())
    names: defaultdict[int, set[str]] = defaultdict(set)
    for statement in (_WATCHED_AUTOPROS, _WATCHED_REFERENCES):
        for shipment_id, value in connection.execute(statement, {"code": access_code_id, "ids": ids}):
            names[shipment_id].add(value)
    concerned = sorted((row for key, row in latest.items() if key in own or key in names), key=lambda row: row.id)
    found = [
        Change(row.shipment_id, from_seconds(row.at), tuple(sorted(names[row.shipment_id])), row.shipment_id in own)
        for row in concerned
    ]
    return found, rows[-1].id, len(rows) == _SCANNED


def forget_changes(connection: Connection, now: datetime) -> None:
    """Drop changes that everybody has asked for long ago; the newest stays, so that numbers go on from it."""
    last, _ = newest(connection)
    connection.execute(delete(changes).where(changes.c.at < to_seconds(now - _KEPT), changes.c.id < last))
