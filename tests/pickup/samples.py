# SPDX-License-Identifier: MIT
"""Pickups to ask for, and moments by the clock of a place."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

HALIFAX, MONTREAL = "America/Halifax", "America/Toronto"
PLACES = {
    "Halifax": {
        "name": "Quai Nord Fisheries",
        "address1": "12 Water Street",
        "city": "Halifax",
        "province": "NS",
        "postal_code": "B3J 1A1",
        "country": "CA",
    },
    "Rimouski": {
        "name": "Quincaillerie Bélanger",
        "address1": "12, rue des Érables",
        "city": "Rimouski",
        "province": "QC",
        "postal_code": "g5l1a1",
        "country": "CA",
    },
    "New Glasgow": {
        "name": "Maple Mill",
        "address1": "1 Mill Road",
        "city": "New Glasgow",
        "province": "NS",
        "postal_code": "B2H 1A1",
        "country": "CA",
    },
}
ITEM = {"destination": {"postal_code": "m5v1a1"}, "count": 3, "type": "SKD", "weight": "1240", "weight_unit": "lb"}
CONTACT = {"name": "Jean Roy", "telephone": "902 555-0142"}


def at(place: str, day: date, clock: str) -> datetime:
    """Return a moment by the clock of a zone, in UTC."""
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(place)).astimezone(UTC)


def next_monday(after: date, weeks: int = 1) -> date:
    """Return a Monday some weeks away."""
    return after + timedelta(days=7 * weeks - after.weekday())


def body(where: str = "Halifax", /, **changed: Any) -> dict[str, Any]:
    """Return a pickup as a program asks for it."""
    plain = {
        "place": PLACES[where],
        "ready_time": "10:00",
        "close_time": "17:00",
        "items": [ITEM],
        "contact": CONTACT,
        "accessorials": [],
    }
    return plain | changed
