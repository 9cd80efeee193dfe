# SPDX-License-Identifier: MIT
"""The remembered password in a real gnome-keyring, in a D-Bus session of its own: unlocked, locked, and none at all."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="no gnome-keyring here (Debian: apt-get install gnome-keyring dbus)",
)
UNLOCKED = "printf password | gnome-keyring-daemon --unlock --components=secrets"
LOCKED = "gnome-keyring-daemon --start --components=secrets"
USE = """
from onlinesvc_desktop.client.secret_store import SecretStore
store = SecretStore(lambda: "https://server.example")
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "run").mkdir(mode=0o700)
    (tmp_path / "data").mkdir()
    return tmp_path


def in_session(home: Path, daemon: str, code: str) -> list[str]:
    """Run Python in a session with that daemon and return the lines it printed."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHON_KEYRING_BACKEND", "DISPLAY"}}
    environment |= {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_RUNTIME_DIR": str(home / "run")}
    environment["CODE"] = USE + code
    script = f'{daemon} >/dev/null 2>&1; exec "{sys.executable}" -c "$CODE"'
    command = ["dbus-run-session", "--", "bash", "-c", script]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_password_is_kept_found_in_the_next_session_and_forgotten(home: Path):
    kept = in_session(home, UNLOCKED, 'print(store.probe(), store.save("ACME01", "mot de pâsse"))')
    assert kept == ["done done"]
    found = in_session(home, UNLOCKED, 'print(*store.load("acme01")); print(*SecretStore(lambda: "other").load("ACME01"))')
    assert found == ["done mot de pâsse", "absent "]
    forgotten = in_session(home, UNLOCKED, 'print(store.forget("ACME01"), *store.load("ACME01"))')
    assert forgotten == ["done absent "]
    assert not any(b"mot de p" in file.read_bytes() for file in home.rglob("*") if file.is_file())


def test_a_locked_keyring_is_named_as_such(home: Path):
    in_session(home, UNLOCKED, 'store.save("ACME01", "secret")')
    assert in_session(home, LOCKED, 'print(*store.load("ACME01")); print(store.save("ACME01", "x"))') == [
        "locked ",
        "locked",
    ]


def test_without_a_keyring_there_is_none_ready(home: Path):
    code = "import keyring, keyring.backends.fail as fail; keyring.set_keyring(fail.Keyring()); print(store.probe())"
    assert in_session(home, "true", code) == ["unavailable"]
