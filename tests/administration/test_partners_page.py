# SPDX-License-Identifier: MIT
"""The page of partners: an unknown sender is adopted with one press, a profile written, refused at its field, removed."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QTableView, QTabWidget

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.intake import TAKE_FILE_IN, IntakeUpload
from onlinesvc_desktop.contract.partners import LIST_PARTNERS, PartnerItem, PartnerQuery, PartnerState
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample, serving
from tests.support.forms import bring_tab, choose, done
from tests.support.x12 import interchange, status

OWNER = "administration.partners"
FILE = interchange([("214", status("800000037", "AF NS 20261120 0915 ET RIMOUSKI QC"))])


def opened(clerk: Clerk, sample: Sample) -> None:
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    bring_tab(clerk, OWNER)


def partners(clerk: Clerk) -> tuple[PartnerItem, ...]:
    return clerk.program.client.send(LIST_PARTNERS, query=PartnerQuery()).items


def test_an_unknown_sender_is_adopted_with_one_press(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    clerk.program.client.send(TAKE_FILE_IN, IntakeUpload("in.x12", FILE))
    clerk.click("services.administration")
    tabs = clerk.find("administration.tabs", QTabWidget)
    bring_tab(clerk, OWNER)
    clerk.wait(lambda: any(tabs.tabText(at) == "Partners (1)" for at in range(tabs.count())))
    choose(clerk, "partners", "ZZ:CARRIER")
    clerk.click(f"{OWNER}.save")
    done(clerk, "partners", "files of CARRIER are read like this")
    assert [one.state for one in partners(clerk)] == [PartnerState.ADOPTED]


def test_a_profile_is_written_refused_at_its_field_changed_and_removed(clerk: Clerk, sample: Sample):
    opened(clerk, sample)
    clerk.click(f"{OWNER}.new")
    clerk.click(f"{OWNER}.refresh")
    clerk.click(f"{OWNER}.save")
    clerk.wait(lambda: clerk.find(f"{OWNER}.name").property("wrong") is True)
    clerk.type(f"{OWNER}.name", "Canpar")
    clerk.type(f"{OWNER}.senders", "02:canp; zz:CP")
    clerk.type(f"{OWNER}.shortest", "8")
    clerk.type(f"{OWNER}.longest", "3")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.find(f"{OWNER}.longest").property("wrong")
    assert "from 4 to 18" in clerk.find(f"{OWNER}.longest").accessibleDescription()
    clerk.type(f"{OWNER}.longest", "12")
    clerk.type(f"{OWNER}.numberIn", "l11*2i B10-01")
    clerk.find(f"{OWNER}.statuses", QPlainTextEdit).setPlainText("OD = x6\nDL=D1")
    clerk.find(f"{OWNER}.namesCustomers", QCheckBox).setChecked(True)
    clerk.click(f"{OWNER}.save")
    done(clerk, "partners", "files of Canpar")
    (saved,) = partners(clerk)
    profile = saved.profile
    assert (profile.senders, profile.shortest, profile.longest) == (("02:CANP", "ZZ:CP"), 8, 12)
    assert (profile.number_in, profile.names_customers) == (("L11*2I", "B10-01"), True)
    assert [(pair.theirs, pair.ours) for pair in profile.statuses] == [("OD", "X6"), ("DL", "D1")]

    choose(clerk, "partners", "Canpar")
    assert clerk.find(f"{OWNER}.senders", QLineEdit).text() == "02:CANP, ZZ:CP"
    assert clerk.find(f"{OWNER}.statuses", QPlainTextEdit).toPlainText() == "OD = X6\nDL = D1"
    clerk.click(f"{OWNER}.remove")
    done(clerk, "partners", "Canpar is removed")
    clerk.wait(lambda: clerk.rows(f"{OWNER}.results") == 0)


@pytest.fixture
def with_file(start: Start, data_dir: Path, tmp_path: Path) -> Any:
    folder = tmp_path / "drop" / "partners"
    folder.mkdir(parents=True)
    (folder / "carrier.toml").write_text('senders = ["ZZ:CARRIER"]\n', "utf-8")
    with serving(data_dir, drop_folder=str(tmp_path / "drop")) as server:
        made = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        made.wait_online()
        yield made


def test_a_profile_in_a_file_is_shown_and_not_changed_from_here(with_file: Clerk, sample: Sample):
    opened(with_file, sample)
    choose(with_file, "partners", "From a file")
    assert with_file.find(f"{OWNER}.senders", QLineEdit).text() == "ZZ:CARRIER"
    assert not with_file.find(f"{OWNER}.senders").isEnabled()
    assert not with_file.sees(f"{OWNER}.save")
    assert with_file.find(f"{OWNER}.results", QTableView).model().rowCount() == 1
