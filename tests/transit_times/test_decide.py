# SPDX-License-Identifier: MIT
"""The administrator's tab of points served, through the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QTableView

from onlinesvc_desktop.backend.services.transit_times.sample import sample_files
from onlinesvc_desktop.contract.transit_times import PointFile
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.forms import bring_tab

OWNER = "administration.points"
LAVAL = b"Laval,QC,CA,H7,MTL,,mon tue wed thu fri,15:30"


def _opened(clerk: Clerk, sample: Sample) -> Clerk:
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    bring_tab(clerk, OWNER)
    clerk.wait(lambda: bool(clerk.text(f"{OWNER}.taken")))
    return clerk


def _written(folder: Path, points: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for file, content in {**sample_files(), PointFile.POINTS: points}.items():
        (folder / file.file_name).write_bytes(content)
    return folder


def _click_for(clerk: Clerk, name: str, folder: Path, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    clerk.click(f"{OWNER}.{name}")
    clerk.wait(lambda: clerk.sees(f"{OWNER}.message") and words in clerk.text(f"{OWNER}.message"))


def _cells(clerk: Clerk, name: str) -> list[list[str]]:
    model = clerk.find(f"{OWNER}.{name}", QTableView).model()
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def test_a_folder_is_looked_into_imported_and_saved(
    clerk: Clerk, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    _opened(clerk, sample)
    present = sample_files()[PointFile.POINTS]
    _click_for(clerk, "choose", _written(tmp_path / "in", present), "nothing would change", monkeypatch)
    assert not clerk.find(f"{OWNER}.import").isEnabled()

    changed = present.replace(LAVAL, b"Laval,QC,CA,H7,MTL,,mon,15:00")
    assert changed != present
    _click_for(clerk, "choose", _written(tmp_path / "in", changed), "Served differently: 1.", monkeypatch)
    assert _cells(clerk, "changes") == [["Laval (QC)", "served differently"]]
    assert sample.administrator.access_code not in clerk.text(f"{OWNER}.taken")

    _click_for(clerk, "import", tmp_path, "Imported", monkeypatch)
    clerk.wait(lambda: f"by {sample.administrator.access_code}." in clerk.text(f"{OWNER}.taken"))
    assert not clerk.find(f"{OWNER}.import").isEnabled()
    out = tmp_path / "out"
    out.mkdir()
    _click_for(clerk, "save", out, "were saved", monkeypatch)
    assert (out / "points.csv").read_bytes() == changed
    assert sorted(file.name for file in out.iterdir()) == ["points.csv", "terminals.csv", "transit_days.csv"]


def test_every_fault_is_named_and_nothing_comes_in(
    clerk: Clerk, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    _opened(clerk, sample)
    wrong = sample_files()[PointFile.POINTS] + b"Ville-Test,QC,CA,H1,XXX,,mon,10:00,America/Toronto,0\n"
    folder = _written(tmp_path / "in", wrong)
    _click_for(clerk, "choose", folder, "2 faults; nothing was imported", monkeypatch)
    clerk.click("topBar.language")
    clerk.wait(lambda: "2 erreurs; rien n’a été importé" in clerk.text(f"{OWNER}.message"))
    line = str(wrong.count(b"\n"))
    assert ["points.csv", line, "terminal", "terminals.csv n’a aucun terminal de ce code.", "XXX"] in _cells(clerk, "faults")
    assert not clerk.find(f"{OWNER}.import").isEnabled()

    (folder / "transit_days.csv").unlink()
    _click_for(clerk, "choose", folder, "transit_days.csv", monkeypatch)
    assert not clerk.sees(f"{OWNER}.faults")
