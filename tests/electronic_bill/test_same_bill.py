# SPDX-License-Identifier: MIT
"""A bill of a program is the bill that a clerk would have written of the same facts, and can be read back as it was sent."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.electronic_bill.program import BILLS, Program
from tests.electronic_bill.test_refused import places

WORDS = st.text("abcdefghéèîçœABC 0123456789-'&.", min_size=1, max_size=40).map(str.strip).filter(bool)
WEIGHTS = st.integers(1, 20_000) | st.decimals("0.1", 9_999, places=2).map(float)
PLACES = st.sampled_from(
    [
        ("Rimouski", "QC", "G5L1A1", "CA"),
        ("Toronto", "ON", "M5V2T6", "CA"),
        ("Winnipeg", "MB", "R3C1A1", "CA"),
        ("Plattsburgh", "NY", "12901", "US"),
    ]
)
SERVICES = {"LFTD": "TGDL", "LFTP": "TGPU", "IDL": "INSD", "RES": "RESDL", "PSC": "HEAT", "APTD": "APT", "INBD": "BOND"}
TERMS = {"Prepaid": "prepaid", "Collect": "collect", "Third Party": "third_party"}
PACKAGES = {"SKD": "SKD", "PAT": "PLT", "TBN": "TOT", "DRM": "DRM", "GLD": "GLD", "BOX": "BOX"}
GROUPS = {"1": "I", "2": "II", "3": "III"}
Both = tuple[Any, Any]
"""The same fact as a program says it, and as the page's operation has it."""


def text(number: float) -> str:
    return f"{number:g}" if number == int(number) else f"{number}"


@st.composite
def parties(draw: st.DrawFn) -> Both:
    city, province, postal_code, country = draw(PLACES)
    name, street, second, who = draw(WORDS), draw(WORDS), draw(st.none() | WORDS), draw(st.none() | WORDS)
    contact = {"phone": "5145550142"} | ({"name": who} if who else {})
    theirs = {
        "name": name,
        "address1": street,
        "city": city,
        "stateProvince": province,
        "postalCode": postal_code,
        "country": {"CA": "CAN", "US": "USA"}[country],
        "contact": contact,
    }
    ours = {
        "name": name,
        "address1": street,
        "city": city,
        "province": province,
        "postal_code": postal_code,
        "country": country,
        "telephone": "5145550142",
    }
    return theirs | ({"address2": second} if second else {}), (
        ours | ({"address2": second} if second else {}) | ({"attention": who} if who else {})
    )


@st.composite
def lines(draw: st.DrawFn, freight_class: str, is_metric: bool) -> Both:
    description, pieces, package = draw(WORDS), draw(st.integers(1, 500)), draw(st.sampled_from(sorted(PACKAGES)))
    weight, nmfc = draw(WEIGHTS), draw(st.none() | st.just("86900"))
    theirs = {
        "description": description,
        "pieces": pieces,
        "packagingType": package,
        "weight": weight,
        "weightUnit": "Kilograms" if is_metric else "Pounds",
        "classification": freight_class or "Not required",
        "hazardous": False,
    }
    ours = {"description": description, "pieces": pieces, "package_type": PACKAGES[package], "weight": text(weight)}
    if nmfc:
        theirs, ours = theirs | {"nmfc": nmfc}, ours | {"nmfc": nmfc}
    if draw(st.booleans()):
        group = draw(st.sampled_from(sorted(GROUPS)))
        details = {"unnaNumber": "1263", "propername": description, "class": "3 (6.1)", "packingGroup": group}
        theirs |= {"hazardous": True, "hazardousDetails": details}
        ours["dangerous_goods"] = {
            "un_number": "1263",
            "shipping_name": description,
            "primary_class": "3",
            "subsidiary_classes": ["6.1"],
            "packing_group": GROUPS[group],
            "quantity": f"{pieces} {PACKAGES[package]}",
            "emergency_telephone": "613-996-6666",
        }
    return theirs, ours


