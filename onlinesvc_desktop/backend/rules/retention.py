# SPDX-License-Identifier: MIT
"""Which daily copies are kept: seven days, four weeks, twelve months."""

from collections.abc import Iterable
from datetime import date

DAYS, WEEKS, MONTHS = 7, 4, 12


def kept(days: Iterable[date]) -> set[date]:
    """Return the days whose copies stay: the newest seven, and the newest of each of four weeks and twelve months."""
    newest_first = sorted(set(days), reverse=True)
    chosen = set(newest_first[:DAYS])
    for count, period in ((WEEKS, lambda day: day.isocalendar()[:2]), (MONTHS, lambda day: (day.year, day.month))):
        newest_of = dict[tuple[int, ...], date]()
        for day in newest_first:
            newest_of.setdefault(period(day), day)
        chosen.update(list(newest_of.values())[:count])
    return chosen
