# SPDX-License-Identifier: MIT
"""Everything that is known of one shipment, in one statement: a trace by number asks nothing else (docs/scaling.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, FromClause, Text, bindparam, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from onlinesvc_desktop.backend.store.prepared import Prepared
from onlinesvc_desktop.backend.store.shipments import (
    BILL_TO,
    CONSIGNEE,
    EVENTS,
    SHIPMENT_COLUMNS,
    SHIPMENT_TABLES,
    SHIPPER,
    ShipmentRow,
    event_of,
    in_order,
    party_of,
    shipment_of,
)
from onlinesvc_desktop.backend.store.tables.accounts import customers
from onlinesvc_desktop.backend.store.tables.shipments import events, places, shipment_references, shipments
from onlinesvc_desktop.contract.shipment import Event, Party, Reference, ReferenceType


@dataclass(frozen=True, slots=True)
class WholeShipment:
    """A shipment with its events, oldest first, its parties by their row id and its other numbers."""

    row: ShipmentRow
    events: tuple[Event, ...]
    parties: Mapping[int, Party]
    references: tuple[Reference, ...]


class _Lists(FunctionElement[str]):
    """The rows of a query as one text, a JSON list of lists."""

    type = Text()
    inherit_cache = True


@compiles(_Lists, "sqlite")
def _lists_of_sqlite(element: _Lists, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_group_array(json_array({compiler.process(element.clauses, **options)}))"


@compiles(_Lists, "postgresql")
def _lists_of_postgresql(element: _Lists, compiler: SQLCompiler, **options: Any) -> str:
    return f"CAST(json_agg(json_build_array({compiler.process(element.clauses, **options)})) AS TEXT)"


_EVENT_ROWS = msgspec.json.Decoder(list[tuple[int, str, str, int, int, int, int, str, str, str, str | None]])
_REFERENCE_ROWS = msgspec.json.Decoder(list[tuple[ReferenceType, str]])

_events = EVENTS.where(events.c.shipment_id == shipments.c.id)
_references = select(shipment_references.c.type, shipment_references.c.value).where(
    shipment_references.c.shipment_id == shipments.c.id
)
_columns: list[Any] = [*SHIPMENT_COLUMNS, shipments.c.status_sequence]
_tables: FromClause = SHIPMENT_TABLES
for _party in (SHIPPER, CONSIGNEE, BILL_TO):
    _place, _customer = places.alias(f"{_party.name}_place"), customers.alias(f"{_party.name}_customer")
    _columns += [_party.c.name, _party.c.address1, _place.c.city, _place.c.province, _party.c.postal_code]
    _columns += [_place.c.country, _customer.c.number]
    _tables = _tables.join(_place, _place.c.id == _party.c.place_id)
    _tables = _tables.outerjoin(_customer, _customer.c.id == _party.c.customer_id)
for _rows in (_events, _references):
    _columns.append(_rows.with_only_columns(_Lists(*_rows.selected_columns)).scalar_subquery())
_WHOLE = Prepared(select(*_columns).select_from(_tables).where(shipments.c.autopro_number == bindparam("autopro")))
_NONE = "[]"
_STATUS_AT = len(SHIPMENT_COLUMNS)
_PARTY_WIDTH = 7
_FIRST, _SECOND, _THIRD, _EVENTS_AT = (_STATUS_AT + 1 + at * _PARTY_WIDTH for at in range(4))


def find_whole_shipment(connection: Connection, autopro: str) -> WholeShipment | None:
    """Return everything of the shipment of nine digits."""
    row = _WHOLE.first(connection, autopro=autopro)
    if row is None:
        return None
    history = {one[0]: event_of(one) for one in sorted(_EVENT_ROWS.decode(row[_EVENTS_AT] or _NONE))}
    status = history.get(row[_STATUS_AT])
    if status is None:
        return None
    shipment = shipment_of(row, status)
    known = {
        shipment.shipper_id: party_of(row[_FIRST:_SECOND]),
        shipment.consignee_id: party_of(row[_SECOND:_THIRD]),
        shipment.bill_to_id: party_of(row[_THIRD:_EVENTS_AT]),
    }
    references = in_order(Reference(kind, value) for kind, value in _REFERENCE_ROWS.decode(row[_EVENTS_AT + 1] or _NONE))
    return WholeShipment(shipment, tuple(history.values()), known, references)
