# SPDX-License-Identifier: MIT
"""The frozen folder beside the sources: process start to the first picture of the tour, and its size."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import Figure, median

_FOLDER = Path(__file__).resolve().parents[2] / "dist" / "onlinesvc-desktop"
_ROUNDS = 5
_DEADLINE_SECONDS = 60.0
_MOST_MB = 300


def _first_picture(*command: str) -> float:
    """Return the milliseconds until the window has been photographed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began = time.monotonic()
        process = subprocess.Popen(
            [*command, "--data-dir", str(folder / "data"), "--tour", str(folder / "tour")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while not list((folder / "tour").glob("01-*.png")):
                if time.monotonic() - began > _DEADLINE_SECONDS:
                    raise TimeoutError(command[0])
                time.sleep(0.005)
            return (time.monotonic() - began) * 1000
        finally:
            process.terminate()
            process.wait(20)


def measure() -> list[Figure]:
    program = _FOLDER / "onlinesvc-desktop"
    if not program.exists():
        sys.stdout.write("frozen folder: not built here (python3 dev.py build)\n")
        return []
    source = (sys.executable, "-m", "onlinesvc_desktop")
    frozen, floor = [], []
    _first_picture(str(program))
    for _ in range(_ROUNDS):
        floor.append(_first_picture(*source))
        frozen.append(_first_picture(str(program)))
    files = [file for file in _FOLDER.rglob("*") if file.is_file() and not file.is_symlink()]
    size = sum(file.stat().st_size for file in files) / 1e6
    return [
        Figure("frozen: start to the first picture, against the sources", median(frozen), median(floor), 1.3),
        Figure("frozen: size of the folder", size, _MOST_MB, 1.0, "MB"),
    ]
