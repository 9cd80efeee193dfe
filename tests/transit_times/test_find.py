# SPDX-License-Identifier: MIT
"""Which place somebody means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.backend.points.find import ServiceTable
from tests.transit_times.sample_table import sample_table

TABLE, _ = sample_table()


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("G5L 1A1", "Rimouski"),
        ("g5l-1a1", "Rimouski"),
        ("G5L1A1", "Rimouski"),
        ("G5L", "Rimouski"),
        ("H3C 3P8", "Montréal"),
        ("MSV 2T6", None),
        ("M5V 2T6", "Toronto"),
        ("K1A OB1", "Ottawa"),
        ("12901-4455", "Plattsburgh"),
        ("12901", "Plattsburgh"),
        ("rimouski", "Rimouski"),
        ("Rimouski, QC", "Rimouski"),
        ("RIMOUSKI QC", "Rimouski"),
        ("Toronto (Ontario)", "Toronto"),
        ("Montreal, Québec", "Montréal"),
        ("St-Jérôme", "Saint-Jérôme"),
        ("saint jerome, qc", "Saint-Jérôme"),
        ("St. Catharines, Ont.", "St. Catharines"),
        ("Windsor", None),
        ("Windsor, ON", "Windsor"),
        ("Rimousky", None),
        ("X0A 0H0", None),
        ("", None),
        ("   ", None),
        (",", None),
    ],
)
def test_the_point_meant(text: str, city: str | None):
    found = TABLE.find(text)
    assert (None if found is None else found.point.city) == city


def test_a_city_without_its_province_that_names_two_is_answered_by_both():
    assert TABLE.find("Windsor") is None
    assert {point.province for point in TABLE.similar("Windsor")[:2]} == {"ON", "QC"}


@pytest.mark.parametrize(
    ("text", "first"), [("Rimousky", "Rimouski"), ("Trois Riviere, QC", "Trois-Rivières"), ("Missisauga", "Mississauga")]
)
def test_a_misspelt_city_is_answered_by_the_one_meant(text: str, first: str):
    assert TABLE.find(text) is None
    assert TABLE.similar(text)[0].city == first


def test_a_postal_code_not_served_is_answered_by_its_neighbours():
    assert {point.city for point in TABLE.similar("G5X 1A1")} <= {point.city for point in TABLE.search("G5")}
    assert TABLE.similar("G5X 1A1")
    assert TABLE.similar("X0A 0H0") == []


def test_points_are_found_while_one_types():
    assert [point.city for point in TABLE.search("trois")] == ["Trois-Rivières"]
    assert {"Riverview", "Rivière-du-Loup"} <= {point.city for point in TABLE.search("riv")}
    assert "Trois-Rivières" in [point.city for point in TABLE.search("riv")]
    assert len(TABLE.search("")) == len(TABLE.points)
    assert {point.city for point in TABLE.search("G5L")} == {"Rimouski"}
    assert {point.province for point in TABLE.search("windsor, qc")} == {"QC"}


def test_the_longest_prefix_wins():
    inside = TABLE.points[0]
    other = TABLE.points[1]
    from msgspec.structs import replace

    table = ServiceTable(
        (
            type(inside)(replace(inside.point, postal_prefixes=("J4",)), 0),
            type(other)(replace(other.point, postal_prefixes=("J4B",)), 0),
        )
    )
    assert table.find("J4B 1A1") == table.points[1]
    assert table.find("J4C 1A1") == table.points[0]


@given(st.text(max_size=120))
def test_no_text_breaks_it(text: str):
    TABLE.find(text)
    TABLE.search(text)
    assert len(TABLE.similar(text)) <= 5
