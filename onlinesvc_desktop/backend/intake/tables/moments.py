# SPDX-License-Identifier: MIT
"""Dates and times as people and spreadsheets write them, in English and French; pure."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time

from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.table_mapping import DateOrder

_MONTHS = (
    ("jan", "january", "janv", "janvier"),
    ("feb", "february", "fev", "fevr", "fevrier"),
    ("mar", "march", "mars"),
    ("apr", "april", "avr", "avril"),
    ("may", "mai"),
    ("jun", "june", "juin"),
    ("jul", "july", "juil", "juillet"),
    ("aug", "august", "aout"),
    ("sep", "sept", "september", "septembre"),
    ("oct", "october", "octobre"),
    ("nov", "november", "novembre"),
    ("dec", "december", "decembre"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT_DAY = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
_NUMERIC_DAY = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)")
_MONTH_FIRST_WORDS = re.compile(r"([a-z]{3,9})\.?,?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_DAY_FIRST_WORDS = re.compile(r"(?<!\d)(\d{1,2})(?:er|st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?!\d)")
_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})\s*[:h]\s*(\d{2})?(?:\s*:\s*(\d{2})(?:\.\d+)?)?\s*([ap])?\.?\s*(?:m\.?)?(?![\d])")
_HOUR_ONLY = re.compile(r"(?<![\d.:])(\d{1,2})\s*([ap])\.?\s*m\.?")
_COMPACT_CLOCK = re.compile(r"\d{4}")
_CENTURY_TURN = 70


def day_of(text: str, order: DateOrder) -> date:
    """Return the day that a text names.

    Raises:
        ValueError: it names none, or one that no calendar has.
    """
    plain = folded(text.strip())
    if found := _ISO_DAY.search(plain) or _COMPACT_DAY.search(plain):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC_DAY.search(plain):
        first, second = int(found[1]), int(found[2])
        day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
        return date(_year(found[3]), month, day)
    if (found := _MONTH_FIRST_WORDS.search(plain)) and found[1] in _MONTH_OF:
        return date(int(found[3]), _MONTH_OF[found[1]], int(found[2]))
    if (found := _DAY_FIRST_WORDS.search(plain)) and found[2] in _MONTH_OF:
        return date(_year(found[3]), _MONTH_OF[found[2]], int(found[1]))
    raise ValueError(f"no day in {text!r}")


def clock_of(text: str) -> time | None:
    """Return the time of day that a text names, or None when it names none.

    Raises:
        ValueError: it names one that no clock shows.
    """
    plain = folded(text.strip())
    if _COMPACT_CLOCK.fullmatch(plain):
        return time(int(plain[:2]), int(plain[2:]))
    plain = _ISO_DAY.sub(" ", plain).replace("t", " ") if _ISO_DAY.search(plain) else plain
    if found := _CLOCK.search(plain):
        return time(_hour(int(found[1]), found[4]), int(found[2] or 0), int(found[3] or 0))
    if found := _HOUR_ONLY.search(plain):
        return time(_hour(int(found[1]), found[2]))
    return None


def moment_of(day: str, clock: str, order: DateOrder) -> datetime:
    """Return a moment, with its offset when the text has one; noon when no time is named.

    Args:
        day: the cell with the date, often with the time in it.
        clock: the cell with the time; empty when there is none.
        order: how a date in figures only is read.

    Raises:
        ValueError: there is no such moment.
    """
    try:
        whole = datetime.fromisoformat(day.strip())
    except ValueError:
        whole = None
    if whole is not None and len(day.strip()) > len("2026-01-01") and not clock.strip():
        return whole
    time_of_day = clock_of(clock) if clock.strip() else clock_of(_without_day(day))
    if clock.strip() and time_of_day is None:
        raise ValueError(clock)
    return datetime.combine(day_of(day, order), time_of_day or time(12))


def likely_order(texts: Iterable[str]) -> DateOrder | None:
    """Return how the dates of a column are to be read, or None when none of them tells."""
    for text in texts:
        if _ISO_DAY.search(text):
            continue
        if found := _NUMERIC_DAY.search(text):
            if int(found[1]) > 12:
                return DateOrder.DAY_FIRST
            if int(found[2]) > 12:
                return DateOrder.MONTH_FIRST
    return None


def is_ambiguous(text: str) -> bool:
    """Tell whether a date in figures only could be read both ways."""
    found = None if _ISO_DAY.search(text) else _NUMERIC_DAY.search(text)
    return found is not None and int(found[1]) <= 12 and int(found[2]) <= 12 and found[1] != found[2]


def _without_day(text: str) -> str:
    for pattern in (_ISO_DAY, _COMPACT_DAY, _NUMERIC_DAY):
        if pattern.search(text):
            return pattern.sub(" ", text, count=1).replace("T", " ")
    return text


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (1900 if year >= _CENTURY_TURN else 2000)


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half == "p" else 0)
