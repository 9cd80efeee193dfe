# SPDX-License-Identifier: MIT
"""What is wrong with a request is named, and nothing it may hold makes the service fail."""

from collections.abc import Iterator
from typing import Any

import pytest

from onlinesvc_desktop.contract.freight import FREIGHT_CLASSES
from tests.electronic_bill.program import Program, changed, dangerous, everything, said, unit, without

LINE = "commodities.handlingUnits[0].lineItems[0]"
MISTAKES: list[tuple[str, Any, str, str]] = [
    ("version", "1.0.0", "400", "version: must be one of: 2.0.0, 2.0.1, 2.1.0"),
    ("bol.function", "Update", "300", "bol.function: must be one of: Create"),
    ("bol.requestorRole", "Carrier", "300", "bol.requestorRole: must be one of: Shipper, Consignee, Third Party"),
    ("bol.isTest", "false", "400", "bol.isTest: must be true or false"),
    ("bol.requestedPickupDate", "tomorrow", "400", "bol.requestedPickupDate: must be a day such as 2027-06-22T00:00:00.000"),
    (
        "bol.requestedPickupDate",
        "9999-12-31T00:00:00.000",
        "700",
        "bol.requestedPickupDate: is too far back or too far ahead",
    ),
    ("bol.requestedPickupDate", "0001-01-01", "700", "bol.requestedPickupDate: is too far back or too far ahead"),
    (
        "bol.requestedPickupDate",
        "2027-W25-2",
        "400",
        "bol.requestedPickupDate: must be a day such as 2027-06-22T00:00:00.000",
    ),
    ("bol.specialInstructions", "x" * 2001, "400", "bol.specialInstructions: must have at most 2000 characters"),
    ("payment.terms", "Free", "300", "payment.terms: must be one of: Prepaid, Collect, Third Party"),
    ("origin.postalCode", "M5V2T6", "300", "origin.postalCode: lies elsewhere than stateProvince"),
    ("origin.stateProvince", "QQ", "300", "origin.stateProvince: is not known"),
    ("origin.country", "MEX", "500", "origin.country: Mexico is not served"),
    ("origin.country", "CA", "300", "origin.country: must be one of: CAN, USA"),
    ("origin.name", "x" * 121, "400", "origin.name: must have at most 120 characters"),
    ("destination.contact.phone", "12", "400", "destination.contact.phone: is not written as it must be"),
    ("destination.contact.email", "nobody", "400", "destination.contact.email: is not written as it must be"),
    ("referenceNumbers.pro", "12-3", "400", "referenceNumbers.pro: must be nine digits"),
    (
        "referenceNumbers.bol",
        ["é"],
        "400",
        "referenceNumbers.bol: the first must have 3 to 30 letters without accents, digits and . _ -",
    ),
    ("referenceNumbers.shipmentId", "S" * 31, "400", "referenceNumbers.shipmentId: must have at most 30 characters"),
    ("referenceNumbers.quoteId", "Q999999999Z", "", ""),
    ("commodities.lineItemLayout", "Piled", "300", "commodities.lineItemLayout: must be one of: Nested, Stacked"),
    ("commodities.handlingUnits", [], "300", "commodities.handlingUnits: is required"),
    ("commodities.handlingUnits", [unit()] * 501, "400", "commodities.handlingUnits: must hold at most 500"),
    ("commodities.handlingUnits", [unit(count=999)] * 2, "300", "commodities.handlingUnits: holds too many: at most 999"),
    (
        "commodities.handlingUnits.0.lineItems",
        [],
        "300",
        "commodities.handlingUnits[0].lineItems: at least one line item is required",
    ),
    (
        "commodities.handlingUnits.0.count",
        0,
        "400",
        "commodities.handlingUnits[0].count: must be a whole number from 1 to 999",
    ),
    (
        "commodities.handlingUnits.0.count",
        True,
        "400",
        "commodities.handlingUnits[0].count: must be a whole number from 1 to 999",
    ),
    ("commodities.handlingUnits.0.weight", "620", "400", "commodities.handlingUnits[0].weight: must be a number"),
    (
        "commodities.handlingUnits.0.weight",
        0,
        "400",
        "commodities.handlingUnits[0].weight: must be above 0 and at most 999999999",
    ),
    (
        "commodities.handlingUnits.0.weight",
        0.00001,
        "400",
        "commodities.handlingUnits[0].weight: must have at most 4 decimals",
    ),
    (
        "commodities.handlingUnits.0.weightUnit",
        "lb",
        "300",
        "commodities.handlingUnits[0].weightUnit: must be one of: Pounds, Kilograms",
    ),
    (
        "commodities.handlingUnits.0.type",
        "x" * 11,
        "400",
        "commodities.handlingUnits[0].type: must have at most 10 characters",
    ),
    (
        "commodities.handlingUnits.0.lineItems.0.classification",
        "77",
        "300",
        f"{LINE}.classification: must be one of: {', '.join(FREIGHT_CLASSES)}, Not required",
    ),
    (
        "shipmentTotals.declaredValue",
        100,
        "500",
        "shipmentTotals.currency: the value of goods is kept in Canadian dollars: send it with currency CAD",
    ),
    ("accessorials.codes", ["COD"], "300", "accessorials.cod: is required"),
    ("accessorials.codes", ["FVC"], "300", "accessorials.fullValueCoverageDetails: is required"),
    ("accessorials.codes", [1], "400", "accessorials.codes: must hold texts of 1 to 120 characters"),
    ("accessorials.cod", {"amount": "5.00", "currency": "MXN"}, "300", "accessorials.cod.currency: is not known"),
    ("accessorials.cod", {"amount": "five"}, "400", "accessorials.cod.amount: must be an amount such as 56.71"),
    ("accessorials.cod", {}, "300", "accessorials.cod.amount: is required"),
    ("images.includeShippingLabels", True, "300", "images.shippingLabels: is required with includeShippingLabels"),
    ("images", [], "400", "images: must be an object"),
    ("referenceNumbers.po", ["a"], "400", "referenceNumbers.po: must hold objects"),
    ("referenceNumbers.po", [{}], "300", "referenceNumbers.po[0].number: is required"),
]


