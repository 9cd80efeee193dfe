# SPDX-License-Identifier: MIT
"""The shipments that an enterprise looks at today: those under way among its newest, so that the cost has a bound."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, and_, bindparam, select

from onlinesvc_desktop.backend.store.prepared import Prepared
from onlinesvc_desktop.backend.store.tables.shipments import customer_shipments, events, places, shipments
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.status import FINAL_STAGES, STAGE_OF_STATUS, stage_of
from onlinesvc_desktop.contract.today import ShipmentPart, parts_of

SHIPMENTS_LOOKED_AT: Final = 5_000
_FINAL_CODES: Final = [code for code, stage in STAGE_OF_STATUS.items() if stage in FINAL_STAGES]
_NEWEST: Final[Select[Any]] = (
    select(customer_shipments.c.shipment_id)
    .where(customer_shipments.c.customer_id == bindparam("customer"))
    .order_by(customer_shipments.c.shipment_id.desc())
)
looked_at: Final = _NEWEST.limit(SHIPMENTS_LOOKED_AT).subquery()
"""The newest shipments of the enterprise given as ``customer``."""
status_is_latest: Final = and_(events.c.shipment_id == shipments.c.id, events.c.sequence == shipments.c.status_sequence)
"""Joins a shipment with the event that says its status."""
_UNDER_WAY: Final[Select[Any]] = (
    select(
        shipments.c.id,
        shipments.c.estimated_delivery,
        events.c.code,
        events.c.occurred_at,
        places.c.province,
    )
    .select_from(
        looked_at.join(shipments, shipments.c.id == looked_at.c.shipment_id)
        .join(events, status_is_latest)
        .join(places, places.c.id == shipments.c.destination_id)
    )
    .where(events.c.code.not_in(_FINAL_CODES))
    .order_by(shipments.c.id.desc())
)
_ONE_MORE: Final = Prepared(_NEWEST.offset(SHIPMENTS_LOOKED_AT).limit(1))


def shipments_today(connection: Connection, customer_id: int, now: datetime) -> list[tuple[int, frozenset[ShipmentPart]]]:
    """Return the row ids of an enterprise's shipments under way with the parts they are in, the newest first."""
    return [
        (
            row.id,
            frozenset(
                parts_of(stage_of(row.code), from_seconds(row.occurred_at), row.estimated_delivery, row.province, now)
            ),
        )
        for row in connection.execute(_UNDER_WAY, {"customer": customer_id})
    ]


def has_more_shipments(connection: Connection, customer_id: int) -> bool:
    """Tell whether an enterprise has older shipments than those that were looked at."""
    return _ONE_MORE.first(connection, customer=customer_id) is not None