@st.composite
def units(draw: st.DrawFn) -> Both:
    count, kind, weight = draw(st.integers(1, 9)), draw(st.sampled_from(sorted(PACKAGES))), draw(WEIGHTS)
    is_metric, stackable = draw(st.booleans()), draw(st.none() | st.booleans())
    freight_class = draw(st.sampled_from(["", "50", "77.5", "175"]))
    goods = draw(st.lists(lines(freight_class, is_metric), min_size=1, max_size=3))
    sizes = draw(st.none() | st.tuples(*[st.integers(1, 200)] * 3))
    theirs = {
        "count": count,
        "type": kind,
        "weight": weight,
        "weightUnit": "Kilograms" if is_metric else "Pounds",
        "lineItems": [one for one, _ in goods],
    }
    ours = {
        "count": count,
        "type": PACKAGES[kind],
        "weight": text(weight),
        "weight_unit": "kg" if is_metric else "lb",
        "lines": [one for _, one in goods],
    }
    if freight_class:
        ours["freight_class"] = freight_class
    if stackable is not None:
        theirs, ours = theirs | {"stackable": stackable}, ours | {"stackable": stackable}
    if sizes:
        names = ("length", "width", "height")
        theirs |= dict(zip(names, sizes, strict=True)) | {"dimensionsUnit": "Centimeters"}
        ours |= dict(zip(names, map(str, sizes), strict=True)) | {"dimension_unit": "cm"}
    return theirs, ours


@st.composite
def facts(draw: st.DrawFn) -> Both:
    origin, destination, payer = draw(parties()), draw(parties()), draw(parties())
    goods = draw(st.lists(units(), min_size=1, max_size=3))
    terms, asked = draw(st.sampled_from(sorted(TERMS))), draw(st.lists(st.sampled_from(sorted(SERVICES)), unique=True))
    orders, value = draw(st.lists(st.integers(1, 10**9).map(str), max_size=3)), draw(st.none() | st.integers(1, 10**6))
    cod = draw(st.none() | st.sampled_from(["CAD", "USD"]))
    theirs = {
        "version": "2.1.0",
        "payment": {"terms": terms},
        "origin": origin[0],
        "destination": destination[0],
        "billTo": payer[0],
        "commodities": {"lineItemLayout": "Nested", "handlingUnits": [one for one, _ in goods]},
        "accessorials": {},
    }
    if orders:
        theirs["referenceNumbers"] = {"po": [{"number": one} for one in orders]}
    if asked:
        theirs["accessorials"]["codes"] = asked
    if any(line["hazardous"] for one, _ in goods for line in one["lineItems"]):
        theirs["accessorials"]["hazardousDetails"] = {"emergencyContact": {"phone": "613-996-6666"}}
    ours = {
        "terms": TERMS[terms],
        "shipper": origin[1],
        "consignee": destination[1],
        "bill_to": payer[1],
        "handling_units": [one for _, one in goods],
        "references": [{"type": "purchase_order", "value": one} for one in orders],
        "accessorials": [SERVICES[one] for one in asked],
    }
    if value:
        theirs["shipmentTotals"], ours["declared_value"] = {"declaredValue": value, "currency": "CAD"}, str(value)
    if cod:
        theirs["accessorials"]["cod"] = {"amount": "56.71", "currency": cod, "terms": "Collect"}
        ours["cod"] = {"amount": "56.71", "currency": cod, "fee_terms": "collect"}
    return theirs, ours


def read(program: Program, number: str) -> dict[str, Any]:
    content = dict(program.server.ask("GET", f"{BILLS}/{number}", program.token).json()["content"])
    return {name: value for name, value in content.items() if name not in ("autopro_number", "bol_number")}


def test_both_doors_write_the_same_bill(program: Program):
    bearer = {"Authorization": f"Bearer {program.token}"}
    today = program.today
    head = {
        "function": "Create",
        "isTest": False,
        "requestorRole": "Shipper",
        "requestedPickupDate": f"{today}T00:00:00.000",
    }

    @given(fact=facts())
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def check(fact: Both) -> None:
        theirs, ours = fact
        by_page = program.server.ask("POST", BILLS, program.token, json=ours | {"ship_date": today})
        by_program = program.ask("POST", body=theirs | {"bol": head}, **bearer)
        assert by_page.status_code == 201, by_page.text
        assert by_program.status_code == 200, by_program.text
        numbers = by_program.json()["referenceNumbers"]
        kept = read(program, numbers["shipmentConfirmationNumber"])
        assert kept == read(program, by_page.json()["bol_number"])
        assert [one for one in by_program.json()["messageStatus"]["information"] if "dangerous" not in one["message"]] == []
        back = program.ask("GET", numbers["pro"], **bearer).json()["bill"]
        assert [one for one in places(theirs) if one not in set(places(back)) and not one.endswith("Unit")] == []
        assert program.ask("PUT", numbers["pro"], back, **bearer).status_code == 200

    check()
