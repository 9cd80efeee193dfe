# SPDX-License-Identifier: MIT
"""What a bill has no place for is named and the bill stands all the same; what only looks like it is not."""

from typing import Any

import pytest

from tests.electronic_bill.program import Program, changed, dangerous, line, party, said, unit

AT = "commodities.handlingUnits"
NOT_CARRIED: list[tuple[str, Any, str]] = [
    ("origin.account", "12345", "origin.account"),
    ("billTo.locationId", "808", "billTo.locationId"),
    (f"{AT}.0.tareWeight", 5, f"{AT}[].tareWeight"),
    ("notifications", [{"email": "a@b.example"}], "notifications"),
    ("images.email", {"includeBol": True, "addresses": ["a@b.example"]}, "images.email"),
    ("referenceNumbers.trailerId", "T1", "referenceNumbers.trailerId"),
    ("referenceNumbers.manifestId", "M1", "referenceNumbers.manifestId"),
    ("referenceNumbers.po", [{"number": "P", "pieces": 5}, {"number": "Q", "pieces": 6}], "referenceNumbers.po[].pieces"),
    ("shipmentTotals.grossWeight", 2000, "shipmentTotals.grossWeight"),
    ("shipmentTotals.linearLength", 96, "shipmentTotals.linearLength"),
    ("accessorials.appointmentDetails", {"pickup": {"start": "2027-05-20T00:00:00.000"}}, "accessorials.appointmentDetails"),
    ("accessorials.limitedAccessType", {"origin": "Church"}, "accessorials.limitedAccessType"),
    (
        "accessorials.hazardousDetails",
        {"emergencyContact": {"name": "M. D."}},
        "accessorials.hazardousDetails.emergencyContact.name",
    ),
    (f"{AT}.0.lineItems.0.hazardousDetails", {"class": "3"}, f"{AT}[].lineItems[].hazardousDetails"),
    ("ours.alone", 1, "ours"),
]


@pytest.mark.parametrize(("path", "value", "name"), NOT_CARRIED, ids=lambda value: str(value)[:40])
def test_a_member_without_a_place_is_named(program: Program, path: str, value: Any, name: str):
    answer = program.create(changed(program.body(), path, value))
    assert said(answer) == [("200", f"{name}: is not carried")]
    assert (answer["messageStatus"]["status"], answer["messageStatus"]["code"]) == ("WARNING", "200")
    assert answer["referenceNumbers"]["pro"]


@pytest.mark.parametrize("value", [None, "", False, 0, [], {}])
def test_a_member_that_says_nothing_is_not(program: Program, value: Any):
    assert said(program.create(changed(program.body(), "notifications", value))) == []


OTHERWISE: list[tuple[str, Any, str]] = [
    ("bol.requestorRole", "Consignee", "bol.requestorRole: is not carried: whoever issues a bill here is its shipper"),
    ("shipmentTotals.handlingUnits", 5, "shipmentTotals.handlingUnits: is not carried: the handling units come to 2"),
    ("accessorials.codes", ["GTD_AM"], "accessorials.codes: GTD_AM cannot be asked for with a bill here; it is not carried"),
    ("accessorials.codes", ["TGDL"], "accessorials.codes: TGDL is not known; it is not carried"),
    (f"{AT}.0.type", "XYZ", f"{AT}[].type: has a code that the standard does not name; it is kept as it is"),
    (
        "referenceNumbers.additionalReferences",
        [{"name": "Dock", "value": "D1"}],
        "referenceNumbers.additionalReferences[].name: is not carried: the value is kept as a reference",
    ),
    (
        f"{AT}.0.lineItems",
        [line(), line(classification="60")],
        f"{AT}[].lineItems[].classification: the highest class counts for the handling unit",
    ),
    (f"{AT}.0.lineItems.0.nmfcSub", "3", f"{AT}[].lineItems[].nmfcSub: is not carried without nmfc"),
    (
        f"{AT}.0.lineItems.0.stackable",
        True,
        f"{AT}[].lineItems[].stackable: is not carried: a handling unit as a whole is stackable or not",
    ),
    (
        f"{AT}.0.lineItems.0.weightUnit",
        "Kilograms",
        f"{AT}[].lineItems[].weight: is kept in the weight unit of its handling unit",
    ),
    (
        "commodities.lineItemLayout",
        "Stacked",
        "commodities.lineItemLayout: line items are kept with the handling unit that they stand in",
    ),
]


