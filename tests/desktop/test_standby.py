# SPDX-License-Identifier: MIT
"""What a clerk sees of shipments while the server has no primary: what a standby knew, and how old that is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from onlinesvc_desktop.client.settings import BackendMode, Settings
from tests.desktop.conftest import Start
from tests.support.backend import UNTHROTTLED, make_sample_in, process
from tests.support.postgres import binaries, primary_and_standby
from tests.support.waiting import wait_for


def test_a_clerk_reads_on_and_is_told_that_it_is_a_copy(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL here")
    site = tmp_path / "site"
    site.mkdir()
    (site / "config.toml").write_text(UNTHROTTLED)
    with primary_and_standby(tmp_path, programs) as (primary, standby):
        url = primary.new_database()
        monkeypatch.setenv("ONLINESVC_DATABASE_URL", url)
        monkeypatch.setenv("ONLINESVC_READ_DATABASE_URL", url.replace(str(primary.folder), str(standby.folder)))
        sample = make_sample_in(site, [], shipments=30, seed=3)
        with process(site, config=site / "config.toml") as server:
            clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
            clerk.wait_online()
            clerk.trace(sample.numbers[0])
            clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
            assert not clerk.sees("tracing.results.message")
            written = primary.written()
            wait_for(lambda: standby.has(written))
            primary.kill()

            clerk.trace(sample.numbers[1])
            clerk.wait(lambda: clerk.sees("tracing.results.message"))
            assert "from a copy" in clerk.text("tracing.results.message")
            assert clerk.sees("tracing.latestStatus")
            clerk.click("topBar.language")
            assert "d’une copie" in clerk.text("tracing.results.message")
            clerk.click("topBar.language")

            if not clerk.sees("tracing.references"):
                clerk.click("services.tracing")
            QApplication.clipboard().setText("\n".join(sample.numbers[:3]))
            clerk.find("tracing.references").setFocus()
            clerk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
            clerk.press(Qt.Key.Key_Return)
            clerk.wait(lambda: clerk.sees("tracing.results.message") and "3" in clerk.text("tracing.results.message"))
            assert "as the copy knew them" in clerk.text("tracing.results.message")
