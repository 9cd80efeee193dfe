# SPDX-License-Identifier: MIT
"""The clerk of another enterprise: whatever names a thing answers as if there were none, and no list shows it.

Every operation that names a thing is here; a new one is missed by ``test_no_operation_that_names_a_thing_is_forgotten``.
"""

import base64
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from pypdf import PdfReader
from requests import Response

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.services import SERVICES
from onlinesvc_desktop.contract.electronic_bill import BILL_PATH
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.operations import OPERATIONS
from tests.addresses.entries import NAILS
from tests.addresses.test_lists import BILL, PAINT
from tests.bill_of_lading.bills import bill as written_bill
from tests.bill_of_lading.bills import party
from tests.electronic_bill.program import Program
from tests.pickup.samples import body as pickup_body
from tests.pickup.samples import next_monday
from tests.rate_quote.test_api import body as quote_body
from tests.support.backend import Sample, Server, serving

MARK = "Zwanzigstern"
"""Stands in every text that the first clerk writes, and in no sample."""
CHANGED = f"{MARK} 2"


@dataclass(frozen=True)
class Thing:
    """A thing of the first clerk: the members of its path, those of one that is nowhere, and what to send with them."""

    theirs: dict[str, str]
    nowhere: dict[str, str]
    query: str = ""
    body: dict[str, Any] | None = None


class House:
    """Two enterprises before one backend, the first of which has something of everything."""

    def __init__(self, server: Server, sample: Sample) -> None:
        self.server = server
        self.sample = sample
        code = sample.customer
        signed = {"access_code": code.access_code, "password": code.password, "workstation": MARK}
        self.first = server.ask("POST", "/v1/sessions", json=signed).json()["token"]
        self.second = server.token(sample.other_customer)
        assert sample.customer.customer_number != sample.other_customer.customer_number
        items = server.ask("GET", "/v1/shipments?limit=200", self.first).json()["items"]
        self.delivered = iter([one["autopro_number"] for one in items if one["status"]["code"] == "D1"])
        self.things = {name: make(self) for name, make in THINGS.items()}
        schedule(self)  # One that no test ends.
        self.made("/v1/watches", {"references": [sample.numbers[0]]}, status=200)

    def made(self, path: str, body: dict[str, Any], status: int = 201) -> dict[str, Any]:
        answer = self.server.ask("POST", path, self.first, json=body)
        assert answer.status_code == status, f"{path}: {answer.text}"
        found: dict[str, Any] = answer.json()
        return found

    def everything(self, token: str) -> dict[str, str]:
        """Return the answer of every list, by its path."""
        return {one.path: self.server.ask("GET", one.path, token).text for one in LISTS}

    def ask(self, token: str | None, operation: Operation[Any], members: dict[str, str], thing: Thing) -> Response:
        path = operation.path.format(**members) + thing.query
        return self.server.ask(operation.method, path, token, json=thing.body)


def session(house: House) -> Thing:
    """Another session of the first clerk, because the first is asked with."""
    house.server.token(house.sample.customer)
    items = house.server.ask("GET", "/v1/profile/sessions", house.first).json()["items"]
    return Thing({"id": str(max(one["id"] for one in items))}, {"id": "999999"})


def schedule(house: House) -> Thing:
    report = {"recipients": [f"{MARK.lower()}@b.example"], "days": 30}
    body = {"report": report, "frequency": "daily", "at": "07:00", "time_zone": "America/Toronto", "weekday": 1}
    made = house.made("/v1/reports/schedules", body)
    return Thing({"id": str(made["id"])}, {"id": "999999"})


def address(house: House) -> Thing:
    made = house.made("/v1/addresses", NAILS | {"name": MARK})
    return Thing({"id": str(made["id"])}, {"id": "999999"})


def changed_address(house: House) -> Thing:
    return replace(address(house), body=NAILS | {"name": CHANGED, "version": 1})


