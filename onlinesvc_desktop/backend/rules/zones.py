# SPDX-License-Identifier: MIT
"""Local times of freight events: X12 element 623 time codes (domain.md 3.2), else the zone of the place."""

from datetime import datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from onlinesvc_desktop.contract.zones import CENTRAL, EASTERN, MOUNTAIN, PACIFIC, zone_of

_NAMED = {
    "ET": EASTERN, "CT": CENTRAL, "MT": MOUNTAIN, "PT": PACIFIC,
    "AT": "America/Halifax", "NT": "America/St_Johns", "HT": "Pacific/Honolulu", "TT": "America/Halifax",
}  # fmt: skip
_FIXED = {
    "UT": 0, "GM": 0, "ES": -5, "ED": -4, "CS": -6, "CD": -5, "MS": -7, "MD": -6, "PS": -8, "PD": -7, "AS": -4, "AD": -3,
    "NS": -3.5, "ND": -2.5, "HS": -10, "HD": -9,
}  # fmt: skip


def local_time(naive: datetime, code: str, province: str) -> datetime:
    """Return a moment with its offset in whole minutes, from a wall-clock time, a time code and the place's province.

    No code, ``LT`` or an unknown one mean the local time of the place; an unknown place keeps the carrier's, Eastern.

    Raises:
        OverflowError: the moment lies outside the calendar.
    """
    zone = _zone(code, province)
    moment = naive.replace(tzinfo=zone)
    offset = moment.utcoffset() or timedelta()
    return naive.replace(tzinfo=timezone(timedelta(minutes=round(offset.total_seconds() / 60))))


def moment_at(instant: datetime, province: str) -> datetime:
    """Return an instant by the clock of a province or state, with its offset in whole minutes."""
    local = instant.astimezone(_zone("", province))
    offset = local.utcoffset() or timedelta()
    return local.replace(tzinfo=timezone(timedelta(minutes=round(offset.total_seconds() / 60))))


def _zone(code: str, province: str) -> tzinfo:
    code = code.upper()
    if code in _NAMED:
        return ZoneInfo(_NAMED[code])
    if code in _FIXED:
        return timezone(timedelta(hours=_FIXED[code]))
    if code.isascii() and code.isdigit() and 1 <= int(code) <= 24:
        hours = int(code)
        return timezone(timedelta(hours=hours if hours <= 12 else hours - 25))
    return ZoneInfo(zone_of(province))
