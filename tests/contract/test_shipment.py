# SPDX-License-Identifier: MIT
"""What a stranger sees of a shipment."""

from datetime import UTC, date, datetime

import msgspec
from msgspec import UNSET

from onlinesvc_desktop.contract.shipment import Charges, Event, Party, Place, Reference, ReferenceType, Shipment
from onlinesvc_desktop.contract.tracing import Trace, TraceOutcome, public_trace

AT = datetime(2026, 11, 2, 15, tzinfo=UTC)
ALMA = Place("Alma", "QC", "CA")
NAILS = Party("Nails Inc.", "1 Iron Street", "Alma", "QC", "G8B 5L4", "CA")
WHOLE = Shipment(
    "123456789",
    Event(1, "D1", "NS", AT, AT, "Alma", "QC", "CA"),
    ALMA,
    ALMA,
    pieces=1,
    weight_kg="1.0",
    estimated_delivery=date(2026, 11, 3),
    events=(),
    references=(Reference(ReferenceType.PURCHASE_ORDER, "PO1"),),
    shipper=NAILS,
    consignee=NAILS,
    bill_to=NAILS,
    signed_by="J. Roy",
    charges=Charges("CAD", "1.00", "0.00", "0.00", "0.15", "1.15"),
    booked_at=AT,
    known_until=AT,
)
PUBLIC = {
    "autopro_number",
    "status",
    "origin",
    "destination",
    "pieces",
    "weight_kg",
    "estimated_delivery",
    "events",
    "known_until",
}


def test_a_stranger_sees_where_it_is_and_nothing_of_the_parties_or_the_money():
    assert all(value is not UNSET for value in msgspec.structs.asdict(WHOLE).values()), "every member is filled in"
    seen = public_trace(Trace("PO1", TraceOutcome.FOUND, (WHOLE,), suggestions=("PO2",)))
    assert {name for name, value in msgspec.structs.asdict(seen.matches[0]).items() if value is not UNSET} == PUBLIC
    assert seen.suggestions == ()
    assert (seen.reference, seen.outcome) == ("PO1", TraceOutcome.FOUND)
