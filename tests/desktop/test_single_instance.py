# SPDX-License-Identifier: MIT
"""What another user of the computer can do to the channel between two starts: nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.desktop.single_instance import (
    FirstInstance,
    channel_name,
    endpoint_of_first_instance,
    show_first_instance,
)

_FORGER = """
import json, os, socket, sys
os.setresuid(int(sys.argv[2]), int(sys.argv[2]), int(sys.argv[2])) if int(sys.argv[2]) else None
channel = socket.socket(socket.AF_UNIX)
channel.bind(sys.argv[1])
os.chmod(sys.argv[1], 0o777)
channel.listen()
print("ready", flush=True)
while True:
    peer, _ = channel.accept()
    question = peer.recv(100)
    peer.sendall(b"ok\\n" if question == b"show\\n" else sys.argv[3].encode() + b"\\n")
    peer.close()
"""


def forged(name: str, uid: int, base_url: str) -> "subprocess.Popen[str]":
    """Answer at the channel as another user, or as this one, with an address of one's own."""
    answer = json.dumps({"base_url": base_url, "start_secret": "x"})
    child = subprocess.Popen([sys.executable, "-c", _FORGER, name, str(uid), answer], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def end(child: "subprocess.Popen[str]") -> None:
    child.kill()
    child.communicate()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can act as another user")
def test_another_user_who_took_the_name_is_not_believed(short_folder: Path, qapp: QCoreApplication):
    short_folder.chmod(0o777)
    child = forged(channel_name(short_folder), 65534, "http://127.0.0.1:9")
    try:
        assert not show_first_instance(short_folder)
        assert endpoint_of_first_instance(short_folder) is None
    finally:
        end(child)


@pytest.mark.parametrize(
    "address",
    [
        "http://evil.example:80",
        "http://127.0.0.1.evil.example:80",
        "http://127.0.0.1:80@evil.example",
        "https://127.0.0.1:1",
        "http://127.0.0.1:1\n",
        "",
    ],
)
def test_only_an_address_of_this_computer_is_taken(short_folder: Path, qapp: QCoreApplication, address: str):
    child = forged(channel_name(short_folder), 0, address)
    try:
        assert endpoint_of_first_instance(short_folder) is None
    finally:
        end(child)


def test_the_channel_lies_in_a_folder_of_the_users_own(short_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert Path(channel_name(short_folder)).parent == short_folder
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_folder))
    assert Path(channel_name(tmp_path / ("x" * 100))).parent == short_folder
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert channel_name(tmp_path / ("x" * 100)) == ""


def test_a_channel_that_cannot_be_opened_is_noted(
    short_folder: Path, qapp: QCoreApplication, caplog: pytest.LogCaptureFixture
):
    FirstInstance(short_folder / "missing", lambda: None, lambda: Endpoint("http://127.0.0.1:1", "x"))
    assert "later starts cannot find this one" in caplog.text
