# SPDX-License-Identifier: MIT
"""Numbers of claims, quotes, pickups and bills open where they are, typed or pasted; unknown ones say so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTabWidget

from onlinesvc_desktop.contract.claim_terms import ClaimDoor
from onlinesvc_desktop.contract.claims import FILE_CLAIM, ClaimRequest
from onlinesvc_desktop.contract.invoices import LIST_INVOICES, InvoiceQuery
from onlinesvc_desktop.contract.pickup import LIST_PICKUPS, PickupQuery
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.shipment_report import LIST_OWN_SHIPMENTS, ShipmentQuery
from onlinesvc_desktop.desktop.own_numbers import meant_number, own_number
from onlinesvc_desktop.desktop.targets import Show, Start
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample

FIND, DOCK = "topBar.find", "tracing.autoproNumber"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C123456789", Show(Service.CLAIMS, "C123456789")),
        (" c 123-456-789\n", Show(Service.CLAIMS, "C123456789")),
        ("q123456789", Show(Service.RATE_QUOTE, "Q123456789")),
        ("P26030212345", Show(Service.PICKUP, "P26030212345")),
        ("C12345678", None),
        ("123456789", None),
        ("C123456789 C123456780", None),
    ],
)
def test_a_number_says_what_it_belongs_to(text: str, expected: Show | None):
    assert own_number(text) == expected


@pytest.mark.parametrize(
    ("text", "service"),
    [("C12345678", Service.CLAIMS), ("P2603021234", Service.PICKUP), ("Q1234567890", Service.RATE_QUOTE), ("X123456", None)],
)
def test_a_slip_in_the_count_of_digits_is_noticed(text: str, service: Service | None):
    assert meant_number(text) is service
    assert meant_number("C123456789") is None


def _paste(clerk: Clerk, name: str, text: str) -> None:
    field = clerk.find(name, QLineEdit)
    field.setFocus()
    field.selectAll()
    QApplication.clipboard().setText(text)
    field.paste()
    clerk.press(Qt.Key.Key_Return)


def _claimed(clerk: Clerk) -> str:
    items = clerk.program.client.send(LIST_OWN_SHIPMENTS, query=ShipmentQuery(limit=200)).items
    number = next(one.autopro_number for one in items if one.status.code == "D1")
    request = ClaimRequest(door=ClaimDoor.NOTICE, autopro_number=number)
    return clerk.program.client.send(FILE_CLAIM, request, key="a" * 20).claim_number


@pytest.mark.parametrize("field", [FIND, DOCK])
def test_a_claim_opens_by_its_number_and_an_unknown_one_says_so(clerk: Clerk, sample: Sample, field: str):
    clerk.signed_in(sample.english_customer)
    number = _claimed(clerk)
    _paste(clerk, field, f" {number.lower()} ")
    clerk.wait(lambda: clerk.sees("claims.addFile"))
    _paste(clerk, field, "C999999999")
    clerk.wait(lambda: clerk.sees("claims.message") and "C999999999 is not among yours" in clerk.text("claims.message"))


def test_quotes_and_pickups_open_or_say_that_they_are_not_there(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    _paste(clerk, FIND, "Q999999999")
    clerk.wait(lambda: clerk.sees("rateQuote.quotes.message"))
    assert "Q999999999 is not among yours" in clerk.text("rateQuote.quotes.message")
    pickups = clerk.program.client.send(LIST_PICKUPS, query=PickupQuery()).items
    for one in pickups[:1]:
        _paste(clerk, FIND, one.confirmation_number)
        clerk.wait(lambda: clerk.sees("pickup.again"))
    _paste(clerk, FIND, "P99999999999")
    clerk.wait(lambda: clerk.sees("pickup.message") and "P99999999999 is not" in clerk.text("pickup.message"))


def test_a_bill_is_offered_below_the_trace_and_searched(clerk: Clerk, sample: Sample):
    field = clerk.find(FIND, QLineEdit)
    offered = clerk.window.top_bar.find_field
    assert not [words for _, words in offered._matches("BOL12345") if "bill of lading BOL12345" in words]
    clerk.signed_in(sample.english_customer)
    clerk.type(FIND, "BOL12345")
    assert field.text() == "BOL12345"
    words = [words for _, words in offered._matches("BOL12345")]
    assert words.index("Open bill of lading BOL12345") == words.index("Trace BOL12345") + 1
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Down)
    offered._choose(words.index("Open bill of lading BOL12345"))
    clerk.wait(lambda: clerk.sees("billOfLading.bills.search"))
    assert clerk.find("billOfLading.bills.search", QLineEdit).text() == "BOL12345"
    assert clerk.find("billOfLading.tabs", QTabWidget).currentIndex() == 1


def test_a_number_with_a_digit_too_few_says_how_it_looks(clerk: Clerk):
    words = [words for _, words in clerk.window.top_bar.find_field._matches("C12345678")]
    assert words == ["Trace C12345678", "The number of a claim is C and nine digits"]


def test_an_invoice_and_the_documents_of_a_number_are_offered_and_open(clerk: Clerk, sample: Sample):
    offered = clerk.window.top_bar.find_field
    assert not [words for _, words in offered._matches("F123456789") if "invoice" in words or "Documents of" in words]
    clerk.signed_in(sample.english_customer)
    invoice = clerk.program.client.send(LIST_INVOICES, query=InvoiceQuery(limit=1)).items[0]
    number = invoice.invoice_number
    found = {words: target for target, words in offered._matches(number)}
    assert found[f"Open invoice {number}"] == Show(Service.INVOICES, number)
    offered.chosen.emit(found[f"Open invoice {number}"])
    clerk.wait(lambda: clerk.sees("invoices.page"))
    autopro = invoice.autopro_number
    found = {words: target for target, words in offered._matches(autopro)}
    assert found[f"Documents of {autopro}"] == Start(Service.DOCUMENTS, {"references": autopro})
    offered.chosen.emit(found[f"Documents of {autopro}"])
    clerk.wait(lambda: clerk.sees("documents.page") and clerk.rows("documents.results") > 0)
