# SPDX-License-Identifier: MIT
"""Dates, ages, weights and money as the current language writes them."""

from datetime import date, datetime, time
from decimal import Decimal

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication, QLocale

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.limits import AUTOPRO_DIGITS
from onlinesvc_desktop.contract.shipment import Place
from onlinesvc_desktop.contract.written import (
    written_full_day,
    written_money,
    written_number,
    written_percent,
    written_short_day,
    written_time,
    written_unit,
)
from onlinesvc_desktop.desktop.words.counted import Counted

_DASH = "\N{EN DASH}"
_UNIT = "\N{NO-BREAK SPACE}"
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def _language() -> Language:
    return Language.FRENCH if QLocale().language() is QLocale.Language.French else Language.ENGLISH


def date_words(day: date) -> str:
    """Return a day for a table, such as "Mon, Nov 23, 2026" or "lun. 23 nov. 2026"."""
    return written_short_day(day, _language())


def full_date_words(day: date) -> str:
    """Return a day for a sentence, such as "Monday, November 23, 2026" or "lundi 23 novembre 2026"."""
    return written_full_day(day, _language())


def time_words(moment: datetime | time) -> str:
    """Return a time of day in the moment's own offset, such as "4:30 p.m." or "16 h 30"."""
    return written_time(time(moment.hour, moment.minute), _language())


def date_time_words(moment: datetime) -> str:
    """Return date and time in the moment's own offset: the wall clock of the place where it happened."""
    language = _language()
    day, hour = written_short_day(moment.date(), language), written_time(time(moment.hour, moment.minute), language)
    return QCoreApplication.translate("Formats", "{date}, {time}").format(date=day, time=hour)


def local_moment_words(moment: datetime) -> str:
    """Return date and time by the clock of this computer."""
    return date_time_words(moment.astimezone())


def full_local_moment_words(moment: datetime) -> str:
    """Return date and time by the clock of this computer, for a sentence."""
    here = moment.astimezone()
    words = QCoreApplication.translate("Formats", "{date} at {time}")
    return words.format(date=full_date_words(here.date()), time=time_words(here))


def local_day_words(moment: datetime) -> str:
    """Return the day by the clock of this computer."""
    return date_words(moment.astimezone().date())


def age_words(moment: datetime, now: datetime) -> str:
    """Return how long ago a moment was, in the largest whole unit."""
    seconds = max(0, int((now - moment).total_seconds()))
    if seconds < _MINUTE:
        return QCoreApplication.translate("Formats", "just now")
    if seconds < _HOUR:
        return Counted().minutes_ago(seconds // _MINUTE)
    if seconds < 2 * _DAY:
        return Counted().hours_ago(seconds // _HOUR)
    return Counted().days_ago(seconds // _DAY)


def weight_words(weight_kg: str | UnsetType) -> str:
    """Return a weight in kilograms, with pounds beside it; a dash when nobody told it."""
    if weight_kg is UNSET:
        return _DASH
    kilograms = Decimal(weight_kg)
    pounds = kilograms / Decimal("0.45359237")
    language = _language()
    return f"{written_number(kilograms, language, 1)}{_UNIT}kg ({written_number(pounds, language)}{_UNIT}lb)"


def money_words(amount: str, currency: str) -> str:
    """Return an amount as "$12.50" or "12,50 $"; another currency than CAD is named."""
    return written_money(Decimal(amount), currency, _language())


def money_unit(currency: str) -> str:
    """Return what stands behind an amount that is typed; another currency than CAD is named."""
    return written_unit(currency, _language())


def number_words(number: int) -> str:
    """Return a whole number with the language's thousands separator."""
    return written_number(number, _language())


def pieces_words(pieces: int | UnsetType) -> str:
    """Return a number of pieces; a dash when nobody told it."""
    return _DASH if pieces is UNSET else number_words(pieces)


def decimal_words(number: float) -> str:
    """Return a number with one digit after the language's decimal mark."""
    return written_number(Decimal(number), _language(), 1)


def percent_words(number: float) -> str:
    """Return a percentage, such as "86.1%" or "86,1 %"."""
    return written_percent(Decimal(number), _language())


def place_words(place: Place) -> str:
    """Return "City (PR)"; the country only when it is not Canada, a dash for a place nobody told."""
    where = f"{place.city} ({place.province})" if place.province else place.city or _DASH
    return where if place.country in ("CA", "") else f"{where}, {place.country}"


def autopro_display(number: str) -> str:
    """Return nine digits in groups of three, easier to read to a caller; a number of another make as it is."""
    if not (len(number) == AUTOPRO_DIGITS and number.isdigit()):
        return number
    return f"{number[:3]}\N{NO-BREAK SPACE}{number[3:6]}\N{NO-BREAK SPACE}{number[6:]}"


def day_or_dash(day: date | UnsetType) -> str:
    """Return a date, or a dash when there is none."""
    return _DASH if day is UNSET else date_words(day)


def decimal_text(number: str) -> str:
    """Return a decimal number of the wire with the language's decimal mark, every digit kept."""
    return number.replace(".", QLocale().decimalPoint())


def rounded_words(number: Decimal, most_places: int) -> str:
    """Return a number with as many decimal places as it needs, at most so many."""
    short = round(number, most_places)
    places = next(places for places in range(most_places + 1) if round(short, places) == short)
    return written_number(short, _language(), places)
