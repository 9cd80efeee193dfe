# SPDX-License-Identifier: MIT
"""Tariffs in the administration: which is in force when, a file looked at, its faults, and one taken in."""

from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.services.rate_quote.tariffs import TariffsPanel
from onlinesvc_desktop.desktop.targets import Open
from tests.desktop.conftest import Clerk
from tests.rate_quote.test_api import vectors
from tests.support.backend import Sample
from tests.support.forms import open_tab

_TAB = "administration.tariffs"
_FAULTY = "tariff,New,2027-01-01,CAD,10,30\nzone,A,H H\nlane,A,B,0,0:9\nfuel,2026-01-01,5:9\n=cmd,1\n"


def _cells(clerk: Clerk, name: str) -> list[list[str]]:
    model = clerk.find(name, QTableView).model()
    return [[str(model.index(row, at).data()) for at in range(model.columnCount())] for row in range(model.rowCount())]


def test_a_tariff_is_looked_at_mended_and_taken_in(clerk: Clerk, sample: Sample, tmp_path: Path):
    clerk.signed_in(sample.administrator)
    clerk.window.navigator.go(Open(Service.ADMINISTRATION))
    open_tab(clerk, "tariffs")
    assert _cells(clerk, f"{_TAB}.results")[0][0] == "Sample carrier"
    assert _cells(clerk, f"{_TAB}.results")[0][2:4] == ["open", "in force"]
    panel = clerk.find(_TAB, TariffsPanel)
    faulty = tmp_path / "tariff.csv"
    faulty.write_text(_FAULTY)
    panel.look_into(faulty)
    clerk.wait(lambda: clerk.sees(f"{_TAB}.faults"))
    assert _cells(clerk, f"{_TAB}.faults") == [
        ["line 5", "not written as it should be", ""],
        ["Zones, line 2", "already there; each may stand once", "H"],
        ["Lanes, line 3", "no zone of this tariff", "B"],
        ["Fuel surcharge, line 4", "the first weight must be 0", ""],
    ]
    assert not clerk.find(f"{_TAB}.import").isEnabled()
    right = tmp_path / "tariff.json"
    right.write_bytes(msgspec.json.encode(vectors(sample.customer.customer_number)))
    panel.look_into(right)
    clerk.wait(lambda: clerk.find(f"{_TAB}.import").isEnabled())
    assert clerk.rows(f"{_TAB}.results") == 1, "nothing is imported by looking"
    clerk.find(f"{_TAB}.import").setFocus()
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.rows(f"{_TAB}.results") == 2)
    assert [row[0] for row in _cells(clerk, f"{_TAB}.results")] == ["Vectors", "Sample carrier"]
    assert "takes over on" in panel.message.text
    assert not clerk.find(f"{_TAB}.import").isEnabled()


def test_a_file_that_is_no_tariff_is_said(clerk: Clerk, sample: Sample, tmp_path: Path):
    clerk.signed_in(sample.administrator)
    clerk.window.navigator.go(Open(Service.ADMINISTRATION))
    open_tab(clerk, "tariffs")
    panel = clerk.find(_TAB, TariffsPanel)
    panel.look_into(tmp_path / "missing.csv")
    clerk.wait(lambda: "cannot be read" in panel.message.text)
    assert not clerk.find(f"{_TAB}.import").isEnabled()
