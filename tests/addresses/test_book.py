# SPDX-License-Identifier: MIT
"""The address book of a session: searched at each key, picked into an address, saved from one, kept without a link."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from onlinesvc_desktop.contract.addresses import AddressItem
from onlinesvc_desktop.desktop.address_book import ADDRESSES, AddressBook
from onlinesvc_desktop.desktop.kept_book import _News, find_entries
from onlinesvc_desktop.desktop.widgets.editors.address import AddressEditor
from tests.addresses.entries import NAILS, STEEL
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample


def item(number: int, **values: Any) -> AddressItem:
    facts = {"id": number, "version": 1, "changed_at": "2026-11-27T12:00:00Z"}
    return msgspec.convert(NAILS | facts | values, AddressItem)


def names(clerk: Clerk) -> list[str]:
    return [entry.item.name for entry in clerk.program.address_book.entries]


@pytest.fixture
def editor(clerk: Clerk, sample: Sample, qtbot: QtBot) -> AddressEditor:
    """An address of some form, in the window of a clerk whose book is there."""
    clerk.signed_in(sample.english_customer)
    book: AddressBook = clerk.program.address_book
    clerk.wait(lambda: book.loaded)
    made = AddressEditor("bol.shipper", book=book)
    made.setParent(clerk.window, Qt.WindowType.Widget)
    made.resize(700, 500)
    made.show()
    made.raise_()
    return made


def saved(editor: AddressEditor) -> str:
    found = editor.findChild(QWidget, "bol.shipper.saved")
    return found.text()  # type: ignore[union-attr]


def test_words_may_stand_anywhere_and_what_begins_so_comes_first():
    entries = [ADDRESSES.entry(item(n, **one)) for n, one in enumerate([STEEL, NAILS, {"name": "Acier Belanger"}], start=1)]
    assert [entry.item.id for entry in find_entries(entries, "BELANGER h3b")] == [2, 3]
    assert find_entries(entries, "belanger toronto") == []
    assert len(find_entries(entries, " ")) == 3


def test_suggestions_begin_with_the_first_word_and_leave_the_rest_of_the_book_alone(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    book: AddressBook = clerk.program.address_book
    clerk.wait(lambda: book.loaded)
    named = ["Érable Nord", "Clous Érable", "Erables du Lac", "Zinc Érable"]
    entries = [ADDRESSES.entry(item(n, name=name, city="Laval")) for n, name in enumerate(named, start=1)]
    book._take(_News(entries, (), "1"))
    assert [entry.item.name for entry in book.beginning_with("erable laval")] == ["Érable Nord", "Erables du Lac"]
    assert list(book.beginning_with("erable toronto")) == []
    assert len(list(book.beginning_with(""))) == 4
    shown: list[str] = []
    book.find("érable", lambda found: shown.extend(str(address["name"]) for _, address in found))
    assert shown == ["Érable Nord", "Erables du Lac", "Clous Érable", "Zinc Érable"]


def test_a_typed_address_is_saved_found_and_picked(clerk: Clerk, editor: AddressEditor):
    editor.fill(NAILS)
    clerk.click("bol.shipper.save")
    clerk.wait(lambda: names(clerk) == [NAILS["name"]])
    clerk.wait(lambda: "Saved" in saved(editor))
    editor.fill({})
    picked: list[Any] = []
    editor.picked.connect(picked.append)
    clerk.type("bol.shipper.find", "erables")
    clerk.wait(lambda: bool(editor._found))
    clerk.press(Qt.Key.Key_Return)
    assert editor.value() == NAILS
    assert picked[0]["name"] == NAILS["name"]


def test_an_address_that_is_not_whole_is_named_and_kept_where_it_was_typed(clerk: Clerk, editor: AddressEditor):
    editor.fill(NAILS | {"postal_code": "K1P 1A1"})
    clerk.click("bol.shipper.save")
    assert saved(editor) == "Complete the address to save it."
    assert clerk.find("bol.shipper.postalCode").property("wrong")
    assert editor.value()["name"] == NAILS["name"]
    assert names(clerk) == []


def test_saving_the_same_place_again_changes_its_entry(clerk: Clerk, editor: AddressEditor):
    for telephone in ("514-555-0142", "514-555-0199"):
        editor.fill(NAILS | {"telephone": telephone})
        clerk.click("bol.shipper.save")
        clerk.wait(lambda: "Saved" in saved(editor))
        clerk.wait(lambda: not clerk.program.unsent.items)
        clerk.wait(lambda: [one.item.version for one in clerk.program.address_book.entries] != [])
    clerk.wait(lambda: [one.item.telephone for one in clerk.program.address_book.entries] == ["514-555-0199"])


def test_whoever_signs_out_leaves_nothing_of_the_book(clerk: Clerk, editor: AddressEditor):
    editor.fill(NAILS)
    clerk.click("bol.shipper.save")
    clerk.wait(lambda: names(clerk) != [])
    clerk.click("accessLogin.signOut")
    assert names(clerk) == []
    assert not clerk.program.address_book.loaded
