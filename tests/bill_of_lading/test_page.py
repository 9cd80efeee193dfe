# SPDX-License-Identifier: MIT
"""The page of bills: written by keyboard, issued once, printed, copied, cancelled."""

import os
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QSpinBox

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.services.bill_of_lading.page import BillOfLadingPage
from onlinesvc_desktop.desktop.services.bill_of_lading.pickup_start import pickup_values
from onlinesvc_desktop.desktop.targets import Open
from onlinesvc_desktop.desktop.targets import Start as Begin
from onlinesvc_desktop.desktop.widgets.paper_view import PaperView
from tests.bill_of_lading.bills import bill, goods, unit
from tests.bill_of_lading.papers import codes_of, texts_of
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample

O = "billOfLading"  # noqa: E741 - the owner of every name here


def shot(clerk: Clerk, name: str) -> None:
    """Keep a picture of the window where somebody wants to look at it."""
    if folder := os.environ.get("BOL_SHOTS"):
        clerk.window.grab().save(str(Path(folder) / f"{name}.png"))


@pytest.fixture
def writer(clerk: Clerk, sample: Sample) -> Clerk:
    """A clerk with the form open."""
    clerk.signed_in(sample.english_customer)
    clerk.click(f"services.{O}")
    clerk.wait(lambda: clerk.sees(f"{O}.page"))
    return clerk


def page_of(clerk: Clerk) -> BillOfLadingPage:
    return clerk.find(f"{O}.page", BillOfLadingPage)


def today(clerk: Clerk) -> str:
    return page_of(clerk).workplace.today().isoformat()


def fill(clerk: Clerk, **more) -> None:
    """Begin the form with a whole bill, as a quote or an earlier bill does."""
    page_of(clerk).receive(Begin(Service.BILL_OF_LADING, bill(ship_date=today(clerk), **more)))


def issue(clerk: Clerk) -> str:
    clerk.click(f"{O}.submit")
    clerk.wait(lambda: clerk.sees(f"{O}.reference"))
    return clerk.text(f"{O}.reference")


def choose(clerk: Clerk, name: str, code: str) -> None:
    box = clerk.find(name, QComboBox)
    box.setCurrentIndex(box.findData(code))


def test_a_bill_is_written_field_by_field_and_the_missing_list_empties(writer: Clerk):
    shot(writer, "bol-empty")
    assert "Shipper" in writer.text(f"{O}.missing")
    for role, city, province, postal_code in (
        ("shipper", "Rimouski", "QC", "G5L 1A1"),
        ("consignee", "Toronto", "ON", "M5V2T6"),
    ):
        for name, text in (
            ("name", "Val-Clair"),
            ("address1", "12 rue du Parc"),
            ("city", city),
            ("postalCode", postal_code),
        ):
            writer.type(f"{O}.{role}.{name}", text)
        choose(writer, f"{O}.{role}.province", province)
    for name, text in (("length", "48"), ("width", "40"), ("height", "60"), ("weight", "620")):
        writer.type(f"{O}.line.{name}", text)
    writer.type(f"{O}.goods.line.description", "Machined parts")
    writer.find(f"{O}.goods.line.pieces", QSpinBox).setValue(24)
    writer.type(f"{O}.purchaseOrder", "PO-77812")
    writer.wait(lambda: not writer.sees(f"{O}.missing"))
    shot(writer, "bol-filled")
    area = page_of(writer).area
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    shot(writer, "bol-foot")
    number = issue(writer)
    assert number.startswith("B48")
    shot(writer, "bol-issued")
    assert writer.text(f"{O}.autopro").endswith(number[1:])


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(writer: Clerk):
    fill(writer, shipper=bill()["shipper"] | {"postal_code": "M5V 2T6"})
    writer.click(f"{O}.submit")
    assert "another province" in " ".join(one.text() for one in writer.window.findChildren(QLabel) if one.isVisible())
    assert writer.find(f"{O}.shipper.postalCode", QLineEdit).text() == "M5V 2T6"
    assert not writer.sees(f"{O}.reference")


def test_advice_does_not_stand_in_the_way(writer: Clerk):
    fill(writer, handling_units=[unit(freight_class="50", count=30)])
    writer.wait(lambda: writer.sees(f"{O}.advice"))
    assert "lb/ft³ is class" in writer.text(f"{O}.advice")
    assert "Fewer pieces (24) than units (30)" in writer.text(f"{O}.advice")
    assert issue(writer)


