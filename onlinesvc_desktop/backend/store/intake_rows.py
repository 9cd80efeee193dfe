# SPDX-License-Identifier: MIT
"""The shipments of a batch as rows: looked up together, held while records change them, written together.

Every statement is the driver's own with positional rows: nothing here is worth an expression for each value.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, delete

from onlinesvc_desktop.backend.rules.status import status_index
from onlinesvc_desktop.backend.store.bulk import insert_rows, rows_where, update_rows
from onlinesvc_desktop.backend.store.tables.shipments import (
    changes,
    customer_shipments,
    events,
    shipment_references,
    shipments,
)
from onlinesvc_desktop.backend.store.times import to_seconds
from onlinesvc_desktop.contract.shipment import ReferenceType

SHIPMENT_COLUMNS: Final = [column.name for column in shipments.columns]
COLUMN_AT: Final = {name: at for at, name in enumerate(SHIPMENT_COLUMNS)}
"""Where each column stands in the row of a shipment."""
_ID, _AUTOPRO, _DELIVERY = COLUMN_AT["id"], COLUMN_AT["autopro_number"], COLUMN_AT["estimated_delivery"]
_SEQUENCE = COLUMN_AT["status_sequence"]
_EVENT_COLUMNS = [column.name for column in events.columns]

Event = tuple[str, str, int, int, int, int, int, str | None]
"""Code, reason, occurred with offset, reported with offset, place, terminal."""


class Held(msgspec.Struct, gc=False):
    """A shipment while a batch changes it; nothing of it leads back to it."""

    row: list[Any]
    """Its values in the order of ``SHIPMENT_COLUMNS``."""
    is_new: bool
    is_changed: bool = False
    in_order: bool = True
    stored_events: int = 0
    events: list[Event] = []
    known: set[tuple[str, str, int, int]] = set()
    """Code, reason, moment and place of each event."""
    references: frozenset[tuple[ReferenceType, str]] = frozenset()
    stored_references: frozenset[tuple[ReferenceType, str]] = frozenset()
    owners: frozenset[int] = frozenset()
    stored_owners: frozenset[int] = frozenset()

    def know(self) -> None:
        """Note anew what is known of the events."""
        self.known = {(*event[:3], event[6]) for event in self.events}


def load(connection: Connection, numbers: set[str]) -> dict[str, Held]:
    """Return those of some shipments that there are, by their autopro numbers."""
    found: dict[int, Held] = {}
    for values in rows_where(connection, shipments, "autopro_number", sorted(numbers)):
        row = list(values)
        if isinstance(row[_DELIVERY], str):
            row[_DELIVERY] = date.fromisoformat(row[_DELIVERY])
        found[row[_ID]] = Held(row, is_new=False)
    if not found:
        return {}
    ids = sorted(found)
    for shipment_id, _, *event in rows_where(connection, events, "shipment_id", ids, order="shipment_id, sequence"):
        found[shipment_id].events.append(tuple(event))
    for one in found.values():
        one.stored_events = len(one.events)
        one.know()
    columns = ("shipment_id", "type", "value")
    for shipment_id, kind, value in rows_where(connection, shipment_references, "shipment_id", ids, columns):
        one = found[shipment_id]
        one.stored_references = one.references = one.references | {(ReferenceType(kind), value)}
    for shipment_id, owner in rows_where(connection, customer_shipments, "shipment_id", ids, ("shipment_id", "customer_id")):
        one = found[shipment_id]
        one.stored_owners = one.owners = one.owners | {owner}
    return {one.row[_AUTOPRO]: one for one in found.values()}


def write(connection: Connection, changed: Iterable[Held], now: datetime) -> None:
    """Write shipments that changed, with a row in ``changes`` for each, in their order."""
    at = to_seconds(now)
    new_rows, old_rows = list[list[Any]](), list[list[Any]]()
    event_rows, mixed_up, reference_rows, owner_rows, change_rows = [], [], [], [], []
    for one in changed:
        row, told = one.row, one.events
        row_id, first = row[_ID], one.stored_events
        if not one.in_order:
            told.sort(key=lambda event: (event[2], event[4]))
            first = 0
            if one.stored_events:
                mixed_up.append(row_id)
        row[_SEQUENCE] = status_index([event[0] for event in told]) + 1
        if row[_DELIVERY] is not None:
            row = row.copy()
            row[_DELIVERY] = row[_DELIVERY].isoformat()
        (new_rows if one.is_new else old_rows).append(row)
        event_rows += [(row_id, sequence, *event) for sequence, event in enumerate(told[first:], first + 1)]
        if len(one.references) > len(one.stored_references):
            reference_rows += [(value, kind.value, row_id) for kind, value in one.references - one.stored_references]
        if len(one.owners) > len(one.stored_owners):
            owner_rows += [(owner, row_id) for owner in one.owners - one.stored_owners]
        change_rows.append((row_id, at))
    if mixed_up:
        connection.execute(delete(events).where(events.c.shipment_id.in_(mixed_up)))
    insert_rows(connection, shipments, SHIPMENT_COLUMNS, new_rows)
    update_rows(connection, shipments, SHIPMENT_COLUMNS, old_rows)
    insert_rows(connection, events, _EVENT_COLUMNS, event_rows)
    # In the order of their key: the tree of references grows in places, not all over.
    insert_rows(connection, shipment_references, ("value", "type", "shipment_id"), sorted(reference_rows))
    insert_rows(connection, customer_shipments, ("customer_id", "shipment_id"), owner_rows)
    insert_rows(connection, changes, ("shipment_id", "at"), change_rows)
