# SPDX-License-Identifier: MIT
"""The carrier XML: compatible answers, exact names, company keys, hostile documents, off-line."""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from requests import Response

from onlinesvc_desktop.backend.xml.words import status_text
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.status import Stage
from tests.support.backend import Sample, Server
from tests.support.life import Life

HEAD = '<?xml version="1.0" encoding="ISO-8859-1"?>\n'


class Program:
    """A customer's own program with a company key."""

    def __init__(self, life: Life) -> None:
        self.server = life.server
        own = life.sample.customer.customer_number
        customer = next(one for one in life.admin("GET", "/customers?limit=200").json()["items"] if one["number"] == own)
        self.customer = customer
        self.key = life.admin("POST", f"/customers/{customer['id']}/company-keys").json()

    def post(self, body: bytes) -> Response:
        return self.server.ask("POST", "/xml/tracing", data=body, headers={"Content-Type": "text/plain"})

    def trace(self, *items: str, kind: str = "P", encoding: str = "iso-8859-1", **more: str) -> Element:
        content = "".join(f"<{name}>{text}</{name}>" for name, text in {**self.key, **more, "tracetype": kind}.items())
        content += "<traceitems>" + "".join(f"<item>{item}</item>" for item in items) + "</traceitems>"
        answer = self.post(f"{HEAD}<tracingrequest>{content}</tracingrequest>".encode(encoding))
        assert answer.status_code == 200
        assert answer.content.startswith(HEAD.encode())
        return fromstring(answer.content)


@pytest.fixture
def program(life: Life) -> Program:
    return Program(life)


def texts(root: Element, path: str) -> list[str]:
    return [element.text or "" for element in root.findall(path)]


def test_ten_numbers_are_answered_in_the_known_shape(program: Program, sample: Sample):
    root = program.trace(*sample.numbers[:9], "000000000", language="en")
    assert root.tag == "traceresults"
    assert texts(root, "traceitem/valid") == ["Y"] * 9 + ["N"]
    assert texts(root, "traceitem/item") == [*sample.numbers[:9], "000000000"]
    first = root.find("traceitem")
    assert first is not None
    assert [child.tag for child in first][:3] == ["valid", "status", "delivery"]
    delivered = [item for item in root.findall("traceitem") if (item.findtext("status") or "").startswith("Delivered")]
    assert delivered
    for item in delivered:
        assert len(item.findtext("delivery/date") or "") == 8
        assert len(item.findtext("delivery/time") or "") == 4
        assert item.findtext("delivery/receivedby") == ""


def test_texts_follow_the_language_and_anything_fits_latin_1(program: Program, sample: Sample):
    french = program.trace(*sample.numbers[:10], language="fr")
    statuses = texts(french, "traceitem/status")
    assert any(text.startswith(("Livré", "En route", "Arrivé", "Ramassé")) for text in statuses)
    assert texts(program.trace("&#339;uf-\N{LATIN SMALL LETTER E WITH ACUTE}1", kind="B"), "traceitem/item") == ["œuf-é1"]


def test_a_bill_of_lading_of_several_shipments_gives_one_item_each(program: Program, life: Life, sample: Sample):
    shipment = life.server.ask("GET", f"/v1/shipments/{sample.numbers[0]}", life.server.token(sample.administrator)).json()
    bill = next(one["value"] for one in shipment["references"] if one["type"] == "bill_of_lading")
    root = program.trace(bill, kind="B")
    assert sample.numbers[0] in texts(root, "traceitem/pro")
    assert set(texts(root, "traceitem/item")) == {bill}


def test_a_login_adds_what_its_account_may_see(program: Program, life: Life, sample: Sample):
    token = life.server.token(sample.customer)
    own = life.server.ask("GET", "/v1/shipments?limit=200", token).json()["items"]
    signed = next(one for one in own if one.get("signed_by"))
    credentials = {"login": sample.customer.access_code, "passwd": sample.customer.password}
    number = signed["autopro_number"]
    assert program.trace(number).findtext("traceitem/delivery/receivedby") == ""
    assert program.trace(number, **credentials).findtext("traceitem/delivery/receivedby") == signed["signed_by"]
    wrong = program.trace(number, login=sample.customer.access_code, passwd="not the password")
    unknown = program.trace(number, login="NOBODY", passwd="not the password")
    assert wrong.findtext("errormsg") == unknown.findtext("errormsg") == "login and passwd do not go together"
    assert wrong.find("traceitem") is None


def test_wrong_keys_have_one_answer_and_a_revoked_one_is_wrong(program: Program, life: Life, sample: Sample):
    said = set()
    for key in (
        {**program.key, "authorization": "X" * 60},
        {**program.key, "requestor": "NOBODY"},
    ):
        other = Program.__new__(Program)
        other.server, other.key = program.server, key
        said.add(other.trace(sample.numbers[0]).findtext("errormsg"))
    assert said == {"requestor and authorization do not go together"}
    life.admin("DELETE", f"/customers/{program.customer['id']}/company-keys/{program.key['requestor']}")
    assert program.trace(sample.numbers[0]).findtext("errorcode") == "E401"


