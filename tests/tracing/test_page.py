# SPDX-License-Identifier: MIT
"""The Tracing service as a clerk uses it: a pasted list, a hand scanner, a dropped file, filter, columns, export, stop."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLabel, QPlainTextEdit, QTableView, QWidget

from onlinesvc_desktop.client.settings import BackendMode, Settings, load_settings
from onlinesvc_desktop.contract.tracing import TraceOutcome
from onlinesvc_desktop.desktop.services.tracing.page import TracingPage
from onlinesvc_desktop.desktop.services.tracing.results import TraceRow
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample, serving


def paste(clerk: Clerk, text: str) -> None:
    if not clerk.sees("tracing.references"):
        clerk.click("services.tracing")
    QApplication.clipboard().setText(text)
    clerk.find("tracing.references").setFocus()
    clerk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    clerk.press(Qt.Key.Key_Return)


def column(clerk: Clerk, heading: str) -> list[str]:
    model = clerk.find("tracing.results", QTableView).model()
    sections = range(model.columnCount())
    at = next(one for one in sections if model.headerData(one, Qt.Orientation.Horizontal) == heading)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def _chosen(file: Path) -> Callable[..., tuple[str, str]]:
    return lambda *_: (str(file), "")


def drop(widget: QWidget, data: QMimeData) -> None:
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, data, buttons, modifiers)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, buttons, modifiers))


def test_a_list_out_of_a_spreadsheet_is_answered_number_by_number(clerk: Clerk, sample: Sample):
    numbers = [*sample.numbers[:120], sample.numbers[0], "000000000", "BOL-NOWHERE-1"]
    paste(clerk, "PRO\tWeight\n" + "\n".join(f"{number}\t12" for number in numbers))
    clerk.wait(lambda: clerk.rows("tracing.results") == 122)
    clerk.wait(lambda: clerk.sees("tracing.results.message"))
    summary = clerk.text("tracing.summary")
    assert "122\u00a0numbers" in summary
    assert "120 found" in summary
    assert "2 not found" in summary
    assert "column “PRO”" in summary
    assert "1\u00a0duplicate left out" in summary
    assert column(clerk, "Number")[:2] == list(sample.numbers[:2])
    assert column(clerk, "Attention").count("Not found") == 2
    clerk.click("topBar.language")
    assert "122\u00a0numéros" in clerk.text("tracing.summary")


def test_the_table_is_filtered_sorted_and_saved_exactly_as_shown(clerk: Clerk, sample: Sample, tmp_path: Path, monkeypatch):
    paste(clerk, " ".join(sample.numbers[:60]))
    clerk.wait(lambda: clerk.rows("tracing.results") == 60)
    table = clerk.find("tracing.results", QTableView)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert column(clerk, "Number") == sorted(sample.numbers[:60], reverse=True)
    city = column(clerk, "Destination")[5].split(" (")[0]
    clerk.type("tracing.results.filter", city)
    clerk.press(Qt.Key.Key_Return)
    shown = column(clerk, "Number")
    assert 0 < len(shown) < 60
    for suffix in ("xlsx", "csv", "pdf"):
        file = tmp_path / f"out.{suffix}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", _chosen(file))
        clerk.click("tracing.results.export")
        said = f"Saved as {file}"
        clerk.wait(lambda said=said: said in clerk.text("tracing.results.message"))  # type: ignore[misc]
    sheet = load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == shown
    headings = [cell.value for cell in sheet[1]]
    assert isinstance(sheet.cell(2, headings.index("Pieces") + 1).value, int)
    rows = list(csv.reader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:]] == shown
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    clerk.click("tracing.results.copy")
    assert [line.split("\t")[0] for line in QApplication.clipboard().text().splitlines()] == ["Number", *shown]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", _chosen(tmp_path / "nowhere" / "x.csv"))
    clerk.click("tracing.results.export")
    clerk.wait(lambda: "cannot be written" in clerk.text("tracing.results.message"))


def test_a_hand_scanner_adds_line_by_line_and_the_focus_stays(clerk: Clerk, sample: Sample):
    clerk.click("services.tracing")
    clerk.find("tracing.keepAdding", QCheckBox).setChecked(True)
    field = clerk.find("tracing.references", QPlainTextEdit)
    for number in [*sample.numbers[:4], sample.numbers[1]]:
        clerk.bot.keyClicks(field, number)
        clerk.press(Qt.Key.Key_Return)
        assert field.toPlainText() == ""
        assert clerk.window.focusWidget() is field
    clerk.wait(lambda: clerk.rows("tracing.results") == 4)
    assert column(clerk, "Number") == list(sample.numbers[:4])
    assert "1\u00a0duplicate left out" in clerk.text("tracing.summary")
    assert clerk.window.focusWidget() is field


def test_the_numbers_grow_and_count_while_one_pastes_and_rest_once_traced(clerk: Clerk, sample: Sample):
    clerk.click("services.tracing")
    field = clerk.find("tracing.references", QPlainTextEdit)
    one_line = field.height()
    assert abs(one_line - clerk.find("tracing.referenceType").height()) <= 2
    QApplication.clipboard().setText("\n".join([*sample.numbers[:40], sample.numbers[0]]))
    field.setFocus()
    clerk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def says(words: str) -> bool:
        return any(words in one.text() for one in clerk.find("tracing.page").findChildren(QLabel) if one.isVisible())

    clerk.wait(lambda: says("40\u00a0numbers \N{MIDDLE DOT} 1\u00a0duplicate left out"))
    clerk.wait(lambda: field.height() > 3 * one_line)
    clerk.click("topBar.language")
    assert says("40\u00a0numéros")
    field.setFocus()
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.rows("tracing.results") == 40)
    clerk.wait(lambda: field.height() == one_line)
    assert field.toPlainText().count("\n") == 40


def test_a_scan_is_in_view_and_heard_if_somebody_wants_to_hear_it(
    clerk: Clerk, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    beeps: list[None] = []
    monkeypatch.setattr(QApplication, "beep", lambda *_: beeps.append(None))
    clerk.click("services.tracing")
    assert not clerk.sees("tracing.scanSound")
    clerk.find("tracing.keepAdding", QCheckBox).setChecked(True)
    scanned = sample.numbers[:30]
    for number in scanned:
        clerk.type("tracing.references", number)
        clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.rows("tracing.results") == len(scanned))
    table = clerk.find("tracing.results", QTableView)
    last = table.model().index(len(scanned) - 1, 0)
    clerk.wait(lambda: table.viewport().rect().contains(table.visualRect(last).center()))
    assert not beeps
    clerk.click("tracing.scanSound")
    clerk.type("tracing.references", sample.numbers[40])
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: len(beeps) == 1)
    clerk.wait(lambda: clerk.rows("tracing.results") == len(scanned) + 1)
    clerk.type("tracing.references", "100000001")
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: len(beeps) == 3)
    assert clerk.program.settings.values.scan_sound


def test_what_was_saved_is_opened_and_the_folder_remembered(
    clerk: Clerk, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    opened: list[str] = []
    proposed: list[str] = []
    file = tmp_path / "there" / "list.csv"
    file.parent.mkdir()

    def chosen(_parent: object, _title: object, proposal: str, *_: object) -> tuple[str, str]:
        proposed.append(proposal)
        return str(file), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    paste(clerk, " ".join(sample.numbers[:5]))
    clerk.wait(lambda: clerk.rows("tracing.results") == 5)
    clerk.click("tracing.results.export")
    clerk.wait(lambda: clerk.sees("tracing.results.message.open"))
    clerk.click("tracing.results.message.open")
    clerk.click("tracing.results.message.folder")
    assert opened == [str(file), str(file.parent)]
    headings = next(csv.reader(file.read_text("utf-8-sig").splitlines()))
    assert {"Since (local time of the place)", "Weight (kg)"} <= set(headings)
    clerk.click("tracing.results.copy")
    assert not clerk.sees("tracing.results.message.open")
    assert "Weight (kg)" in QApplication.clipboard().text().splitlines()[0]
    clerk.click("tracing.results.export")
    assert Path(proposed[1]).parent == file.parent


def test_a_file_dropped_on_the_page_is_traced(clerk: Clerk, sample: Sample, tmp_path: Path):
    book = Workbook()
    assert book.active is not None
    for row in (["Probill", "Ville"], *([number, "Alma"] for number in sample.numbers[:7])):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    clerk.click("services.tracing")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "list.xlsx"))])
    drop(clerk.find("tracing.page"), data)
    clerk.wait(lambda: clerk.rows("tracing.results") == 7)
    (tmp_path / "list.xlsx").write_bytes(b"PK\x03\x04 broken")
    drop(clerk.find("tracing.page"), data)
    clerk.wait(lambda: "damaged" in clerk.text("tracing.results.message"))
    assert clerk.rows("tracing.results") == 7


def test_a_long_run_is_stopped_and_continued(start: Start, data_dir: Path, tmp_path: Path, sample: Sample, monkeypatch):
    from onlinesvc_desktop.desktop.services.tracing import run

    monkeypatch.setattr(run, "_FIRST_PART", 5)
    monkeypatch.setattr(run, "_PART", 1)
    with serving(data_dir) as server:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        paste(clerk, " ".join(sample.numbers[:80]))
        clerk.wait(lambda: clerk.sees("tracing.results") and clerk.rows("tracing.results") >= 5)
        clerk.press(Qt.Key.Key_Escape)
        clerk.wait(lambda: clerk.sees("tracing.continue"))
        assert 5 <= clerk.rows("tracing.results") < 80
        assert clerk.find("tracing.page").isVisible()
        clerk.click("tracing.continue")
        clerk.wait(lambda: clerk.rows("tracing.results") == 80)
        assert not clerk.sees("tracing.continue")


def test_a_slip_is_pointed_out_to_its_owner_alone(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    clerk.click("services.shipmentReport")
    clerk.wait(lambda: clerk.rows("shipmentReport.results") > 0)
    own = str(clerk.find("shipmentReport.results", QTableView).model().index(0, 0).data()).replace("\N{NO-BREAK SPACE}", "")
    slip = next(
        swapped
        for at in range(8)
        if (swapped := own[:at] + own[at + 1] + own[at] + own[at + 2 :]) != own and swapped not in sample.numbers
    )
    clerk.click("shipmentReport.back")
    paste(clerk, slip)
    clerk.wait(lambda: clerk.sees("tracing.suggestion1"))
    assert "typing error" in clerk.text("tracing.missingReason")
    clerk.click("tracing.suggestion1")
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    assert clerk.find("tracing.references", QPlainTextEdit).toPlainText() == own
    clerk.click("accessLogin.signOut")
    paste(clerk, slip)
    clerk.wait(lambda: clerk.sees("tracing.missingReason"))
    assert not clerk.sees("tracing.suggestion1")


def test_a_bill_of_lading_typed_as_autopro_is_recognised(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    paste(clerk, sample.numbers[3])
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    kind = clerk.find("tracing.referenceType", QComboBox)
    kind.setCurrentIndex(kind.findData("purchase_order"))
    clerk.find("tracing.references").setFocus()
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.suggestion1"))
    assert "exists as another" in clerk.text("tracing.missingReason")
    clerk.click("tracing.suggestion1")
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))


def test_the_choice_of_columns_and_the_numbers_traced_before_are_kept(start: Start, data_dir: Path, sample: Sample):
    clerk = start(data_dir)
    clerk.wait_online()
    paste(clerk, " ".join(sample.numbers[:3]))
    clerk.wait(lambda: clerk.rows("tracing.results") == 3)
    header = clerk.find("tracing.results", QTableView).horizontalHeader()
    page = clerk.window.navigator.current
    assert isinstance(page, TracingPage)
    menu = page._found._bar.columns.menu()
    weight = next(action for action in menu.actions() if action.text() == "Weight")
    weight.trigger()
    header.moveSection(header.visualIndex(9), 1)
    clerk.wait(lambda: bool(clerk.program.settings.values.table_layouts))
    clerk.click("tracing.back")
    paste(clerk, sample.numbers[5])
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    clerk.window.close()
    clerk.program.stop()
    assert clerk.program.finish()
    again = start(data_dir, load_settings(data_dir / "settings.json").settings)
    again.wait_online()
    assert again.program.settings.values.recent_traces[0] == sample.numbers[5]
    paste(again, " ".join(sample.numbers[:3]))
    again.wait(lambda: again.rows("tracing.results") == 3)
    header = again.find("tracing.results", QTableView).horizontalHeader()
    assert header.isSectionHidden(10)
    assert header.visualIndex(9) == 1


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_typed_is_said_beside_the_field(clerk: Clerk, text: str):
    paste(clerk, text or " ")
    assert "at least one number" in clerk.find("tracing.references").accessibleDescription()


def test_where_there_is_no_room_the_detail_takes_the_place_of_the_table(clerk: Clerk, sample: Sample):
    paste(clerk, " ".join(sample.numbers[:5]))
    clerk.wait(lambda: clerk.sees("tracing.results") and clerk.rows("tracing.results") == 5)
    clerk.window.resize(clerk.window.minimumSizeHint())
    QApplication.processEvents()
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    assert not clerk.sees("tracing.results")
    clerk.click("tracing.backToList")
    assert clerk.sees("tracing.results")
    assert not clerk.sees("tracing.latestStatus")
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    clerk.window.resize(1600, 800)
    QApplication.processEvents()
    assert clerk.sees("tracing.results")
    assert clerk.sees("tracing.latestStatus")


def test_a_usual_screen_shows_fifteen_rows_and_no_column_that_says_nothing(clerk: Clerk, sample: Sample):
    frame = clerk.window._frame_size()
    clerk.window.resize(1366 - frame.width(), 768 - frame.height())
    paste(clerk, " ".join(sample.numbers[:60]))
    clerk.wait(lambda: clerk.sees("tracing.results") and clerk.rows("tracing.results") == 60)
    clerk.wait(lambda: not clerk.program.jobs._waiting)
    table = clerk.find("tracing.results", QTableView)
    seen = [row for row in range(60) if table.visualRect(table.model().index(row, 0)).bottom() < table.viewport().height()]
    assert len(seen) >= 15
    header = table.horizontalHeader()
    shown = [at for at in range(header.count()) if not header.isSectionHidden(at)]
    headings = [str(table.model().headerData(at, Qt.Orientation.Horizontal)) for at in shown]
    assert "Number" in headings
    assert "Autopro" not in " ".join(headings)
    for at, heading in zip(shown, headings, strict=True):
        assert any(table.model().index(row, at).data() for row in range(60)), heading


def test_a_number_of_another_kind_shows_the_autopro_number_beside_it(clerk: Clerk, sample: Sample):
    clerk.trace(sample.numbers[0])
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    page = clerk.window.navigator.current
    assert isinstance(page, TracingPage)
    shipment = page._detail.shipment.shipment
    assert shipment is not None
    row = TraceRow("BOL-1", TraceOutcome.FOUND, shipment)
    page._found.show_rows([row, row])
    header = clerk.find("tracing.results", QTableView).horizontalHeader()
    model = clerk.find("tracing.results", QTableView).model()
    autopro = next(at for at in range(header.count()) if "utopro" in str(model.headerData(at, Qt.Orientation.Horizontal)))
    assert not header.isSectionHidden(autopro)
