# SPDX-License-Identifier: MIT
"""Process start to first paint and to an answering backend, and memory at rest."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onlinesvc_desktop.client.settings import BackendMode, Settings, save_settings
from tests.bench.figures import Figure, median
from tests.support.backend import make_sample

_ROUNDS = 9
_SETTLE_SECONDS = 2.0


def _run(*command: str) -> dict[str, float]:
    began = time.monotonic()
    process = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=True)
    marks = [line.split() for line in process.stdout.splitlines()]
    return {mark[0]: (float(mark[1]) - began) * 1000 for mark in marks}


def _resident_mib(pid: int) -> float:
    """Return proportional memory, so that pages two processes share count once."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise ValueError(pid)


def _memory(*command: str) -> float:
    process = subprocess.Popen([sys.executable, "-m", *command, "--stay"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    last = "online" if "watched" in command[0] else "painted"
    line = process.stdout.readline().split()
    while line[0] != last:
        line = process.stdout.readline().split()
    time.sleep(_SETTLE_SECONDS)
    total = _resident_mib(process.pid) + (_resident_mib(int(line[2])) if last == "online" else 0)
    process.terminate()
    process.communicate()
    return total


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        make_sample(data, 2000, 1)
        save_settings(data / "settings.json", Settings(backend_mode=BackendMode.EMBEDDED))
        os.environ["ONLINESVC_DATA_DIR"] = str(data)
        program = ("tests.bench.watched_program",)
        bare = ("tests.bench.bare_window",)
        _run(*bare)
        _run(*program)
        floors, paints, online = [], [], []
        for _ in range(_ROUNDS):
            floors.append(_run(*bare)["painted"])
            marks = _run(*program)
            paints.append(marks["painted"])
            online.append(marks["online"])
        floor = median(floors)
        figures = [
            Figure("start to first painted window", median(paints), floor, 1.8),
            Figure("start to services shown and backend answering", median(online), floor, 4.5),
            Figure("memory at rest, program + backend (PSS)", _memory(*program), _memory(*bare), 220 / 60, "MB"),
        ]
    del os.environ["ONLINESVC_DATA_DIR"]
    return figures
