# SPDX-License-Identifier: MIT
"""What follows from a shipment for a claim: last days, limit of liability, papers. Pure, the same for form and server.

Sources: uniform conditions of carriage and Civil Code of Quebec art. 2050 (domain.md 6.6), shipping.md 7.
"""

import calendar
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import UNSET

from onlinesvc_desktop.contract.claim_terms import OPEN_STATES, ClaimDoor, ClaimKind, ClaimPaper, ClaimState
from onlinesvc_desktop.contract.claims import Deadlines, Outlook
from onlinesvc_desktop.contract.liability import liability_limit
from onlinesvc_desktop.contract.today import is_due
from onlinesvc_desktop.contract.zones import zone_of

NOTICE_DAYS: Final = 60
"""After delivery; for damage that is seen and for hidden one alike."""
CLAIM_MONTHS: Final = 9
_CENT: Final = Decimal("0.01")

_ALWAYS: Final = (ClaimPaper.BILL_OF_LADING, ClaimPaper.COST_INVOICE, ClaimPaper.FREIGHT_BILL)
_BY_KIND: Final = {
    ClaimKind.DAMAGE: (ClaimPaper.DELIVERY_RECEIPT, ClaimPaper.PACKING_LIST, ClaimPaper.PHOTOS),
    ClaimKind.CONCEALED_DAMAGE: (
        *(ClaimPaper.DELIVERY_RECEIPT, ClaimPaper.PACKING_LIST, ClaimPaper.PHOTOS, ClaimPaper.INSPECTION_REPORT),
    ),
    ClaimKind.SHORTAGE: (ClaimPaper.DELIVERY_RECEIPT, ClaimPaper.PACKING_LIST),
    ClaimKind.LOSS: (ClaimPaper.PACKING_LIST,),
    ClaimKind.DELAY: (ClaimPaper.DELIVERY_RECEIPT,),
}


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, the last of the month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def deadlines_of(country: str, shipped_on: date, delivered_on: date | None, expected_on: date | None) -> Deadlines:
    """Return the last days for notice and claim of a shipment that began in a country (ISO 3166 alpha-2).

    Canada: notice within 60 days of delivery, or nine months of shipping while nothing is delivered; the claim within nine
    months of shipping. United States: both within nine months of delivery, or of the day on which it was expected.
    """
    if country == "US":
        since = delivered_on or expected_on or shipped_on
        last = months_after(since, CLAIM_MONTHS)
        return Deadlines(last, last)
    claim_by = months_after(shipped_on, CLAIM_MONTHS)
    if delivered_on is None:
        return Deadlines(claim_by, claim_by)
    return Deadlines(delivered_on + timedelta(days=NOTICE_DAYS), claim_by)


def cap_of(weight_g: int, declared_value: Decimal | None) -> Decimal | None:
    """Return the limit of liability in dollars: the declared value, else by the weight in grams; None without either."""
    if declared_value is not None:
        return declared_value.quantize(_CENT, ROUND_HALF_UP)
    if weight_g <= 0:
        return None
    return liability_limit(weight_g)


def papers_for(door: ClaimDoor, kind: ClaimKind) -> tuple[ClaimPaper, ...]:
    """Return the papers that a claim of a kind needs, in the order of the checklist; an inspection needs photos alone."""
    if door is ClaimDoor.INSPECTION:
        return (ClaimPaper.PHOTOS,)
    wanted = {*_ALWAYS, *_BY_KIND[kind]}
    return tuple(paper for paper in ClaimPaper if paper in wanted)


def last_day(door: ClaimDoor, deadlines: Deadlines) -> date:
    """Return the last day for a door: that of the claim for a claim, that of the notice for the others."""
    return deadlines.claim_by if door is ClaimDoor.CLAIM else deadlines.notice_by


def today_for(outlook: Outlook, now: datetime) -> date:
    """Return the day by which the last days of a shipment are counted.

    They run from its delivery, so it is the day at the destination; while nothing is delivered they run from its shipping,
    and it is the day at the origin.
    """
    place = outlook.origin if outlook.delivered_on is UNSET else outlook.destination
    return now.astimezone(ZoneInfo(zone_of(place.province))).date()


def days_left(last: date, today: date) -> int:
    """Return how many days are left, 0 on the last one; negative when it is over."""
    return (last - today).days


def notice_is_due(outlook: Outlook, now: datetime) -> bool:
    """Tell whether the notice for a shipment has its last day within seven days."""
    return is_due(outlook.deadlines.notice_by, today_for(outlook, now))


def must_follow_soon(door: ClaimDoor, state: ClaimState, outlook: Outlook, now: datetime) -> bool:
    """Tell whether a notice or an inspection stands open whose claim has its last day within seven days."""
    is_open = door is not ClaimDoor.CLAIM and state in OPEN_STATES
    return is_open and is_due(outlook.deadlines.claim_by, today_for(outlook, now))
