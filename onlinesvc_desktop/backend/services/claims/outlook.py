# SPDX-License-Identifier: MIT
"""What a claim takes from its shipment: parties, weight, delivery, what went wrong, and so deadlines and limit."""

from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.rules.exceptions import exceptions_of
from onlinesvc_desktop.backend.store import shipments as store
from onlinesvc_desktop.backend.store.shipments import ShipmentRow
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.claim_rules import cap_of, deadlines_of
from onlinesvc_desktop.contract.claims import Outlook
from onlinesvc_desktop.contract.shipment import Event
from onlinesvc_desktop.contract.status import Stage, stage_of


def own_shipment(call: Call, connection: Connection, typed: str) -> ShipmentRow | None:
    """Return the shipment of a number if the caller's enterprise is a party of it.

    A stranger's shipment is answered exactly as one that does not exist.
    """
    number = parse_autopro(typed)
    row = None if isinstance(number, AutoproFault) else store.find_shipment(connection, number)
    customer = call.own_session.account.customer_id
    if row is None or customer is None:
        return None
    return row if customer in (row.shipper_customer, row.consignee_customer, row.bill_to_customer) else None


def outlook_of(connection: Connection, row: ShipmentRow) -> Outlook:
    """Return what a shipment means for a claim. Days are those of the place where it happened."""
    events = store.find_events(connection, row.id)
    parties = store.find_parties(connection, [row])
    delivered = next((event for event in reversed(events) if stage_of(event.code) is Stage.DELIVERED), None)
    delivered_on = None if delivered is None else delivered.occurred_at.date()
    shipped_on = _shipped(events).occurred_at.date()
    cap = cap_of(row.weight_g, None)
    return Outlook(
        autopro_number=row.autopro_number,
        shipper=parties[row.shipper_id],
        consignee=parties[row.consignee_id],
        origin=row.origin,
        destination=row.destination,
        deadlines=deadlines_of(row.origin.country, shipped_on, delivered_on, row.estimated_delivery),
        shipped_on=shipped_on,
        pieces=row.pieces or UNSET,
        weight_kg=store.kilograms(row.weight_g) if row.weight_g else UNSET,
        delivered_on=UNSET if delivered_on is None else delivered_on,
        signed_by=row.signed_by or "",
        exceptions=exceptions_of(events),
        liability_cap=UNSET if cap is None else str(cap),
    )


def _shipped(events: tuple[Event, ...]) -> Event:
    """Return the pickup, or the first thing that was noted of a shipment without one."""
    return next((event for event in events if stage_of(event.code) is Stage.PICKED_UP), events[0])