def pickup_details() -> dict[str, Any]:
    return pickup_body(contact={"name": MARK, "telephone": "902 555-0142"}, accessorials=[])


def day_of_pickup(house: House) -> str:
    return next_monday(house.server.clock().date()).isoformat()


def pickup(house: House) -> Thing:
    made = house.made("/v1/pickups", pickup_details() | {"pickup_date": day_of_pickup(house)})
    return Thing({"confirmation_number": made["confirmation_number"]}, {"confirmation_number": "P00010100001"})


def changed_pickup(house: House) -> Thing:
    body = pickup_details() | {"pickup_date": day_of_pickup(house), "ready_time": "11:00", "version": 1}
    return replace(pickup(house), body=body)


def recurring(house: House) -> Thing:
    body = pickup_details() | {"weekdays": ["mon"], "starts_on": day_of_pickup(house)}
    made = house.made("/v1/recurring-pickups", body)
    return Thing({"id": str(made["id"])}, {"id": "999999"})


def changed_recurring(house: House) -> Thing:
    body = pickup_details() | {"weekdays": ["tue"], "starts_on": day_of_pickup(house), "version": 1}
    return replace(recurring(house), body=body)


def quote(house: House) -> Thing:
    made = house.made("/v1/rate-quotes", quote_body(ship_date=day_of_pickup(house), accessorials=[]))
    return Thing({"number": made["number"]}, {"number": "Q000000000"})


def bill(house: House) -> Thing:
    shipper = party(MARK, "Rimouski", "QC", "G5L 1A1")
    made = house.made(
        "/v1/bills-of-lading", written_bill(ship_date=house.server.clock().date().isoformat(), shipper=shipper)
    )
    return Thing({"bol_number": made["bol_number"]}, {"bol_number": "B000000000"})


def invoice(house: House) -> Thing:
    items = house.server.ask("GET", "/v1/invoices?state=open", house.first).json()["items"]
    return Thing({"invoice_number": items[0]["invoice_number"]}, {"invoice_number": "NOBODY-99"})


def dispute(house: House) -> Thing:
    path = f"/v1/invoices/{invoice(house).theirs['invoice_number']}/disputes"
    made = house.made(path, {"reason": "weight", "amount": "0.01", "description": MARK})
    return Thing({"id": str(made["id"])}, {"id": "999999"}, body={"version": 1})


def dispute_document(house: House) -> Thing:
    thing = dispute(house)
    made = house.made(f"/v1/disputes/{thing.theirs['id']}/documents", dispute_file())
    document = str(made["documents"][0]["id"])
    return Thing(thing.theirs | {"document": document}, thing.nowhere | {"document": "999999"})


def dispute_file() -> dict[str, str]:
    return {"name": f"{MARK}.pdf", "content": claim_file()["content"]}


def document(house: House) -> Thing:
    """The paper of a bill among the documents of its shipment."""
    shipper = party(MARK, "Rimouski", "QC", "G5L 1A1")
    written = written_bill(ship_date=house.server.clock().date().isoformat(), shipper=shipper)
    autopro = house.made("/v1/bills-of-lading", written)["autopro_number"]
    items = house.server.ask("GET", f"/v1/documents?autopro={autopro}", house.first).json()["items"]
    return Thing({"id": items[0]["id"]}, {"id": f"{items[0]['id'][0]}999999"})


def goods(house: House) -> Thing:
    made = house.made("/v1/goods", PAINT | {"description": MARK, "code": f"P-{uuid4().hex[:6]}"})
    return Thing({"id": str(made["id"])}, {"id": "999999"})


def template(house: House) -> Thing:
    made = house.made("/v1/templates", {"name": f"{MARK} {uuid4().hex[:6]}", "bill": BILL})
    return Thing({"id": str(made["id"])}, {"id": "999999"})


def claim(house: House) -> Thing:
    number = next(house.delivered)
    made = house.made("/v1/claims", {"autopro_number": number, "door": "notice", "description": MARK})
    return Thing({"claim_number": made["claim_number"]}, {"claim_number": "C000000000"})


