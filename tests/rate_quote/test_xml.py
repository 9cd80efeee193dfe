# SPDX-License-Identifier: MIT
"""Prices for customers' own programs: the names that known clients read, one quote for one document, refusals by code."""

from typing import Any
from xml.etree.ElementTree import Element, fromstring
from xml.sax.saxutils import escape

import pytest

from tests.rate_quote.test_api import DAY, PATH, added, vectors
from tests.support.backend import Sample, Server

LINE = (
    "<line><weight>620</weight><class>175</class>"
    "<dimensions><qty>2</qty><len>48</len><wid>40</wid><hgt>60</hgt></dimensions></line>"
)


class Program:
    """A customer's own program with a company key and a login, before the tariff of the test vectors."""

    def __init__(self, server: Server, sample: Sample) -> None:
        self.server, self.code = server, sample.customer
        administrator = server.token(sample.administrator)
        added(server, administrator, vectors(sample.customer.customer_number))
        listed = server.ask("GET", "/v1/admin/customers?limit=200", administrator).json()["items"]
        own = next(one for one in listed if one["number"] == sample.customer.customer_number)
        self.key = server.ask("POST", f"/v1/admin/customers/{own['id']}/company-keys", administrator).json()
        self.token = server.token(sample.customer)

    def ask(self, lines: str = LINE, **changed: str) -> Element:
        values = {
            **self.key,
            "login": self.code.access_code,
            "passwd": self.code.password,
            "shipdate": f"{DAY:%Y%m%d}",
            "terms": "P",
        } | changed
        places = {
            "origin": values.pop("origin", "<zip>H3C 3P8</zip>"),
            "destination": values.pop("destination", "<zip>M5V2T6</zip>"),
        }
        plain = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in values.items() if text)
        ends = "".join(f"<{name}>{content}</{name}>" for name, content in places.items())
        more = "<accitems><item>TGDL</item></accitems>"
        body = f'<?xml version="1.0"?><raterequest>{plain}{ends}<shipdetail>{lines}</shipdetail>{more}</raterequest>'
        answer = self.server.ask("POST", "/xml/rate-quote", data=body.encode())
        assert answer.status_code == 200, answer.text
        return fromstring(answer.content)

    def quotes(self) -> list[dict[str, Any]]:
        items = self.server.ask("GET", PATH, self.token).json()["items"]
        return [one for one in items if not one["number"].startswith("Q7000000")]


@pytest.fixture
def program(server: Server, sample: Sample) -> Program:
    return Program(server, sample)


def test_a_price_has_the_names_that_known_clients_read_and_is_the_quote_of_the_house(program: Program):
    root = program.ask()
    (item,) = program.quotes()
    assert (root.tag, root.findtext("quoteid"), root.findtext("totalamt")) == ("rqresults", item["number"], item["total"])
    quote = program.server.ask("GET", f"{PATH}/{item['number']}", program.token).json()
    assert root.findtext("totalweight") == quote["rated_weight_lb"]
    assert root.findtext("discountpct") == "30"
    lines = {line["code"]: line["amount"] for line in quote["lines"]}
    assert (root.findtext("freightamt"), root.findtext("discountamt")) == (lines["freight"], lines["discount"][1:])
    items = {one.findtext("itemcode"): one for one in root.findall("accitems/item")}
    assert items["FS"].findtext("itemamount") == lines["fuel"]
    assert items["TGDL"].findtext("itemstatus") == "OK"
    assert items["HST"].findtext("itemamount") == quote["taxes"][0]["amount"]
    guaranteed = {one["service_level"]: one["total"] for one in quote["options"]}
    for level, name in (("by_17", "g1amt"), ("by_9", "g2amt"), ("by_noon", "g3amt")):
        assert root.findtext(name) == guaranteed.get(level)
    assert root.findtext("transitresults/servicedays") == str(quote["service_days"])
    numbers = [one.text for one in root.findall("option/rqnbr")]
    assert numbers == [f"{item['number']}{one['letter']}" for one in quote["options"]]
    assert root.findtext("validuntil") == quote["valid_until"].replace("-", "")


def test_the_same_document_is_one_quote_and_test_mode_keeps_none(program: Program):
    priced = program.ask(testmode="Y")
    assert (priced.findtext("quoteid"), program.quotes()) == ("", [])
    first, again = program.ask(), program.ask()
    assert first.findtext("quoteid") == again.findtext("quoteid")
    assert first.findtext("totalamt") == priced.findtext("totalamt")
    assert len(program.quotes()) == 1
    other = program.ask(lines=LINE.replace("620", "621"))
    assert other.findtext("quoteid") != first.findtext("quoteid")


@pytest.mark.parametrize(
    ("changed", "code", "why"),
    [
        ({"shipdate": "2027-06-15"}, "E400", "shipdate"),
        ({"shipdate": "20270230"}, "E400", "shipdate"),
        ({"shipdate": "99991231"}, "E400", "shipdate: malformed"),
        ({"terms": "X"}, "E400", "terms"),
        ({"origin": "<city></city>"}, "E400", "origin/zip"),
        ({"lines": ""}, "E400", "shipdetail"),
        ({"lines": LINE.replace("620", "0")}, "E400", "shipdetail/0/weight: malformed"),
        ({"lines": LINE.replace("620", "9" * 14)}, "E400", "raterequest"),
        ({"lines": LINE.replace("<qty>2", "<qty>²")}, "E400", "qty"),
        ({"lines": LINE.replace("175", "33")}, "E400", "shipdetail/0/freight_class: unknown"),
        ({"origin": "<city>Rimousky</city><state>QC</state>"}, "E409", "unknown_point"),
        ({"passwd": "another one altogether"}, "E401", "login"),
    ],
)
def test_what_has_no_price_says_which_element_or_why(program: Program, changed: dict[str, str], code: str, why: str):
    root = program.ask(**changed)
    assert (root.findtext("errorcode"), root.findtext("totalamt")) == (code, None)
    assert (root.findtext("errormsg") or "").startswith(why)
    assert program.quotes() == []


def test_a_login_without_the_right_to_rates_gets_none(program: Program, sample: Sample):
    administrator = program.server.token(sample.administrator)
    rights = {"rights": ["ship"]}
    answer = program.server.ask(
        "PUT", f"/v1/admin/access-codes/{program.code.access_code}/rights", administrator, json=rights
    )
    assert answer.status_code == 200, answer.text
    assert program.ask().findtext("errorcode") == "E401"