@pytest.mark.parametrize(
    ("change", "element"),
    [
        ({"kind": "p"}, "tracetype"),
        ({"kind": "X"}, "tracetype"),
        ({"language": "FR"}, "language"),
        ({"items": [str(at) * 9 for at in range(11)]}, "traceitems"),
        ({"items": []}, "traceitems"),
        ({"items": ["1" * 26]}, "item"),
    ],
)
def test_a_wrong_element_is_named(program: Program, change: dict[str, Any], element: str):
    items = change.pop("items", ["123456789"])
    root = program.trace(*items, **change)
    assert root.findtext("errorcode") == "E400"
    assert (root.findtext("errormsg") or "").startswith(f"{element}:")


def test_names_are_case_sensitive(program: Program):
    answer = program.post(f"{HEAD}<tracingrequest><Requestor>ABC123</Requestor></tracingrequest>".encode())
    assert "tracetype" in answer.text or "requestor" in answer.text
    assert "case-sensitive" in answer.text


BOMB = '<!DOCTYPE x [<!ENTITY a "1234567890"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("hostile", [BOMB, OUTSIDE])
def test_entities_are_refused(program: Program, hostile: str):
    root = fromstring(program.post(f"{HEAD}{hostile}<tracingrequest>&a;</tracingrequest>".encode()).content)
    assert "refused" in (root.findtext("errormsg") or "")


@pytest.mark.parametrize(
    "body", [b"", b"<", b"not xml", b"\xff\xfe\0", b"<?xml version='1.0' encoding='x-none'?><a/>", b"<a>" * 9_000]
)
def test_whatever_is_no_xml_is_refused_in_the_known_shape(program: Program, body: bytes):
    answer = program.post(body)
    assert answer.status_code == 200
    assert fromstring(answer.content).findtext("errorcode") == "E400"


def test_too_large_and_too_often_are_refused(program: Program, server: Server, sample: Sample):
    assert program.post(b" " * 70_000).status_code == 413
    for _ in range(59):
        program.trace(*sample.numbers[:10])
    content = "".join(f"<{name}>{text}</{name}>" for name, text in program.key.items())
    items = "".join(f"<item>{number}</item>" for number in sample.numbers[:10])
    body = f"<tracingrequest>{content}<tracetype>P</tracetype><traceitems>{items}</traceitems></tracingrequest>".encode()
    answers = [program.post(body) for _ in range(10)]
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert int(refused.headers["Retry-After"]) > 0


def test_off_line_says_so_in_the_word_that_clients_look_for(program: Program, sample: Sample, monkeypatch):
    from onlinesvc_desktop.backend.xml import door

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(door, "customer_of_key", fail)
    content = "".join(f"<{name}>{text}</{name}>" for name, text in program.key.items())
    body = f"<tracingrequest>{content}<tracetype>P</tracetype><traceitems><item>1</item></traceitems></tracingrequest>"
    answer = program.post(body.encode())
    assert answer.status_code == 503
    assert "off-line" in answer.text


def test_what_is_only_booked_or_cancelled_begins_with_no_word_that_clients_take_for_something_else():
    taken_otherwise = ("Closed", "Loaded", "Arrived", "Enroute", "transit", "Currently", "Picked", "Pickup", "Delivered")
    for stage in (Stage.BOOKED, Stage.CANCELLED):
        assert not [word for word in taken_otherwise if word in status_text(stage, Language.ENGLISH)]


def test_a_key_may_be_told_times_by_a_twelve_hour_clock(program: Program, life: Life, sample: Sample):
    def times() -> list[tuple[str, str]]:
        roots = [program.trace(*sample.numbers[start : start + 10]) for start in range(0, 60, 10)]
        found = [one for root in roots for one in root.findall("traceitem/delivery")]
        return [(one.findtext("time") or "", one.findtext("time24") or "") for one in found]

    before = [pair for pair in times() if pair[0]]
    assert any(whole >= "1300" for _, whole in before), "the sample has deliveries of the afternoon"
    assert all(time == whole for time, whole in before)
    where = f"/customers/{program.customer['id']}/company-keys/{program.key['requestor']}"
    assert life.admin("PATCH", where, json={"twelve_hours": True}).status_code == 204
    after = [pair for pair in times() if pair[0]]
    assert [whole for _, whole in after] == [whole for _, whole in before]
    assert all("0100" <= time <= "1259" and int(time) % 1200 == int(whole) % 1200 for time, whole in after)
    (item,) = [
        one for one in life.admin("GET", "/customers?limit=200").json()["items"] if one["id"] == program.customer["id"]
    ]
    assert item["company_keys"][0]["twelve_hours"] is True
    assert (
        life.admin("PATCH", where.replace(program.key["requestor"], "ZZZZZZ"), json={"twelve_hours": True}).status_code
        == 404
    )
