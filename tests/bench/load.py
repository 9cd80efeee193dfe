# SPDX-License-Identifier: MIT
"""A server of its own process under a real load generator: answers a second, how long each took, and its processor time."""

import json
import os
import re
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from tests.support.backend import Server, children_of
from tests.support.postgres import Cluster

_CLIENTS = 16
_SECONDS = 2
_MOST_LEFT_SECONDS = 20.0
_QUIET_SECONDS = 0.2
_TICKS = os.sysconf("SC_CLK_TCK")
_LUA = """
local asked = {%s}
local turn = 0
wrk.headers["Authorization"] = "Bearer %s"
request = function()
  turn = turn + 1
  return %s
end
"""
_GET = 'wrk.format("GET", asked[turn % #asked + 1])'
_POST = (
    'wrk.format("POST", wrk.path, {["Authorization"] = wrk.headers["Authorization"], '
    '["Content-Type"] = "application/json", ["Idempotency-Key"] = string.format("%s%%012d", turn)}, '
    "asked[turn %% #asked + 1])"
)


class Load(NamedTuple):
    """Answers a second, milliseconds of the median and of the 99th percentile, processor milliseconds per answer."""

    rate: float
    median_ms: float
    p99_ms: float
    cpu_ms: float


class Question(NamedTuple):
    """What is asked: paths in turn, or bodies in turn that are posted to one path; an answer holds ``parts``."""

    name: str
    paths: Sequence[str]
    parts: int = 1
    bodies: Sequence[Any] = ()
    writes: bool = False

    def script(self, token: str) -> str:
        """Return it as wrk runs it; what is posted has a key of its own each time."""
        asked = [json.dumps(body) for body in self.bodies] or self.paths
        call = _POST % uuid4().hex[:12] if self.bodies else _GET
        return _LUA % (",".join(f"[==[{one}]==]" for one in asked), token, call)

    def ask(self, server: Server, token: str, at: int) -> None:
        """Ask once.

        Raises:
            requests.HTTPError: it was refused.
        """
        if self.bodies:
            server.ask("POST", self.paths[0], token, json=self.bodies[at % len(self.bodies)]).raise_for_status()
        else:
            server.ask("GET", self.paths[at % len(self.paths)], token).raise_for_status()


class Loaded:
    """A server of its own process, and the processes whose time counts as its own."""

    def __init__(self, server: Server, cluster: Cluster | None, folder: Path) -> None:
        """``folder`` takes what the load generator reads."""
        self._server = server
        self._cluster = cluster
        self._script = folder / "asked.lua"

    def health(self) -> Load:
        """Ask whether it lives, which reads next to nothing."""
        return self._load("/v1/health")

    def ask(self, question: Question, token: str) -> Load:
        """Ask for a while with all clients at once.

        Raises:
            RuntimeError: not everything was answered as it should be.
        """
        self._script.write_text(question.script(token), encoding="utf-8")
        return self._load(question.paths[0], "-s", str(self._script))

    def _load(self, path: str, *options: str) -> Load:
        self._let_finish()
        before = self._cpu_seconds()
        command = ["wrk", "-t1", f"-c{_CLIENTS}", f"-d{_SECONDS}s", "--latency", *options, self._server.url + path]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        if "Non-2xx" in said or "Socket errors" in said:
            raise RuntimeError(said)
        spent = self._cpu_seconds() - before
        rate, asked = (_number(said, pattern) for pattern in (r"Requests/sec:\s+([\d.]+)", r"(\d+) requests in"))
        return Load(rate, _ms(said, "50%"), _ms(said, "99%"), 1000 * spent / asked)

    def _let_finish(self) -> None:
        """Wait while it still works at what the load before has left."""
        end, before = time.monotonic() + _MOST_LEFT_SECONDS, self._cpu_seconds()
        while time.monotonic() < end:
            time.sleep(_QUIET_SECONDS)
            now = self._cpu_seconds()
            if now - before <= _QUIET_SECONDS / 10:
                return
            before = now

    def _cpu_seconds(self) -> float:
        """Return what the server, its workers and the database's processes have used of the processors."""
        pids = {self._server.pid} | children_of(self._server.pid)
        if self._cluster is not None:
            pids |= self._cluster.pids()
        return sum(cpu_of(one) for one in pids)


def cpu_of(pid: int) -> float:
    """Return the seconds of processor time that a process has used; nothing when it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _number(said: str, pattern: str) -> float:
    found = re.search(pattern, said)
    assert found is not None, said
    return float(found[1])


def _ms(said: str, share: str) -> float:
    found = re.search(rf"{share}\s+([\d.]+)(us|ms|s)\b", said)
    assert found is not None, said
    return float(found[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[found[2]]