@pytest.mark.parametrize(("path", "value", "message"), OTHERWISE, ids=lambda value: str(value)[:40])
def test_what_becomes_otherwise_is_said(program: Program, path: str, value: Any, message: str):
    answer = program.create(changed(program.body(), path, value))
    assert said(answer) == [("200", message)]
    (unit_of_bill,) = program.content(answer["referenceNumbers"]["pro"])["handling_units"]
    assert unit_of_bill["freight_class"] == "175"
    assert unit_of_bill["lines"][0]["weight"] == ("1366.866" if value == "Kilograms" else "620")


def test_a_time_of_day_is_said_and_midnight_is_not(program: Program):
    at = "bol.requestedPickupDate"
    for time, told in (("T00:00:00.000", 0), ("", 0), ("T00:00:00Z", 0), ("T00:00:00.000-05:00", 0), ("T09:30:00", 1)):
        answer = program.create(changed(program.body(), at, program.today + time))
        assert said(answer) == [("200", f"{at}: the time of day is not carried")] * told, time


def test_stacked_line_items_below_the_commodities_go_with_the_first_unit(program: Program):
    units = [unit(lineItems=[line(description="On the first")]), unit(lineItems=[line()])]
    commodities = {"lineItemLayout": "Stacked", "handlingUnits": units, "lineItems": [line(description="Anywhere")]}
    answer = program.create(program.body(commodities=commodities))
    assert ("200", "commodities.lineItems: are kept with the first handling unit") in said(answer)
    content = program.content(answer["referenceNumbers"]["pro"])
    described = [[one["description"] for one in unit["lines"]] for unit in content["handling_units"]]
    assert described == [["On the first", "Anywhere"], ["Pièces usinées"]]
    nested = program.ask("POST", body=program.body(commodities=commodities | {"lineItemLayout": "Nested"}))
    assert said(nested.json()) == [("200", "commodities.lineItems: is not carried")]


@pytest.mark.parametrize(
    ("text", "told"),
    [("UN 1263, Paint (xylene), 3 (6.1), PG II", 0), ("UN1263, PAINT (XYLENE), 3 (6.1), II", 0), ("Paint, hazardous", 1)],
)
def test_a_description_of_dangerous_goods_is_the_legal_one(program: Program, text: str, told: int):
    goods = dangerous() | {"hazardousDescription": text}
    body = program.body(
        commodities={"lineItemLayout": "Nested", "handlingUnits": [unit(lineItems=[goods])]},
        accessorials={"hazardousDetails": {"emergencyContact": {"phone": "6139966666"}}},
        images={"includeBol": True},
    )
    told_of_it = [("200", f"{AT}[].lineItems[].hazardousDescription: is composed of hazardousDetails instead")]
    assert [one for one in said(program.create(body)) if one[0] == "200"] == told_of_it * told


def test_labels_are_one_for_each_handling_unit_whatever_is_asked_for(program: Program):
    labels = {"format": "Zebra", "quantity": 5}
    answer = program.create(program.body(images={"includeShippingLabels": True, "shippingLabels": labels}))
    said_of_it = "images.shippingLabels.quantity: one label for each of 2 handling units makes 2 pages"
    assert said(answer) == [("100", said_of_it)]
    assert answer["messageStatus"]["status"] == "PASS"


def test_a_bill_across_the_border_keeps_its_country_and_state(program: Program):
    there = party("Granite Falls Co.", "Plattsburgh", "NY", "12901-1234", country="USA")
    content = program.content(program.create(program.body(destination=there))["referenceNumbers"]["pro"])
    assert (content["consignee"]["country"], content["consignee"]["postal_code"]) == ("US", "12901-1234")
