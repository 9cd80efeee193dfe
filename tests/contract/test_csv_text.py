# SPDX-License-Identifier: MIT
"""Cells of exports: formulas are made harmless, telephone numbers stay what they are."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from onlinesvc_desktop.contract.csv_text import csv_text, is_like_formula, plain_text


@pytest.mark.parametrize("number", ["+1 514 555-0100", "+1 (514) 555-0100", "+33 1 23 45 67 89"])
def test_a_telephone_number_survives_export(number: str):
    assert not is_like_formula(number)
    assert csv_text([[number]], ".") == f"{number}\r\n"


@pytest.mark.parametrize("text", ["+1-514-555-0100", "+1 +cmd|' /C calc'!A0", "=1+1", "-2", "@SUM(A1)", "+1 514*2"])
def test_whatever_a_spreadsheet_could_reckon_is_guarded(text: str):
    assert is_like_formula(text)
    assert csv_text([[text]], ".").lstrip('"').startswith("'")


def test_days_moments_and_numbers_are_written_as_a_spreadsheet_of_the_language_reads_them():
    cells = [None, date(2026, 11, 1), datetime(2026, 11, 1, 16, 5, tzinfo=UTC), Decimal("1234.50"), 7, "a, b"]
    assert csv_text([cells], ".") == ',2026-11-01,2026-11-01 16:05,1234.50,7,"a, b"\r\n'
    assert csv_text([cells], ",") == ";2026-11-01;2026-11-01 16:05;1234,50;7;a, b\r\n"


def test_control_characters_do_not_reach_a_file():
    assert plain_text("one\ttwo\nthree\x1b[31m\x00\ufffe") == "one two three[31m"
