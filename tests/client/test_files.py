# SPDX-License-Identifier: MIT
"""Settings, paths and the lock: whole or not at all, for their owner alone."""

import multiprocessing
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.client.existing_database import Contents, contents_of
from onlinesvc_desktop.client.paths import Paths, find_paths
from onlinesvc_desktop.client.settings import BackendMode, Settings, load_settings, save_settings
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.file_lock import FileLock
from onlinesvc_desktop.shipped import shipped
from onlinesvc_desktop.whole_file import drop_unfinished, write_whole


@contextmanager
def file_size_limit(most: int) -> Iterator[None]:
    """Let the system refuse to write more than ``most`` bytes to a file, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


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
    with file_size_limit(10), pytest.raises(OSError, match="too large"):
        save_settings(file, Settings(server_url="new"))
    assert load_settings(file).settings.server_url == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.json"]


def test_writing_takes_nobodys_file_and_follows_no_link(tmp_path: Path):
    """A neighbour's ``list.part``, as a file and as a link to something dear, is as it was."""
    dear = tmp_path / "dear"
    dear.write_bytes(b"dear")
    for name in ("list.part", "list.csv.part"):
        (tmp_path / name).symlink_to(dear)
    write_whole(tmp_path / "list.csv", b"new")
    assert (tmp_path / "list.csv").read_bytes() == b"new"
    assert dear.read_bytes() == b"dear"
    for name in ("list.part", "list.csv.part"):
        (tmp_path / name).unlink()
        (tmp_path / name).write_bytes(b"theirs")
    write_whole(tmp_path / "list.csv", b"newer", 0o644)
    assert stat.S_IMODE((tmp_path / "list.csv").stat().st_mode) == 0o644
    assert [(tmp_path / name).read_bytes() for name in ("list.part", "list.csv.part")] == [b"theirs"] * 2
    assert len(list(tmp_path.iterdir())) == 4


def test_two_may_write_one_name_at_once(tmp_path: Path):
    file = tmp_path / "list.csv"
    contents = [bytes([at]) * 200_000 for at in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: write_whole(file, content), contents))
    assert file.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [file]


def test_what_a_crash_left_half_written_is_removed_and_nothing_else(tmp_path: Path):
    code = "import os, sys; from pathlib import Path; from onlinesvc_desktop.whole_file import replacing\n"
    code += "with replacing(Path(sys.argv[1])) as fresh: fresh.write_bytes(b'half'); os._exit(9)"
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "1.json")], check=False)
    assert len(list(tmp_path.iterdir())) == 1
    (tmp_path / "theirs.part").write_bytes(b"")
    (tmp_path / ".theirs.part").write_bytes(b"")
    drop_unfinished(tmp_path)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".theirs.part", "theirs.part"]


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
    queue.put(FileLock(file).acquire())


def test_the_lock_is_exclusive_between_processes_and_freed(tmp_path: Path):
    file = tmp_path / "lock"
    lock = FileLock(file)
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


def test_what_a_database_holds_is_seen_without_touching_it(tmp_path: Path):
    database = tmp_path / "with ? and #.sqlite3"
    assert contents_of(database) is Contents.NOTHING
    assert not database.exists()
    database.write_bytes(b"not a database at all, but long enough to be looked at" * 100)
    assert contents_of(database) is Contents.UNREADABLE
    database.write_bytes(b"")
    assert contents_of(database) is Contents.NOTHING
    with closing(sqlite3.connect(database)) as connection:
        for table, row, expected in (
            ("access_codes", False, Contents.NOTHING),
            ("shipments", False, Contents.NOTHING),
            ("shipments", True, Contents.WITHOUT_CODES),
            ("access_codes", True, Contents.IN_USE),
        ):
            connection.execute(f"CREATE TABLE IF NOT EXISTS {table} (id INTEGER)")
            if row:
                connection.execute(f"INSERT INTO {table} VALUES (1)")
            connection.commit()
            before = database.read_bytes()
            assert contents_of(database) is expected
            assert database.read_bytes() == before
