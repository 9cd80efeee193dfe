# SPDX-License-Identifier: MIT
"""An X12 file is looked at in the window before it is imported: Esc lets go of it, Enter imports it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QTableView

from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.forms import bring_tab, done
from tests.support.x12 import interchange, status

OWNER = "administration.intake"
PICKED_UP = "AF NS 20261120 1530 ET RIMOUSKI QC"
MIXED = interchange([("214", status("800000037", PICKED_UP)), ("214", status("12", PICKED_UP))])


def chosen(clerk: Clerk, sample: Sample, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    bring_tab(clerk, OWNER)
    QApplication.processEvents()
    clerk.click(f"{OWNER}.upload")


def test_a_file_is_looked_at_let_go_and_imported_by_keyboard(
    clerk: Clerk, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "mixed.x12"
    file.write_bytes(MIXED)
    chosen(clerk, sample, file, monkeypatch)
    clerk.wait(lambda: clerk.sees(f"{OWNER}.preview"))
    assert clerk.text(f"{OWNER}.previewMessage") == "mixed.x12: 1 part would be imported. 1 part would be set aside."
    model = clerk.find(f"{OWNER}.preview", QTableView).model()
    cells = [[str(model.index(row, column).data()) for column in range(9)] for row in range(model.rowCount())]
    number = "800\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}037"
    assert cells[0][:4] == ["0001", "", number, "Left pickup place with shipment"]
    assert "3:30\N{NO-BREAK SPACE}p.m." in cells[0][4]
    assert cells[0][5] == "RIMOUSKI (QC)"
    assert "567" in cells[0][6]
    assert cells[0][7] == "3"
    assert cells[1][:2] == ["0002", 'The autopro number does not have nine digits. (B10-01 "12")']
    clerk.wait(lambda: clerk.window.focusWidget() is clerk.find(f"{OWNER}.previewImport"))

    clerk.press(Qt.Key.Key_Escape)
    clerk.wait(lambda: not clerk.sees(f"{OWNER}.preview"))
    assert clerk.sees(OWNER), "Escape let go of the file and stayed on the page"
    clerk.click(f"{OWNER}.refresh")
    clerk.wait(lambda: clerk.text(f"{OWNER}.count").startswith("No files yet"))

    clerk.click(f"{OWNER}.upload")
    clerk.wait(lambda: clerk.sees(f"{OWNER}.preview"))
    clerk.wait(lambda: clerk.window.focusWidget() is clerk.find(f"{OWNER}.previewImport"))
    clerk.press(Qt.Key.Key_Return)
    done(clerk, "intake", "Updated: 1.")
    assert not clerk.sees(f"{OWNER}.preview")
    clerk.wait(lambda: clerk.rows(f"{OWNER}.results") == 1)


def test_the_preview_speaks_french_and_the_button_lets_go(
    clerk: Clerk, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "mixed.x12"
    file.write_bytes(MIXED)
    chosen(clerk, sample, file, monkeypatch)
    clerk.wait(lambda: clerk.sees(f"{OWNER}.preview"))
    clerk.click("topBar.language")
    said = clerk.text(f"{OWNER}.previewMessage")
    assert said == "mixed.x12\N{NO-BREAK SPACE}: 1 élément serait importé. 1 élément serait mis de côté."
    assert clerk.find(f"{OWNER}.previewImport", QPushButton).text() == "Importer le fichier"
    clerk.click(f"{OWNER}.previewCancel")
    assert not clerk.sees(f"{OWNER}.preview")
    assert not any(request["path"] == "/v1/admin/intake" and request["method"] == "POST" for request in clerk.requests())


def test_a_table_is_imported_at_once_as_before(
    clerk: Clerk, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "one.csv"
    file.write_bytes(b"autopro_number,status,occurred_at,city,province\n800000037,D1,2026-11-20,LAVAL,QC\n")
    chosen(clerk, sample, file, monkeypatch)
    done(clerk, "intake", "Updated: 1.")
    assert not clerk.sees(f"{OWNER}.preview")
