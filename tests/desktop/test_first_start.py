# SPDX-License-Identifier: MIT
"""The first start: it asks before it touches, and leaves whoever created a site with the next steps."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from onlinesvc_desktop.client.embedded import EmbeddedBackend, ToolRun
from onlinesvc_desktop.client.existing_database import Contents, contents_of
from onlinesvc_desktop.client.paths import Paths
from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.desktop.ground import settings_of_existing
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample, process

PASSWORD = "plain words are fine here"


def create_site(clerk: Clerk, code: str) -> None:
    clerk.type("welcome.accessCode", code)
    clerk.type("welcome.newPassword", PASSWORD)
    clerk.type("welcome.newPasswordAgain", PASSWORD)
    clerk.click("welcome.create")


def rows_of(database: Path, table: str) -> int:
    with closing(sqlite3.connect(database)) as connection:
        count: int = connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
    return count


def counts(folder: Path) -> tuple[int, int, int]:
    database = Paths(folder).database
    return rows_of(database, "access_codes"), rows_of(database, "customers"), rows_of(database, "shipments")


def test_with_sample_data(start: Start, tmp_path: Path):
    clerk = start(tmp_path / "new", Settings())
    assert clerk.sees("welcome.page")
    clerk.click("welcome.sample")
    clerk.wait(lambda: clerk.sees("welcome.codes"))
    table = clerk.find("welcome.codes", QTableView).model()
    code, password = table.index(0, 0).data(), table.index(0, 1).data()
    clerk.click("welcome.continue")
    clerk.wait_online()
    clerk.type("accessLogin.accessCode", code)
    clerk.type("accessLogin.password", password)
    clerk.click("accessLogin.signIn")
    clerk.wait(lambda: clerk.program.session.is_open)


def test_an_empty_site_leaves_its_administrator_signed_in_before_three_steps(start: Start, tmp_path: Path):
    clerk = start(tmp_path / "new", Settings())
    clerk.type("welcome.accessCode", "BOSS")
    clerk.type("welcome.newPassword", "boss is not allowed here")
    clerk.type("welcome.newPasswordAgain", "boss is not allowed here")
    clerk.click("welcome.create")
    clerk.wait(lambda: bool(clerk.find("welcome.accessCode").accessibleDescription()))
    assert "must not contain" in clerk.find("welcome.accessCode").accessibleDescription()
    create_site(clerk, "BOSS")
    clerk.wait(lambda: clerk.sees("welcome.created"))
    assert clerk.program.session.is_open
    assert "BOSS" in clerk.text("welcome.created")
    assert clerk.window.focusWidget() is clerk.find("welcome.step.customers")
    clerk.trace("000000000")
    clerk.wait(lambda: clerk.sees("tracing.results.message"))
    clerk.window.navigator.home()
    clerk.click("welcome.step.intake")
    assert clerk.sees("administration.intake")
    assert clerk.window.focusWidget() is clerk.find("administration.intake.search")
    clerk.window.navigator.home()
    assert clerk.sees("home.page")


def test_the_steps_end_with_the_session(start: Start, tmp_path: Path):
    clerk = start(tmp_path / "new", Settings())
    create_site(clerk, "BOSS")
    clerk.wait(lambda: clerk.sees("welcome.created"))
    clerk.click("accessLogin.signOut")
    assert clerk.sees("home.page")


def test_with_a_server(start: Start, tmp_path: Path, data_dir: Path, sample: Sample):
    clerk = start(tmp_path / "new", Settings())
    clerk.type("welcome.serverUrl", "ftp://x")
    clerk.click("welcome.connect")
    assert clerk.find("welcome.serverUrl").accessibleDescription()
    with process(data_dir) as server:
        clerk.type("welcome.serverUrl", server.url)
        clerk.click("welcome.connect")
        clerk.wait_online()
        clerk.signed_in(sample.customer)


def test_the_dock_is_quiet_until_there_is_somebody_to_ask(start: Start, tmp_path: Path):
    clerk = start(tmp_path / "new", Settings())
    begun = clerk.window.focusWidget()
    for key in (Qt.Key.Key_K, Qt.Key.Key_T, Qt.Key.Key_L):
        clerk.press(key, Qt.KeyboardModifier.ControlModifier)
        assert clerk.window.focusWidget() is begun
    assert not clerk.sees("tracing.autoproNumber")
    assert not clerk.sees("accessLogin.accessCode")
    assert "First choose" in clerk.text("dock.quiet")
    clerk.window._workplace.language.switch_to(Language.FRENCH)
    clerk.wait(lambda: "First choose" not in clerk.text("dock.quiet"))
    clerk.click("welcome.sample")
    clerk.wait(lambda: clerk.sees("welcome.codes"))
    assert clerk.sees("tracing.autoproNumber")
    assert clerk.sees("accessLogin.accessCode")
    assert not clerk.sees("dock.quiet")
    assert clerk.find("topBar.find").isEnabled()


def test_a_folder_that_is_in_use_opens_as_it_is(data_dir: Path):
    assert settings_of_existing(Paths(data_dir), Settings()).backend_mode is BackendMode.EMBEDDED


def test_a_folder_in_use_offers_its_data_and_nothing_that_adds_to_it(start: Start, data_dir: Path, sample: Sample):
    before = counts(data_dir)
    clerk = start(data_dir, Settings())
    assert not clerk.sees("welcome.sample")
    assert not clerk.sees("welcome.create")
    assert clerk.window.focusWidget() is clerk.find("welcome.openFound")
    clerk.press(Qt.Key.Key_Return)
    clerk.wait_online()
    clerk.signed_in(sample.customer)
    assert counts(data_dir) == before


@pytest.mark.parametrize("way", ["sample", "site"])
def test_a_folder_filled_meanwhile_is_left_alone(start: Start, tmp_path: Path, way: str):
    folder = tmp_path / "new"
    clerk = start(folder, Settings())
    assert EmbeddedBackend(Paths(folder)).create_administrator("OTHER", PASSWORD, Language.ENGLISH) is None
    before = counts(folder)
    if way == "sample":
        clerk.click("welcome.sample")
    else:
        create_site(clerk, "BOSS")
    clerk.wait(lambda: clerk.sees("welcome.openFound"))
    assert "nothing was added" in clerk.text("welcome.message")
    assert clerk.window.focusWidget() is clerk.find("welcome.openFound")
    assert counts(folder) == before == (1, 0, 0)


def test_the_tools_themselves_refuse_a_folder_in_use(tmp_path: Path):
    paths = Paths(tmp_path)
    embedded = EmbeddedBackend(paths)
    assert embedded.create_administrator("BOSS", PASSWORD, Language.ENGLISH) is None
    assert embedded.create_administrator("OTHER", PASSWORD, Language.ENGLISH) == "site_in_use"
    assert embedded.make_sample(50, 1, lambda _done: None, ToolRun()) is None
    assert counts(tmp_path) == (1, 0, 0)


def test_data_without_anybody_gets_its_first_administrator_and_no_sample(start: Start, data_dir: Path):
    database = Paths(data_dir).database
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("DELETE FROM access_codes")
        connection.commit()
    assert contents_of(database) is Contents.WITHOUT_CODES
    before = counts(data_dir)
    clerk = start(data_dir, Settings())
    assert not clerk.sees("welcome.sample")
    create_site(clerk, "BOSS")
    clerk.wait(lambda: clerk.sees("welcome.created"))
    assert counts(data_dir) == (1, *before[1:])


def test_a_file_that_is_no_database_is_left_alone(start: Start, tmp_path: Path):
    paths = Paths(tmp_path / "new")
    paths.create()
    paths.database.write_bytes(b"what somebody wrote here" * 100)
    clerk = start(tmp_path / "new", Settings())
    assert paths.database.name in clerk.text("welcome.message")
    assert not clerk.sees("welcome.sample")
    assert not clerk.sees("welcome.create")
    assert paths.database.read_bytes() == b"what somebody wrote here" * 100
