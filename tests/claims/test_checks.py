# SPDX-License-Identifier: MIT
"""What form and server find wrong in a claim, and which files are taken."""

from decimal import Decimal
from typing import Any

import pytest

from onlinesvc_desktop.contract.checks import check
from onlinesvc_desktop.contract.claim_terms import NEXT_STATES, ClaimState
from onlinesvc_desktop.contract.claims import ClaimLine, ClaimRequest, cost_of
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.file_kinds import media_type_of

LINE = {"quantity": 2, "description": "Chairs", "unit_cost": "120.50", "weight": "40"}


def problems(**more: Any) -> dict[str, FieldCode]:
    given = {"autopro_number": "123 456 789", "door": "notice"} | more
    return {one.pointer: one.code for one in check(ClaimRequest, given)[1]}


def test_a_notice_needs_the_number_alone():
    assert problems() == {}
    assert problems(autopro_number="") == {"/autopro_number": FieldCode.REQUIRED}
    assert problems(autopro_number="12345") == {"/autopro_number": FieldCode.MALFORMED}


def test_a_claim_needs_goods_and_an_inspection_a_place():
    assert problems(door="claim") == {"/lines": FieldCode.REQUIRED}
    assert problems(door="claim", lines=[LINE]) == {}
    assert problems(door="inspection") == {"/goods_at": FieldCode.REQUIRED}
    assert problems(door="inspection", goods_at="Our dock 4") == {}


@pytest.mark.parametrize(("cost", "code"), [("0", "malformed"), ("0.00", "malformed"), ("", "required")])
def test_a_line_that_costs_nothing_is_marked(cost: str, code: str):
    assert problems(door="claim", lines=[LINE, LINE | {"unit_cost": cost}]) == {"/lines/1/unit_cost": FieldCode(code)}


def test_what_is_no_line_is_left_to_the_decoder():
    assert problems(door="claim", lines=["chairs"]) == {}


def test_lines_are_counted_to_the_cent():
    lines = (ClaimLine(3, "Chairs", "19.99"), ClaimLine(1, "Table", "0.10"))
    assert cost_of(lines) == Decimal("60.07")
    assert cost_of(()) == 0


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", "application/pdf"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"II*\x00....", "image/tiff"),
        (b"MM\x00*....", "image/tiff"),
        (b"MZ\x90\x00", None),
        (b"<html>", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_first_bytes_say(content: bytes, kind: str | None):
    assert media_type_of(content) == kind


def test_what_is_over_stays_so_and_every_other_state_leads_on():
    for state in (ClaimState.PAID, ClaimState.WITHDRAWN, ClaimState.OTHER):
        assert state not in NEXT_STATES
    assert all(ClaimState.WITHDRAWN not in following for following in NEXT_STATES.values())
    assert set(NEXT_STATES) == set(ClaimState) - {ClaimState.PAID, ClaimState.WITHDRAWN, ClaimState.OTHER}
