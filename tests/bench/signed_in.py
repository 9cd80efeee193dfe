# SPDX-License-Identifier: MIT
"""What a signed-in clerk asks most, under a real load generator: answers a second, and the processor time of each."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.bench.figures import Figure, median
from tests.support.backend import UNTHROTTLED, Sample, Server, children_of, make_sample, process
from tests.support.postgres import Cluster, binaries

_CLIENTS = 16
_SECONDS = 4
_ROUNDS = 3
_SHIPMENTS = 20_000
_TICKS = os.sysconf("SC_CLK_TCK")
_LUA = """
local numbers = {%s}
local turn = 0
request = function()
  turn = turn + 1
  return wrk.format("GET", "/v1/shipments/" .. numbers[turn %% #numbers + 1])
end
"""


class Load(NamedTuple):
    """Answers a second, milliseconds of the median and of the 99th percentile, processor milliseconds per answer."""

    rate: float
    median_ms: float
    p99_ms: float
    cpu_ms: float


def measure() -> list[Figure]:
    """Compare a signed-in trace by number with ``/v1/health`` on SQLite, and on PostgreSQL with one and two workers."""
    if shutil.which("wrk") is None:
        sys.stderr.write("signed-in: the load generator wrk is not installed\n")
        return []
    figures = _compare("SQLite", "", ())
    programs = binaries()
    if programs is None:
        sys.stderr.write("signed-in: PostgreSQL is not installed\n")
        return figures
    for workers in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            cluster = Cluster(Path(folder), programs)
            try:
                figures += _compare(f"PostgreSQL, {workers} w.", cluster.new_database(), ("--workers", str(workers)))
            finally:
                cluster.stop()
    return figures


def _compare(where: str, database_url: str, arguments: tuple[str, ...]) -> list[Figure]:
    traces, floors = [], []
    with _serving(database_url, arguments) as (server, sample, folder):
        token = server.token(sample.customer)
        own = server.ask("GET", "/v1/shipments", token).json()["items"]
        script = folder / "numbers.lua"
        script.write_text(_LUA % ",".join(f'"{one["autopro_number"]}"' for one in own))
        for turn in range(_ROUNDS + 1):
            floor_load = _load(server, "/v1/health", database_url)
            trace = _load(server, "/", database_url, "-H", f"Authorization: Bearer {token}", "-s", str(script))
            # The first turn warms connections, caches and the machine's memory up.
            if turn:
                floors.append(floor_load)
                traces.append(trace)
    rate, floor = (median([one.rate for one in loads]) for loads in (traces, floors))
    cpu, least = (median([one.cpu_ms for one in loads]) for loads in (traces, floors))
    slow, usual = median([one.p99_ms for one in traces]), median([one.median_ms for one in traces])
    return [
        Figure(f"signed-in trace, {where}; floor = health", rate, floor, 0.5, "/s", at_least=True),
        Figure(f"processor time of a signed-in trace, {where}; floor = health", cpu, least, 2.0),
        Figure(f"p99 of a signed-in trace, 16 clients, {where}; floor = median", slow, usual, 3.0),
    ]


@contextmanager
def _serving(database_url: str, arguments: tuple[str, ...]) -> Iterator[tuple[Server, Sample, Path]]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if database_url:
            os.environ["ONLINESVC_DATABASE_URL"] = database_url
            stack.callback(os.environ.pop, "ONLINESVC_DATABASE_URL")
        sample = make_sample(folder / "data", _SHIPMENTS, 1)
        config = folder / "config.toml"
        config.write_text(UNTHROTTLED)
        yield stack.enter_context(process(folder / "data", *arguments, config=config)), sample, folder


def _load(server: Server, path: str, database_url: str, *options: str) -> Load:
    before = _cpu_seconds(server.pid, database_url)
    command = ["wrk", "-t1", f"-c{_CLIENTS}", f"-d{_SECONDS}s", "--latency", *options, server.url + path]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(said)
    spent = _cpu_seconds(server.pid, database_url) - before
    rate, asked = (_number(said, pattern) for pattern in (r"Requests/sec:\s+([\d.]+)", r"(\d+) requests in"))
    return Load(rate, _ms(said, "50%"), _ms(said, "99%"), 1000 * spent / asked)


def _number(said: str, pattern: str) -> float:
    found = re.search(pattern, said)
    assert found is not None, said
    return float(found[1])


def _ms(said: str, share: str) -> float:
    found = re.search(rf"{share}\s+([\d.]+)(us|ms|s)\b", said)
    assert found is not None, said
    return float(found[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[found[2]]


def _cpu_seconds(pid: int, database_url: str) -> float:
    """Return what the server, its workers and the database's processes have used of the processors."""
    pids = {pid} | children_of(pid)
    if database_url:
        folder = re.search(r"host=([^&]+)", database_url)
        assert folder is not None, database_url
        main = int((Path(folder[1]) / "data" / "postmaster.pid").read_text().split()[0])
        pids |= {main} | children_of(main)
    return sum(_cpu_of(one) for one in pids)


def _cpu_of(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS
