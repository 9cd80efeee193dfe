# SPDX-License-Identifier: MIT
"""Deadlines, limit of liability, papers, and what a move of the carrier must bring."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from msgspec import UNSET

from onlinesvc_desktop.backend.rules.exceptions import exceptions_of
from onlinesvc_desktop.backend.services.claims import rules
from onlinesvc_desktop.contract.claim_moves import ClaimMove
from onlinesvc_desktop.contract.claim_rules import (
    cap_of,
    days_left,
    deadlines_of,
    last_day,
    months_after,
    must_follow_soon,
    notice_is_due,
    papers_for,
    today_for,
)
from onlinesvc_desktop.contract.claim_terms import OPEN_STATES, WAITING_STATES, ClaimDoor, ClaimKind, ClaimPaper, ClaimState
from onlinesvc_desktop.contract.claims import ClaimChange, ClaimDetails, Deadlines, Outlook
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.shipment import Event, Party, Place

SHIPPED, DELIVERED, EXPECTED = date(2026, 5, 29), date(2026, 6, 3), date(2026, 6, 2)


def test_nine_months_end_with_the_month_where_the_day_is_missing():
    assert months_after(date(2026, 5, 29), 9) == date(2027, 2, 28)
    assert months_after(date(2027, 5, 31), 9) == date(2028, 2, 29)
    assert months_after(date(2026, 12, 1), 1) == date(2027, 1, 1)


def test_in_canada_a_notice_has_sixty_days_from_the_delivery_and_the_claim_nine_months_from_shipping():
    assert deadlines_of("CA", SHIPPED, DELIVERED, EXPECTED) == Deadlines(date(2026, 8, 2), date(2027, 2, 28))
    assert deadlines_of("CA", SHIPPED, None, EXPECTED) == Deadlines(date(2027, 2, 28), date(2027, 2, 28))


def test_from_the_united_states_both_have_nine_months_from_the_delivery_or_the_day_it_was_expected():
    assert deadlines_of("US", SHIPPED, DELIVERED, EXPECTED).notice_by == date(2027, 3, 3)
    assert deadlines_of("US", SHIPPED, None, EXPECTED) == Deadlines(date(2027, 3, 2), date(2027, 3, 2))
    assert deadlines_of("US", SHIPPED, None, None).claim_by == date(2027, 2, 28)


def test_the_limit_is_by_weight_unless_a_value_is_declared():
    # 620 lb are 281,227 g (shipping.md 7): the kilograms are not rounded before they are multiplied.
    assert cap_of(281_227, None) == Decimal("1240.21")
    assert cap_of(281_227, Decimal(5000)) == Decimal("5000.00")
    assert cap_of(0, None) is None


def test_each_kind_needs_its_own_papers():
    of = {kind: set(papers_for(ClaimDoor.CLAIM, kind)) for kind in ClaimKind}
    always = {ClaimPaper.BILL_OF_LADING, ClaimPaper.COST_INVOICE, ClaimPaper.FREIGHT_BILL}
    assert all(always <= papers for papers in of.values())
    assert ClaimPaper.PHOTOS in of[ClaimKind.DAMAGE] - of[ClaimKind.SHORTAGE]
    assert of[ClaimKind.CONCEALED_DAMAGE] - of[ClaimKind.DAMAGE] == {ClaimPaper.INSPECTION_REPORT}
    assert ClaimPaper.DELIVERY_RECEIPT not in of[ClaimKind.LOSS]
    assert papers_for(ClaimDoor.INSPECTION, ClaimKind.LOSS) == (ClaimPaper.PHOTOS,)


def test_what_the_carrier_asks_for_is_wanted_even_if_it_is_there():
    shortage = (ClaimDoor.NOTICE, ClaimKind.SHORTAGE)
    have = papers_for(*shortage)
    assert rules.still_wanted(*shortage, (), ()) == have
    assert rules.still_wanted(*shortage, (), have) == ()
    asked = (ClaimPaper.REPAIR_INVOICE, ClaimPaper.COST_INVOICE)
    assert rules.still_wanted(*shortage, asked, have) == (ClaimPaper.COST_INVOICE, ClaimPaper.REPAIR_INVOICE)


def test_days_are_counted_to_the_last_one():
    deadlines = Deadlines(date(2026, 8, 2), date(2027, 2, 28))
    assert days_left(last_day(ClaimDoor.NOTICE, deadlines), date(2026, 7, 31)) == 2
    assert not rules.is_late(ClaimDoor.NOTICE, deadlines, date(2026, 8, 2))
    assert rules.is_late(ClaimDoor.NOTICE, deadlines, date(2026, 8, 3))
    assert not rules.is_late(ClaimDoor.CLAIM, deadlines, date(2026, 8, 3))
    assert rules.is_late(ClaimDoor.CLAIM, deadlines, date(2027, 3, 1))
    assert not rules.is_late(ClaimDoor.INSPECTION, deadlines, date(2027, 3, 1))


def _outlook(origin: Place, destination: Place, deadlines: Deadlines, delivered_on: date) -> Outlook:
    party = Party("A", "1 Quai", "St. John's", "NL", "A1A 1A1", "CA")
    return Outlook(
        autopro_number="700000013",
        shipper=party,
        consignee=party,
        origin=origin,
        destination=destination,
        deadlines=deadlines,
        shipped_on=SHIPPED,
        delivered_on=delivered_on,
    )


def test_the_day_is_that_of_the_place_the_deadline_belongs_to():
    vancouver, st_johns = Place("Vancouver", "BC", "CA"), Place("St. John's", "NL", "CA")
    outlook = _outlook(st_johns, vancouver, Deadlines(date(2026, 8, 2), date(2027, 2, 28)), DELIVERED)
    # Half past six in the evening in Vancouver; the next morning in UTC.
    evening = datetime(2026, 8, 3, 1, 30, tzinfo=UTC)
    assert today_for(outlook, evening) == date(2026, 8, 2)
    assert not rules.is_late(ClaimDoor.NOTICE, outlook.deadlines, today_for(outlook, evening))
    assert rules.is_late(ClaimDoor.NOTICE, outlook.deadlines, today_for(outlook, evening + timedelta(hours=6)))
    moving = msgspec.structs.replace(outlook, delivered_on=UNSET)
    assert today_for(moving, evening + timedelta(hours=2)) == date(2026, 8, 3)
    last_week = datetime(2027, 2, 21, 12, tzinfo=UTC)
    assert must_follow_soon(ClaimDoor.NOTICE, ClaimState.SUBMITTED, outlook, last_week)
    assert not must_follow_soon(ClaimDoor.NOTICE, ClaimState.SUBMITTED, outlook, last_week - timedelta(days=1))
    assert not must_follow_soon(ClaimDoor.NOTICE, ClaimState.WITHDRAWN, outlook, last_week)
    assert not must_follow_soon(ClaimDoor.CLAIM, ClaimState.SUBMITTED, outlook, last_week)


@pytest.mark.parametrize("country", ["CA", "US"])
def test_a_notice_is_due_in_its_last_week_and_was_looked_for_where_its_goods_came(country: str):
    for day in range(0, 400, 3):
        delivered = date(2026, 1, 1) + timedelta(days=day)
        place = Place("Gatineau", "QC", "CA")
        deadlines = deadlines_of(country, delivered - timedelta(days=4), delivered, None)
        outlook = _outlook(place, place, deadlines, delivered)
        for left, is_due in ((8, False), (7, True), (0, True), (-1, False)):
            last = datetime.combine(deadlines.notice_by, datetime.min.time(), UTC)
            now = last - timedelta(days=left) + timedelta(hours=18)
            assert notice_is_due(outlook, now) == is_due
            came = datetime.combine(delivered, datetime.min.time(), UTC)
            found = any(
                since <= came + timedelta(hours=hours) <= until
                for since, until in rules.delivered_between(now)
                for hours in (0, 30)
            )
            assert found or not is_due


def test_an_inspection_keeps_no_right_and_neither_does_what_was_withdrawn():
    assert rules.keeps_the_right(ClaimDoor.NOTICE, ClaimState.SUBMITTED)
    assert rules.keeps_the_right(ClaimDoor.CLAIM, ClaimState.DECLINED)
    assert not rules.keeps_the_right(ClaimDoor.INSPECTION, ClaimState.SUBMITTED)
    assert not rules.keeps_the_right(ClaimDoor.NOTICE, ClaimState.WITHDRAWN)


def test_nobody_says_the_kind_and_the_delivery_tells_it():
    assert rules.kind_of(UNSET, is_delivered=True) is ClaimKind.DAMAGE
    assert rules.kind_of(UNSET, is_delivered=False) is ClaimKind.LOSS
    assert rules.kind_of(ClaimKind.DELAY, is_delivered=True) is ClaimKind.DELAY


def _event(code: str, reason: str = "NS") -> Event:
    at = datetime(2026, 6, 3, 14, 0, tzinfo=UTC)
    return Event(1, code, reason, at, at, "Rimouski", "QC", "CA")


def test_exceptions_are_what_went_wrong_and_a_delivery_with_a_remark():
    events = (_event("CP"), _event("A7"), _event("AH"), _event("SD"), _event("D1"), _event("D1", "AS"), _event("CD", ""))
    found = exceptions_of(events)
    assert [(one.code, one.reason) for one in found] == [("A7", "NS"), ("AH", "NS"), ("SD", "NS"), ("D1", "AS")]


def test_a_change_says_some_members_and_leaves_the_others():
    present = ClaimDetails(door=ClaimDoor.NOTICE, kind=ClaimKind.DAMAGE, goods_at="Dock 4")
    after = rules.merged(present, ClaimChange(version=1, kind=ClaimKind.SHORTAGE, description="Two boxes"))
    assert (after.door, after.kind, after.goods_at) == (ClaimDoor.NOTICE, ClaimKind.SHORTAGE, "Dock 4")
    assert after.description == "Two boxes"


def test_a_change_takes_away_what_it_names_as_nothing():
    present = ClaimDetails(door=ClaimDoor.NOTICE, declared_value="5000", email="a@b.example", goods_at="Dock 4")
    after = rules.merged(present, ClaimChange(version=1, declared_value=None, email=None))
    assert (after.declared_value, after.email, after.goods_at) == (UNSET, UNSET, "Dock 4")


def test_an_accepted_offer_can_only_be_paid_and_waits_for_the_carrier():
    assert rules.may_follow(ClaimState.ACCEPTED, ClaimState.PAID)
    assert not rules.may_follow(ClaimState.ACCEPTED, ClaimState.DECLINED)
    assert not rules.may_follow(ClaimState.OFFERED, ClaimState.ACCEPTED)
    assert ClaimState.ACCEPTED in WAITING_STATES
    assert ClaimState.ACCEPTED not in OPEN_STATES


def test_states_follow_in_their_order():
    assert rules.may_follow(ClaimState.SUBMITTED, ClaimState.OFFERED)
    assert not rules.may_follow(ClaimState.SUBMITTED, ClaimState.PAID)
    assert not rules.may_follow(ClaimState.PAID, ClaimState.UNDER_REVIEW)


@pytest.mark.parametrize(
    ("state", "members", "known", "expected"),
    [
        ("documents_needed", {}, False, ("/papers", "required")),
        ("documents_needed", {"papers": (ClaimPaper.PHOTOS,)}, False, None),
        ("offered", {}, True, ("/amount", "required")),
        ("offered", {"amount": "0.00"}, False, ("/amount", "malformed")),
        ("offered", {"amount": "10"}, False, None),
        ("paid", {}, False, ("/amount", "required")),
        ("paid", {}, True, None),
        ("paid", {"amount": "0"}, True, ("/amount", "malformed")),
        ("declined", {"reason": "  "}, False, ("/reason", "required")),
        ("declined", {"reason": "No loss shown"}, False, None),
        ("acknowledged", {}, False, None),
    ],
)
def test_a_move_brings_what_it_needs(state: str, members: dict[str, Any], known: bool, expected: tuple[str, str] | None):
    found = list(rules.move_problems(ClaimMove(ClaimState(state), 1, **members), known))
    assert [(one.pointer, one.code) for one in found] == (
        [] if expected is None else [(expected[0], FieldCode(expected[1]))]
    )


def test_the_last_missing_paper_gives_a_claim_back_to_the_carrier():
    assert rules.state_after_file(ClaimState.DOCUMENTS_NEEDED, ()) is ClaimState.UNDER_REVIEW
    assert rules.state_after_file(ClaimState.DOCUMENTS_NEEDED, (ClaimPaper.PHOTOS,)) is ClaimState.DOCUMENTS_NEEDED
    assert rules.state_after_file(ClaimState.SUBMITTED, ()) is ClaimState.SUBMITTED
