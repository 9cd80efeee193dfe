# SPDX-License-Identifier: MIT
"""The carrier XML hands out papers: what the login's enterprise may see, nothing else, whatever the document says."""

import base64
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from requests import Response

from onlinesvc_desktop.backend.services.documents import carrier_xml
from tests.support.life import Life
from tests.support.papers import pdf, tiff


class Program:
    """A customer's own program with a company key, and an administrator who adds papers."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.code = life.sample.customer
        own = self.code.customer_number
        customer = next(one for one in life.admin("GET", "/customers?limit=200").json()["items"] if one["number"] == own)
        self.key = life.admin("POST", f"/customers/{customer['id']}/company-keys").json()
        self.token = life.server.token(self.code)
        self.other = life.server.token(life.sample.other_customer)
        mine, theirs = self.shipments(self.token), self.shipments(self.other)
        bare = [one for one in mine if one not in theirs and not self.documents(one)]
        self.delivered = next(one for one in bare if mine[one])
        self.moving = next(one for one in bare if not mine[one])
        self.foreign = next(one for one in theirs if one not in mine)

    def shipments(self, token: str) -> dict[str, bool]:
        items = self.life.server.ask("GET", "/v1/shipments?limit=200", token).json()["items"]
        return {item["autopro_number"]: item["status"]["code"] == "D1" for item in items}

    def documents(self, number: str) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = self.life.server.ask("GET", f"/v1/documents?autopro={number}", self.token).json()[
            "items"
        ]
        return items

    def add(self, number: str, kind: str, content: bytes) -> None:
        body = {"autopro_number": number, "kind": kind, "name": "a.pdf", "content": base64.b64encode(content).decode()}
        assert self.life.admin("POST", "/documents", json=body).status_code == 201

    def document(self, **changed: str) -> str:
        values = {name: self.key[name] for name in ("requestor", "authorization")}
        values |= {"login": self.code.access_code, "passwd": self.code.password, "type": "POD", "pro": self.delivered}
        return (
            "<imagerequest>"
            + "".join(f"<{name}>{said}</{name}>" for name, said in (values | changed).items())
            + ("</imagerequest>")
        )

    def post(self, document: str | bytes) -> Response:
        content = document.encode() if isinstance(document, str) else document
        return self.life.server.ask("POST", "/xml/image", data=content)

    def ask(self, **changed: str) -> Element:
        answer = self.post(self.document(**changed))
        assert answer.status_code == 200
        root = fromstring(answer.content)
        assert root.tag == "imageresults"
        return root

    def refused(self, **changed: str) -> tuple[str | None, str | None]:
        root = self.ask(**changed)
        assert root.findall("image") == []
        return root.findtext("errorcode"), root.findtext("errormsg")


@pytest.fixture
def program(life: Life) -> Program:
    return Program(life)


def test_every_paper_of_a_kind_comes_in_base64_with_what_it_is(program: Program):
    for content in (pdf("one"), tiff(2)):
        program.add(program.delivered, "proof_of_delivery", content)
    program.add(program.delivered, "photo", pdf("a photo"))
    root = program.ask()
    assert root.findtext("pro") == program.delivered
    images = root.findall("image")
    assert [one.findtext("mediatype") for one in images] == ["application/pdf", "image/tiff"]
    assert [base64.b64decode(one.findtext("imagedata") or "") for one in images] == [pdf("one"), tiff(2)]
    assert (images[1].findtext("imagename") or "").startswith(f"{program.delivered}_proof_of_delivery_")
    (photo,) = program.ask(type="PHOTO").findall("image")
    assert base64.b64decode(photo.findtext("imagedata") or "") == pdf("a photo")


def test_what_is_not_there_says_why_and_a_strangers_shipment_is_as_good_as_none(program: Program):
    assert program.refused() == ("E404", "pro: not_received")
    assert program.refused(pro=program.moving) == ("E404", "pro: not_delivered")
    assert program.refused(type="WI") == ("E404", "pro: not_made")
    unknown = ("E404", "pro: no shipment of yours has this number")
    program.add(program.foreign, "proof_of_delivery", pdf("theirs"))
    assert program.refused(pro=program.foreign) == unknown
    assert program.refused(pro="999000111") == unknown


def test_papers_that_are_too_much_for_one_answer_are_refused_with_the_way_to_them(
    program: Program, monkeypatch: pytest.MonkeyPatch
):
    program.add(program.delivered, "proof_of_delivery", pdf())
    monkeypatch.setattr(carrier_xml, "MOST_BYTES", len(pdf()) - 1)
    code, said = program.refused()
    assert code == "E413"
    assert "/v1/documents" in (said or "")


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"type": "STMT"}, "type"),
        ({"type": "pod"}, "type"),
        ({"type": ""}, "type"),
        ({"pro": ""}, "pro"),
        ({"pro": "12"}, "pro"),
        ({"pro": "9" * 19}, "pro"),
        ({"login": ""}, "login"),
        ({"passwd": ""}, "passwd"),
        ({"authorization": ""}, "authorization"),
    ],
)
def test_a_wrong_element_is_named(program: Program, changed: dict[str, str], named: str):
    code, said = program.refused(**changed)
    assert code == "E400"
    assert (said or "").startswith(f"{named}:")


def test_hostile_documents_and_wrong_keys_are_turned_away(program: Program):
    program.add(program.delivered, "proof_of_delivery", pdf())
    entity = '<!DOCTYPE a [<!ENTITY x "y">]>' + program.document().replace(program.delivered, "&x;")
    for document in (entity, "<tracingrequest/>", "<imagerequest>", "", b"\x00\xff\xfe<", "<imagerequest/>" * 2):
        assert b"E400" in program.post(document).content
    assert program.post("<imagerequest>" + "x" * 70_000 + "</imagerequest>").status_code == 413
    assert program.refused(authorization="x" * 60)[0] == "E401"
    assert program.refused(passwd="another")[0] == "E401"
    stranger = program.life.sample.other_customer
    assert program.refused(login=stranger.access_code, passwd=stranger.password)[0] == "E401"
