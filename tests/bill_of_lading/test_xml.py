# SPDX-License-Identifier: MIT
"""Bills and their pickups for customers' own programs: exact names, partial success, nothing written in test mode."""

import base64
from datetime import date, timedelta
from typing import Any
from xml.etree.ElementTree import Element, fromstring
from xml.sax.saxutils import escape

import pytest

from tests.bill_of_lading.papers import codes_of, texts_of
from tests.support.backend import Sample, Server

BILLS = "/v1/bills-of-lading"


class Program:
    """A customer's own program with a company key and a login."""

    def __init__(self, server: Server, sample: Sample) -> None:
        self.server = server
        self.code = sample.customer
        administrator = server.token(sample.administrator)
        listed = server.ask("GET", "/v1/admin/customers?limit=200", administrator).json()["items"]
        own = next(one for one in listed if one["number"] == sample.customer.customer_number)
        self.key = server.ask("POST", f"/v1/admin/customers/{own['id']}/company-keys", administrator).json()
        self.token = server.token(sample.customer)

    def ask(self, path: str, root: str, content: str, **more: str) -> Element:
        login = {"login": self.code.access_code, "passwd": self.code.password} | more
        head = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in {**self.key, **login}.items() if text)
        body = f'<?xml version="1.0" encoding="ISO-8859-1"?>\n<{root}>{head}{content}</{root}>'
        answer = self.server.ask("POST", path, data=body.encode("iso-8859-1"))
        assert answer.status_code == 200, answer.text
        return fromstring(answer.content)

    def bill(self, *, day: date, more: str = "", line: str = "", **login: str) -> Element:
        party = "<address1>12 rue du Parc</address1><phone>5145550142</phone><country>CN</country>"
        content = (
            f"<shipper><company>Aciers Val-Clair</company>{party}<city>Rimouski</city><state>QC</state><zip>G5L1A1</zip>"
            f"</shipper><consignee><company>Maple Ridge</company>{party}<city>Toronto</city><state>ON</state>"
            f"<zip>M5V 2T6</zip></consignee><pickupdate>{day:%Y%m%d}</pickupdate><shipdetail>"
            + (line or "<line><description1>Pièces</description1><pkg>SKD</pkg><pcs>2</pcs><swgt>620</swgt></line>")
            + f"</shipdetail><dimensions><len>48</len><wid>40</wid><hgt>60</hgt></dimensions>{more}"
        )
        return self.ask("/xml/bol-pickup", "bolpickuprequest", content, **login)

    def bills(self) -> list[dict[str, Any]]:
        return list(self.server.ask("GET", BILLS, self.token).json()["items"])


@pytest.fixture
def program(server: Server, sample: Sample) -> Program:
    return Program(server, sample)


def workday(server: Server) -> date:
    day = server.clock().date() + timedelta(days=7)
    while day.weekday() != 1:
        day += timedelta(days=1)
    return day


def test_a_bill_comes_with_its_paper_and_its_pickup(program: Program, server: Server):
    more = "<ponbr>PO-1</ponbr><readytime>0900</readytime><closetime>1500</closetime><accitems><item>TGDL</item></accitems>"
    root = program.bill(day=workday(server), more=more)
    assert root.tag == "bolpuresults"
    assert root.findtext("errorcode") is None, root.findtext("errormsg")
    number = root.findtext("pro") or ""
    paper = base64.b64decode(root.findtext("bol/imagedata") or "")
    assert codes_of(paper, 1) == [[number, f"B{number}"]]
    assert "Tailgate delivery" in texts_of(paper)[0]
    assert root.findtext("pickup/status") == "OK", root.findtext("pickup/status")
    pickup = root.findtext("pickup/confnbr") or ""
    assert pickup.startswith("P")
    assert server.ask("GET", f"/v1/shipments/{number}").json()["status"]["code"] == "XB"
    listed = server.ask("GET", "/v1/pickups", program.token).json()["items"]
    assert [one["confirmation_number"] for one in listed].count(pickup) == 1


