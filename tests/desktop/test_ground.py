# SPDX-License-Identifier: MIT
"""What happens before Qt is loaded: the embedded backend is begun where it is wanted, and never outlives the program."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from onlinesvc_desktop.client.embedded import EmbeddedBackend, EmbeddedStartError
from onlinesvc_desktop.client.paths import Paths
from onlinesvc_desktop.client.settings import BackendMode, Settings, load_settings, save_settings
from onlinesvc_desktop.contract.info import GET_HEALTH
from onlinesvc_desktop.contract.operation import START_SECRET_HEADER
from onlinesvc_desktop.desktop.ground import Trouble, prepare_ground
from onlinesvc_desktop.desktop.options import Options
from tests.support.waiting import gone, wait_for


@pytest.fixture(autouse=True)
def _same_mask(monkeypatch: pytest.MonkeyPatch):
    """The ground narrows what the process writes; other tests go on as they were."""
    monkeypatch.setattr("onlinesvc_desktop.desktop.ground.write_privately", lambda: None)


def test_a_folder_with_data_has_its_backend_on_the_way_and_start_waits_for_that_one(data_dir: Path):
    ground = prepare_ground(Options(data_dir=data_dir))
    assert ground.settings.backend_mode is BackendMode.EMBEDDED
    begun = ground.embedded.pid
    endpoint = ground.embedded.start()
    assert ground.embedded.pid == begun
    headers = {START_SECRET_HEADER: endpoint.start_secret}
    assert requests.get(endpoint.base_url + GET_HEALTH.path, headers=headers, timeout=10).status_code == 200
    again = ground.embedded.start()
    assert ground.embedded.pid != begun
    assert again.start_secret != endpoint.start_secret
    ground.embedded.stop()
    ground.lock.release()


@pytest.mark.parametrize(
    ("settings", "server"),
    [(Settings(), None), (Settings(backend_mode=BackendMode.SERVER, server_url="https://quay.example"), None)],
    ids=["nothing chosen yet", "a server"],
)
def test_none_is_begun_where_none_is_wanted(tmp_path: Path, settings: Settings, server: str | None):
    save_settings(tmp_path / "settings.json", settings)
    ground = prepare_ground(Options(data_dir=tmp_path, server=server))
    assert ground.embedded.pid is None
    assert ground.is_ours
    ground.lock.release()


def test_a_server_named_for_this_run_begins_none_and_changes_no_setting(data_dir: Path):
    ground = prepare_ground(Options(data_dir=data_dir, server="https://quay.example"))
    assert ground.embedded.pid is None
    ground.lock.release()
    assert load_settings(Paths(data_dir).settings).settings.backend_mode is BackendMode.UNDECIDED


def test_a_second_program_on_the_folder_begins_none(data_dir: Path):
    first = prepare_ground(Options(data_dir=data_dir))
    second = prepare_ground(Options(data_dir=data_dir))
    assert (second.is_ours, second.embedded.pid) == (False, None)
    first.embedded.stop()
    first.lock.release()


def test_a_folder_that_cannot_be_made_is_noted_and_begins_none(tmp_path: Path):
    (tmp_path / "file").write_text("")
    ground = prepare_ground(Options(data_dir=tmp_path / "file" / "data"))
    assert (ground.trouble, ground.embedded.pid) == (Trouble.NO_DATA_FOLDER, None)


def test_one_that_ended_before_anybody_waited_is_told_and_another_can_start(data_dir: Path):
    embedded = EmbeddedBackend(Paths(data_dir))
    embedded.begin()
    assert embedded.pid is not None
    pid = embedded.pid
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(EmbeddedStartError):
        embedded.start()
    assert embedded.start().base_url.startswith("http://127.0.0.1:")
    embedded.stop()


def test_one_nobody_waited_for_ends_with_the_program_however_it_ends(data_dir: Path):
    code = (
        "import json, sys, time; from pathlib import Path\n"
        "from onlinesvc_desktop.desktop.ground import prepare_ground\n"
        "from onlinesvc_desktop.desktop.options import Options\n"
        "ground = prepare_ground(Options(data_dir=Path(sys.argv[1])))\n"
        "loaded = any(name.startswith('PySide6') for name in sys.modules)\n"
        "print(json.dumps([ground.embedded.pid, loaded]), flush=True)\n"
        "time.sleep(600)\n"
    )
    program = subprocess.Popen([sys.executable, "-c", code, str(data_dir)], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    pid, loaded = json.loads(program.stdout.readline())
    assert loaded is False, "Qt is loaded before the backend is begun"
    program.kill()
    program.wait()
    program.stdout.close()
    wait_for(lambda: gone(pid))
