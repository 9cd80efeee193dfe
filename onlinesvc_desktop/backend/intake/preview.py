# SPDX-License-Identifier: MIT
"""What a part of a file would do, in one line: times, places, weight and money, not codes alone."""

from onlinesvc_desktop.backend.intake.records import (
    ChargesRecord,
    EventRecord,
    Part,
    PlaceRecord,
    ReplyRecord,
    ShipmentRecord,
)


def part_words(part: Part) -> str:
    """Return what a part says, or why it is set aside, with what was noticed about it."""
    words = [*(record_words(one) for one in part.records), *(_reply_words(one) for one in part.replies)]
    said = "; ".join(words) if part.fault is None else _fault_words(part)
    remarks = "".join(f" [{' '.join(filter(None, (one.code.value, one.detail)))}]" for one in part.remarks)
    return f"byte {part.position}, {part.control}: {said}{remarks}"


def _fault_words(part: Part) -> str:
    return "" if part.fault is None else f"set aside, {part.fault.reason} {part.fault.detail}"


def _reply_words(reply: ReplyRecord) -> str:
    reasons = [" ".join(filter(None, (one.code, one.text))) for one in reply.reasons]
    return ", ".join((f"{reply.kind} to bill {reply.number}: {reply.outcome}", *reasons))


def record_words(record: ShipmentRecord) -> str:
    """Return what is said of one shipment."""
    facts = [record.autopro_number, *(_event_words(event) for event in record.events)]
    if record.pieces is not None:
        facts.append(f"{record.pieces} pieces")
    if record.weight_g is not None:
        facts.append(f"{record.weight_g / 1000:.1f} kg")
    if record.signed_by is not None:
        facts.append(f"signed by {record.signed_by}")
    if record.charges is not None:
        facts.append(_charges_words(record.charges))
    return ", ".join(facts)


def _event_words(event: EventRecord) -> str:
    place = _place_words(event.place)
    return f"{event.code} {event.occurred_at:%Y-%m-%d %H:%M %z}" + (f" at {place}" if place else "")


def _place_words(place: PlaceRecord) -> str:
    return " ".join(filter(None, (place.city, place.province, place.country)))


def _charges_words(charges: ChargesRecord) -> str:
    kinds = ("freight", "fuel", "accessorials", "taxes")
    cents = [charges.freight, charges.fuel, charges.accessorials, charges.taxes]
    parts = ", ".join(f"{kind} {amount / 100:.2f}" for kind, amount in zip(kinds, cents, strict=True) if amount)
    return f"{charges.currency} {sum(cents) / 100:.2f} ({parts})"
