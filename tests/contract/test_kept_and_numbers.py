# SPDX-License-Identifier: MIT
"""Addresses, goods, templates and partners as they are kept; spellings of times and of other carriers' numbers."""

from typing import Any

import msgspec
import pytest

from onlinesvc_desktop.contract.addresses import AddressBody, searched_text
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_shipment_number
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.fields import spelt_time
from onlinesvc_desktop.contract.partners import PartnerProfile, problems_of
from onlinesvc_desktop.contract.pickup import PickupRequest, minutes_of
from onlinesvc_desktop.contract.templates import GoodsBody, TemplateBody, goods_text, template_text
from tests.bill_of_lading.bills import bill, goods, party, unit
from tests.pickup.samples import body

PLACE = {"name": "Acme", "address1": "12 Main", "city": "Alma", "province": "QC", "postal_code": "G8B 5L4", "country": "CA"}


def problems(message: type[msgspec.Struct], values: dict[str, Any]) -> dict[str, str]:
    return {one.pointer: one.code for one in checked(message, values)[1]}


def test_hours_end_after_they_begin():
    assert problems(AddressBody, PLACE | {"opens": "08:00", "closes": "17:00"}) == {}
    assert problems(AddressBody, PLACE | {"opens": "08:00", "closes": "08:00"}) == {"/closes": FieldCode.TOO_EARLY}


def test_a_postal_code_is_found_without_its_blank_and_a_telephone_by_its_digits():
    text = searched_text(PLACE | {"telephone": "418-555-0100"})
    assert "G8B5L4" in text
    assert "4185550100" in text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("9:30", "09:30"),
        ("0930", "09:30"),
        ("9 h 30", "09:30"),
        ("9.30 pm", "21:30"),
        ("12:05 am", "00:05"),
        ("7", "07:00"),
        ("13:00 pm", None),
        ("24:00", None),
        ("9:75", None),
        ("noon", None),
    ],
)
def test_a_time_is_understood_as_people_write_it(text: str, kept: str | None):
    assert spelt_time(text) == kept


@pytest.mark.parametrize(
    ("text", "number"),
    [("123-456 789", "123456789"), ("kw7741b", "KW7741B"), ("a b", AutoproFault), ("", AutoproFault)],
)
def test_a_number_of_another_carrier_keeps_its_spelling(text: str, number: Any):
    found = parse_shipment_number(text)
    assert isinstance(found, AutoproFault) if number is AutoproFault else found == number


def test_goods_have_sizes_above_zero_and_a_class_that_exists():
    nails = {"description": "Nails", "length": "0", "weight": "0", "freight_class": "72"}
    assert problems(GoodsBody, nails) == {
        "/length": FieldCode.MALFORMED,
        "/weight": FieldCode.MALFORMED,
        "/freight_class": FieldCode.UNKNOWN,
    }
    plain, paint = (
        msgspec.convert({"description": "Nails"} | more, GoodsBody) for more in ({}, {"dangerous_goods": goods()})
    )
    assert goods_text(plain) == "Nails"
    assert goods_text(paint).endswith("UN1263 Paint")


def test_a_template_is_found_by_its_parties_and_its_goods():
    whole = {name: value for name, value in bill().items() if name != "ship_date"}
    made = msgspec.convert({"name": "Weekly", "bill": whole}, TemplateBody)
    assert template_text(made) == ("Weekly Aciers Val-Clair inc. Rimouski Maple Ridge Hardware Ltd. Toronto Pièces usinées")


@pytest.mark.parametrize(
    ("values", "pointers"),
    [
        ({"name": "Carrier", "senders": ["ZZ:CARRIER"]}, []),
        ({"name": " ", "senders": ["ZZ:CARRIER"]}, ["/name"]),
        ({"name": "Carrier"}, ["/senders"]),
        ({"name": "Carrier", "file_names": ["a*.csv"], "shortest": 9, "longest": 8}, ["/longest"]),
    ],
)
def test_a_profile_is_somebodys_and_its_lengths_fit(values: dict[str, Any], pointers: list[str]):
    assert [one.pointer for one in problems_of(msgspec.convert(values, PartnerProfile))] == pointers


@pytest.mark.parametrize(
    ("text", "minutes"), [("09:30", 570), ("9:30", None), ("24:00", None), ("09:60", None), ("0930x", None), (7, None)]
)
def test_minutes_since_midnight(text: object, minutes: int | None):
    assert minutes_of(text) == minutes


@pytest.mark.parametrize(
    ("changed", "pointer", "code"),
    [
        ({"ready_time": "09:00", "close_time": "09:30"}, "/close_time", FieldCode.WINDOW_TOO_SHORT),
        ({"place": {"province": "ZZ"}}, "/place/province", FieldCode.MALFORMED),
        ({"place": {"postal_code": "X"}}, "/place/postal_code", FieldCode.MALFORMED),
        ({"place": {"postal_code": "12207"}}, "/place/postal_code", FieldCode.OTHER_COUNTRY),
    ],
)
def test_what_cannot_be_of_a_pickup(changed: dict[str, Any], pointer: str, code: FieldCode):
    values = body(pickup_date="2027-06-21")
    place = values["place"] | changed.get("place", {})
    assert code in {
        value for name, value in problems(PickupRequest, values | changed | {"place": place}).items() if name == pointer
    }


def test_goods_of_a_pickup_weigh_something():
    values = body(pickup_date="2027-06-21")
    items = [dict(values["items"][0], weight="0.0")]
    assert problems(PickupRequest, values | {"items": items}) == {"/items/0/weight": FieldCode.MALFORMED}
    odd = list(PickupRequest.across(values | {"items": ["text", {"weight": "much"}], "place": "text"}))
    assert odd == []


def test_a_bill_has_no_more_units_than_labels():
    many = bill(handling_units=[unit(count=999), unit(count=999)])
    assert problems(BillOfLading, many) == {"/handling_units": FieldCode.TOO_MANY}
    assert party("A", "B", "QC", "G5L 1A1")["country"] == "CA"
