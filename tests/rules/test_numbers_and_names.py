# SPDX-License-Identifier: MIT
"""Ranges of numbers after a restored copy, and names that are alike."""

import msgspec
import pytest

from onlinesvc_desktop.backend.rules.numbering import LOST_MARK_GAP, Aligned, RangeState, aligned, reserved_for
from onlinesvc_desktop.backend.rules.resemblance import SURE, Enterprise, likeness
from onlinesvc_desktop.backend.rules.zones import moment_at
from onlinesvc_desktop.backend.services.addresses.rules import match_key
from onlinesvc_desktop.contract.addresses import AddressBody
from tests.rules.test_access_and_throttle import NOW

FRESH = RangeState(first=1_000, last=99_999, next=1_000, reserved=1_000, reuses=0)
USED = RangeState(first=1_000, last=99_999, next=1_400, reserved=2_000, reuses=3)


@pytest.mark.parametrize(
    ("state", "mark", "following", "reserved", "reuses", "was_restored"),
    [
        (FRESH, None, 1_000, 1_000, 0, False),
        (USED, None, 2_000 + LOST_MARK_GAP, 2_000 + LOST_MARK_GAP, 3, True),
        (USED, (2_000, 3), 1_400, 2_000, 3, False),
        (USED, (1_500, 2), 1_400, 2_000, 3, False),
        (USED, (3_000, 3), 3_000, 3_000, 3, True),
        (USED, (2_000, 5), 2_000, 2_000, 5, True),
        (USED, (200_000, 3), 100_000, 100_000, 3, True),
    ],
)
def test_a_restored_range_goes_on_beyond_its_mark(
    state: RangeState, mark: tuple[int, int] | None, following: int, reserved: int, reuses: int, was_restored: bool
):
    expected = RangeState(state.first, state.last, following, reserved, reuses)
    assert aligned(state, mark) == Aligned(expected, was_restored)


def test_what_is_left_is_never_below_nothing():
    assert FRESH.left == 99_000
    assert RangeState(1, 10, 12, 12, 0).left == 0


@pytest.mark.parametrize(
    ("end", "reserved"), [(1_500, 2_000), (2_000, 2_000), (2_001, 2_990), (50_000, 50_000), (200_000, 100_000)]
)
def test_numbers_are_reserved_a_step_at_a_time(end: int, reserved: int):
    assert reserved_for(USED, end) == reserved


def test_the_likeness_of_enterprises():
    acme = Enterprise("Acme Furniture Ltd.", "410023", "H3B 1A1")
    assert likeness(Enterprise("ACME Furniture"), acme) == SURE
    assert likeness(Enterprise("Acme Furnitures of Montreal"), acme) == SURE, "all the words of one are in the other"
    assert likeness(Enterprise("Acme Paints"), acme) == 30
    assert likeness(Enterprise("Nobody Else", "410023"), acme) == 60
    assert likeness(Enterprise("Acme Furniture", "410023", "h3b1a1"), acme) == 100
    assert likeness(Enterprise("Acme Paints", postal_code="H3B1A1"), acme) == 50
    assert likeness(Enterprise("Nobody Else", postal_code="H3B1A1"), acme) == 0


def test_an_instant_by_the_clock_of_a_province():
    assert moment_at(NOW, "NL").isoformat() == "2026-11-23T08:30:00-03:30"


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({}, "acierduquai|g5l1a1|12"),
        ({"name": "ACIER du QUAI inc."}, "acierduquai|g5l1a1|12"),
        ({"address1": "rue du Parc", "address2": "bureau 7"}, "acierduquai|g5l1a1|7"),
        ({"address1": "rue du Parc"}, "acierduquai|g5l1a1|"),
    ],
)
def test_one_place_has_one_key(changed: dict[str, str], key: str):
    place = {"name": "Acier du Quai Ltée", "address1": "12 rue du Parc", "city": "Rimouski", "province": "QC"}
    values = place | {"postal_code": "G5L 1A1", "country": "CA"} | changed
    assert match_key(msgspec.convert(values, AddressBody)) == key
