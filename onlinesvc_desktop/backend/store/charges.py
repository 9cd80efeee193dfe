# SPDX-License-Identifier: MIT
"""Charges that stand at a shipment to which they do not belong."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from onlinesvc_desktop.backend.store.tables.shipments import changes, shipments
from onlinesvc_desktop.backend.store.times import to_seconds

_CENTS = (
    shipments.c.freight_cents,
    shipments.c.fuel_cents,
    shipments.c.accessorial_cents,
    shipments.c.tax_cents,
)


def take_back_charges(connection: Connection, autopro_number: str, total: int, now: datetime) -> bool:
    """Take the charges of a shipment away if they come to ``total`` cents, and so are those that were booked astray."""
    statement = select(shipments.c.id, *_CENTS).where(shipments.c.autopro_number == autopro_number)
    row = connection.execute(statement.where(shipments.c.currency.is_not(None))).first()
    if row is None or sum(cents or 0 for cents in row[1:]) != total:
        return False
    nothing = dict.fromkeys((shipments.c.currency, *_CENTS))
    connection.execute(update(shipments).where(shipments.c.id == row.id).values(nothing))
    connection.execute(insert(changes).values(shipment_id=row.id, at=to_seconds(now)))
    return True