def test_the_bill_stands_when_its_pickup_is_refused(program: Program, server: Server):
    more = "<readytime>1500</readytime><closetime>1530</closetime>"
    root = program.bill(day=workday(server), more=more)
    assert root.findtext("pro")
    assert "window_too_short" in (root.findtext("pickup/status") or "")
    assert root.findtext("pickup/confnbr") == ""
    assert len(program.bills()) == 1


def test_test_mode_and_no_times_write_no_more_than_they_say(program: Program, server: Server):
    tried = program.bill(day=workday(server), more="<testmode>Y</testmode>")
    assert (tried.findtext("pro"), tried.findtext("pickup/status")) == ("", "TEST")
    assert program.bills() == []
    made = program.bill(day=workday(server))
    assert made.findtext("pickup/status") == "NONE"
    assert len(program.bills()) == 1


def test_a_number_used_before_is_refused_and_makes_no_second_bill(program: Program, server: Server):
    assert program.bill(day=workday(server), more="<bolnbr>VC-1</bolnbr>").findtext("bol/bolnbr") == "VC-1"
    again = program.bill(day=workday(server), more="<bolnbr>VC-1</bolnbr>")
    assert again.findtext("errorcode") == "E409"
    assert "/bol_number taken" in (again.findtext("errormsg") or "")
    assert len(program.bills()) == 1


def test_dangerous_goods_are_composed_from_their_elements(program: Program, server: Server):
    line = (
        "<line><description1>Paint</description1><pkg>DRM</pkg><pcs>2</pcs><swgt>90</swgt><haz>Y</haz><hazun>1263</hazun>"
        "<hazcls>3</hazcls><hazpg>II</hazpg></line>"
    )
    silent = program.bill(day=workday(server), line=line)
    assert (silent.findtext("errorcode"), (silent.findtext("errormsg") or "").split(":")[0]) == ("E400", "emerphone")
    root = program.bill(day=workday(server), line=line, more="<emerphone>613-996-6666</emerphone>")
    text = texts_of(base64.b64decode(root.findtext("bol/imagedata") or ""))[0]
    assert "UN1263, PAINT, 3, II" in text


def test_assigned_numbers_are_used_by_later_bills_once(program: Program, server: Server):
    root = program.ask("/xml/pro-assignment", "proassignmentrequest", "<count>3</count>")
    numbers = [one.text or "" for one in root.findall("pro")]
    assert len(set(numbers)) == 3
    made = program.bill(day=workday(server), more=f"<pro>{numbers[1]}</pro>")
    assert made.findtext("pro") == numbers[1]
    again = program.bill(day=workday(server), more=f"<pro>{numbers[1]}</pro><ponbr>X</ponbr>")
    assert again.findtext("errorcode") == "E409"
    foreign = program.bill(day=workday(server), more="<pro>123456789</pro>")
    assert foreign.findtext("errormsg") == "pro: was not assigned to you"
    assert program.ask("/xml/pro-assignment", "proassignmentrequest", "<count>201</count>").findtext("errorcode") == "E400"


@pytest.mark.parametrize(
    ("login", "code"),
    [({"passwd": "wrong-wrong-wrong"}, "E401"), ({"login": ""}, "E400"), ({"authorization": "x" * 60}, "E401")],
)
def test_key_and_login_are_both_needed(program: Program, server: Server, login: dict[str, str], code: str):
    assert program.bill(day=workday(server), **login).findtext("errorcode") == code
    assert program.bills() == []


@pytest.mark.parametrize(
    ("body", "element"),
    [
        (b"<bolpickuprequest>", "bolpickuprequest"),
        (b"<wrong/>", "bolpickuprequest"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><bolpickuprequest>&b;</bolpickuprequest>', "bolpickuprequest"),
        (b"<bolpickuprequest/>", "requestor"),
    ],
)
def test_hostile_and_half_documents_are_refused_by_name(server: Server, body: bytes, element: str):
    root = fromstring(server.ask("POST", "/xml/bol-pickup", data=body).content)
    assert root.findtext("errorcode") == "E400"
    assert (root.findtext("errormsg") or "").startswith(element)
