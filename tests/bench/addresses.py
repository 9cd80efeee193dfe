# SPDX-License-Identifier: MIT
"""Typing into the address book and into an address while the book holds 20,000 entries."""

import time
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from onlinesvc_desktop.contract.addresses import AddressItem
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.address_book import ADDRESSES
from onlinesvc_desktop.desktop.kept_book import _News
from onlinesvc_desktop.desktop.program import Program
from onlinesvc_desktop.desktop.widgets.editors.address import AddressEditor
from tests.bench.figures import Figure
from tests.bench.interface import _running, _sign_in, _until

_ENTRIES = 20_000
_FRAME_MS = 16.0
_STALL_MS = 50.0
_TYPED = ("quincaillerie erables 1999", "h3b 1a1", "e", "clous 777 montreal", "zz")
_NAMES = ("Quincaillerie Bélanger", "Clous du Nord", "Northgate Steel", "Aciérie Érable", "Meubles Hautes-Terres")


def _fill(program: Program) -> None:
    """Put entries into the book as if they had just been fetched."""
    facts = {"version": 1, "changed_at": "2026-11-27T12:00:00Z", "city": "Montréal", "province": "QC", "country": "CA"}
    items = (
        msgspec.convert(
            facts
            | {
                "id": number,
                "name": f"{_NAMES[number % len(_NAMES)]} {number} inc.",
                "address1": f"{number % 9_000}, rue des Érables",
                "postal_code": f"H3B {number % 10}A{number // 10 % 10}",
                "telephone": "514-555-0142",
            },
            AddressItem,
        )
        for number in range(1, _ENTRIES + 1)
    )
    program.address_book._take(_News([ADDRESSES.entry(item) for item in items], (), "1"))


def _key(field: QLineEdit, key: Any) -> float:
    """Return the processor time of the GUI thread, in ms, until a key is painted: other work on the machine adds none.

    The key comes through the window, as a hand's does: nothing is made ahead while it types.
    """
    field.setFocus()
    handle = field.window().windowHandle()
    began = time.thread_time()
    QTest.keyClick(handle, key)
    QApplication.processEvents()
    return (time.thread_time() - began) * 1000


def _slowest_key(field: QLineEdit) -> float:
    """Type everything, take it back key by key, and return what the slowest key took, in ms."""
    longest = 0.0
    for text in _TYPED:
        for key in [*text, *[Qt.Key.Key_Backspace] * len(text)]:
            longest = max(longest, _key(field, key))
    return longest


def measure() -> list[Figure]:
    """Measure the search of the page, the search of an address, and the arrival of the book."""
    with _running() as (program, sample):
        _sign_in(program, sample)
        _until(lambda: program.address_book.loaded)
        program.window.navigator.open(Service.ADDRESSES)
        _fill(program)
        # The page is painted as it opens; a key is measured on a page that stands.
        for _ in range(3):
            QApplication.processEvents()
        search = program.window.findChild(QLineEdit, "addresses.search")
        assert isinstance(search, QLineEdit)
        page = _slowest_key(search)
        program.window.navigator.open(Service.BILL_OF_LADING)
        QApplication.processEvents()
        firsts = []
        for role in ("shipper", "consignee"):
            first = program.window.findChild(QLineEdit, f"billOfLading.{role}.find")
            assert isinstance(first, QLineEdit)
            first.setFocus()
            QApplication.processEvents()
            firsts.append(_key(first, "e"))
            first.clear()
        editor = AddressEditor("bench.address", book=program.address_book)
        editor.setParent(program.window, Qt.WindowType.Widget)
        editor.show()
        find = editor.findChild(QWidget, "bench.address.find")
        assert isinstance(find, QLineEdit)
        find.setFocus()
        address = _slowest_key(find)
        found = []
        for text in _TYPED:
            began = time.thread_time()
            program.address_book.find(text, lambda _found: None)
            found.append((time.thread_time() - began) * 1000)
    return [
        Figure("slowest key, search of 20,000 addresses on their page", page, _STALL_MS, 1.0),
        Figure("slowest key, search of 20,000 addresses in a form", address, _STALL_MS, 1.0),
        Figure("first key into an address of a bill, 20,000 in the book", max(firsts), _STALL_MS, 1.0),
        Figure("finding among 20,000 addresses, the search alone", max(found), _FRAME_MS, 1.0),
    ]
