# SPDX-License-Identifier: MIT
"""Single values of intake files, in the spellings carriers use; what cannot be is refused with its reason."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from onlinesvc_desktop.backend.intake.records import QuarantineError
from onlinesvc_desktop.backend.rules.zones import local_time
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.intake import QuarantineReason
from onlinesvc_desktop.contract.limits import MAX_REFERENCE_LENGTH, MAX_SHORT_TEXT

_GRAMS = {
    "K": Decimal(1000),
    "L": Decimal("453.59237"),
    "KG": Decimal(1000),
    "LB": Decimal("453.59237"),
    "": Decimal("453.59237"),
}
_HEAVIEST_G = 100_000_000
_MOST_PIECES = 1_000_000
_MOST_CENTS = 100_000_000_00
_STATUS = re.compile(r"^[A-Z0-9]{1,3}$")
_COUNTRIES = {
    "": "CA",
    "CA": "CA",
    "CN": "CA",
    "CAN": "CA",
    "CANADA": "CA",
    "US": "US",
    "USA": "US",
    "MX": "MX",
    "MEX": "MX",
}
_LONGEST_NUMBER = 18
_EARLIEST, _LATEST = 1990, 2100


@lru_cache(maxsize=20_000)
def plain_text(text: str) -> str:
    """Return a text without control characters, no longer than a field; places and names come again and again."""
    clean = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)
    return " ".join(clean.split())[:MAX_SHORT_TEXT]


def autopro(text: str) -> str:
    """Return nine digits; a number padded with zeros on the left loses them."""
    number = parse_autopro(text)
    if isinstance(number, AutoproFault) and text.strip().isascii() and text.strip().isdigit():
        number = parse_autopro(text.strip().lstrip("0"))
    if isinstance(number, AutoproFault):
        raise QuarantineError(QuarantineReason.BAD_AUTOPRO, text)
    return number


def reference(text: str) -> str:
    """Return another number as it is stored: upper case."""
    value = plain_text(text).upper()
    if not value or len(value) > MAX_REFERENCE_LENGTH:
        raise QuarantineError(QuarantineReason.BAD_REFERENCE, text)
    return value


def status_code(text: str) -> str:
    """Return a code of element 1650 or 1651, also a carrier-private one."""
    code = text.strip().upper()
    if not _STATUS.match(code):
        raise QuarantineError(QuarantineReason.BAD_STATUS, text)
    return code


def instant(day: str, time: str, code: str, place: str) -> datetime:
    """Return a moment from CCYYMMDD, HHMM or HHMMSS (noon when absent), a time code and the place's province."""
    if not (len(day) == 8 and day.isascii() and day.isdigit()):
        raise QuarantineError(QuarantineReason.BAD_DATE, day)
    time = time or "1200"
    if not (len(time) in (4, 6, 8) and time.isascii() and time.isdigit()):
        raise QuarantineError(QuarantineReason.BAD_TIME, time)
    try:
        # A third of the whole reading was strptime.
        naive = datetime(int(day[:4]), int(day[4:6]), int(day[6:]), int(time[:2]), int(time[2:4]))  # noqa: DTZ001 - the place's
    except ValueError as error:
        reason = QuarantineReason.BAD_TIME if _is_day(day) else QuarantineReason.BAD_DATE
        raise QuarantineError(reason, f"{day} {time}") from error
    refuse_other_ages(naive)
    return local_time(naive, code, place)


def refuse_other_ages(day: date) -> None:
    """Refuse a day or moment outside the years freight can move in: a typing error, or the edge of the calendar."""
    if not _EARLIEST <= day.year < _LATEST:
        raise QuarantineError(QuarantineReason.BAD_DATE, day.isoformat())


def _is_day(day: str) -> bool:
    try:
        date(int(day[:4]), int(day[4:6]), int(day[6:]))
    except ValueError:
        return False
    return True


def grams(weight: str, unit: str) -> int:
    """Return a weight in grams; pounds unless the unit says kilograms."""
    factor = _GRAMS.get(unit.strip().upper())
    value = _decimal(weight)
    if factor is None or value is None or not 0 <= value * factor <= _HEAVIEST_G:
        raise QuarantineError(QuarantineReason.BAD_WEIGHT, f"{weight} {unit}")
    return int((value * factor).to_integral_value())


def pieces(count: str) -> int:
    """Return a number of pieces."""
    value = _decimal(count)
    if value is None or value != value.to_integral_value() or not 0 <= value <= _MOST_PIECES:
        raise QuarantineError(QuarantineReason.BAD_PIECES, count)
    return int(value)


def cents(amount: str) -> int:
    """Return an amount in cents: X12 writes it without a point, two decimals implied; with a point it counts as written."""
    value = _decimal(amount)
    if value is None or abs(value) > _MOST_CENTS:
        raise QuarantineError(QuarantineReason.BAD_AMOUNT, amount)
    return int((value * 100 if "." in amount else value).to_integral_value())


def province(text: str) -> str:
    """Return a province or state."""
    code = text.strip().upper()
    if not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise QuarantineError(QuarantineReason.NO_PLACE, text)
    return code


def country(text: str) -> str:
    """Return ISO 3166 alpha-2; the carrier XML says CN for Canada, NMFTA CAN (domain.md 0.5)."""
    found = _COUNTRIES.get(text.strip().upper())
    if found is None:
        raise QuarantineError(QuarantineReason.NO_PLACE, text)
    return found


def _decimal(text: str) -> Decimal | None:
    """Return a number that can be computed with: ``1E+999999999`` is a number, and no product of it is."""
    if len(text) > _LONGEST_NUMBER:
        return None
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) <= _LONGEST_NUMBER else None
