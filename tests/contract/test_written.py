# SPDX-License-Identifier: MIT
"""Dates, times, numbers and money as each language writes them."""

from datetime import date, time
from decimal import Decimal

import pytest

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.written import (
    spelled_count,
    written_count,
    written_day,
    written_full_day,
    written_money,
    written_number,
    written_percent,
    written_short_day,
    written_time,
    written_unit,
)

ENGLISH, FRENCH = Language.ENGLISH, Language.FRENCH


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (written_day(date(2026, 11, 1), ENGLISH), "November_1, 2026"),
        (written_day(date(2026, 11, 1), FRENCH), "1er_novembre 2026"),
        (written_full_day(date(2026, 11, 23), ENGLISH), "Monday, November_23, 2026"),
        (written_full_day(date(2026, 11, 23), FRENCH), "lundi 23_novembre 2026"),
        (written_short_day(date(2026, 12, 1), ENGLISH), "Tue, Dec_1, 2026"),
        (written_short_day(date(2026, 12, 1), FRENCH), "mar. 1er_déc. 2026"),
        (written_time(time(0, 0), ENGLISH), "12:00_a.m."),
        (written_time(time(12, 5), ENGLISH), "12:05_p.m."),
        (written_time(time(16, 30), ENGLISH), "4:30_p.m."),
        (written_time(time(7, 0), FRENCH), "7_h"),
        (written_time(time(9, 3), FRENCH), "9_h_3"),
        (written_time(time(16, 30), FRENCH), "16_h_30"),
        (written_number(1_234_567, ENGLISH), "1,234,567"),
        (written_number(1_234_567, FRENCH), "1_234_567"),
        (written_number(Decimal("-2852.44"), FRENCH, 1), "\N{MINUS SIGN}2_852,4"),
        (written_money(Decimal("1234.50"), "CAD", ENGLISH), "$1,234.50"),
        (written_money(Decimal("1234.50"), "USD", ENGLISH), "$1,234.50_USD"),
        (written_money(Decimal("-12.50"), "CAD", ENGLISH), "\N{MINUS SIGN}$12.50"),
        (written_money(Decimal("1234.50"), "USD", FRENCH), "1_234,50_$_US"),
        (written_unit("CAD", ENGLISH), "$"),
        (written_unit("USD", ENGLISH), "USD"),
        (written_unit("CAD", FRENCH), "$"),
        (written_unit("USD", FRENCH), "$_US"),
        (written_unit("EUR", FRENCH), "EUR"),
        (written_money(Decimal("-12.50"), "CAD", FRENCH), "\N{MINUS SIGN}12,50_$"),
        (spelled_count(6, "month", "months", ENGLISH), "six_months"),
        (spelled_count(1, "month", "months", ENGLISH), "one_month"),
        (spelled_count(13, "month", "months", ENGLISH), "13_months"),
        (spelled_count(12, "mois", "mois", FRENCH), "douze_mois"),
        (spelled_count(-1, "mois", "mois", FRENCH), "\N{MINUS SIGN}1_mois"),
        (written_count(0, "day", "days", ENGLISH), "0_days"),
        (written_count(1, "day", "days", ENGLISH), "1_day"),
        (written_count(0, "jour", "jours", FRENCH), "0_jour"),
        (written_count(-1, "jour", "jours", FRENCH), "\N{MINUS SIGN}1_jour"),
        (written_count(1200, "jour", "jours", FRENCH), "1_200_jours"),
        (written_percent(Decimal("86.13"), ENGLISH), "86.1%"),
        (written_percent(Decimal("86.13"), FRENCH), "86,1_%"),
    ],
)
def test_each_is_written_as_its_language_writes_it(written: str, expected: str):
    assert written == expected.replace("_", "\N{NO-BREAK SPACE}")