@pytest.mark.parametrize(("path", "value", "code", "message"), MISTAKES, ids=lambda value: str(value)[:40])
def test_each_mistake_is_named_where_it_stands(program: Program, path: str, value: Any, code: str, message: str):
    answer = program.ask("POST", body=changed(program.body(), path, value))
    if not code:
        assert answer.status_code == 200, "a price given over the telephone has a number that is not known here"
        return
    assert answer.status_code == 400, answer.text
    status = answer.json()["messageStatus"]
    assert said(answer.json()) == [(code, message)]
    assert (status["status"], status["code"], status["message"]) == ("FAIL", code, message)
    assert status["resolution"]
    assert answer.json()["referenceNumbers"] == {}
    assert program.bills() == []


REQUIRED = [
    "version",
    "bol",
    "payment",
    "commodities",
    "bol.function",
    "bol.isTest",
    "bol.requestorRole",
    "bol.requestedPickupDate",
    "payment.terms",
    *(
        f"{party}{member}"
        for party in ("origin", "destination", "billTo")
        for member in (
            *("", ".name", ".address1", ".city", ".stateProvince", ".postalCode", ".country", ".contact"),
            ".contact.phone",
        )
    ),
    "commodities.lineItemLayout",
    "commodities.handlingUnits",
    *(f"commodities.handlingUnits.0.{member}" for member in ("count", "type", "weight")),
    *(
        f"commodities.handlingUnits.0.lineItems.0.{member}"
        for member in ("description", "weight", "pieces", "packagingType", "classification", "hazardous")
    ),
]


def test_what_the_standard_requires_is_required(program: Program):
    for path in REQUIRED:
        answer = program.ask("POST", body=without(program.body(), path))
        name = ".".join(f"[{one}]" if one.isdigit() else one for one in path.split(".")).replace(".[", "[")
        assert ("300", f"{name}: is required") in said(answer.json()), path
    assert program.bills() == []


