# SPDX-License-Identifier: MIT
"""The carrier XML asks for pickups: one for each document, refusals with the next day, hostile documents."""

from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from requests import Response

from tests.pickup.samples import next_monday
from tests.support.life import Life

_SHIPPER = {
    "country": "CN",
    "company": "Quincaillerie Bélanger",
    "address1": "12, rue des Érables",
    "city": "Rimouski",
    "state": "QC",
    "zip": "G5L1A1",
    "contact": "Jean Roy",
    "phone": "4185550142",
    "phoneext": "23",
}


class Program:
    """A customer's own program with a company key."""

    def __init__(self, life: Life) -> None:
        self.life = life
        own = life.sample.customer.customer_number
        customer = next(one for one in life.admin("GET", "/customers?limit=200").json()["items"] if one["number"] == own)
        self.key = life.admin("POST", f"/customers/{customer['id']}/company-keys").json()
        self.monday = next_monday(datetime.now(UTC).date())

    def document(self, shipper: dict[str, str] | None = None, **changed: str) -> str:
        plain = {
            **{name: self.key[name] for name in ("requestor", "authorization")},
            "login": self.life.sample.customer.access_code,
            "passwd": self.life.sample.customer.password,
            "pickupdate": f"{self.monday:%Y%m%d}",
            "readytime": "0900",
            "closetime": "1700",
        }
        values = plain | changed
        content = "".join(f"<{name}>{text}</{name}>" for name, text in values.items())
        place = "".join(f"<{name}>{text}</{name}>" for name, text in (_SHIPPER | (shipper or {})).items())
        line = "<line><pcs>3</pcs><pkg>SKD</pkg><swgt>1240</swgt></line>"
        return (
            '<?xml version="1.0" encoding="UTF-8"?>'
            f"<pickuprequest>{content}<shipper>{place}</shipper><consignee><zip>M5V1A1</zip></consignee>"
            f"<shipdetail>{line}</shipdetail></pickuprequest>"
        )

    def post(self, document: str) -> Response:
        return self.life.server.ask("POST", "/xml/pickup", data=document.encode())

    def ask(self, shipper: dict[str, str] | None = None, **changed: Any) -> Element:
        answer = self.post(self.document(shipper, **changed))
        assert answer.status_code == 200
        return fromstring(answer.content)

    def pickups(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = self.life.admin("GET", "/pickups").json()["items"]
        return items


@pytest.fixture
def program(life: Life) -> Program:
    return Program(life)


def test_a_pickup_has_its_confirmation_number_and_a_repeated_document_makes_no_second_one(program: Program):
    root = program.ask()
    assert (root.tag, root.findtext("status")) == ("pickupresults", "OK")
    again = program.ask()
    assert again.findtext("confnbr") == root.findtext("confnbr")
    (item,) = program.pickups()
    assert item["confirmation_number"] == root.findtext("confnbr")
    assert item["place"]["name"] == "Quincaillerie Bélanger"
    assert item["contact"]["telephone"] == "418-555-0142 x23"
    assert (item["ready_time"], item["items"][0]["weight"]) == ("09:00", "1240")


def test_a_refusal_names_the_element_and_the_next_day(program: Program):
    saturday = program.monday + timedelta(days=5)
    root = program.ask(pickupdate=f"{saturday:%Y%m%d}")
    assert (root.findtext("status"), root.findtext("errorcode")) == ("ERROR", "E422")
    assert root.findtext("errormsg") == "pickupdate: closed_day"
    assert root.findtext("nextdate") == f"{saturday + timedelta(days=2):%Y%m%d}"
    assert program.ask(closetime="1000").findtext("errormsg") == "closetime: window_too_short"
    assert program.ask({"zip": "X0A0H0", "state": "NU"}).findtext("errormsg") == "shipper/postal_code: not_served"
    assert program.pickups() == []


def test_testmode_checks_and_writes_nothing(program: Program):
    root = program.ask(testmode="Y")
    assert (root.findtext("status"), root.find("confnbr")) == ("OK", None)
    assert program.pickups() == []


@pytest.mark.parametrize(
    ("changed", "element"),
    [
        ({"pickupdate": "2027-06-21"}, "pickupdate"),
        ({"pickupdate": "20270229"}, "pickupdate"),
        ({"readytime": "2500"}, "readytime"),
        ({"readytime": "٠٩٠٠"}, "readytime"),
        ({"language": "de"}, "language"),
        ({"requestor": ""}, "requestor"),
    ],
)
def test_a_wrong_element_is_named(program: Program, changed: dict[str, str], element: str):
    root = program.ask(None, **changed)
    assert root.findtext("errorcode") == "E400"
    assert (root.findtext("errormsg") or "").startswith(f"{element}:")


def test_hostile_documents_and_wrong_keys_are_turned_away(program: Program):
    entity = '<!DOCTYPE a [<!ENTITY x "y">]>' + program.document().partition("?>")[2].replace("Rimouski", "&x;")
    assert b"E400" in program.post(entity).content
    assert b"E400" in program.post("<tracingrequest/>").content
    assert program.ask(authorization="x" * 60).findtext("errorcode") == "E401"
    assert program.ask({"country": "FR"}).findtext("errormsg") == "shipper/country: must be CN or US"
    assert program.pickups() == []
