# SPDX-License-Identifier: MIT
"""The real program in a process of its own, on a real X screen, with a session bus and an accessibility bus."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from dev import virtual_screen
from tests.support.accessibility import ScreenReader

PROGRAM = [sys.executable, "-m", "onlinesvc_desktop"]
CONFIG = """<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <standard_session_servicedirs/>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""
Launch = Callable[..., subprocess.Popen[str]]


@contextmanager
def session_bus(display: str, folder: Path) -> Iterator[str]:
    config = folder / "session.conf"
    config.write_text(CONFIG)
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"DISPLAY": display, "XDG_RUNTIME_DIR": str(folder)},
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of a desktop session of our own."""
    if shutil.which("Xvfb") is None or shutil.which("dbus-daemon") is None:
        pytest.skip("no Xvfb or dbus-daemon here: the end-to-end tests need a Linux desktop session")
    folder = tmp_path_factory.mktemp("desk")
    folder.chmod(0o700)
    with ExitStack() as stack:
        display = stack.enter_context(virtual_screen())
        bus = stack.enter_context(session_bus(display, folder))
        yield os.environ | {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "XDG_RUNTIME_DIR": str(folder),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
        }


@pytest.fixture
def launch(desk: dict[str, str]) -> Iterator[Launch]:
    """Start programs; whatever still runs at the end is ended."""
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str | Path) -> subprocess.Popen[str]:
        command = [*PROGRAM, *map(str, arguments)]
        process = subprocess.Popen(command, env=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        running.append(process)
        return process

    yield begin
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def reader(desk: dict[str, str]) -> Iterator[ScreenReader]:
    made = ScreenReader(desk["DBUS_SESSION_BUS_ADDRESS"], "OnlineServices")
    yield made
    made.close()
