# SPDX-License-Identifier: MIT
"""How the program starts, ends and shares: no orphan backend, no second writer, sentences instead of tracebacks."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from onlinesvc_desktop.client.settings import BackendMode, Settings, save_settings
from tests.e2e.conftest import PROGRAM, Launch
from tests.support.accessibility import ScreenReader
from tests.support.backend import Sample, process
from tests.support.waiting import gone


def backend_of(program: subprocess.Popen[str]) -> int:
    """Wait for the program's embedded backend and return its process number."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        children = Path(f"/proc/{program.pid}/task/{program.pid}/children")
        threads = children.parent.parent.iterdir()
        for pid in " ".join((thread / "children").read_text() for thread in threads).split():
            if b"serve" in Path(f"/proc/{pid}/cmdline").read_bytes():
                return int(pid)
        time.sleep(0.05)
    raise AssertionError("no backend came up")


def wait_for_requests(log: Path) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if log.exists() and log.stat().st_size:
            return
        time.sleep(0.05)
    raise AssertionError("the backend was never asked")


@pytest.fixture
def folder(data_dir: Path) -> Path:
    save_settings(data_dir / "settings.json", Settings(backend_mode=BackendMode.EMBEDDED))
    return data_dir


@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGSEGV])
def test_the_backend_ends_with_the_program_however_it_ends(launch: Launch, folder: Path, way: signal.Signals):
    program = launch("--data-dir", folder)
    child = backend_of(program)
    program.send_signal(way)
    program.wait(20)
    assert gone(child)


def test_a_second_start_brings_the_first_to_the_front_and_ends(launch: Launch, folder: Path, tmp_path: Path):
    log = tmp_path / "requests.jsonl"
    first = launch("--data-dir", folder, "--language", "en", "--request-log", log)
    wait_for_requests(log)
    second = launch("--data-dir", folder, "--language", "en")
    _, errors = second.communicate(timeout=30)
    assert second.returncode == 3
    assert errors == "Online Services is already open; its window is in front now.\n"
    assert first.poll() is None
    first.terminate()
    assert first.wait(20) == 0


def test_tracing_without_a_window_uses_the_running_program(launch: Launch, folder: Path, sample: Sample, tmp_path: Path):
    log = tmp_path / "requests.jsonl"
    program = launch("--data-dir", folder, "--request-log", log)
    wait_for_requests(log)
    found, missing = sample.numbers[50], "000000000"
    traced = launch("--data-dir", folder, "--language", "fr", "trace", found, missing)
    output, _ = traced.communicate(timeout=30)
    assert traced.returncode == 1
    lines = output.splitlines()
    assert lines[0].startswith(f"{found}\t{found}\t")
    assert "il y a" in lines[0]
    assert lines[1] == f"{missing}\tintrouvable"
    assert any(json.loads(line)["path"] == "/v1/traces" for line in log.read_text().splitlines())
    program.terminate()
    program.wait(20)


def test_tracing_without_a_window_and_without_a_running_program(folder: Path, sample: Sample):
    command = [*PROGRAM, "--data-dir", str(folder), "trace", sample.numbers[50], "--json"]
    traced = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert traced.returncode == 0, traced.stderr
    item = json.loads(traced.stdout)["items"][0]
    assert item["outcome"] == "found"
    assert not list(folder.glob("*.part"))


def test_the_self_check_holds_from_a_checkout(launch: Launch):
    check = launch("--selfcheck")
    output, _ = check.communicate(timeout=60)
    assert check.returncode == 0, output
    assert output.count("ok ") == 10


def test_version_needs_no_qt():
    code = "import sys; from onlinesvc_desktop.desktop import main\ntry: main.main(['--version'])\nexcept SystemExit: pass\n"
    code += "assert not any(name.startswith(('PySide6', 'requests', 'sqlalchemy')) for name in sys.modules), 'heavy'"
    subprocess.run([PROGRAM[0], "-c", code], check=True, capture_output=True)


def test_the_window_opens_on_damaged_settings_and_says_so(launch: Launch, reader: ScreenReader, folder: Path):
    (folder / "settings.json").write_bytes(b"{ half")
    program = launch("--data-dir", folder, "--language", "en")
    reader.wait_for(lambda _: any("preferences could not be read" in one.name for one in reader.all("label")))
    assert (folder / "settings.damaged.json").read_bytes() == b"{ half"
    program.terminate()
    _, errors = program.communicate(timeout=20)
    assert program.returncode == 0
    assert "Traceback" not in errors


def test_the_window_opens_without_a_data_folder_and_says_so(launch: Launch, reader: ScreenReader, tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    program = launch("--data-dir", tmp_path / "file" / "data", "--language", "en", "--server", "http://127.0.0.1:9")
    reader.wait_for(lambda _: any("cannot be written to" in one.name for one in reader.all("label")))
    program.terminate()
    _, errors = program.communicate(timeout=20)
    assert program.returncode == 0
    assert "Traceback" not in errors


def test_the_tour_tells_the_story(launch: Launch, tmp_path: Path):
    out = tmp_path / "pictures"
    program = launch("--data-dir", tmp_path / "data", "--language", "en", "--tour", out)
    _, errors = program.communicate(timeout=100)
    assert program.returncode == 0, errors
    assert "Traceback" not in errors
    names = [picture.stem[3:] for picture in sorted(out.glob("*.png"))]
    story = ["locked-home", "keys-gone", "trace", "french-with-the-trace-still-there", "signed-out"]
    assert [name for name in names if name in story] == story
    assert os.path.getsize(out / f"{len(names):02d}-{names[-1]}.png") > 10_000


def test_a_sites_file_leads_the_program_to_its_server(desk: dict[str, str], data_dir: Path, tmp_path: Path):
    log = tmp_path / "requests.jsonl"
    with process(data_dir, "--request-log", str(log)) as server:
        (tmp_path / "site.toml").write_text(f'server_url = "{server.url}"\n')
        environment = desk | {"ONLINESVC_SITE_FILE": str(tmp_path / "site.toml")}
        command = [*PROGRAM, "--data-dir", str(tmp_path / "clerk")]
        program = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        try:
            wait_for_requests(log)
        finally:
            program.terminate()
            program.wait(20)
    assert "/v1/info" in log.read_text("utf-8")
    assert not (tmp_path / "clerk" / "onlinesvc.sqlite3").exists()
