# SPDX-License-Identifier: MIT
"""Single values of intake files, in the spellings carriers use; what cannot be is refused with its reason."""

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from onlinesvc_desktop.backend.intake.profile import Profile
from onlinesvc_desktop.backend.intake.records import QuarantineError
from onlinesvc_desktop.backend.rules.zones import local_time
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.intake import QuarantineReason
from onlinesvc_desktop.contract.limits import AUTOPRO_DIGITS, MAX_REFERENCE_LENGTH, MAX_SHORT_TEXT

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
_STATUS = re.compile(r"^[A-Z0-9]{1,3}\Z")
_LONGEST_NUMBER = 18
_COUNTRIES = {"CN": "CA", "CAN": "CA", "CANADA": "CA", "USA": "US", "MEX": "MX"}
_COUNTRY = re.compile(r"^[A-Z]{2}\Z")
_PROVINCE = re.compile(r"^[A-Z0-9]{1,3}\Z")
_FOREIGN_NUMBER = re.compile(r"^[A-Z0-9](?:[A-Z0-9-]*[A-Z0-9])?\Z")
NOON, _MINUTES_OF_A_DAY = 12 * 60, 24 * 60
_EARLIEST, _LATEST = 1990, 2100
_LONGEST_ZONE = 8


def plain_text(text: str) -> str:
    """Return a text without control characters, no longer than a field; places and names come again and again."""
    return _kept_plain_text(text) if len(text) <= MAX_SHORT_TEXT else _plain_text(text)


def _plain_text(text: str) -> str:
    clean = text if text.isprintable() else "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)
    return " ".join(clean.split())[:MAX_SHORT_TEXT]


_kept_plain_text = lru_cache(maxsize=20_000)(_plain_text)


def shipment_number(text: str, profile: Profile) -> str:
    """Return the number a shipment is traced by: nine digits, or what the sender's profile allows.

    A number padded with zeros on the left loses them when nine digits are left.
    """
    if len(text) == AUTOPRO_DIGITS and text.isascii() and text.isdigit() and not profile.strip:
        return text
    value = text.strip().upper().removeprefix(profile.strip.upper()).strip()
    number = parse_autopro(value)
    if isinstance(number, AutoproFault) and value.isascii() and value.isdigit():
        number = parse_autopro(value.lstrip("0"))
    if not isinstance(number, AutoproFault):
        return number
    if _FOREIGN_NUMBER.match(value) and profile.shortest <= len(value) <= profile.longest:
        return value
    raise QuarantineError(QuarantineReason.BAD_AUTOPRO, text)


def reference(text: str) -> str:
    """Return another number as it is stored: upper case."""
    if len(text) <= MAX_REFERENCE_LENGTH and text.isascii() and text.isalnum():
        return text.upper()
    value = plain_text(text).upper()
    if not value or len(value) > MAX_REFERENCE_LENGTH:
        raise QuarantineError(QuarantineReason.BAD_REFERENCE, text)
    return value


@lru_cache(maxsize=2048)
def status_code(text: str) -> str:
    """Return a code of element 1650 or 1651, also a carrier-private one."""
    code = text.strip().upper()
    if not _STATUS.match(code):
        raise QuarantineError(QuarantineReason.BAD_STATUS, text)
    return code


@lru_cache(maxsize=2048)
def calendar_day(text: str) -> date:
    """Return a day from CCYYMMDD, or from YYMMDD as versions before 004010 write it."""
    digits = text if len(text) == 8 else f"20{text}" if len(text) == 6 and text < "70" else f"19{text}"
    if not (len(digits) == 8 and digits.isascii() and digits.isdigit()):
        raise QuarantineError(QuarantineReason.BAD_DATE, text)
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError as error:
        raise QuarantineError(QuarantineReason.BAD_DATE, text) from error
    refuse_other_ages(day)
    return day


def refuse_other_ages(day: date) -> None:
    """Refuse a day or moment outside the years freight can move in: a typing error, or the edge of the calendar."""
    if not _EARLIEST <= day.year < _LATEST:
        raise QuarantineError(QuarantineReason.BAD_DATE, day.isoformat())


@lru_cache(maxsize=2048)
def minutes_of_day(text: str) -> int:
    """Return minutes since midnight from HH, HHMM, HHMMSS or HHMMSSDD; noon when absent, 1440 for 2400 (ISO 8601)."""
    if not text:
        return NOON
    if not (len(text) in (2, 4, 6, 8) and text.isascii() and text.isdigit()):
        raise QuarantineError(QuarantineReason.BAD_TIME, text)
    minutes = int(text[:2]) * 60 + int(text[2:4] or 0)
    if minutes > _MINUTES_OF_A_DAY or int(text[2:4] or 0) > 59:
        raise QuarantineError(QuarantineReason.BAD_TIME, text)
    return minutes


def moment(day: date, minutes: int, code: str, province: str) -> datetime:
    """Return a moment from a day, minutes since its midnight, an element 623 code and the place's province."""
    return (_kept_moment if len(code) <= _LONGEST_ZONE else _moment)(day, minutes, code, province)


def _moment(day: date, minutes: int, code: str, province: str) -> datetime:
    naive = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)  # noqa: DTZ001 - the place's
    return local_time(naive, code, province)


_kept_moment = lru_cache(maxsize=16_384)(_moment)


@lru_cache(maxsize=4096)
def grams(weight: str, unit: str) -> int:
    """Return a weight in grams; pounds unless the unit says kilograms."""
    factor = _GRAMS.get(unit.strip().upper())
    value = _decimal(weight)
    if factor is None or value is None or not 0 <= value * factor <= _HEAVIEST_G:
        raise QuarantineError(QuarantineReason.BAD_WEIGHT, f"{weight} {unit}")
    return int((value * factor).to_integral_value())


@lru_cache(maxsize=4096)
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


@lru_cache(maxsize=512)
def province(text: str) -> str:
    """Return a province or state: up to three letters or digits, as ISO 3166-2 has them."""
    code = text.strip().upper()
    if not _PROVINCE.match(code):
        raise QuarantineError(QuarantineReason.NO_PLACE, text)
    return code


@lru_cache(maxsize=512)
def country(text: str) -> str:
    """Return ISO 3166 alpha-2; the carrier XML says CN for Canada, NMFTA CAN (domain.md 0.5)."""
    code = text.strip().upper()
    found = _COUNTRIES.get(code, code)
    if not _COUNTRY.match(found):
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
