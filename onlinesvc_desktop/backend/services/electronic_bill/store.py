# SPDX-License-Identifier: MIT
"""Queries on the bills that programs asked for."""

from typing import Any

from sqlalchemy import Connection, Row, and_, delete, insert, select

from onlinesvc_desktop.backend.services.electronic_bill.tables import electronic_bills


def find(connection: Connection, customer_id: int, shipment_id: str) -> Row[Any] | None:
    """Return the bill that was last asked for under a customer's own number of a shipment."""
    own = and_(electronic_bills.c.customer_id == customer_id, electronic_bills.c.shipment_id == shipment_id)
    return connection.execute(select(electronic_bills).where(own)).first()


def keep(connection: Connection, customer_id: int, shipment_id: str, autopro: str, digest: bytes) -> None:
    """Keep which bill that is; the one before it was cancelled."""
    own = and_(electronic_bills.c.customer_id == customer_id, electronic_bills.c.shipment_id == shipment_id)
    connection.execute(delete(electronic_bills).where(own))
    values = {"customer_id": customer_id, "shipment_id": shipment_id, "autopro_number": autopro, "digest": digest}
    connection.execute(insert(electronic_bills).values(**values))
