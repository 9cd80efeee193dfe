# SPDX-License-Identifier: MIT
"""A disk that is full, read-only or refuses a file: what was typed stays, and the clerk is told."""

from pathlib import Path

import pytest

from onlinesvc_desktop.client.paths import Paths
from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.access_request import REQUEST_ACCESS
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.ground import Trouble, make_folder
from onlinesvc_desktop.desktop.unsent import Answer, NotKept, Returned, Sent
from onlinesvc_desktop.desktop.window_news import trouble_words
from tests.desktop.conftest import Start
from tests.support.backend import free_port, serving
from tests.support.forms import REQUEST, fill, value
from tests.support.small_disk import fill_up, read_only, small_disk
from tests.support.unsent import a_request, close, without_server


def test_a_disk_that_keeps_nothing_leaves_it_in_the_form(start: Start, tmp_path: Path):
    (tmp_path / "clerk").mkdir()
    (tmp_path / "clerk" / "unsent").write_text("in the way")
    clerk = without_server(start, tmp_path / "clerk", free_port())
    clerk.click("services.accessRequest")
    fill(clerk)
    clerk.click("accessRequest.submit")
    clerk.wait(lambda: clerk.sees("accessRequest.message"))
    assert "cannot be reached" in clerk.text("accessRequest.message")
    assert value(clerk, "accessRequest.company") == REQUEST["company"]
    assert not clerk.sees("statusBar.unsent")


def test_what_the_disk_refused_is_told_apart_from_what_the_server_refused(start: Start, data_dir: Path, tmp_path: Path):
    with serving(data_dir) as server:
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        (tmp_path / "clerk" / "unsent").write_text("in the way")
        answers: list[Answer] = []
        body = a_request(email="nobody")
        clerk.program.unsent.submit(REQUEST_ACCESS, body, answers.append)
        clerk.wait(lambda: len(answers) == 1)
        assert isinstance(answers[0], Returned)
        body = a_request()
        clerk.program.unsent.submit(REQUEST_ACCESS, body, answers.append)
        clerk.wait(lambda: len(answers) == 2)
        assert isinstance(answers[1], Sent)
    clerk.program.connection.try_now()
    clerk.wait(lambda: clerk.program.connection.state is LinkState.OFFLINE)
    clerk.program.unsent.submit(REQUEST_ACCESS, body, answers.append)
    clerk.wait(lambda: len(answers) == 3)
    assert isinstance(answers[2], NotKept)


def test_a_full_disk_leaves_what_was_typed_and_says_so(start: Start, tmp_path: Path):
    with small_disk(tmp_path / "small", "128k") as disk:
        clerk = without_server(start, disk / "clerk", free_port())
        clerk.click("services.accessRequest")
        fill(clerk)
        clerk.program.drafts.flush()
        fill_up(disk / "filler")
        clerk.click("accessRequest.submit")
        clerk.wait(lambda: clerk.sees("accessRequest.message"))
        assert value(clerk, "accessRequest.company") == REQUEST["company"]
        assert not clerk.sees("statusBar.unsent")
        (disk / "filler").unlink()
        clerk.click("accessRequest.submit")
        clerk.wait(lambda: clerk.sees("statusBar.unsent"))
        close(clerk)
        assert len(list((disk / "clerk" / "unsent").glob("*.json"))) == 1


def test_a_folder_that_turns_read_only_leaves_what_was_typed(start: Start, tmp_path: Path):
    with small_disk(tmp_path / "small", "512k") as disk:
        clerk = without_server(start, disk / "clerk", free_port())
        clerk.click("services.accessRequest")
        fill(clerk)
        clerk.program.drafts.flush()
        with read_only(disk):
            clerk.click("accessRequest.submit")
            clerk.wait(lambda: clerk.sees("accessRequest.message"))
            assert value(clerk, "accessRequest.company") == REQUEST["company"]
            assert not clerk.sees("statusBar.unsent")
        clerk.click("accessRequest.submit")
        clerk.wait(lambda: clerk.sees("statusBar.unsent"))
        close(clerk)


def test_a_folder_that_was_never_writable_is_said_at_the_start(tmp_path: Path):
    with small_disk(tmp_path / "small", "512k") as disk, read_only(disk):
        with pytest.raises(OSError, match="Read-only"):
            Paths(disk / "clerk").create()
        assert make_folder(Paths(disk / "clerk")) is Trouble.NO_DATA_FOLDER
        assert "cannot be written to" in trouble_words(Trouble.NO_DATA_FOLDER, str(disk))
