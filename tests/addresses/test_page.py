# SPDX-License-Identifier: MIT
"""The page of the address book by keys: entered, found, changed, removed and back, without a link, against a colleague."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTableView, QTabWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.contract.addresses import CHANGE_ADDRESS, AddressChange
from onlinesvc_desktop.contract.session import SessionRequest
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.pages.tabs_page import LateTab
from onlinesvc_desktop.desktop.services.addresses.import_tab import ImportTab
from onlinesvc_desktop.desktop.targets import Edit
from tests.addresses.entries import NAILS, STEEL
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample


@pytest.fixture
def book(clerk: Clerk, sample: Sample) -> Clerk:
    """A clerk before the open address book."""
    clerk.signed_in(sample.english_customer)
    clerk.click("services.addresses")
    clerk.wait(lambda: clerk.program.address_book.loaded)
    return clerk


def choose_code(clerk: Clerk, name: str, code: str) -> None:
    choices = clerk.find(name, QComboBox)
    choices.setCurrentIndex(choices.findData(code))


def names(clerk: Clerk) -> list[str]:
    model = clerk.find("addresses.results", QTableView).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def type_address(clerk: Clerk, values: dict[str, Any]) -> None:
    for name, text in values.items():
        if name == "country":
            continue
        if name == "province":
            choose_code(clerk, "addresses.entry.province", text)
        else:
            first, *others = name.split("_")
            clerk.type(f"addresses.entry.{first}{''.join(one.title() for one in others)}", text)


def add(clerk: Clerk, values: dict[str, Any]) -> None:
    clerk.click("addresses.add")
    type_address(clerk, values)
    clerk.click("addresses.submit")
    clerk.wait(lambda: values["name"] in names(clerk))
    clerk.wait(lambda: "saved" in clerk.text("addresses.message"))


def choose(clerk: Clerk, name: str) -> None:
    view = clerk.find("addresses.results", QTableView)
    view.setCurrentIndex(view.model().index(names(clerk).index(name), 0))


def test_an_entry_is_typed_found_changed_removed_and_brought_back(book: Clerk):
    add(book, NAILS)
    add(book, STEEL)
    assert names(book) == [NAILS["name"], STEEL["name"]]
    book.type("addresses.search", "foundry toro")
    assert names(book) == [STEEL["name"]]
    book.type("addresses.search", "")
    choose(book, STEEL["name"])
    book.type("addresses.entry.opens", "8h30")
    book.press(Qt.Key.Key_Return)
    book.wait(lambda: "saved" in book.text("addresses.message"))
    book.wait(lambda: [entry.item.opens for entry in book.program.address_book.entries][1] == "08:30")
    book.click("addresses.remove")
    book.wait(lambda: names(book) == [NAILS["name"]])
    book.wait(lambda: not book.program.unsent.items)
    assert book.window.focusWidget() is book.find("addresses.undo")
    book.click("addresses.undo")
    book.wait(lambda: names(book) == [NAILS["name"], STEEL["name"]])
    book.wait(lambda: book.text("addresses.message") == "It is back in the list.")


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(book: Clerk):
    book.click("addresses.add")
    type_address(book, NAILS | {"postal_code": "V6B 1A1"})
    book.click("addresses.submit")
    assert "field" in book.text("addresses.message")
    assert "another province" in book.find("addresses.entry.postalCode").accessibleDescription()
    book.click("addresses.add")
    assert "not saved" in book.text("addresses.message")
    assert book.find("addresses.entry.name").property("text") == NAILS["name"]
    book.click("addresses.discard")
    assert not book.sees("addresses.entry.name")


def test_two_clerks_change_one_entry_and_see_both_sides(book: Clerk):
    add(book, NAILS)
    choose(book, NAILS["name"])
    item = book.program.address_book.entries[0].item
    book.type("addresses.entry.telephone", "514-555-0199")
    theirs = msgspec.convert(NAILS | {"version": 1, "city": "Laval", "postal_code": "H7N 1A1"}, AddressChange)
    book.program.client.send(CHANGE_ADDRESS, theirs, id=item.id)
    book.click("addresses.submit")
    book.wait(lambda: book.sees("addresses.conflict"))
    table = book.find("addresses.conflict", QTableView).model()
    rows = [[str(table.index(row, column).data()) for column in range(3)] for row in range(table.rowCount())]
    assert ["City", "Montréal", "Laval"] in rows
    assert ["Telephone", "514-555-0199", "514-555-0142"] in rows
    for _ in range(2):
        view = book.find("addresses.conflict", QTableView)
        row = next(at for at in range(table.rowCount()) if table.index(at, 0).data() in ("City", "Postal code"))
        view.setCurrentIndex(table.index(row, 0))
        book.click("addresses.takeField")
    book.click("addresses.submit")
    book.wait(lambda: "saved" in book.text("addresses.message"))
    kept = book.program.address_book.entries[0].item
    assert (kept.city, kept.telephone, kept.version) == ("Laval", "514-555-0199", 3)


def test_without_a_link_everything_is_read_and_changed_and_sent_once(book: Clerk):
    add(book, NAILS)
    endpoint = book.program.client.endpoint
    assert isinstance(endpoint, Endpoint)
    book.program.client.move_to(Endpoint("http://127.0.0.1:9"))
    book.program.connection.try_now()
    book.wait(lambda: book.program.connection.state is LinkState.OFFLINE)
    choose(book, NAILS["name"])
    book.type("addresses.entry.city", "Laval")
    book.type("addresses.entry.postalCode", "H7N 1A1")
    book.click("addresses.submit")
    book.wait(lambda: "on this computer" in book.text("addresses.message"))
    book.click("addresses.add")
    type_address(book, STEEL)
    book.click("addresses.submit")
    book.wait(lambda: names(book) == [NAILS["name"], STEEL["name"]])
    book.type("addresses.search", "laval")
    assert names(book) == [NAILS["name"]]
    book.type("addresses.search", "")
    book.program.client.move_to(endpoint)
    book.program.unsent.try_now()
    book.wait(lambda: not book.program.unsent.items)
    book.program.address_book.look()
    book.wait(lambda: not any(entry.pending for entry in book.program.address_book.entries))
    kept = [(entry.item.name, entry.item.city, entry.item.version) for entry in book.program.address_book.entries]
    assert kept == [(NAILS["name"], "Laval", 2), (STEEL["name"], "Toronto", 1)]


def test_a_change_that_waited_meets_a_colleagues_and_both_are_shown(book: Clerk, sample: Sample):
    add(book, NAILS)
    item = book.program.address_book.entries[0].item
    endpoint = book.program.client.endpoint
    assert isinstance(endpoint, Endpoint)
    book.program.client.move_to(Endpoint("http://127.0.0.1:9"))
    book.program.connection.try_now()
    book.wait(lambda: book.program.connection.state is LinkState.OFFLINE)
    choose(book, NAILS["name"])
    book.type("addresses.entry.telephone", "514-555-0199")
    book.click("addresses.submit")
    book.wait(lambda: "on this computer" in book.text("addresses.message"))
    colleague = ApiClient(endpoint)
    colleague.sign_in(SessionRequest(sample.english_customer.access_code, sample.english_customer.password))
    theirs = msgspec.convert(NAILS | {"version": 1, "attention": "M. Roy"}, AddressChange)
    colleague.send(CHANGE_ADDRESS, theirs, id=item.id)
    colleague.close()
    book.program.client.move_to(endpoint)
    book.program.unsent.try_now()
    book.wait(lambda: any(one.refusal is not None for one in book.program.unsent.items))
    book.wait(lambda: [entry.item.version for entry in book.program.address_book.entries] == [2])
    (returned,) = book.program.unsent.items
    book.program.window.navigator.go(Edit(returned))
    assert book.sees("addresses.conflict")
    assert book.find("addresses.entry.telephone").property("text") == "514-555-0199"
    view = book.find("addresses.conflict", QTableView)
    fields = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert sorted(fields) == ["Attention", "Telephone"]
    view.setCurrentIndex(view.model().index(fields.index("Attention"), 0))
    book.click("addresses.takeField")
    book.wait(lambda: book.find("addresses.entry.attention").property("text") == "M. Roy")
    book.click("addresses.submit")
    book.wait(lambda: [entry.item.version for entry in book.program.address_book.entries] == [3])
    kept = book.program.address_book.entries[0].item
    assert (kept.telephone, kept.attention) == ("514-555-0199", "M. Roy")
    assert not book.program.unsent.items


def test_a_clerk_without_the_right_is_not_offered_the_book(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    profile = clerk.program.session.profile
    assert profile is not None
    clerk.wait(lambda: clerk.sees("services.addresses"))
    clerk.program.session.take_profile(msgspec.structs.replace(profile, rights=()))
    assert not clerk.sees("services.addresses")


def test_a_file_is_looked_at_taken_in_and_what_is_wrong_comes_back(book: Clerk, tmp_path: Path):
    add(book, NAILS)
    file = tmp_path / "adresses.csv"
    file.write_bytes(
        "Nom;Adresse;Ville;Province;Code postal;Courriel\r\n"
        "Aciérie du Nord;4, rue Haute;Québec;Québec;G1R 2B5;\r\n"
        "CLOUS BELANGER;1200 rue des Erables;Montréal;QC;h3b1a1;info@clous.example\r\n"
        "Sans code postal;1, rue Basse;Laval;QC;;\r\n"
        "Coopérative des producteurs du Haut-Pays;2, rue Haute;Rimouski;QC;G5L 1A1;\r\n".encode("cp1252")
    )
    tabs = book.find("addresses.tabs", QTabWidget)
    tabs.setCurrentIndex(tabs.count() - 1)
    late = tabs.currentWidget()
    assert isinstance(late, LateTab)
    importing = late.part
    assert isinstance(importing, ImportTab)
    importing.look_into(file)
    book.wait(lambda: book.sees("addresses.import.submit"))
    said = book.text("addresses.import.message")
    assert "New: 2. Changed: 0. Left as they are: 1. Wrong: 1." in said
    assert "Too long for some carrier systems, and kept whole: 1." in said
    book.find("addresses.import.parts", QTabWidget).setCurrentIndex(3)
    model = book.find("addresses.import.long", QTableView).model()
    assert [model.index(0, at).data() for at in range(3)] == [
        "5",
        "Coopérative des producteurs du Haut-Pays",
        "Name: 40 characters, 30 fit",
    ]
    choose_code(book, "addresses.import.policy", "fill_blanks")
    book.wait(lambda: "Changed: 1" in book.text("addresses.import.message"))
    book.click("addresses.import.submit")
    book.wait(lambda: "Imported" in book.text("addresses.import.message"))
    importing.save_rejected(tmp_path / "wrong.csv")
    book.wait(lambda: (tmp_path / "wrong.csv").exists())
    text = (tmp_path / "wrong.csv").read_text("utf-8-sig")
    assert 'Sans code postal,"1, rue Basse",Laval,QC,,,4,Postal code: This is required.' in text.replace("\r\n", "\n")
    book.wait(lambda: len(book.program.address_book.entries) == 3)
    emails = [entry.item.email for entry in book.program.address_book.entries]
    assert emails[1] == "info@clous.example"