def test_the_paper_and_the_labels_are_shown_and_saved(writer: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    fill(writer, handling_units=[unit(count=3)])
    number = issue(writer)
    writer.click(f"{O}.preview")
    writer.wait(lambda: writer.sees(f"{O}.viewer"))
    assert writer.find(f"{O}.viewer", PaperView).page_count == 2
    shot(writer, "bol-preview")
    file = tmp_path / "bill.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    writer.click(f"{O}.savePdf")
    writer.wait(file.exists)
    assert codes_of(file.read_bytes(), 1) == [[number[1:], number]]
    labels = tmp_path / "labels.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(labels), ""))
    writer.find(f"{O}.labelsFrom", QSpinBox).setValue(2)
    writer.wait(lambda: writer.find(f"{O}.saveLabels").isEnabled())
    writer.click(f"{O}.saveLabels")
    writer.wait(labels.exists)
    assert [code for page in codes_of(labels.read_bytes()) for code in page] == [f"{number[1:]}002", f"{number[1:]}003"]


def test_dangerous_goods_are_not_left_without_paper(writer: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    line = {"description": "Paint", "pieces": 2, "package_type": "DRM", "dangerous_goods": goods()}
    fill(writer, handling_units=[unit(lines=[line])])
    area = page_of(writer).area
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() // 2)
    shot(writer, "bol-dangerous")
    issue(writer)
    writer.click(f"{O}.another")
    assert writer.sees(f"{O}.reference")
    assert "travel with paper" in writer.text(f"{O}.whatNext")
    file = tmp_path / "bill.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    writer.click(f"{O}.savePdf")
    writer.wait(lambda: file.exists() and "travel with paper" not in writer.text(f"{O}.whatNext"))
    assert "UN1263, PAINT (XYLENE), 3 (6.1), II" in texts_of(file.read_bytes())[0]
    writer.click(f"{O}.another")
    assert not writer.sees(f"{O}.reference")


def test_an_earlier_bill_is_found_copied_and_cancelled(writer: Clerk):
    fill(writer, instructions="Quai 4")
    number = issue(writer)
    tabs = page_of(writer)._tabs
    tabs.setCurrentIndex(1)
    bills = page_of(writer).bills.part
    writer.wait(lambda: [item.bol_number for item in bills._table.model.rows] == [number])
    bills._table.view.setCurrentIndex(bills._table.index_of(0))
    writer.wait(lambda: bills._whole is not None)
    shot(writer, "bol-list")
    writer.click(f"{O}.bills.copyBill")
    assert tabs.currentIndex() == 0
    assert writer.find(f"{O}.shipper.city", QLineEdit).text() == "Rimouski"
    assert writer.find(f"{O}.bolNumber", QLineEdit).text() == ""
    assert writer.find(f"{O}.line.weightUnit", QComboBox).currentData() == "lb"
    tabs.setCurrentIndex(1)
    writer.wait(lambda: bills.chosen is not None and writer.find(f"{O}.bills.cancelBill").isEnabled())
    writer.click(f"{O}.bills.cancelBill")
    writer.click(f"{O}.bills.cancelBill")
    writer.wait(lambda: [item.state.value for item in bills._table.model.rows] == ["cancelled"])


def test_a_quote_fills_the_form_and_its_number_is_locked(writer: Clerk):
    fill(writer, quote="Q10023A")
    line = writer.find(f"{O}.quote", QLineEdit)
    assert (line.text(), line.isReadOnly()) == ("Q10023A", True)
    writer.click(f"{O}.clear")
    assert not line.isReadOnly()


def test_the_page_follows_the_language(writer: Clerk):
    writer.click("topBar.language")
    assert "Il manque encore" in writer.text(f"{O}.missing")
    fill(writer)
    issue(writer)
    shot(writer, "bol-french")


def test_a_pickup_begins_with_what_the_bill_says(writer: Clerk):
    fill(writer)
    number = issue(writer)
    targets: list[object] = []
    page = page_of(writer)
    page.issued.part.go_wanted.connect(targets.append)
    issued = page.issued.part._bill
    writer.click(f"{O}.requestPickup")
    assert len(targets) == 1
    values = pickup_values(msgspec.to_builtins(issued))
    assert (values["place"]["city"], values["pickup_date"]) == ("Rimouski", page.workplace.today().isoformat())
    assert [(item["bol_number"], item["destination"]) for item in values["items"]] == [(number, {"postal_code": "M5V 2T6"})]


def test_an_administrator_adds_a_range_and_a_wrong_one_is_said_at_its_field(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    clerk.window.navigator.go(Open(Service.ADMINISTRATION, "numberRanges"))
    panel = "administration.numberRanges"
    clerk.wait(lambda: clerk.sees(f"{panel}.results") and clerk.rows(f"{panel}.results") == 1)
    shot(clerk, "bol-ranges")
    clerk.type(f"{panel}.first", "12345")
    clerk.type(f"{panel}.last", "480000001")
    clerk.click(f"{panel}.add")
    assert any("not written correctly" in one.text() for one in clerk.window.findChildren(QLabel) if one.isVisible())
    clerk.type(f"{panel}.first", "480000000")
    clerk.click(f"{panel}.add")
    clerk.wait(lambda: any("already in use" in one.text() for one in clerk.window.findChildren(QLabel) if one.isVisible()))
    clerk.type(f"{panel}.first", "123000000")
    clerk.type(f"{panel}.last", "123000999")
    clerk.click(f"{panel}.add")
    clerk.wait(lambda: clerk.rows(f"{panel}.results") == 2)


def test_what_is_left_of_a_block_goes_back_when_another_is_borrowed(writer: Clerk, sample: Sample):
    page = page_of(writer)
    lent, server = page.workplace.lent_numbers, page._lending._server()
    code = sample.english_customer.access_code
    writer.wait(lambda: lent.left(code, server) == 20)
    first = lent.take(code, server)
    while lent.left(code, server) > 3:
        lent.take(code, server)
    page._lending.have_enough()
    writer.wait(lambda: lent.left(code, server) == 20)
    again = lent.take(code, server)
    assert first is not None
    assert again is not None
    assert again.token != first.token
    writer.wait(lambda: any(str(one["path"]).endswith("/returns") for one in writer.requests()))