def test_dangerous_goods_need_their_details_and_a_telephone(program: Program):
    body = program.body(commodities={"lineItemLayout": "Nested", "handlingUnits": [unit(lineItems=[dangerous()])]})
    silent = program.ask("POST", body=body)
    phone = "accessorials.hazardousDetails.emergencyContact.phone"
    assert said(silent.json()) == [("300", f"{phone}: is required")]
    body = changed(body, phone, "6139966666")
    at = "commodities.handlingUnits.0.lineItems.0"
    for name in ("unnaNumber", "propername", "class"):
        answer = program.ask("POST", body=without(body, f"{at}.hazardousDetails.{name}"))
        assert said(answer.json()) == [
            ("300", f"commodities.handlingUnits[0].lineItems[0].hazardousDetails.{name}: is required")
        ]
    for name, value in (("class", "10"), ("unnaNumber", "12"), ("packingGroup", "4"), ("class", "flammable")):
        answer = program.ask("POST", body=changed(body, f"{at}.hazardousDetails.{name}", value))
        (problem,) = said(answer.json())
        assert problem[1].startswith(f"commodities.handlingUnits[0].lineItems[0].hazardousDetails.{name}: "), problem
    assert said(program.ask("POST", body=without(body, f"{at}.hazardousDetails")).json())[0][1].endswith("is required")
    done = program.create(body)
    warned = ("200", "dangerous goods travel with the printed bill: print it and hand it to the driver")
    assert said(done) == [warned]
    assert done["messageStatus"]["status"] == "WARNING"


NUL, SURROGATE = b'{"version": "2.1.0", "bol": {"x": "a\\u0000b"}}', b'{"version": "\\ud800"}'
BODIES = [
    b"",
    b"null",
    b"[]",
    b"{",
    b'"text"',
    b"\xff\xfe",
    b"1" * 400,
    b"[" * 200_000,
    b'{"a":' * 100_000,
    NUL,
    SURROGATE,
    b'{"version": ' + b"9" * 5000 + b"}",
    b'{"version": 1e999999999999999999999}',
    b"\x00",
]


@pytest.mark.parametrize("raw", BODIES, ids=lambda raw: repr(raw[:20]))
def test_what_is_no_request_is_said_in_the_form_of_the_standard(program: Program, raw: bytes):
    answer = program.ask("POST", body=raw)
    assert answer.status_code == 400
    assert answer.json()["messageStatus"]["status"] == "FAIL"
    assert answer.json()["messageStatus"]["code"] in ("300", "400")


def test_too_much_and_another_type_and_another_method_are_refused(program: Program):
    answer = program.ask("POST", body=b" " * 1_048_577)
    assert (answer.status_code, answer.json()["messageStatus"]["status"]) == (413, "FAIL")
    answer = program.ask("POST", body=b"{}", Content_Type="text/plain")
    assert (answer.status_code, said(answer.json())) == (400, [("400", "Content-Type must be application/json")])
    for method, pro in (("GET", ""), ("PATCH", ""), ("POST", "123456789")):
        answer = program.ask(method, pro)
        assert (answer.status_code, answer.json()["messageStatus"]["status"]) == (405, "FAIL")
        assert answer.headers["Allow"]


HOSTILE: list[Any] = [
    10**400,
    -0.1,
    True,
    "x" * 5000,
    "\u202e\u0007\n",
    [[None]],
    {"a": {"a": {}}},
    "9999-12-31T23:59:59.999",
]


def places(value: Any, path: str = "") -> Iterator[str]:
    """Yield where each member of a request stands."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, member in inner:
        at = f"{path}.{name}".lstrip(".")
        yield at
        yield from places(member, at)


def test_no_value_in_any_place_makes_the_service_fail(program: Program):
    body = changed(everything(program.today), "bol.isTest", value=True)
    token = {"Authorization": f"Bearer {program.token}"}
    seen = set()
    for path in places(body):
        for value in HOSTILE:
            answer = program.ask("POST", body=changed(body, path, value), **token)
            assert answer.status_code in (200, 400), (path, value, answer.text)
            status = answer.json()["messageStatus"]["status"]
            assert (status == "FAIL") is (answer.status_code == 400)
            assert answer.json()["messageStatus"]["code"] != "1500"
            seen.add(status)
    assert seen == {"PASS", "WARNING", "FAIL"}
    assert program.bills() == []


def test_five_hundred_lines_are_answered_shortly(program: Program):
    lines = [unit()["lineItems"][0] | {"secret": index, "stackable": True} for index in range(500)]
    body = program.body(commodities={"lineItemLayout": "Nested", "handlingUnits": [unit(lineItems=lines)]})
    assert [code for code, _ in said(program.create(body))] == ["200", "200"]
    many = changed(body, "commodities.handlingUnits.0.lineItems", [*lines, *lines[:1]])
    assert program.ask("POST", body=many).status_code == 400
    wrong = changed(body, "commodities.handlingUnits.0.lineItems", [{} for _ in lines])
    assert len(said(program.ask("POST", body=wrong).json())) == 200
