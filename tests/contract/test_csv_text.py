# SPDX-License-Identifier: MIT
"""Cells of exports: formulas are made harmless, telephone numbers stay what they are."""

import pytest

from onlinesvc_desktop.contract.csv_text import csv_text, is_like_formula


@pytest.mark.parametrize("number", ["+1 514 555-0100", "+1 (514) 555-0100", "+33 1 23 45 67 89"])
def test_a_telephone_number_survives_export(number: str):
    assert not is_like_formula(number)
    assert csv_text([[number]], ".") == f"{number}\r\n"


@pytest.mark.parametrize("text", ["+1-514-555-0100", "+1 +cmd|' /C calc'!A0", "=1+1", "-2", "@SUM(A1)", "+1 514*2"])
def test_whatever_a_spreadsheet_could_reckon_is_guarded(text: str):
    assert is_like_formula(text)
    assert csv_text([[text]], ".").lstrip('"').startswith("'")
