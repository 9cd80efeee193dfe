# SPDX-License-Identifier: MIT
"""What a bill comes to, and what its shipment says."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from onlinesvc_desktop.backend.intake.records import PartyRole
from onlinesvc_desktop.backend.services.bill_of_lading import rules
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading, BillState, usual_bol_number
from onlinesvc_desktop.contract.shipment import ReferenceType
from tests.bill_of_lading.bills import bill, goods, party, unit

NOW = datetime(2027, 6, 21, 15, tzinfo=UTC)


def made(**more: Any) -> BillOfLading:
    return msgspec.convert(bill(**more), BillOfLading)


def test_a_weight_is_rounded_to_the_gram_once():
    both = made(handling_units=[unit(weight="0.001"), unit(weight="0.002", count=3), unit(weight="1.5", weight_unit="kg")])
    assert rules.totals_of(both) == rules.Totals(units=7, pieces=72, weight_g=1501)
    assert [rules.pounds(grams) for grams in (453_592, 453_614, 453_637)] == ["1000", "1000", "1000.1"]


def test_a_bill_may_be_sixty_days_old_and_no_year_ahead():
    today = NOW.date()
    days = {-61: False, -60: True, 0: True, 366: True, 367: False}
    assert {off: rules.is_day_possible(today + timedelta(days=off), NOW) for off in days} == days


@pytest.mark.parametrize(("hours", "is_told"), [(0, True), (-24 * 60, True), (-24 * 60 - 1, False), (1, False)])
def test_a_workstation_is_believed_when_it_says_when(hours: int, is_told: bool):
    told = NOW + timedelta(hours=hours)
    assert rules.told_when(told, NOW) == (told if is_told else NOW)
    assert rules.told_when(None, NOW) == NOW


@pytest.mark.parametrize(
    ("more", "payer"),
    [
        ({}, "Aciers Val-Clair inc."),
        ({"terms": "collect"}, "Maple Ridge Hardware Ltd."),
        ({"terms": "third_party", "bill_to": party("Payer Inc.", "Laval", "QC", "H7N 1A1")}, "Payer Inc."),
        ({"terms": "third_party"}, "Maple Ridge Hardware Ltd."),
    ],
)
def test_who_pays_follows_the_terms(more: dict[str, Any], payer: str):
    references = [{"type": "purchase_order", "value": " po 7 "}, {"type": "customer_reference", "value": ""}]
    references = references[:1]
    shipment = rules.shipment_of(made(references=references, **more), "123456789", "B1", "410000", NOW, NOW)
    assert shipment.parties[PartyRole.BILL_TO].name == payer
    assert shipment.parties[PartyRole.SHIPPER].customer_number == "410000"
    assert shipment.references == {(ReferenceType.PURCHASE_ORDER, "PO 7"), (ReferenceType.BILL_OF_LADING, "B1")}
    (booked,) = shipment.events
    assert (booked.code, booked.occurred_at.isoformat()) == ("XB", "2027-06-21T11:00:00-04:00")
    gone = rules.cancelled_shipment(made(), "123456789", NOW)
    assert ([one.code for one in gone.events], gone.may_create) == (["CA"], False)


@pytest.mark.parametrize(
    ("cancelled_at", "status", "state"),
    [
        (1, "XB", BillState.CANCELLED),
        (None, "XB", BillState.ISSUED),
        (None, "CA", BillState.CANCELLED),
        (None, "AF", BillState.PICKED_UP),
        (None, None, BillState.PICKED_UP),
    ],
)
def test_where_a_bill_stands(cancelled_at: int | None, status: str | None, state: BillState):
    assert rules.state_of(cancelled_at, status) is state


def test_orders_and_danger_are_found():
    assert rules.purchase_order_of(made()) == ""
    assert rules.purchase_order_of(made(references=[{"type": "purchase_order", "value": " PO 7"}])) == "PO 7"
    line = {"description": "Paint", "pieces": 2, "package_type": "DRM"}
    assert not rules.is_dangerous(made())
    assert rules.is_dangerous(made(handling_units=[unit(lines=[line | {"dangerous_goods": goods()}])]))
    assert usual_bol_number("123456789") == "B123456789"
