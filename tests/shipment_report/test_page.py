# SPDX-License-Identifier: MIT
"""The Shipment report on screen: days, state and lane, totals and plots, pages of a long one, a picture of it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDate, QPointF, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFileDialog,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QTabWidget,
    QTimeEdit,
    QWidget,
)

from tests.desktop.conftest import Clerk
from tests.support.backend import Sample


def opened(clerk: Clerk, sample: Sample) -> QTableView:
    clerk.signed_in(sample.english_customer)
    clerk.click("services.shipmentReport")
    clerk.wait(lambda: "Press Enter to open one" in clerk.text("shipmentReport.count") or clerk.sees("shipmentReport.more"))
    return clerk.find("shipmentReport.results", QTableView)


def cells(table: QTableView, column: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def choose(clerk: Clerk, name: str, code: str) -> None:
    combo = clerk.find(name, QComboBox)
    combo.setCurrentIndex(combo.findData(code))


def test_the_report_is_narrowed_by_state_lane_days_and_number(clerk: Clerk, sample: Sample):
    table = opened(clerk, sample)
    everything = table.model().rowCount()
    choose(clerk, "shipmentReport.state", "delivered")
    clerk.click("shipmentReport.submit")
    clerk.wait(lambda: 0 < table.model().rowCount() < everything)
    assert set(cells(table, 1)) == {"Delivered"}
    province = cells(table, 5)[0].split("(")[1][:2]
    choose(clerk, "shipmentReport.destination", province)
    clerk.click("shipmentReport.submit")
    clerk.wait(lambda: all(f"({province})" in cell for cell in cells(table, 5)))
    number = cells(table, 0)[0].replace("\N{NO-BREAK SPACE}", "")
    choose(clerk, "shipmentReport.state", "")
    choose(clerk, "shipmentReport.destination", "")
    clerk.type("shipmentReport.reference", number)
    clerk.click("shipmentReport.submit")
    clerk.wait(lambda: table.model().rowCount() == 1)
    clerk.type("shipmentReport.reference", "")
    clerk.find("shipmentReport.until", QDateEdit).setDate(QDate(2001, 1, 1))
    clerk.click("shipmentReport.submit")
    clerk.wait(lambda: "No shipments match" in clerk.text("shipmentReport.count"))


def test_totals_are_those_of_the_list_and_the_plots_are_saved(
    clerk: Clerk, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    table = opened(clerk, sample)
    delivered = cells(table, 1).count("Delivered")
    clerk.find("shipmentReport.tabs", QTabWidget).setCurrentIndex(1)
    clerk.wait(lambda: clerk.sees("shipmentReport.byLane"))
    page = clerk.find("shipmentReport.page", QWidget)
    shown = {one.text() for one in page.findChildren(QPushButton) if one.isVisible()}
    assert {str(table.model().rowCount()), str(delivered)} <= shown
    assert "QC" in clerk.find("shipmentReport.byLane").accessibleDescription()
    file = tmp_path / "plots.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    clerk.click("shipmentReport.savePlots")
    assert file.read_bytes().startswith(b"\x89PNG")
    clerk.click("topBar.language")
    assert "à temps" in " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_a_number_a_bar_and_a_lane_open_their_shipments(clerk: Clerk, sample: Sample):
    table = opened(clerk, sample)
    everything, delivered = table.model().rowCount(), cells(table, 1).count("Delivered")
    tabs = clerk.find("shipmentReport.tabs", QTabWidget)
    tabs.setCurrentIndex(1)
    clerk.wait(lambda: clerk.sees("shipmentReport.byLane"))
    late = clerk.find("shipmentReport.total.late", QPushButton)
    assert "Late and not delivered" in late.accessibleName()
    late.setFocus()
    clerk.press(Qt.Key.Key_Return)
    assert table.model().rowCount() == int(late.text()) > 0
    assert not {"Delivered"} & set(cells(table, 1))
    assert clerk.text("shipmentReport.part") == f"Late and not delivered: {late.text()} shipments"
    assert clerk.window.focusWidget() is table
    assert table.currentIndex().row() == 0
    clerk.click("topBar.language")
    assert "envois" in clerk.text("shipmentReport.part")
    clerk.click("topBar.language")
    clerk.click("shipmentReport.showAll")
    assert table.model().rowCount() == everything
    assert not clerk.sees("shipmentReport.part")

    tabs.setCurrentIndex(1)
    clerk.click("shipmentReport.total.delivered")
    assert table.model().rowCount() == delivered
    assert set(cells(table, 1)) == {"Delivered"}

    tabs.setCurrentIndex(1)
    lanes = clerk.find("shipmentReport.byLane", QGraphicsView)
    lanes.setFocus()
    clerk.press(Qt.Key.Key_Right)
    clerk.press(Qt.Key.Key_Return)
    lane = lanes.accessibleDescription().split("; ")[1].split(":")[0]
    origin, destination = lane.split("\N{RIGHTWARDS ARROW}")
    assert clerk.text("shipmentReport.part").startswith(f"From {origin} to {destination}: ")
    assert all(f"({origin}" in cell for cell in cells(table, 4))
    assert all(f"({destination}" in cell for cell in cells(table, 5))

    tabs.setCurrentIndex(1)
    weeks = clerk.find("shipmentReport.byWeek", QGraphicsView)
    bar = weeks.mapFromScene(weeks.getViewBox().mapViewToScene(QPointF(0, 1)))  # type: ignore[attr-defined]
    clerk.bot.mouseClick(weeks.viewport(), Qt.MouseButton.LeftButton, pos=bar)
    clerk.wait(lambda: clerk.sees("shipmentReport.part"))
    assert clerk.text("shipmentReport.part").startswith("Delivered in the week of ")
    assert set(cells(table, 1)) == {"Delivered"}
    assert 0 < table.model().rowCount() < delivered
    clerk.click("shipmentReport.submit")
    clerk.wait(lambda: table.model().rowCount() == everything)
    assert not clerk.sees("shipmentReport.part")


def test_the_report_is_saved_as_a_workbook(clerk: Clerk, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    table = opened(clerk, sample)
    file = tmp_path / "report.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    clerk.click("shipmentReport.export")
    clerk.wait(lambda: "Saved as" in clerk.text("shipmentReport.message"))
    sheet = load_workbook(file).active
    assert sheet is not None
    assert sheet.max_row == table.model().rowCount() + 1
    days = [cell.value for cell in sheet["K"]][1:]
    assert any(isinstance(value, int) for value in days)


def test_a_long_report_comes_page_by_page(clerk: Clerk, sample: Sample, monkeypatch: pytest.MonkeyPatch):
    from onlinesvc_desktop.desktop.services.shipment_report import page

    monkeypatch.setattr(page, "MAX_PAGE_SIZE", 20)
    monkeypatch.setattr(page, "_MOST_AT_ONCE", 60)
    table = opened(clerk, sample)
    clerk.wait(lambda: clerk.sees("shipmentReport.more"))
    assert table.model().rowCount() == 60
    numbers = cells(table, 0)
    clerk.click("shipmentReport.more")
    clerk.wait(lambda: table.model().rowCount() == 120)
    assert cells(table, 0)[:60] == numbers
    assert len(set(cells(table, 0))) == 120


def test_the_report_is_sent_and_scheduled_by_e_mail(clerk: Clerk, sample: Sample):
    opened(clerk, sample)
    clerk.find("shipmentReport.tabs", QTabWidget).setCurrentIndex(2)
    clerk.wait(lambda: "@" in clerk.find("shipmentReport.byMail.recipients", QLineEdit).text())
    clerk.type("shipmentReport.byMail.recipients", "nobody")
    clerk.click("shipmentReport.byMail.submit")
    assert clerk.find("shipmentReport.byMail.recipients").property("wrong")
    clerk.type("shipmentReport.byMail.recipients", "quai@expediteur.example, bureau@expediteur.example")
    clerk.click("shipmentReport.byMail.submit")
    clerk.wait(lambda: "Report sent" in clerk.text("shipmentReport.byMail.message"))
    assert not clerk.sees("shipmentReport.byMail.at")
    choose(clerk, "shipmentReport.byMail.frequency", "weekly")
    choose(clerk, "shipmentReport.byMail.weekday", "3")
    clerk.in_front()
    clerk.find("shipmentReport.byMail.submit").setFocus()
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("shipmentReport.byMail.schedule1"))
    assert clerk.window.focusWidget() is clerk.find("shipmentReport.byMail.submit")
    line = clerk.text("shipmentReport.byMail.schedule1").replace("\N{NO-BREAK SPACE}", " ")
    assert "Every Wednesday at 7:00 a.m., to quai@expediteur.example" in line
    clerk.click("topBar.language")
    assert "mercredi" in clerk.text("shipmentReport.byMail.schedule1")
    clerk.click("shipmentReport.byMail.end1")
    clerk.wait(lambda: not clerk.sees("shipmentReport.byMail.schedule1"))
    clerk.in_front()
    assert clerk.find("shipmentReport.page").isAncestorOf(clerk.window.focusWidget())


def test_numbers_and_times_can_be_read_in_their_editors(clerk: Clerk, sample: Sample):
    opened(clerk, sample)
    clerk.find("shipmentReport.tabs", QTabWidget).setCurrentIndex(2)
    choose(clerk, "shipmentReport.byMail.frequency", "weekly")
    for editor in (clerk.find("shipmentReport.byMail.days", QSpinBox), clerk.find("shipmentReport.byMail.at", QTimeEdit)):
        clerk.wait(editor.isVisible)
        line = editor.lineEdit()
        assert line.text()
        assert line.width() > line.fontMetrics().horizontalAdvance(line.text())