def offered_claim(house: House) -> Thing:
    thing = claim(house)
    token = house.server.token(house.sample.administrator)
    path = f"/v1/admin/claims/{thing.theirs['claim_number']}/moves"
    moved = house.server.ask("POST", path, token, json={"state": "offered", "amount": "10", "version": 1})
    return replace(thing, body={"version": moved.json()["version"]})


def claim_file(name: str = "a.pdf") -> dict[str, Any]:
    return {"paper": "cost_invoice", "name": name, "content": base64.b64encode(b"%PDF-1.7 a paper").decode()}


def claim_document(house: House) -> Thing:
    thing = claim(house)
    number = thing.theirs["claim_number"]
    house.made(f"/v1/claims/{number}/documents", claim_file())
    shown = house.server.ask("GET", f"/v1/claims/{number}", house.first).json()
    return Thing(thing.theirs | {"id": str(shown["documents"][0]["id"])}, thing.nowhere | {"id": "999999"})


THINGS: dict[str, Callable[[House], Thing]] = {
    "endSession": session,
    "endSchedule": schedule,
    "getAddress": address,
    "changeAddress": changed_address,
    "removeAddress": lambda house: replace(address(house), query="?version=1"),
    "getPickup": pickup,
    "changePickup": changed_pickup,
    "cancelPickup": lambda house: replace(pickup(house), body={"version": 1}),
    "changeRecurringPickup": changed_recurring,
    "endRecurringPickup": recurring,
    "getRateQuote": quote,
    "getBillOfLading": bill,
    "getBillOfLadingDocument": bill,
    "getBillOfLadingLabels": bill,
    "getBillOfLadingX12": bill,
    "cancelBillOfLading": lambda house: replace(bill(house), body={"reason": ""}),
    "changeGoods": lambda house: replace(goods(house), body=PAINT | {"version": 1, "code": ""}),
    "removeGoods": lambda house: replace(goods(house), query="?version=1"),
    "changeTemplate": lambda house: replace(template(house), body={"name": f"{MARK} 3", "bill": BILL, "version": 1}),
    "removeTemplate": lambda house: replace(template(house), query="?version=1"),
    "getClaim": claim,
    "changeClaim": lambda house: replace(claim(house), body={"version": 1, "description": MARK}),
    "acceptClaimOffer": offered_claim,
    "withdrawClaim": lambda house: replace(claim(house), body={"version": 1}),
    "addClaimDocument": lambda house: replace(claim(house), body=claim_file()),
    "getClaimDocument": claim_document,
    "getClaimLetter": claim,
    "getInvoice": invoice,
    "getInvoiceDocument": invoice,
    "disputeInvoice": lambda house: replace(invoice(house), body={"reason": "tax", "amount": "0.01"}),
    "withdrawDispute": dispute,
    "addDisputeDocument": lambda house: replace(dispute(house), body=dispute_file()),
    "getDisputeDocument": dispute_document,
    "getDocument": document,
    "noteBillOfLadingPrint": lambda house: replace(bill(house), body={"what": "document"}),
}
"""How to make what an operation names, by the operation."""
NAMED = {operation.name: operation for operation in OPERATIONS}
LISTS = [
    operation
    for operation in OPERATIONS
    if operation.method == "GET" and "{" not in operation.path and operation.access is not Access.ADMINISTRATOR
]


