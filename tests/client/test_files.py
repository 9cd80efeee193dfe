# SPDX-License-Identifier: MIT
"""Settings, paths and the lock: whole or not at all, for their owner alone."""

import multiprocessing
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.client.instance_lock import InstanceLock
from onlinesvc_desktop.client.paths import Paths, find_paths
from onlinesvc_desktop.client.settings import BackendMode, Settings, load_settings, save_settings
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.shipped import shipped


def test_settings_come_back_as_they_were(tmp_path: Path):
    file = tmp_path / "settings.json"
    settings = Settings(backend_mode=BackendMode.SERVER, server_url="https://x.example", language=Language.FRENCH)
    save_settings(file, settings)
    assert load_settings(file).settings == settings
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@given(content=st.binary(max_size=200))
def test_a_damaged_file_is_set_aside_and_the_defaults_used(tmp_path_factory: pytest.TempPathFactory, content: bytes):
    file = tmp_path_factory.mktemp("s") / "settings.json"
    file.write_bytes(content)
    loaded = load_settings(file)
    if loaded.damaged_file is not None:
        assert loaded.settings == Settings()
        assert loaded.damaged_file.read_bytes() == content


def test_no_file_is_no_damage(tmp_path: Path):
    loaded = load_settings(tmp_path / "settings.json")
    assert loaded.settings == Settings()
    assert loaded.damaged_file is None


def test_a_failed_save_keeps_the_old_settings(tmp_path: Path):
    file = tmp_path / "settings.json"
    save_settings(file, Settings(server_url="old"))
    file.with_suffix(".part").mkdir()
    with pytest.raises(OSError, match="directory"):
        save_settings(file, Settings(server_url="new"))
    assert load_settings(file).settings.server_url == "old"


def test_the_data_folder_is_its_owners_alone(tmp_path: Path):
    paths = Paths(tmp_path / "a" / "b")
    paths.create()
    assert stat.S_IMODE(paths.data_dir.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_an_oserror(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        Paths(tmp_path / "file" / "data").create()


def test_the_environment_names_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONLINESVC_DATA_DIR", str(tmp_path))
    assert find_paths().data_dir == tmp_path
    assert find_paths(tmp_path / "x").data_dir == tmp_path / "x"


def test_shipped_files_are_found():
    assert shipped("resources", "icons", "key.svg").is_file()
    assert shipped("translations", "onlinesvc_fr.qm").is_file()


def _try_lock(file: Path, queue: "multiprocessing.Queue[bool]") -> None:
    queue.put(InstanceLock(file).acquire())


def test_the_lock_is_exclusive_between_processes_and_freed(tmp_path: Path):
    file = tmp_path / "lock"
    lock = InstanceLock(file)
    assert lock.acquire()
    context = multiprocessing.get_context("spawn")
    queue: multiprocessing.Queue[bool] = context.Queue()
    for expected in (False, True):
        process = context.Process(target=_try_lock, args=(file, queue))
        process.start()
        assert queue.get(timeout=30) is expected
        process.join()
        lock.release()
    queue.close()
