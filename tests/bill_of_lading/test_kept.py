# SPDX-License-Identifier: MIT
"""What is kept for the next time, where bills are written: goods in a line, whole bills as templates."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.templates import GoodsBody
from onlinesvc_desktop.desktop.services.bill_of_lading.page import BillOfLadingPage
from onlinesvc_desktop.desktop.targets import Start as Begin
from tests.bill_of_lading.bills import bill, goods
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample

O = "billOfLading"  # noqa: E741 - the owner of every name here
PAINT = {
    "description": "Peinture à l’alkyde",
    "code": "P7",
    "package_type": "DRM",
    "freight_class": "70",
    "nmfc": "149980-2",
    "weight": "10",
    "weight_unit": "kg",
    "dangerous_goods": goods(),
}


@pytest.fixture
def writer(clerk: Clerk, sample: Sample) -> Clerk:
    """A clerk with the form open, paint among his goods."""
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: clerk.program.goods.loaded and clerk.program.templates.loaded)
    answers: list[object] = []
    clerk.program.goods.add(msgspec.convert(PAINT, GoodsBody), answers.append)
    clerk.wait(lambda: bool(answers) and len(clerk.program.goods.entries) == 1)
    clerk.click(f"services.{O}")
    clerk.wait(lambda: clerk.sees(f"{O}.page"))
    clerk.in_front()
    return clerk


def page_of(clerk: Clerk) -> BillOfLadingPage:
    return clerk.find(f"{O}.page", BillOfLadingPage)


def line_of(clerk: Clerk) -> dict[str, Any]:
    units = page_of(clerk).form.values()["handling_units"]
    return dict(units[0]["lines"][0])


def type_and_take(clerk: Clerk, name: str, text: str, *, choose: bool) -> None:
    """Type into a line, go down to the first suggestion, and take it."""
    field = clerk.find(name, QLineEdit)
    field.setFocus()
    clerk.bot.keyClicks(field, text)
    if choose:
        popup = QApplication.activePopupWidget()
        assert popup is not None
        clerk.bot.keyClick(popup, Qt.Key.Key_Down)
    popup = QApplication.activePopupWidget()
    clerk.bot.keyClick(field if popup is None else popup, Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["peinture", "p7", "149980"])
def test_kept_goods_are_found_by_any_word_and_fill_the_line(writer: Clerk, text: str):
    type_and_take(writer, f"{O}.goods.line.description", text, choose=True)
    line = line_of(writer)
    assert (line["description"], line["package_type"], line["nmfc"]) == ("Peinture à l’alkyde", "DRM", "149980-2")
    assert line["dangerous_goods"]["un_number"] == "UN1263"
    assert line["weight"] == "22.05", "ten kilograms, in the pounds of the unit"
    assert writer.find(f"{O}.line.freightClass", QComboBox).currentData() == "70"
    assert writer.find(f"{O}.line.weight", QLineEdit).text() == "22.05"
    assert writer.window.focusWidget() is writer.find(f"{O}.goods.line.pieces"), "how many comes next"


def test_enter_without_a_choice_takes_no_goods_and_what_was_typed_stays(writer: Clerk):
    field = writer.find(f"{O}.goods.line.description", QLineEdit)
    field.setFocus()
    writer.bot.keyClicks(field, "peinture sale")
    assert QApplication.activePopupWidget() is None
    writer.bot.keyClicks(field, "s")
    assert line_of(writer)["description"] == "peinture sales"
    assert "weight" not in line_of(writer)


def test_what_a_unit_says_already_is_not_overwritten_by_goods(writer: Clerk):
    writer.type(f"{O}.line.weight", "300")
    box = writer.find(f"{O}.line.freightClass", QComboBox)
    box.setCurrentIndex(box.findData("125"))
    box.activated.emit(box.currentIndex())
    type_and_take(writer, f"{O}.goods.line.description", "peinture", choose=True)
    assert writer.find(f"{O}.line.weight", QLineEdit).text() == "300"
    assert box.currentData() == "125"


def keep(clerk: Clerk, name: str) -> None:
    clerk.click(f"{O}.keepTemplate")
    clerk.type(f"{O}.templateName", name)
    clerk.bot.keyClick(clerk.find(f"{O}.templateName"), Qt.Key.Key_Return)


def test_a_form_is_kept_as_a_template_and_begun_again_by_its_name(writer: Clerk):
    page, day = page_of(writer), page_of(writer).workplace.today().isoformat()
    assert not writer.sees(f"{O}.template"), "nothing to begin from yet"
    page.receive(Begin(Service.BILL_OF_LADING, bill(ship_date=day, bol_number="PO-77", quote="Q000000001A")))
    keep(writer, "Chaque lundi")
    writer.wait(lambda: len(writer.program.templates.entries) == 1 and not writer.program.unsent.items)
    kept = msgspec.to_builtins(writer.program.templates.entries[0].item.bill)
    assert kept["shipper"]["name"] == bill()["shipper"]["name"]
    assert not {"ship_date", "bol_number", "quote"} & set(kept), "no day and no numbers"
    writer.click(f"{O}.clear")
    assert writer.find(f"{O}.shipper.name", QLineEdit).text() == ""
    type_and_take(writer, f"{O}.template", "lundi", choose=False)
    assert writer.find(f"{O}.shipper.name", QLineEdit).text() == bill()["shipper"]["name"]
    assert writer.find(f"{O}.bolNumber", QLineEdit).text() == ""
    assert not writer.sees(f"{O}.reference"), "Enter took the template, it issued nothing"
    keep(writer, "chaque LUNDI")
    writer.wait(lambda: [one.item.name for one in writer.program.templates.entries] == ["chaque LUNDI"])


def test_a_template_needs_a_name_and_whole_parties(writer: Clerk):
    writer.click(f"{O}.keepTemplate")
    writer.press(Qt.Key.Key_Return)
    assert "name" in writer.text(f"{O}.message")
    writer.type(f"{O}.shipper.name", "Val-Clair")
    writer.type(f"{O}.templateName", "Half")
    writer.press(Qt.Key.Key_Return)
    assert "what is marked" in writer.text(f"{O}.message")
    assert writer.find(f"{O}.shipper.city", QWidget).property("wrong")
    assert len(writer.program.templates.entries) == 0
