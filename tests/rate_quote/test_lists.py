# SPDX-License-Identifier: MIT
"""Places and lists of shipments as people type and paste them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.freight import HandlingUnit, WeightUnit
from onlinesvc_desktop.desktop.services.rate_quote.lists import MOST_LINES, shipments_in
from onlinesvc_desktop.desktop.services.rate_quote.places import place_of, text_of

DAY = date(2027, 6, 15)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("h3c3p8", {"postal_code": "H3C 3P8"}),
        (" g5l-1a1 ", {"postal_code": "G5L 1A1"}),
        ("g5l", {"postal_code": "G5L"}),
        ("12205", {"postal_code": "12205"}),
        ("Rimouski QC", {"city": "Rimouski", "province": "QC"}),
        ("Saint-Jean, nb", {"city": "Saint-Jean", "province": "NB"}),
        ("Toronto (ON)", {"city": "Toronto", "province": "ON"}),
        ("Québec", {"city": "Québec"}),
        ("Trois Rivières", {"city": "Trois Rivières"}),
        ("", {}),
    ],
)
def test_a_place_as_it_is_typed(text: str, place: dict[str, str]):
    assert place_of(text) == place
    assert place_of(text_of(place)) == place


def test_columns_by_their_order_and_by_their_headings():
    by_order = shipments_in("H3C 3P8\tM5V 2T6\t1 620,5 lb\t48 x 40 x 60\t2", DAY)
    by_heading = shipments_in("Units,Size or class,To,From,Weight\n2,48x40x60 in,M5V 2T6,H3C 3P8,1620.5", DAY)
    assert by_order[0].request == by_heading[0].request
    request = by_order[0].request
    assert request is not None
    assert request.handling_units == (HandlingUnit(2, "SKD", "1620.5", length="48", width="40", height="60"),)
    assert (by_order[0].line, by_heading[0].line) == (1, 2)


def test_kilograms_centimetres_and_a_class():
    metric, classed = shipments_in("Laval QC;G5L;280 kg;100x100x200 cm\nLaval QC;G5L;280;77,5", DAY)
    assert metric.request is not None
    assert metric.request.handling_units[0].weight_unit is WeightUnit.KILOGRAM
    assert classed.request is not None
    assert classed.request.handling_units[0].freight_class == "77.5"


@pytest.mark.parametrize(
    ("line", "pointer", "code"),
    [
        ("H3C 3P8;M5V 2T6;0", "/handling_units/0/weight", FieldCode.MALFORMED),
        ("H3C 3P8;M5V 2T6;-5", "/weight", FieldCode.MALFORMED),
        ("H3C 3P8;M5V 2T6;", "/handling_units/0/weight", FieldCode.REQUIRED),
        (";M5V 2T6;500", "/origin", FieldCode.REQUIRED),
        ("H3C 3P8;;500", "/destination", FieldCode.REQUIRED),
        ("H3C 3P8;M5V 2T6;500;51", "/handling_units/0/freight_class", FieldCode.UNKNOWN),
        ("H3C 3P8;M5V 2T6;500;48x40x60;0", "/count", FieldCode.MALFORMED),
        ("H3C 3P8;M5V 2T6;500;48x40x60;many", "/count", FieldCode.MALFORMED),
    ],
)
def test_a_wrong_line_says_where(line: str, pointer: str, code: FieldCode):
    (asked,) = shipments_in(line, DAY)
    assert asked.request is None
    assert (asked.problems[0].pointer, asked.problems[0].code) == (pointer, code)


def test_blank_lines_do_not_count_and_one_too_many_is_seen():
    assert [one.line for one in shipments_in("\n\nH3C;M5V;5\n;;\nH3C;M5V;6", DAY)] == [3, 5]
    assert len(shipments_in("H3C;M5V;5\n" * 5_000, DAY)) == MOST_LINES + 1


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str):
    for asked in shipments_in(text, DAY):
        assert (asked.request is None) == bool(asked.problems)
