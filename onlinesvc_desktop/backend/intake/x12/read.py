# SPDX-License-Identifier: MIT
"""Understand transaction sets: 214 status, 211 bill of lading, 210 invoice, replies to our own 211 (domain.md 3.2 to 3.5).

Pure: the moment of the report is an argument. A set without number, status or date is refused with its reason; any
other value that is malformed is left out and named, and the rest goes in.
"""

from datetime import UTC, datetime
from functools import lru_cache

from onlinesvc_desktop.backend.intake.profile import Profile
from onlinesvc_desktop.backend.intake.records import QuarantineError, ReplyRecord, Said, ShipmentRecord
from onlinesvc_desktop.backend.intake.values import calendar_day, minutes_of_day, moment
from onlinesvc_desktop.backend.intake.x12.bill_of_lading import read_bill_of_lading
from onlinesvc_desktop.backend.intake.x12.invoice import read_invoice
from onlinesvc_desktop.backend.intake.x12.reading import Reading
from onlinesvc_desktop.backend.intake.x12.replies import read_acknowledgement, read_advice, read_response
from onlinesvc_desktop.backend.intake.x12.sets import TransactionSet
from onlinesvc_desktop.backend.intake.x12.status import read_status
from onlinesvc_desktop.contract.intake import QuarantineReason

NOT_ANSWERED = frozenset({"997", "999"})
"""Sets that answer; an answer is read, and never answered."""


def understand(found: TransactionSet, now: datetime, profile: Profile) -> Said:
    """Return what a transaction set says, and what of it was left out.

    Raises:
        QuarantineError: it is damaged, or says something that cannot be.
    """
    if found.fault is not None:
        raise found.fault
    reading = Reading(found, profile, _group_time(found.envelope.date, found.envelope.time[:4]) or now)
    records: tuple[ShipmentRecord, ...] = ()
    replies: tuple[ReplyRecord, ...] = ()
    match found.kind:
        case "214":
            records = read_status(reading)
        case "211":
            records = read_bill_of_lading(reading)
        case "210":
            records = read_invoice(reading)
        case kind if kind in NOT_ANSWERED:
            replies = tuple(read_acknowledgement(found))
        case "824":
            replies = tuple(read_advice(found))
        case "990":
            replies = tuple(read_response(found))
        case other:
            raise QuarantineError(QuarantineReason.UNKNOWN_SET, other)
    return Said(records, tuple(reading.remarks), replies)


@lru_cache(maxsize=64)
def _group_time(day: str, time: str) -> datetime | None:
    """Return when the sender wrote the group; that is when it was reported."""
    try:
        return moment(calendar_day(day), minutes_of_day(time), "", "").astimezone(UTC)
    except QuarantineError:
        return None
