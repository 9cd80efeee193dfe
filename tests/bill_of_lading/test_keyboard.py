# SPDX-License-Identifier: MIT
"""A whole bill of lading by keyboard alone, in French: Tab reaches every field as the paper has them, Enter issues it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from onlinesvc_desktop.contract.bill_of_lading import GET_BILL
from onlinesvc_desktop.contract.codes import Language
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample
from tests.test_house_rules import ROOT

O = "billOfLading"  # noqa: E741 - the owner of every name here
PARTY = ("find", "name", "attention", "address1", "address2", "unit", "city", "province", "postalCode", "telephone")
REST = ("extension", "email", "save")
ORDER = (
    *("shipDate", "terms", "bolNumber", "quote"),
    *(f"{role}.{name}" for role in ("shipper", "consignee") for name in PARTY + REST),
    *(f"line.{name}" for name in ("count", "type", "length", "width", "height", "dimensionUnit", "weight", "weightUnit")),
    "line.freightClass",
    *(f"goods.line.{name}" for name in ("description", "pieces", "packageType", "weight", "nmfc")),
    *("dangerousGoods.isDangerous", "goods.lines", "goods.addLine", "goods.copyLines", "goods.pasteLines"),
    *("lines", "addLine", "copyLines", "pasteLines", "purchaseOrder", "carrierReference", "accessorials", "instructions"),
    *("declaredValue", "cod.amount", "cod.currency", "cod.feeTerms", "submit"),
)
TYPED = {
    "shipper.name": "Aciers Val-Clair inc.",
    "shipper.address1": "12 rue du Parc",
    "shipper.city": "Rimouski",
    "shipper.province": "Q",
    "shipper.postalCode": "g5l1a1",
    "shipper.telephone": "4185550142",
    "consignee.name": "Quincaillerie Maple Ridge",
    "consignee.address1": "77 Dock Road",
    "consignee.city": "Toronto",
    "consignee.province": "O",
    "consignee.postalCode": "m5v2t6",
    "consignee.telephone": "4165550142",
    "line.length": "48",
    "line.width": "40",
    "line.height": "60",
    "line.weight": "620",
    "goods.line.description": "Boulons",
    "goods.line.pieces": "24",
    "purchaseOrder": "PO-77812",
}


class Hand:
    """A clerk's hand that leaves the keyboard for nothing; ``keys`` counts what is pressed beside the text itself."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        self.keys = 0

    @property
    def at(self) -> str:
        focused = self.clerk.window.focusWidget()
        assert focused is not None
        return focused.objectName().removeprefix(f"{O}.")

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1
        QTest.keyClick(self._window(), key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self._window(), ord(letter))
        QApplication.processEvents()

    def _window(self) -> QWindow:
        self.clerk.in_front()
        window: QWindow = self.clerk.window.windowHandle()
        return window


@pytest.fixture
def hand(start: Start, data_dir: Path, sample: Sample) -> Iterator[Hand]:
    """A French clerk who is signed in and found the service by its name."""
    clerk = start(data_dir, language=Language.FRENCH)
    clerk.wait_online()
    clerk.signed_in(sample.customer)
    clerk.in_front()
    clerk.program.language.switch_to(Language.FRENCH)
    made = Hand(clerk)
    made.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    made.type("connaissement")
    made.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees(f"{O}.page") and made.at == "shipDate")
    yield made
    clerk.program.language.switch_to(Language.ENGLISH)


def test_tab_goes_through_the_whole_bill_in_the_order_of_the_paper_and_back(hand: Hand):
    reached = [hand.at]
    while reached[-1] != "submit" and len(reached) < 2 * len(ORDER):
        hand.press(Qt.Key.Key_Tab)
        reached.append(hand.at)
    assert tuple(reached) == ORDER
    for name in reversed(ORDER[:-1]):
        hand.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        assert hand.at == name


def test_a_bill_is_written_and_issued_in_french_without_a_mouse(hand: Hand):
    clerk = hand.clerk
    for name, text in TYPED.items():
        while hand.at != name:
            assert hand.keys < 2 * len(ORDER), f"Tab leads to {name}"
            hand.press(Qt.Key.Key_Tab)
        hand.type(text)
    hand.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees(f"{O}.reference"))
    assert "connaissement est émis" in " ".join(one.text() for one in clerk.window.findChildren(QLabel) if one.isVisible())
    kept = clerk.program.client.send(GET_BILL, bol_number=clerk.text(f"{O}.reference")).content
    assert (kept.shipper.postal_code, kept.consignee.province, kept.consignee.country) == ("G5L 1A1", "ON", "CA")
    assert (kept.handling_units[0].lines[0].pieces, kept.references[0].value) == (24, "PO-77812")
    document = " ".join((ROOT / "docs" / "keystrokes.md").read_text("utf-8").split())
    told = re.search(r"by Tab alone, .*? costs (\d+) keys", document)
    assert told is not None
    assert hand.keys == int(told[1])


def test_a_second_line_of_goods_is_added_without_a_mouse(hand: Hand):
    while hand.at != "goods.line.description":
        hand.press(Qt.Key.Key_Tab)
    hand.type("Boulons")
    while hand.at != "goods.lines":
        hand.press(Qt.Key.Key_Tab)
    hand.press(Qt.Key.Key_Insert)
    assert hand.at == "goods.line.description"
    hand.type("Ecrous")
    units = hand.clerk.find(f"{O}.page").form.values()["handling_units"]  # type: ignore[attr-defined]
    assert [line["description"] for line in units[0]["lines"]] == ["Boulons", "Ecrous"]
