# SPDX-License-Identifier: MIT
"""The audit log in the window: narrowed, and saved whole as a file that no spreadsheet takes for formulas."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.forms import done, open_tab

LINES = 130


def noted(data_dir: Path) -> None:
    """Note more lines than a page holds, one of them hostile, all about a dock."""
    subjects = [*(f"dock {at}" for at in range(LINES)), "=HYPERLINK(0)\x07 dock", "<b>dock</b>"]
    with closing(sqlite3.connect(data_dir / "onlinesvc.sqlite3")) as database:
        database.executemany(
            "INSERT INTO audit (at, action, subject, address) VALUES (1790000000, 'signed_in', ?, '')",
            [(subject,) for subject in subjects],
        )
        database.commit()


def saved(clerk: Clerk, file: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    clerk.click("administration.audit.export")
    done(clerk, "audit", str(file))
    return list(csv.reader(file.read_text("utf-8-sig").splitlines()))


def test_every_line_that_matches_is_saved_as_text(
    clerk: Clerk, data_dir: Path, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    noted(data_dir)
    clerk.wait_online()
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    open_tab(clerk, "audit")
    clerk.type("administration.audit.search", "dock")
    clerk.wait(lambda: clerk.rows("administration.audit.results") == 50)
    rows = saved(clerk, tmp_path / "log.csv", monkeypatch)
    assert rows[0] == ["When (UTC)", "Who", "What", "About", "From where"]
    assert len(rows) == 1 + LINES + 2
    assert rows[1] == ["2026-09-21 14:13:20", "the system itself", "Signed in", "<b>dock</b>", ""]
    assert rows[2][3] == "'=HYPERLINK(0) dock"
    assert rows[-1][3] == "dock 0"


def test_the_export_itself_is_a_line_and_a_full_disk_is_told(
    clerk: Clerk, data_dir: Path, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    clerk.wait_online()
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    open_tab(clerk, "audit")
    clerk.wait(lambda: clerk.rows("administration.audit.results") > 0)
    assert not any("Audit log saved as a file" in row for row in saved(clerk, tmp_path / "log.csv", monkeypatch))
    assert any("Audit log saved as a file" in row for row in saved(clerk, tmp_path / "again.csv", monkeypatch))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "nowhere" / "log.csv"), ""))
    clerk.click("administration.audit.export")
    done(clerk, "audit", "could not be written")