@pytest.fixture(scope="module")
def house(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house") / "data"
    shutil.copytree(sample.data_dir, folder)
    off = Throttle(burst=0, per_minute=0)
    with serving(folder, anonymous_traces=off, sign_ins_per_address=off, sign_ins_per_code=off) as server:
        server.clock.stop()
        yield House(server, sample)


def test_no_operation_that_names_a_thing_is_forgotten():
    naming = {one.name for one in OPERATIONS if "{" in one.path and one.access in (Access.ANY_SESSION, Access.SIGNED_IN)}
    assert naming == set(THINGS)


@pytest.mark.parametrize("name", THINGS)
def test_a_thing_of_another_enterprise_answers_like_one_that_is_nowhere(house: House, name: str):
    operation, thing = NAMED[name], house.things[name]
    before = house.everything(house.first)
    theirs = house.ask(house.second, operation, thing.theirs, thing)
    nowhere = house.ask(house.second, operation, thing.nowhere, thing)
    assert theirs.status_code == nowhere.status_code == 404, theirs.text
    assert theirs.content == nowhere.content
    assert without_moments(theirs) == without_moments(nowhere)
    assert house.everything(house.first) == before
    mine = house.ask(house.first, operation, thing.theirs, thing)
    assert mine.status_code < 300, mine.text


def read(answer: Response) -> str:
    """Return what an answer says; the bytes of a paper could hold any two letters by chance."""
    if answer.headers.get("Content-Type") != "application/pdf":
        return answer.text
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)


def test_a_bill_of_another_enterprise_is_nowhere_for_programs_either(house: House):
    """The doors of standards are no operations; each of their methods that names a thing is asked here."""
    methods = {
        (door.path, method)
        for service in SERVICES
        for door in service.doors
        if "{" in door.path
        for method in door.described
    }
    assert methods == {(BILL_PATH, method) for method in ("get", "put", "delete")}
    first = Program(house.server, house.sample, house.sample.customer)
    second = Program(house.server, house.sample, house.sample.other_customer)
    pro = first.create(first.body())["referenceNumbers"]["pro"]
    before = house.everything(house.first)
    for _, method in sorted(methods):
        body = second.body() if method == "put" else None
        theirs, nowhere = second.ask(method.upper(), pro, body), second.ask(method.upper(), "000000000", body)
        assert theirs.status_code == nowhere.status_code == 404
        assert theirs.content == nowhere.content
    assert house.everything(house.first) == before


@pytest.mark.parametrize("operation", LISTS, ids=lambda operation: operation.name)
def test_no_list_shows_what_another_enterprise_wrote(house: House, operation: Operation[Any]):
    answer = house.server.ask("GET", operation.path, house.second)
    assert answer.status_code < 500
    numbers = {value for thing in house.things.values() for value in thing.theirs.values() if not value.isdigit()}
    assert not [text for text in (MARK, MARK.lower(), *numbers) if text in read(answer)]


def test_the_lists_of_the_first_clerk_do_show_it(house: House):
    shown = house.everything(house.first)
    for path in ("/v1/addresses", "/v1/pickups", "/v1/recurring-pickups", "/v1/profile/sessions"):
        assert MARK in shown[path], path
    assert MARK.lower() in shown["/v1/reports/schedules"]
    assert house.things["getRateQuote"].theirs["number"] in shown["/v1/rate-quotes"]


def shipments(house: House, token: str) -> set[str]:
    """Return the numbers of every shipment that an enterprise is a party to."""
    found, cursor = set[str](), ""
    while True:
        page = house.server.ask("GET", f"/v1/shipments?limit=200{cursor}", token).json()
        found |= {item["autopro_number"] for item in page["items"]}
        if not page.get("cursor"):
            return found
        cursor = f"&cursor={page['cursor']}"


def test_of_another_enterprises_shipments_a_clerk_sees_what_anybody_sees(house: House):
    own = sorted(shipments(house, house.first) - shipments(house, house.second))[:20]
    private = 0
    for number in own:
        answers = [house.server.ask("GET", f"/v1/shipments/{number}", token) for token in (house.first, house.second, None)]
        assert answers[1].content == answers[2].content
        private += answers[0].content != answers[2].content
    trace = {"reference_type": "autopro", "references": own}
    second, nobody = (house.server.ask("POST", "/v1/traces", token, json=trace) for token in (house.second, None))
    assert second.content == nobody.content
    assert private == len(own) > 0


def without_moments(answer: Response) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name.lower() != "date"}
