# SPDX-License-Identifier: MIT
"""An administrator takes in a stranger's table by looking and choosing, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QTableView

from tests.desktop.conftest import Clerk, clerk, start  # noqa: F401 - fixtures
from tests.support.backend import Sample
from tests.support.forms import bring_tab

BROKER = (
    b"Tracking Number,Status,Last Update\n800000004,Gate 9,11/18/2025 2:05 PM\n800000013,Delivered,11/17/2025 11:59 PM\n"
)


def open_tables(clerk: Clerk, sample: Sample) -> None:  # noqa: F811
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    bring_tab(clerk, "tables")


def choose(clerk: Clerk, name: str, code: str) -> None:  # noqa: F811
    combo = clerk.find(name, QComboBox)
    combo.setCurrentIndex(combo.findData(code))


def message(clerk: Clerk) -> str:  # noqa: F811
    return clerk.text("administration.tables.message") if clerk.sees("administration.tables.message") else ""


def test_a_stranger_s_table_goes_in_by_looking_and_choosing(
    clerk: Clerk,  # noqa: F811
    sample: Sample,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    file = tmp_path / "broker 2025-11.csv"
    file.write_bytes(BROKER)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    open_tables(clerk, sample)
    clerk.click("administration.tables.choose")
    clerk.wait(lambda: "choose a column or a value for: City" in message(clerk))
    assert not clerk.find("administration.tables.import").isEnabled()
    assert clerk.find("administration.tables.column.city", QComboBox).currentText() == "not in this table"

    clerk.type("administration.tables.default.city", "Laval")
    clerk.type("administration.tables.default.province", "QC")
    clerk.wait(lambda: "say what these status words mean" in message(clerk))
    assert "Gate 9" in message(clerk)
    choose(clerk, "administration.tables.status.0", "X4")
    clerk.wait(lambda: "can be imported" in message(clerk))
    model = clerk.find("administration.tables.results", QTableView).model()
    assert [model.index(0, column).data() for column in (1, 4, 6)] == ["800000004", "Laval, QC, CA", ""]

    clerk.click("administration.tables.keep")
    clerk.wait(lambda: message(clerk).startswith("Kept: files named broker*.csv"))
    clerk.click("administration.tables.import")
    clerk.wait(lambda: "Updated: 2." in message(clerk))

    clerk.program.session.sign_out()
    clerk.wait(lambda: not clerk.program.session.is_open)
    open_tables(clerk, sample)
    assert not clerk.sees("administration.tables.results")
    assert message(clerk) == ""


def test_what_is_no_table_is_said_in_one_sentence(
    clerk: Clerk,  # noqa: F811
    sample: Sample,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    file = tmp_path / "old.xls"
    file.write_bytes(b"\xd0\xcf\x11\xe0 an old workbook")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    open_tables(clerk, sample)
    clerk.click("administration.tables.choose")
    clerk.wait(lambda: "has a password" in message(clerk))
    file.unlink()
    clerk.click("administration.tables.choose")
    clerk.wait(lambda: "cannot be read; nothing was imported" in message(clerk))


def test_an_import_that_leaves_rows_out_is_a_warning(
    clerk: Clerk,  # noqa: F811
    sample: Sample,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    file = tmp_path / "broker.csv"
    file.write_bytes(BROKER.replace(b"Last Update", b"Last Update,City,State").replace(b" PM", b" PM,Laval,QC"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    open_tables(clerk, sample)
    clerk.click("administration.tables.choose")
    clerk.wait(lambda: "say what these status words mean" in message(clerk))
    clerk.click("administration.tables.import")
    clerk.wait(lambda: "Updated: 1." in message(clerk))
    assert "Not imported: 1." in message(clerk)
    line = clerk.find("administration.tables.message").parentWidget()
    assert line is not None
    assert line.property("tone") == "warning"
