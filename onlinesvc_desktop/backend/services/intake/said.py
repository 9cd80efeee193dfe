# SPDX-License-Identifier: MIT
"""What a part of a file says of a shipment or a bill, as a message."""

from decimal import Decimal

from msgspec import UNSET

from onlinesvc_desktop.backend.intake.records import ChargesRecord, EventRecord, ReplyRecord, ShipmentRecord
from onlinesvc_desktop.contract.bill_reply import SaidOfBill
from onlinesvc_desktop.contract.set_aside import SaidOfShipment
from onlinesvc_desktop.contract.shipment import Charges, Event

_CENTS = Decimal(100)


def shipment_message(record: ShipmentRecord) -> SaidOfShipment:
    """Return what is said of one shipment; what is not said is absent."""
    return SaidOfShipment(
        record.autopro_number,
        tuple(_event_message(at, event) for at, event in enumerate(record.events, start=1)),
        UNSET if record.pieces is None else record.pieces,
        UNSET if record.weight_g is None else str((Decimal(record.weight_g) / 1000).quantize(Decimal("0.1"))),
        record.signed_by or "",
        UNSET if record.charges is None else _charges_message(record.charges),
    )


def reply_message(reply: ReplyRecord) -> SaidOfBill:
    """Return what is replied to one bill."""
    return SaidOfBill(reply.number, reply.kind, reply.outcome, reply.reasons)


def _event_message(at: int, event: EventRecord) -> Event:
    place = event.place
    return Event(
        at, event.code, event.reason, event.occurred_at, event.reported_at, place.city, place.province, place.country
    )


def _charges_message(charges: ChargesRecord) -> Charges:
    cents = (charges.freight, charges.fuel, charges.accessorials, charges.taxes)
    freight, fuel, accessorials, taxes, total = (f"{Decimal(one) / _CENTS:.2f}" for one in (*cents, sum(cents)))
    return Charges(charges.currency, freight, fuel, accessorials, taxes, total)
