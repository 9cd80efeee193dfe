# SPDX-License-Identifier: MIT
"""Dates, times, numbers and money as English and French are written in Canada; the window and the e-mails agree.

French follows the OQLF: 1er for the first of a month, "9 h 3" without a zero before hours or minutes, a no-break space
before each unit and between thousands, a minus sign before a negative amount. Pure.
"""

from datetime import date, time
from decimal import Decimal
from typing import Final

from onlinesvc_desktop.contract.codes import Language

_SPACE: Final = "\N{NO-BREAK SPACE}"
_MINUS: Final = "\N{MINUS SIGN}"
_MONTHS: Final = {
    Language.ENGLISH: (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    Language.FRENCH: (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
}
_SHORT_MONTHS: Final = {
    Language.ENGLISH: ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    Language.FRENCH: (
        *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
        *("juill.", "août", "sept.", "oct.", "nov.", "déc."),
    ),
}
_WEEKDAYS: Final = {
    Language.ENGLISH: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    Language.FRENCH: ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}

_NUMBERS: Final = {
    Language.ENGLISH: (
        *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
    Language.FRENCH: (
        *("aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    ),
}


_FRENCH_UNITS: Final = {"CAD": "$", "USD": f"${_SPACE}US"}


def written_day(day: date, language: Language) -> str:
    """Return a day for a sentence: "November 1, 2026", "1er novembre 2026"."""
    month = _MONTHS[language][day.month - 1]
    if language is Language.ENGLISH:
        return f"{month}{_SPACE}{day.day}, {day.year}"
    return f"{_ordinal(day)}{_SPACE}{month} {day.year}"


def written_full_day(day: date, language: Language) -> str:
    """Return a day with its weekday for a sentence: "Monday, November 23, 2026", "lundi 23 novembre 2026"."""
    weekday = _WEEKDAYS[language][day.weekday()]
    return (
        f"{weekday}, {written_day(day, language)}"
        if language is Language.ENGLISH
        else f"{weekday} {written_day(day, language)}"
    )


def written_short_day(day: date, language: Language) -> str:
    """Return a day for a table: "Mon, Nov 23, 2026", "lun. 23 nov. 2026"."""
    weekday, month = _WEEKDAYS[language][day.weekday()][:3], _SHORT_MONTHS[language][day.month - 1]
    if language is Language.ENGLISH:
        return f"{weekday}, {month}{_SPACE}{day.day}, {day.year}"
    return f"{weekday}. {_ordinal(day)}{_SPACE}{month} {day.year}"


def written_time(at: time, language: Language) -> str:
    """Return a time of day: "4:30 p.m.", "16 h 30", "7 h"."""
    if language is Language.ENGLISH:
        return f"{(at.hour + 11) % 12 + 1}:{at.minute:02}{_SPACE}{'a.m.' if at.hour < 12 else 'p.m.'}"
    return f"{at.hour}{_SPACE}h{_SPACE}{at.minute}" if at.minute else f"{at.hour}{_SPACE}h"


def written_number(number: int | Decimal, language: Language, places: int = 0) -> str:
    """Return a number with so many decimal places and thousands set apart: "2,852.4", "2 852,4"."""
    text = f"{abs(number):,.{places}f}"
    if language is Language.FRENCH:
        text = text.replace(",", _SPACE).replace(".", ",")
    return f"{_MINUS}{text}" if number < 0 else text


def written_count(number: int, one: str, many: str, language: Language) -> str:
    """Return a number with its noun; none is plural in English and singular in French."""
    single = number == 1 if language is Language.ENGLISH else abs(number) < 2
    return f"{written_number(number, language)}{_SPACE}{one if single else many}"


def spelled_count(number: int, one: str, many: str, language: Language) -> str:
    """Return a number with its noun for a sentence, in words up to twelve: "six months", "six mois"."""
    counted = written_count(number, one, many, language)
    words = _NUMBERS[language]
    return counted.replace(str(number), words[number], 1) if 0 <= number < len(words) else counted


def written_money(amount: Decimal, currency: str, language: Language) -> str:
    """Return an amount of money; another currency than CAD is named: "$12.50 USD", "12,50 $ US"."""
    text = written_number(abs(amount), language, 2)
    sign = _MINUS if amount < 0 else ""
    if language is Language.ENGLISH:
        return f"{sign}${text}" if currency == "CAD" else f"{sign}${text}{_SPACE}{currency}"
    return f"{sign}{text}{_SPACE}{_FRENCH_UNITS.get(currency, currency)}"


def written_unit(currency: str, language: Language) -> str:
    """Return what stands behind an amount while it is typed: "$" for CAD; another currency is named: "USD", "$ US"."""
    if language is Language.ENGLISH:
        return "$" if currency == "CAD" else currency
    return _FRENCH_UNITS.get(currency, currency)


def written_percent(number: Decimal, language: Language) -> str:
    """Return a percentage with one decimal place: "86.1%", "86,1 %"."""
    text = written_number(number, language, 1)
    return f"{text}%" if language is Language.ENGLISH else f"{text}{_SPACE}%"


def _ordinal(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)
